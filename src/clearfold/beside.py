"""A second process that works beside this one at the editions of the same leaflet.

It is spawned, on every system: a fork would inherit the threads that watch the time, and the libraries' state. It
imports what it needs while this one reads the copy.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing import get_context
from types import TracebackType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Beside:
    """A process that has begun to import what makes and, if so asked, proves editions; it ends with the block."""

    def __init__(self, *, check: bool) -> None:
        self._pool = spawned(check=check)
        self._begun = self._pool.submit(ready, check=check)

    def __enter__(self) -> "Beside":
        """Return this."""
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        """End the process; what it is still at is not waited for once this one has failed."""
        if kind is not None:
            end(self._pool)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def run(self, task: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> "Future[T]":
        """Have a task done there."""
        return self._pool.submit(task, *arguments, **named)


def spawned(*, check: bool = False) -> ProcessPoolExecutor:
    """Return an executor of one process, which is spawned at once."""
    pool = ProcessPoolExecutor(1, get_context("spawn"), _begin)
    with _deaf():
        pool.submit(_nothing)
    return pool


def end(pool: ProcessPoolExecutor) -> None:
    """End an executor's process at once; a set is put in place whole or not at all, so nothing is harmed."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        with suppress(OSError, ValueError):
            process.terminate()


def ready(*, check: bool) -> None:
    """Import what is needed to make editions and to prove them; a library that is missing is told by who needs it."""
    from clearfold.press.writers import warm

    import_module("clearfold.press.editions")
    with suppress(OSError):
        warm()
    if check:
        import_module("clearfold.proof.prove")


@contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C waiting, here and in what is spawned meanwhile: until it begins it would answer with a traceback."""
    if sys.platform == "win32":
        yield
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _nothing() -> None:
    """Do nothing: a process is spawned when it is first given something."""


def _begin() -> None:
    # Ctrl-C goes to every process of the terminal: this one ends without a word, the first one says it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    from clearfold.pace import steady

    steady()
