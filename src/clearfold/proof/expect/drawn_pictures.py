"""Draw the copy's pictures by programs that took no part in making its pages: resvg and Pillow."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.proof.expect.drawing_size import Drawing, read_drawing
from clearfold.proof.page.page_model import CELLS
from clearfold.proof.page.pictures import DrawnPicture
from clearfold.proof.readers import UnreadableError

if TYPE_CHECKING:
    from PIL.Image import Image

SHARP = 20 * CELLS  # pixels of the longer side
COARSE = 4 * CELLS  # dots of the shorter side
WORDLESS = "text{display:none !important}"  # its words are letters of the page, which are read as such
LIGHT = ("RGB", "RGBA")  # modes of pictures that a screen shows
ENDS = (0.5, 0.0, 1.0)  # of what is cut away, how much lies before what is shown
DOTS = 96  # an inch: CSS's
BROKEN = (OSError, ValueError, SyntaxError, ZeroDivisionError, UnreadableError)


def drawn_picture(path: Path, sharp: int = SHARP) -> DrawnPicture | None:
    """Return how a picture of the copy looks, without the words of a drawing; None where it cannot be drawn here.

    Its longer side has ``sharp`` pixels at most.
    """
    return _drawn(path, path.stat().st_mtime_ns, sharp)


def in_squares(path: Path, part: tuple[float, float] | None = None) -> Iterator[DrawnPicture]:
    """Yield a picture of few dots with each of them enlarged to a square; or a part of it, as whole dots may give it.

    ``part`` is its ratio, and how much of what is cut away lies before it.
    """
    from PIL.Image import Resampling

    try:
        picture = _opened(path)
        for box in _whole_dots(picture.size, *part) if part else [(0, 0, *picture.size)]:
            shown = picture.crop(box).convert("RGBA").convert("RGBa")
            times = max(2, ceil(SHARP / max(shown.size)))
            large = shown.resize((times * shown.width, times * shown.height), Resampling.NEAREST)
            yield DrawnPicture(shown.width / shown.height, _cells(large), False, *_dots_of(large), squares=True)
    except BROKEN:
        return


def cropped_pictures(path: Path, ratio: float) -> tuple[DrawnPicture, ...]:
    """Return a picture as a place of another shape may show it: its middle, or one of its ends; () if all of it."""
    return _cropped(path, path.stat().st_mtime_ns, ratio)


def part_drawn(path: Path, ratio: float, kept: float) -> DrawnPicture | None:
    """Return how the part of a picture looks that a copy asks for; None where it cannot be drawn here."""
    return next(iter(_cropped(path, path.stat().st_mtime_ns, ratio, (kept,))), None)


@lru_cache(maxsize=8)
def _cropped(path: Path, _: int, ratio: float, kept: tuple[float, ...] = ENDS) -> tuple[DrawnPicture, ...]:
    try:
        picture = _opened(path)
        width, height = min(picture.width, picture.height * ratio), min(picture.height, picture.width / ratio)
        over = (picture.width - width, picture.height - height)
        boxes = [(over[0] * at, over[1] * at, over[0] * at + width, over[1] * at + height) for at in kept]
        parts = [picture.crop(box).convert("RGBA").convert("RGBa") for box in boxes]
        return tuple(DrawnPicture(ratio, _cells(part), min(part.size) < COARSE, *_dots_of(part)) for part in parts)
    except BROKEN:
        return ()


@lru_cache(maxsize=16)  # the editions of a leaflet share its pictures
def _drawn(path: Path, _: int, sharp: int) -> DrawnPicture | None:
    try:
        data = path.read_bytes()
        drawing = read_drawing(data, path.name) if path.suffix.lower() == ".svg" else None
        picture = _drawing(drawing, sharp) if drawing else _dots(data, sharp)
        ratio = (drawing and drawing.ratio) or picture.width / picture.height
        small = picture.convert("RGBA").convert("RGBa")
        coarse = drawing is None and min(picture.size) < COARSE
        return DrawnPicture(ratio, _cells(small), coarse, *_dots_of(small, sharp))
    except BROKEN:
        return None  # the press tells of pictures that cannot be read


def _opened(path: Path) -> "Image":
    data = path.read_bytes()
    return _drawing(read_drawing(data, path.name), SHARP) if path.suffix.lower() == ".svg" else _dots(data, SHARP)


def _whole_dots(size: tuple[int, int], ratio: float, kept: float) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, top, right and bottom of a part that begins at a whole dot, by either way of rounding."""
    wide, high = min(size[0], round(size[1] * ratio)), min(size[1], round(size[0] / ratio))
    across, down = (size[0] - wide) * kept, (size[1] - high) * kept
    for left, top in dict.fromkeys((turn(across), turn(down)) for turn in (floor, ceil)):
        yield left, top, left + wide, top + high


def _cells(picture: "Image") -> bytes:
    from PIL.Image import Resampling

    return picture.resize((CELLS, CELLS), Resampling.BOX).tobytes()


def _dots_of(picture: "Image", sharp: int = SHARP) -> tuple[tuple[int, int], bytes]:
    """Return how many dots a picture has across and down, of which none is finer than a page is looked at, and them."""
    from PIL.Image import Resampling

    times = min(1.0, sharp / max(picture.size))
    size = (max(1, round(picture.width * times)), max(1, round(picture.height * times)))
    return size, (picture.resize(size, Resampling.BOX) if times < 1 else picture).tobytes()


def _drawing(drawing: Drawing, sharp: int) -> "Image":
    """Draw an SVG, large enough for its cells."""
    from PIL import Image
    from resvg_py import svg_to_bytes

    text = drawing.on_canvas(sharp)
    return Image.open(BytesIO(svg_to_bytes(svg_string=text, skip_system_fonts=True, style_sheet=WORDLESS, dpi=DOTS)))


def _dots(data: bytes, sharp: int) -> "Image":
    """Open a picture of dots, turned as its camera was held, in the colours of a screen."""
    from PIL import Image, ImageOps

    image: Image.Image = Image.open(BytesIO(data))
    image.draft("RGB", (sharp, sharp))
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    image = ImageOps.exif_transpose(image)
    inks = image.mode in ("CMYK", "LAB", "YCbCr", "HSV")
    return _on_screen(image) if inks or (image.mode in LIGHT and image.info.get("icc_profile")) else image


def _on_screen(image: "Image") -> "Image":
    """Return a picture in sRGB, by its own profile where it has one."""
    from PIL import ImageCms

    mode = image.mode if image.mode in LIGHT else "RGB"
    if profile := image.info.get("icc_profile"):
        try:
            inks = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(image, inks, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            made = None
        if made is not None:
            return made
    return image.convert(mode)
