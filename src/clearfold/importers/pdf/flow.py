"""Panels in their order → one flow of units, in which what goes on over columns and panels is one piece again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from clearfold.importers.document import Place
from clearfold.importers.pdf.layout.content import Content, Unit
from clearfold.importers.pdf.layout.grids import Grid
from clearfold.importers.pdf.layout.panels import Panel
from clearfold.importers.pdf.layout.pieces import Kind, Piece
from clearfold.importers.pdf.page.glyphs import HYPHENS, Box
from clearfold.importers.pdf.page.lines import Line, box_around

_OPEN = ",;"
_CLOSED = (".", "!", "?", ":", "…")


Room: TypeAlias = "tuple[Panel, Box]"
"""A part of a panel."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of the flow: where it begins, the page of each of its lines, and its column's left side in points."""

    unit: Unit
    place: Place
    pages: tuple[int, ...]
    left: float
    panel: int  # its panel's number over all pages
    rooms: tuple[Room, ...]  # where its letters stand, in reading order
    over: bool = False  # it goes over a fold, and stands beside the flow


def flow(contents: Sequence[Content]) -> list[Placed]:
    """Return the units of panels, in the order given, joined where they go on."""
    found: list[Placed] = []
    for content in contents:
        for column in content.columns:
            units = [_placed(content, unit, column) for unit in column]
            before = next((n for n in range(len(found) - 1, -1, -1) if _is_text(found[n])), None)
            first = next((n for n, one in enumerate(units) if _is_text(one)), None)
            beside = sum(1 for one in found[before:] if one.over) if before is not None else 0
            if before is not None and first is not None and len(found) - before - beside <= 3 and first <= 2:
                joined = goes_on(found[before], units[first])
                if joined is not None:
                    found[before] = joined
                    del units[first]
            found += units
    return found


def _is_text(one: Placed) -> bool:
    return isinstance(one.unit, Piece) and not one.over


def _placed(content: Content, unit: Unit, column: Sequence[Unit]) -> Placed:
    panel = content.panel
    lines: Sequence[Line] = unit.lines if isinstance(unit, Piece) else ()
    box = box_around(line.box for line in lines) if lines else _box(unit)
    place = Place(page=panel.page, panel=panel.place, box=(box.left, box.top, box.right, box.bottom))
    left = min((line.box.left for one in column if isinstance(one, Piece) for line in one.lines), default=box.left)
    rooms = tuple((panel, spot.box) for spot in unit.spots) if isinstance(unit, Grid) else ((panel, box),)
    pages = tuple(panel.page for _ in lines)
    return Placed(unit, place, pages, left, panel.number, rooms, content.goes_over(unit))


def _box(unit: Unit) -> Box:
    if isinstance(unit, Piece):
        return box_around(line.box for line in unit.lines)
    return unit.box


def goes_on(one: Placed, other: Placed) -> Placed | None:
    """Return two pieces as one where the second goes on with the first, which stands in another column."""
    first, second = one.unit, other.unit
    if not isinstance(first, Piece) or not isinstance(second, Piece):
        return None
    if Kind.HEADING in (first.kind, second.kind) or second.kind is Kind.ITEM:
        return None
    if abs(first.lines[-1].size - second.lines[0].size) > 0.6:
        return None
    end, start = first.text.rstrip(), second.text.lstrip("(«“„\"‘'")
    broken = end[-1:] in HYPHENS and end[-2:-1].isalnum()
    small = start[:1].islower() and not end.endswith((".", "!", "?", "…"))
    if not (broken or small or end[-1:] in _OPEN or _runs_on(end, first, one)):
        return None
    lines = (*first.lines, *second.lines)
    rooms = (*one.rooms, *other.rooms)
    ended = first.ended | {number + len(first.lines) for number in second.ended}
    return replace(one, unit=Piece(first.kind, lines, first.sign, ended), pages=(*one.pages, *other.pages), rooms=rooms)


def _runs_on(end: str, first: Piece, one: Placed) -> bool:
    """Tell whether a paragraph stops in the middle of a sentence at the full end of a line."""
    if end.endswith(_CLOSED) or first.kind is Kind.ITEM or len(first.lines) < 2:
        return False
    widest = max(line.box.right for line in first.lines)
    return first.lines[-1].box.right > widest - 2.5 * first.lines[-1].size and one.unit is first
