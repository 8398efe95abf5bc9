"""Blocks in Markdown, each with the line on which it begins."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, assert_never

from clearfold.importers.document import (
    Block,
    Blocks,
    Box,
    CodeBlock,
    Definitions,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Place,
    Quotation,
    Rule,
    Table,
    Text,
)
from clearfold.importers.writing import escaping, inlines, tables

Line: TypeAlias = "tuple[str, Place | None]"
"""A line of the copy, and the place of the block that begins with it."""
_STEP = "    "


def lines_of(blocks: Blocks) -> list[Line]:
    """Write blocks, an empty line between two."""
    written: list[Line] = []
    before: Block | None = None
    for block in blocks:
        lines = list(_block(block))
        if not lines:
            continue
        if written:
            written.append(("", None))
        if isinstance(before, ListBlock) and isinstance(block, ListBlock):
            # Two lists that follow each other would be one.
            written += [("<!-- another list -->", None), ("", None)]
        written += lines
        if noted := list(_remarks(block)):
            written.append(("", None))
            written += [(f"<!-- {_note(text)} -->", None) for text in noted]
        before = block
    return written


def _block(block: Block) -> Iterator[Line]:
    match block:
        case Heading():
            identity = f" {{#{block.id}}}" if block.id else ""
            # Signs at the end would be taken for the end of the heading.
            words = inlines.markdown(_one_line(block.content)).strip().replace("#", "\\#")
            yield f"{'#' * block.level} {words}{identity}", block.place
        case Paragraph():
            yield from _placed(inlines.line(block.content), block.place)
        case ListBlock():
            yield from _list(block)
        case Table():
            yield from _placed(tables.table(block), block.place)
        case Figure():
            yield from _placed(_figure(block), block.place)
        case Quotation():
            for line, place in lines_of(block.blocks):
                yield f"> {line}".rstrip(), place or block.place
        case Box():
            title = f' "{escaping.attribute(block.title)}"' if block.title else ""
            yield f"!!! {block.kind}{title}", block.place
            yield from _indented(lines_of(block.blocks))
        case Definitions():
            yield from _definitions(block)
        case CodeBlock():
            fence = "```" if "```" not in block.text else "~~~~"
            yield from _placed(f"{fence}\n{block.text.strip(chr(10))}\n{fence}", block.place)
        case Rule():
            yield "---", block.place
        case _:
            assert_never(block)


def _one_line(content: Inlines) -> Inlines:
    return tuple(Text(" ") if type(one).__name__ == "Break" else one for one in content)


def _placed(text: str, place: Place) -> Iterator[Line]:
    """Yield the lines of a text, its first one at a place."""
    for number, line in enumerate(text.split("\n") if text else ()):
        yield line, None if number else place


def _indented(lines: Iterable[Line]) -> Iterator[Line]:
    for line, place in lines:
        yield (f"{_STEP}{line}" if line else ""), place


_BOXES = {"☐ ": "[ ] ", "☑ ": "[x] "}


def _ticked(line: str, *, ticks: bool) -> str:
    """Return the first line of an item, with its box as a copy has it where all items of the list have one."""
    return _BOXES[line[:2]] + line[2:] if ticks else line


def _list(block: ListBlock) -> Iterator[Line]:
    ticks = block.start is None and all(_begins(item.blocks)[:2] in _BOXES for item in block.items)
    loose = any(_is_loose(item.blocks) for item in block.items)
    for number, item in enumerate(block.items):
        if number and loose:
            yield "", None
        sign = _sign(block, number)
        inner = lines_of(item.blocks) if loose else _tight(item.blocks)
        first, *rest = inner or [("", block.place)]
        yield (
            f"{sign} {_ticked(first[0], ticks=ticks)}".rstrip() if first[0] else f"{sign} &nbsp;",
            first[1] or block.place,
        )
        yield from _indented(rest)


def _begins(blocks: Blocks) -> str:
    """Return the letters with which an item begins, "" where it begins otherwise."""
    first = blocks[0] if blocks else None
    text = first.content[0] if isinstance(first, Paragraph) and first.content else None
    return text.text if isinstance(text, Text) else ""


def _is_loose(blocks: Blocks) -> bool:
    # A lone item right below another's text would be read as text of that one.
    alone = any(isinstance(block, ListBlock) and len(block.items) == 1 for block in blocks)
    return alone or any(not isinstance(b, ListBlock) for b in blocks[1:]) or any(map(_has_remark, blocks))


def _has_remark(block: Block) -> bool:
    return next(_remarks(block), None) is not None


def _tight(blocks: Blocks) -> list[Line]:
    return [line for block in blocks for line in _block(block)]


def _sign(block: ListBlock, number: int) -> str:
    if block.start is None:
        return "-"
    if block.letters and block.start == 1 and 1 < len(block.items) < 27:
        return f"{chr(ord('a') + number)})"
    return f"{block.start + number}."


def _figure(block: Figure) -> str:
    if not block.caption:
        return inlines.picture(block.picture)
    if all(isinstance(one, Text) for one in block.caption):
        return inlines.picture(block.picture, inlines.plain(block.caption))
    shown = inlines.html((block.picture,))
    return f"<figure>\n{shown}\n<figcaption>{inlines.html(block.caption)}</figcaption>\n</figure>"


def _definitions(block: Definitions) -> Iterator[Line]:
    for number, (term, meaning) in enumerate(block.entries):
        if number:
            yield "", None
        yield inlines.line(_one_line(term)), block.place
        first, *rest = lines_of(meaning) or [("", None)]
        yield f":   {first[0]}", first[1]
        yield from _indented(rest)


def _remarks(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from inlines.remarks(block.content)
        case Figure():
            yield from inlines.remarks(block.caption)
        case Table():
            yield from inlines.remarks(block.caption)
            yield from _in(inner for row in block.rows for cell in row for inner in cell.blocks)
        case ListBlock() | Quotation() | Box() | Definitions() | CodeBlock() | Rule():
            # Their blocks write their own.
            if isinstance(block, Definitions):
                yield from (text for term, _ in block.entries for text in inlines.remarks(term))
        case _:
            assert_never(block)


def _in(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _remarks(block)
        match block:
            case ListBlock():
                yield from _in(inner for item in block.items for inner in item.blocks)
            case Quotation() | Box():
                yield from _in(block.blocks)
            case _:
                pass


def _note(text: str) -> str:
    return " ".join(text.replace("--", "- -").replace(">", "›").split())


def numbered(lines: Sequence[Line], first: int) -> dict[Place, int]:
    """Return on which line of the copy each place begins, the lines being numbered from ``first``."""
    found: dict[Place, int] = {}
    for number, (_, place) in enumerate(lines, start=first):
        if place is not None:
            found.setdefault(place, number)
    return found
