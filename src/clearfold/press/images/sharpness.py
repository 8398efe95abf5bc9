"""Whether a picture of dots has enough of them for the size at which a printed page shows it."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import message
from clearfold.press.images.cropping import Crop
from clearfold.press.images.for_pages import is_upright

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

LEAST = 200  # dots an inch
USUAL = 96  # dots an inch, of a picture that has room enough: CSS Images 3, 5.2
INCH = 25.4  # mm


@dataclass(frozen=True, slots=True)
class Room:
    """How wide and high a picture is on A4 at most, in mm: enlarged to it, and cropped where it ``fills`` its room.

    One that is ``usual`` is not enlarged beyond the size that screens give it; of one with a ``crop`` that part counts.
    """

    width: float
    height: float
    fills: bool = False
    usual: bool = False
    crop: Crop | None = None


IN_TEXT = Room(160, 130)
BESIDE = Room(54, 200)
WITHIN = Room(160, 130, usual=True)  # a sentence
ON_COVER = Room(210, 120, fills=True)
OF_LOGO = Room(94, 24)


def coarse(path: Path, name: str, place: Location, room: Room) -> Iterator[Diagnostic]:
    """Yield that a picture is printed with fewer than LEAST dots an inch (SRC-150); one of a single colour never is."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its pixels were counted before
        with Image.open(path) as image:
            size = image.size if is_upright(image) else ImageOps.exif_transpose(image).size
            size = room.crop.size(size) if room.crop else size
            density = _density(size, room)
            if density >= LEAST or _is_plain(image):
                return
    wide, high = (side / density * INCH for side in size)
    yield mistake(
        "SRC-150",
        place,
        name=name,
        size=_sides(*size),
        printed=_sides(round(wide), round(high)),
        density=floor(density),
        least=LEAST,
        wanted=_sides(*(ceil(side / INCH * LEAST) for side in (wide, high))),
        sharp=_sides(*(floor(side / LEAST * INCH) for side in size)),
    )


def _sides(wide: int, high: int) -> str:
    return message("{wide:,} × {high:,}", wide=wide, high=high)


def _density(size: tuple[int, int], room: Room) -> float:
    """Return how many dots an inch a picture has in its room."""
    needed = [side * INCH / most for side, most in zip(size, (room.width, room.height), strict=True)]
    return min(needed) if room.fills else max(USUAL if room.usual else 0.0, *needed)


def _is_plain(image: "Picture") -> bool:
    return image.convert("RGBA").getcolors(1) is not None
