"""Waiting for what another process does, in a loop that goes on meanwhile."""

import asyncio
from concurrent.futures import Future
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def answer_of(asked: "Future[T]") -> T:
    """Return what came of a task of an executor, or raise what it raised.

    Who stops waiting leaves the task as it is, unlike with ``asyncio.wrap_future``: an executor whose process ends
    tells each task that is open, and one that was called off in the middle makes its thread break down.
    """
    loop = asyncio.get_running_loop()
    waiting = loop.create_future()

    def settle() -> None:
        if not waiting.done():
            waiting.set_result(None)

    def done(_: "Future[T]") -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(settle)

    asked.add_done_callback(done)
    await waiting
    return asked.result()
