"""Tables of a Word file: merged cells, heads, tables within tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from clearfold.importers.document import Block, Blocks, Cell, Paragraph, Place, Strong, Table, Text
from clearfold.importers.docx.names import attribute, child, is_on, name_of, value
from clearfold.importers.docx.story import Story
from clearfold.importers.ledger import Entry
from clearfold.importers.lone_row import alone
from clearfold.importers.walk import said
from clearfold.model.messages import message

_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080
Read = Callable[[etree._Element], Blocks]
Struck = Callable[[etree._Element], None]


@dataclass(slots=True)
class _Cell:
    cell: Cell
    column: int
    merged: str  # restart, continue, or ""


def read_table(table: etree._Element, story: Story, read: Read, struck: Struck) -> Iterator[Block]:
    """Yield a table, the box that one of one cell is meant for, or what one that only sets side by side holds."""
    place = replace(story.place, paragraph=story.place.paragraph + 1)
    about = (value(table, "w:tblPr", name) for name in ("w:tblCaption", "w:tblDescription"))
    if words := " ".join(" ".join(about).split()):
        story.ledger.append(Entry("IMP-079", place, words, name=message("what is said of a table, which nobody sees")))
    rows = [row for row in _rows(table, read, struck) if row]
    heads = _heads(table)
    cells = _merged(rows)
    if not any(cell.blocks for row in cells for cell in row):
        return
    if len(cells) == 1 and not heads:
        yield from alone(cells[0], place, story.ledger)
        return
    heads = min(heads, len(cells) - 1) if len(cells) > 1 else 0
    if not heads:
        heads = _guessed(table, cells, story, place)
    if len(cells) > 1 and _heads_column(table, cells, story):
        cells = [(replace(row[0], head=True), *row[1:]) if number >= heads else row for number, row in enumerate(cells)]
    yield Table(tuple(cells), place, heads)


def _rows(table: etree._Element, read: Read, struck: Struck) -> Iterator[list[_Cell]]:
    for row in _inside(table, "w:tr"):
        properties = child(row, "w:trPr")
        if child(properties, "w:del") is not None:
            for cell in _inside(row, "w:tc"):
                struck(cell)
            continue
        cells: list[_Cell] = []
        column = _int(value(properties, "w:gridBefore"))
        if column:
            cells.append(_Cell(Cell((), column), 0, ""))
        for cell in _inside(row, "w:tc"):
            said_of = child(cell, "w:tcPr")
            width = max(_int(value(said_of, "w:gridSpan")), 1)
            merge = child(said_of, "w:vMerge")
            merged = "" if merge is None else attribute(merge, "w:val") or "continue"
            if attribute(child(said_of, "w:hMerge"), "w:val") == "continue" and cells:
                before = cells[-1]
                cells[-1] = _Cell(
                    replace(before.cell, columns=before.cell.columns + width), before.column, before.merged
                )
                blocks = read(cell)
                cells[-1].cell = replace(cells[-1].cell, blocks=(*cells[-1].cell.blocks, *blocks))
            else:
                cells.append(_Cell(Cell(read(cell), width), column, merged))
            column += width
        yield cells


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows or cells, also those that something of the program's stands around."""
    for one in element:
        if name_of(one) == name:
            yield one
        elif name_of(one) in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"):
            yield from _inside(one, name)


def _merged(rows: Sequence[list[_Cell]]) -> list[tuple[Cell, ...]]:
    """Return the cells of each row, one that goes on in the next rows only in its first."""
    told: list[list[_Cell]] = []
    above: dict[int, _Cell] = {}
    for row in rows:
        kept: list[_Cell] = []
        for one in row:
            owner = above.get(one.column)
            same = owner is not None and owner.cell.columns == one.cell.columns
            # A cell that goes on from above and has words of its own stays one: they belong to their row.
            if one.merged == "continue" and same and owner is not None and not one.cell.blocks:
                owner.cell = replace(owner.cell, rows=owner.cell.rows + 1)
                continue
            above.pop(one.column, None)
            if one.merged:
                above[one.column] = one
            kept.append(one)
        told.append(kept)
    return _without_gone(told)


def _without_gone(rows: Sequence[list[_Cell]]) -> list[tuple[Cell, ...]]:
    """Return the cells, no row of which all cells go on from above: the cells above are then a row shorter."""
    told: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows):
        if row:
            told.append(tuple(one.cell for one in row))
            continue
        for earlier, before in enumerate(rows[:number]):
            for at, one in enumerate(before):
                if one.cell.rows > number - earlier:
                    one.cell = replace(one.cell, rows=one.cell.rows - 1)
                    place = min(earlier, len(told) - 1)
                    told[place] = (*told[place][:at], one.cell, *told[place][at + 1 :])
    return told


def _heads(table: etree._Element) -> int:
    """Return how many rows at the top are said to be repeated as heads."""
    count = 0
    for row in _inside(table, "w:tr"):
        if not is_on(child(row, "w:trPr"), "w:tblHeader"):
            break
        count += 1
    return count


def _look(table: etree._Element, name: str, bit: int) -> bool:
    look = child(table, "w:tblPr", "w:tblLook")
    if said_so := attribute(look, f"w:{name}"):
        return said_so.lower() in ("1", "true", "on")
    bits = attribute(look, "w:val")
    return bool(int(bits, 16) & bit) if bits else False


def _guessed(table: etree._Element, cells: Sequence[tuple[Cell, ...]], story: Story, place: Place) -> int:
    """Return how many rows head a table that does not say so, and tell of the guess."""
    style = value(table, "w:tblPr", "w:tblStyle")
    named = _look(table, "firstRow", _FIRST_ROW)
    if named and story.styles.table_says(style, "firstRow"):
        return 1
    if named or all(map(_is_bold, cells[0])):
        story.ledger.append(Entry("IMP-032", place, name=message("it looks otherwise than the rows below it")))
    else:
        story.ledger.append(Entry("IMP-054", place))
    return 1


def _heads_column(table: etree._Element, cells: Sequence[tuple[Cell, ...]], story: Story) -> bool:
    style = value(table, "w:tblPr", "w:tblStyle")
    if _look(table, "firstColumn", _FIRST_COLUMN) and story.styles.table_says(style, "firstCol"):
        return True
    firsts = [row[0] for row in cells[1:] if row]
    return len(firsts) > 1 and all(map(_is_bold, firsts))


def _is_bold(cell: Cell) -> bool:
    told = [one for block in cell.blocks if isinstance(block, Paragraph) for one in block.content]
    told = [one for one in told if not (isinstance(one, Text) and not one.text.strip())]
    return bool(told) and all(isinstance(one, Strong) for one in told) and bool(said(tuple(told)))


def _int(text: str) -> int:
    return int(text) if text.isdigit() else 0
