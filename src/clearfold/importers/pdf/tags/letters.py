"""The letters of tagged elements, in the order of the tags; and whether those tags can be believed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clearfold.importers.pdf.layout.panels import Panel
from clearfold.importers.pdf.page.glyphs import Glyph
from clearfold.importers.pdf.page.lines import Line, line_of
from clearfold.importers.pdf.tags.tree import Element, Mark

_COVERED = 0.85  # of all letters must be tagged
_BACK = 0.1  # of all lines may stand above the one before, in its column


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an element: its panel, and the line."""

    panel: Panel
    line: Line


class Letters:
    """The letters of all panels, by their marked content."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        self._by_mark: dict[Mark, list[tuple[Panel, Glyph]]] = defaultdict(list)
        self.total = 0
        for panel in panels:
            for glyph in (*panel.glyphs, *panel.aside):
                if glyph.text.strip():
                    self.total += 1
                    if glyph.mark >= 0:
                        self._by_mark[Mark(panel.page, glyph.mark)].append((panel, glyph))

    def rows(self, marks: Iterable[Mark]) -> list[Row]:
        """Return the letters of marked content as lines, in their order."""
        letters = [one for mark in marks for one in self._by_mark.get(mark, ())]
        rows: list[list[tuple[Panel, Glyph]]] = []
        for panel, glyph in letters:
            if rows and _same_line(rows[-1], panel, glyph):
                rows[-1].append((panel, glyph))
            else:
                rows.append([(panel, glyph)])
        return [Row(row[0][0], line_of([glyph for _, glyph in row])) for row in rows]

    def beside(self, marks: Iterable[Mark]) -> list[tuple[Panel, Glyph]]:
        """Return the letters that stand in none of these."""
        told = set(marks)
        return [one for mark, each in self._by_mark.items() if mark not in told for one in each]

    def count(self, marks: Iterable[Mark]) -> int:
        """Return how many letters stand in these."""
        return sum(len(self._by_mark.get(mark, ())) for mark in set(marks))


def _same_line(row: Sequence[tuple[Panel, Glyph]], panel: Panel, glyph: Glyph) -> bool:
    last_panel, last = row[-1]
    if last_panel is not panel:
        return False
    largest = max((one for _, one in row), key=lambda one: one.size)
    away = abs(largest.baseline - glyph.baseline)
    small = min(glyph.size, last.size) < 0.8 * max(glyph.size, largest.size)
    near = away <= (0.45 if small else 0.25) * max(largest.size, glyph.size)
    return near and glyph.box.left >= last.box.left - 0.5 * last.size


def believable(root: Element, letters: Letters) -> bool:
    """Tell whether most letters are tagged, and the tags go down the columns as a reader does."""
    marks = list(root.marks())
    if letters.total == 0 or letters.count(marks) < _COVERED * letters.total:
        return False
    rows = letters.rows(marks)
    back = sum(1 for one, other in pairwise(rows) if _goes_back(one, other))
    return back <= _BACK * max(len(rows), 1)


def _goes_back(one: Row, other: Row) -> bool:
    """Tell whether a line stands above the one before it, in the same column of the same panel."""
    if one.panel is not other.panel:
        return False
    a, b = one.line.box, other.line.box
    beside = min(a.right, b.right) - max(a.left, b.left) > 0
    return beside and other.line.baseline < one.line.baseline - 0.5 * one.line.size
