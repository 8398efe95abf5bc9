"""Waiting for what another process does: nothing breaks down where nobody waits any more."""

import asyncio
import threading
import time
from concurrent.futures import BrokenExecutor

import pytest

from clearfold.pipeline.building.worker import end, spawned
from clearfold.studio.waiting import answer_of


def test_answer_is_that_of_the_task() -> None:
    """What a task returns is returned, and what it raises is raised."""
    with spawned() as pool:
        assert 3 == asyncio.run(answer_of(pool.submit(int, "3")))
        with pytest.raises(ValueError, match="invalid literal"):
            asyncio.run(answer_of(pool.submit(int, "x")))


def test_process_that_ends_under_tasks_that_nobody_waits_for_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is closed waits no more; when the process ends then, the executor tells every task, and goes on."""
    broken: list[object] = []
    monkeypatch.setattr(threading, "excepthook", broken.append)
    pool = spawned()
    # More than the executor hands on: the last ones are those that could be called off.
    tasks = [pool.submit(time.sleep, 30) for _ in range(4)]

    async def closed() -> None:
        waits = [asyncio.create_task(answer_of(task)) for task in tasks]
        await asyncio.sleep(0)
        for one in waits:
            one.cancel()
        await asyncio.gather(*waits, return_exceptions=True)

    asyncio.run(closed())
    end(pool)
    assert [BrokenExecutor] * 4 == [type(task.exception(timeout=30)).__base__ for task in tasks]
    pool.shutdown()
    assert [] == broken
