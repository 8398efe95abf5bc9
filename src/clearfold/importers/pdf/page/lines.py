"""Letters of one column → lines, with spaces where the letters stand apart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from clearfold.importers.pdf.page.glyphs import HYPHENS, Box, Glyph

SPACE = 0.16  # of the size: letters that stand further apart are two words
_SMALL = 0.8  # of the line's size: raised or lowered letters
_SPACED = 4  # letters in a line by which letter-spacing is told


@dataclass(frozen=True, slots=True)
class Line:
    """A line of letters, spaces among them; never empty."""

    glyphs: tuple[Glyph, ...]
    box: Box
    baseline: float
    size: float  # of most of its letters, in points

    @property
    def text(self) -> str:
        """Return its letters."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def bold(self) -> bool:
        """Tell whether every letter is bold."""
        return all(glyph.bold for glyph in self.glyphs if glyph.text.strip())

    @property
    def broken(self) -> bool:
        """Tell whether it ends in a hyphen behind a letter."""
        text = self.text
        return len(text) > 1 and text[-1] in HYPHENS and text[-2].isalnum()


def box_around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds them all; there must be one."""
    found = list(boxes)
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


def body_size(glyphs: Iterable[Glyph]) -> float:
    """Return the size in which most letters are set, 10 where there are none."""
    sizes = Counter(round(glyph.size, 1) for glyph in glyphs if glyph.text.strip())
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 10.0


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Return the lines of upright letters, from top to bottom."""
    rows: list[list[Glyph]] = []
    letters = [glyph for glyph in glyphs if glyph.text.strip()]
    for glyph in sorted(letters, key=lambda glyph: (-glyph.size, glyph.baseline)):
        row = _row_for(glyph, rows)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    rows.sort(key=lambda row: _baseline(row))
    return [line_of(row) for row in rows]


def _row_for(glyph: Glyph, rows: list[list[Glyph]]) -> list[Glyph] | None:
    """Return the row on which a letter stands; rows begin with their largest letter."""
    best, distance = None, 0.0
    for row in rows:
        away = abs(row[0].baseline - glyph.baseline)
        small = glyph.size < _SMALL * row[0].size
        if away <= (0.45 * row[0].size if small else 0.25 * row[0].size) and (best is None or away < distance):
            best, distance = row, away
    return best


def _baseline(row: Sequence[Glyph]) -> float:
    size = row[0].size
    return median(glyph.baseline for glyph in row if glyph.size >= _SMALL * size)


def line_of(row: Sequence[Glyph]) -> Line:
    """Return the letters of one row as a line, from left to right."""
    letters = sorted(row, key=lambda glyph: (glyph.box.left, glyph.box.right))
    sizes = Counter(round(glyph.size, 1) for glyph in letters)
    size = max(sizes, key=lambda size: (sizes[size], size))
    main = [glyph.baseline for glyph in letters if round(glyph.size, 1) == size]
    return Line(tuple(_spaced(letters, size)), box_around(g.box for g in letters), median(main), size)


def _spaced(letters: Sequence[Glyph], size: float) -> Iterable[Glyph]:
    apart = letter_spacing(letters)
    yield letters[0]
    for one, other in pairwise(letters):
        gap = other.box.left - one.box.right
        # Slanted letters hang over: what is between their boxes is less than what is between them.
        hinted = one.hinted and apart == 0 and gap > -0.1 * one.size
        drawn = hinted or (one.spaced and gap > 0.05 * one.size)
        if drawn or gap > apart + SPACE * max(min(one.size, other.size), 0.5 * size):
            box = Box(one.box.right, one.box.top, other.box.left, one.box.bottom)
            yield replace(one, text=" ", box=box, bold=one.bold and other.bold, italic=one.italic and other.italic)
        yield other


def letter_spacing(letters: Sequence[Glyph]) -> float:
    """Return how far apart letters of one word are set, in points: 0 for all but spaced headings."""
    gaps = sorted(other.box.left - one.box.right for one, other in pairwise(letters))
    if len(gaps) < _SPACED:
        return 0.0
    middle = gaps[len(gaps) // 5]
    return middle if middle > 0.04 * letters[0].size else 0.0


def segments(line: Line, gap: float) -> list[Line]:
    """Return the pieces of a line that stand more than a gap apart, in points."""
    pieces: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        if glyph.text == " " and glyph.box.width > gap:
            pieces.append([])
        elif pieces[-1] or glyph.text != " ":
            pieces[-1].append(glyph)
    return [line_of([glyph for glyph in piece if glyph.text != " "]) for piece in pieces if piece]
