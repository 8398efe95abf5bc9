"""A process that has everything imported, and is asked again and again; a new one takes its place in time."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from types import TracebackType
from typing import ParamSpec, TypeVar

from clearfold.pipeline.building.worker import end, give_way, ready, spawned

P = ParamSpec("P")
T = TypeVar("T")

# Layouts after which a process is replaced: WeasyPrint 70 gives no list of font features back (building/batch.py).
SERVES = 50


class Warm:
    """One spawned process, without threads, which has everything imported from the first time that it is asked on.

    It ends with the block. What it is asked for is done in turn. ``check`` says whether the proof is needed there too,
    ``polite`` whether the process is to let all others go first.
    """

    def __init__(self, *, check: bool = False, polite: bool = False, serves: int = SERVES) -> None:
        self._check, self._polite, self._serves, self._served = check, polite, serves, 0
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Warm":
        """Return this."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """End the process, whatever it is at: a set is put in place whole or not at all."""
        self._end()

    def ask(self, task: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> "Future[T]":
        """Have a task done there; a process that was killed meanwhile is replaced first."""
        try:
            return self._started().submit(task, *arguments, **named)
        except BrokenExecutor:
            self._end()
            return self._started().submit(task, *arguments, **named)
        finally:
            self._served += 1

    def rest(self) -> None:
        """Put a new process in the place of one that has served its time; it is for when nobody waits."""
        if self._served >= self._serves:
            self._end()
            self._started()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._served = 0
            self._pool = spawned()
            if self._polite:
                self._pool.submit(give_way)
            self._pool.submit(ready, check=self._check)
        return self._pool

    def _end(self) -> None:
        """End the process, whatever it is at."""
        if self._pool:
            end(self._pool)
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None
