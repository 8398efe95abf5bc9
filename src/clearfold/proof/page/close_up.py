"""Hold a picture in its place against its file: as a grid first, then dot by dot, so that what is small is seen too.

A dot of the page lies between the darkest and the lightest of the file's dots around it, whatever two programs do at
edges, and however they round. Few do not: in 200 good places no spot of 7 by 7 had more than 4 of them, where a thin
figure as large as the text, drawn over a picture, leaves 9 and more.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clearfold.proof.page.page_model import Box, Dots, Pixel, View
from clearfold.proof.page.pictures import DrawnPicture, found, in_inks, places

if TYPE_CHECKING:
    from PIL.Image import Image

OFF = 64
"""How far a dot may be beyond those around it, of 255."""
ROUGH = 96
"""The same in inks, and for a picture of few dots."""
AROUND = 2  # times that the dots around are looked at: each time one dot further
SPOT = 7  # dots across and down
MOST = 6  # dots of a spot that may be off
SEAM, BESIDE = 0.5, 0.1  # of a row or column: off in a seam, and off in the rows or columns beside it at most


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a picture stands: its page, counted from 0, its frame, the page's room, and what else may cover of it.

    ``profile`` is that of the inks in which it is printed, b"" for the colours of a screen. The page is rendered
    ``times`` as finely as the grid needs.
    """

    view: View
    page: int
    frame: Box
    sheet: Box
    covered: tuple[Box, ...] = ()
    profile: bytes = b""
    times: int = 1

    def shows(self, drawn: DrawnPicture, share: float = 1.0) -> bool:
        """Say whether a picture is seen there, or a ``share`` of its cells, and nothing strange upon it."""
        spots = places(self.frame, drawn.ratio)
        smooth = not drawn.squares
        there = self.view.seen(self.page, self.frame, spots, self.times, smooth=smooth)
        match = found(there, drawn, self.profile, share)
        if match is None:
            return False
        part, seen = spots[match[0]], spots[match[0]].within(self.sheet)
        if seen.right <= seen.left or seen.top <= seen.bottom:
            return False
        shown = _shares(seen, part)
        finest = tuple(max(1, round(side * length)) for side, length in zip(drawn.size, _lengths(shown), strict=True))
        dots = self.view.dots(self.page, self.frame, seen, (finest[0], finest[1]), self.times, smooth=smooth)
        covered = [_shares(box.within(seen), seen) for box in self.covered if box.meets(seen)]
        copies = [self._on(drawn, ground, dots, shown) for ground in match[1]]
        most = ROUGH if self.profile or drawn.coarse else OFF
        # Most pictures are alike as they stand, and the dots around need not be looked at.
        return any(_clean(_off(dots, copies, around), most, covered) for around in (0, AROUND))

    def _on(self, drawn: DrawnPicture, ground: Pixel, dots: Dots, shown: Box) -> "Image":
        """Return the part of a picture that is shown, on a ground, as large and in such colours as it is seen."""
        from PIL import Image

        (wide, high), size = drawn.size, (dots.width, dots.height)
        sides = (shown.left * wide, shown.bottom * high, shown.right * wide, shown.top * high)
        picture = Image.frombytes("RGBa", drawn.size, drawn.dots).resize(size, Image.Resampling.BOX, box=sides)
        made = Image.new("RGBA", size, (*ground, 255))
        made.alpha_composite(picture.convert("RGBA"))
        plain = made.convert("RGB")
        return in_inks(plain, self.profile) if self.profile else plain


def _shares(part: Box, whole: Box) -> Box:
    """Return a part as shares of the whole: of its width from the left, of its height from the top."""
    wide, high = max(whole.right - whole.left, 1e-3), max(whole.top - whole.bottom, 1e-3)
    top, bottom = (whole.top - part.top) / high, (whole.top - part.bottom) / high
    return Box((part.left - whole.left) / wide, top, (part.right - whole.left) / wide, bottom)


def _lengths(box: Box) -> tuple[float, float]:
    return box.right - box.left, box.top - box.bottom


def _off(dots: Dots, copies: "list[Image]", around: int) -> "Image":
    """Return how far each dot is beyond those around it in the copies, the grounds of which may lie side by side."""
    from PIL import Image, ImageChops

    there = Image.frombytes("RGB", (dots.width, dots.height), dots.dots)
    low = high = copies[0]
    for copy in copies[1:]:
        low, high = ImageChops.darker(low, copy), ImageChops.lighter(high, copy)
    for _ in range(around):
        low, high = _wider(low, ImageChops.darker), _wider(high, ImageChops.lighter)
    red, green, blue = ImageChops.lighter(ImageChops.subtract(there, high), ImageChops.subtract(low, there)).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _wider(image: "Image", chosen: "Callable[[Image, Image], Image]") -> "Image":
    """Return the darkest or lightest of each dot and the eight around it, in a tenth of the time of a rank filter."""
    for across, up in ((1, 0), (0, 1)):
        before, behind = image.copy(), image.copy()  # beyond an edge stands what is at the edge
        before.paste(image, (across, up))
        behind.paste(image, (-across, -up))
        image = chosen(chosen(image, before), behind)
    return image


def _clean(off: "Image", most: int, covered: list[Box]) -> bool:
    """Say whether no spot has too many dots that are further off; ``covered`` are shares of the place."""
    from PIL import ImageFilter

    spots = off.point([0] * (most + 1) + [255] * (255 - most))
    for box in covered:
        sides = (box.left * off.width, box.bottom * off.height, box.right * off.width, box.top * off.height)
        left, top, right, bottom = map(round, sides)
        spots.paste(0, (left, top, right, bottom))
    if spots.getbbox() is None:
        return True
    for side in _seams(spots):
        spots.paste(0, side)
    worst = max(spots.filter(ImageFilter.BoxBlur(SPOT // 2)).tobytes())
    return worst * SPOT * SPOT <= (MOST + 0.5) * 255


def _seams(spots: "Image") -> Iterator[tuple[int, int, int, int]]:
    """Yield the rows and columns, one dot wide, in which a gradient begins anew at its edge."""
    from PIL.Image import Resampling

    wide, high = spots.size
    columns, rows = (spots.resize(size, Resampling.BOX).tobytes() for size in ((wide, 1), (1, high)))
    for off, sides in (
        (columns, lambda at: (at, 0, at + 1, high)),
        (rows, lambda at: (0, at, wide, at + 1)),
    ):
        around = bytes((0, *off, 0))
        for at, share in enumerate(off):
            if share >= SEAM * 255 and max(around[at], around[at + 2]) <= BESIDE * 255:
                yield sides(at)
