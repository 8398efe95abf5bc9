"""Tables: with bars where they can be, else in HTML."""

from dataclasses import replace

from clearfold.importers.document import (
    Block,
    Blocks,
    Box,
    Cell,
    CodeBlock,
    Definitions,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quotation,
    Rule,
    Strong,
    Table,
)
from clearfold.importers.walk import words_of
from clearfold.importers.writing import escaping, inlines
from clearfold.model.messages import message


def why_html(table: Table) -> str:
    """Say what a table has that bars cannot show, "" where they can."""
    cells = [cell for row in table.rows for cell in row]
    if any(cell.columns > 1 or cell.rows > 1 for cell in cells):
        return message("merged cells")
    if any(isinstance(block, Table) for cell in cells for block in cell.blocks):
        return message("a table within it")
    if table.heads != 1:
        return message("more than one head row")
    if len({len(row) for row in table.rows}) > 1:
        return message("rows of different length")
    if any(len(cell.blocks) > 1 or not all(isinstance(b, Paragraph) for b in cell.blocks) for cell in cells):
        return message("several paragraphs in a cell")
    if any(cell.head and number for row in table.rows[1:] for number, cell in enumerate(row)) or not _first_column(
        table
    ):
        return message("heads in its middle")
    return ""


def _first_column(table: Table) -> bool:
    """Tell whether the cells of the first column are heads all, or none."""
    return len({row[0].head for row in table.rows[1:] if row}) <= 1


def table(block: Table) -> str:
    """Write a table with what is written above it."""
    if why_html(block):
        return _html(block)
    rows = [f"| {' | '.join(_bar(cell, head=bool(number)) for cell in row)} |" for number, row in enumerate(block.rows)]
    rows.insert(1, f"| {' | '.join('---' for _ in block.rows[0])} |")
    text = "\n".join(row.replace("|  |", "| |") for row in rows)
    caption = inlines.markdown(block.caption, cell=True).strip()
    return f"Table: {caption}\n\n{text}" if caption else text


def _bar(cell: Cell, *, head: bool) -> str:
    content: Inlines = tuple(one for block in cell.blocks if isinstance(block, Paragraph) for one in block.content)
    if head and cell.head and content and not (len(content) == 1 and isinstance(content[0], Strong)):
        content = (Strong(content),)
    return inlines.markdown(content, cell=True).strip()


def _html(block: Table) -> str:
    rows = ["<table>"]
    if block.caption:
        rows.append(f"<caption>{inlines.html(block.caption)}</caption>")
    heads = max(block.heads, 1)
    if not said_in(block.rows[0][0]):
        # An empty first cell in the head makes the first column one of heads (docs/writing.md).
        firsts = [(replace(row[0], head=True), *row[1:]) for row in block.rows[heads:]]
        block = replace(block, rows=(*block.rows[:heads], *firsts))
    for name, part in (("thead", block.rows[:heads]), ("tbody", block.rows[heads:])):
        if part:
            rows += [f"<{name}>", *(_row(row, head=name == "thead") for row in part), f"</{name}>"]
    return "\n".join([*rows, "</table>"])


def said_in(cell: Cell) -> str:
    """Return the words of a cell."""
    return " ".join(words_of(block) for block in cell.blocks)


def _row(row: tuple[Cell, ...], *, head: bool) -> str:
    return f"<tr>{''.join(_cell(cell, head=head) for cell in row)}</tr>"


def _cell(cell: Cell, *, head: bool) -> str:
    merged = "".join(
        f' {name}="{value}"' for name, value in (("colspan", cell.columns), ("rowspan", cell.rows)) if value > 1
    )
    if head or cell.head:
        scope = "col" if head else "row"
        return f'<th scope="{scope}"{merged}>{_inner(cell.blocks)}</th>'
    return f"<td{merged}>{_inner(cell.blocks)}</td>"


def _inner(blocks: Blocks) -> str:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return inlines.html(blocks[0].content)
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{inlines.html(block.content)}</p>"
        case Heading():
            return f"<p><strong>{inlines.html(block.content)}</strong></p>"
        case ListBlock():
            tag = "ul" if block.start is None else "ol"
            start = f' start="{block.start}"' if block.start not in (None, 1) else ""
            return f"<{tag}{start}>{''.join(f'<li>{_inner(item.blocks)}</li>' for item in block.items)}</{tag}>"
        case Table():
            return _html(replace(block, heads=max(block.heads, 1))).replace("\n", "")
        case Figure():
            shown = inlines.html((block.picture,))
            caption = f"<figcaption>{inlines.html(block.caption)}</figcaption>" if block.caption else ""
            return f"<figure>{shown}{caption}</figure>"
        case Quotation():
            return f"<blockquote>{''.join(map(_block, block.blocks))}</blockquote>"
        case Box():
            return "".join(map(_block, block.blocks))
        case Definitions():
            entries = (f"<dt>{inlines.html(term)}</dt><dd>{_inner(meaning)}</dd>" for term, meaning in block.entries)
            return f"<dl>{''.join(entries)}</dl>"
        case CodeBlock():
            return f"<p><code>{escaping.html(block.text)}</code></p>"
        case Rule():
            return ""
