"""Where the words of an original and of its copy differ: blocks are laid beside each other first, then words."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from clearfold.importers.proving.least import least
from clearfold.importers.proving.streams import Stream, words_of

_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the original from ``low`` up to ``high`` where the copy has others, from ``low2`` up to ``high2``."""

    low: int
    high: int
    low2: int
    high2: int


@dataclass(frozen=True, slots=True)
class Laid:
    """Two streams beside each other; ``same`` gives for a word of the original its number in the copy."""

    original: tuple[str, ...]
    copy: tuple[str, ...]
    changes: tuple[Change, ...]
    same: dict[int, int]


def lay(original: Stream, copy: Stream, *, fewest: bool = False) -> Laid:
    """Lay the words of two streams beside each other: by the longest runs, or with the fewest differences."""
    ours, theirs = words_of(original), words_of(copy)
    changes, same = [], {}
    # Short blocks that come again lead astray as well: the fewest differences are those of all words.
    regions = [(0, len(ours), 0, len(theirs))] if fewest else _regions(original, copy)
    for low, high, low2, high2 in regions:
        for one in _words(ours, theirs, low, high, low2, high2, fewest=fewest):
            if isinstance(one, Change):
                changes.append(one)
            else:
                same[one[0]] = one[1]
    return Laid(tuple(ours), tuple(theirs), tuple(changes), same)


def _regions(original: Stream, copy: Stream) -> Iterator[tuple[int, int, int, int]]:
    """Yield the words of blocks that are laid beside each other, those of equal blocks among them."""
    starts, starts2 = _starts(original), _starts(copy)
    blocks, blocks2 = [part.words for part in original], [part.words for part in copy]
    for _, low, high, low2, high2 in _laid(blocks, blocks2):
        yield starts[low], starts[high], starts2[low2], starts2[high2]


def _laid(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what is equal and what is not; what both begin and end with is not looked at any further.

    The time grows with the square of how often one thing is repeated: in very long ones such are no anchors.
    """
    least = min(len(ours), len(theirs))
    first = next((n for n in range(least) if ours[n] != theirs[n]), least)
    last = next((n for n in range(least - first) if ours[-1 - n] != theirs[-1 - n]), least - first)
    end, end2 = len(ours) - last, len(theirs) - last
    if first:
        yield "equal", 0, first, 0, first
    if first < max(end, end2):
        matcher = SequenceMatcher(None, ours[first:end], theirs[first:end2], autojunk=max(end, end2) - first > _MANY)
        for tag, a, b, c, d in matcher.get_opcodes():
            yield tag, first + a, first + b, first + c, first + d
    if last:
        yield "equal", end, len(ours), end2, len(theirs)


def _fewest(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what is equal and what is not, as ``_laid`` does, so that as little as can be is not."""
    pairs = least(ours, theirs)
    if pairs is None:
        yield from _laid(ours, theirs)
        return
    at = at2 = 0
    for one, two in [*pairs, (len(ours), len(theirs))]:
        if (at, at2) != (one, two):
            yield "replace", at, one, at2, two
        if one < len(ours):
            yield "equal", one, one + 1, two, two + 1
        at, at2 = one + 1, two + 1


def _starts(stream: Stream) -> list[int]:
    starts = [0]
    for part in stream:
        starts.append(starts[-1] + len(part.words))
    return starts


def _words(
    ours: Sequence[str], theirs: Sequence[str], low: int, high: int, low2: int, high2: int, *, fewest: bool
) -> Iterator[Change | tuple[int, int]]:
    laid = _fewest if fewest else _laid
    for tag, a, b, c, d in laid(ours[low:high], theirs[low2:high2]):
        if tag == "equal":
            yield from ((low + a + n, low2 + c + n) for n in range(b - a))
        else:
            yield Change(low + a, low + b, low2 + c, low2 + d)
