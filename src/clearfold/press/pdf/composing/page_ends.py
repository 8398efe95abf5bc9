"""Choose where pages end, so that all of them are full: some page ends earlier, that the next need not stay half empty.

A step of the paged writer, between one layout and the next. Every page is tried with every end that it may have, and
the ends that leave the least white on all pages together are kept (D. E. Knuth and M. F. Plass, “Breaking Paragraphs
into Lines”, 1981). What is found is laid out, and kept where it is better in truth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from xml.etree.ElementTree import Element

from clearfold.press.pdf.composing.units import Unit

EMPTY = 0.25  # of a page's height: no page is made emptier so that the next is full
WORSE = 4.0  # a page that is left twice as empty is more than twice as bad
EXACT = 0.5  # px
LOWEST = 0.68  # of a picture's height: 41 mm on A5; smaller, a drawing of several parts is not seen as it is
ALONE = 0.2  # as bad as so much of a page left white: that one short item of a list stands alone
STEP = 0.3  # the same of the first step or the last one, which are looked for at their list
FEW = 3  # items of a list that is seen at a glance
TRIO = 0.45  # the same where such a list is parted behind its first item, which has its sentence before it
LEFT = 0.6  # the same where its last item stands alone on the next page
LAST = 0.4  # of the height of the last page: with less on it, what is missing is as bad as so much left white
ANNOUNCED = 0.3  # the same of a sentence with a colon, whose table or picture stands overleaf
PARTED = 0.2  # the same of a table that goes on over a page
GIVES = 0.25  # of the space of a paragraph, at most, where a page is better for it; an item's gives half of that
TIGHT = 0.04  # as bad as so much of a page left white: that its spaces give all that they may
SURE = 1.0  # px by which a page is set tighter than it need be: sizes are rounded
SHORT = 4.9  # times what a space may grow: the height of an item of two lines, and of none of three
LISTS = frozenset({"ul", "ol"})
SHOWN = frozenset({"table", "figure", "tr"})  # a table of cards is made of rows


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

    ``tightened`` are the blocks whose spaces give something, with what is left of each in CSS px. ``white`` is what is
    hoped for, ``pages`` how many there are.
    """

    pages: int = 0
    white: float = 0.0
    before: tuple[int, ...] = ()
    lowered: tuple[tuple[int, float], ...] = ()
    tightened: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """An end of a page: the block with which the next begins, and how much of it stands before; what it costs.

    What is ``left`` is below 0 where the spaces on the page have to give something, of ``slack`` in all.
    """

    at: int
    cut: float
    left: float
    weight: float
    own: bool
    lowered: tuple[tuple[int, float], ...] = ()
    slack: float = 0.0

    @property
    def natural(self) -> bool:
        """Whether the page ends here as its spaces are."""
        return self.left >= -EXACT

    @property
    def given(self) -> float:
        """Return how much of what they may the spaces on the page give, as a share."""
        return 0.0 if self.natural else min(1.0, (SURE - self.left) / self.slack)


def better_ends(units: Sequence[Unit], room: Room) -> Ends:
    """Return where pages end best; ``before`` are those ends that no page would have by itself."""

    @cache
    def rest(start: int, cut: float) -> Ends:
        if start == len(units):
            return Ends()
        found: Ends | None = None
        for end in _ends(units, start, cut, room):
            behind = rest(end.at, end.cut)
            made = Ends(
                behind.pages + 1,
                behind.white + cost(units, end, room),
                behind.before if end.own else (end.at, *behind.before),
                (*end.lowered, *behind.lowered),
                (*_tightened(units, start, end), *behind.tightened),
            )
            if found is None or (made.pages, round(made.white, 6)) < (found.pages, round(found.white, 6)):
                found = made
        assert found is not None, "a page has an end"
        return found

    return rest(0, 0.0)


def own_ends(units: Sequence[Unit], room: Room) -> Ends:
    """Return where pages end by themselves, and what that costs: no picture is lowered then."""
    laid = [replace(unit, pictured=0.0) for unit in units]
    at, cut, found = 0, 0.0, Ends()
    while at < len(units):
        end = next(_ends(laid, at, cut, room))
        found = replace(found, pages=found.pages + 1, white=found.white + cost(laid, end, room))
        at, cut = end.at, end.cut
    return found


def _tightened(units: Sequence[Unit], start: int, end: End) -> Iterator[tuple[int, float]]:
    """Yield the blocks of a page whose spaces give something, with what is left of each."""
    if end.given:
        for at in range(start + 1, min(end.at + bool(end.cut), len(units))):
            if give := _give(units[at]):
                yield at, units[at].before - end.given * give


def _give(unit: Unit) -> float:
    """Return by how much the space before a block may be less: nothing below a heading."""
    return GIVES * min(unit.weight, 1.0) * unit.before


def cost(units: Sequence[Unit], end: End, room: Room) -> float:
    """Return how bad it is that a page ends there, as a share of its height that is left white."""
    tight = TIGHT * end.given**2
    if end.at == len(units):
        return tight + max(0.0, LAST - (1 - end.left / room.height))
    if not end.cut and units[end.at].first:
        return tight
    table = bool(end.cut) and units[end.at].element.tag == "table"
    parted = PARTED * table + ANNOUNCED * _announces(units, end) + _parts_one(units, end, room)
    return tight + room.white(end.left, end.weight) + parted


def _parts_one(units: Sequence[Unit], end: End, room: Room) -> float:
    """Return how bad it is that a page ends between one short item, the first or the last, and its list: 0 if not."""
    above, below = units[end.at - 1], units[end.at]
    if end.cut or not above.element.tag == below.element.tag == "li" or _list_of(below) is not None:
        return 0.0
    items = units[: end.at]
    opened = next(found for unit in reversed(items) if (found := _list_of(unit)) is not None)
    last = end.at + 1 == len(units) or units[end.at + 1].element.tag != "li" or _list_of(units[end.at + 1]) is not None
    most = SHORT * room.grows
    left = below.height < most and last
    alone = left or (above.height < most and _list_of(above) is not None)
    return ((LEFT if left else TRIO) if len(opened) <= FEW else STEP if opened.tag == "ol" else ALONE) * alone


def _announces(units: Sequence[Unit], end: End) -> bool:
    """Say whether a page ends between a sentence with a colon and what it announces."""
    above, below = units[end.at - 1].element, units[end.at].element
    told = above.tag == "p" and "".join(above.itertext()).rstrip().endswith(":")
    return told and not end.cut and below.tag in SHOWN


def _list_of(unit: Unit) -> Element | None:
    """Return the list that a block begins, or None."""
    return next((element for element in unit.around if element.tag in LISTS), None)


def _ends(units: Sequence[Unit], start: int, cut: float, room: Room) -> Iterator[End]:
    """Yield the ends that a page may have which begins within a block, or with it: the one it has by itself first."""
    found = list(_reached(units, start, cut, room))
    natural = [end for end in found if end.natural]
    if not found:  # nothing may end here: it is torn
        torn = (at for at in range(start + 1, len(units)) if units[at].free)
        yield End(next(torn, len(units)), 0.0, 0.0, 0.0, True)
        return
    if natural:
        *others, last = natural
        yield replace(last, own=True)
        if _is_final(last, units):
            return
        yield from (end for end in others if not end.own and room.empty(end.left, end.weight) < EMPTY)
    yield from (end for end in found if not end.natural)


def _is_final(end: End, units: Sequence[Unit]) -> bool:
    """Say whether a page ends there whatever else stands on it."""
    return end.at == len(units) or (not end.cut and units[end.at].first)


def _reached(units: Sequence[Unit], start: int, cut: float, room: Room) -> Iterator[End]:
    """Yield every end that a page may have, those too for which its spaces have to give something."""
    bottom, weight, slack = 0.0, 0.0, 0.0
    lowered: tuple[tuple[int, float], ...] = ()
    for at in range(start, len(units)):
        unit, done = units[at], cut if at == start else 0.0
        if at > start and (unit.first or unit.free):
            yield End(at, 0.0, room.height - bottom, weight, unit.first, lowered, slack)
            if unit.first:
                return
        top, height = bottom, unit.height - done + unit.again * bool(done)
        if at > start:
            top, weight, slack = bottom + unit.before, weight + unit.weight, slack + _give(unit)
        over = top + height - room.height
        if unit.pictured and 0 < over <= (1 - LOWEST) * unit.pictured + slack - SURE:
            lower = min(over, (1 - LOWEST) * unit.pictured)
            lowered, height, over = (*lowered, (at, unit.pictured - lower)), height - lower, over - lower
        for one in unit.cuts:
            left = room.height - top - one + done - unit.again * bool(done)
            if one > done and _fits(left, slack):
                yield End(at, one, left, weight, True, lowered, slack)
        if not _fits(-over, slack):
            return
        bottom = top + height
    yield End(len(units), 0.0, room.height - bottom, 0.0, True, lowered, slack)


def _fits(left: float, slack: float) -> bool:
    return left >= -EXACT or left + slack >= SURE
