"""Rows of tables that take more of a page than a row may: an estimate, from their words alone.

Such a row leaves half a page white before it; one that is taller than the page is torn, and its cells are then drawn
in turns, page by page, which no reader can follow.
"""

from collections.abc import Iterable, Mapping
from math import ceil

from clearfold.press.document.blocks import Cell, Item, Paragraph, Row, Table
from clearfold.press.document.inlines import Image, LineBreak
from clearfold.press.document.walk import walk, words_of
from clearfold.press.template.table_grid import cells

ROWS = 0.6  # lines of a page for each letter of a line, which is one of the widest sort
USUAL = 1.2  # letters of the usual sort for each of those
MOST = 0.7  # of a page's lines
PICTURE = 0.5  # of a page's lines
PADDING = 2  # letters of a cell's room in which none stand


def is_tall(table: Table, line: int) -> bool:
    """Say whether a row of a table, set in columns, takes more of a page with such lines than a row may."""
    placed = [(columns, cell) for group in table.groups for _, columns, cell in cells(group.rows)]
    widths = _widths(placed, line)
    return any(
        _lines(cell, sum(widths.get(column, 0) for column in columns), line) > _most(line)
        for columns, cell in placed
        if cell.rows == 1
    )


def is_long(row: Row, line: int) -> bool:
    """Say whether a row whose cells stand below each other still takes more of a page than a row may."""
    return sum(_lines(cell, USUAL * line, line) for cell in row.cells) > _most(line)


def _most(line: int) -> float:
    return MOST * ROWS * line


def _widths(placed: Iterable[tuple[range, Cell]], line: int) -> Mapping[int, float]:
    """Share a line among the columns as a browser does: each its longest word, and of the rest by what it holds."""
    least: dict[int, float] = {}
    most: dict[int, float] = {}
    for columns, cell in placed:
        words = words_of(cell.children) if len(columns) == 1 else ""  # else those below and above tell
        for at in columns:
            least[at] = max(least.get(at, 0), PADDING + max((len(word) for word in words.split()), default=0))
            most[at] = max(most.get(at, 0), PADDING + len(words))
    spare = max(0.0, USUAL * line - sum(least.values()))
    wanted = sum(most.values()) - sum(least.values())
    return {at: least[at] + (spare * (most[at] - least[at]) / wanted if wanted else 0) for at in least}


def _lines(cell: Cell, width: float, line: int) -> float:
    """Return how many lines a cell takes in a column of so many letters."""
    inside = list(walk(cell.children))
    breaks = sum(isinstance(node, Item | Paragraph | LineBreak) for node in inside)
    pictures = sum(isinstance(node, Image) for node in inside)
    text = ceil(len(words_of(cell.children)) / max(1.0, width - PADDING))
    return text + breaks + pictures * PICTURE * ROWS * line
