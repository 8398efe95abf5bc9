"""The roof's other half: prove finished files against the copy that they were made from, or are said to be."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model import media_types
from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.limits import FINISHED_BYTES, SECONDS
from clearfold.model.messages import message
from clearfold.model.paper import Level, Paper
from clearfold.model.source import Source, read_source
from clearfold.pipeline.building.build import BUILD, Progress
from clearfold.pipeline.checking.held_copy import HeldCopy
from clearfold.pipeline.checking.manifest_truth import missing, untrue_of_leaflet, untruths
from clearfold.pipeline.deadline import TooLongError, deadline
from clearfold.store.manifest import NAME, MadeFile, Manifest
from clearfold.store.published_set import read, sets

if TYPE_CHECKING:
    from clearfold.press.edition import Edition
    from clearfold.proof.report import EditionReport
    from clearfold.proof.report.exhibit import Exhibit
    from clearfold.proof.witnesses import Verdict


def check(
    paths: Sequence[Path] = (BUILD,),
    source: Path | None = None,
    *,
    level: Level | None = None,
    witnesses: bool = False,
    progress: Progress | None = None,
) -> tuple["EditionReport", ...]:
    """Prove finished files against their copy, found through their manifest or given; raise UsageError without one.

    ``level`` is how large the letters of files are that others made; an edition of ours has promised its own.
    ``witnesses`` asks EPUBCheck, veraPDF and Ace as well: their verdicts stand in the reports.
    """
    found = exhibits(paths, source, level=level, witnesses=witnesses, progress=progress)
    return tuple(exhibit.report for exhibit in found)


def exhibits(
    paths: Sequence[Path] = (BUILD,),
    source: Path | None = None,
    *,
    level: Level | None = None,
    witnesses: bool = False,
    progress: Progress | None = None,
) -> Iterator["Exhibit"]:
    """Prove files as check does, and yield each with all that the page for editors shows of it."""
    asked = _Asked(level, witnesses, progress or (lambda _: None))
    for path in paths:
        if path.is_dir():
            folders = sets(path)
            if not folders:
                raise UsageError(
                    message(
                        "there is no {name} in {path}; build first, or name the files and give --source",
                        name=NAME,
                        path=path,
                    )
                )
            for folder in folders:
                yield from _check_set(folder, source, asked, only=None)
        elif not path.is_file():
            raise UsageError(message("there is no file or folder {path}", path=path))
        elif (path.parent / NAME).is_file() and source is None:
            yield from _check_set(path.parent, None, asked, only=path.name)
        elif source is None:
            raise UsageError(
                message(
                    "{path} has no {name} beside it; say which copy it was made from with --source FILE",
                    path=path,
                    name=NAME,
                )
            )
        else:
            yield _check_file(path, _bytes(path), HeldCopy(read_source(source)), None, asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of all files alike, and whom to tell of each."""

    level: Level | None
    witnesses: bool
    say: Progress


def _check_set(folder: Path, source: Path | None, asked: _Asked, only: str | None) -> Iterator["Exhibit"]:
    try:
        manifest, found = read(folder)
    except ValueError as error:
        raise UsageError(message("{folder} cannot be used: {error}", folder=folder / NAME, error=error)) from error
    place = source or folder / manifest.source
    if not place.is_file():
        raise UsageError(
            message(
                "the copy of {folder} is not at {place}; say where it is with --source FILE", folder=folder, place=place
            )
        )
    copy = HeldCopy(read_source(Path(os.path.relpath(place))), beside=_beside(folder))
    if only is not None and only not in {file.path for file in manifest.files}:
        yield _check_file(folder / only, _bytes(folder / only), copy, None, asked)
    same = copy.source.sha256 == manifest.source_sha256
    told = tuple(untrue_of_leaflet(folder, manifest, copy.transcript())) if same else ()
    for file in manifest.files:
        path = folder / file.path
        if only not in (None, file.path):
            continue
        if file.path not in found and not path.exists():
            yield _absent(path, file, copy, (missing(folder, file), *told))
        else:
            data = found[file.path] if file.path in found else _bytes(path)
            exhibit = _check_file(path, data, copy, file, asked, _printed(file, manifest, found))
            told = (*untruths(folder, file, _edition(file.edition), data, exhibit.report), *told)
            # What was changed in a file is told in full, and not once more by its sum.
            if exhibit.report.proven and told:
                report = replace(exhibit.report, diagnostics=(*exhibit.report.diagnostics, *told))
                exhibit = replace(exhibit, report=report)
            yield exhibit
        told = ()


def _beside(folder: Path) -> tuple[str, ...]:
    """Return the languages of the sets that stand beside a set, its own among them."""
    return tuple(sorted(path.parent.name for path in folder.resolve().parent.glob(f"*/{NAME}")))


def _absent(path: Path, made: MadeFile, copy: HeldCopy, told: tuple[Diagnostic, ...]) -> "Exhibit":
    """Return that a file is not there; the others are looked at all the same."""
    from clearfold.proof.report import EditionReport
    from clearfold.proof.report.exhibit import Exhibit

    expected = copy.transcript()
    report = EditionReport(str(path), made.edition, made.media_type, diagnostics=told, copy=copy.source.path)
    return Exhibit(report, b"", copy.source, expected.title, expected.lang)


def _printed(made: MadeFile, manifest: Manifest, found: Mapping[str, bytes]) -> bytes:
    """Return the edition of the same copy that a file takes its pages from, b"" where it is not at hand."""
    edition = _edition(made.edition)
    needs = edition.needs if edition else ()
    others = (one for one in manifest.files if one.edition in needs and one.source_sha256 == made.source_sha256)
    return next((found[one.path] for one in others if one.path in found), b"")


def _bytes(path: Path) -> bytes:
    """Return what a file holds; of one that is too large a byte more than is taken, and the proof tells of it."""
    try:
        with path.open("rb") as file:
            return file.read(FINISHED_BYTES + 1)
    except OSError as error:
        raise UsageError(message("{path} cannot be read: {reason}", path=path, reason=refusal_of(error))) from error


def _check_file(
    path: Path, data: bytes, copy: HeldCopy, made: MadeFile | None, asked: _Asked, printed: bytes = b""
) -> "Exhibit":
    from clearfold.proof.prove import prove
    from clearfold.proof.report.exhibit import Exhibit

    asked.say(message("{path}: proving", path=path))

    def proved(edition: "Edition | None") -> tuple["EditionReport", "Edition | None"]:
        report = prove(
            copy.transcript(),
            data,
            made.media_type if made else "",
            name=str(path),
            edition=made.edition if made else edition.name if edition else "",
            furniture=copy.furniture(edition),
            paper=edition.paper if edition else _paper(asked.level),
            ours=edition is not None,
            binding=copy.binding(edition, printed),
            design=copy.design(edition),
            sheet=copy.sheet(edition, printed),
        )
        return report, edition

    likely = (_edition(made.edition),) if made else copy.editions(path, data) or (None,)
    try:
        with deadline(SECONDS, str(path)):
            report, edition = min((proved(one) for one in likely), key=lambda one: _errors(one[0]))
    except TooLongError as error:
        raise UsageError(
            message(
                "{path} takes longer than {seconds:.0f} seconds to prove, and is given up", path=path, seconds=SECONDS
            )
        ) from error
    if made and made.source_sha256 != copy.source.sha256:
        report = replace(report, diagnostics=(*report.diagnostics, _stale(path, copy.source)))
    if asked.witnesses:
        asked.say(message("{path}: asking EPUBCheck, veraPDF and Ace", path=path))
        report = replace(report, verdicts=_verdicts(path, report.media_type, edition))
    expected = copy.transcript()
    paper = edition.paper if edition else None
    return Exhibit(report, data, copy.source, expected.title, expected.lang, paper, copy.sheet(edition))


def _errors(report: "EditionReport") -> int:
    return sum(found.severity is Severity.ERROR for found in report.diagnostics)


def _verdicts(path: Path, media_type: str, edition: "Edition | None") -> "tuple[Verdict, ...]":
    """Return what outside witnesses say of a file; an edition for paper alone is asked for what it claims, no more."""
    from clearfold.proof.witnesses.ask import EPUB, LEAST, PDF, ask

    kind = {media_types.PDF: PDF, media_types.EPUB: EPUB}.get(media_type)
    if kind is None:  # nobody outside judges web pages and braille
        return ()
    paper = edition.paper if edition else None
    return tuple(ask(path, kind=kind, least=() if paper and not paper.tagged else LEAST))


def _paper(level: Level | None) -> Paper | None:
    """Return what is asked of a file of which only the size of its letters is known; its size and margins are free."""
    return Paper(level, width=0, height=0, margin=0, folios=False) if level else None


def _edition(name: str) -> "Edition | None":
    from clearfold.press.editions import EDITIONS

    return next((edition for edition in EDITIONS if edition.name == name), None)


def _stale(path: Path, source: Source) -> Diagnostic:
    fact = message("the copy has changed since {name} was made from it", name=path.name)
    return Diagnostic("CON-020", Severity.WARNING, source.at(0, 0), fact, message("build it again"))
