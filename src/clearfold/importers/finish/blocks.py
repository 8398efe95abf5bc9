"""What paragraphs are meant for: lists that were typed, headings that are only bold, lines that were set with tabs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from clearfold.importers.document import (
    Block,
    Blocks,
    Box,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Quotation,
    Strong,
    Text,
)
from clearfold.importers.finish.broken import apart
from clearfold.importers.ledger import Entry
from clearfold.importers.walk import inlines_of, said
from clearfold.model.messages import message

_BULLET = re.compile(r"(?P<sign>[-–—•·▪▫◦‣⁃●○■□➢➤✓✔❖►▶]|[o*](?=[ \t\u00a0]))(?![-–—])[ \t\u00a0]*(?=\S)")
_NUMBER = re.compile(r"(?P<sign>\(?(?P<number>\d{1,3}|[a-z])[.)])[ \t\u00a0]+(?=\S)")
_LONGEST_HEADING = 90
_ENOUGH = 3  # lines with tabs that look like a table
_AMOUNT = re.compile(r"[-–—+]\s?\d")


def guessed_blocks(blocks: Blocks) -> tuple[Blocks, list[Entry]]:
    """Return blocks with what can be guessed of them, and an entry for each guess."""
    entries: list[Entry] = []
    lines = tuple(apart(blocks, lambda line: _sign(line) is not None))
    told = tuple(_headings(tuple(_lists(lines, entries)), entries))
    entries += _tabbed(told)
    return told, entries


def _tabbed(blocks: Blocks) -> Iterator[Entry]:
    """Yield an entry where three lines or more have as many tabs as each other, as in a table that was typed."""
    for tabs, some in groupby(blocks, key=_tabs):
        lines = list(some)
        if tabs and len(lines) >= _ENOUGH:
            yield Entry("IMP-059", lines[0].place, name=str(tabs + 1))


def _tabs(block: Block) -> int:
    if not isinstance(block, Paragraph):
        return 0
    words = "".join(one.text for one in inlines_of(block.content) if isinstance(one, Text))
    return words.strip().count("\t")


def _lists(blocks: Blocks, entries: list[Entry]) -> Iterator[Block]:
    """Yield blocks, two or more paragraphs in a row with typed signs as a list."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Quotation | Box):
            block = replace(block, blocks=tuple(_lists(block.blocks, entries)))
        if ticks := _ticks(blocks, at):
            for one in ticks:
                words = said(one.content)
                entries.append(Entry("IMP-039", one.place, words, words, name=message("items of a list")))
            yield ListBlock(tuple(Item((one,)) for one in ticks), ticks[0].place)
            at += len(ticks)
            continue
        run = _run(blocks, at)
        if len(run) < 2:
            yield block
            at += 1
            continue
        first = run[0][1]
        number = _value(first)
        items = []
        for paragraph, match in run:
            items.append(Item((_without(paragraph, match, entries),)))
        yield ListBlock(tuple(items), run[0][0].place, number, letters=bool(number) and first["number"].isalpha())
        at += len(run)


def _value(match: re.Match[str]) -> int | None:
    number = match.groupdict().get("number")
    if number is None:
        return None
    return int(number) if number.isdigit() else ord(number) - ord("a") + 1


def _run(blocks: Blocks, at: int) -> list[tuple[Paragraph, re.Match[str]]]:
    """Return the paragraphs from here on that carry signs of one list."""
    run: list[tuple[Paragraph, re.Match[str]]] = []
    for block in blocks[at:]:
        match = _sign(block)
        if not isinstance(block, Paragraph) or match is None or not _follows(run, match):
            break
        run.append((block, match))
    return run


def _sign(block: Block) -> re.Match[str] | None:
    """Return the sign or number of an item with which a paragraph begins."""
    text = _text(block)
    if text is None:
        return None
    return (_BULLET.match(text) if not _AMOUNT.match(text) else None) or _NUMBER.match(text)


def _ticks(blocks: Blocks, at: int) -> list[Paragraph]:
    """Return the paragraphs from here on that begin with a box to be ticked, which they keep."""
    run: list[Paragraph] = []
    for block in blocks[at:]:
        if not isinstance(block, Paragraph) or (_text(block) or "")[:2] not in ("☐ ", "☑ "):
            break
        run.append(block)
    return run if len(run) > 1 else []


def _follows(run: Sequence[tuple[Paragraph, re.Match[str]]], match: re.Match[str]) -> bool:
    value = _value(match)
    if not run:
        return value is None or value == 1
    last = _value(run[-1][1])
    if value is None or last is None:
        return value is last is None and run[-1][1]["sign"] == match["sign"]
    return value == last + 1


def _text(block: Block) -> str | None:
    """Return the text with which a paragraph begins, None where it begins otherwise."""
    if isinstance(block, Paragraph) and block.content and isinstance(block.content[0], Text):
        return block.content[0].text.lstrip(" \t\n")
    return None


def _without(paragraph: Paragraph, match: re.Match[str], entries: list[Entry]) -> Paragraph:
    first = paragraph.content[0]
    text = (first.text if isinstance(first, Text) else "").lstrip(" \t\n")
    content: Inlines = (Text(text[match.end() :]), *paragraph.content[1:])
    words = said(content)
    entries.append(Entry("IMP-031", paragraph.place, match["sign"].strip(), ""))
    entries.append(Entry("IMP-039", paragraph.place, words, words, name=message("items of a list")))
    return replace(paragraph, content=content)


def _headings(blocks: Blocks, entries: list[Entry]) -> Iterator[Block]:
    """Yield blocks, bold lines above text as headings."""
    level = 0
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            level = block.level
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and _is_heading(block) and _is_text(follows):
            content = tuple(
                inner for one in block.content for inner in (one.content if isinstance(one, Strong) else (one,))
            )
            words = said(content)
            entries.append(Entry("IMP-030", block.place, words, words, name=message("A bold line")))
            yield Heading(level + 1, content, block.place, block.id)
        else:
            yield block


def _is_heading(block: Paragraph) -> bool:
    words = said(block.content)
    bold = all(isinstance(one, Strong) or (isinstance(one, Text) and not one.text.strip()) for one in block.content)
    return bold and 0 < len(words) <= _LONGEST_HEADING and words[-1] not in ".,;:" and any(map(str.isalpha, words))


def _is_text(block: Block | None) -> bool:
    if isinstance(block, Paragraph):
        return not _is_heading(block) and bool(said(block.content))
    return isinstance(block, ListBlock)
