"""The processes that read and make for the studio: one that is warm, for what is looked at; one a publication."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.pipeline.leaflet_job import Order
from clearfold.pipeline.watching.looks import Look, look
from clearfold.pipeline.watching.warm import Warm

if TYPE_CHECKING:
    from clearfold.advice.advice import Advice
    from clearfold.changes.compare import Changes
    from clearfold.model.transcript import Block


@dataclass(frozen=True, slots=True)
class Seen:
    """A copy as it was looked at: its digest then, and what came of it."""

    sha256: str
    look: Look


class Workshop:
    """What is looked at, done one after another; the last look at each copy is kept."""

    def __init__(self, build: Path) -> None:
        self._order = Order(build)
        self._warm: Warm | None = None
        self._seen: dict[Path, Seen] = {}
        self._good: dict[Path, Look] = {}
        self._turn = asyncio.Lock()

    async def look(self, copy: Path, sha256: str) -> Look:
        """Return a copy as a web page with what is wrong with it; of one that has not changed the last look."""
        async with self._turn:
            seen = self._seen.get(copy)
            if seen is None or seen.sha256 != sha256:
                found = await asyncio.wrap_future(self.warm.ask(look, copy, self._order))
                seen = self._seen[copy] = Seen(sha256, found)
                if found.good:
                    self._good[copy] = found
            return seen.look

    async def good(self, copy: Path, sha256: str) -> Look | None:
        """Return the last look at a copy that gave a page, None where none ever did."""
        await self.look(copy, sha256)
        return self._good.get(copy)

    async def heard(self, copy: Path) -> "tuple[Block, ...]":
        """Return what a reader meets in a copy, in order; raises LeafletError."""
        async with self._turn:
            return await asyncio.wrap_future(self.warm.ask(heard, copy))

    async def changed(self, copy: Path, before: bytes, after: bytes) -> "Changes":
        """Return what a reader meets otherwise in one state of a copy than in another; raises LeafletError."""
        async with self._turn:
            return await asyncio.wrap_future(self.warm.ask(changed, copy, before, after))

    async def advice(self, copy: Path) -> "tuple[Advice, ...]":
        """Return what would help the readers of a copy, in the order of its places; nothing where it cannot be read."""
        async with self._turn:
            return await asyncio.wrap_future(self.warm.ask(advised, copy))

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
        """End the process."""
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
