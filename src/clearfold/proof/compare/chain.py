"""Choose, among the places where blocks may stand, the heaviest chain in which all are in order.

The alignment weighs the places; what is outside the chain has moved.
"""

from bisect import bisect_left
from dataclasses import dataclass

SLACK = 20  # places of a repeated text, before and after the likeliest, that are considered
Entry = tuple[int, int, int]
"""The weight of a chain, the found letter after its end, and its last candidate."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a block of the copy may stand: found letters at up to end, with what speaks for it."""

    block: int
    at: int
    end: int
    weight: int
    exact: bool


def window(places: list[int], nth: int, total: int) -> list[int]:
    """Keep, of the places of a text that is repeated, those that its nth repetition can reasonably have."""
    slack = SLACK + max(0, len(places) - total)
    return places[max(0, nth - slack) : nth + slack + 1]


def heaviest(candidates: list[Candidate]) -> list[Candidate]:
    """Return the heaviest chain of candidates in which blocks and places both go up; of equals, the later one."""
    ends = sorted({c.end for c in candidates})
    best: list[Entry] = [(0, 0, -1)] * (len(ends) + 1)  # a Fenwick tree of (weight, end, candidate)
    before = [-1] * len(candidates)
    index = 0
    while index < len(candidates):
        last = index
        block: list[tuple[int, Entry]] = []
        while last < len(candidates) and candidates[last].block == candidates[index].block:
            candidate = candidates[last]
            top = _up_to(best, bisect_left(ends, candidate.at + 1))
            before[last] = top[2]
            block.append((bisect_left(ends, candidate.end) + 1, (top[0] + candidate.weight, candidate.end, last)))
            last += 1
        for slot, entry in block:
            _raise(best, slot, entry)
        index = last
    chain: list[Candidate] = []
    at = _up_to(best, len(ends))[2]
    while at >= 0:
        chain.append(candidates[at])
        at = before[at]
    return chain[::-1]


def _up_to(tree: list[Entry], slot: int) -> Entry:
    best = tree[0]
    while slot:
        best = max(best, tree[slot])
        slot &= slot - 1
    return best


def _raise(tree: list[Entry], slot: int, entry: Entry) -> None:
    while slot < len(tree):
        tree[slot] = max(tree[slot], entry)
        slot += slot & -slot
