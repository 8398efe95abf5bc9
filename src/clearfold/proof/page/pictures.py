"""Hold what a page shows of a picture against what its file shows, both as a grid of mean colours.

A grid is so coarse that two programs agree on it, whatever they do at edges, and so fine that no other picture has it:
in 500 good places no cell of 24 by 24 was further off than 23 of 255 (32 in inks); a picture exchanged, turned round,
covered or left out was 88 and more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from clearfold.proof.page.page_model import CELLS, Box, Pixel, Seen

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

LIMIT = 40
"""How far a cell may be off, of 255."""
ROUGH = 80
"""The same in inks, and for a picture of few dots, or one that is small on its page, between which programs draw each
its own transitions."""


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture as its file shows it: width by height, and its cells from the top, row by row.

    ``coarse`` is true of one that has hardly more dots than there are cells. A cell is red, green and blue, as far as
    it covers what is behind, and how far it covers, each from 0 to 255; so is each of its ``dots``, of which there are
    as many across and down as ``size`` says. The dots of one of ``squares`` are enlarged without transitions.
    """

    ratio: float
    cells: bytes
    coarse: bool = False
    size: tuple[int, int] = (0, 0)
    dots: bytes = b""
    squares: bool = False

    def on(self, ground: Pixel) -> bytes:
        """Return the cells on a ground, as red, green and blue."""
        cells = self.cells
        return bytes(
            min(255, cells[at + part] + ground[part] * (255 - cells[at + 3]) // 255)
            for at in range(0, len(cells), 4)
            for part in range(3)
        )


def places(frame: Box, ratio: float) -> tuple[Box, ...]:
    """Return where a picture of that ratio may stand in its frame: all of it, or at its left, or in its middle."""
    width, height = frame.right - frame.left, frame.top - frame.bottom
    across, down = min(width, height * ratio), min(height, width / ratio)
    low = frame.bottom + (height - down) / 2
    lefts = (frame.left, frame.left + (width - across) / 2)
    return (frame, *(Box(left, low, left + across, low + down) for left in lefts))


def alike(seen: Seen, drawn: DrawnPicture, profile: bytes = b"", share: float = 1.0) -> bool:
    """Say whether a page shows a picture in one of the places where it may stand, or a ``share`` of its cells there."""
    return found(seen, drawn, profile, share) is not None


def found(
    seen: Seen, drawn: DrawnPicture, profile: bytes = b"", share: float = 1.0
) -> tuple[int, tuple[Pixel, ...]] | None:
    """Return in which of the places a page shows a picture, or a ``share`` of its cells, and on which grounds.

    ``profile`` is that of the inks which stand for the colours of a screen, b"" where none do.
    """
    grounds = tuple(dict.fromkeys((*seen.grounds, *(_sides(seen) if share < 1 else ()))))
    most = ROUGH if profile or drawn.coarse else LIMIT
    best: tuple[float, int, Pixel] | None = None
    for ground in grounds:
        cells = drawn.on(ground)
        ours = _in_inks(cells, profile) if profile else cells
        for at, there in enumerate(seen.places):
            off = 1 - _alike(there, ours, most) if share < 1 else float(farthest(there, ours))
            if best is None or off < best[0]:
                best = (off, at, ground)
    if best is None or best[0] > (1 - share if share < 1 else most):
        return None
    return best[1], grounds if share < 1 else (best[2],)


def _sides(seen: Seen) -> Iterator[Pixel]:
    """Yield the colours at the middle of the sides of each place: there a picture stands on a ground of its place."""
    middle = CELLS // 2
    for place in seen.places:
        for at in (middle, middle * CELLS, middle * CELLS + CELLS - 1, (CELLS - 1) * CELLS + middle):
            red, green, blue = place[3 * at : 3 * at + 3]
            yield red, green, blue


def _alike(one: bytes, other: bytes, most: int) -> float:
    """Return how many of the cells are no further apart than that, as a share."""
    off = [max(abs(one[at + part] - other[at + part]) for part in range(3)) > most for at in range(0, len(one), 3)]
    return 1 - sum(off) / len(off)


def farthest(one: bytes, other: bytes) -> int:
    """Return how far the cells that differ most are apart."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _in_inks(cells: bytes, profile: bytes) -> bytes:
    """Return cells in the colours that inks can give."""
    from PIL import Image

    return in_inks(Image.frombytes("RGB", (CELLS, len(cells) // CELLS // 3), cells), profile).tobytes()


def in_inks(image: "Image", profile: bytes) -> "Image":
    """Return a picture in the colours that inks can give; as it is where the profile cannot be used."""
    press = _press(profile)
    return press[1].apply(press[0].apply(image)) if press is not None else image


@lru_cache(maxsize=1)
def _press(profile: bytes) -> "tuple[ImageCmsTransform, ImageCmsTransform] | None":
    """Return the way from colours of a screen to inks, and back; None where the profile is broken."""
    from PIL import ImageCms

    flags, intent = ImageCms.Flags.BLACKPOINTCOMPENSATION, ImageCms.Intent.RELATIVE_COLORIMETRIC
    try:
        inks, screen = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        there = ImageCms.buildTransform(screen, inks, "RGB", "CMYK", intent, flags)
        return there, ImageCms.buildTransform(inks, screen, "CMYK", "RGB", intent, flags)
    except (ImageCms.PyCMSError, OSError):
        return None
