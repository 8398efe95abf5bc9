"""What units of a PDF look like: headings by their type, items by their signs, cells by their weight."""

from collections.abc import Sequence

from clearfold.importers.document import Inlines
from clearfold.importers.pdf.flow import Placed
from clearfold.importers.pdf.layout.grids import Grid, Spot
from clearfold.importers.pdf.layout.pieces import Kind, Piece
from clearfold.importers.pdf.page.lines import lines_of
from clearfold.importers.walk import said

INNER = 0.8  # em by which an inner item stands to the right of an outer one


def plain(content: Inlines) -> str:
    """Return the words of inlines."""
    return said(content)


def look(unit: object) -> tuple[float, bool]:
    """Return the size and weight by which levels of headings are told."""
    if not isinstance(unit, Piece):
        return 0.0, False
    return round(unit.size * 2) / 2, all(line.bold for line in unit.lines)


def size(one: Placed) -> float:
    """Return the size of the letters of a unit, 0 where it has none."""
    return one.unit.size if isinstance(one.unit, Piece) else 0.0


def is_heading(one: Placed) -> bool:
    """Tell whether a unit is a heading."""
    return isinstance(one.unit, Piece) and one.unit.kind is Kind.HEADING


def is_bullet(piece: Piece) -> bool:
    """Tell whether a piece has a sign that is only one of lists."""
    return piece.sign is not None and piece.sign.number is None and piece.sign.text not in "–—-*"


def sign_left(one: Placed) -> float:
    """Return how far the sign of an item stands from the left side of its column, in points."""
    return one.unit.lines[0].box.left - one.left if isinstance(one.unit, Piece) else 0.0


def run_of_items(units: Sequence[Placed], at: int) -> int:
    """Return how many units from there on are items of one list: of one sign, or counted on; with inner ones."""
    stop = at + 1
    outer = units[at]
    last = outer.unit.sign if isinstance(outer.unit, Piece) else None
    while stop < len(units):
        unit = units[stop].unit
        if not isinstance(unit, Piece) or unit.kind is not Kind.ITEM or unit.sign is None or last is None:
            break
        if abs(sign_left(units[stop]) - sign_left(outer)) <= INNER * unit.size:
            follows = (
                last.number is not None and unit.sign.number == last.number + 1 and unit.sign.letter == last.letter
            )
            if not (follows or (last.number is None and unit.sign.text == last.text)):
                break
            last = unit.sign
        elif sign_left(units[stop]) < sign_left(outer):
            break
        stop += 1
    return stop - at


def words(spot: Spot) -> str:
    """Return the words of a cell."""
    return " ".join(line.text for line in lines_of(spot.glyphs))


def bold_rows(grid: Grid) -> frozenset[int]:
    """Return the rows in which every letter is bold, where not every row is."""
    rows: dict[int, bool] = {}
    for spot in grid.spots:
        rows[spot.row] = rows.get(spot.row, True) and all(glyph.bold for glyph in spot.glyphs)
    return frozenset(row for row, bold in rows.items() if bold and not all(rows.values()))


def bold_column(grid: Grid) -> bool:
    """Tell whether the first column is bold, and no other one is."""
    sides = [spot for spot in grid.spots if spot.row > 0 and spot.glyphs]
    first = [spot for spot in sides if spot.column == 0]
    others = [spot for spot in sides if spot.column > 0]
    return (
        bool(first)
        and all(g.bold for s in first for g in s.glyphs)
        and not all(g.bold for s in others for g in s.glyphs)
    )
