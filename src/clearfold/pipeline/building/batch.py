"""Many leaflets at a time: a task each, on the cores of this machine or on the workers of a Dask cluster.

A worker puts a set in place itself, and sends back what is to be printed: memory stays as it is, however many there
are. One that is killed costs its leaflet a second try, and the others nothing: each has an executor of its own.
"""

import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import chdir, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Location
from clearfold.model.errors import MissingLibraryError, UsageError, internal
from clearfold.model.messages import message
from clearfold.pipeline.building.garbage_collection import sweep
from clearfold.pipeline.building.leaflet_job import Built, Order, broken, build_one
from clearfold.pipeline.building.worker import end, spawned
from clearfold.pipeline.progress import Clock, Progress, Tally

TRIES = 2
# Leaflets after which a process is replaced: WeasyPrint 70 gives no list of font features back (text/line_break.py),
# some 0.3 MB a leaflet; a new process costs about what one leaflet does.
SERVES = 50
PATIENCE = 10  # seconds in which a scheduler must answer
_TICK = 1.0  # seconds after which the time that is left is told anew
_ONE = threading.Lock()  # WeasyPrint and its logger know one page at a time; a Dask worker may have many threads


@dataclass(frozen=True, slots=True)
class Slots:
    """Where leaflets are built: ``number`` at a time, each in an executor that ``open`` gives and ``close`` ends.

    An executor ``serves`` so many leaflets and is replaced, 0 for any number. ``broken`` are the errors by which one
    tells that a process was killed; one that ``mends`` itself goes on.
    """

    number: int
    open: Callable[[], Executor]
    close: Callable[[Executor], None]
    broken: tuple[type[Exception], ...] = (BrokenExecutor,)
    mends: bool = False
    serves: int = 0


def local_slots(number: int) -> Slots:
    """Return processes of this machine."""

    def close(executor: Executor) -> None:
        if isinstance(executor, ProcessPoolExecutor):
            end(executor)
        executor.shutdown(wait=True, cancel_futures=True)

    return Slots(number, spawned, close, serves=SERVES)


def dask_slots(address: str) -> Slots:
    """Return the workers of a Dask cluster, which see the same files at the same places; raises UsageError."""
    try:
        from distributed import Client, KilledWorker
    except ImportError as error:
        raise UsageError(message("--scheduler needs Dask: pip install 'clearfold[dask]'")) from error
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise UsageError(message("no scheduler answers at {address}: {error}", address=address, error=error)) from error
    # By itself Dask takes equal calls for one call; a file may have changed between two of them.
    executor: Executor = client.get_executor(pure=False)
    number = max(1, sum(client.nthreads().values()))
    return Slots(number, lambda: executor, lambda _: client.close(), (BrokenExecutor, KilledWorker), mends=True)


def build_all(
    copies: Sequence[Path], order: Order, slots: Slots, say: Progress, *, before: int = 0
) -> tuple[Built, ...]:
    """Build every copy and return what came of them in their order; raises MissingLibraryError, KeyboardInterrupt.

    ``before`` is how many others of the batch are there already.
    """
    run = _Run(copies, order, slots, say, Clock(before + len(copies), before))
    with _open(slots) as executors:
        while run.waiting or run.running:
            run.fill(executors)
            done, _ = wait(run.running, _TICK, FIRST_COMPLETED)
            for future in done:
                run.take(future, executors)
        run.tell()
    return tuple(run.built[path] for path in copies)


def build_here(copies: Sequence[Path], order: Order, say: Progress, *, before: int = 0) -> tuple[Built, ...]:
    """Build every copy in this process, one after the other; raises MissingLibraryError, KeyboardInterrupt."""
    clock = Clock(before + len(copies), before)
    built: list[Built] = []

    def step(name: str | Tally) -> None:
        say(clock.tally(len(built), (str(name),)))

    for path in copies:
        built.append(outcome(path, partial(build_one, path, order, step)))
        sweep()
    say(clock.tally(len(built), ()))
    return tuple(built)


@contextmanager
def _open(slots: Slots) -> Iterator[list[Executor]]:
    executors = [slots.open() for _ in range(slots.number)]
    try:
        yield executors
    finally:
        for executor in executors:
            slots.close(executor)


@dataclass(slots=True)
class _Run:
    """The state of a batch while it is built: which copies wait, which are in which slot, what has come."""

    copies: Sequence[Path]
    order: Order
    slots: Slots
    say: Progress
    clock: Clock
    waiting: deque[Path] = field(init=False)
    running: dict["Future[Built]", tuple[Path, int]] = field(default_factory=dict)
    built: dict[Path, Built] = field(default_factory=dict)
    tries: dict[Path, int] = field(default_factory=dict)
    served: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.waiting = deque(self.copies)

    def fill(self, executors: list[Executor]) -> None:
        """Give every free slot a copy that waits, and one that has served its time a new executor."""
        busy = {slot for _, slot in self.running.values()}
        for slot in range(self.slots.number):
            if self.waiting and slot not in busy:
                if self.slots.serves and self.served[slot] >= self.slots.serves:
                    self.renew(slot, executors)
                path = self.waiting.popleft()
                self.served[slot] += 1
                self.tries[path] = self.tries.get(path, 0) + 1
                future = executors[slot].submit(build_there, Path.cwd(), path, self.order)
                self.running[future] = path, slot
        self.tell()

    def take(self, future: "Future[Built]", executors: list[Executor]) -> None:
        """Take what came of a copy; one whose worker was killed waits again, once, and the slot gets a new one."""
        path, slot = self.running.pop(future)
        if isinstance(future.exception(), self.slots.broken):
            if not self.slots.mends:
                self.renew(slot, executors)
            if self.tries[path] < TRIES:
                self.waiting.appendleft(path)
            else:
                self.built[path] = _failed(path, message("the process that builds it was killed twice"))
        else:
            self.built[path] = outcome(path, future.result)

    def renew(self, slot: int, executors: list[Executor]) -> None:
        """End the executor of a slot, and open another one there."""
        self.slots.close(executors[slot])
        executors[slot] = self.slots.open()
        self.served[slot] = 0

    def tell(self) -> None:
        """Say how many are done, how long the rest will take, and which are in work."""
        self.say(self.clock.tally(len(self.built), tuple(str(path) for path, _ in self.running.values())))


def build_there(folder: Path, path: Path, order: Order) -> Built:
    """Build a copy as if this process had been started in a folder, and one at a time."""
    with _ONE, chdir(folder) if Path.cwd() != folder else nullcontext():
        try:
            return build_one(path, order)
        finally:
            sweep()


def outcome(path: Path, build: Callable[[], Built]) -> Built:
    """Return what comes of a copy; what goes wrong with one stops no other (SRC-079). Raises MissingLibraryError."""
    try:
        return build()
    except MissingLibraryError:
        raise
    except UsageError as error:
        return _failed(path, str(error))
    except Exception as error:
        return broken(path, internal(error, message("building a leaflet in another process")))


def _failed(path: Path, why: str) -> Built:
    return Built(path, None, None, (mistake("SRC-079", Location(path), why=why, path=path),), ())
