"""What stands in a panel, in the order in which it is read: columns side by side, what goes over their whole width."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from clearfold.importers.pdf.layout.aligned import ROW
from clearfold.importers.pdf.layout.grids import Grid
from clearfold.importers.pdf.layout.panels import Panel
from clearfold.importers.pdf.page.glyphs import Box, Glyph, Picture
from clearfold.importers.pdf.page.lines import Line, body_size, box_around, lines_of, segments

GUTTER = 0.9  # em
_TOP = 6  # lines over the whole width that may stand above or below columns
_NARROW = 6.0  # em: less is a sign or a number before a text, not a column
_ROWS = 3  # lines that a column has at least
_STEP = 2.0  # points: lines that are nearer are level
_LEVEL = 0.1  # em between lines that stand at one height
_BEGIN = 1.5  # em between the tops of columns, the first of which may have a heading
_WIDE = 0.6  # of the width: a picture or a table that goes over all columns

Thing: TypeAlias = "Line | Grid | Picture"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its box, and what stands in it from top to bottom; lines are whole."""

    box: Box
    things: tuple[Thing, ...]


def columns_of(panel: Panel) -> tuple[Column, ...]:
    """Return the columns of a panel in the order in which they are read."""
    em = body_size(panel.glyphs)
    pieces: list[Thing] = [piece for line in lines_of(free_glyphs(panel)) for piece in segments(line, GUTTER * em)]
    pieces += panel.grids
    pieces += panel.pictures
    return tuple(_column(part) for part in _arranged(pieces, em) if part)


def free_glyphs(panel: Panel) -> list[Glyph]:
    """Return the letters of a panel that stand in no grid."""
    taken = {glyph.index for grid in panel.grids for spot in grid.spots for glyph in spot.glyphs}
    return [glyph for glyph in panel.glyphs if glyph.index not in taken]


def _column(pieces: Sequence[Thing]) -> Column:
    glyphs = [glyph for piece in pieces if isinstance(piece, Line) for glyph in piece.glyphs]
    things: list[Thing] = [*lines_of(glyphs), *(piece for piece in pieces if not isinstance(piece, Line))]
    things.sort(key=lambda thing: (thing.box.top + thing.box.bottom) / 2)
    return Column(box_around(thing.box for thing in things), tuple(things))


def _arranged(pieces: Sequence[Thing], em: float) -> list[list[Thing]]:
    """Return the pieces in columns, in reading order."""
    side_by_side = _columns(pieces, em)
    if side_by_side:
        return [part for column in side_by_side for part in _arranged(column, em)]
    rows = _rows(pieces)
    for count in range(1, min(_TOP, len(rows) - _ROWS) + 1):
        columns = _columns(_flat(rows[count:]), em)
        if columns and not _parted(rows[count - 1], columns):
            return [_flat(rows[:count]), *_arranged(_flat(rows[count:]), em)]
    for count in range(1, min(_TOP, len(rows) - _ROWS) + 1):
        columns = _columns(_flat(rows[:-count]), em)
        if columns and not _parted(rows[-count], columns):
            return [*_arranged(_flat(rows[:-count]), em), _flat(rows[-count:])]
    at = _across(rows)
    if at is not None:
        above, below = _flat(rows[:at]), _flat(rows[at + 1 :])
        return [*_arranged(above, em), list(rows[at]), *_arranged(below, em)]
    return [list(pieces)]


def _parted(row: Sequence[Thing], columns: Sequence[Sequence[Thing]]) -> bool:
    """Tell whether a row above or below columns is parted as they are: it is one more row of theirs, as in a table."""
    starts = [box_around(piece.box for piece in column).left for column in columns[1:]]
    return len(row) > 1 and not any(piece.box.left < start < piece.box.right for piece in row for start in starts)


def _across(rows: Sequence[Sequence[Thing]]) -> int | None:
    """Return the first row that is a picture or a table over the whole width, with something above and below it."""
    if len(rows) < 3:
        return None
    whole = box_around(piece.box for row in rows for piece in row)
    for number, row in enumerate(rows[1:-1], 1):
        if len(row) == 1 and not isinstance(row[0], Line) and row[0].box.width > _WIDE * whole.width:
            return number
    return None


def _flat(rows: Sequence[Sequence[Thing]]) -> list[Thing]:
    return [piece for row in rows for piece in row]


def _rows(pieces: Sequence[Thing]) -> list[list[Thing]]:
    """Return the pieces in rows: those that overlap in height by half of the lower one."""
    rows: list[list[Thing]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.top):
        last = box_around(other.box for other in rows[-1]) if rows else None
        if last is not None and _overlap(last, piece.box) > 0.5 * min(last.height, piece.box.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _overlap(one: Box, other: Box) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def _columns(pieces: Sequence[Thing], em: float) -> list[list[Thing]]:
    """Return the pieces of each column from left to right; none where white does not go through from top to bottom."""
    strips: list[list[Thing]] = []
    reach = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.box.left):
        if not strips or piece.box.left - reach >= GUTTER * em:
            strips.append([])
        strips[-1].append(piece)
        reach = max(reach, piece.box.right)
    if len(strips) < 2 or (any(_too_small(strip, em) for strip in strips) and not _staggered(strips, em)):
        return []
    return [] if _tabular(strips) else strips


def _too_small(strip: Sequence[Thing], em: float) -> bool:
    box = box_around(piece.box for piece in strip)
    if all(isinstance(piece, Picture) for piece in strip):
        return box.width < _NARROW * em
    return box.width < _NARROW * em or (len(_rows(strip)) < _ROWS and all(isinstance(p, Line) for p in strip))


def _staggered(strips: Sequence[Sequence[Thing]], em: float) -> bool:
    """Tell whether small columns are such all the same: they begin at one height, and no two lines stand level."""
    lines = [[piece for piece in strip if isinstance(piece, Line)] for strip in strips]
    if any(len(some) < len(strip) for some, strip in zip(lines, strips, strict=True)):
        return False
    tops = [box_around(line.box for line in some).top for some in lines]
    if max(tops) - min(tops) > _BEGIN * em:
        return False
    heights = sorted((line.baseline, number) for number, some in enumerate(lines) for line in some)
    level = any(one[1] != other[1] and other[0] - one[0] < _LEVEL * em for one, other in pairwise(heights))
    return not level and box_around(line.box for line in lines[0]).width >= _NARROW * em


def _tabular(strips: Sequence[Sequence[Thing]]) -> bool:
    """Tell whether columns are those of a table: their lines stand in rows, and are short, or begin one each."""
    if any(not isinstance(piece, Line) for strip in strips for piece in strip):
        return False
    level = [sorted(piece.baseline for piece in strip if isinstance(piece, Line)) for strip in strips]
    if _in_rows(level):
        return True
    first, others = level[0], level[1:]
    aligned = [sum(1 for y in other if any(abs(y - x) < _STEP for x in first)) / len(other) for other in others]
    back = sum(1 for x in first if any(abs(y - x) < _STEP for other in others for y in other)) / len(first)
    if min(back, *aligned) < 0.4:
        return False
    if min(back, *aligned) == 1.0 and all(_begins(piece) for piece in strips[0]):
        return True
    return sum(1 for strip in strips if _ragged(strip)) * 2 > len(strips)


def _in_rows(level: Sequence[Sequence[float]]) -> bool:
    """Tell whether lines stand further apart at the same heights in all columns: there, and only there, rows begin."""
    steps = [other - one for baselines in level for one, other in pairwise(baselines)]
    closest = min((step for step in steps if step > _STEP), default=0.0)
    starts = [
        [baselines[0], *(other for one, other in pairwise(baselines) if other - one > ROW * closest)]
        for baselines in level
    ]
    even = {len(one) for one in starts} == {len(starts[0])}
    return even and len(starts[0]) >= _ROWS and all(max(row) - min(row) < _STEP for row in zip(*starts, strict=True))


def _begins(piece: Thing) -> bool:
    """Tell whether a line begins something: it does not go on with the line above it."""
    return isinstance(piece, Line) and not piece.text[:1].islower() and not piece.broken


def _ragged(strip: Sequence[Thing]) -> bool:
    """Tell whether lines of a column end anywhere, as in cells; those of running text mostly fill it."""
    box = box_around(piece.box for piece in strip)
    full = sum(1 for piece in strip if piece.box.right - box.left > 0.75 * box.width)
    return full < 0.6 * len(strip)
