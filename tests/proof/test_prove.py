"""The front door: a finished file, its copy, and what comes of it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from clearfold.model.errors import InternalError
from clearfold.model.media_types import EPUB, PDF
from clearfold.model.paper import Level, Paper
from clearfold.model.source import read_source
from clearfold.proof.page.page_model import Box
from clearfold.proof.prove import expect, prove
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.pdf.render import Renderer
from clearfold.proof.report import EditionReport
from tests.faults import sample
from tests.faults.tagged import saved
from tests.proof.copies import read
from tests.proof.folded import folded


def codes(report: EditionReport) -> list[str]:
    return [d.code for d in report.diagnostics]


def test_source_or_what_was_expected_of_it() -> None:
    """The copy may be given, or what the proof read in it: the report is the same."""
    one = prove(sample.copy(), sample.pdf(), PDF, name="a", edition="x", furniture=sample.PRINTED)
    two = prove(expect(sample.copy()), sample.pdf(), PDF, name="a", edition="x", furniture=sample.PRINTED)
    assert one == two
    assert one.proven
    assert [("structure order", 184, 184, 0), ("content order", 178, 178, 0)] == [
        (s.name, s.found, s.expected, s.moved) for s in one.streams
    ]


def test_files_of_other_tools_need_no_furniture() -> None:
    """Without declared furniture, what a template added is told as added, and nothing else is."""
    report = prove(sample.copy(), sample.epub(), EPUB, name="a")
    assert {"TXT-005"} == set(codes(report))


def test_untagged_file_is_proven_as_far_as_it_goes() -> None:
    """An untagged file of another tool: the structure is not run, the words are."""
    with pikepdf.open(BytesIO(sample.pdf())) as made:
        del made.Root.StructTreeRoot
        data = saved(made)
    report = prove(sample.copy(), data, PDF, name="a", furniture=sample.PRINTED)
    assert report.not_run[0].startswith("structure: not run")
    assert (["content order"], []) == ([s.name for s in report.streams], codes(report))
    assert ["TAG-010"] == codes(prove(sample.copy(), data, PDF, name="a", edition="x", furniture=sample.PRINTED))


@pytest.mark.parametrize("media_type", [PDF, EPUB])
def test_broken_file_is_a_finding(media_type: str) -> None:
    """A file that cannot be read raises TXT-090 and nothing else."""
    assert ["TXT-090"] == codes(prove(sample.copy(), b"broken", media_type, name="a"))


@pytest.mark.parametrize(
    ("broken", "doing"),
    [
        ("clearfold.proof.opening.place_blocks", "placing the blocks on the pages"),
        ("clearfold.proof.opening.lay_beside", "laying the text beside the copy"),
        ("clearfold.proof.checks.text.structure.block_pairs", "checking structure"),
    ],
)
@pytest.mark.parametrize("error", [TypeError, KeyError, AssertionError, OSError])
def test_fault_of_ours_is_told_as_ours(
    broken: str, doing: str, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong in our own work is no finding about a good file: it says what was being done, and to which."""

    def fail(*_: object) -> None:
        raise error("a bug")

    monkeypatch.setattr(broken, fail)
    with pytest.raises(InternalError) as raised:
        prove(sample.copy(), sample.pdf(), PDF, name="a", edition="large-print", furniture=sample.PRINTED)
    assert ("INT-001", doing, "large-print") == (raised.value.code, raised.value.doing, raised.value.edition)
    assert isinstance(raised.value.__cause__, error)


def test_page_that_cannot_be_drawn_is_a_finding() -> None:
    """A file that pypdf reads and PDFium does not is one that cannot be read, and no fault of ours."""
    with pytest.raises(UnreadableError):
        Renderer(b"no PDF").patch(0, Box(0, 0, 1, 1))


def test_size_of_print_is_asked_of_pages_alone() -> None:
    """An EPUB has no pages: how large its letters should be changes nothing of its report."""
    paper = Paper(Level.LARGE, width=0, height=0, margin=0, folios=False)
    assert prove(sample.copy(), sample.epub(), EPUB, name="a") == prove(
        sample.copy(), sample.epub(), EPUB, name="a", paper=paper
    )


def test_unknown_media_type_is_not_run() -> None:
    """A file for which there is no reader is not called proven by a check: that nothing ran is said."""
    assert ("text/plain: not run, there is no reader for it",) == prove(
        sample.copy(), b"", "text/plain", name="a"
    ).not_run


def test_replaced_block_is_missing_and_another_is_added() -> None:
    """A block in whose place stands another that is nothing like it is missing; the other is added."""
    data = sample.pdf_with("Dit helpt bij griep:", "Koop vandaag nog een nieuwe fiets met korting.")
    report = prove(sample.copy(), data, PDF, name="a", edition="x", furniture=sample.PRINTED)
    assert ["TXT-001", "TXT-005"] == codes(report)
    assert "structure order and content order" in str(report.diagnostics[0])


def test_wrong_copy_is_not_proven() -> None:
    """A file held against another leaflet's copy is missing its words, and has others."""
    report = prove(read("## Fietsen\n\nEen fiets heeft twee wielen en een bel.\n"), sample.pdf(), PDF, name="a")
    assert {"TXT-001", "TXT-005"} <= set(codes(report))
    assert report.streams[0].found < report.streams[0].expected


@pytest.mark.parametrize(("order", "across"), [((4, 5, 0, 1, 2, 3), 3), ((3, 0, 1, 2), 2)])
def test_folded_sheet_begins_with_its_last_part(order: tuple[int, ...], across: int) -> None:
    """An old folded brochure, panels in the order of the sheet: one finding says that the last part comes first."""
    copy = expect(read_source(Path("content/car-t-cell/nl-BE.md")))
    report = prove(copy, folded(copy, order, across), PDF, name="a")
    assert [("content order", 1250)] == [(stream.name, stream.found) for stream in report.streams]
    (moved,) = (d for d in report.diagnostics if d.code.startswith("ORD"))
    assert "the file begins with the last part of the copy, " in moved.fact
    assert moved.fact.endswith("“Clearfold” comes after it, but belongs before it")
    # The hyphens that line ends left behind are told, and no word is lost or added.
    assert {"ORD-001", "TXT-008", "CON-001", "CON-002"} == set(codes(report))
