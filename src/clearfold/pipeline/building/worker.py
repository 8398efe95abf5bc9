"""A second process that works beside this one at the editions of the same leaflet.

On Linux it is a copy of this one (fork), made once everything is imported and before a second thread is at work, so
that WeasyPrint is imported once. Elsewhere, and where threads run, it is spawned, and imports what it needs while this
one reads the copy.
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.util import get_temp_dir
from types import TracebackType
from typing import ParamSpec, TypeVar

from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.messages import message

P = ParamSpec("P")
T = TypeVar("T")
LOCKS_WANTED = message(
    "on Linux, /dev/shm must be a folder that this user may write in: mount -t tmpfs -o mode=1777 tmpfs /dev/shm"
)
_POLITE = 19  # the highest number of nice(2)
_WAITING = "waits for the end of the first process"


class Worker:
    """A process that has imported, or begins to, what makes and, if so asked, proves editions; it ends with the block.

    It must be made before threads are, and before anything is laid out.
    """

    def __init__(self, *, check: bool) -> None:
        if sys.platform == "linux" and _is_alone():
            ready(check=check)
            self._pool = _started("fork")
        else:
            self._pool = spawned()
            self._pool.submit(ready, check=check)

    def __enter__(self) -> "Worker":
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


_standing: list[Worker] = []
"""The worker that stands beside this process from one build to the next, where there is one."""


@contextmanager
def beside(*, check: bool) -> Iterator[Worker]:
    """Give the worker that stands beside this process, or one for the time of a build."""
    if not _standing:
        with Worker(check=check) as worker:
            yield worker
        return
    try:
        yield _standing[0]
    except BaseException:  # it may be at something that nobody waits for any more
        dismiss()
        raise


def stand(*, check: bool) -> None:
    """Have one worker stand beside this process for all builds that it makes: each finds everything imported."""
    if not _standing:
        _standing.append(Worker(check=check))


def dismiss() -> None:
    """End the worker that stands beside this process, if there is one."""
    while _standing:
        with _standing.pop() as worker:
            end(worker._pool)


def spawned() -> ProcessPoolExecutor:
    """Return an executor of one process, which is spawned at once."""
    return _started("spawn")


def _started(method: str) -> ProcessPoolExecutor:
    """Start an executor's process; Ctrl-C waits until it has learnt to end without a word.

    Raises UsageError where the system gives no place for the locks that processes share.
    """
    try:
        pool = ProcessPoolExecutor(1, get_context(method), _begin)
    except (OSError, NotImplementedError) as error:
        reason = refusal_of(error) if isinstance(error, OSError) else str(error)
        raise UsageError(
            message("this system lets processes share no locks ({reason}): {cure}", reason=reason, cure=LOCKS_WANTED)
        ) from error
    get_temp_dir()  # what a process writes for itself goes into that of this one, which removes it
    with _interrupts_wait():
        pool.submit(_nothing)
    # This process keeps the end of the pipe into which its worker writes what came of a task (concurrent/futures,
    # Python 3.11 to 3.14). Were it open, a worker that is ended in the middle of a word would be listened to for ever.
    if results := getattr(pool, "_result_queue", None):
        results._writer.close()
    return pool


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _nothing() -> None:
    pass


def end(pool: ProcessPoolExecutor) -> None:
    """End an executor's process at once; a set is put in place whole or not at all, so nothing is harmed."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        with suppress(OSError, ValueError):
            process.terminate()


def give_way() -> None:
    """Let every other process go first, where the system knows of nice(2)."""
    if hasattr(os, "nice"):
        os.nice(_POLITE)


def ready(*, check: bool) -> None:
    """Import what is needed to make editions and to prove them; a library that is missing is told by who needs it."""
    from clearfold.press.writers import warm

    import_module("clearfold.press.editions")
    with suppress(OSError):
        warm()
    if check:
        import_module("clearfold.proof.prove")


def _begin() -> None:
    threading.Thread(target=_end_with_the_first, name=_WAITING, daemon=True).start()
    # Ctrl-C goes to every process of the terminal: this one ends without a word, the first one says it. Where a shell
    # has them ignore it, in its background, both go on.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    from clearfold.pipeline.building.garbage_collection import steady

    steady()
    gc.freeze()  # what was there at the fork stays as it is, and shared


def _is_alone() -> bool:
    """Say whether this process has no thread that may hold a lock, which a copy of it would wait for without end."""
    return all(one is threading.main_thread() or one.name == _WAITING for one in threading.enumerate())


def _end_with_the_first() -> None:
    # One that is killed can end nobody, and a worker would wait for ever for what it is to do next.
    if (first := parent_process()) is not None:
        wait([first.sentinel])
        os._exit(1)
