"""From one save to the next: what was saved is looked at, then the part in work is printed, and at rest all is built.

One thread decides, and two warm processes work, so that who goes on writing while all editions are built does not wait
for them. The newest save wins: what nobody waits for any more is not begun.
"""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from typing import TypeAlias, TypeVar

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Location
from clearfold.model.errors import UsageError
from clearfold.model.messages import message
from clearfold.pipeline.building.build import cores
from clearfold.pipeline.building.leaflet_job import Built, Order
from clearfold.pipeline.copies import copies_of
from clearfold.pipeline.watching.changes import Snapshot, changes
from clearfold.pipeline.watching.looks import Look, Sketch, look, made, sketch
from clearfold.pipeline.watching.touched import places, touched
from clearfold.pipeline.watching.warm import Warm

REST = 1.0
"""Seconds after a save after which all editions are built."""
_TICK = 0.5  # seconds from one look at whether it is to end to the next
_COVERS = ("cover", "back")  # parts that change along with others: a name stands on them, too
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Making:
    """All editions are being built."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of each copy, and how much advice there is on it; ``fault`` is why nothing was built, "" otherwise."""

    built: tuple[tuple[Built, str], ...] = ()
    fault: str = ""


News: TypeAlias = Look | Sketch | Making | Made
"""What who watches is told of, as soon as it is there."""


@dataclass(slots=True)
class _Copy:
    """What is known of a copy: the last look at it, the last one without an error, the part that was worked at."""

    last: Look | None = None
    good: Look | None = None
    part: str = "cover"

    @property
    def files(self) -> frozenset[Path]:
        """The files that it is made with, none where that is not known."""
        return self.last.files if self.last and self.last.good else frozenset()


@dataclass(slots=True)
class Watcher:
    """Watches the copies that files and folders are or hold, and tells what comes of each save."""

    sources: Sequence[Path]
    order: Order
    tell: Callable[[News], None]
    _copies: dict[Path, _Copy] = field(default_factory=dict)
    _waiting: list[Path] = field(default_factory=list)
    _since: set[Path] = field(default_factory=set)
    _shown: Path | None = None
    _sketch: bool = False
    _busy: bool = False
    _making: bool = False
    _due: float | None = 0.0
    _queue: "Queue[Callable[[], None]]" = field(default_factory=Queue)

    def run(self, stop: threading.Event) -> None:
        """Watch until ``stop`` is set, beginning with the copy that was saved last; raises UsageError without a copy.

        Raises MissingLibraryError where nothing can be printed on this machine.
        """
        self._count()
        snapshot = Snapshot(places(self.sources))
        noticing = threading.Thread(target=self._notice, args=(snapshot, stop), daemon=True)
        with Warm() as looks, Warm(check=self.order.check) as builds:
            self._waiting = [max(self._copies, key=_saved)]
            noticing.start()
            while not stop.is_set():
                self._begin(looks, builds)
                try:
                    self._queue.get(timeout=_TICK if self._due is None else max(0.0, min(_TICK, self._left())))()
                except Empty:
                    continue
                snapshot.places = places(self.sources, [path for one in self._copies.values() for path in one.files])

    def _notice(self, snapshot: Snapshot, stop: threading.Event) -> None:
        for found in changes(snapshot, stop):
            self._queue.put(partial(self._saved, found))

    def _saved(self, changed: frozenset[Path]) -> None:
        self._count()
        found = touched(changed, {path: one.files for path, one in self._copies.items()})
        if not found:
            return
        saved = {path.resolve() for path in changed}
        wanted = [path for path in found if path.resolve() in saved]
        if not wanted:
            wanted = [next((path for path in found if path == self._shown), found[0])]
        self._waiting = [*wanted, *(path for path in self._waiting if path not in wanted)]
        self._due = time.monotonic() + REST

    def _count(self) -> None:
        """Find the copies that there are now; while there is none, the last ones are waited for."""
        try:
            found = copies_of(self.sources)
        except UsageError:
            if not self._copies:
                raise
            return
        self._copies = {path: self._copies.get(path, _Copy()) for path in found}
        self._waiting = [path for path in self._waiting if path in self._copies]

    def _left(self) -> float:
        return (self._due or 0.0) - time.monotonic()

    def _begin(self, looks: Warm, builds: Warm) -> None:
        """Have begun what waits, the newest look first; a part is printed when no look waits, all editions at rest."""
        if not self._busy and self._waiting:
            self._busy, path = True, self._waiting.pop(0)
            self._when(looks.ask(look, path, self.order), partial(self._looked, path))
        elif not self._busy and self._sketch and self._shown:
            self._busy, self._sketch, path = True, False, self._shown
            self._when(looks.ask(sketch, path, self._copies[path].part, self.order), partial(self._sketched, path))
        if self._due is not None and self._left() <= 0 and not (self._making or self._busy or self._waiting):
            self._due, self._making = None, True
            self.tell(Making())
            asked, self._since = frozenset(self._since), set()
            self._when(builds.ask(made, self.sources, self.order, cores(), asked), self._made)
        if self._due is None and not (self._busy or self._making):
            looks.rest()
            builds.rest()

    def _when(self, future: "Future[T]", done: "Callable[[Future[T]], None]") -> None:
        future.add_done_callback(lambda each: self._queue.put(lambda: done(each)))

    def _looked(self, path: Path, done: "Future[Look]") -> None:
        self._busy = False
        try:
            found = done.result()
        except BrokenExecutor:
            told = mistake("SRC-079", Location(path), why=message("its process was killed"), path=path)
            found = Look(path, "", "", b"", (told,), (), frozenset(), 0.0)
        one = self._copies.get(path)
        if one is None:  # gone since
            return
        one.last, self._shown = found, path
        self._since.add(path)
        if found.good:
            parts = found.changed(one.good) if one.good else ()
            one.part = next((part for part in parts if part not in _COVERS), next(iter(parts), one.part))
            known = {part for part, _ in found.parts}
            one.part = one.part if one.part in known else _COVERS[0]
            one.good, self._sketch = found, True
        self.tell(found)

    def _sketched(self, path: Path, done: "Future[Sketch]") -> None:
        self._busy = False
        try:
            found = done.result()
        except BrokenExecutor:  # the next save has it printed
            return
        if not self._waiting and path == self._shown:
            self.tell(found)

    def _made(self, done: "Future[tuple[tuple[Built, str], ...]]") -> None:
        self._making = False
        try:
            self.tell(Made(done.result()))
        except UsageError as error:
            self.tell(Made(fault=str(error)))
        except BrokenExecutor:
            self.tell(Made(fault=message("the process that builds was killed; the next save builds again")))


def _saved(path: Path) -> float:
    """Return when a file was saved, long ago where it has gone since."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
