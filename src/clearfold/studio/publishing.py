"""Publishing from the studio: a leaflet's languages, or the site of all leaflets, by a build in a process of its own.

What the build says on its way is written into a file, a step a line, which the page reads while it waits.
"""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.pipeline.watching.warm import Warm
from clearfold.store.manifest import NAME, MadeFile, read_manifest
from clearfold.studio.waiting import answer_of

if TYPE_CHECKING:
    from clearfold.pipeline.building.leaflet_job import Built

FOR_PRINTERS = "print-shop"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one copy: whether it was published, and what is wrong with it or its editions."""

    copy: Path
    folder: Path | None
    good: bool
    found: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Publication:
    """A build that was asked for: it goes on while ``task`` is not done."""

    steps: Path
    task: "asyncio.Task[tuple[Outcome, ...]] | None" = None

    @property
    def running(self) -> bool:
        """Tell whether it is not done yet."""
        return self.task is not None and not self.task.done()

    def said(self) -> list[str]:
        """Return what the build has said so far."""
        return self.steps.read_text("utf-8").splitlines() if self.steps.is_file() else []


@dataclass(slots=True)
class Publisher:
    """The publications of a studio, one at a time a leaflet, and one of the site."""

    output: Path
    _of: dict[Path, Publication] = field(default_factory=dict)

    def last(self, what: Path) -> Publication | None:
        """Return the last publication of a leaflet's folder, or of the site's; None where there was none."""
        return self._of.get(what)

    def begin(self, leaflet: Path, *, printers: bool) -> bool:
        """Begin to publish a leaflet, for printers too where that is asked; False where it is being done already."""
        return self._begun(leaflet, partial(publish, leaflet, self.output, printers))

    def begin_site(self, content: Path, folder: Path, address: str) -> bool:
        """Begin to put all leaflets on a site; False where it is being done already."""
        return self._begun(folder, partial(put_on_site, content, self.output, folder, address))

    def _begun(self, what: Path, work: Callable[[Path], tuple[Outcome, ...]]) -> bool:
        before = self.last(what)
        if before and before.running:
            return False
        with tempfile.NamedTemporaryFile(prefix="clearfold-steps-", suffix=".txt", delete=False) as file:
            publication = Publication(Path(file.name))
        publication.task = asyncio.create_task(_done(work, publication.steps))
        self._of[what] = publication
        return True


async def _done(work: Callable[[Path], tuple[Outcome, ...]], steps: Path) -> tuple[Outcome, ...]:
    try:
        with Warm(check=True) as process:
            return await answer_of(process.ask(work, steps))
    finally:
        steps.unlink(missing_ok=True)


def publish(leaflet: Path, output: Path, printers: bool, steps: Path) -> tuple[Outcome, ...]:
    """Make, prove and put in place the usual editions of a leaflet's copies; then the file for the print shop."""
    from clearfold.pipeline.building.build import build
    from clearfold.store.cache import Cache, usual_folder

    cache, say = Cache(usual_folder()), partial(_say, steps, leaflet)
    built = build((leaflet,), output, progress=say, cache=cache)
    if printers and all(one.good for one in built):
        built = build((leaflet,), output, (FOR_PRINTERS,), progress=say, cache=cache)
    return tuple(map(_outcome, built))


def put_on_site(content: Path, output: Path, folder: Path, address: str, steps: Path) -> tuple[Outcome, ...]:
    """Make, prove and put in place the site of all leaflets; what came of it stands last, behind what is not good."""
    from clearfold.site.make import make_site
    from clearfold.store.cache import Cache, usual_folder

    say, cache = partial(_say, steps, folder.parent), Cache(usual_folder())
    built, proof = make_site((content,), output, folder, address=address, progress=say, cache=cache)
    found = () if proof is None else proof.diagnostics
    good = proof is not None and proof.proven
    return (*(_outcome(one) for one in built if not one.good), Outcome(folder, folder if good else None, good, found))


def _say(steps: Path, root: Path, step: object) -> None:
    with steps.open("a", encoding="utf-8") as file:
        file.write(f"{str(step).replace(f'{root}/', '')}\n")


def _outcome(one: "Built") -> Outcome:
    told = (found for report in one.reports for found in report.diagnostics)
    return Outcome(one.source, one.folder, one.good, (*one.diagnostics, *told))


def files_of(folder: Path) -> tuple[MadeFile, ...]:
    """Return what stands in a set of editions, () where none can be read."""
    try:
        return read_manifest(folder / NAME).files
    except (OSError, ValueError):
        return ()


def zipped(folder: Path, files: Sequence[MadeFile]) -> bytes:
    """Return editions with their tickets as one file, the same bytes for the same files."""
    made = BytesIO()
    names = [name for file in files for name in (file.path, file.ticket) if name]
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name in names:
            archive.writestr(_entry(name), (folder / name).read_bytes())
    return made.getvalue()


def _entry(name: str) -> ZipInfo:
    return ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def wrong(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what stops a leaflet from being published."""
    return tuple(one for one in found if one.severity is Severity.ERROR)
