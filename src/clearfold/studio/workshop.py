"""The processes that read and make for the studio: one is warm, for what is looked at; one is for copies that rest."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.pipeline.building.leaflet_job import Order
from clearfold.pipeline.watching.looks import Look, Sketch, look, sketch
from clearfold.pipeline.watching.warm import Warm
from clearfold.studio.inputs import changed_at, state_of
from clearfold.studio.resting import Resting
from clearfold.studio.waiting import answer_of

if TYPE_CHECKING:
    from clearfold.advice.advice import Advice
    from clearfold.changes.compare import Changes
    from clearfold.model.diagnostic import Diagnostic
    from clearfold.model.transcript import Block

COVERS = ("cover", "back")
"""Parts that change along with others: a name stands on them, too."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A copy as it was looked at: the digest of it and of what it is made with then, and what came of it."""

    state: str
    look: Look


@dataclass(frozen=True, slots=True)
class Sketched:
    """A section as printed pages, the state of its copy then, and whether it is the first or last one; or is old."""

    state: str
    sketch: Sketch
    first: bool
    last: bool
    old: bool = False


class Workshop:
    """What is looked at, done one after another; the last look at each copy is kept."""

    def __init__(self, build: Path) -> None:
        self.resting = Resting()
        self._order = Order(build)
        self._warm: Warm | None = None
        self._seen: dict[Path, Seen] = {}
        self._good: dict[Path, Look] = {}
        self._part: dict[Path, str] = {}
        self._sketches: dict[Path, Sketched] = {}
        self._turn = asyncio.Lock()

    async def look(self, copy: Path, sha256: str) -> Look:
        """Return a copy as a web page with what is wrong with it; of one that has not changed the last look."""
        async with self._turn:
            seen, state = self._seen.get(copy), self.state(copy, sha256)
            if seen is None or seen.state != state:
                found = await answer_of(self.warm.ask(look, copy, self._order))
                seen = self._seen[copy] = Seen(state, found)
                if found.good:
                    self._part[copy] = _part(found, self._good.get(copy), self._part.get(copy, ""))
                    self._good[copy] = found
            return seen.look

    def state(self, copy: Path, sha256: str) -> str:
        """Return a digest of a copy of this digest with all that it is made with, as that stands now."""
        return state_of(copy, sha256, self._files(copy))

    def changed_at(self, copy: Path) -> float:
        """Return when what a copy is made with, its own text aside, was last changed (seconds since 1970)."""
        return changed_at(copy, self._files(copy))

    def _files(self, copy: Path) -> frozenset[Path]:
        seen = self._seen.get(copy)
        return seen.look.files if seen else frozenset()

    async def good(self, copy: Path, sha256: str) -> Look | None:
        """Return the last look at a copy that gave a page, None where none ever did."""
        await self.look(copy, sha256)
        return self._good.get(copy)

    async def sketch(self, copy: Path, sha256: str, step: int) -> "Sketched | None":
        """Return the section in work as printed pages, or the one so many steps behind it; None where none ever was.

        It is the section that was changed last. Of a copy with errors it is what was printed last, and said to be old.
        """
        look = await self.look(copy, sha256)
        state = self._seen[copy].state
        good, last = self._good.get(copy), self._sketches.get(copy)
        if good is None or (not look.good and last is None):
            return None
        ids = [part for part, _ in good.parts]
        at = min(max(ids.index(self._part[copy]) + step, 0), len(ids) - 1)
        self._part[copy] = part = ids[at]
        if not look.good and last is not None:
            return replace(last, old=True)
        if last is None or (last.state, last.sketch.part) != (state, part):
            async with self._turn:
                made = await answer_of(self.warm.ask(sketch, copy, part, self._order))
            last = Sketched(state, made, first=at == 0, last=at == len(ids) - 1)
            if not made.diagnostics:
                self._sketches[copy] = last
        return last

    def picture(self, copy: Path, number: int) -> bytes | None:
        """Return a page, from 1, of what was printed last of a copy; None where there is none."""
        printed = self._sketches.get(copy)
        pictures = printed.sketch.pictures if printed else ()
        return pictures[number - 1] if 1 <= number <= len(pictures) else None

    async def behind(self, copy: Path) -> int:
        """Return how many passages of a translation are behind its source, 0 of what is none; raises LeafletError."""
        async with self._turn:
            return await answer_of(self.warm.ask(behind, copy))

    async def differences(self, copy: Path) -> "tuple[Diagnostic, ...]":
        """Return what is told of a copy as a translation, () of what is none."""
        async with self._turn:
            return await answer_of(self.warm.ask(differences, copy))

    async def accept(self, copy: Path) -> None:
        """Note that a translation was held against its source as both stand; raises LeafletError and UsageError."""
        async with self._turn:
            await answer_of(self.warm.ask(accept, copy))

    async def heard(self, copy: Path) -> "tuple[Block, ...]":
        """Return what a reader meets in a copy, in order; raises LeafletError."""
        async with self._turn:
            return await answer_of(self.warm.ask(heard, copy))

    async def changed(self, copy: Path, before: bytes, after: bytes) -> "Changes":
        """Return what a reader meets otherwise in one state of a copy than in another; raises LeafletError."""
        async with self._turn:
            return await answer_of(self.warm.ask(changed, copy, before, after))

    async def advice(self, copy: Path) -> "tuple[Advice, ...]":
        """Return what would help the readers of a copy, in the order of its places; nothing where it cannot be read."""
        async with self._turn:
            return await answer_of(self.warm.ask(advised, copy))

    def begin(self) -> None:
        """Begin the process before it is needed, so that nobody waits for it."""
        self.warm.rest()

    @property
    def warm(self) -> Warm:
        """The warm process, begun when it is first needed."""
        if self._warm is None:
            self._warm = Warm(check=True)
        return self._warm

    def close(self) -> None:
        """End the process, and forget what was made to be looked at."""
        self.resting.close()
        if self._warm is not None:
            self._warm.__exit__(None, None, None)
            self._warm = None


def heard(copy: Path) -> "tuple[Block, ...]":
    """Return the blocks that the proof expects a reader to meet in every edition; raises LeafletError."""
    from clearfold.model.source import read_source
    from clearfold.proof.prove import expect

    return expect(read_source(copy)).blocks


def changed(copy: Path, before: bytes, after: bytes) -> "Changes":
    """Compare two states of a copy as their reader meets them, word by word; raises LeafletError."""
    from clearfold.changes.compare import compare
    from clearfold.changes.reading import read_copy
    from clearfold.model.source import parse_source

    return compare(*(read_copy(parse_source(copy, data)) for data in (before, after)))


def advised(copy: Path) -> "tuple[Advice, ...]":
    """Return the advice on a copy; none on one that cannot be read, for which there are problems to tell."""
    from clearfold.pipeline.advise import advise

    return tuple(advice for one in advise([copy]).advised for advice in one.advice)


def behind(copy: Path) -> int:
    """Return how many passages of the source have changed since they were translated, or have no translation.

    0 of a copy that is no translation; raises LeafletError.
    """
    from clearfold.pipeline.translations import states

    return sum(state.changed + state.missing for state in states([copy]) if state.path == copy)


def differences(copy: Path) -> "tuple[Diagnostic, ...]":
    """Return what of a translation is stale or differs from its source; of an unreadable one that is told elsewhere."""
    from clearfold.model.diagnostic import LeafletError
    from clearfold.model.source import read_source
    from clearfold.translations.checking import findings

    try:
        return findings(read_source(copy))
    except LeafletError as error:
        return tuple(one for one in error.diagnostics if one.location.path.resolve() != copy.resolve())


def accept(copy: Path) -> None:
    """Note that a translation is up to date with its source; raises LeafletError and UsageError."""
    from clearfold.pipeline.translations import accepted

    list(accepted((copy,), frozenset()))


def _part(found: Look, before: Look | None, last: str) -> str:
    """Return the id of the part in work: the one that was changed, no cover; else the last; else the first of text."""
    ids = [part for part, _ in found.parts]
    changed = [part for part in (found.changed(before) if before else ()) if part not in COVERS]
    return next(iter(changed), last if last in ids else next((part for part in ids if part not in COVERS), ids[0]))
