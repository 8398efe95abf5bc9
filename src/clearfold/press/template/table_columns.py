"""Columns of tables balanced by what they hold, and tables that are short enough to stay on one page.

A browser shares a line among columns by the length of their longest cells: a column of one long sentence takes from
one of short words until these stand a word a line. Here the shares are tried, and those that need the fewest lines
rule. An estimate, from the widths of words: layout may differ by a line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from clearfold.press.design.text_width import LETTER, scale_of, width
from clearfold.press.document.blocks import Node, Table
from clearfold.press.document.walk import Nodes, rewritten, words_of
from clearfold.press.leaflet import Leaflet, Typeface
from clearfold.press.template.spacing_by_language import whole_parts
from clearfold.press.template.table_grid import cells

PADDING = 1.0  # em of a cell: styles/base.css
# Parts of what the longest words leave over, by the number of columns: of more columns, fewer shares are tried.
STEPS = {2: 24, 3: 24, 4: 10, 5: 6}
WHOLE = 0.3  # lines, for each letter of a line, that a table may have and stay whole: half a page
ROWS = 6  # of such a table, at most


@dataclass(frozen=True, slots=True)
class _Room:
    """How wide the parts of a cell are within which no line ends, the space between two, and the cell's padding: em."""

    parts: Sequence[float]
    space: float
    padding: float

    @property
    def least(self) -> float:
        """Return how wide its longest part is, with the padding."""
        return self.padding + max(self.parts, default=0.0)

    @property
    def full(self) -> float:
        """Return how wide it is on one line."""
        return self.padding + sum(self.parts) + self.space * max(0, len(self.parts) - 1)

    def lines(self, given: float) -> int:
        """Return how many lines it takes in a column of such a width, broken between its parts."""
        lines, at, room = 1, 0.0, given - self.padding
        for long in self.parts:
            if at and at + self.space + long > room:
                lines, at = lines + 1, long
            else:
                at += long + (self.space if at else 0)
        return lines


Grid = Sequence[Sequence[_Room]]


def balance_tables(leaflet: Leaflet, line: int) -> Leaflet:
    """Return a leaflet whose tables have the shares of a line of so many letters by which they are shortest."""
    lang, face = leaflet.metadata.lang, leaflet.publisher.typeface

    def change(siblings: Nodes) -> Iterator[Node]:
        for node in siblings:
            plain = isinstance(node, Table) and not {"stacked", "days"} & set(node.attributes.classes)
            yield _balanced(node, line * LETTER, lang, face) if plain and isinstance(node, Table) else node

    return replace(leaflet, sections=tuple(replace(s, blocks=rewritten(s.blocks, change)) for s in leaflet.sections))


def _balanced(table: Table, line: float, lang: str, face: Typeface | None) -> Table:
    grid = _grid(table, lang, face)
    if not grid:
        return table
    widths = _widths(grid, line)
    if widths is None:
        return table
    lines = sum(_height(row, widths) for row in grid)
    if len(grid) - 1 <= ROWS and lines <= WHOLE * line / LETTER:
        table = replace(
            table, attributes=table.attributes.having("class", " ".join((*table.attributes.classes, "short")))
        )
    shares = [f"{round(100 * one / line)}%" for one in widths]
    first, *others = table.groups
    head, *rows = first.rows
    made = tuple(
        replace(cell, attributes=cell.attributes.having("width", share))
        for cell, share in zip(head.cells, shares, strict=True)
    )
    return replace(table, groups=(replace(first, rows=(replace(head, cells=made), *rows)), *others))


def _grid(table: Table, lang: str, face: Typeface | None) -> Grid:
    """Return the cells of a table, nothing of one with cells over several others."""
    found: list[list[_Room]] = []
    for group in table.groups:
        found += [[] for _ in group.rows]
        for number, _, cell in cells(group.rows):
            if cell.columns != 1 or cell.rows != 1:
                return ()
            parts = whole_parts(words_of(cell.children), lang)
            wide = [width(part, bold=cell.header, face=face) for part in parts]
            space = width(" ", bold=cell.header, face=face)
            found[number - len(group.rows)].append(_Room(wide, space, PADDING * scale_of(face)))
    even = len({len(row) for row in found}) == 1
    return found if even and found and len(found[0]) in STEPS else ()


def _widths(grid: Grid, line: float) -> Sequence[float] | None:
    """Return the width of each column in ems by which the rows are lowest together, None where none can be chosen."""
    columns = range(len(grid[0]))
    least = [max(row[at].least for row in grid) for at in columns]
    full = [max(row[at].full for row in grid) for at in columns]
    spare = line - sum(least)
    if spare <= 0:
        return None
    usual = [one / sum(full) for one in full]
    best: tuple[tuple[float, int, float], Sequence[float]] | None = None
    steps = STEPS[len(columns)]
    for parts in product(range(steps + 1), repeat=len(columns) - 1):
        if sum(parts) > steps:
            continue
        widths = [one + spare * part / steps for one, part in zip(least, (*parts, steps - sum(parts)), strict=True)]
        height = sum(_height(row, widths) for row in grid)
        parted = sum(sum(_each(row, widths)) for row in grid)  # of equal heights: “8 to 12” stays on one line
        away = sum(abs(one / line - share) for one, share in zip(widths, usual, strict=True))
        if best is None or (height, parted, away) < best[0]:
            best = (height, parted, away), widths
    return best[1] if best else None


def _height(row: Sequence[_Room], widths: Sequence[float]) -> int:
    return max(_each(row, widths))


def _each(row: Sequence[_Room], widths: Sequence[float]) -> Iterator[int]:
    """Yield how many lines each cell of a row takes."""
    return (cell.lines(given) for cell, given in zip(row, widths, strict=True))
