"""Unfolding: what stands on a part of a sheet becomes a page of its own, however it is drawn there."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name

from clearfold.model.paper import Fold, Level, Paper
from clearfold.model.units import MM
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.print.unimpose import Face, read, unfold
from tests.faults.folded import BOOKLET, WIDTH, booklet, form, sheets
from tests.faults.tagged import saved

CONCERTINA = Paper(Level.CLEAR, 99, 210, 8, Fold.Z_FOLD, tagged=False, folios=False)
# On the inside of a sheet of three panels of 99 mm: where text on panels 2, 3 and 4 begins, in points.
TWO, THREE, FOUR = 30, 30 + 99 * MM, 30 + 198 * MM


def inside(drawn: str) -> list[str]:
    """Return the text of panels 2, 3 and 4 of a concertina on whose inside that is drawn, all in one form."""
    pdf = pikepdf.new()
    whole = form(pdf, drawn.encode(), 297)
    return [text.strip() for text in texts(sheets(pdf, [[], [(whole, 0)]]), CONCERTINA)[1:4]]


def texts(data: bytes, paper: Paper) -> list[str]:
    """Return the text of each unfolded page."""
    return ["".join(piece.text for piece in page) for page in open_pdf(unfold(data, paper).data).pieces]


@pytest.mark.parametrize(
    ("expected", "drawn"),
    [
        (["a", "b", "c"], f"BT /F1 12 Tf {TWO} 9 Td (a) Tj {THREE - TWO} 0 Td (b) Tj {FOUR - THREE} 0 Td (c) Tj ET"),
        (["", "bc", ""], f"BT /F1 12 Tf {THREE} 9 Td (b) Tj (c) Tj ET"),
        (["", "", "cd"], f"BT /F1 12 Tf 14 TL {FOUR} 99 Td (c) Tj (d) ' ET"),
        (["ab", "c", ""], f'BT /F1 12 Tf 14 TL {TWO} 99 Td (a) Tj 1 2 (b) " 1 0 0 1 {THREE} 9 Tm (c) Tj ET'),
        (["", "bd", ""], f"BT /F1 12 Tf {THREE} 99 TD (b) Tj 0 -14 TD (d) Tj ET"),
        (["", "bd", ""], f"BT /F1 12 Tf 14 TL {THREE} 99 Td (b) Tj T* (d) Tj ET"),
        (["", "b", ""], f"q 1 0 0 1 {THREE} 0 cm q 2 0 0 2 0 0 cm BT /F1 12 Tf 0 9 Td (b) Tj ET Q Q Q"),
        (["", "", ""], f"BT /F1 12 Tf {THREE} -40 Td (below) Tj ET"),
    ],
)
def test_text_belongs_to_the_panel_on_which_its_line_begins(expected: list[str], drawn: str) -> None:
    """Every operator that moves or shows text is followed, in a form that goes over all panels."""
    assert expected == inside(drawn)


def test_text_has_its_place_from_the_corner_of_its_panel() -> None:
    """What begins 30 points from a panel's left edge does so in the unfolded page."""
    pdf = pikepdf.new()
    whole = form(pdf, f"BT /F1 12 Tf {FOUR} 50 Td (c) Tj ET".encode(), 297)
    pages = open_pdf(unfold(sheets(pdf, [[], [(whole, 0)]]), CONCERTINA).data).pieces
    assert [(30.0, 50.0)] == [(round(piece.x, 2), round(piece.y, 2)) for piece in pages[3]]


def test_pictures_stay_with_the_panels_that_they_touch() -> None:
    """A picture within one panel is on no other; one across a fold is on both; a form that is not there is on none."""
    pdf = pikepdf.new()
    sheet = pdf.add_blank_page(page_size=(WIDTH, 595))
    back = pdf.add_blank_page(page_size=(WIDTH, 595))
    dot = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    dot.ColorSpace, dot.BitsPerComponent = Name.DeviceGray, 8
    back.Resources = Dictionary(XObject=Dictionary(A=dot, B=dot))
    back.Contents = pdf.make_stream(
        f"q 20 0 0 20 {TWO} 50 cm /A Do Q q 90 0 0 20 {FOUR - 60} 50 cm /B Do Q /C Do".encode()
    )
    assert sheet is not None
    drawn = [page.get_contents() for page in open_pdf(unfold(saved(pdf), CONCERTINA).data).reader.pages]
    names = [[str(o[0]) for o, name in content.operations if name == b"Do"] for content in drawn if content is not None]
    assert [["/A"], ["/B"], ["/B"]] == names[1:4]


def test_forms_within_forms_are_cut_too() -> None:
    """Text that is drawn by a form in a form, with the resources of the one around it, is on its panel alone."""
    pdf = pikepdf.new()
    outer = form(pdf, b"q 1 0 0 1 5 0 cm /Inner Do Q /Inner Do", 297)
    words = f"BT /F1 12 Tf {TWO} 9 Td (a) Tj {THREE - TWO} 0 Td (b) Tj ET"
    inner = pdf.make_stream(words.encode(), Type=Name.XObject, Subtype=Name.Form)
    inner.BBox, inner.Matrix = Array([0, 0, WIDTH, 595]), Array([1, 0, 0, 1, 2, 0])
    outer.Resources.XObject = Dictionary(Inner=inner)
    assert ["aa", "bb"] == texts(sheets(pdf, [[], [(outer, 0)]]), CONCERTINA)[1:3]


def test_sheets_may_begin_anywhere() -> None:
    """The corner of a side is that of its crop box, wherever its points begin."""
    pdf = pikepdf.open(BytesIO(booklet()))
    for page in pdf.pages:
        page.contents_add(pdf.make_stream(b"1 0 0 1 70 -30 cm"), prepend=True)
        page.MediaBox = [70, -30, WIDTH + 70, 210 * MM - 30]
    assert texts(booklet(), BOOKLET) == texts(saved(pdf), BOOKLET)


def test_what_is_hidden_next_is_read_first() -> None:
    """A flap is read before the page beside it, which stays open when the flap is lifted."""
    cover, left, flap, right = (Face(0, n, 100) for n in range(4))
    assert [cover, flap, left, right] == read([(cover,), (left, flap), (left, right)])


def test_sheet_that_is_cut_short_has_blank_pages() -> None:
    """A last sheet without a back gives pages with nothing on them."""
    pdf = pikepdf.open(BytesIO(booklet()))
    del pdf.pages[5]
    assert (12, "", "") == (len(texts(saved(pdf), BOOKLET)), *texts(saved(pdf), BOOKLET)[5:7])


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", saved(pikepdf.new())], ids=["empty", "torn", "no pages"])
def test_file_without_sheets_cannot_be_read(data: bytes) -> None:
    """What is no PDF, or has no pages, is told as unreadable."""
    with pytest.raises(UnreadableError):
        unfold(data, BOOKLET)


def test_locked_file_cannot_be_read() -> None:
    """A printer would ask for the password."""
    pdf = pikepdf.open(BytesIO(booklet()))
    out = BytesIO()
    pdf.save(out, encryption=Encryption(owner="a", user="b", R=4, aes=False, metadata=False))
    with pytest.raises(UnreadableError, match="locked"):
        unfold(out.getvalue(), BOOKLET)
