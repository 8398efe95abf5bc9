"""A process that has everything imported, and is asked again and again; a new one takes its place in time."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from types import TracebackType
from typing import ParamSpec, TypeVar

from clearfold.pipeline.worker import end, ready, spawned

P = ParamSpec("P")
T = TypeVar("T")

# Layouts after which a process is replaced: WeasyPrint 70 gives no list of font features back (pipeline/batch.py).
SERVES = 50


class Warm:
    """One spawned process, without threads, that imports what it needs before it is asked; it ends with the block.

    What it is asked for is done in turn. ``check`` says whether the proof is needed there too.
    """

    def __init__(self, *, check: bool = False, serves: int = SERVES) -> None:
        self._check, self._serves, self._served = check, serves, 0
        self._pool = self._new()

    def __enter__(self) -> "Warm":
        """Return this."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """End the process, whatever it is at: a set is put in place whole or not at all."""
        _close(self._pool)

    def ask(self, task: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> "Future[T]":
        """Have a task done there; one that was killed meanwhile is replaced first."""
        self._served += 1
        try:
            return self._pool.submit(task, *arguments, **named)
        except BrokenExecutor:
            self._replace()
            return self._pool.submit(task, *arguments, **named)

    def rest(self) -> None:
        """Put a new process in the place of one that has served its time; it is for when nobody waits."""
        if self._served >= self._serves:
            self._replace()

    def _replace(self) -> None:
        old, self._pool, self._served = self._pool, self._new(), 0
        _close(old)

    def _new(self) -> ProcessPoolExecutor:
        pool = spawned()
        pool.submit(ready, check=self._check)
        return pool


def _close(pool: ProcessPoolExecutor) -> None:
    end(pool)
    pool.shutdown(wait=True, cancel_futures=True)
