"""Lines that go over a fold: headings and boxes over two panels, words that are too long for theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.importers.pdf.page.glyphs import Box, Glyph, Page
from clearfold.importers.pdf.page.lines import lines_of, segments

APART = 0.8  # em between what stands on two panels: less than 0.45 to a side is no fold
_MOSTLY = 0.8  # of the letters on one panel: the line is that panel's, and only too long
_LARGE = 0.8  # of the size of large letters
_NEAR = 1.6  # times the height of a line: the next one
_EDGE = 1.0  # points


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one line that stand together."""

    box: Box
    glyphs: tuple[Glyph, ...]

    def crosses(self, x: float) -> bool:
        """Tell whether it goes over a fold."""
        return self.box.left < x - _EDGE and self.box.right > x + _EDGE


def runs_of(page: Page, em: float, turn: int = 0) -> list[Run]:
    """Return the runs of the letters of a page that are turned so, spaces that are drawn left out."""
    upright = [glyph for glyph in page.glyphs if glyph.turn == turn and glyph.text.strip()]
    drawn = {glyph.index: glyph for glyph in upright}
    # The spaces of large letters are wide.
    found = [part for line in lines_of(upright) for part in segments(line, APART * max(em, _LARGE * line.size))]
    return [Run(part.box, tuple(drawn[g.index] for g in part.glyphs if g.text.strip())) for part in found]


@dataclass(frozen=True, slots=True)
class Owners:
    """To which panel of a page, from 0, letters belong that do not go by their own place; those that go over a fold."""

    panels: dict[int, int]
    across: frozenset[int]


def owners(page: Page, sides: Sequence[float], em: float) -> Owners:
    """Return which letters belong elsewhere than they stand, given both edges of a page and the folds between them.

    What goes over a fold belongs to the panel that has most of it; else, above the middle of what stands there, to the
    first panel that it touches, and below it to the last.
    """
    panels: dict[int, int] = {}
    across: dict[int, int] = {}
    runs = runs_of(page, em)
    over: list[tuple[Run, int]] = []
    for run in runs:
        if not any(run.crosses(x) for x in sides):
            continue
        places = [_place(glyph, sides) for glyph in run.glyphs]
        main = max(sorted(set(places)), key=places.count)
        if places.count(main) < _MOSTLY * len(places):
            main = min(places) if _is_above(run, runs) else max(places)
            over.append((run, main))
        panels.update((glyph.index, main) for glyph in run.glyphs)
    for run, main in over + list(_short_lines(runs, over)):
        across.update((glyph.index, main) for glyph in run.glyphs)
    return Owners(panels | across, frozenset(across))


def _is_above(run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a run stands above the middle of what stands on its page."""
    others = [one for one in runs if one is not run]
    return sum(1 for one in others if one.box.top < run.box.top) <= 0.5 * len(others)


def _short_lines(runs: Sequence[Run], over: Sequence[tuple[Run, int]]) -> Iterator[tuple[Run, int]]:
    """Yield the lines that go on with those over a fold, and end before it; with the panel of these."""
    known = list(over)
    for run in sorted(runs, key=lambda run: run.box.top):
        if any(run is one for one, _ in known):
            continue
        for one, main in known:
            apart = run.box.top - one.box.top
            alike = abs(run.box.height - one.box.height) < 0.1 * one.box.height
            if alike and 0 < apart < _NEAR * one.box.height and abs(run.box.left - one.box.left) < _EDGE:
                known.append((run, main))
                yield run, main
                break


def _place(glyph: Glyph, sides: Sequence[float]) -> int:
    middle = glyph.middle[0]
    count = len(sides) - 1
    return next((number for number in range(count) if middle < sides[number + 1]), count - 1)
