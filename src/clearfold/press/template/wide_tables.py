"""Tables that are wider than an edition's line are set as rows: each cell on a line of its own, after its header."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import Cell, Node, Row, RowGroup, Table
from clearfold.press.document.inlines import Style, Styled, Text
from clearfold.press.document.walk import Nodes, rewritten, walk, words_of
from clearfold.press.leaflet import Leaflet

CELL_PADDING = 2  # in characters, both sides of a cell together
# What marks a label; a copy cannot write it, for the allow-list does not have aria-hidden.
_LABEL = Attributes((("class", "label"), ("aria-hidden", "true")))


def stack_wide_tables(leaflet: Leaflet, line: int) -> Leaflet:
    """Return a leaflet whose tables fit a line of so many characters, where that can be told.

    A stacked table keeps its rows and cells, and so its meaning to a screen reader; the label that each cell
    repeats for the eye is ``aria-hidden``. A body in which a cell goes on through several rows has no rows that can
    be read alone, and stays as it is.
    """

    def change(siblings: Nodes) -> Iterator[Node]:
        return (_stacked(node) if isinstance(node, Table) and _is_wide(node, line) else node for node in siblings)

    return replace(leaflet, sections=tuple(replace(s, blocks=rewritten(s.blocks, change)) for s in leaflet.sections))


def labels(leaflet: Leaflet) -> tuple[str, ...]:
    """Return every label that stacking has added, in order."""
    nodes = (node for part in leaflet.sections for node in walk(part.blocks))
    return tuple(words_of([node]) for node in nodes if isinstance(node, Styled) and node.attributes == _LABEL)


def _is_wide(table: Table, line: int) -> bool:
    if _width(table) <= line:
        return False
    below = walk(group for group in table.groups if group.tag == "tbody")
    return not any(isinstance(node, Cell) and node.attributes.get("rowspan") for node in below)


def _width(table: Table) -> int:
    """Return the least width of a table in characters: the longest word of each column, and the padding.

    A cell over several columns is left out: the words below and above it are what makes them wide.
    """
    longest: dict[int, int] = {}
    for group in table.groups:
        for columns, cell in _cells(group.rows):
            words = words_of(cell.children).split() if len(columns) == 1 else []
            for column in columns:
                longest[column] = max(longest.get(column, 0), *(len(word) for word in words), 0)
    return sum(longest.values()) + CELL_PADDING * len(longest)


def _cells(rows: Iterable[Row]) -> Iterator[tuple[range, Cell]]:
    """Yield each cell of a table's part with the columns that it covers (HTML, 4.9.12)."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            taken.update((number + n, column + k) for n in range(cell.rows) for k in range(cell.columns))
            yield range(column, column + cell.columns), cell
            column += cell.columns


def _stacked(table: Table) -> Table:
    heads: dict[int, list[str]] = {}
    for group in table.groups:
        for columns, cell in _cells(group.rows) if group.tag == "thead" else ():
            for column in columns:
                heads.setdefault(column, []).append(words_of(cell.children))
    classes = " ".join((*table.attributes.classes, "stacked"))
    groups = tuple(_labelled(group, heads) if group.tag == "tbody" else group for group in table.groups)
    return replace(table, groups=groups, attributes=table.attributes.having("class", classes))


def _labelled(body: RowGroup, heads: dict[int, list[str]]) -> RowGroup:
    """Return a body whose cells begin with their headers."""
    cells = {id(cell): _with_label(columns, cell, heads) for columns, cell in _cells(body.rows)}
    rows = (replace(row, cells=tuple(cells[id(cell)] for cell in row.cells)) for row in body.rows)
    return replace(body, rows=tuple(rows))


def _with_label(columns: range, cell: Cell, heads: dict[int, list[str]]) -> Cell:
    # Each header once: of a cell over two columns, the one above both and the two below it.
    head = ", ".join(dict.fromkeys(text for column in columns for text in heads.get(column, []) if text))
    if not head or cell.header or not words_of(cell.children):
        return cell
    label = Styled(Style.SPAN, (Text(f"{head} " if head[-1] in "?!:." else f"{head}: "),), _LABEL)
    return replace(cell, children=(label, *cell.children))
