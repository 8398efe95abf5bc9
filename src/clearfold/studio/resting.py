"""All editions of a copy that rests, made beside the work of who writes it: to be seen, never what is published.

A build makes them, into a folder of the studio's own, without the proof; they are kept in the cache, where publishing
finds them. A new save ends the process that is at it. That process gives way to every other one, where systems know of
nice(2).
"""

import asyncio
import shutil
import tempfile
import time
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from clearfold.model.errors import ClearfoldError
from clearfold.pipeline.building.leaflet_job import Order
from clearfold.pipeline.watching.looks import made
from clearfold.pipeline.watching.warm import Warm
from clearfold.store.cache import Cache, usual_folder
from clearfold.studio.waiting import answer_of

REST = 3.0
"""Seconds after a save after which all editions are made."""


@dataclass(frozen=True, slots=True)
class Rested:
    """The editions of a copy as it was when it rested: their folder, when they were made (seconds since 1970), of what.

    ``state`` is a digest of the copy with all that it is made with.
    """

    folder: Path
    at: float
    state: str


@dataclass(slots=True)
class _Copy:
    """What is known of a copy: what was made last, and which state of it is being made or was tried."""

    made: Rested | None = None
    tried: str = ""
    task: "asyncio.Task[None] | None" = None


@dataclass(slots=True)
class Resting:
    """The copies that rest, of which one at a time is made."""

    rest: float = REST
    _copies: dict[Path, _Copy] = field(default_factory=dict)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _folder: Path | None = None

    def saved(self, copy: Path, state: str) -> None:
        """Have a state of a copy made once it has rested; whatever was being made of an earlier one is given up."""
        known = self._copies.setdefault(copy, _Copy())
        if known.tried == state:
            return
        self.left(copy)
        known.tried, known.task = state, asyncio.create_task(self._make(copy, known, state))

    def left(self, copy: Path) -> None:
        """Give up what is being made of a copy, which has errors now."""
        known = self._copies.get(copy)
        if known and known.task and not known.task.done():
            known.task.cancel()
            known.tried = ""

    def made(self, copy: Path) -> Rested | None:
        """Return what was made last of a copy, None where nothing was."""
        known = self._copies.get(copy)
        return known.made if known else None

    def at_work(self, copy: Path) -> bool:
        """Tell whether editions of a copy are being made, or will be when it has rested."""
        known = self._copies.get(copy)
        return bool(known and known.task and not known.task.done())

    def close(self) -> None:
        """Forget what was made."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None

    async def _make(self, copy: Path, known: _Copy, state: str) -> None:
        await asyncio.sleep(self.rest)
        async with self._turn:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="clearfold-rest-"))
            order = Order(self._folder, check=False, cache=Cache(usual_folder()))
            # What cannot be made now is told when the leaflet is published.
            with suppress(ClearfoldError, BrokenExecutor, OSError), Warm(polite=True) as process:
                ((built, _),) = await answer_of(process.ask(made, (copy,), order, 1))
                if built.good and built.folder:
                    known.made = Rested(built.folder, time.time(), state)
