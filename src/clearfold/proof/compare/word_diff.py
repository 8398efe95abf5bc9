"""Pair two stretches of letters word by word: what they share in order, and where a changed block probably stands.

The alignment asks this only for what is not found letter for letter.
"""

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import overload

from clearfold.proof.compare.letters import Letters

HYPHENS = "-\u2010"
SHINGLE = 3
COMMON = 4  # a shingle that stands in more places than this says nothing about where a block is
CLOSE = 0.2  # a block is recognised when this part of its shingles is found close together

Word = tuple[int, int]
"""A word: its first letter and the letter after its last, both numbered through the transcript."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Letters low up to high of the expected text, found from letter ``at`` on."""

    low: int
    high: int
    at: int

    @property
    def end(self) -> int:
        """Return the letter of the found text after the last one of the pair."""
        return self.at + self.high - self.low


class Words(Sequence[Word]):
    """Words, packed: a book has millions of them."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.low, self.high = array("i"), array("i")
        for low, high in words:
            self.low.append(low)
            self.high.append(high)

    def __len__(self) -> int:
        return len(self.low)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | Sequence[Word]:
        if isinstance(at, slice):
            return list(zip(self.low[at], self.high[at], strict=True))
        return self.low[at], self.high[at]


def joined(pairs: Iterable[Pair]) -> list[Pair]:
    """Join pairs that go on where the one before them ends; the pairs are in order."""
    result: list[Pair] = []
    for pair in pairs:
        if result and result[-1].high == pair.low and result[-1].end == pair.at:
            result[-1] = Pair(result[-1].low, pair.high, result[-1].at)
        else:
            result.append(pair)
    return result


def pair_words(expected: Letters, left: Sequence[Word], found: Letters, right: Sequence[Word]) -> list[Pair]:
    """Return what two lists of words share, in order; that words are joined, split or hyphenated does not count."""
    spelled: dict[str, str] = {}  # a word that stands in many places is one string
    ours = [spelled.setdefault(word, word) for word in (expected.chars[low:high] for low, high in left)]
    theirs = [spelled.setdefault(word, word) for word in (found.chars[low:high] for low, high in right)]
    pairs: list[Pair] = []
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs.extend(Pair(*a, b[0]) for a, b in zip(left[i:j], right[k:m], strict=True))
        elif tag == "replace":
            pairs.extend(_same_letters(expected, left[i:j], found, right[k:m]))
    return joined(pairs)


def _same_letters(expected: Letters, left: Sequence[Word], found: Letters, right: Sequence[Word]) -> list[Pair]:
    """Pair words whose letters are the same although their spaces, or hyphens within them, are not."""
    ours = [i for low, high in left for i in range(low, high)]
    theirs = [i for low, high in right for i in range(low, high)]
    mine, its = "".join(expected.chars[i] for i in ours), "".join(found.chars[i] for i in theirs)
    if mine == its:
        return [Pair(i, i + 1, k) for i, k in zip(ours, theirs, strict=True)]
    bare = [(i, k) for i, k in zip(_bare(expected, ours), _bare(found, theirs), strict=False)]
    if len(bare) > 1 and _spell(expected, ours) == _spell(found, theirs):
        return [Pair(i, i + 1, k) for i, k in bare]
    return _edges(expected, left, found, right)


def _edges(expected: Letters, left: Sequence[Word], found: Letters, right: Sequence[Word]) -> list[Pair]:
    """Pair the longest head and tail that have the same letters and end at a word's edge on both sides."""
    pairs: list[Pair] = []
    head = _head(expected, left, found, right)
    if head:
        pairs += _same_letters(expected, left[: head[0]], found, right[: head[1]])
        left, right = left[head[0] :], right[head[1] :]
    tail = _tail(expected, left, found, right)
    if tail:
        pairs += _same_letters(expected, left[-tail[0] :], found, right[-tail[1] :])
    return pairs


def _head(expected: Letters, left: Sequence[Word], found: Letters, right: Sequence[Word]) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    ours, theirs, i, k = "", "", 0, 0
    while i < len(left) or k < len(right):
        if len(ours) <= len(theirs) and i < len(left):
            ours += expected.chars[slice(*left[i])]
            i += 1
        elif len(theirs) < len(ours) and k < len(right):
            theirs += found.chars[slice(*right[k])]
            k += 1
        else:
            break
        if not (ours.startswith(theirs) or theirs.startswith(ours)):
            break
        if ours == theirs:
            best = (i, k)
    return best


def _tail(expected: Letters, left: Sequence[Word], found: Letters, right: Sequence[Word]) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    ours, theirs, i, k = "", "", 0, 0
    while i < len(left) or k < len(right):
        if len(ours) <= len(theirs) and i < len(left):
            i += 1
            ours = expected.chars[slice(*left[-i])] + ours
        elif len(theirs) < len(ours) and k < len(right):
            k += 1
            theirs = found.chars[slice(*right[-k])] + theirs
        else:
            break
        if not (ours.endswith(theirs) or theirs.endswith(ours)):
            break
        if ours == theirs:
            best = (i, k)
    return best


def _bare(text: Letters, places: Sequence[int]) -> list[int]:
    return [i for i in places if text.chars[i] not in HYPHENS]


def _spell(text: Letters, places: Sequence[int]) -> str:
    return "".join(text.chars[i] for i in places if text.chars[i] not in HYPHENS)


class Shingles:
    """Where three words in a row stand in the found text: finds a block again although some of its words differ."""

    def __init__(self, found: Letters, expected: Letters) -> None:
        """Index every three words in a row that the expected text has as well: a book has millions of others."""
        wanted = {shingle for low, high in pairwise(expected.start) for shingle in _shingles(expected, low, high)}
        self.edges = array("i", (low for low, _ in found.words(0, len(found.chars))))
        self.edges.append(len(found.chars))
        self.where: dict[str, list[int]] = defaultdict(list)
        for i, shingle in enumerate(_shingles(found, 0, len(found.chars))):
            if shingle in wanted:
                self.where[shingle].append(i)

    def letters(self, first: int, last: int) -> Word:
        """Return the letters of the words from the first up to the last, which is no more among them."""
        return self.edges[first], self.edges[last]

    def find(self, spelled: Sequence[str]) -> tuple[int, int] | None:
        """Return the words (first, after last) among which a block probably stands, or None."""
        hits: list[tuple[int, int]] = []
        for j in range(len(spelled) - SHINGLE + 1):
            places = self.where.get(" ".join(spelled[j : j + SHINGLE]), ())
            if len(places) <= COMMON:
                hits.extend((place, j) for place in places)
        if not hits:
            return None
        reach = max(SHINGLE, len(spelled) // 4)
        areas = Counter((place - j) // reach for place, j in hits)
        area = max(areas, key=lambda a: (areas[a] + areas.get(a + 1, 0), -a))
        near = [(place, j) for place, j in hits if area <= (place - j) // reach <= area + 1]
        if len(near) < 2 or len(near) < CLOSE * (len(spelled) - SHINGLE + 1):
            return None
        first, last = min(p for p, _ in near), max(p for p, _ in near) + SHINGLE
        return first, last


def _shingles(text: Letters, low: int, high: int) -> Iterator[str]:
    """Yield every three words in a row of a stretch of letters."""
    row: deque[str] = deque(maxlen=SHINGLE)
    for first, last in text.words(low, high):
        row.append(text.chars[first:last])
        if len(row) == SHINGLE:
            yield " ".join(row)
