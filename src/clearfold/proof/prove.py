"""The proof's front door: hold one finished file against its copy and report what differs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.limits import FINISHED_BYTES, MB
from clearfold.model.paper import Fold, Paper
from clearfold.model.source import Source
from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.checks import CHECKS
from clearfold.proof.checks.epub.publication import publication
from clearfold.proof.checks.print.folding import folding
from clearfold.proof.checks.print.preflight import preflight
from clearfold.proof.checks.text.order import blocks_moved
from clearfold.proof.compare.labels import unplaced, with_labels
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.stream import Reading, Stream, lay_beside
from clearfold.proof.evidence import Evidence, Facts
from clearfold.proof.expect.other_tools import FURNITURE, as_others_write, lay_others
from clearfold.proof.expect.other_tools_words import plain_language
from clearfold.proof.expect.transcript import expect
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.findings.grouping import gathered
from clearfold.proof.page.placing import place_blocks
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.epub.file import open_epub
from clearfold.proof.readers.epub.spine import read_left_out, read_spine
from clearfold.proof.readers.pdf.content import place, read_content, read_unmarked
from clearfold.proof.readers.pdf.file import PROBLEMS, PdfFile, open_pdf
from clearfold.proof.readers.pdf.pages import read_looks
from clearfold.proof.readers.pdf.print.unimpose import unfold
from clearfold.proof.readers.pdf.render import Renderer
from clearfold.proof.readers.pdf.structure import read_structure, read_unplaced
from clearfold.proof.report import EditionReport, StreamReport, sorted_findings
from clearfold.proof.witnesses import Verdict

__all__ = ["expect", "prove"]

PDF, EPUB = "application/pdf", "application/epub+zip"
STRUCTURE, CONTENT, SPINE = "structure order", "content order", "reading order"
UNTAGGED = (
    "structure: not run, the file has no tags: a screen reader has to guess in what order to read, and what is a "
    "heading, a list or a table; where it was made, export it as a tagged or accessible PDF (PDF/UA)"
)
UNMEASURED = (
    "page rules: not run, a file that others made may have letters of any size; to measure them, say how large they "
    "should be: --level clear, large or giant"
)
PAPER_ALONE = "structure: not run, the file is for paper alone and has no tags"


def prove(
    source: Source | Transcript,
    output: bytes,
    media_type: str,
    *,
    name: str,
    edition: str = "",
    furniture: tuple[Furniture, ...] = (),
    paper: Paper | None = None,
    verdicts: tuple[Verdict, ...] = (),
) -> EditionReport:
    """Prove a finished file against its copy, or against what ``expect`` made of it.

    ``furniture`` is what the edition's templates add, none for a file that another tool made; ``paper`` is what its
    pages are measured against, None for a file without pages or of unknown make. A file that cannot be read is a
    finding (TXT-090); raises LeafletError only where the copy itself cannot be read.
    """
    expected = source if isinstance(source, Transcript) else expect(source)
    # Furniture is asked of our editions alone; a file of unknown make may have it, wherever it has it.
    if edition:
        expected, furniture = with_labels(expected, furniture), tuple(unplaced(expected, furniture))
    else:
        furniture = (*(replace(item, least=0) for item in furniture), *FURNITURE)
    # The publisher stands in a file of its own, the title in the copy.
    copy = next((block.location.path for block in expected.blocks if block.location and block.kind is Kind.TITLE), None)
    not_run: list[str] = []
    try:
        if len(output) > FINISHED_BYTES:
            raise UnreadableError(f"it is larger than {FINISHED_BYTES // MB} MB")
        if media_type == PDF:
            evidence = _pdf(expected, output, furniture, paper, not_run, foreign=not edition)
            # An edition of ours is tagged unless it is for paper alone; what others made need not be.
            if UNTAGGED in not_run and edition and (paper is None or paper.tagged):
                untagged = finding("TAG-010", None, place=name)
                evidence = replace(evidence, noticed=(*evidence.noticed, untagged))
        elif media_type == EPUB:
            evidence = _epub(expected, output, furniture, foreign=not edition)
        else:
            not_run.append(f"{media_type}: not run, there is no reader for it")
            return EditionReport(name, edition, media_type, not_run=tuple(not_run), verdicts=verdicts, copy=copy)
    except (*PROBLEMS, UnreadableError) as error:
        broken = finding("TXT-090", None, place=name, fact=_why(error))
        return EditionReport(name, edition, media_type, diagnostics=(broken,), verdicts=verdicts, copy=copy)
    found = [d for check in CHECKS for d in check(evidence)]
    streams = tuple(_stream_report(stream) for stream in evidence.streams)
    made = (*evidence.noticed, *found)
    told = sorted_findings(made if edition else gathered(made, expected))
    return EditionReport(name, edition, media_type, streams, told, tuple(not_run), verdicts, copy)


def _why(error: Exception) -> str:
    """Say in a few words why a file cannot be read; what a library stumbled over has the name of the error at least."""
    return str(error) if isinstance(error, UnreadableError) else f"{type(error).__name__}: {error}"


def _pdf(
    expected: Transcript,
    output: bytes,
    furniture: tuple[Furniture, ...],
    paper: Paper | None,
    not_run: list[str],
    *,
    foreign: bool,
) -> Evidence:
    unfolded = unfold(output, paper) if paper and paper.fold is not Fold.FLAT else None
    pdf = open_pdf(unfolded.data if unfolded else output)
    tagged = pdf.tree is not None
    labels = {f"page {n}": label for n, label in enumerate(pdf.labels, start=1)}
    content = read_content(pdf)
    untagged: tuple[Block, ...] = ()
    readings = [Reading(CONTENT, content, alternatives=False, pages=True)]
    if tagged:
        untagged = (*read_unmarked(pdf), *read_unplaced(pdf))
        readings.insert(0, Reading(STRUCTURE, read_structure(pdf), (*_artifacts(content), *untagged), structured=True))
    else:
        not_run.append(UNTAGGED if paper is None or paper.tagged else PAPER_ALONE)
    expected, streams, noticed = _laid(
        expected, readings, furniture, lambda place: labels.get(place, place), foreign=foreign
    )
    noticed = (
        *noticed,
        *_pdf_noticed(pdf),
        *_lies(pdf),
        *(_bookmarks(pdf, readings[0].transcript, expected) if tagged else ()),
    )
    if unfolded and paper:
        noticed = (*noticed, *folding(unfolded, pdf, paper))
    if paper and paper.bleed:
        noticed = (*noticed, *preflight(output, pdf, paper))
    if paper is None:
        not_run.append(UNMEASURED)
    looks = read_looks(pdf)
    view = Renderer(unfolded.data if unfolded else output)
    blocks = place_blocks(streams[-1], looks)
    lang = plain_language(pdf.lang, expected) if foreign else pdf.lang
    facts = Facts(pdf.title, lang, pdf.authors, byline=pdf.byline)
    return Evidence(expected, streams, facts, noticed, untagged, paper, looks, blocks, view, furniture, foreign)


def _laid(
    expected: Transcript,
    readings: Sequence[Reading],
    furniture: tuple[Furniture, ...],
    label: Callable[[str], str],
    *,
    foreign: bool,
) -> tuple[Transcript, tuple[Stream, ...], tuple[Diagnostic, ...]]:
    """Lay each reading beside the copy; return what the copy promises of this file, and what was noticed, too."""
    if not foreign:
        return expected, tuple(lay_beside(expected, reading, furniture, label) for reading in readings), ()
    expected = as_others_write(expected, readings[-1].transcript)
    laid = [lay_others(expected, reading, furniture, label) for reading in readings]
    return expected, tuple(stream for stream, _ in laid), tuple(one for _, told in laid for one in told)


def _artifacts(content: Transcript) -> Iterator[Block]:
    """Yield the artifacts, so that a block that became one is told as kept from screen readers, not as missing."""
    return (block for block in content.blocks if block.kind is Kind.ARTIFACT)


def _bookmarks(pdf: PdfFile, structure: Transcript, expected: Transcript) -> Iterator[Diagnostic]:
    """Compare each bookmark with the blocks on the page to which it leads; that these are headings is TAG-001's."""
    there = {(block.place, fold(block.text)) for block in structure.blocks if block.kind is not Kind.CONTENTS}
    anywhere = {text for _, text in there}
    # A bookmark with the copy's words over a heading that has others is right: the heading is told as changed.
    promised = {fold(block.text) for block in expected.blocks if block.kind in (Kind.HEADING, Kind.TITLE)} - anywhere
    for title, page in pdf.bookmarks():
        if (place(page), fold(title)) not in there and fold(title) not in promised:
            yield finding("TAG-011", None, place=place(page), found=title, fact=quoted(title))


def _lies(pdf: PdfFile) -> Iterator[Diagnostic]:
    """Tell, page by page, of glyphs that show other letters than the file says they are."""
    for number, page in enumerate(pdf.pieces):
        told = [piece for piece in page if piece.seen]
        if told:
            said, seen = " ".join(piece.drawn for piece in told), " ".join(piece.seen for piece in told)
            fact, shown = f"{quoted(said)} looks like {quoted(seen)}", tuple(piece.text for piece in told)
            yield finding("TXT-011", None, place=place(number), expected=said, found=seen, fact=fact, shown=shown)


def _pdf_noticed(pdf: PdfFile) -> Iterator[Diagnostic]:
    """Tell what the catalogue of a tagged PDF leaves out (ISO 14289-1, 7.1)."""
    if pdf.tree is not None and not pdf.shows_title:
        yield finding("CON-006", None, place="catalogue")
    if pdf.tree is not None and not pdf.marked:
        yield finding("CON-007", None, place="catalogue")


def _epub(expected: Transcript, output: bytes, furniture: tuple[Furniture, ...], *, foreign: bool) -> Evidence:
    epub = open_epub(output)
    reading = Reading(SPINE, read_spine(epub), read_left_out(epub), structured=True)
    expected, streams, noticed = _laid(expected, (reading,), furniture, str, foreign=foreign)
    facts = Facts(
        reading.transcript.title,
        plain_language(reading.transcript.lang, expected) if foreign else reading.transcript.lang,
        epub.metadata.get("creator", ()),
        epub.metadata.get("date", ()),
    )
    return Evidence(expected, streams, facts, (*noticed, *publication(epub, expected)), foreign=foreign)


def _stream_report(stream: Stream) -> StreamReport:
    expected = stream.expected
    lost = [i for low, high in stream.alignment.lost for i in range(low, high)]
    copy = [(expected.start[n], expected.start[n + 1]) for n, block in enumerate(expected.blocks) if not block.added]
    words = [word for low, high in copy for word in expected.words(low, high)]
    missing = set(lost)
    whole = sum(1 for low, high in words if missing.isdisjoint(range(low, high)))
    return StreamReport(stream.name, whole, len(words), blocks_moved(stream))
