"""The roof: find the copies, have editions made and proven, and put the good ones in place of the last."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.deadline import TooLongError, deadline
from clearfold.diagnostic import Diagnostic, LeafletError, Location, Severity, mistake
from clearfold.limits import SECONDS
from clearfold.manifest import Manifest
from clearfold.shelf import Page, put
from clearfold.source import read_source

if TYPE_CHECKING:
    from clearfold.press.edition import Edition, Output
    from clearfold.press.leaflet import Leaflet
    from clearfold.proof.report import EditionReport
    from clearfold.transcript import Transcript

CONTENT, BUILD = Path("content"), Path("build")
# Notes to the people who write, which stand beside the copies in many projects.
_NOT_COPY = frozenset({"readme.md", "contributing.md", "changelog.md"})
ALL = "all"
Progress = Callable[[str], None]


class UsageError(Exception):
    """What was asked for cannot be done: a file that is not there, an edition that does not exist."""


class MissingLibraryError(Exception):
    """A library of the system that WeasyPrint needs is not there; says how to get it."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one copy: where its editions stand, and what the proof says of them.

    ``folder`` is None where nothing was made. Where the proof found an error, it is a folder beside the
    last good editions, which stay.
    """

    source: Path
    folder: Path | None
    manifest: Manifest | None
    diagnostics: tuple[Diagnostic, ...]
    reports: tuple["EditionReport", ...]

    @property
    def good(self) -> bool:
        """Tell whether the editions were made and nothing is wrong with them."""
        found = (*self.diagnostics, *(d for report in self.reports for d in report.diagnostics))
        return self.folder is not None and not any(d.severity is Severity.ERROR for d in found)


def build(
    sources: Sequence[Path] = (CONTENT,),
    output: Path = BUILD,
    editions: Sequence[str] = (),
    *,
    pdf_profile: str = "",
    check: bool = True,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> tuple[Built, ...]:
    """Make and prove editions of every copy; one copy's mistakes do not stop the others.

    ``sources`` are Markdown files or folders of them; ``editions`` are names, or "all"; none of them means what each
    publisher.yaml names, else the three standard ones. ``pdf_profile`` is "archive" or "next", "" for what each
    publisher.yaml says. A leaflet that takes more ``seconds`` is given up (SRC-089). Raises UsageError where there is
    nothing to build.
    """
    if sys.flags.optimize:  # WeasyPrint 70 tells by assertions which values of CSS it was given
        raise UsageError("run Python without -O and PYTHONOPTIMIZE: pages would be drawn otherwise")
    wanted = editions_of(editions)
    say = progress or (lambda _: None)
    order = _Order(output, wanted, pdf_profile, check, seconds, say)
    copies = {path.resolve(): path for path in _copies(sources)}
    return tuple(_build_one(path, order) for path in copies.values())


def editions_of(names: Sequence[str]) -> tuple["Edition", ...]:
    """Return the editions of those names, "all" standing for each that suits any leaflet; raises UsageError."""
    from clearfold.press.editions import EDITIONS

    known = {edition.name: edition for edition in EDITIONS}
    for name in names:
        if name not in (*known, ALL):
            raise UsageError(f"there is no edition “{name}”; choose from {', '.join(known)}, or {ALL}")
    return tuple(e for e in EDITIONS if e.name in names or (ALL in names and not e.on_request))


def _with_needed(asked: Sequence["Edition"]) -> tuple["Edition", ...]:
    """Return editions and what they need, in the order of EDITIONS: what an edition needs comes before it."""
    from clearfold.press.editions import EDITIONS

    wanted = {name for edition in asked for name in (edition.name, *edition.needs)}
    return tuple(edition for edition in EDITIONS if edition.name in wanted)


def _copies(sources: Sequence[Path]) -> Iterator[Path]:
    for source in sources:
        if source.is_dir():
            found = [p for p in sorted(source.rglob("*.md")) if _is_copy(p.relative_to(source))]
            if not found:
                raise UsageError(
                    f"there is no Markdown file in {source}; “clearfold new” makes a leaflet to start from"
                )
            yield from found
        elif source.exists():
            yield source
        else:
            hint = "; “clearfold new DIR” makes a project to start from" if source == CONTENT else ""
            raise UsageError(f"there is no file or folder {source}{hint}")


def _is_copy(path: Path) -> bool:
    return path.name.lower() not in _NOT_COPY and not any(part.startswith((".", "_")) for part in path.parts)


@dataclass(frozen=True, slots=True)
class _Order:
    """What was asked of a build, and which copy each folder of outputs has been given to."""

    output: Path
    editions: Sequence["Edition"]
    pdf_profile: str
    check: bool
    seconds: float
    say: Progress
    taken: dict[Path, Path] = field(default_factory=dict)


def _build_one(path: Path, order: _Order) -> Built:
    try:
        with deadline(order.seconds, str(path)):
            return _build_in_time(path, order)
    except TooLongError:
        fact = f"the leaflet takes longer than {order.seconds:.0f} seconds"
        hint = "part it, or look for what is out of measure in it; --time-limit SECONDS gives it more time"
        return Built(path, None, None, (mistake("SRC-089", Location(path), fact, hint),), ())


def _build_in_time(path: Path, order: _Order) -> Built:
    try:
        leaflet = _read(path, order)
        folder = order.output / leaflet.metadata.id / leaflet.metadata.lang
        if order.taken.setdefault(folder, path) is not path:
            raise LeafletError([_twin(path, order.taken[folder], leaflet)])
        expected = _read_again(leaflet, order.say) if order.check else None
        made: list[Output] = []
        editions = order.editions or _usual(leaflet)
        for edition in _with_needed(editions):
            order.say(f"{path}: making {edition.name}")
            made.append(_make(leaflet, edition, made))
        asked = {edition.name for edition in editions}
        made = [output for output in made if output.edition in asked]
    except LeafletError as error:
        return Built(path, None, None, error.diagnostics, ())
    reports = _prove(leaflet, expected, editions, made, order.say) if expected else ()
    good = not any(d.severity is Severity.ERROR for report in reports for d in report.diagnostics)
    try:
        page = _page(leaflet, expected, editions, made, reports) if expected else None
        place, manifest = put(leaflet, made, folder, good=good, page=page)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}") from error
    return Built(path, place, manifest, leaflet.warnings, reports)


def _usual(leaflet: "Leaflet") -> tuple["Edition", ...]:
    """Return the editions of a leaflet of which nobody has said what to make of it."""
    from clearfold.press.editions import STANDARD

    return editions_of(leaflet.publisher.editions) or STANDARD


def _read(path: Path, order: _Order) -> "Leaflet":
    from clearfold.press.copy import read_leaflet
    from clearfold.press.editions import EDITIONS
    from clearfold.press.leaflet import PdfProfile

    order.say(f"{path}: reading the copy")
    leaflet = read_leaflet(read_source(path), (*(edition.name for edition in EDITIONS), ALL))
    if not order.pdf_profile:
        return leaflet
    return replace(leaflet, publisher=replace(leaflet.publisher, pdf_profile=PdfProfile(order.pdf_profile)))


def _read_again(leaflet: "Leaflet", say: Progress) -> "Transcript":
    """Return what the proof expects of a leaflet; raise LeafletError where two programs read the copy in two ways."""
    from clearfold.press.edition import page
    from clearfold.press.editions.large_print import LARGE_PRINT
    from clearfold.proof.accounting import unread
    from clearfold.proof.agreement import disagreements
    from clearfold.proof.prove import expect

    say(f"{leaflet.source.path}: reading the copy a second time")
    expected = expect(leaflet.source)
    logo, cover = leaflet.publisher.logo, leaflet.metadata.cover
    html = page(leaflet, LARGE_PRINT, logo=logo.name if logo else "", cover=cover.name if cover else "")
    furniture = LARGE_PRINT.furniture(leaflet, LARGE_PRINT)
    found = (*unread(leaflet.source, expected), *disagreements(expected, html, furniture))
    if found:
        raise LeafletError(found)
    return expected


def _make(leaflet: "Leaflet", edition: "Edition", made: Sequence["Output"]) -> "Output":
    from clearfold.press.ticket import with_ticket

    needed = tuple(output for output in made if output.edition in edition.needs)
    try:
        return with_ticket(leaflet, edition, edition.write(leaflet, edition, needed))
    except OSError as error:
        if "cannot load library" not in str(error):  # cffi's words, when WeasyPrint is imported
            # WeasyPrint's fonts pass through the system's folder for temporary files, which may be full.
            reason = error.strerror or str(error)
            raise UsageError(f"{leaflet.source.path}: {edition.name} cannot be made: {reason}") from error
        raise MissingLibraryError(
            "WeasyPrint needs Pango, which this machine lacks. Debian, Ubuntu: "
            "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; Fedora: sudo dnf install pango; "
            "macOS: brew install pango; Windows: pip install gstreamer-libs"
        ) from error


def _twin(path: Path, other: Path, leaflet: "Leaflet") -> Diagnostic:
    fact = f"{other} has the same id “{leaflet.metadata.id}” and the same language"
    return Diagnostic("SRC-060", Severity.ERROR, Location(path, 1, 1), fact, "give one of them another id or language")


def _prove(
    leaflet: "Leaflet",
    expected: "Transcript",
    editions: Sequence["Edition"],
    made: Sequence["Output"],
    say: Progress,
) -> tuple["EditionReport", ...]:
    from clearfold.proof.prove import prove

    reports: list[EditionReport] = []
    for edition, output in zip(editions, made, strict=True):
        say(f"{leaflet.source.path}: proving {edition.name}")
        furniture = edition.furniture(leaflet, edition)
        reports.append(
            prove(
                expected,
                output.data,
                output.media_type,
                name=output.name,
                edition=edition.name,
                furniture=furniture,
                paper=edition.paper,
            )
        )
    return tuple(reports)


def _page(
    leaflet: "Leaflet",
    expected: "Transcript",
    editions: Sequence["Edition"],
    made: Sequence["Output"],
    reports: Sequence["EditionReport"],
) -> Page:
    """Return what writes the page of a set, once it is known which files are kept from an earlier build."""
    from clearfold.proof.report.exhibit import Exhibit
    from clearfold.proof.report.page import to_html

    exhibits = tuple(
        Exhibit(report, output.data, leaflet.source, expected.title, expected.lang, edition.paper)
        for edition, output, report in zip(editions, made, reports, strict=True)
    )
    new = {output.name for output in made}
    return lambda manifest: to_html(exhibits, leaflet.warnings, [f.path for f in manifest.files if f.path not in new])
