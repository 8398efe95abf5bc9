"""Publishing from the studio: all languages of a leaflet, made and proven by a build in a process of its own.

What the build says on its way is written into a file, a step a line, which the page reads while it waits.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.pipeline.watching.warm import Warm
from clearfold.store.manifest import NAME, MadeFile, read_manifest

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
    """The publications of a studio, one at a time a leaflet."""

    output: Path
    _of: dict[Path, Publication] = field(default_factory=dict)

    def last(self, leaflet: Path) -> Publication | None:
        """Return the last publication of a leaflet's folder, None where there was none."""
        return self._of.get(leaflet)

    def begin(self, leaflet: Path, *, printers: bool) -> bool:
        """Begin to publish a leaflet, for printers too where that is asked; False where it is being done already."""
        before = self.last(leaflet)
        if before and before.running:
            return False
        with tempfile.NamedTemporaryFile(prefix="clearfold-steps-", suffix=".txt", delete=False) as file:
            publication = Publication(Path(file.name))
        publication.task = asyncio.create_task(self._made(leaflet, publication.steps, printers=printers))
        self._of[leaflet] = publication
        return True

    async def _made(self, leaflet: Path, steps: Path, *, printers: bool) -> tuple[Outcome, ...]:
        try:
            with Warm(check=True) as process:
                return await asyncio.wrap_future(process.ask(publish, leaflet, self.output, steps, printers=printers))
        finally:
            steps.unlink(missing_ok=True)


def publish(leaflet: Path, output: Path, steps: Path, *, printers: bool) -> tuple[Outcome, ...]:
    """Make, prove and put in place the usual editions of a leaflet's copies; then the file for the print shop."""
    from clearfold.pipeline.build import build
    from clearfold.store.cache import Cache, usual_folder

    def say(step: object) -> None:
        with steps.open("a", encoding="utf-8") as file:
            file.write(f"{str(step).replace(f'{leaflet}/', '')}\n")

    cache = Cache(usual_folder())
    built = build((leaflet,), output, progress=say, cache=cache)
    if printers and all(one.good for one in built):
        built = build((leaflet,), output, (FOR_PRINTERS,), progress=say, cache=cache)
    return tuple(
        Outcome(
            one.source,
            one.folder,
            one.good,
            (*one.diagnostics, *(found for report in one.reports for found in report.diagnostics)),
        )
        for one in built
    )


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
