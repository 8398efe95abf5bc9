"""Find the words of a finding again among the letters of a page, or the place where they should stand.

Between a finding, which has the words around its place, and the picture of the page, on which the place is marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.proof.compare.letters import fold
from clearfold.proof.findings.finding import Finding

LEAST = 4  # letters; fewer stand in too many places to be found without the words around them
ENDS = (40, 24, 12)  # letters at the edge of a passage by which it is found again, tried in this order


@dataclass(frozen=True, slots=True)
class Spot:
    """Letters low up to high of a page; a spot without letters is the place between two of them."""

    low: int
    high: int


def spots(page: str, finding: Finding) -> tuple[Spot, ...]:
    """Return what to mark on a page, given its letters: the words found, where words are missing, or the block."""
    before, after = fold(finding.before), fold(finding.after)
    if finding.shown[1:]:
        found = tuple(_stretches(page, [fold(text) for text in finding.shown]))
    else:
        words = finding.shown[0] if finding.shown else finding.found
        spot = _words(page, fold(words), before, after)
        found = (spot,) if spot else ()
    if found:
        return found
    if not (finding.shown or finding.found) and (gap := _gap(page, before, after)):
        return (gap,)
    block = _words(page, fold(finding.passage), "", "")
    return (block,) if block else ()


def _stretches(page: str, words: Sequence[str]) -> Iterator[Spot]:
    """Find several words in their order, as many of them together as stand together."""
    first, reached = 0, 0
    while first < len(words):
        at, last = -1, first
        while last < len(words) and (found := page.find("".join(words[first : last + 1]), reached)) >= 0:
            at, last = found, last + 1
        if at >= 0 and words[first]:
            reached = at + len("".join(words[first:last]))
            yield Spot(at, reached)
        first = max(last, first + 1)


def _words(page: str, text: str, before: str, after: str) -> Spot | None:
    """Find words: of several places that with the most of the words around it, else the part that is on this page."""
    places = _places(page, text)
    if places and (len(text) >= LEAST or len(places) == 1 or before or after):
        best = max(places, key=lambda at: _alike(page, at, at + len(text), before, after))
        return Spot(best, best + len(text))
    return _part(page, text) if not places else None


def _part(page: str, text: str) -> Spot | None:
    """Find a passage whose lines are parted on the page by others, or that goes on on another page, by its ends."""
    ends = [(size, page.find(text[:size]), page.rfind(text[-size:])) for size in ENDS if len(text) > 2 * size]
    for size, head, tail in ends:
        if 0 <= head < tail and tail + size - head < 2 * len(text):
            return Spot(head, tail + size)
    for size, head, tail in ends:
        if head >= 0:
            return Spot(head, head + _shared(page[head:], text))
        if tail >= 0:
            return Spot(tail + size - _shared(page[: tail + size][::-1], text[::-1]), tail + size)
    return None


def _gap(page: str, before: str, after: str) -> Spot | None:
    """Find the place between two passages: after the one, or before the other."""
    for size in ENDS:
        if len(before) >= size and (at := page.rfind(before[-size:])) >= 0:
            return Spot(at + size, at + size)
        if len(after) >= size and (at := page.find(after[:size])) >= 0:
            return Spot(at, at)
    return None


def _places(page: str, text: str) -> list[int]:
    places: list[int] = []
    at = page.find(text) if text else -1
    while at >= 0:
        places.append(at)
        at = page.find(text, at + 1)
    return places


def _alike(page: str, low: int, high: int, before: str, after: str) -> int:
    """Count the letters on both sides of a place that are those of the words around it."""
    return _shared(page[:low][::-1], before[::-1]) + _shared(page[high:], after)


def _shared(one: str, two: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
