"""Hold what marks words in an output, such as bold letters or small figures, against the copy, letter by letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.model.transcript import Block
from clearfold.proof.compare.stream import Stream

BOLD = frozenset({"strong", "b"})  # which a header is by itself


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a block that are marked otherwise than in the copy: how there, and how here."""

    block: Block
    place: str
    words: str
    expected: frozenset[str]
    found: frozenset[str]


def marked_otherwise(stream: Stream) -> Iterator[Marked]:
    """Yield the words, as long as they stand together, of which the copy and an output say different things."""
    expected, found = stream.expected, stream.found
    before: tuple[int, int, frozenset[str], frozenset[str]] | None = None
    begin = last = 0

    def told() -> Marked:
        assert before is not None
        block, theirs, one, two = before
        words = expected.piece(begin, last + 1)
        return Marked(expected.blocks[block], found.blocks[theirs].place, words, one, two)

    for pair in stream.alignment.pairs():
        for low in range(pair.low, pair.high):
            high = low - pair.low + pair.at
            block, theirs = expected.block_of[low], found.block_of[high]
            ours = expected.blocks[block]
            one = _marks(ours, expected.offset[low])
            two = _marks(found.blocks[theirs], found.offset[high])
            if ours.header or found.blocks[theirs].header:
                one, two = one - BOLD, two - BOLD
            now = (block, theirs, one, two) if one != two else None
            if now != before or low != last + 1:
                if before is not None:
                    yield told()
                before, begin = now, low
            last = low
    if before is not None:
        yield told()


def _marks(block: Block, offset: int) -> frozenset[str]:
    return frozenset(span.mark for span in block.spans if span.mark and span.start <= offset < span.end)
