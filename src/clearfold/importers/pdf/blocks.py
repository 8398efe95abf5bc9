"""The flow of a PDF → blocks of a document: headings by their type, lists, tables, pictures with their captions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from clearfold.importers.document import (
    Block,
    Blocks,
    Cell,
    Figure,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Picture,
    Place,
    Table,
)
from clearfold.importers.ledger import Entry
from clearfold.importers.pdf.flow import Placed
from clearfold.importers.pdf.layout.grids import Grid, Spot
from clearfold.importers.pdf.layout.pieces import Kind, Piece, pieces_of
from clearfold.importers.pdf.page.glyphs import Picture as Shown
from clearfold.importers.pdf.page.lines import box_around, lines_of
from clearfold.importers.pdf.runs import Typesetting
from clearfold.importers.walk import said

_CAPTION = re.compile(
    r"(?:fig(?:uur|ure)?|abb(?:ildung)?|foto|photo|illustratie|bild|afb(?:eelding)?)\b\.?\s*\d*", re.I
)
_TABLE = re.compile(r"(?:tabel|table|tableau|tabelle)\s*\d+", re.I)
_NEAR = 2.2  # em between a picture and its caption
_SMALL = 0.95  # times the size of the text
_INNER = 0.8  # em by which an inner item stands to the right of an outer one


@dataclass(slots=True)
class Maker:
    """Makes blocks; ``names`` gives a picture's name by page and number, ``body`` is the size of text in points."""

    setting: Typesetting
    body: float
    names: dict[tuple[int, int], str]
    ledger: list[Entry] = field(default_factory=list)
    title: str = ""
    subtitle: str = ""

    def blocks(self, units: Sequence[Placed]) -> Blocks:
        """Return blocks of the flow; the title is taken out of it."""
        levels = self._levels(units)
        units = self._without_title(list(units))
        found: list[Block] = []
        at = 0
        while at < len(units):
            used, block = self._next(units, at, levels)
            at += used
            found.append(block)
        return tuple(found)

    def _levels(self, units: Sequence[Placed]) -> dict[tuple[float, bool], int]:
        kinds = {_look(one.unit) for one in units if isinstance(one.unit, Piece) and one.unit.kind is Kind.HEADING}
        return {look: number for number, look in enumerate(sorted(kinds, key=lambda look: (-look[0], not look[1])), 2)}

    def _without_title(self, units: list[Placed]) -> list[Placed]:
        """Take out the heading whose letters are the largest of all, where it stands alone and on the first panel."""
        heads = [n for n, one in enumerate(units) if isinstance(one.unit, Piece) and one.unit.kind is Kind.HEADING]
        if not heads:
            return units
        sizes = {n: _size(units[n]) for n in heads}
        largest = [n for n in heads if sizes[n] > 0.97 * max(sizes.values())]
        at = largest[0]
        alone = len(largest) == 1 or (largest == list(range(at, at + len(largest))) and len(largest) <= 3)
        others = [n for n in heads if n not in largest]
        if not alone or units[at].panel != units[0].panel or at > 3 or (not others and len(heads) > 1):
            return units
        self.title = " ".join(self._told(units[n]) for n in largest)
        self.ledger.append(Entry("IMP-034", units[at].place, self.title, self.title))
        after = largest[-1] + 1
        if after + 1 < len(units) and self._is_subtitle(units[after], units[after + 1], sizes[at]):
            self.subtitle = self._told(units[after])
            largest.append(after)
        return [one for n, one in enumerate(units) if n not in largest]

    def _is_subtitle(self, one: Placed, following: Placed, size: float) -> bool:
        heading = isinstance(one.unit, Piece) and one.unit.kind is Kind.HEADING
        lone = following.panel != one.panel or _is_heading(following)
        return heading and lone and _size(one) < 0.97 * size

    def _told(self, one: Placed) -> str:
        unit = one.unit
        content = self.setting.inlines(unit.lines, one.pages, one.place, plain=True) if isinstance(unit, Piece) else ()
        return plain(content)

    def _next(self, units: Sequence[Placed], at: int, levels: dict[tuple[float, bool], int]) -> tuple[int, Block]:
        """Return how many units the next block takes, and the block."""
        one = units[at]
        unit = one.unit
        if isinstance(unit, Grid):
            return 1, self._table(unit, one)
        if isinstance(unit, Shown):
            return self._figure(units, at)
        if unit.kind is Kind.HEADING:
            content = self.setting.inlines(unit.lines, one.pages, one.place, plain=True)
            words = plain(content)
            self.ledger.append(Entry("IMP-030", one.place, words, words, name=f"“{words}”"))
            return 1, Heading(levels.get(_look(unit), 2), content, one.place)
        if unit.kind is Kind.ITEM:
            count = _run_of_items(units, at)
            if count > 1 or _is_bullet(unit):
                return count, self._list(units[at : at + count])
        return 1, Paragraph(self.setting.inlines(unit.lines, one.pages, one.place, ended=unit.ended), one.place)

    def _list(self, units: Sequence[Placed]) -> ListBlock:
        items: list[Item] = []
        first = units[0].unit
        left = _sign_left(units[0])
        at = 0
        while at < len(units):
            one = units[at]
            inner = at + 1
            while inner < len(units) and _sign_left(units[inner]) > left + _INNER * self.body:
                inner += 1
            blocks: list[Block] = [self._item(one)]
            if inner > at + 1:
                blocks.append(self._list(units[at + 1 : inner]))
            items.append(Item(tuple(blocks)))
            at = inner
        sign = first.sign if isinstance(first, Piece) else None
        number = sign.number if sign is not None else None
        return ListBlock(tuple(items), units[0].place, number, letters=sign is not None and sign.letter)

    def _item(self, one: Placed) -> Paragraph:
        unit = one.unit
        if not isinstance(unit, Piece) or unit.sign is None:
            return Paragraph((), one.place)
        self.ledger.append(Entry("IMP-005", one.place, unit.sign.text, ""))
        content = self.setting.inlines(unit.lines, one.pages, one.place, skip=unit.sign.glyphs, ended=unit.ended)
        return Paragraph(content, one.place)

    def _figure(self, units: Sequence[Placed], at: int) -> tuple[int, Block]:
        one = units[at]
        shown = one.unit
        name = self.names.get((one.place.page, shown.number), "") if isinstance(shown, Shown) else ""
        picture = Picture(name, None)
        if at + 1 < len(units) and self._is_caption(one, units[at + 1]):
            below = units[at + 1]
            words = self._told(below)
            self.ledger.append(Entry("IMP-037", below.place, words, words, name=f"“{words}”"))
            lines = below.unit.lines if isinstance(below.unit, Piece) else ()
            return 2, Figure(picture, one.place, self.setting.inlines(lines, below.pages, below.place))
        return 1, Figure(picture, one.place)

    def _is_caption(self, one: Placed, below: Placed) -> bool:
        unit = below.unit
        if not isinstance(unit, Piece) or unit.kind is not Kind.TEXT or below.panel != one.panel:
            return False
        picture, text = one.place.box, below.place.box
        if picture is None or text is None or not -self.body < text[1] - picture[3] < _NEAR * self.body:
            return False
        small = unit.size < _SMALL * self.body
        slanted = all(glyph.italic for line in unit.lines for glyph in line.glyphs if glyph.text.isalpha())
        return small or slanted or bool(_CAPTION.match(unit.text))

    def _table(self, grid: Grid, one: Placed) -> Table:
        rows: dict[int, list[Cell]] = {}
        bold = _bold_rows(grid)
        sides = _bold_column(grid)
        for spot in grid.spots:
            head = spot.row == 0 or (spot.column == 0 and sides)
            rows.setdefault(spot.row, []).append(
                Cell(self._cell(spot, one, plain_type=head), spot.columns, spot.rows, head=head)
            )
        code = "IMP-032" if 0 in bold else "IMP-054"
        words = " ".join(_words(spot) for spot in grid.spots if spot.row == 0)
        self.ledger.append(Entry(code, one.place, words, words, name="its letters are bold"))
        return Table(tuple(tuple(row) for row in rows.values()), one.place)

    def _cell(self, spot: Spot, one: Placed, *, plain_type: bool) -> Blocks:
        lines = lines_of(spot.glyphs)
        if not lines:
            return ()
        place = replace(one.place, box=(spot.box.left, spot.box.top, spot.box.right, spot.box.bottom))
        pages = [one.place.page] * len(lines)
        pieces = pieces_of(lines, self.body, 1.2 * self.body, box_around(line.box for line in lines).width)
        if any(piece.kind is Kind.ITEM and _is_bullet(piece) for piece in pieces):
            return self.blocks_of_cell(pieces, place, one)
        return (Paragraph(self.setting.inlines(lines, pages, place, plain=plain_type), place),)

    def blocks_of_cell(self, pieces: Sequence[Piece], place: Place, one: Placed) -> Blocks:
        """Return the blocks of a cell that holds a list."""
        units = [
            Placed(piece, place, (place.page,) * len(piece.lines), piece.lines[0].box.left, one.panel, one.rooms)
            for piece in pieces
        ]
        found: list[Block] = []
        at = 0
        while at < len(units):
            used, block = self._next(units, at, {})
            found.append(block)
            at += used
        return tuple(found)


def plain(content: Inlines) -> str:
    """Return the words of inlines."""
    return said(content)


def _look(unit: object) -> tuple[float, bool]:
    if not isinstance(unit, Piece):
        return 0.0, False
    return round(unit.size * 2) / 2, all(line.bold for line in unit.lines)


def _size(one: Placed) -> float:
    return one.unit.size if isinstance(one.unit, Piece) else 0.0


def _is_heading(one: Placed) -> bool:
    return isinstance(one.unit, Piece) and one.unit.kind is Kind.HEADING


def _is_bullet(piece: Piece) -> bool:
    return piece.sign is not None and piece.sign.number is None and piece.sign.text not in "–—-*"


def _sign_left(one: Placed) -> float:
    """Return how far the sign of an item stands from the left side of its column, in points."""
    return one.unit.lines[0].box.left - one.left if isinstance(one.unit, Piece) else 0.0


def _run_of_items(units: Sequence[Placed], at: int) -> int:
    """Return how many units from there on are items of one list: of one sign, or counted on; with inner ones."""
    stop = at + 1
    outer = units[at]
    last = outer.unit.sign if isinstance(outer.unit, Piece) else None
    while stop < len(units):
        unit = units[stop].unit
        if not isinstance(unit, Piece) or unit.kind is not Kind.ITEM or unit.sign is None or last is None:
            break
        if abs(_sign_left(units[stop]) - _sign_left(outer)) <= _INNER * unit.size:
            follows = (
                last.number is not None and unit.sign.number == last.number + 1 and unit.sign.letter == last.letter
            )
            if not (follows or (last.number is None and unit.sign.text == last.text)):
                break
            last = unit.sign
        elif _sign_left(units[stop]) < _sign_left(outer):
            break
        stop += 1
    return stop - at


def _words(spot: Spot) -> str:
    return " ".join(line.text for line in lines_of(spot.glyphs))


def _bold_rows(grid: Grid) -> frozenset[int]:
    """Return the rows in which every letter is bold, where not every row is."""
    rows: dict[int, bool] = {}
    for spot in grid.spots:
        rows[spot.row] = rows.get(spot.row, True) and all(glyph.bold for glyph in spot.glyphs)
    return frozenset(row for row, bold in rows.items() if bold and not all(rows.values()))


def _bold_column(grid: Grid) -> bool:
    """Tell whether the first column is bold, and no other one is."""
    sides = [spot for spot in grid.spots if spot.row > 0 and spot.glyphs]
    first = [spot for spot in sides if spot.column == 0]
    others = [spot for spot in sides if spot.column > 0]
    return (
        bool(first)
        and all(g.bold for s in first for g in s.glyphs)
        and not all(g.bold for s in others for g in s.glyphs)
    )
