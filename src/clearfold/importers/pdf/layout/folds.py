"""Where a sheet was folded: the white between panels, at the places where folds are made, on all pages alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from clearfold.importers.pdf.layout.across import Run, runs_of
from clearfold.importers.pdf.page.glyphs import Page
from clearfold.importers.pdf.page.lines import body_size

WIDE = 1.1  # times its height: a sheet that may be folded
_MM = 72 / 25.4
_OFF = 4 * _MM  # folds of a roll, and folds that were drawn badly
_STEP = _MM / 4
_CLEAR = 0.45  # em to the nearer side
_AS_GOOD = 0.6  # times the clearance of the best
_FEW, _SOME, _MANY = 2, 0.06, 8  # lines over all folds: as many as may be, as a part of all, and never more
_PARTS = (
    (1 / 2,),
    (1 / 3, 2 / 3),
    (1 / 4, 2 / 4, 3 / 4),
    (1 / 4,),
    (3 / 4,),
    (1 / 4, 3 / 4),
    (1 / 5, 2 / 5, 3 / 5, 4 / 5),
    (1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6),
)


@dataclass(frozen=True, slots=True)
class Folds:
    """Where a page was folded: x of each fold, how clear the least clear one is, in em, and what goes over them."""

    at: tuple[float, ...]
    clear: float
    over: int = 0  # lines


def find_folds(pages: Sequence[Page]) -> tuple[tuple[float, ...], ...]:
    """Return for each page where it was folded: nowhere for a page that is upright or has no clear fold.

    Pages of one size are looked at together, and their backs are folded at the mirrored places.
    """
    sizes: dict[tuple[int, int], list[Page]] = {}
    for page in pages:
        sizes.setdefault((round(page.width), round(page.height)), []).append(page)
    folds: dict[int, tuple[float, ...]] = {}
    for alike in sizes.values():
        for page, at in zip(alike, _folds(alike), strict=True):
            folds[page.number] = at
    return tuple(folds[page.number] for page in pages)


def _folds(pages: Sequence[Page]) -> list[tuple[float, ...]]:
    """Return the folds of pages of one size: the finest among those that are clear on all of them."""
    nowhere: list[tuple[float, ...]] = [() for _ in pages]
    if pages[0].width <= WIDE * pages[0].height:
        return nowhere
    em = body_size(glyph for page in pages for glyph in page.glyphs)
    rooms = [[*runs_of(page, em), *runs_of(page, em, turn=2)] for page in pages]
    most = min(max(_FEW, round(_SOME * sum(map(len, rooms)))), _MANY)
    found: list[tuple[float, list[tuple[float, ...]]]] = []
    for parts in _PARTS:
        each = [_clearest(page.width, room, parts, em) for page, room in zip(pages, rooms, strict=True)]
        clear = min(folds.clear for folds in each)
        over = sum(folds.over for folds in each)
        if clear >= _CLEAR and over <= most and not _empty(pages, rooms, [folds.at for folds in each]):
            found.append((clear, [folds.at for folds in each]))
    best = max((clear for clear, _ in found), default=0.0)
    good = [at for clear, at in found if clear >= _AS_GOOD * best]
    return max(good, key=lambda at: len(at[0])) if good else nowhere


def _clearest(width: float, room: Sequence[Run], parts: Sequence[float], em: float) -> Folds:
    at: list[float] = []
    clear, over = float("inf"), 0
    for part in parts:
        tried = [(*_clearance(room, x, em), -abs(x - part * width), x) for x in _places(part * width)]
        best = max(tried, key=lambda one: (one[0] >= _CLEAR, -one[1], one[0], one[2]))
        clear, over = min(clear, best[0]), over + best[1]
        at.append(best[3])
    return Folds(tuple(at), clear, over)


def _places(middle: float) -> list[float]:
    count = round(_OFF / _STEP)
    return [middle + step * _STEP for step in range(-count, count + 1)]


def _clearance(room: Sequence[Run], x: float, em: float) -> tuple[float, int]:
    """Return how far the nearest line is from a fold, in em, 3 at most; and how many go over it, which do not count."""
    nearest, over = 3 * em, 0
    for run in room:
        if run.crosses(x):
            over += 1
        else:
            nearest = min(nearest, max(run.box.left - x, x - run.box.right))
    return nearest / em, over


def _empty(pages: Sequence[Page], rooms: Sequence[Sequence[Run]], folds: Sequence[tuple[float, ...]]) -> bool:
    """Tell whether a column of panels is empty on every page: then it is no fold, but a margin."""
    count = len(folds[0]) + 1
    filled: set[int] = set()
    for page, room, at in zip(pages, rooms, folds, strict=True):
        sides = (0.0, *at, page.width)
        for number in range(count):
            if any(sides[number] <= (run.box.left + run.box.right) / 2 <= sides[number + 1] for run in room):
                filled.add(number)
    return len(filled) < count
