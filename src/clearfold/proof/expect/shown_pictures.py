"""Whether a picture in a book or on a web page is the copy's: the same shapes or dots, or the same upright and smaller.

A published picture has nothing beside itself, so that its bytes may be others than those of its file.
"""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.digest import digest
from clearfold.proof.expect.plain_drawings import drawn, draws_the_same

if TYPE_CHECKING:
    from PIL.Image import Image

SHARP = 1600  # dots of the longer side that are left where a picture is made smaller
FINE = 96  # cells of a grid across, and down
OFF = 24  # of 255, by which the mean of a cell may differ: a JPEG that is made anew is off by 6
ANOTHER = 256
OF_DOTS = (b"\x89PNG", b"\xff\xd8", b"GIF")  # how their files begin
TURNED = 0x0112  # EXIF's tag for how the camera was held


def original(data: bytes, files: Iterable[Path]) -> str:
    """Return the digest of the picture of the copy that published bytes are, that of the bytes where they are none.

    Of files that look alike, such as two photographs of one moment, it is the nearest.
    """
    near = [(off, file) for file in files if (off := _off(file.read_bytes(), data)) <= OFF]
    return shown_as(min(near)[1]) if near else digest(data)


def shown_as(file: Path) -> str:
    """Return the digest of a picture of the copy: drawings whose notes alone differ are one as they are published."""
    data = file.read_bytes()
    return (not data.startswith(OF_DOTS) and drawn(data)) or digest(data)


def shows(file: Path, data: bytes) -> bool:
    """Say whether published bytes show the picture of a file."""
    return _off(file.read_bytes(), data) <= OFF


@lru_cache(maxsize=64)
def _off(ours: bytes, data: bytes) -> int:
    """Return how far published bytes are from a picture, by the cell that differs most, or ANOTHER."""
    from PIL import Image, ImageOps

    if ours == data:
        return -1
    if not ours.startswith(OF_DOTS):
        return 0 if draws_the_same(ours, data) else ANOTHER
    if ours[:3] != data[:3]:
        return ANOTHER
    try:
        with Image.open(BytesIO(ours)) as held, Image.open(BytesIO(data)) as found:
            if held.getexif().get(TURNED, 1) in (0, 1) and held.size == found.size:
                return 0 if _dots(held) == _dots(found) else ANOTHER
            upright = ImageOps.exif_transpose(held)
            if found.getexif() or not _is_scaled(upright.size, found.size) or not _in_its_colours(held, found):
                return ANOTHER
            return _apart(_cells(upright), _cells(found))
    except (OSError, ValueError, SyntaxError):
        return ANOTHER


def _dots(image: "Image") -> tuple[object, ...]:
    frames = []
    for number in range(getattr(image, "n_frames", 1) if image.format in ("GIF", "PNG") else 1):
        image.seek(number)
        frames.append(image.convert("RGBA").tobytes())
    return image.info.get("icc_profile"), *frames


def _is_scaled(whole: tuple[int, int], found: tuple[int, int]) -> bool:
    """Say whether a picture has the shape of another, and as many dots, or as many as a screen needs."""
    share = max(found) / max(whole)
    like = all(abs(side * share - other) <= 1 for side, other in zip(whole, found, strict=True))
    return like and (share == 1 or (share < 1 and max(found) >= SHARP))


def _in_its_colours(held: "Image", found: "Image") -> bool:
    inks = held.mode in ("CMYK", "LAB", "YCbCr", "HSV")
    return found.info.get("icc_profile") == (None if inks else held.info.get("icc_profile"))


def _cells(image: "Image") -> bytes:
    from PIL.Image import Resampling

    return image.convert("RGBA").convert("RGBa").resize((FINE, FINE), Resampling.BOX).tobytes()


def _apart(one: bytes, other: bytes) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
