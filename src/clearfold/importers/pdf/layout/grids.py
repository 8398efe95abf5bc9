"""Tables that are drawn: lines or filled cells that stand in rows and columns, with letters in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clearfold.importers.pdf.page.glyphs import Box, Glyph
from clearfold.importers.pdf.page.lines import box_around

_NEAR = 3.0  # points: lines that are taken to stand at one place
_THIN = 2.5  # points: a filled rectangle that is a line
_JOINED = 4.0  # points between cells of one table
_GROUND = 0.5  # of a panel's area: a colour behind the text
_EDGE = 0.99  # of a panel's height or width
_WORD = 0.12  # em between letters of one word, at most
_LEAST = 6.0  # points: a cell that can hold letters


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a grid: row and column from 0, how many it takes, and its letters."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: its box, and its cells from top to bottom and left to right."""

    box: Box
    spots: tuple[Spot, ...]


def find_grids(rules: Sequence[Box], glyphs: Sequence[Glyph], panel: Box) -> list[Grid]:
    """Return the drawn tables of a panel: two rows and columns at least, with letters in nearly half of the cells."""
    letters = [glyph for glyph in glyphs if glyph.text.strip()]
    grids = [_grid(group, letters) for group in _together(_drawn(rules, panel))]
    return [grid for grid in grids if grid is not None]


def _drawn(rules: Iterable[Box], panel: Box) -> list[Box]:
    """Return the lines and cells: not what is the ground of a whole panel, nor a line from edge to edge."""
    area = _GROUND * panel.width * panel.height
    return [
        rule
        for rule in rules
        if max(rule.width, rule.height) >= _LEAST
        and rule.width * rule.height < area
        and max(rule.height / panel.height, rule.width / panel.width) < _EDGE
    ]


def _together(rules: Sequence[Box]) -> list[list[Box]]:
    """Return the rules in groups that touch."""
    groups: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left)):
        touching = [group for group in groups if _touch(group[0], rule) and any(_touch(o, rule) for o in group[1])]
        groups = [group for group in groups if group not in touching]
        members = [rule, *(other for _, others in touching for other in others)]
        groups.append((box_around(members), members))
    return [members for _, members in groups]


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left - _JOINED <= other.right
        and other.left - _JOINED <= one.right
        and one.top - _JOINED <= other.bottom
        and other.top - _JOINED <= one.bottom
    )


def _grid(rules: Sequence[Box], glyphs: Sequence[Glyph]) -> Grid | None:
    cells = [rule for rule in rules if min(rule.width, rule.height) > _THIN]
    lines = [rule for rule in rules if min(rule.width, rule.height) <= _THIN]
    upright = [rule for rule in lines if rule.height > rule.width]
    level = [rule for rule in lines if rule.width >= rule.height]
    columns = _places([x for rule in upright for x in (_middle(rule.left, rule.right),)] + _sides(cells, "x"))
    rows = _places([_middle(rule.top, rule.bottom) for rule in level] + _sides(cells, "y"))
    if len(rows) < 3:
        return None
    box = box_around(rules)
    inside = [glyph for glyph in glyphs if box.holds(*glyph.middle)]
    if len(columns) < 3:
        columns = _white_columns(inside, box)
        upright = []
        cells = []
    if len(columns) < 3:
        return None
    spots = list(_spots(rows, columns, _Walls(upright, level, cells), inside))
    filled = sum(1 for spot in spots if spot.glyphs)
    apart = {spot.column for spot in spots if spot.glyphs}
    if filled < max(3, 0.4 * len(spots)) or len(apart) < 2 or sum(len(s.glyphs) for s in spots) < len(inside):
        return None
    return None if _cuts_words(spots) else Grid(box, tuple(spots))


def _cuts_words(spots: Sequence[Spot]) -> bool:
    """Tell whether a word stands in two cells: then what is drawn there is no table."""
    letters = sorted(
        (
            (round(glyph.baseline), glyph.box.left, number, glyph)
            for number, spot in enumerate(spots)
            for glyph in spot.glyphs
        ),
        key=lambda one: one[:2],
    )
    return any(
        row == other_row and number != other and right.box.left - left.box.right < _WORD * left.size and not left.spaced
        for (row, _, number, left), (other_row, _, other, right) in pairwise(letters)
    )


def _middle(one: float, other: float) -> float:
    return (one + other) / 2


def _sides(cells: Iterable[Box], axis: str) -> list[float]:
    if axis == "x":
        return [x for cell in cells for x in (cell.left, cell.right)]
    return [y for cell in cells for y in (cell.top, cell.bottom)]


def _places(values: Iterable[float]) -> list[float]:
    """Return the middles of values that stand near each other."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _white_columns(glyphs: Sequence[Glyph], box: Box) -> list[float]:
    """Return the sides of columns between which no line is drawn, but white stands in every row."""
    found = [box.left]
    reach: float | None = None
    for glyph in sorted(glyphs, key=lambda glyph: glyph.box.left):
        if reach is not None and glyph.box.left - reach > 0.7 * glyph.size:
            found.append((reach + glyph.box.left) / 2)
        reach = max(reach or 0.0, glyph.box.right)
    return [*found, box.right]


@dataclass(frozen=True, slots=True)
class _Walls:
    """What is drawn between cells."""

    upright: Sequence[Box]
    level: Sequence[Box]
    cells: Sequence[Box]

    def right_of(self, x: float, top: float, bottom: float) -> bool:
        """Tell whether something is drawn at x between two heights; true where no upright line is drawn at all."""
        y = (top + bottom) / 2
        if not self.upright and not self.cells:
            return True
        return any(abs(_middle(r.left, r.right) - x) <= _NEAR and r.top <= y <= r.bottom for r in self.upright) or any(
            (abs(c.left - x) <= _NEAR or abs(c.right - x) <= _NEAR) and c.top <= y <= c.bottom for c in self.cells
        )

    def below(self, y: float, left: float, right: float) -> bool:
        """Tell whether something is drawn at y between two sides."""
        x = (left + right) / 2
        return any(abs(_middle(r.top, r.bottom) - y) <= _NEAR and r.left <= x <= r.right for r in self.level) or any(
            (abs(c.top - y) <= _NEAR or abs(c.bottom - y) <= _NEAR) and c.left <= x <= c.right for c in self.cells
        )


def _spots(rows: Sequence[float], columns: Sequence[float], walls: _Walls, glyphs: Sequence[Glyph]) -> Iterable[Spot]:
    taken: set[tuple[int, int]] = set()
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            wide = 1
            while column + wide < len(columns) - 1 and not walls.right_of(
                columns[column + wide], rows[row], rows[row + 1]
            ):
                wide += 1
            tall = 1
            while row + tall < len(rows) - 1 and not walls.below(
                rows[row + tall], columns[column], columns[column + wide]
            ):
                tall += 1
            taken.update((row + y, column + x) for y in range(tall) for x in range(wide))
            box = Box(columns[column], rows[row], columns[column + wide], rows[row + tall])
            yield Spot(row, column, tall, wide, box, tuple(glyph for glyph in glyphs if box.holds(*glyph.middle)))
