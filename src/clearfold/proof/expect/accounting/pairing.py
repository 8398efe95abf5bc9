"""Pair the characters of two texts, in order: what both begin and end with, and what is alike between."""

from collections.abc import Iterator
from difflib import SequenceMatcher

MOST = 4_000_000  # pairs of characters to look at; what lies between the ends of two longer texts is not paired


def common_ends(one: str, two: str) -> tuple[int, int]:
    """Return with how many characters both texts begin, and with how many of the others both end."""
    most = min(len(one), len(two))
    begin = next((n for n in range(most) if one[n] != two[n]), most)
    end = next((n for n in range(most - begin) if one[-1 - n] != two[-1 - n]), most - begin)
    return begin, end


def paired(one: str, two: str) -> Iterator[tuple[int, int, int]]:
    """Yield stretches of characters that are in both texts: where they begin in each, and how many they are."""
    begin, end = common_ends(one, two)
    if begin:
        yield 0, 0, begin
    ours, theirs = one[begin : len(one) - end], two[begin : len(two) - end]
    if ours and theirs and len(ours) * len(theirs) <= MOST:
        for here, there, size in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
            if size:
                yield begin + here, begin + there, size
    if end:
        yield len(one) - end, len(two) - end, end
