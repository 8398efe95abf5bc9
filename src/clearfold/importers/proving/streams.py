"""The words of an original and of its copy in three streams: the text, the notes, and what is said of pictures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clearfold.importers.document import NOWHERE, Place
from clearfold.importers.reading import Passage
from clearfold.model.transcript import Block, Kind

_NUMBER = re.compile(r"\[\d+\] ")
STRUCTURE = {kind: kind for kind in (Kind.HEADING, Kind.TABLE_CELL, Kind.LIST_ITEM, Kind.CODE)}
"""What a block is to its reader, as far as the proof asks: a heading, a cell, an item, code, else nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of words: what it is, the words, and where it stands; row and column of a cell count from 1."""

    kind: Kind | None
    words: tuple[str, ...]
    place: Place
    line: int = 0
    row: int = 0
    column: int = 0
    level: int = 0


Stream = tuple[Part, ...]


def of_passages(passages: Iterable[Passage]) -> tuple[Stream, Stream, Stream]:
    """Return the text, the notes and the alternatives of an original."""
    parts = [
        (p.kind, Part(STRUCTURE.get(p.kind), tuple(p.text.split()), p.place, 0, p.row, p.column, p.level))
        for p in passages
    ]
    return _parted(parts)


def of_copy(blocks: Sequence[Block]) -> tuple[Stream, Stream, Stream]:
    """Return the text, the notes and the alternatives of a copy that was read again."""
    parts = []
    for block in blocks:
        if block.added or block.kind is Kind.DRAWING:
            continue
        text = _NUMBER.sub("", block.text, count=1) if block.kind is Kind.NOTE else block.text
        line = block.location.line if block.location else 0
        kind = STRUCTURE.get(block.kind)
        parts.append((block.kind, Part(kind, tuple(text.split()), NOWHERE, line, block.row, block.column, block.level)))
    return _parted(parts)


def _parted(parts: Sequence[tuple[Kind, Part]]) -> tuple[Stream, Stream, Stream]:
    some = [(kind, part) for kind, part in parts if part.words]
    notes = tuple(part for kind, part in some if kind is Kind.NOTE)
    alternatives = tuple(part for kind, part in some if kind is Kind.ALTERNATIVE)
    text = tuple(part for kind, part in some if kind not in (Kind.NOTE, Kind.ALTERNATIVE))
    return text, notes, alternatives


def words_of(stream: Iterable[Part]) -> list[str]:
    """Return all words of a stream."""
    return [word for part in stream for word in part.words]
