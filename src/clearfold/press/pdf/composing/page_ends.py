"""Choose where pages end, so that all of them are full: some page ends earlier, that the next need not stay half empty.

A step of the paged writer, between one layout and the next. Every page is tried with every end that it may have, and
the ends that leave the least white on all pages together are kept (D. E. Knuth and M. F. Plass, “Breaking Paragraphs
into Lines”, 1981). What is found is laid out, and kept where it is better in truth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from clearfold.press.pdf.composing.units import Unit

EMPTY = 0.25  # of a page's height: no page is made emptier so that the next is full
WORSE = 4.0  # a page that is left twice as empty is more than twice as bad
EXACT = 0.5  # px
LOWEST = 0.68  # of a picture's height
ALONE = 0.12  # as bad as so much of a page left white: that one short item of a list stands alone
PARTED = 0.2  # the same of a table that goes on over a page
SHORT = 6.5  # times what a space may grow: the height of an item of two lines, and of none of three
LISTS = frozenset({"ul", "ol"})


@dataclass(frozen=True, slots=True)
class Room:
    """What a page holds, in CSS px: its height, and how much each space on it may grow."""

    height: float
    grows: float

    def white(self, left: float, weight: float) -> float:
        """Return how bad it is that so much is left over on a page with spaces of such a weight, 0 where it is not."""
        share = self.empty(left, weight)
        return share + WORSE * share * share

    def empty(self, left: float, weight: float) -> float:
        """Return how much of a page stays empty, as a share, once its spaces have grown."""
        return max(0.0, left - self.grows * weight) / self.height


@dataclass(frozen=True, slots=True)
class Ends:
    """Where pages end better: before which blocks, and the heights of pictures that are lowered, by their blocks.

    ``white`` is what is hoped for, ``pages`` how many there are.
    """

    pages: int = 0
    white: float = 0.0
    before: tuple[int, ...] = ()
    lowered: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a page: the block with which the next begins, and how much of it stands before; what it costs."""

    at: int
    cut: float
    left: float
    weight: float
    own: bool
    lowered: tuple[tuple[int, float], ...] = ()


def better_ends(units: Sequence[Unit], room: Room) -> Ends:
    """Return where pages end best; ``before`` are those ends that no page would have by itself."""

    @cache
    def rest(start: int, cut: float) -> Ends:
        if start == len(units):
            return Ends()
        found: Ends | None = None
        for end in _ends(units, start, cut, room):
            behind = rest(end.at, end.cut)
            before = behind.before if end.own else (end.at, *behind.before)
            made = Ends(
                behind.pages + 1, behind.white + _cost(units, end, room), before, (*end.lowered, *behind.lowered)
            )
            if found is None or (made.pages, round(made.white, 6)) < (found.pages, round(found.white, 6)):
                found = made
        assert found is not None, "a page has an end"
        return found

    return rest(0, 0.0)


def own_ends(units: Sequence[Unit], room: Room) -> Ends:
    """Return where pages end by themselves, and what that costs."""
    at, cut, found = 0, 0.0, Ends()
    while at < len(units):
        end = next(_ends(units, at, cut, room))
        found = replace(found, pages=found.pages + 1, white=found.white + _cost(units, end, room))
        at, cut = end.at, end.cut
    return found


def _cost(units: Sequence[Unit], end: _End, room: Room) -> float:
    if end.at == len(units) or (not end.cut and units[end.at].first):
        return 0.0
    table = bool(end.cut) and units[end.at].element.tag == "table"
    return room.white(end.left, end.weight) + ALONE * _parts_one(units, end, room) + PARTED * table


def _parts_one(units: Sequence[Unit], end: _End, room: Room) -> bool:
    """Say whether an end of a page parts one short item from its list: the first, or the last."""
    above, below = units[end.at - 1], units[end.at]
    if end.cut or not above.element.tag == below.element.tag == "li" or _opens(below):
        return False
    last = end.at + 1 == len(units) or units[end.at + 1].element.tag != "li" or _opens(units[end.at + 1])
    most = SHORT * room.grows
    return (above.height < most and _opens(above)) or (below.height < most and last)


def _opens(unit: Unit) -> bool:
    return any(element.tag in LISTS for element in unit.around)


def _ends(units: Sequence[Unit], start: int, cut: float, room: Room) -> Iterator[_End]:
    """Yield the ends that a page may have which begins within a block, or with it: the one it has by itself first."""
    bottom, weight = 0.0, 0.0
    lowered: tuple[tuple[int, float], ...] = ()
    found: list[_End] = []
    for at in range(start, len(units)):
        unit, done = units[at], cut if at == start else 0.0
        if at > start and unit.first:
            yield _End(at, 0.0, room.height - bottom, weight, True, lowered)
            return
        if at > start and unit.free:
            found.append(_End(at, 0.0, room.height - bottom, weight, False, lowered))
        top = bottom + (unit.before if at > start else 0.0)
        weight += unit.weight if at > start else 0.0
        height = unit.height - done
        over = top + height - room.height
        if 0 < over <= (1 - LOWEST) * unit.pictured:
            lowered, height = (*lowered, (at, unit.pictured - over)), height - over
            over = 0.0
        inner = [one for one in unit.cuts if one > done and top + one - done <= room.height + EXACT]
        found += [_End(at, one, room.height - top - one + done, weight, True, lowered) for one in inner]
        if over > EXACT:
            break
        bottom = top + height
    else:
        yield _End(len(units), 0.0, 0.0, 0.0, True, lowered)
        return
    if not found:  # nothing may end here: it is torn
        yield _End(at + 1, 0.0, 0.0, 0.0, True, lowered)
        return
    *others, last = found
    yield _End(last.at, last.cut, last.left, last.weight, True, last.lowered)
    yield from (end for end in others if not end.own and room.empty(end.left, end.weight) < EMPTY)
