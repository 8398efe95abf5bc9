"""Paragraphs that were typed into one another: two ends of a line between them, or a sign at the start of each line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from clearfold.importers.document import Block, Blocks, Box, Break, Inline, Inlines, Paragraph, Quotation, Text

IsItem = Callable[[Paragraph], bool]


def apart(blocks: Blocks, is_item: IsItem) -> Iterator[Block]:
    """Yield blocks, each paragraph of several as such; ``is_item`` tells a line that begins with the sign of a list."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from _parted(block, is_item)
            case Quotation() | Box():
                yield replace(block, blocks=tuple(apart(block.blocks, is_item)))
            case _:
                yield block


def _parted(block: Paragraph, is_item: IsItem) -> Iterator[Paragraph]:
    if not any(isinstance(one, Break) for one in block.content):
        yield block
        return
    for lines in _runs(_lines(block.content)):
        paragraphs = [replace(block, content=line) for line in lines]
        if sum(map(is_item, paragraphs)) > 1:
            yield from _items(paragraphs, is_item)
        else:
            yield replace(block, content=_joined(lines))


def _lines(content: Inlines) -> list[Inlines]:
    lines: list[list[Inline]] = [[]]
    for one in content:
        if isinstance(one, Break):
            lines.append([])
        else:
            lines[-1].append(one)
    return [tuple(line) for line in lines]


def _runs(lines: Sequence[Inlines]) -> Iterator[list[Inlines]]:
    """Yield the lines that stand together, without empty ones between them."""
    run: list[Inlines] = []
    for line in lines:
        if all(isinstance(one, Text) and not one.text.strip() for one in line):
            if run:
                yield run
            run = []
        else:
            run.append(line)
    if run:
        yield run


def _joined(lines: Sequence[Inlines]) -> Inlines:
    told: list[Inline] = []
    for line in lines:
        told += [*([Break()] if told else []), *line]
    return tuple(told)


def _items(lines: Sequence[Paragraph], is_item: IsItem) -> Iterator[Paragraph]:
    """Yield a paragraph for each sign, with the lines that follow it without one; and for what stands before."""
    run: list[Inlines] = []
    for line in lines:
        if is_item(line) and run:
            yield replace(line, content=_joined(run))
            run = []
        run.append(line.content)
    yield replace(lines[0], content=_joined(run))
