"""Tables in the structure tree: which cells head which, said in Scope, Headers and ID."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clearfold.press.pdf.tags.tree import Kid, Node, Value, leaves

HEAD = "data-head"  # template/wide_tables.py
SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's grid: the rows and columns, from 0, that it covers; whether its row is of headers only."""

    node: Node
    rows: range
    columns: range
    among_headers: bool


def table(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make a Table, unless there is nothing in its cells; a head without a body is the body (ISO 14289-1, 7.2)."""
    node = Node("Table", element, kids)
    _take_heads(node)
    parts = [part for part in node.children() if part.type in ("THead", "TBody", "TFoot")]
    if not any(part.type == "TBody" for part in parts):
        for part in parts:
            part.type = "TBody"
    return [node] if any(leaves(kids)) else []


def head(element: Element, kids: list[Kid]) -> list[Kid]:
    """Keep together the words of a column's header that stand in a card, for ``table`` to find; all else moves up."""
    return [Node(HEAD, element, kids)] if element.get(HEAD) else kids


def _take_heads(node: Node) -> None:
    """Give the header cells of cards their words: these are drawn in the first card, and read in the table's head."""
    heads = [cell for part in node.children() if part.type == "THead" for row in part.children() for cell in row.kids]
    for outer in list(node.nodes()):
        for kid in outer.children():
            if kid.type == HEAD and kid.element is not None:
                outer.kids.remove(kid)
                cell = heads[int(kid.element.get(HEAD, "0"))]
                assert isinstance(cell, Node), "only cells are in a row"
                cell.kids = kid.kids


def describe(document: Node) -> None:
    """Give the header cells of every table scope and name, and the other cells the names of their headers."""
    tables = [node for node in document.nodes() if node.type == "Table"]
    for number, node in enumerate(tables, start=1):
        cells = tuple(_filled(node))
        by_row: dict[int, list[Cell]] = {}
        by_column: dict[int, list[Cell]] = {}
        for cell in cells:
            attributes = cell.node.attributes["Table"] = _spans(cell)
            if cell.node.type == "TH":
                attributes["Scope"] = _scope(cell)
                cell.node.id = f"table-{number}-{cell.rows.start + 1}-{cell.columns.start + 1}"
                heads, places = (by_column, cell.columns) if attributes["Scope"] == "Column" else (by_row, cell.rows)
                for place in places:
                    heads.setdefault(place, []).append(cell)
        for cell in cells:
            above = [h for x in cell.columns for h in by_column.get(x, ()) if h.rows.start < cell.rows.start]
            before = [h for y in cell.rows for h in by_row.get(y, ()) if h.columns.start < cell.columns.start]
            if above or before:
                cell.node.attributes["Table"]["Headers"] = list(dict.fromkeys(h.node.id for h in (*before, *above)))


def _filled(node: Node) -> list[Cell]:
    """Return the cells of a table, with empty ones at the end of rows that are too short (ISO 14289-1, 7.2)."""
    cells = list(_cells(node))
    width = max((cell.columns.stop for cell in cells), default=0)
    covered = {(y, x) for cell in cells for y in cell.rows for x in cell.columns}
    for y, (row, _) in enumerate(_rows(node)):
        for x in range(width):
            if (y, x) not in covered:
                row.kids.append(Node("TD"))
                cells.append(Cell(row.children()[-1], range(y, y + 1), range(x, x + 1), False))
    return cells


def _cells(node: Node) -> Iterator[Cell]:
    """Yield the cells of a table, placed in its grid as HTML places them."""
    rows = _rows(node)
    taken: set[tuple[int, int]] = set()
    for y, (row, in_head) in enumerate(rows):
        x = 0
        among_headers = in_head or all(cell.type == "TH" for cell in row.children())
        for cell in row.children():
            while (y, x) in taken:
                x += 1
            height = _span(cell, "rowspan") or len(rows) - y
            columns = range(x, x + (_span(cell, "colspan") or 1))
            place = Cell(cell, range(y, min(y + height, len(rows))), columns, among_headers)
            taken.update((row_number, column) for row_number in place.rows for column in place.columns)
            yield place


def _rows(table: Node) -> list[tuple[Node, bool]]:
    """Return the rows of a table, and of each whether it stands in the head."""
    return [(row, part.type == "THead") for part in table.children() for row in part.children() if row.type == "TR"]


def _span(cell: Node, name: str) -> int:
    """Return how many rows or columns a cell covers; 0, for a row span, means all that follow."""
    value = cell.element.get(name, "1").strip() if cell.element is not None else "1"
    return int(value) if value.isdecimal() else 1


def _spans(cell: Cell) -> dict[str, Value]:
    spans = {"RowSpan": len(cell.rows), "ColSpan": len(cell.columns)}
    return {name: length for name, length in spans.items() if length > 1}


def _scope(cell: Cell) -> str:
    """Return what a header cell heads: as the author says, else its column among headers only, else its row."""
    said = cell.node.element.get("scope", "") if cell.node.element is not None else ""
    return SCOPES.get(said, "Column" if cell.among_headers else "Row")
