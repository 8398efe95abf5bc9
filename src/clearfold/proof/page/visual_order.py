"""Tell in which order the eye meets what stands on one page: from the places of the blocks alone.

Between placing and the check of the eye's order. Two blocks are put in an order only where every reader would agree:
what stands above is met before what stands below it, the left one of two neighbours before the right one, and a column
to its end before the next. Of all else, such as a picture's caption beside a heading, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.model.transcript import Kind
from clearfold.proof.page.page_model import Box, PageLook, PlacedBlock

GRID = frozenset({Kind.TABLE_CELL, Kind.LABEL, Kind.TERM, Kind.DEFINITION, Kind.DETAIL})
"""Kinds that stand in rows beside each other: they are read row by row, not column by column."""
TOUCH = 1.0  # pt by which the room of two neighbours may overlap, and still be beside or below each other
MOST = 300  # blocks on a page; of more, a page of a table or an attack, the order is not told


@dataclass(frozen=True, slots=True)
class Spot:
    """A block of the copy on one page: its number, and the room of its lines there from the first to the last."""

    block: int
    kind: Kind
    box: Box
    rows: int


def spots(blocks: Sequence[PlacedBlock], looks: Sequence[PageLook]) -> dict[int, list[Spot]]:
    """Return what stands on each page, counted from 0, in the order of the copy.

    What is beyond its edges is left out, and what runs down in columns of single characters, as Japanese does: the eye
    goes another way there.
    """
    found: dict[int, list[Spot]] = {}
    for number, block in enumerate(blocks):
        for page in sorted({row.page for row in block.rows}):
            rows = [row for row in block.rows if row.page == page]
            if len(rows) > 1 and sum(len(row.text) == 1 for row in rows) > len(rows) / 2:
                continue
            box = Box(
                min(row.left for row in rows),
                min(row.baseline for row in rows),
                max(row.right for row in rows),
                max(row.baseline + row.size / 2 for row in rows),
            )
            if box.meets(Box(0, 0, looks[page].width, looks[page].height)):
                found.setdefault(page, []).append(Spot(number, block.block.kind, box, len(rows)))
    return found


def turned(page: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Yield each pair of which the copy has the first before the second, and the eye meets the second first."""
    if len(page) > MOST:
        return
    for index, one in enumerate(page):
        for two in page[index + 1 :]:
            if meets_before(two, one, page):
                yield one, two


def meets_before(one: Spot, two: Spot, page: Sequence[Spot]) -> bool:
    """Say whether the eye surely meets one before two."""
    a, b = one.box, two.box
    level = min(a.top, b.top) - max(a.bottom, b.bottom) > TOUCH
    beside = min(a.right, b.right) - max(a.left, b.left) <= TOUCH
    if not beside:
        return not level and a.bottom > b.bottom
    if a.left > b.left:
        return False
    if level:
        return True
    if one.kind in GRID or two.kind in GRID or min(one.rows, two.rows) < 2:
        return False
    return not any(_spans(other.box, a, b) for other in page)


def _spans(other: Box, one: Box, two: Box) -> bool:
    """Say whether something stands between two blocks from top to bottom, and reaches over both: it ends columns."""
    low, high = sorted((one, two), key=lambda box: box.bottom)
    between = low.bottom < other.bottom and other.top < high.top
    return between and other.left < min(one.right, two.right) and other.right > max(one.left, two.left)
