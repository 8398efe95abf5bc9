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
    Item,
    ListBlock,
    Paragraph,
    Picture,
    Place,
    Table,
)
from clearfold.importers.ledger import Entry
from clearfold.importers.pdf import looks
from clearfold.importers.pdf.flow import Placed
from clearfold.importers.pdf.layout.grids import Grid, Spot
from clearfold.importers.pdf.layout.pieces import Kind, Piece, pieces_of
from clearfold.importers.pdf.page.glyphs import Picture as Shown
from clearfold.importers.pdf.page.lines import box_around, lines_of
from clearfold.importers.pdf.runs import Typesetting
from clearfold.model.messages import message

_CAPTION = re.compile(
    r"(?:fig(?:uur|ure)?|abb(?:ildung)?|foto|photo|illustratie|bild|afb(?:eelding)?)\b\.?\s*\d*", re.I
)
_TABLE = re.compile(r"(?:tabel|table|tableau|tabelle)\s*\d+", re.I)
_NEAR = 2.2  # em between a picture and its caption
_SMALL = 0.95  # times the size of the text


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
        kinds = {looks.look(one.unit) for one in units if looks.is_heading(one) and not one.over}
        return {look: number for number, look in enumerate(sorted(kinds, key=lambda look: (-look[0], not look[1])), 2)}

    def _without_title(self, units: list[Placed]) -> list[Placed]:
        """Take out the heading whose letters are the largest of all, where it stands alone and on the first panel."""
        heads = [n for n, one in enumerate(units) if looks.is_heading(one) and not one.over]
        if not heads:
            return units
        sizes = {n: looks.size(units[n]) for n in heads}
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
        lone = following.panel != one.panel or looks.is_heading(following)
        return heading and lone and looks.size(one) < 0.97 * size

    def _told(self, one: Placed) -> str:
        unit = one.unit
        content = self.setting.inlines(unit.lines, one.pages, one.place, plain=True) if isinstance(unit, Piece) else ()
        return looks.plain(content)

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
            words = looks.plain(content)
            self.ledger.append(Entry("IMP-030", one.place, words, words, name=f"“{words}”"))
            return 1, Heading(levels.get(looks.look(unit), 2), content, one.place)
        if unit.kind is Kind.ITEM:
            count = looks.run_of_items(units, at)
            if count > 1 or looks.is_bullet(unit):
                return count, self._list(units[at : at + count])
        return 1, Paragraph(self.setting.inlines(unit.lines, one.pages, one.place, ended=unit.ended), one.place)

    def _list(self, units: Sequence[Placed]) -> ListBlock:
        items: list[Item] = []
        first = units[0].unit
        left = looks.sign_left(units[0])
        at = 0
        while at < len(units):
            one = units[at]
            inner = at + 1
            while inner < len(units) and looks.sign_left(units[inner]) > left + looks.INNER * self.body:
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
        bold = looks.bold_rows(grid)
        sides = looks.bold_column(grid)
        for spot in grid.spots:
            head = spot.row == 0 or (spot.column == 0 and sides)
            rows.setdefault(spot.row, []).append(
                Cell(self._cell(spot, one, plain_type=head), spot.columns, spot.rows, head=head)
            )
        code = "IMP-032" if 0 in bold else "IMP-054"
        words = " ".join(looks.words(spot) for spot in grid.spots if spot.row == 0)
        self.ledger.append(Entry(code, one.place, words, words, name=message("its letters are bold")))
        return Table(tuple(tuple(row) for row in rows.values()), one.place)

    def _cell(self, spot: Spot, one: Placed, *, plain_type: bool) -> Blocks:
        lines = lines_of(spot.glyphs)
        if not lines:
            return ()
        place = replace(one.place, box=(spot.box.left, spot.box.top, spot.box.right, spot.box.bottom))
        pages = [one.place.page] * len(lines)
        pieces = pieces_of(lines, self.body, 1.2 * self.body, box_around(line.box for line in lines).width)
        if any(piece.kind is Kind.ITEM and looks.is_bullet(piece) for piece in pieces):
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
