"""In which orders the panels of folded sheets are read: the ways in which leaflets are folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.model.messages import message

Order = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Folding:
    """A way to fold, by its name, and the order of its panels, numbered from 1 over all pages."""

    name: str
    order: Order


def foldings(pages: Sequence[int]) -> tuple[Folding, ...]:
    """Return the orders that are tried for pages of so many panels each, each order once; first as it stands."""
    total = sum(pages)
    found: dict[Order, str] = {tuple(range(1, total + 1)): message("as it stands")}
    even = len(set(pages)) == 1
    if even and len(pages) == 2 and pages[0] > 1:
        one = tuple(range(1, pages[0] + 1))
        other = tuple(range(pages[0] + 1, total + 1))
        for outside, inside in ((one, other), (other, one)):
            for name, order in _two_sides(outside, inside):
                found.setdefault(order, name)
    if even and pages and pages[0] == 2 and len(pages) > 2 and len(pages) % 2 == 0:
        for order in _booklets(len(pages)):
            found.setdefault(order, "booklet")
    if even and pages and pages[0] > 2 and len(pages) == 1:
        found.setdefault((total, *range(1, total)), message("cover on the right"))
    return tuple(Folding(name, order) for order, name in found.items())


def _two_sides(outside: Order, inside: Order) -> Iterator[tuple[str, Order]]:
    """Yield the ways to read a sheet whose panels, from left to right, are those outside and those inside."""
    yield message("sides in turn"), (*outside, *inside)
    if len(outside) == 2:
        yield message("folded once"), (outside[1], *inside, outside[0])
        return
    *flaps, back, cover = outside
    if len(outside) == 3:
        yield "C-fold", (cover, *flaps, *inside, back)
        yield message("C-fold, flap last"), (cover, *inside, *flaps, back)
    if len(outside) > 3:
        yield from _rolled(outside, inside)
        yield from _gates(outside, inside)
    yield "Z-fold", (cover, *inside, *flaps, back)
    yield message("Z-fold, cover on the right"), (cover, *inside, *outside[:-1])
    yield message("Z-fold, back in turn"), (cover, *inside, back, *flaps)


def _rolled(outside: Order, inside: Order) -> Iterator[tuple[str, Order]]:
    *flaps, back, cover = outside
    yield message("roll fold, flaps first"), (cover, *flaps, *inside, back)
    yield message("roll fold, flaps first"), (cover, *reversed(flaps), *inside, back)
    yield message("roll fold, flaps last"), (cover, *inside, *flaps, back)
    yield message("roll fold, flaps last"), (cover, *inside, *reversed(flaps), back)
    if len(outside) == 4:
        yield message("roll fold, as it opens"), (cover, inside[0], flaps[1], inside[1], flaps[0], *inside[2:], back)
        yield message("roll fold, as it opens"), (cover, flaps[1], inside[0], flaps[0], *inside[1:], back)


def _gates(outside: Order, inside: Order) -> Iterator[tuple[str, Order]]:
    right, *back, left = outside
    yield message("gate fold"), (left, right, *inside, *back)
    yield message("gate fold"), (left, right, *inside, *reversed(back))
    yield message("gate fold"), (left, *inside, right, *back)


def _booklets(sides: int) -> Iterator[Order]:
    """Yield the orders of sheets that lie in each other, each with two pages on a side."""
    last = sides * 2
    for outside_first in (True, False):
        place: dict[int, int] = {}
        for side in range(sides):
            sheet, back = divmod(side, 2)
            outside = (back == 0) == outside_first
            low, high = 2 * sheet + 1, last - 2 * sheet
            left, right = (high, low) if outside else (low + 1, high - 1)
            place[left], place[right] = 2 * side + 1, 2 * side + 2
        yield tuple(place[page] for page in range(1, last + 1))
    # Spreads whose cover stands first: back and front together, then the inside from left to right.
    yield (2, *range(3, last + 1), 1)
