"""Running heads, feet and page numbers: lines at the top or the bottom that come again on other panels."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clearfold.importers.pdf.layout.pieces import large
from clearfold.importers.pdf.page.lines import Line

_ZONE = 0.12  # of the panel's height, above and below
_NEAR = 4.0  # points
_FOLIO = re.compile(
    r"\W*(?:(?:p|pag|page|pagina|seite|s|blz)\W{0,2})?(\d{1,3})(?:\s*(?:/|van|of|von|sur|de)\s*\d{1,3})?\W*", re.I
)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line near the top or the bottom of a panel: the panel's number, and the line's distance from its edge."""

    panel: int
    line: Line
    top: bool
    away: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is left out: lines by the number of their panel; and the page number printed on a panel."""

    heads: Mapping[int, tuple[Line, ...]]
    feet: Mapping[int, tuple[Line, ...]]
    folios: Mapping[int, tuple[Line, ...]]
    numbers: Mapping[int, int]

    def indices(self, panel: int) -> frozenset[int]:
        """Return the numbers of the letters of a panel that are left out."""
        found = (self.heads, self.feet, self.folios)
        return frozenset(glyph.index for each in found for line in each.get(panel, ()) for glyph in line.glyphs)


def find_furniture(panels: Mapping[int, tuple[float, Sequence[Line]]], body: float) -> Furniture:
    """Return what is left out of panels, given the height of each and its lines."""
    heads: dict[int, tuple[Line, ...]] = defaultdict(tuple)
    feet: dict[int, tuple[Line, ...]] = defaultdict(tuple)
    folios: dict[int, tuple[Line, ...]] = defaultdict(tuple)
    numbers: dict[int, int] = {}
    edges = [edge for number, (height, lines) in panels.items() for edge in _edges(number, height, lines, body)]
    for group in (*_alike(edges), *_counted(edges)):
        counts = [_folio(edge.line.text) for edge in group]
        told = [count for count in counts if count is not None]
        if len({edge.panel for edge in group}) < 2 or (told and len(set(told)) < len(told)):
            continue
        for edge, count in zip(group, counts, strict=True):
            if any(edge.line is line for where in (heads, feet, folios) for line in where[edge.panel]):
                continue
            where = folios if count is not None else heads if edge.top else feet
            where[edge.panel] += (edge.line,)
            if count is not None:
                numbers[edge.panel] = count
    return Furniture(dict(heads), dict(feet), dict(folios), numbers)


def _folio(text: str) -> int | None:
    found = _FOLIO.fullmatch(text)
    return int(found[1]) if found else None


def _edges(panel: int, height: float, lines: Sequence[Line], body: float) -> list[Edge]:
    found: list[Edge] = []
    for line in lines:
        if large(line, body) or len(line.text) > 120:
            continue
        if line.box.bottom <= _ZONE * height:
            found.append(Edge(panel, line, top=True, away=line.baseline))
        elif line.box.top >= (1 - _ZONE) * height:
            found.append(Edge(panel, line, top=False, away=height - line.baseline))
    return found


def _alike(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Return the lines in groups: at one height, with the same words but for figures."""
    groups: list[list[Edge]] = []
    for edge in edges:
        for group in groups:
            first = group[0]
            if first.top == edge.top and abs(first.away - edge.away) <= _NEAR and _same(first.line, edge.line):
                group.append(edge)
                break
        else:
            groups.append([edge])
    return groups


def _counted(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Return the lines in groups: at one height, with a number at their start or end that counts the panels."""
    groups: dict[tuple[bool, int, int, bool], list[Edge]] = defaultdict(list)
    for edge in edges:
        words = edge.line.text.split()
        for first in (True, False):
            word = words[0 if first else -1]
            if len(words) > 1 and word.isdigit() and len(word) < 4:
                groups[edge.top, round(edge.away / _NEAR), int(word) - edge.panel, first].append(edge)
    return [group for group in groups.values() if len(group) > 1]


def _same(one: Line, other: Line) -> bool:
    return re.sub(r"\d+", "0", one.text).strip() == re.sub(r"\d+", "0", other.text).strip()
