"""What else tells in which order panels are read: words that they share, and what is counted over all of them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clearfold.importers.pdf.layout.pieces import Kind, Piece

_WORD = re.compile(r"[^\W\d_]{7,}")  # shorter ones stand in every text
_STEM = 6  # letters of a word that stay the same in most of its forms
_SHARED, _MOST = 0.4, 1.0  # for a word that two panels alone share, and for all of them together
_AGAINST = 3.0  # for a number that comes before one that is smaller
_CAPTION = re.compile(r"(fig|tab|abb|afb)[\w]{0,9}\.?\s(\d{1,2})\b", re.I)
_COUNTED = re.compile(r"(\d{1,2})(?:[.)]|\s)\s*\w")


@dataclass(frozen=True, slots=True)
class Cues:
    """Of a panel: stems of words before its first heading and behind its last one; numbers, by what they count."""

    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    numbers: tuple[tuple[str, int, int], ...] = ()  # what is counted; the first and the last number


NO_CUES = Cues()


def cues_of(pieces: Sequence[Piece | None]) -> Cues:
    """Return the cues of a panel's pieces; a picture or a table is None."""
    texts = [piece for piece in pieces if piece is not None]
    heads = [number for number, piece in enumerate(texts) if piece.kind is Kind.HEADING]
    before = texts[: heads[0]] if heads else texts
    behind = texts[heads[-1] :] if heads else texts
    found: dict[str, list[int]] = {}
    for what, number in _numbers(texts):
        found.setdefault(what, []).append(number)
    numbers = tuple((what, each[0], each[-1]) for what, each in sorted(found.items()))
    return Cues(_stems(before), _stems(behind), numbers)


def _numbers(texts: Iterable[Piece]) -> Iterable[tuple[str, int]]:
    for piece in texts:
        if piece.kind is Kind.HEADING:
            if counted := _COUNTED.match(piece.text):
                yield "heading", int(counted[1])
        elif caption := _CAPTION.match(piece.text):
            yield caption[1].lower(), int(caption[2])


def _stems(pieces: Iterable[Piece]) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for piece in pieces for word in _WORD.findall(piece.text))


def shared(cues: Mapping[int, Cues]) -> dict[tuple[int, int], float]:
    """Return for each two panels how much the text that begins the second is about what the first ends with."""
    spread = Counter(stem for one in cues.values() for stem in one.before | one.behind)
    found: dict[tuple[int, int], float] = {}
    for one, ends in cues.items():
        for other, begins in cues.items():
            if one != other:
                told = sum(_SHARED / max(spread[stem] - 1, 1) for stem in ends.behind & begins.before)
                found[one, other] = min(told, _MOST)
    return found


def against(order: Sequence[int], cues: Mapping[int, Cues]) -> float:
    """Return what speaks against an order: numbers that go down from one panel to a later one."""
    runs: dict[str, list[tuple[int, int]]] = {}
    for panel in order:
        for what, first, last in cues[panel].numbers:
            runs.setdefault(what, []).append((first, last))
    return _AGAINST * sum(other[0] < one[1] for run in runs.values() for one, other in pairwise(run))
