"""Find where the blocks of the copy stand on the pages, line by line, through the alignment of the content stream.

Between the reader of PDFs and the checks of printed pages: a check of lines needs to know which of them are one block.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clearfold.proof.compare.stream import Stream
from clearfold.proof.page.page_model import Line, PageLook, PlacedBlock, Row

SAME_ROW = 0.9  # of the type size; what is raised or lowered by less, and stands further on, is on the same line
TOUCHING = 0.12  # of the type size; parts that are nearer to each other have no space between them


@dataclass(slots=True)
class _Part:
    """Letters of a block on one line: characters low up to high of its text."""

    line: Line
    low: int
    high: int

    @property
    def start(self) -> float:
        """Return where its letters begin along the baseline."""
        return self.line.starts[self.low]

    @property
    def end(self) -> float:
        """Return where its letters end."""
        return self.line.ends[self.high - 1]


def place_blocks(content: Stream, looks: Sequence[PageLook]) -> tuple[PlacedBlock, ...]:
    """Return the blocks of the copy of which something was found, in the copy's order, with their lines."""
    lines = tuple(line for look in looks for line in look.lines)
    parts: dict[int, list[_Part]] = {}
    for block, line, at in _letters(content):
        here = parts.setdefault(block, [])
        if here and here[-1].line.number == line and here[-1].low <= at:
            here[-1].high = max(here[-1].high, at + 1)
        else:
            here.append(_Part(lines[line], at, at + 1))
    blocks, lost = content.expected.blocks, {block for block, _, _ in _lost(content)}
    return tuple(
        PlacedBlock(blocks[block], tuple(_rows(parts[block])), whole=block not in lost) for block in sorted(parts)
    )


def where(content: Stream) -> dict[int, tuple[int, int]]:
    """Return for each letter of the copy that was found the number of its line, and its place in that line's text."""
    found = content.found
    return {
        pair.low + i: (found.blocks[found.block_of[k]].line, found.offset[k])
        for pair in content.alignment.pairs()
        for i, k in enumerate(range(pair.at, pair.end))
    }


def _letters(content: Stream) -> Iterator[tuple[int, int, int]]:
    """Yield the copy's letters that were found: the block's number, the line's number, the place in the line's text."""
    block_of = content.expected.block_of
    return ((block_of[letter], line, at) for letter, (line, at) in sorted(where(content).items()) if line >= 0)


def _lost(content: Stream) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of blocks that were not found."""
    for low, high in content.alignment.lost:
        yield from content.expected.by_block(low, high)


@dataclass(slots=True)
class _Row:
    """A row as it grows."""

    parts: list[_Part] = field(default_factory=list)

    def takes(self, part: _Part) -> bool:
        """Say whether a part stands on the same line of the page, and goes on to the right."""
        last = self.parts[-1]
        if last.line.page != part.line.page or last.line.upright != part.line.upright:
            return False
        size = max(last.line.state.size, part.line.state.size)
        level = abs(last.line.baseline - part.line.baseline) <= SAME_ROW * size
        return level and part.start >= last.end - size / 2


def _rows(parts: Sequence[_Part]) -> Iterator[Row]:
    rows: list[_Row] = []
    for part in parts:
        if rows and rows[-1].takes(part):
            rows[-1].parts.append(part)
        else:
            rows.append(_Row([part]))
    return (_row(row.parts) for row in rows)


def _row(parts: Sequence[_Part]) -> Row:
    widest = max(parts, key=lambda part: part.high - part.low).line
    text = parts[0].line.text[parts[0].low : parts[0].high]
    for last, part in pairwise(parts):
        between = "" if part.start - last.end < TOUCHING * widest.state.size else " "
        text += between + part.line.text[part.low : part.high]
    return Row(
        widest.page,
        min(part.start for part in parts),
        max(part.end for part in parts),
        widest.baseline,
        widest.state.size,
        " ".join(text.split()),
        tuple(dict.fromkeys(part.line.number for part in parts)),
        tuple(gap for part in parts for gap in _gaps(part)),
    )


def _gaps(part: _Part) -> Iterator[float]:
    """Yield the widths of the spaces between the words of a part."""
    text = part.line.text
    for at in range(part.low + 1, part.high - 1):
        if text[at].isspace():
            yield part.line.starts[at + 1] - part.line.ends[at - 1]
