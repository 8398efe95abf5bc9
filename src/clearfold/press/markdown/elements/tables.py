"""Tables: captions, header cells and their scope, from what Markdown can say of a table."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from clearfold.press.document.blocks import Caption, Cell, Node, Paragraph, Row, RowGroup, Table
from clearfold.press.document.inlines import Image, Style, Styled, Text
from clearfold.press.document.walk import Nodes, rewritten, texts, walk
from clearfold.press.markdown.elements.parts import DAYS

MARK = "Table:"


def finish(nodes: Nodes) -> Nodes:
    """Give every table its caption, header rows and header columns, as docs/writing.md says."""
    return rewritten(nodes, lambda siblings: map(_finished, _captioned(siblings)))


def _finished(node: Node) -> Node:
    return _scoped(_head_columns(_head_rows(node))) if isinstance(node, Table) else node


def _captioned(siblings: Nodes) -> list[Node]:
    """Move each paragraph that begins as a caption into the table right after it."""
    found: list[Node] = []
    for node in siblings:
        index = next((at for at in range(len(found) - 1, -1, -1) if not isinstance(found[at], Text)), -1)
        if isinstance(node, Table) and node.caption is None and index >= 0 and (caption := _caption(found[index])):
            del found[index]
            before, *after = node.gaps or ("",)
            found.append(replace(node, caption=caption, gaps=(before, "", *after) if after else ()))
        else:
            found.append(node)
    return found


def _caption(node: Node) -> Caption | None:
    if not isinstance(node, Paragraph) or not node.children:
        return None
    first, *rest = node.children
    if not isinstance(first, Text) or not first.text.startswith(MARK):
        return None
    words = first.text.removeprefix(MARK).lstrip()
    return Caption("caption", (*([Text(words)] if words else []), *rest))


def _head_rows(table: Table) -> Table:
    """Return a table that was written in HTML without a head with its first rows, where they are headers, as one."""
    if not table.groups or any(group.tag == "thead" for group in table.groups):
        return table
    first, *others = table.groups
    count = next((at for at, row in enumerate(first.rows) if not _among_headers(row)), len(first.rows))
    reaches_out = any(at + cell.rows > count for at, row in enumerate(first.rows[:count]) for cell in row.cells)
    if first.tag != "tbody" or not 0 < count < len(first.rows) or reaches_out:
        return table
    head = RowGroup("thead", first.rows[:count])
    return replace(table, groups=(head, replace(first, rows=first.rows[count:], gaps=()), *others), gaps=())


def _among_headers(row: Row) -> bool:
    return bool(row.cells) and all(cell.header for cell in row.cells)


def _head_columns(table: Table) -> Table:
    bodies = [group for group in table.groups if group.tag == "tbody"]
    rows = [row for group in bodies for row in group.rows if row.cells]
    if any(isinstance(node, Cell) and node.header for node in walk(bodies)) or not rows:
        return table
    if DAYS in table.attributes.classes:  # of a calendar, what is bold is a day that is marked, on Mondays too
        return table
    corner = next((cell for cell in _cells(table, "thead") if cell.header), None)
    empty_corner = corner is not None and not _filled(corner)
    if not empty_corner and not all(_bold(row.cells[0]) for row in rows):
        return table
    return _changed(table, lambda group, row, cell: _row_header(cell) if _is_first(group, row, cell) else cell)


def _is_first(group: RowGroup, row: Row, cell: Cell) -> bool:
    return group.tag == "tbody" and cell is row.cells[0]


def _row_header(cell: Cell) -> Cell:
    """Return a cell as the header of its row; what is a header is bold already."""
    bold = _bold(cell)
    below = cell.children
    if bold:
        below = tuple(kid for node in below for kid in (bold.children if node is bold else (node,)))
    return Cell(True, below, cell.attributes.having("scope", "row"))


def _scoped(table: Table) -> Table:
    return _changed(table, lambda group, row, cell: _with_scope(cell, group, row) if cell.header else cell)


def _with_scope(cell: Cell, group: RowGroup, row: Row) -> Cell:
    if not _filled(cell):
        # An empty header cell is no header: WCAG 2.2, technique H63.
        return Cell(False, cell.children, cell.attributes.without("scope"))
    if cell.scope:
        return cell
    by_column = group.tag == "thead" or all(one.header and _filled(one) for one in row.cells)
    several = "group" if (cell.columns if by_column else cell.rows) > 1 else ""
    return replace(cell, attributes=cell.attributes.having("scope", ("col" if by_column else "row") + several))


def _changed(table: Table, change: Callable[[RowGroup, Row, Cell], Cell]) -> Table:
    """Return a table with each of its cells as ``change`` has it."""

    def rows(group: RowGroup) -> Iterator[Row]:
        return (replace(row, cells=tuple(change(group, row, cell) for cell in row.cells)) for row in group.rows)

    return replace(table, groups=tuple(replace(group, rows=tuple(rows(group))) for group in table.groups))


def _cells(table: Table, tag: str) -> Iterator[Cell]:
    return (cell for group in table.groups if group.tag == tag for row in group.rows for cell in row.cells)


def _filled(cell: Cell) -> bool:
    return bool("".join(texts(cell.children)).strip()) or any(isinstance(n, Image) for n in walk(cell.children))


def _bold(cell: Cell) -> Styled | None:
    """Return the bold words that are all that a cell holds, if they are."""
    told = [node for node in cell.children if not (isinstance(node, Text) and node.blank)]
    only = told[0] if len(told) == 1 else None
    return only if isinstance(only, Styled) and only.style is Style.STRONG else None
