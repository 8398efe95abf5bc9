"""What is said of folded sheets: the pages that are out of order by their numbers, and sheets too many."""

from io import BytesIO

import pikepdf

from clearfold.model.paper import Fold, Level, Paper
from clearfold.proof.checks.print.folding import folding
from tests.faults.folded import BOOKLET, booklet, content, form, sheets
from tests.faults.tagged import saved
from tests.proof.sheets import on_sheets


def told(data: bytes, paper: Paper) -> list[str]:
    return [str(found).partition("\n")[0] for found in folding(on_sheets(data, paper))]


def test_pages_out_of_order_are_named_with_their_numbers() -> None:
    """Pages that hold nothing but a number each are told apart by it, and five of them are named."""
    pdf = pikepdf.new()
    pages = [form(pdf, content((), number)) for number in range(1, 9)]
    order = ((1, 8), (7, 2), (3, 6), (5, 4))
    data = sheets(pdf, [((pages[one - 1], 0.5), (pages[two - 1], 148.5)) for one, two in order])
    wrong = ", ".join(f"page {n} says {9 - n}" for n in range(1, 6))
    fact = f"the folded sheets do not give the pages in order: {wrong} and 3 more"
    assert [f"error PRT-001: {fact} [page 1]"] == told(data, BOOKLET)


def test_flyer_of_two_sheets_is_told() -> None:
    """A flyer is one sheet of paper."""
    flyer = Paper(Level.CLEAR, 100, 210, 8, Fold.C_FOLD, tagged=False, folios=False)
    fact = "the sheets are not A4 landscape, or their number is wrong: a flyer is one sheet, and here are 3"
    assert f"error PRT-002: {fact} [side 6]" in told(booklet(), flyer)


def test_turned_page_is_told_with_its_angle() -> None:
    """A page that lies on its side says by how much."""
    pdf = pikepdf.open(BytesIO(booklet()))
    drawn = f"q 0 1 -1 0 {pdf.pages[0].MediaBox[2]} 0 cm /X1 Do Q"
    pdf.pages[0].Contents = pdf.make_stream(drawn.encode())
    found = told(saved(pdf), BOOKLET)
    fact = "a page does not lie upright and at its size in its place on the sheet: turned by 90°"
    assert f"error PRT-003: {fact} [page 1]" in found
