"""Which block of a translation answers which of its source: the cheapest way through both, in order.

Kinds, levels, places in tables, lengths, numbers and words that look alike in both languages speak for a pair; a
paragraph may be parted in two, or two joined, as translators do.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import combining, normalize

from clearfold.model.transcript import Block, Kind

_LOST = 1.0
_JOINED = 0.55
_NEVER = 9.0
_OUTER = frozenset({Kind.HEADING, Kind.BOX_TITLE, Kind.TABLE_CELL, Kind.CAPTION, Kind.ALTERNATIVE})


@dataclass(frozen=True, slots=True)
class Pair:
    """Blocks of the source and the blocks that answer them; one side may be empty, or have two paragraphs."""

    source: tuple[int, ...]
    here: tuple[int, ...]


@dataclass(frozen=True)
class Looks:
    """What of a block can be compared across languages."""

    block: Block
    numbers: frozenset[object] = frozenset()

    @cached_property
    def size(self) -> float:
        """The logarithm of the number of letters."""
        return math.log(len(self.block.text) + 8)

    @cached_property
    def trigrams(self) -> frozenset[str]:
        """Three letters at a time, without accents and endings."""
        text = "".join(s for s in normalize("NFKD", self.block.text.lower()) if not combining(s))
        words = [f" {word[:7]}" for word in text.split() if len(word) > 3]
        return frozenset(word[n : n + 4] for word in words for n in range(max(1, len(word) - 3)))


def align(source: Sequence[Looks], here: Sequence[Looks]) -> tuple[Pair, ...]:
    """Return the pairs of the cheapest way, in order."""
    ratio = _ratio(source, here)
    rows, columns = len(source), len(here)
    band = 40 + abs(rows - columns)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(rows + 1):
        for j in range(max(0, i - band), min(columns, i + band) + 1):
            if i == j == 0:
                continue
            ways: list[tuple[float, int, int]] = []
            for up, left in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2)):
                before = best.get((i - up, j - left))
                if before is not None:
                    ways.append((before[0] + _cost(source[i - up : i], here[j - left : j], ratio), up, left))
            if ways:
                best[i, j] = min(ways)
    return tuple(reversed(tuple(_back(best, rows, columns))))


def _back(best: dict[tuple[int, int], tuple[float, int, int]], i: int, j: int) -> "list[Pair]":
    found = []
    while i or j:
        _, up, left = best[i, j]
        found.append(Pair(tuple(range(i - up, i)), tuple(range(j - left, j))))
        i, j = i - up, j - left
    return found


def _ratio(source: Sequence[Looks], here: Sequence[Looks]) -> float:
    """Return how much longer the translation is, as the logarithm of a quotient."""
    ours, theirs = (sum(len(one.block.text) for one in blocks) + 1 for blocks in (source, here))
    return max(-0.4, min(0.4, math.log(theirs / ours)))


def _cost(source: Sequence[Looks], here: Sequence[Looks], ratio: float) -> float:
    if not source or not here:
        lone = (source or here)[0].block
        return _LOST + (0.25 if lone.kind in _OUTER else 0.0)
    if len(source) + len(here) > 2:
        if any(one.block.kind is not Kind.PARAGRAPH for one in (*source, *here)):
            return _NEVER
        ours, theirs = (math.log(sum(len(one.block.text) for one in side) + 8) for side in (source, here))
        return _JOINED + 2 * min(0.8, abs(theirs - ours - ratio)) + _apart(_all(source), _all(here))
    one, two = source[0], here[0]
    if one.block.kind is not two.block.kind:
        return _NEVER
    cost = min(0.8, 0.6 * abs(two.size - one.size - ratio)) + _marks(one.block, two.block)
    cost += _apart(one.numbers, two.numbers)
    if one.trigrams and two.trigrams:
        cost -= 0.5 * len(one.trigrams & two.trigrams) / min(len(one.trigrams), len(two.trigrams))
    return cost


def _all(side: Sequence[Looks]) -> frozenset[object]:
    return frozenset().union(*(one.numbers for one in side))


def _apart(ours: frozenset[object], theirs: frozenset[object]) -> float:
    """Return what numbers, medicines and codes say against a pair."""
    if not ours and not theirs:
        return 0.0
    return 0.5 - 0.9 * len(ours & theirs) / max(len(ours | theirs), 1)


def _marks(one: Block, two: Block) -> float:
    cost = 0.5 * (one.level != two.level) + 0.3 * (bool(one.number) != bool(two.number))
    return cost + 0.3 * (one.header != two.header) + 1.0 * (one.column != two.column)
