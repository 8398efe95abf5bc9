"""Lay what was found beside what was expected: which letters are there, which stand elsewhere, which are left over.

Between the readers and the checks. Blocks that are found letter for letter carry the alignment: the heaviest chain
of them that is in order stands, whatever is found outside the chain has moved. What lies between is compared by word.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from clearfold.model.transcript import Kind
from clearfold.proof.compare.chain import Candidate, heaviest, window
from clearfold.proof.compare.letters import Letters
from clearfold.proof.compare.word_diff import Pair, Shingles, Word, Words, joined, pair_words

SURE = 20  # letters; a shorter block must fill whole blocks of the output to be recognised
PIECE = 15  # letters; a shorter piece of a block is not looked for elsewhere
LABEL = 5  # letters at most of a bullet or a number that stands before a list item in the same block
TINY = 4  # letters; a block of fewer is looked for elsewhere only when its place has been compared by word
CHANCE = 14  # letters; a longer stretch is no chance even where the rest of the block is missing
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which letters of the copy were found where.

    ``kept`` are the pairs in order, ``moved`` those that stand elsewhere; ``lost`` are stretches of expected letters
    that were found nowhere, ``added`` stretches of found letters that are no expected ones; each from low up to high.
    """

    expected: Letters
    found: Letters
    kept: tuple[Pair, ...]
    moved: tuple[Pair, ...]
    lost: tuple[Word, ...]
    added: tuple[Word, ...]

    def pairs(self) -> list[Pair]:
        """Return all pairs in the order of the copy."""
        return sorted((*self.kept, *self.moved), key=lambda pair: pair.low)


def align(expected: Letters, found: Letters) -> Alignment:
    """Align two transcripts' letters."""
    return _Aligner(expected, found).run()


class _Aligner:
    """The state of one alignment: which letters are taken on both sides."""

    def __init__(self, expected: Letters, found: Letters) -> None:
        self.expected, self.found = expected, found
        self.blocks = [w for w in pairwise(expected.start) if w[0] < w[1]]
        self.got = bytearray(len(expected.chars))
        self.taken = bytearray(len(found.chars))
        self.edges = frozenset(found.start)
        self.kept: list[Pair] = []
        self.moved: list[Pair] = []

    def run(self) -> Alignment:
        candidates = self._candidates()
        chain = heaviest(candidates)
        standing = {candidate.block for candidate in chain}
        for candidate in chain:
            self._keep(self._pairs(candidate), self.kept)
        elsewhere = sorted(candidates, key=lambda c: -c.weight)
        self._move([c for c in elsewhere if c.end - c.at >= TINY], standing)
        self._compare_gaps()
        self._move([c for c in elsewhere if c.end - c.at < TINY], standing)
        self._compare_around([c for c in candidates if not c.exact and c.block in standing and c not in chain])
        self._forget_chance()
        self._find_pieces()
        self._find_lines()
        kept = tuple(joined(sorted(self.kept, key=lambda p: p.low)))
        moved = tuple(joined(sorted(self.moved, key=lambda p: p.low)))
        return Alignment(self.expected, self.found, kept, moved, _zeros(self.got), _zeros(self.taken))

    def _move(self, candidates: list[Candidate], standing: set[int]) -> None:
        """Take blocks that nothing of was found yet for moved to where they stand, the weightiest first."""
        for candidate in candidates:
            low, high = self.blocks[candidate.block]
            if candidate.block not in standing and self._is_free(candidate) and not any(self.got[low:high]):
                standing.add(candidate.block)
                self._keep(self._pairs(candidate), self.moved)

    # candidates

    def _candidates(self) -> list[Candidate]:
        short = self._index_of_edges()
        shingles: Shingles | None = None
        places: dict[str, list[int]] = {}
        seen: dict[str, int] = defaultdict(int)
        total: dict[str, int] = defaultdict(int)
        for low, high in self.blocks:
            total[self.expected.chars[low:high]] += 1
        result: list[Candidate] = []
        for block, (low, high) in enumerate(self.blocks):
            text = self.expected.chars[low:high]
            if text not in places:
                places[text] = self._places(text, short)
            nth = seen[text]
            seen[text] += 1
            for at in window(places[text], nth, total[text]):
                result.append(Candidate(block, at, at + len(text), self._weight(low, at, len(text)), exact=True))
            if not places[text] and len(text) >= SURE:
                shingles = shingles or Shingles(self.found, self.expected)
                spelled = [self.expected.chars[a:b] for a, b in self.expected.words(low, high)]
                area = shingles.find(spelled)
                if area:
                    at, end = shingles.letters(*area)
                    result.append(Candidate(block, at, end, 2 * min(end - at, len(text)), exact=False))
        return result

    def _index_of_edges(self) -> dict[str, list[int]]:
        """Index the letters at which a block begins, or begins after its label, by the first two letters."""
        index: dict[str, list[int]] = defaultdict(list)
        found = self.found
        for low, high in pairwise(found.start):
            begins = [low, *(i for i in range(low + 1, min(high, low + LABEL + 1)) if found.gap[i])]
            for at in begins:
                index[found.chars[at : at + 1]].append(at)
                if at + 1 < high or found.chars[at + 1 : at + 2]:
                    index[found.chars[at : at + 2]].append(at)
        return index

    def _places(self, text: str, short: dict[str, list[int]]) -> list[int]:
        chars, size = self.found.chars, len(text)
        if size < SURE:
            return [a for a in short.get(text[:2], ()) if a + size in self.edges and chars.startswith(text, a)]
        result: list[int] = []
        at = chars.find(text)
        while at >= 0:
            result.append(at)
            at = chars.find(text, at + 1)
        return result

    def _weight(self, low: int, at: int, size: int) -> int:
        """Weigh a place by its letters; that it fills whole blocks, and is of the block's kind, decides ties."""
        ours = self.expected.blocks[self.expected.block_of[low]]
        theirs = self.found.blocks[self.found.block_of[at]]
        drawing = (ours.kind is Kind.DRAWING) == (theirs.kind is Kind.DRAWING)
        if ours.kind is Kind.DRAWING:  # what stands elsewhere is the drawing, never the text around it
            return 1 + drawing
        heading = ours.kind in (Kind.HEADING, Kind.TITLE)
        whole = (at in self.edges) + (at + size in self.edges)
        alike = heading == (theirs.kind is Kind.HEADING)
        picture = (ours.kind is Kind.ALTERNATIVE) == (theirs.kind is Kind.ALTERNATIVE)
        return 4 * size + whole + (alike and picture and drawing)

    # pairs

    def _is_free(self, candidate: Candidate) -> bool:
        span = self.taken[candidate.at : candidate.end]
        return not any(span) if candidate.exact else sum(span) < HALF * len(span)

    def _pairs(self, candidate: Candidate) -> list[Pair]:
        low, high = self.blocks[candidate.block]
        if candidate.exact:
            return [Pair(low, high, candidate.at)]
        return self._compare(self._free_words(low, high), self._open_words(candidate.at, candidate.end))

    def _compare(self, left: Words, right: Words) -> list[Pair]:
        return pair_words(self.expected, left, self.found, right) if left and right else []

    def _keep(self, pairs: list[Pair], where: list[Pair]) -> None:
        for pair in pairs:
            size = pair.high - pair.low
            self.got[pair.low : pair.high] = b"\1" * size
            self.taken[pair.at : pair.end] = b"\1" * size
            where.append(pair)

    def _free_words(self, low: int, high: int) -> Words:
        return Words(w for a, b in _zeros(self.got, low, high) for w in self.expected.words(a, b))

    def _open_words(self, low: int, high: int) -> Words:
        return Words(w for a, b in _zeros(self.taken, low, high) for w in self.found.words(a, b))

    def _compare_gaps(self) -> None:
        """Compare by word what lies between the pairs that are in order."""
        ends = Pair(len(self.expected.chars), len(self.expected.chars), len(self.found.chars))
        steps = [Pair(0, 0, 0), *sorted(self.kept, key=lambda p: p.low), ends]
        for one, two in pairwise(steps):
            left, right = self._free_words(one.high, two.low), self._open_words(one.end, two.at)
            self._keep(self._compare(left, right), self.kept)

    def _compare_around(self, candidates: list[Candidate]) -> None:
        """Compare the ends of changed blocks that moved with what stands right before and after them."""
        for candidate in candidates:
            low, high = self.blocks[candidate.block]
            inside = [p for p in self.moved if low <= p.low < high]
            if not inside:
                continue
            first, last = inside[0], inside[-1]
            before, after = first.low - low, high - last.high
            head = self._open_words(max(0, first.at - before - LABEL), first.at)
            self._keep(self._compare(self._free_words(low, first.low), head), self.moved)
            tail = self._open_words(last.end, min(len(self.taken), last.end + after + LABEL))
            self._keep(self._compare(self._free_words(last.high, high), tail), self.moved)

    def _forget_chance(self) -> None:
        """Take back the pairs of a block of which too little is left to say that it is there: chance words."""
        for low, high in self.blocks:
            inside = [p for p in self.kept if low <= p.low < high]
            if not inside or sum(self.got[low:high]) >= HALF * (high - low):
                continue
            if max(p.high - p.low for p in inside) < CHANCE:
                for pair in inside:
                    self._release(pair, low, high)

    def _release(self, pair: Pair, low: int, high: int) -> None:
        self.kept.remove(pair)
        end = min(pair.high, high)
        size = end - pair.low
        self.got[pair.low : end] = bytes(size)
        self.taken[pair.at : pair.at + size] = bytes(size)
        if end < pair.high:
            self.kept.append(Pair(end, pair.high, pair.at + size))

    def _find_pieces(self) -> None:
        """Look elsewhere for pieces of blocks that were not found in their place."""
        for low, high in _zeros(self.got):
            for _, first, last in self.expected.by_block(low, high):
                if last - first < PIECE:
                    continue
                at = self.found.chars.find(self.expected.chars[first:last])
                while at >= 0 and not self._is_piece(first, last, at):
                    at = self.found.chars.find(self.expected.chars[first:last], at + 1)
                if at >= 0:
                    self._keep([Pair(first, last, at)], self.moved)

    def _find_lines(self) -> None:
        """Look for short pieces of blocks of which the rest was found: a line that reads so, and is nothing else."""
        free: dict[str, list[int]] = defaultdict(list)
        for low, high in pairwise(self.found.start):
            if low < high and not any(self.taken[low:high]):
                free[self.found.chars[low:high]].append(low)
        for low, high in _zeros(self.got):
            for copied, first, last in self.expected.by_block(low, high):
                places = free.get(self.expected.chars[first:last])
                block = self.expected.start[copied], self.expected.start[copied + 1]
                if places and (first, last) != block and self.expected.whole(first, last):
                    self._keep([Pair(first, last, places.pop(0))], self.moved)

    def _is_piece(self, first: int, last: int, at: int) -> bool:
        """Say whether free letters are a piece of the copy: where that is whole words, they are no part of others."""
        end = at + last - first
        cut = self.expected.whole(first, last) and not self.found.whole(at, end)
        return not cut and not any(self.taken[at:end])


def _zeros(flags: bytearray, low: int = 0, high: int | None = None) -> tuple[Word, ...]:
    """Return the stretches of flags that are not set, within low up to high."""
    stop = len(flags) if high is None else high
    result: list[Word] = []
    at = flags.find(0, low, stop)
    while at >= 0:
        end = flags.find(1, at, stop)
        end = stop if end < 0 else end
        result.append((at, end))
        at = flags.find(0, end, stop)
    return tuple(result)
