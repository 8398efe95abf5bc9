"""Tables of a web page."""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.importers.document import Block, Box, Cell, Inline, Inlines, Paragraph, Place, Strong, Table, Text
from clearfold.importers.html.reader import Reader
from clearfold.importers.html.tree import Node
from clearfold.importers.ledger import Entry
from clearfold.importers.walk import said, words_of
from clearfold.model.messages import message

_SECTIONS = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "article", "section")
_LONG, _FEW = 60, 2  # words of a cell that is a text of its own; rows of a table of such


def read_table(table: Node, reader: Reader) -> Iterator[Block]:
    """Yield a table; one without any head is asked about, one that only sets text side by side is read by cells."""
    if is_layout(table):
        yield from _laid_out(table, reader)
        return
    place = reader.place()
    caption: Inlines = ()
    rows: list[tuple[Cell, ...]] = []
    heads = 0
    for part, row in _rows(table):
        if row.name == "caption":
            caption = _of_caption(row, reader)
            continue
        if reader.leave(row):
            continue
        cells = tuple(_cell(cell, reader) for cell in row.elements() if cell.name in ("td", "th"))
        if not cells:
            continue
        if len(rows) == heads and (part == "thead" or all(cell.head for cell in cells)):
            heads += 1
        rows.append(cells)
    if not any(cell.blocks for row in rows for cell in row):
        yield from (Paragraph(caption, place),) if caption else ()
        return
    heads = min(heads, len(rows) - 1) if len(rows) > 1 else heads
    yield Table(tuple(rows), place, heads or _asked(rows, place, reader), caption)


def is_layout(table: Node) -> bool:
    """Tell whether a table only places text on the page, as pages and mails were made once."""
    if table.get("role") in ("presentation", "none"):
        return True
    inner = [node for node in table.all() if node is not table]
    if any(node.name in ("th", "thead", "caption") for node in _own(table)):
        return False
    if any(node.name in _SECTIONS for node in inner):
        return True
    cells = [node for node in _own(table) if node.name == "td"]
    rows = sum(1 for node in _own(table) if node.name == "tr")
    return rows == 1 or len(cells) == 1 or (rows <= _FEW and any(len(cell.words.split()) > _LONG for cell in cells))


def _own(table: Node) -> Iterator[Node]:
    """Yield what stands in a table, and not in one within it."""
    for node in table.elements():
        yield node
        if node.name != "table":
            yield from _own(node)


def _laid_out(table: Node, reader: Reader) -> Iterator[Block]:
    """Yield what stands in the cells of a table, one after the other; the only cell with a frame is a box."""
    told: list[Block] = []
    cells = [node for _, row in _rows(table) for node in row.elements() if node.name in ("td", "th")]
    for cell in cells:
        if not reader.leave(cell):
            told += reader.read(cell)
    framed = len(cells) == 1 and (table.get("border") not in ("", "0") or "border" in table.get("style"))
    code = "IMP-012" if framed else "IMP-027"
    for block in told:
        words = words_of(block)
        reader.ledger.append(Entry(code, block.place, words, words))
    yield from (Box(tuple(told), told[0].place),) if framed and told else told


def _asked(rows: list[tuple[Cell, ...]], place: Place, reader: Reader) -> int:
    """Return 1, and tell that the first row is taken for the head."""
    if all(map(_is_bold, rows[0])):
        reader.ledger.append(Entry("IMP-032", place, name=message("it is bold")))
    else:
        reader.ledger.append(Entry("IMP-054", place))
    return 1


def _rows(table: Node) -> Iterator[tuple[str, Node]]:
    """Yield the part and the row of a table, its caption first."""
    for child in table.elements():
        if child.name in ("thead", "tbody", "tfoot"):
            yield from ((child.name, row) for row in child.elements() if row.name == "tr")
        elif child.name in ("tr", "caption"):
            yield "", child


def _of_caption(node: Node, reader: Reader) -> Inlines:
    """Return a caption; its paragraphs stand in one line."""
    told: list[Inline] = []
    for block in reader.read(node):
        if isinstance(block, Paragraph):
            told += [*([Text(" ")] if told else []), *block.content]
    return tuple(told)


def _cell(cell: Node, reader: Reader) -> Cell:
    blocks = () if reader.leave(cell) else reader.read(cell)
    if short := " ".join(cell.get("abbr").split()):
        reader.tell("IMP-079", short, name=message("what {words} stands for", words=cell.words))
    columns, rows = (_span(cell.get(name)) for name in ("colspan", "rowspan"))
    if cell.name == "th":
        blocks = tuple(map(_light, blocks))
    return Cell(blocks, columns, rows, cell.name == "th")


def _light(block: Block) -> Block:
    """Return what stands in a head without the weight that heads have anyway."""
    if isinstance(block, Paragraph) and len(block.content) == 1 and isinstance(block.content[0], Strong):
        return replace(block, content=block.content[0].content)
    return block


def _is_bold(cell: Cell) -> bool:
    told = [one for block in cell.blocks if isinstance(block, Paragraph) for one in block.content]
    told = [one for one in told if not (isinstance(one, Text) and not one.text.strip())]
    return bool(told) and all(isinstance(one, Strong) for one in told) and bool(said(tuple(told)))


def _span(text: str) -> int:
    return min(max(int(text), 1), 1000) if text.strip().isdigit() else 1
