"""Look at the edges of a drawn page: what reaches them, what stands in the bleed, and where the crop marks are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
from PIL import Image, ImageChops

from clearfold.model.units import MM
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.print.print_keys import Box

DPI = 150
SIDES = ("left", "bottom", "right", "top")
INSIDE = 0.4  # mm from an edge at which it is looked at: the edge itself is drawn half
COLOURED, PAPER, DARK = 245, 250, 215  # of 255: the darkest of red, green and blue
SHORTEST = 1.0  # mm; a shorter piece of an edge is an accident of drawing
LONGEST_GAP = 3.0  # mm; in a crop mark that is looked for beyond the bleed


@dataclass(frozen=True, slots=True)
class Edges:
    """What is wrong at the edges of a page, from 0: names of sides, and of corners such as "left bottom".

    ``short`` are sides at which colour stops before the bleed ends; ``crossed`` corners at which something stands in
    the bleed that is not on the page; ``uncut`` corners without both crop marks beyond the bleed.
    """

    page: int
    short: tuple[str, ...] = ()
    crossed: tuple[str, ...] = ()
    uncut: tuple[str, ...] = ()


@foreign()
def read_edges(
    data: bytes, boxes: tuple[tuple[Box, Box] | None, ...], pictures: tuple[tuple[Box, ...], ...] = ()
) -> tuple[Edges, ...]:
    """Return what is found at the edges of each page of which trim box and bleed box are known.

    ``pictures`` are the places of pictures on each page: one that goes on to the end of the bleed may be white there.
    """
    return tuple(_edges(data, boxes, pictures or ((),) * len(boxes)))


def _edges(
    data: bytes, boxes: tuple[tuple[Box, Box] | None, ...], pictures: tuple[tuple[Box, ...], ...]
) -> Iterator[Edges]:
    document = pypdfium2.PdfDocument(data)
    try:
        for index, (known, placed) in enumerate(zip(boxes, pictures, strict=True)):
            if known:
                page = document[index]
                left, _, _, top = page.get_cropbox()
                drawn = page.render(scale=DPI / 72, may_draw_forms=False).to_pil().convert("RGB")
                yield _Look(drawn, left, top, *known, placed).edges(index)
    finally:
        document.close()


class _Look:
    """Looks at places of one page, given in points."""

    def __init__(
        self, drawn: Image.Image, left: float, top: float, trim: Box, bleed: Box, pictures: tuple[Box, ...]
    ) -> None:
        red, green, blue = drawn.split()
        darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
        self.width, self.height = darkest.size
        self.pixels = darkest.tobytes()
        self.left, self.top, self.trim, self.bleed, self.pictures = left, top, trim, bleed, pictures

    def at(self, x: float, y: float) -> int:
        """Return how light the page is at a place, 255 for one that is beyond it."""
        column, row = int((x - self.left) * DPI / 72), int((self.top - y) * DPI / 72)
        inside = 0 <= column < self.width and 0 <= row < self.height
        return self.pixels[row * self.width + column] if inside else 255

    def edges(self, page: int) -> Edges:
        """Return what is wrong at the edges."""
        corners = [(x, y) for x in (0, 2) for y in (1, 3)]
        return Edges(
            page,
            tuple(name for side, name in enumerate(SIDES) if self._short(side)),
            tuple(f"{SIDES[x]} {SIDES[y]}" for x, y in corners if self._crossed(x, y)),
            tuple(f"{SIDES[x]} {SIDES[y]}" for x, y in corners if not self._cut(x, y)),
        )

    def _short(self, side: int) -> bool:
        """Say whether colour reaches the trimmed edge of a side for a millimetre or more, and not that of the bleed."""
        outward = -1 if side < 2 else 1
        on, off = self.trim[side] - outward * INSIDE * MM, self.bleed[side] - outward * INSIDE * MM
        place = self._along(side)
        step = 72 / DPI
        low, high = (self.trim[1], self.trim[3]) if side in (0, 2) else (self.trim[0], self.trim[2])
        steps = (low + step * (n + 0.5) for n in range(int((high - low) / step)))
        failing = (
            place(on, at) < COLOURED and place(off, at) >= PAPER and not self._pictured(side, off, at) for at in steps
        )
        return any(wrong and sum(1 for _ in run) * step >= SHORTEST * MM for wrong, run in groupby(failing))

    def _pictured(self, side: int, off: float, at: float) -> bool:
        """Say whether a picture reaches a place at the end of the bleed."""
        across, along = (0, 1) if side in (0, 2) else (1, 0)
        return any(
            picture[across] <= off <= picture[across + 2] and picture[along] <= at <= picture[along + 2]
            for picture in self.pictures
        )

    def _along(self, side: int) -> Callable[[float, float], int]:
        return (lambda across, at: self.at(across, at)) if side in (0, 2) else (lambda across, at: self.at(at, across))

    def _crossed(self, x: int, y: int) -> bool:
        """Say whether a line goes through the bleed at a corner, where a crop mark would stand, beside paper."""
        for side, other in ((x, y), (y, x)):
            place, away = self._along(side), -1 if side < 2 else 1
            depth = abs(self.bleed[side] - self.trim[side])
            at = self.trim[other]
            # Half way through the bleed: the line, and on both sides of it what the bleed otherwise holds.
            across = self.trim[side] + away * depth / 2
            near = [place(across, at + shift * 72 / DPI) for shift in (-1, 0, 1)]
            aside = [place(across, at + shift * MM) for shift in (-1, 1)]
            if min(near) < DARK and all(light >= PAPER for light in aside):
                return True
        return False

    def _cut(self, x: int, y: int) -> bool:
        """Say whether both lines of a corner are there, beyond the bleed."""
        for side, other in ((x, y), (y, x)):
            place, away = self._along(side), -1 if side < 2 else 1
            step = 72 / DPI
            outward = (self.bleed[side] + away * (INSIDE * MM + step * n) for n in range(int(LONGEST_GAP * MM / step)))
            at = self.trim[other]
            if not any(min(place(across, at + shift * step) for shift in (-1, 0, 1)) < DARK for across in outward):
                return False
        return True
