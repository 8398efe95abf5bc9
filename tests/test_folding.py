"""Press and proof together: what the press lays on sheets, the proof's paper gives back in order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

import clearfold
from clearfold.model.diagnostic import LeafletError, Severity
from clearfold.model.paper import Fold, Level, Paper
from clearfold.model.source import parse_source, read_source
from clearfold.model.units import MM
from clearfold.pipeline.building.build import Built
from clearfold.press.edition import Edition
from clearfold.press.editions.booklets import FLYER_C, FLYER_Z
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.xmp import PdfMetadata
from clearfold.press.print.imposition import BLANK, C_FOLD, Z_FOLD, Side, booklet, c_fold, impose, six, z_fold
from clearfold.proof.checks.print.folding import folding
from clearfold.proof.prove import prove
from clearfold.proof.readers.pdf.content import read_content
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.print.unimpose import unfold
from clearfold.proof.witnesses.claims import claims
from tests.faults.folded import HEIGHT, content, form
from tests.faults.tagged import saved
from tests.proof.sheets import on_sheets

pytestmark = pytest.mark.no_cover

CASES = Path(__file__).parent / "cases"
FLYER = CASES / "flyer/regenton/nl.md"
MOMENT = datetime(2026, 11, 1, tzinfo=UTC)
METADATA = PdfMetadata("Soil", "en", ("Ann Example",), "For gardeners", (), "", "soil/en", MOMENT, MOMENT)
FOLIOS = Paper(Level.CLEAR, 148, 210, 14, Fold.BOOKLET, tagged=False)
FLYERS = ((c_fold, C_FOLD, replace(FOLIOS, fold=Fold.C_FOLD)), (z_fold, Z_FOLD, replace(FOLIOS, fold=Fold.Z_FOLD)))


def numbered(widths: tuple[float, ...]) -> bytes:
    """Return pages of those widths in mm, each with its number as text and as folio."""
    pdf = pikepdf.new()
    for number, width in enumerate(widths, start=1):
        page = pdf.add_blank_page(page_size=(width * MM, HEIGHT))
        drawn = form(pdf, content([f"this is {number}"], number), width)
        page.Resources, page.Contents = drawn.Resources, pdf.make_stream(drawn.read_bytes())
    return saved(pdf)


def turned(data: bytes, sides: tuple[Side, ...], paper: Paper) -> tuple[list[str], list[str], list[float]]:
    """Impose pages, unfold them, and return the findings, the text of each page, and the widths of pages in mm."""
    evidence = on_sheets(impose(data, sides, METADATA), paper)
    texts = ["".join(line.text for line in look.lines) for look in evidence.looks]
    widths = [round(look.width / MM, 1) for look in evidence.looks]
    return [str(found) for found in folding(evidence)], texts, widths


@pytest.mark.parametrize("pages", range(4, 41))
def test_booklet_of_any_length_is_read_in_order(pages: int) -> None:
    """Printed, folded and turned, a booklet gives its pages from the first to the last, and then blank ones."""
    blank = -pages % 4
    expected = [f"this is {n}{n}" for n in range(1, pages + 1)] + [""] * blank
    found = turned(numbered((148,) * pages), booklet(pages), FOLIOS)
    assert ([], expected, [148.0] * (pages + blank)) == found


@pytest.mark.parametrize("flyer", FLYERS, ids=lambda flyer: flyer[2].fold)
def test_flyer_is_read_in_order_on_panels_of_true_widths(
    flyer: tuple[Callable[[tuple[int, ...]], tuple[Side, ...]], tuple[float, ...], Paper],
) -> None:
    """Cover, the panel that it uncovers, the inside from left to right, the back: each as wide as its paper."""
    lay, widths, paper = flyer
    expected = [f"this is {n}{n}" for n in range(1, 7)]
    assert ([], expected, list(widths)) == turned(numbered(widths), lay(six(6, 5)), paper)


def test_panel_that_is_folded_in_is_narrower() -> None:
    """The inwards-folded panel of 97 mm has 100 mm on both sides beside it: 297 mm in all."""
    assert [(97, 100, 100), (100, 100, 97)] == [tuple(s.width for s in side.slots) for side in c_fold(six(6, 5))]
    assert [(0, 97, 197), (0, 100, 200)] == [tuple(s.left for s in side.slots) for side in c_fold(six(6, 5))]
    assert [(0, 99, 198)] * 2 == [tuple(s.left for s in side.slots) for side in z_fold(six(6, 5))]


def test_fold_marks_stand_on_the_folds_of_the_inside() -> None:
    """A flyer has marks where it is folded, on the side that is up for whoever folds it; a booklet has none."""
    assert [(), (100, 200)] == [side.marks for side in c_fold(six(6, 5))]
    assert [(), (99, 198)] == [side.marks for side in z_fold(six(6, 5))]
    assert {()} == {side.marks for side in booklet(12)}


@pytest.mark.parametrize(
    ("expected", "pages", "back"),
    [
        ((0, 1, 2, 3, 4, 5), 6, 5),
        ((0, 1, 2, BLANK, BLANK, 3), 4, 3),
        ((0, 1, 2, 3, BLANK, BLANK), 4, BLANK),
        ((0, BLANK, BLANK, BLANK, BLANK, 1), 2, 1),
    ],
)
def test_back_panel_stays_last(expected: tuple[int, ...], pages: int, back: int) -> None:
    """Blank panels stand before the back, or at the end of a flyer that has none."""
    assert expected == six(pages, back)


def test_same_pages_give_the_same_sheets() -> None:
    """Nothing of the time or of chance is in an imposed file."""
    data = numbered((148,) * 5)
    assert impose(data, booklet(5), METADATA) == impose(data, booklet(5), METADATA)
    assert impose(data, booklet(5), METADATA) != impose(data, booklet(4), METADATA)


def test_imposed_file_says_how_to_print_it_and_claims_nothing() -> None:
    """Title, language and way of printing are in the file; tags, links, bookmarks and claims of a standard are not."""
    data = impose(numbered((148,) * 8), booklet(8), METADATA)
    pdf = pikepdf.open(BytesIO(data))
    assert ("Soil", "en") == (str(pdf.docinfo["/Title"]), str(pdf.Root.Lang))
    preferences = {key: str(value) for key, value in pdf.Root.ViewerPreferences.items()}
    assert {"/DisplayDocTitle": "True", "/Duplex": "/DuplexFlipShortEdge", "/PrintScaling": "/None"} == preferences
    assert {"/Type", "/Pages", "/Lang", "/Metadata", "/ViewerPreferences"} == set(pdf.Root.keys())
    assert b'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Soil' in pdf.Root.Metadata.read_bytes()
    assert () == claims(data)
    assert [[0.0, 0.0, 841.9, 595.3]] * 4 == [[round(float(n), 1) for n in page.mediabox] for page in pdf.pages]


def test_page_is_cut_at_its_trim_box() -> None:
    """Bleed around a page is left out, and what is inside lies where it belongs."""
    pdf = pikepdf.open(BytesIO(numbered((154,) * 4)))
    for page in pdf.pages:
        page.TrimBox = [3 * MM, 0, 151 * MM, HEIGHT]
    findings, texts, widths = turned(saved(pdf), booklet(4), FOLIOS)
    assert ([], 4, {148.0}) == (findings, len(texts), set(widths))


@pytest.fixture(scope="module")
def flyers(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the short leaflet's flyers and booklets."""
    editions = ["flyer-c", "flyer-z", "clear-print-booklet", "large-print-booklet"]
    return clearfold.build([FLYER], tmp_path_factory.mktemp("flyer"), editions)[0]


def proven(one: Built) -> tuple[list[str], set[tuple[str, bool]]]:
    """Return the errors, and of each stream whether every word of the copy is in it."""
    errors = [str(d) for report in one.reports for d in report.diagnostics if d.severity is Severity.ERROR]
    return errors, {(s.name, s.found == s.expected) for report in one.reports for s in report.streams}


@pytest.mark.slow("prints four folded editions")
def test_flyers_and_booklets_of_a_short_leaflet_are_proven(flyers: Built) -> None:
    """Each holds every word in order once it is folded."""
    assert ([], {("content order", True)}) == proven(flyers)


@pytest.mark.slow("prints and folds the long leaflet")
def test_booklet_of_a_long_leaflet_is_proven(tmp_path: Path) -> None:
    """Also a booklet of more pages than a staple holds flat has them in order."""
    (one,) = clearfold.build([CASES / "long"], tmp_path, ["clear-print-booklet"])
    assert ([], {("content order", True)}) == proven(one)


@pytest.mark.slow("prints four folded editions")
@pytest.mark.parametrize("edition", [FLYER_C, FLYER_Z], ids=lambda edition: edition.name)
def test_flyer_has_its_cover_in_front_and_its_contact_details_last(flyers: Built, edition: Edition) -> None:
    """The first panel has the title and the last the address; no text comes nearer to a panel's edge than 8 mm."""
    assert flyers.folder is not None
    assert edition.paper is not None
    pdf = open_pdf(unfold((flyers.folder / f"regenton-nl{edition.suffix}").read_bytes(), edition.paper).data)
    panels: dict[str, str] = {}
    for block in read_content(pdf).blocks:
        panels[block.place] = panels.get(block.place, "") + f" {block.text}"
    assert "Een regenton in je tuin" in panels["page 1"]
    assert "Tuinstraat 1" in panels["page 6"]
    for page, pieces in zip(pdf.reader.pages, pdf.pieces, strict=True):
        right = float(page.mediabox.width) - 8 * MM
        assert [] == [p.text for p in pieces if p.text.strip() and not 8 * MM - 0.1 <= p.x < right]


def test_panels_in_each_others_place_are_told(flyers: Built) -> None:
    """Two panels of a flyer that have changed places are text in another order."""
    assert flyers.folder is not None
    path = flyers.folder / "regenton-nl-flyer-z.pdf"
    pdf = pikepdf.open(path)
    group = pdf.pages[1].Resources.XObject
    group.P3, group.P4 = group.P4, group.P3
    name = path.name
    report = prove(read_source(FLYER), saved(pdf), "application/pdf", name=name, edition="flyer-z", paper=FLYER_Z.paper)
    assert "ORD-001" in {found.code for found in report.diagnostics}


@pytest.mark.parametrize(
    ("told", "copy"),
    [
        (
            "SRC-071: flyer-c: it takes 7 panels, and a flyer has 6",
            "## Tea\n\n" + "Boil fresh water, and wait for a while.\n\n" * 70,
        ),
        (r"SRC-131: flyer-c: this contact takes \d+ lines more than the back cover has", ""),
    ],
)
def test_flyer_that_does_not_fit_is_refused(told: str, copy: str) -> None:
    """What does not fit on six panels, or on the back, is an error on the copy that says how much it takes."""
    address = "".join(f"\n    Line {n} of it" for n in range(20 if copy else 40))
    head = f"---\ntitle: Tea\nlang: en\ncontact:\n  address: |{address}\n---\n\n"
    leaflet = read_leaflet(parse_source(Path("tea/en.md"), f"{head}{copy or 'Tea.'}\n".encode()))
    with pytest.raises(LeafletError, match=rf"tea/en\.md.*error {told}"):
        FLYER_C.write(leaflet, FLYER_C, ())


def test_flyer_without_contact_details_ends_with_blank_panels() -> None:
    """Where nothing stands on the back, the text goes on from panel to panel."""
    leaflet = read_leaflet(parse_source(Path("tea/en.md"), b"---\ntitle: Tea\nlang: en\n---\n\nBoil water.\n"))
    output = FLYER_Z.write(leaflet, FLYER_Z, ())
    assert FLYER_Z.paper is not None
    texts = [page.extract_text() for page in PdfReader(BytesIO(unfold(output.data, FLYER_Z.paper).data)).pages]
    assert (6, ["", "", "", ""]) == (output.pages, texts[2:])
    assert "Boil" in texts[1]
