"""A copy's body cut into its outermost blocks, byte for byte: blank lines belong to the block before them.

The cut never reads what a block means; it only finds where one ends, as people see it. Wherever it is made, the blocks
are together the whole text, so that a block that is not touched is saved as it stood.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from clearfold.model.source import FENCE
from clearfold.studio.copy.lines import BOM, Line, as_found, joined, lines_of, usual_end

_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|[^\s#!])")
_ITEM = re.compile(r" {0,3}(?:[-*+•▪·]|\d{1,3}[.)]|[a-z]\))\s+\S")
_BOX = re.compile(r" {0,3}(?:!!!|\?\?\?\+?)\s*\S")
_NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:")
_TERM = re.compile(r" {0,3}:\s+\S")
_CODE = re.compile(r" {0,3}(?:> ?)*(`{3,}|~{3,})")
_COLONS = re.compile(r" {0,3}:{3,}\s*\S")
_TAG = re.compile(r" {0,3}<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)")
_TABLE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_PICTURE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?\s*$")
_INSIDE = re.compile(r" {2,}|\t")


class Kind(StrEnum):
    """What a block is to who writes it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    BOX = "box"
    PICTURE = "picture"
    QUOTATION = "quotation"
    NOTE = "note"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Block:
    """A block's text as it stands, and ``gap``: the end of its last line with the blank lines behind it.

    ``line`` is the line of the file on which it begins, from 1.
    """

    text: str
    gap: str
    line: int

    @property
    def kind(self) -> Kind:
        """What the block looks like; what looks like nothing else is a paragraph."""
        lines = [line.text for line in lines_of(self.text)] or [""]
        first = lines[0]
        for kind, pattern in _KINDS.items():
            if pattern.match(first):
                return kind
        if len(lines) > 1 and "|" in first and _TABLE.match(lines[1]):
            return Kind.TABLE
        return Kind.PICTURE if len(lines) == 1 and _PICTURE.match(first) else Kind.PARAGRAPH


_KINDS: Mapping[Kind, re.Pattern[str]] = {
    Kind.HEADING: _HEADING,
    Kind.LIST: _ITEM,
    Kind.BOX: _BOX,
    Kind.NOTE: _NOTE,
    Kind.QUOTATION: re.compile(r" {0,3}>"),
    Kind.SOURCE: re.compile(rf"{_CODE.pattern}|{_TAG.pattern}|\s*<!--|{_COLONS.pattern}|\s*\*\["),
}


@dataclass(frozen=True, slots=True)
class Cut:
    """A copy in pieces: ``head`` is all that stands before the first block, the front matter with it."""

    head: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Return the whole copy."""
        return self.head + "".join(block.text + block.gap for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a copy that is to be: ``of`` is the number of the block that it was, None of a new one.

    ``text`` is what it is to hold, None where it stays as it is.
    """

    of: int | None
    text: str | None = None


def cut(text: str) -> Cut:
    """Cut a copy into its head and its blocks."""
    lines = lines_of(text)
    at = _behind_front_matter(lines)
    while at < len(lines) and lines[at].blank:
        at += 1
    head, blocks = joined(lines[:at]), []
    while at < len(lines):
        end = _end(lines, at)
        gap = end
        while gap < len(lines) and lines[gap].blank:
            gap += 1
        last = lines[end - 1]
        inside = joined([*lines[at : end - 1], replace(last, end="")])
        blocks.append(Block(inside, last.end + joined(lines[end:gap]), at + 1))
        at = gap
    return Cut(head, tuple(blocks))


def composed(copy: Cut, pieces: Sequence[Piece]) -> str:
    """Return the copy that pieces make; raises IndexError for a block that there is not.

    Every block that keeps its text and its neighbour keeps each byte; two that meet for the first time get an empty
    line between them where they have none. A piece without any text is left out.
    """
    usual = usual_end(copy.text)
    result, last = copy.head, None
    asked = [piece for piece in pieces if piece.text is None or piece.text.strip()]
    for piece in asked:
        new_neighbours = piece.of != last + 1 if last is not None else bool(copy.head and not copy.blocks)
        if new_neighbours:
            result += usual * max(0, 2 - _ends(result))
        block = copy.blocks[piece.of] if piece.of is not None and piece.of >= 0 else None
        if piece.of is not None and block is None:
            raise IndexError(piece.of)
        before = block.text if block else ""
        text = before if piece.text is None else _filled(before, piece.text, usual)
        result += text + (block.gap if block else usual)
        last = piece.of if piece.of is not None else -2
    return result


def _filled(before: str, text: str, usual: str) -> str:
    return as_found(before, text.rstrip("\r\n"), usual)


def _ends(text: str) -> int:
    """Return how many line ends stand behind the last text."""
    count = 0
    for line in reversed(lines_of(text)):
        if not line.end:
            return 0
        count += 1
        if not line.blank:
            return count
    return count


def _behind_front_matter(lines: Sequence[Line]) -> int:
    first = next((at for at, line in enumerate(lines) if line.text.removeprefix(BOM).strip()), 0)
    if not lines or lines[first].text.removeprefix(BOM).rstrip() != FENCE:
        return first
    closing = (at for at in range(first + 1, len(lines)) if lines[at].text.rstrip() in (FENCE, "..."))
    return next(closing, len(lines) - 1) + 1


def _end(lines: Sequence[Line], at: int) -> int:
    """Return the line behind the block that begins on a line."""
    if _HEADING.match(lines[at].text):
        return at + 1
    holds = any(pattern.match(lines[at].text) for pattern in (_ITEM, _BOX, _NOTE, _TERM))
    items = bool(_ITEM.match(lines[at].text))
    end = _run(lines, at)
    while True:
        holds = holds or any(_TERM.match(line.text) for line in lines[at:end])
        below = next((n for n in range(end, len(lines)) if not lines[n].blank), len(lines))
        if below == len(lines) or below == end:
            return end
        text = lines[below].text
        if not (holds and (_INSIDE.match(text) or (items and _ITEM.match(text)))):
            return end
        end = _run(lines, below)


def _run(lines: Sequence[Line], at: int) -> int:
    """Return the line behind a run of lines that no blank one parts, but within code, notes to oneself and HTML."""
    while at < len(lines) and not lines[at].blank:
        inside = _closed(lines, at)
        at = inside or at + 1
        if at < len(lines) and _HEADING.match(lines[at].text):
            break
    return at


def _closed(lines: Sequence[Line], at: int) -> int:
    """Return the line behind what begins on a line and has its own end, 0 where nothing such does."""
    text = lines[at].text
    if match := _CODE.match(text):
        signs = match[1]
        return _until(lines, at + 1, re.compile(rf"\s*(?:> ?)*{re.escape(signs)}+\s*$"))
    if text.rfind("<!--") > text.rfind("-->"):
        return _until(lines, at + 1, re.compile(r".*-->"))
    if _COLONS.match(text):
        return _until(lines, at + 1, re.compile(r" {0,3}:{3,}\s*$"))
    if match := _TAG.match(text):
        return _element(lines, at, match[1])
    return 0


def _until(lines: Sequence[Line], at: int, pattern: re.Pattern[str]) -> int:
    return next((n + 1 for n in range(at, len(lines)) if pattern.match(lines[n].text)), 0)


def _element(lines: Sequence[Line], at: int, name: str) -> int:
    """Return the line behind an element of HTML that holds blank lines, 0 where it never ends."""
    opening, closing = re.compile(rf"<{name}(?=[\s/>]|$)", re.IGNORECASE), re.compile(rf"</{name}\s*>", re.IGNORECASE)
    depth = 0
    for number in range(at, len(lines)):
        text = lines[number].text
        depth += len(opening.findall(text)) - len(closing.findall(text))
        if depth <= 0:
            return number + 1
    return 0
