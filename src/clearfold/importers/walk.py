"""Ways through a document: its inlines and blocks one after the other, and the same document with others in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from clearfold.importers.document import (
    Block,
    Blocks,
    Box,
    Code,
    Definitions,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    ListBlock,
    NoteMark,
    Paragraph,
    Picture,
    Place,
    Quotation,
    Remark,
    Table,
    Text,
)
from clearfold.importers.document import Break as LineBreak

ChangeInline: TypeAlias = Callable[[Inline, Place], Inlines]
"""From an inline, whose own content is changed already, and the place of its block to what stands in its stead."""


def walked(blocks: Blocks) -> Iterator[Block]:
    """Yield blocks and those within them, each before what it holds."""
    for block in blocks:
        yield block
        match block:
            case ListBlock():
                for item in block.items:
                    yield from walked(item.blocks)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from walked(cell.blocks)
            case Quotation() | Box():
                yield from walked(block.blocks)
            case Definitions():
                for _, meaning in block.entries:
                    yield from walked(meaning)
            case _:
                pass


def content_of(block: Block) -> Inlines:
    """Return the inlines that are a block's own."""
    match block:
        case Heading() | Paragraph():
            return block.content
        case Figure():
            return (block.picture, *block.caption)
        case Table():
            return block.caption
        case Definitions():
            return tuple(one for term, _ in block.entries for one in term)
        case _:
            return ()


def inlines_of(content: Inlines) -> Iterator[Inline]:
    """Yield inlines and those within them."""
    for one in content:
        yield one
        if not isinstance(one, Text | Code | LineBreak | NoteMark | Remark | Picture):
            yield from inlines_of(one.content)


def said(content: Inlines) -> str:
    """Return the words of inlines; remarks, pictures and references to notes have none."""
    parts = (one.text if isinstance(one, Text | Code) else " " for one in inlines_of(content) if _speaks(one))
    return " ".join("".join(parts).split())


def _speaks(one: Inline) -> bool:
    return isinstance(one, Text | Code | LineBreak)


def words_of(block: Block) -> str:
    """Return the words of a block and of those within it."""
    return " ".join(text for one in walked((block,)) if (text := said(content_of(one)) or _code(one)))


def _code(block: Block) -> str:
    text = getattr(block, "text", "")
    return text if isinstance(text, str) else ""


def changed_inlines(content: Inlines, place: Place, change: ChangeInline) -> Inlines:
    """Return inlines, each changed after those within it."""
    told: list[Inline] = []
    for one in content:
        if isinstance(one, Text | Code | LineBreak | NoteMark | Remark | Picture):
            told += change(one, place)
        else:
            told += change(replace(one, content=changed_inlines(one.content, place, change)), place)
    return tuple(told)


def changed(blocks: Blocks, change: ChangeInline, block: Callable[[Block], Blocks] = lambda one: (one,)) -> Blocks:
    """Return blocks with their inlines changed, and each block then changed itself, the inner ones first."""
    return tuple(new for one in blocks for new in block(_inside(one, change, block)))


def _inside(one: Block, change: ChangeInline, block: Callable[[Block], Blocks]) -> Block:
    def line(content: Inlines) -> Inlines:
        return changed_inlines(content, one.place, change)

    def inner(blocks: Blocks) -> Blocks:
        return changed(blocks, change, block)

    match one:
        case Heading() | Paragraph():
            return replace(one, content=line(one.content))
        case Figure():
            shown = line((one.picture,))
            picture = shown[0] if len(shown) == 1 and isinstance(shown[0], Picture) else one.picture
            return replace(one, picture=picture, caption=line(one.caption))
        case Table():
            rows = tuple(tuple(replace(cell, blocks=inner(cell.blocks)) for cell in row) for row in one.rows)
            return replace(one, rows=rows, caption=line(one.caption))
        case ListBlock():
            return replace(one, items=tuple(Item(inner(item.blocks)) for item in one.items))
        case Quotation() | Box():
            return replace(one, blocks=inner(one.blocks))
        case Definitions():
            return replace(one, entries=tuple((line(term), inner(meaning)) for term, meaning in one.entries))
        case _:
            return one


def changed_document(
    document: Document, change: ChangeInline, block: Callable[[Block], Blocks] = lambda one: (one,)
) -> Document:
    """Return a document with the blocks of its text and of its notes changed."""
    notes = {label: changed(blocks, change, block) for label, blocks in document.notes.items()}
    return replace(document, blocks=changed(document.blocks, change, block), notes=notes)
