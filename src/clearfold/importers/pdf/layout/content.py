"""What stands on each panel, in the order in which it is read there: text, tables, pictures; without page numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from clearfold.importers.pdf.layout.aligned import find_aligned
from clearfold.importers.pdf.layout.columns import Column, columns_of, free_glyphs
from clearfold.importers.pdf.layout.furniture import Furniture, find_furniture
from clearfold.importers.pdf.layout.grids import Grid
from clearfold.importers.pdf.layout.panels import Panel
from clearfold.importers.pdf.layout.pieces import Piece, leading_of, pieces_of
from clearfold.importers.pdf.page.glyphs import Picture
from clearfold.importers.pdf.page.lines import Line, body_size, box_around, lines_of

_LINES = 5  # in a column, by which its right edge is known
Unit: TypeAlias = "Piece | Grid | Picture"


@dataclass(frozen=True, slots=True)
class Content:
    """What stands on a panel: units in reading order, a list a column; and the panel itself."""

    panel: Panel
    columns: tuple[tuple[Unit, ...], ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Return all units in reading order."""
        return tuple(unit for column in self.columns for unit in column)

    @property
    def own(self) -> tuple[Unit, ...]:
        """Return all units but those that go over a fold."""
        return tuple(unit for unit in self.units if not self.goes_over(unit))

    @property
    def room(self) -> float | None:
        """Return how much white is left behind the last line, in points; None where too few lines tell it."""
        lines = [line for unit in self.columns[-1] if isinstance(unit, Piece) for line in unit.lines]
        last = self.columns[-1][-1] if self.columns[-1] else None
        if len(lines) < _LINES or not isinstance(last, Piece):
            return None
        return max(line.box.right for line in lines) - last.lines[-1].box.right

    def goes_over(self, unit: Unit) -> bool:
        """Tell whether a unit goes over a fold."""
        return isinstance(unit, Piece) and any(glyph.index in self.panel.across for glyph in unit.lines[0].glyphs)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The content of all panels; the size and leading of their text, in points; and what is left out."""

    contents: tuple[Content, ...]
    body: float
    leading: float
    furniture: Furniture


def read_sheets(panels: Sequence[Panel]) -> Sheets:
    """Return what stands on panels."""
    body = body_size(glyph for panel in panels for glyph in panel.glyphs)
    whole = {panel.number: (panel.box.height, lines_of(free_glyphs(panel))) for panel in panels}
    furniture = find_furniture(whole, body)
    kept = [_without(panel, furniture.indices(panel.number)) for panel in panels]
    columns = {panel.number: _with_across(panel) for panel in kept}
    leading = leading_of([_lines(column) for each in columns.values() for column in each], body)
    contents = tuple(
        Content(panel, tuple(_units(column, body, leading) for column in columns[panel.number])) for panel in panels
    )
    return Sheets(contents, body, leading, furniture)


def _with_across(panel: Panel) -> tuple[Column, ...]:
    """Return the columns of a panel; lines that go over a fold are columns of their own, above or below the others."""
    over = lines_of([glyph for glyph in panel.glyphs if glyph.index in panel.across])
    columns = columns_of(_without(panel, panel.across))
    if not over or not columns:
        return (*columns, *(Column(box_around(line.box for line in over), tuple(over)) for _ in over[:1]))
    middle = sum((column.box.top + column.box.bottom) / 2 for column in columns) / len(columns)
    parts = ([line for line in over if (line.baseline < middle) is upper] for upper in (True, False))
    above, below = (
        tuple(Column(box_around(line.box for line in part), tuple(part)) for _ in part[:1]) for part in parts
    )
    return (*above, *columns, *below)


def _without(panel: Panel, indices: frozenset[int]) -> Panel:
    return replace(panel, glyphs=tuple(glyph for glyph in panel.glyphs if glyph.index not in indices))


def _lines(column: Column) -> list[Line]:
    return [thing for thing in column.things if isinstance(thing, Line)]


def _units(column: Column, body: float, leading: float) -> tuple[Unit, ...]:
    units: list[Unit] = []
    run: list[Line] = []
    lines = _lines(column)
    width = max((line.box.right for line in lines), default=0.0) - min((line.box.left for line in lines), default=0.0)
    for thing in column.things:
        if isinstance(thing, Line):
            run.append(thing)
            continue
        units += _text(run, body, leading, width)
        run = []
        units.append(thing)
    return tuple(units + _text(run, body, leading, width))


def _text(lines: Sequence[Line], body: float, leading: float, width: float) -> list[Unit]:
    units: list[Unit] = []
    done = 0
    for start, stop, grid in find_aligned(lines):
        units += pieces_of(lines[done:start], body, leading, width)
        units.append(grid)
        done = stop
    return units + list(pieces_of(lines[done:], body, leading, width))


def words_of(contents: Sequence[Content]) -> list[str]:
    """Return every word of the text that is not broken at the end of a line."""
    found: list[str] = []
    for content in contents:
        for unit in content.units:
            for line in unit.lines if isinstance(unit, Piece) else ():
                words = line.text.split()
                found += words[:-1] if line.broken else words
    return found


def largest(content: Content) -> float:
    """Return the size of the largest letters of a panel, in points."""
    sizes = [line.size for unit in content.own if isinstance(unit, Piece) for line in unit.lines]
    return max(sizes, default=0.0)
