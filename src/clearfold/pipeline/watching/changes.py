"""Notice that files change: by the system's news where watchfiles is installed, else by looking again and again.

Folders are watched, never files: a program that saves by renaming puts another file in the place of the one that was
watched, of which no news comes any more. Whatever wakes us, what has changed is told by looking: a save that changes no
byte is none, and the files that editors put beside are none of ours. Network folders send no news, and clocks may be
coarse, so that now and then every byte is compared.
"""

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.model.limits import COPY_BYTES

PAUSE = 0.2
"""Seconds without a change after which a save counts as finished."""
LONGEST = 2.0  # seconds after which changes are told though others follow
EVERY = 0.3  # seconds from one look to the next, where the system sends no news
NETWORK = 1.0  # seconds from one look to the next where it does: of a network folder it may send none
WHOLE = 60.0  # seconds from one comparison of every byte to the next
COARSE = 3.0  # seconds in which a file may change twice without another time: FAT counts by two
SUFFIXES = frozenset(".md .yaml .yml .css .svg .png .jpg .jpeg .gif .ttf .otf .woff .woff2".split())
"""Of the files that a leaflet can be made from; editors' own, such as ``nl.md~`` and ``.nl.md.swp``, have others."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that is watched, with those below it or, if ``shallow``, without."""

    folder: Path
    shallow: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was last seen; a large one has no digest, and is known by its time and size alone."""

    time: int
    size: int
    number: int
    digest: str

    def same(self, found: os.stat_result) -> bool:
        """Say whether the system tells the same of the file, and told it long enough after its last change."""
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        return stamp == (self.time, self.size, self.number) and time.time() - found.st_mtime > COARSE


@dataclass(slots=True)
class Snapshot:
    """The files of some places, as they were when they were last looked at; what stands in a new place is no news."""

    places: Sequence[Place]
    _known: dict[Path, _Seen] = field(default_factory=dict)
    _looked: frozenset[Place] = frozenset()

    def __post_init__(self) -> None:
        self.news()

    def news(self, *, whole: bool = False) -> frozenset[Path]:
        """Return the files that are new, gone or other than when they were last looked at.

        ``whole`` compares every byte, else only those of files of which the system says something new.
        """
        now: dict[Path, _Seen] = {}
        changed: set[Path] = set()
        places = tuple(self.places)
        for place, path, found in _found(places):
            old = self._known.get(path)
            if old and old.same(found) and not whole:
                now[path] = old
                continue
            now[path] = seen = _Seen(found.st_mtime_ns, found.st_size, found.st_ino, _digest(path, found))
            if old is None:
                is_other = place in self._looked
            else:
                is_other = seen.digest != old.digest or (not seen.digest and seen != old)
            if is_other:
                changed.add(path)
        changed |= self._known.keys() - now.keys()
        self._known, self._looked = now, frozenset(places)
        return frozenset(changed)


def _found(places: Sequence[Place]) -> Iterator[tuple[Place, Path, os.stat_result]]:
    """Yield the files of some places with what the system says of them."""
    for place in places:
        for folder, folders, names in os.walk(place.folder):
            folders[:] = [] if place.shallow else [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(folder, name)
                if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                    with suppress(OSError):  # gone since, or a link to nothing
                        yield place, path, path.stat()


def changes(
    snapshot: Snapshot, stop: threading.Event, *, pause: float = PAUSE, poll: bool = False
) -> Iterator[frozenset[Path]]:
    """Yield the files that have changed since a snapshot, once none has for ``pause`` seconds, until ``stop`` is set.

    Looking is not given up where the system's news fail; ``poll`` never asks for them.
    """
    woken = _looks(stop) if poll else _news(snapshot.places, stop, pause)
    compared = time.monotonic()
    for rested in woken:
        whole = time.monotonic() - compared > WHOLE
        if whole:
            compared = time.monotonic()
        found = snapshot.news(whole=whole)
        if found and not rested:
            found |= _rest(snapshot, stop, pause)
        if found:
            yield found


def _rest(snapshot: Snapshot, stop: threading.Event, pause: float) -> frozenset[Path]:
    """Wait until nothing more changes, and return what has meanwhile."""
    found: frozenset[Path] = frozenset()
    end = time.monotonic() + LONGEST
    while time.monotonic() < end and not stop.wait(pause):
        more = snapshot.news()
        if not more:
            break
        found |= more
    return found


def _looks(stop: threading.Event) -> Iterator[bool]:
    """Wake now and then, until ``stop`` is set; nothing is known of a rest."""
    while not stop.wait(EVERY):
        yield False


def _news(places: Sequence[Place], stop: threading.Event, pause: float) -> Iterator[bool]:
    """Wake when the system tells of changes that have come to a rest, which is True, and now and then."""
    folders = [place.folder for place in places if place.folder.is_dir() and not place.shallow]
    try:
        from watchfiles import watch

        told = watch(
            *folders,
            watch_filter=_is_ours,
            stop_event=stop,
            step=round(1000 * pause),
            debounce=round(1000 * LONGEST),
            rust_timeout=round(1000 * NETWORK),
            yield_on_timeout=True,
        )
        for news in told:
            yield bool(news)
    except (ImportError, OSError, RuntimeError):
        # Not installed, or the system watches no more folders for this user: RuntimeError is the library's own.
        pass
    yield from _looks(stop)


def _is_ours(_: object, path: str) -> bool:
    return Path(path).suffix.lower() in SUFFIXES


def _digest(path: Path, found: os.stat_result) -> str:
    if found.st_size > COPY_BYTES:
        return ""
    with suppress(OSError):
        return digest(path.read_bytes())
    return ""
