"""Folding: sheets that are printed, folded and read give the pages in order, upright and at their size."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.paper import Fold, Paper
from clearfold.model.units import MM
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, listed
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.print.page_part import Placed
from clearfold.proof.readers.pdf.print.unimpose import SHEET, Unfolded
from clearfold.proof.readers.pdf.text_pieces import Piece

NEAR = 0.1  # mm
SAME = 0.001  # of a scale: 0.2 mm on the length of a sheet
TOLD = 5  # pages that one finding names


def folding(evidence: Evidence) -> Iterator[Diagnostic]:
    """Look at the sheets, at the numbers on the pages in the order in which they are read, and at how they lie."""
    file, paper = evidence.pdf, evidence.paper
    if file is None or file.unfolded is None or paper is None:
        return
    unfolded, pages = file.unfolded, file.pdf.pieces
    if unfolded.scaling != "None":
        yield finding("PRT-004", None, place=message("catalogue"))
    numbers = _numbers(pages) if paper.folios else {}
    sheets = list(_sheets(unfolded, paper, max(numbers.values(), default=0)))
    yield from sheets
    wrong = [
        message("page {page} says {number}", page=page, number=number)
        for page, number in numbers.items()
        if page != number
    ]
    if wrong and not sheets:
        more = message(" and {wrong} more", wrong=len(wrong) - TOLD) if len(wrong) > TOLD else ""
        first = next(page for page, number in numbers.items() if page != number)
        yield finding("PRT-001", None, place=place(first - 1), fact=listed(wrong[:TOLD], more))
    for index, placed in enumerate(unfolded.placed):
        if any(piece.text.strip() for piece in pages[index]):
            look = evidence.looks[index]
            fault = _fault(placed, look.width / MM, look.height / MM)
            if fault:
                yield finding("PRT-003", None, place=place(index), fact=fault)


def _sheets(unfolded: Unfolded, paper: Paper, highest: int) -> Iterator[Diagnostic]:
    """Tell of sides that are not A4 landscape, and of sheets that are missing or too many."""
    count = len(unfolded.sides)
    if count % 2:
        yield finding(
            "PRT-002", None, place=message("side {count}", count=count), fact=message("the last sheet has no back")
        )
    elif paper.fold is not Fold.BOOKLET and count != 2:
        yield finding(
            "PRT-002",
            None,
            place=message("side {count}", count=count),
            fact=message("a flyer is one sheet, and here are {count}", count=count // 2),
        )
    elif highest > len(unfolded.placed):
        fact = message(
            "the pages go up to {highest}, and {count} sheets hold {placed}",
            highest=highest,
            count=count // 2,
            placed=len(unfolded.placed),
        )
        yield finding("PRT-002", None, place=message("side {count}", count=count), fact=fact)
    for number, (width, height, turn) in enumerate(unfolded.sides, start=1):
        if abs(width - SHEET[0]) > NEAR or abs(height - SHEET[1]) > NEAR or turn:
            turned = message(", turned by {turn}°", turn=turn) if turn else ""
            yield finding(
                "PRT-002",
                None,
                place=message("side {number}", number=number),
                fact=message("{width:.1f} × {height:.1f} mm{turned}", width=width, height=height, turned=turned),
            )


def _numbers(pages: tuple[tuple[Piece, ...], ...]) -> dict[int, int]:
    """Return the number that stands on each page (from 1) by itself, as an artifact; pages without one are left out."""
    found: dict[int, int] = {}
    for index, pieces in enumerate(pages):
        by_mark: dict[int, str] = {}
        for piece in pieces:
            if piece.artifact:
                by_mark[piece.sequence] = by_mark.get(piece.sequence, "") + piece.text
        alone = [int(text) for text in by_mark.values() if text.strip().isdecimal()]
        if len(alone) == 1:
            found[index + 1] = alone[0]
    return found


def _fault(placed: tuple[Placed, ...], width: float, height: float) -> str:
    """Say what is wrong with how a page lies on its panel of that width and height in mm, "" for nothing."""
    if len(placed) != 1:
        return message("it is not placed as one whole, so that nobody can tell its scale")
    page = placed[0]
    if abs(page.turn) > SAME:
        return message("turned by {turn:.0f}°", turn=abs(page.turn))
    if abs(page.scale - 1) > SAME:
        return message("at {scale:.1%} of its size", scale=page.scale)
    beside = max(abs(page.left), abs(page.right - width), abs(page.bottom), abs(page.top - height))
    return message("{beside:.1f} mm beside its place", beside=beside) if beside > NEAR else ""
