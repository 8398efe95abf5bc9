"""The proof's front door: hold one finished file against its copy and report what differs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from clearfold.model.binding import Binding
from clearfold.model.braille import Sheet
from clearfold.model.design import Design
from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.limits import FINISHED_BYTES, MB
from clearfold.model.media_types import BRF, EBRAILLE, EPUB, HTML, PDF, PEF
from clearfold.model.messages import message
from clearfold.model.paper import Paper
from clearfold.model.source import Source
from clearfold.model.transcript import Furniture, Kind, Transcript
from clearfold.proof.checks import CHECKS, LAST, UNREAD
from clearfold.proof.checks.text.order import blocks_moved
from clearfold.proof.compare.labels import unplaced, with_labels
from clearfold.proof.compare.stream import Stream
from clearfold.proof.evidence import Evidence
from clearfold.proof.expect.other_tools import FURNITURE
from clearfold.proof.expect.transcript import expect
from clearfold.proof.findings.finding import finding
from clearfold.proof.findings.grouping import gathered
from clearfold.proof.opening import Asked, Work, braille_evidence, epub_evidence, page_evidence, pdf_evidence
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.braille.witness import contractions
from clearfold.proof.readers.media_type import media_type_of
from clearfold.proof.report import EditionReport, StreamReport, not_run, sorted_findings
from clearfold.proof.witnesses.claims import claims_of

__all__ = ["expect", "prove"]

OPENERS: Mapping[str, Callable[[Asked, bytes, Work], Evidence]] = MappingProxyType(
    {
        PDF: pdf_evidence,
        EPUB: epub_evidence,
        HTML: page_evidence,
        **{kind: partial(braille_evidence, media_type=kind) for kind in (BRF, PEF, EBRAILLE)},
    }
)
UNTAGGED = not_run(
    message("structure"),
    message(
        "{fact}: {meaning}",
        fact=message("the file has no tags"),
        meaning=message(
            "a screen reader has to guess in what order to read, and what is a heading, a list or a table; where it "
            "was made, export it as a tagged or accessible PDF (PDF/UA)"
        ),
    ),
)
UNMEASURED = not_run(
    message("page rules"),
    message(
        "a file that others made may have letters of any size; to measure them, say how large they should be: --level "
        "clear, large or giant"
    ),
)
PAPER_ALONE = not_run(message("structure"), message("the file is for paper alone and has no tags"))


def prove(
    source: Source | Transcript,
    output: bytes,
    media_type: str,
    *,
    name: str,
    edition: str = "",
    furniture: tuple[Furniture, ...] = (),
    paper: Paper | None = None,
    ours: bool = False,
    binding: Binding | None = None,
    design: Design | None = None,
    sheet: Sheet | None = None,
) -> EditionReport:
    """Prove a finished file against its copy, or against what ``expect`` made of it.

    ``furniture`` is what the edition's templates add, none for a file that another tool made; ``paper`` is what its
    pages are measured against, None for a file without pages or of unknown make; ``ours`` says that our press made
    the file, so that it may hold nothing which its make does not explain, ``binding`` what such a book has around
    its text, ``design`` what such a PDF is made with, and ``sheet`` what braille promises of
    its pages. A file that cannot be read is a finding (TXT-090). Where
    ``media_type`` is "", the file's own bytes tell it.
    Raises LeafletError where the copy itself cannot be read, and InternalError for a fault of ours.
    """
    expected = source if isinstance(source, Transcript) else expect(source)
    # The publisher stands in a file of its own, the title in the copy.
    copy = next((b.location.path for b in expected.blocks if b.location and b.kind is Kind.TITLE), None)
    report = EditionReport(name, edition, media_type, copy=copy)
    if media_type and media_type not in OPENERS:
        return replace(report, not_run=(not_run(media_type, message("there is no reader for it")),))
    work = Work(edition or name)
    try:
        media_type = media_type or media_type_of(output)
        report = replace(report, media_type=media_type)
        with work.own():
            if len(output) > FINISHED_BYTES:
                raise UnreadableError(
                    message("it is larger than {finished_bytes} MB", finished_bytes=FINISHED_BYTES // MB)
                )
            asked = _asked(expected, furniture, paper, name, edition, ours=ours)
            asked = replace(asked, binding=binding, design=design, sheet=sheet)
            evidence = OPENERS[media_type](asked, output, work)
            if evidence.pdf is not None:
                whole = evidence.pdf.whole
                report = replace(report, pages=len(whole.pages), claims=claims_of(whole))
            found = tuple(_found(evidence, work))
            work.doing = message("writing the report")
            told = sorted_findings(found if edition else gathered(found, expected))
            streams = () if _unread(evidence) else tuple(_stream_report(stream) for stream in evidence.streams)
    except UnreadableError as error:
        unread = finding("TXT-090", None, place=name, fact=message("{error}", error=error))
        return replace(report, diagnostics=(unread,))
    return replace(report, streams=streams, diagnostics=told, not_run=tuple(_not_run(evidence)))


def _asked(
    expected: Transcript, furniture: tuple[Furniture, ...], paper: Paper | None, name: str, edition: str, *, ours: bool
) -> Asked:
    """Return what is asked of a file: furniture of our editions alone; others may have it, wherever they have it."""
    if edition:
        expected, furniture = with_labels(expected, furniture), tuple(unplaced(expected, furniture))
    else:
        furniture = (*(replace(item, least=0) for item in furniture), *FURNITURE)
    return Asked(expected, furniture, paper, name, foreign=not edition, ours=ours)


def _found(evidence: Evidence, work: Work) -> Iterator[Diagnostic]:
    told = False
    for check in UNREAD if _unread(evidence) else CHECKS:
        if told and check in LAST:
            continue
        work.doing = message("checking {__name__}", __name__=check.__name__.replace("_", " "))
        for one in check(evidence):
            told = told or (one.severity is Severity.ERROR and check not in LAST)
            yield one


def _unread(evidence: Evidence) -> bool:
    """Say whether nothing can read the words of a file."""
    return evidence.braille is not None and evidence.braille.language.unread


def _not_run(evidence: Evidence) -> Iterator[str]:
    """Say what could not be looked at, and why."""
    if evidence.pdf is not None and evidence.pdf.structure is None:
        yield UNTAGGED if evidence.paper is None or evidence.paper.tagged else PAPER_ALONE
    if evidence.pdf is not None and evidence.paper is None:
        yield UNMEASURED
    if evidence.braille is not None:
        told = contractions([block.text for block in evidence.expected.blocks], evidence.braille.language)
        yield from (told,) if told else ()


def _stream_report(stream: Stream) -> StreamReport:
    expected = stream.expected
    lost = [i for low, high in stream.alignment.lost for i in range(low, high)]
    copy = [(expected.start[n], expected.start[n + 1]) for n, block in enumerate(expected.blocks) if not block.added]
    words = [word for low, high in copy for word in expected.words(low, high)]
    missing = set(lost)
    whole = sum(1 for low, high in words if missing.isdisjoint(range(low, high)))
    return StreamReport(stream.name, whole, len(words), blocks_moved(stream))
