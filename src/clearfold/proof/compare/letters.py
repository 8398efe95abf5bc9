"""Make text comparable: the letters of a transcript in one string, each with the block and the place it came from.

Between the readers (or the expected transcript) and the alignment. White space is left out, because editions break
lines where they like; where it stood is kept, because a screen reader joins words that have none between them.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clearfold.model.transcript import Block

SAME = {
    "\u2011": "-",  # the hyphen that does not break
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ſt",
    "\ufb06": "st",
}
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, zero-width space and joiners

WORD = re.compile(r"\S+")
_FOLDED = {ord(char): same for char, same in SAME.items()} | dict.fromkeys(map(ord, UNSEEN), "")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of some blocks without white space: ``chars``, and for each its block, offset, and a space before it.

    ``start[k]`` is where the letters of block k begin; it has one entry more than there are blocks.
    ``offset`` counts in the block's own text. ``gap[i]`` is true where white space, or the block's edge, precedes
    letter i. They are packed: a book has millions of letters.
    """

    blocks: tuple[Block, ...]
    chars: str
    block_of: Sequence[int]
    offset: Sequence[int]
    gap: Sequence[int]
    start: Sequence[int]

    def piece(self, low: int, high: int) -> str:
        """Return the text as a person reads it from letter low up to letter high, blocks parted by a space."""
        parts: list[str] = []
        for block, first, last in self.by_block(low, high):
            parts.append(" ".join(self.blocks[block].text[self.offset[first] : self.offset[last - 1] + 1].split()))
        return " ".join(parts)

    def by_block(self, low: int, high: int) -> Iterator[tuple[int, int, int]]:
        """Cut the letters from low up to high at the edges of blocks: (block, low, high) of each part."""
        while low < high:
            block = self.block_of[low]
            end = min(high, self.start[block + 1])
            yield block, low, end
            low = end

    def whole(self, low: int, high: int) -> bool:
        """Say whether the letters from low up to high cut no word: one begins with them, and one ends."""
        return bool(self.gap[low] and (high == len(self.chars) or self.gap[high]))

    def find(self, text: str, low: int = 0) -> int:
        """Return where whole words that read so begin, from low on, -1 where there are none."""
        at = self.chars.find(text, low)
        while at >= 0 and not self.whole(at, at + len(text)):
            at = self.chars.find(text, at + 1)
        return at

    def words(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Cut the letters from low up to high into words: (low, high) of each."""
        first = low
        for i in range(low + 1, high):
            if self.gap[i]:
                yield first, i
                first = i
        if first < high:
            yield first, high


def comparable(text: str) -> Iterator[tuple[str, int]]:
    """Yield the letters that count, normalised (NFC, ligatures and U+2011 folded), each with its offset in the text."""
    for cluster, at in _clusters(text):
        for char in SAME.get(cluster, cluster):
            if not char.isspace() and char not in UNSEEN:
                yield char, at


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the letters of a text that count in a comparison, without white space."""
    if unicodedata.is_normalized("NFC", text):
        return "".join(text.translate(_FOLDED).split())
    return "".join(char for char, _ in comparable(text))


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Return the text normalised, its white space folded, and what cannot be seen left out."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return the text as ``tidy`` does, with no white space at all."""
    return tidy(text).replace(" ", "")


def letters(blocks: Iterable[Block]) -> Letters:
    """Join the letters of blocks into one comparable string."""
    kept = tuple(blocks)
    chars: list[str] = []
    block_of, offset, gap, start = array("i"), array("i"), bytearray(), array("i", (0,))
    for index, block in enumerate(kept):
        if _plain(block.text):
            for word in WORD.finditer(block.text):
                low, high = word.span()
                chars.append(word[0])
                offset.extend(range(low, high))
                gap.append(1)
                gap.extend(bytes(high - low - 1))
        else:
            last = -1
            for char, at in comparable(block.text):
                chars.append(char)
                offset.append(at)
                gap.append(last < 0 or (at > last + 1 and any(c.isspace() for c in block.text[last + 1 : at])))
                last = at
        block_of.extend([index] * (len(offset) - len(block_of)))
        start.append(len(offset))
    return Letters(kept, "".join(chars), block_of, offset, bytes(gap), start)


def _plain(text: str) -> bool:
    """Say whether all letters of a text count as they are."""
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and text.translate(_FOLDED) == text)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield characters in NFC with their offsets; a base and its combining marks are composed together."""
    if unicodedata.is_normalized("NFC", text):
        yield from zip(text, range(len(text)), strict=True)
        return
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for char in unicodedata.normalize("NFC", text[at:end]):
            yield char, at
        at = end
