"""Draw the copy's pictures by programs that took no part in making its pages: resvg and Pillow."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.proof.page.page_model import CELLS
from clearfold.proof.page.pictures import DrawnPicture

if TYPE_CHECKING:
    from PIL.Image import Image

SHARP = 20 * CELLS  # pixels of the longer side
COARSE = 4 * CELLS  # dots of the shorter side
LARGEST = 8.0  # times its own size
WORDLESS = "text{display:none !important}"  # its words are letters of the page, which are read as such
LIGHT = ("RGB", "RGBA")  # modes of pictures that a screen shows
ENDS = (0.5, 0.0, 1.0)  # of what is cut away, how much lies before what is shown
DOTS = 96  # an inch: CSS's


def drawn_picture(path: Path) -> DrawnPicture | None:
    """Return how a picture of the copy looks, without the words of a drawing; None where it cannot be drawn here."""
    return _drawn(path, path.stat().st_mtime_ns)


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
    except (OSError, ValueError, SyntaxError, ZeroDivisionError):
        return ()


@lru_cache(maxsize=16)  # the editions of a leaflet share its pictures
def _drawn(path: Path, _: int) -> DrawnPicture | None:
    try:
        picture = _opened(path)
        ratio = picture.width / picture.height
        small = picture.convert("RGBA").convert("RGBa")
        coarse = path.suffix.lower() != ".svg" and min(picture.size) < COARSE
        return DrawnPicture(ratio, _cells(small), coarse, *_dots_of(small))
    except (OSError, ValueError, SyntaxError, ZeroDivisionError):
        return None  # the press tells of pictures that cannot be read


def _opened(path: Path) -> "Image":
    data = path.read_bytes()
    return _drawing(data) if path.suffix.lower() == ".svg" else _dots(data)


def _cells(picture: "Image") -> bytes:
    from PIL.Image import Resampling

    return picture.resize((CELLS, CELLS), Resampling.BOX).tobytes()


def _dots_of(picture: "Image") -> tuple[tuple[int, int], bytes]:
    """Return how many dots a picture has across and down, of which none is finer than a page is looked at, and them."""
    from PIL.Image import Resampling

    times = min(1.0, SHARP / max(picture.size))
    size = (max(1, round(picture.width * times)), max(1, round(picture.height * times)))
    return size, (picture.resize(size, Resampling.BOX) if times < 1 else picture).tobytes()


def _drawing(data: bytes) -> "Image":
    """Draw an SVG, large enough for its cells."""
    first = _resvg(data, 1.0)
    times = min(SHARP / max(first.size), LARGEST)
    return _resvg(data, times) if times > 1 else first


def _resvg(data: bytes, times: float) -> "Image":
    from PIL import Image
    from resvg_py import svg_to_bytes

    made = svg_to_bytes(
        svg_string=data.decode("utf-8-sig"), skip_system_fonts=True, style_sheet=WORDLESS, dpi=DOTS, zoom=times
    )
    return Image.open(BytesIO(made))


def _dots(data: bytes) -> "Image":
    """Open a picture of dots, turned as its camera was held, in the colours of a screen."""
    from PIL import Image, ImageOps

    image: Image.Image = Image.open(BytesIO(data))
    image.draft("RGB", (SHARP, SHARP))
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
