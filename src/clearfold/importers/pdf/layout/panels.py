"""Pages cut at their folds: panels, numbered from 1 over all pages, from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clearfold.importers.pdf.layout.across import Owners, owners
from clearfold.importers.pdf.layout.folds import find_folds
from clearfold.importers.pdf.layout.grids import Grid, find_grids
from clearfold.importers.pdf.page.glyphs import Box, Glyph, Link, Page, Picture, turned
from clearfold.importers.pdf.page.lines import body_size

_BACKGROUND = 0.7  # of a panel's area: a picture behind the text
_LEAST = 8.0  # points: smaller pictures are dots and lines


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: its number from 1 over all pages, its page, its place on it from the left, its box on the page.

    Letters, pictures and grids have places on the page; those of a panel that stands on its head are turned within it.
    """

    number: int
    page: int
    place: int
    box: Box
    glyphs: tuple[Glyph, ...]
    aside: tuple[Glyph, ...]  # letters that stand on their side
    pictures: tuple[Picture, ...]
    behind: tuple[Picture, ...]  # pictures behind the text
    grids: tuple[Grid, ...]
    links: tuple[Link, ...]
    turn: int = 0  # quarters clockwise by which it was turned within the page
    across: frozenset[int] = frozenset()  # of its letters, those of lines that go over a fold

    def on_page(self, box: Box) -> Box:
        """Return a box of this panel as it stands on the page."""
        if not self.turn:
            return box
        whole = self.box
        x, y = whole.left + whole.right, whole.top + whole.bottom
        return Box(x - box.right, y - box.bottom, x - box.left, y - box.top)


def cut(pages: Sequence[Page]) -> tuple[Panel, ...]:
    """Return the panels of all pages."""
    panels: list[Panel] = []
    em = body_size(glyph for page in pages for glyph in page.glyphs)
    for page, folds in zip(pages, find_folds(pages), strict=True):
        sides = (0.0, *folds, page.width)
        own = owners(page, sides, em)
        for place, (left, right) in enumerate(pairwise(sides), 1):
            part = _within(page, Box(left, 0.0, right, page.height), place - 1, own)
            panels.append(_panel(part, Box(left, 0.0, right, page.height), len(panels) + 1, place, own))
    return tuple(panels)


def _panel(part: Page, box: Box, number: int, place: int, own: Owners) -> Panel:
    page = part
    head_down = box.width < part.width and _is_head_down(part)
    if head_down:
        part = _on_its_feet(part, box)
    grids = find_grids(part.rules, [glyph for glyph in part.glyphs if glyph.turn == 0], box)
    area = box.width * box.height
    large = [one for one in part.pictures if min(one.box.width, one.box.height) >= _LEAST]
    behind = [one for one in large if one.box.width * one.box.height > _BACKGROUND * area or _under(one, part.glyphs)]
    return Panel(
        number,
        page.number,
        place,
        box,
        tuple(glyph for glyph in part.glyphs if glyph.turn == 0),
        tuple(glyph for glyph in part.glyphs if glyph.turn != 0),
        tuple(one for one in large if one not in behind),
        tuple(behind),
        tuple(grids),
        part.links,
        2 if head_down else 0,
        own.across,
    )


def _within(page: Page, box: Box, place: int, own: Owners) -> Page:
    def here(other: Box) -> bool:
        return box.left <= (other.left + other.right) / 2 < box.right

    return replace(
        page,
        glyphs=tuple(
            glyph
            for glyph in page.glyphs
            if (own.panels[glyph.index] == place if glyph.index in own.panels else here(glyph.box))
        ),
        pictures=tuple(picture for picture in page.pictures if here(picture.box)),
        rules=tuple(rule for rule in page.rules if here(rule)),
        links=tuple(link for link in page.links if here(link.box)),
    )


def _is_head_down(part: Page) -> bool:
    turns = [glyph.turn for glyph in part.glyphs]
    return turns.count(2) > len(turns) / 2


def _on_its_feet(part: Page, box: Box) -> Page:
    """Return a panel's part of a page, turned about the middle of the panel."""
    alone = _moved(part, -box.left, -box.top, box.width, box.height)
    return _moved(turned(alone, 2), box.left, box.top, part.width, part.height)


def _moved(page: Page, x: float, y: float, width: float, height: float) -> Page:
    def moved(box: Box) -> Box:
        return Box(box.left + x, box.top + y, box.right + x, box.bottom + y)

    return replace(
        page,
        width=width,
        height=height,
        glyphs=tuple(replace(g, box=moved(g.box), baseline=g.baseline + y) for g in page.glyphs),
        pictures=tuple(replace(picture, box=moved(picture.box)) for picture in page.pictures),
        rules=tuple(moved(rule) for rule in page.rules),
        links=tuple(replace(link, box=moved(link.box)) for link in page.links),
    )


def _under(picture: Picture, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether words stand on a picture."""
    return sum(1 for glyph in glyphs if glyph.text.strip() and picture.box.holds(*glyph.middle)) > 12
