"""Tables that are not drawn: lines with white between their pieces at the same places."""

from collections.abc import Sequence
from itertools import pairwise

from clearfold.importers.pdf.layout.grids import Grid, Spot
from clearfold.importers.pdf.layout.pieces import sign_of
from clearfold.importers.pdf.page.glyphs import Box, Glyph
from clearfold.importers.pdf.page.lines import Line, box_around, segments

_APART = 0.6  # em of white that goes through all lines
_CLEAR = 0.9  # em of white in the line with which a table begins, and in most others
_LINES = 3  # lines with pieces that stand apart
ROW = 1.12  # times the least distance of lines: a new row
_WHOLE, _MANY = 0.8, 4  # of the lines, and close lines: a line a row, and not one cell of several lines
_EVEN, _SPREAD = 1.15, 2.5  # times the narrowest space of a line; em that a spread space takes at most
White = list[tuple[float, float]]


def find_aligned(lines: Sequence[Line]) -> list[tuple[int, int, Grid]]:
    """Return the tables among the lines of a column: first line, line behind the last, the grid."""
    found: list[tuple[int, int, Grid]] = []
    start = 0
    edge = max((line.box.right for line in lines), default=0.0)
    while start < len(lines):
        if _is_spread(lines[start], edge):
            start += 1
            continue
        stop, white = _run(lines, start)
        grid = _grid(lines[start:stop], white) if stop - start >= _LINES else None
        if grid is None:
            start += 1
        else:
            found.append((start, stop, grid))
            start = stop
    return found


def _in_pieces(line: Line) -> bool:
    return sign_of(line) is None and len(segments(line, _CLEAR * line.size)) > 1


def _is_spread(line: Line, edge: float) -> bool:
    """Tell whether a line of text was spread to the right edge of its column: all its spaces are as wide as another."""
    gaps = [glyph.box.width for glyph in line.glyphs if glyph.text == " "]
    even = len(gaps) > 1 and max(gaps) < min(_EVEN * min(gaps), _SPREAD * line.size)
    return even and edge - line.box.right < 0.1 * line.size


def _white(line: Line) -> White:
    pieces = segments(line, _APART * line.size)
    return [(one.box.right, other.box.left) for one, other in pairwise(pieces)]


def _run(lines: Sequence[Line], start: int) -> tuple[int, White]:
    """Return the line behind the last of a run that leaves the same white free, and that white; it begins in pieces."""
    if not _in_pieces(lines[start]):
        return start, []
    size = lines[start].size
    white = _white(lines[start])
    stop = start + 1
    while stop < len(lines) and lines[stop].baseline - lines[stop - 1].baseline < 3 * size:
        left = _whites(white, lines[stop])
        if sign_of(lines[stop]) is not None or not left or abs(lines[stop].size - size) > 0.1 * size:
            break
        white = left
        stop += 1
    while stop > start + 1 and _stands_alone(lines, start, stop, white[0][0]):
        stop -= 1
    return stop, white


def _whites(white: White, line: Line) -> White:
    """Return what is left of stretches of white beside the letters of one more line."""
    left: White = []
    for low, high in white:
        parts = [(low, high)]
        for piece in segments(line, 0.3 * line.size):
            cut = ((a, b, piece.box) for a, b in parts)
            parts = [
                part for a, b, box in cut for part in _beside(a, b, box) if part[1] - part[0] >= _APART * line.size
            ]
        left.extend(parts[:1])
    return left


def _beside(low: float, high: float, box: Box) -> White:
    if box.right <= low or box.left >= high:
        return [(low, high)]
    return [(low, box.left), (box.right, high)]


def _stands_alone(lines: Sequence[Line], start: int, stop: int, first: float) -> bool:
    """Tell whether the last line of a run is text below the table: not the rest of a cell of the first column."""
    line = lines[stop - 1]
    if line.box.left >= first or _in_pieces(line):
        return False
    steps = [
        other.baseline - one.baseline
        for one, other in pairwise(lines[start:stop])
        if _in_pieces(one) and _in_pieces(other)
    ]
    step = line.baseline - lines[stop - 2].baseline
    near = bool(steps) and step * ROW < min(steps)
    return not (near or (_goes_on(line, first) and step < 1.5 * line.size))


def _grid(lines: Sequence[Line], white: White) -> Grid | None:
    apart = sum(1 for line in lines if _in_pieces(line))
    if apart < _LINES or apart < 0.5 * len(lines):
        return None
    box = box_around(line.box for line in lines)
    columns = [box.left - 1, *((low + high) / 2 for low, high in white), box.right + 1]
    rows = _rows(lines, columns[1])
    if len(rows) < 2:
        return None
    places = range(len(columns) - 1)
    return Grid(box, tuple(_spot(row, number, columns, at) for number, row in enumerate(rows) for at in places))


def _rows(lines: Sequence[Line], first: float) -> list[list[Line]]:
    """Return the lines in rows: where they stand further apart than others do, else where the first column begins."""
    steps = [other.baseline - one.baseline for one, other in pairwise(lines)]
    uneven = max(steps) > ROW * min(steps)
    if sum(1 for line in lines if _in_pieces(line)) > _WHOLE * len(lines) and _longest(steps) >= _MANY:
        return [[line] for line in lines]
    rows: list[list[Line]] = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        new = step > ROW * min(steps) if uneven else line.box.left < first and not _goes_on(line, first)
        if new:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _longest(steps: Sequence[float]) -> int:
    """Return how many lines follow each other closely, at most."""
    longest = run = 1
    for step in steps:
        run = run + 1 if step <= ROW * min(steps) else 1
        longest = max(longest, run)
    return longest


def _goes_on(line: Line, first: float) -> bool:
    return line.box.right < first and line.text[:1].islower()


def _spot(row: Sequence[Line], number: int, columns: Sequence[float], column: int) -> Spot:
    left, right = columns[column], columns[column + 1]
    glyphs: list[Glyph] = [g for line in row for g in line.glyphs if g.text != " " and left <= g.middle[0] < right]
    box = box_around(line.box for line in row)
    return Spot(number, column, 1, 1, Box(left, box.top, right, box.bottom), tuple(glyphs))
