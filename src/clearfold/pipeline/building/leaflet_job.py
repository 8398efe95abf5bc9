"""The roof's workshop: from one copy to its set of editions, made, proven and put in place.

What an earlier build has made of the same things is taken from the cache. With a second process beside it, editions
that need nothing of each other are made and proven at the same time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location, Severity
from clearfold.model.errors import INTERNAL_HINT, ClearfoldError, InternalError, UsageError, internal, refusal_of
from clearfold.model.limits import SECONDS
from clearfold.model.messages import ENGLISH, joined, message, speaking
from clearfold.model.source import read_source
from clearfold.pipeline.building.as_translation import as_translation
from clearfold.pipeline.building.edition_job import Early, Step, ahead, kept_page, known, take
from clearfold.pipeline.building.must_be_clean import ask
from clearfold.pipeline.building.worker import Worker
from clearfold.pipeline.deadline import TooLongError, deadline
from clearfold.pipeline.progress import Progress
from clearfold.pipeline.second_reading import SecondReading
from clearfold.store.cache import Cache
from clearfold.store.manifest import Manifest
from clearfold.store.published_set import Facts, NewFile, Page, put

if TYPE_CHECKING:
    from clearfold.press.edition import Edition, Output
    from clearfold.press.leaflet import Leaflet
    from clearfold.proof.report import EditionReport

ALL = "all"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one copy: where its editions stand, and what the proof says of them.

    ``folder`` is None where nothing was made. Where the proof found an error, it is a folder beside the
    last good editions, which stay. ``fault`` is the traceback of a fault of ours that stopped the build, "" otherwise.
    """

    source: Path
    folder: Path | None
    manifest: Manifest | None
    diagnostics: tuple[Diagnostic, ...]
    reports: tuple["EditionReport", ...]
    fault: str = ""

    @property
    def good(self) -> bool:
        """Tell whether the editions were made and nothing is wrong with them."""
        found = (*self.diagnostics, *(d for report in self.reports for d in report.diagnostics))
        return self.folder is not None and not any(d.severity is Severity.ERROR for d in found)


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked of a build; it goes to other processes and other machines as it is."""

    output: Path
    editions: tuple[str, ...] = ()
    pdf_profile: str = ""
    check: bool = True
    seconds: float = SECONDS
    cache: Cache | None = None
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """In which languages each leaflet is built together, by its name; those that are alone are left out."""
    kept: bool = False
    """Make and prove nothing: NotKeptError tells of what an earlier build has not left in the cache."""
    language: str = ENGLISH
    """In which language the page of the proof is written."""


class NotKeptError(Exception):
    """Something would have to be made."""


def build_one(path: Path, order: Order, say: Progress = lambda _: None, worker: Worker | None = None) -> Built:
    """Make, prove and put in place the editions of one copy; raises UsageError and MissingLibraryError.

    A fault of ours is told in what is returned (INT-001), so that other leaflets go on and the last good set stays.
    """
    try:
        with deadline(order.seconds, str(path)):
            return _build_in_time(path, order, say, worker)
    except LeafletError as error:
        return Built(path, None, None, error.diagnostics, ())
    except TooLongError:
        return Built(path, None, None, (mistake("SRC-089", Location(path), seconds=order.seconds),), ())
    except InternalError as error:
        return broken(path, error)
    except (NotKeptError, ClearfoldError, BrokenExecutor):
        raise
    except Exception as error:
        return broken(path, internal(error, message("building a leaflet")))


def broken(path: Path, error: InternalError) -> Built:
    """Return what is told of a copy of which a fault of ours stopped the build."""
    told = Diagnostic(error.code, Severity.ERROR, Location(path), error.fact, INTERNAL_HINT)
    return Built(path, None, None, (told,), (), "".join(format_exception(error)))


def build_kept(path: Path, order: Order) -> Built | None:
    """Put in place what an earlier build has kept of a copy that has not changed; None where that is not all of it."""
    try:
        return build_one(path, replace(order, kept=True))
    except (NotKeptError, UsageError):
        return None  # whoever builds it tells what is wrong


def editions_of(names: Sequence[str]) -> tuple["Edition", ...]:
    """Return the editions of those names, "all" standing for each that suits any leaflet; raises UsageError."""
    from clearfold.press.editions import EDITIONS

    known = {edition.name: edition for edition in EDITIONS}
    for name in names:
        if name not in (*known, ALL):
            raise UsageError(
                message(
                    "there is no edition “{name}”; choose from {known}, or {all}",
                    name=name,
                    known=joined(", ", known),
                    all=ALL,
                )
            )
    return tuple(e for e in EDITIONS if e.name in names or (ALL in names and not e.on_request))


def _build_in_time(path: Path, order: Order, say: Progress, worker: Worker | None) -> Built:
    say(message("{path}: reading the copy", path=path))
    leaflet = read(path, order)
    ask(leaflet)
    told = as_translation(leaflet, order.cache)
    folder = order.output / leaflet.metadata.id / leaflet.metadata.lang
    editions, left_out = _possible(leaflet, editions_of(order.editions) or _usual(leaflet))
    leaflet = replace(leaflet, warnings=(*leaflet.warnings, *left_out))
    again = SecondReading(leaflet, say)
    found = known(leaflet, editions, order.cache, check=order.check)
    open_ = tuple(step for step in found if not step.done)
    if order.kept and open_:
        raise NotKeptError
    if order.check and open_:
        again.expected()
    steps = {step.edition.name: step for step in found if step.done}
    if open_:
        groups = _groups(found)
        for step in _taken(leaflet, groups, again if order.check else None, order.cache, say, worker):
            steps[step.edition.name] = step
    asked = [steps[edition.name] for edition in editions]
    made = [step.output for step in asked if step.output]
    reports = tuple(step.report for step in asked if step.report)
    good = not any(d.severity is Severity.ERROR for report in reports for d in report.diagnostics)
    try:
        page = _page(leaflet, again, asked, order) if order.check else None
        place, manifest = put(_facts(leaflet), [_file(output) for output in made], folder, good=good, page=page)
    except OSError as error:
        raise UsageError(
            message("{folder} cannot be written: {reason}", folder=folder, reason=refusal_of(error))
        ) from error
    return Built(path, place, manifest, (*leaflet.warnings, *told), reports)


def _possible(
    leaflet: "Leaflet", editions: Sequence["Edition"]
) -> "tuple[tuple[Edition, ...], tuple[Diagnostic, ...]]":
    """Return the editions that can be made here, and why others cannot; raises LeafletError where none can."""
    reasons = {edition.name: edition.kept_from(leaflet) if edition.kept_from else None for edition in editions}
    told = tuple(dict.fromkeys(reason for reason in reasons.values() if reason))
    possible = tuple(edition for edition in editions if reasons[edition.name] is None)
    if not possible:
        raise LeafletError([replace(reason, severity=Severity.ERROR) for reason in told])
    return possible, told


def _facts(leaflet: "Leaflet") -> Facts:
    """Return what the manifest says of a leaflet."""
    data, source = leaflet.metadata, leaflet.source
    return Facts(data.id, data.lang, data.title, data.version, source.path, source.sha256)


def _file(output: "Output") -> NewFile:
    """Return a finished edition as a file that is to be published."""
    told = (output.edition, output.name, output.media_type, output.data, output.pages, output.conformance)
    return NewFile(*told, output.ticket)


def _usual(leaflet: "Leaflet") -> tuple["Edition", ...]:
    """Return the editions of a leaflet of which nobody has said what to make of it."""
    from clearfold.press.editions import STANDARD

    return editions_of(leaflet.publisher.editions) or STANDARD


def read(path: Path, order: Order) -> "Leaflet":
    """Read a copy as it was ordered; raises LeafletError with every mistake that its author can mend."""
    from clearfold.press.editions import EDITIONS
    from clearfold.press.leaflet import PdfProfile
    from clearfold.press.markdown import read_leaflet

    leaflet = read_leaflet(read_source(path), (*(edition.name for edition in EDITIONS), ALL))
    together = order.languages.get(leaflet.metadata.id, ())
    leaflet = replace(leaflet, languages=together if leaflet.metadata.lang in together else ())
    if not order.pdf_profile:
        return leaflet
    return replace(leaflet, publisher=replace(leaflet.publisher, pdf_profile=PdfProfile(order.pdf_profile)))


def _groups(steps: Iterable[Step]) -> list[list[Step]]:
    """Part steps into groups that need nothing of each other, the largest first; what is needed stands before."""
    groups: list[list[Step]] = []
    for step in steps:
        theirs = [group for group in groups if {other.edition.name for other in group} & set(step.edition.needs)]
        for group in theirs:
            groups.remove(group)
        groups.append([*(other for group in theirs for other in group), step])
    left = (group for group in groups if not all(step.done for step in group))
    return sorted(left, key=len, reverse=True)


def _taken(
    leaflet: "Leaflet",
    groups: list[list[Step]],
    again: SecondReading | None,
    cache: Cache | None,
    say: Progress,
    worker: Worker | None,
) -> Iterator[Step]:
    """Take every step that is left, every second group beside this process; the first that fails tells of it."""
    expected = again.expected() if again else None
    theirs = [step for group in groups[1::2] for step in group] if worker else []
    ours = [step for group in (groups[::2] if worker else groups) for step in group]
    early: dict[str, Early] = {}
    later: Future[tuple[Step, ...]] | None = None
    if worker and theirs:
        # What is made ahead comes first, for this process will want it.
        wanted = [step.edition for step in ours if step.edition.ahead and step.output is None]
        early = {edition.name: worker.run(ahead, leaflet, edition) for edition in wanted}
        later = worker.run(take, leaflet, theirs, expected, cache)
    failed: LeafletError | None = None
    try:
        yield from take(leaflet, ours, expected, cache, say, early)
    except LeafletError as error:
        failed = error
    try:
        yield from later.result() if later else ()
    except LeafletError as error:
        failed = failed or error
    if failed:
        raise failed


def _page(leaflet: "Leaflet", again: SecondReading, steps: Sequence[Step], order: Order) -> Page:
    """Return what writes the page of a set, once it is known which files are kept from an earlier build."""
    new = {step.output.name for step in steps if step.output}

    def fresh(manifest: Manifest) -> str:
        from clearfold.proof.report.exhibit import Exhibit
        from clearfold.proof.report.page import to_html

        expected = again.expected()
        exhibits = tuple(
            Exhibit(
                s.report,
                s.output.data,
                leaflet.source,
                expected.title,
                expected.lang,
                s.edition.paper,
                s.edition.sheet(leaflet) if s.edition.sheet else None,
            )
            for s in steps
            if s.report and s.output
        )
        return to_html(exhibits, leaflet.warnings, [f.path for f in manifest.files if f.path not in new])

    def page(manifest: Manifest) -> str:
        kept = tuple(file.path for file in manifest.files if file.path not in new)
        with speaking(order.language):
            return kept_page(steps, kept, order.cache, lambda: fresh(manifest))

    return page


__all__ = ["ALL", "Built", "Order", "Progress", "build_one", "editions_of"]
