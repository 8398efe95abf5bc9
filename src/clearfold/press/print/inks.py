"""Colours of the screen as inks on paper: cyan, magenta, yellow and black, from 0 to 1.

The profile is that of offset on coated paper (FOGRA39). Colours are turned by relative colorimetry with black point
compensation: what the inks can print stays as it is, an association's colour above all, where the perceptual intent
would pull every colour inwards; the compensation keeps the shadows of photographs apart. Greys are black ink alone:
mixed of four inks they turn to a colour on the press.
"""

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageCms

from clearfold.press.design.style_sheets import styles_folder

Inks = tuple[float, float, float, float]

CONDITION, CONDITION_NAME = "FOGRA39", "Offset, coated paper, 115 g/m2, ISO 12647-2:2004/Amd 1:2007"
PROFILE_NAME = "ISO Coated v2 300% (basICColor)"
PAPER: Inks = (0.0, 0.0, 0.0, 0.0)
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
MOST = 3.0  # of all inks together, on coated paper: ISO 12647-2; the profile keeps to it
GREY = 2  # of 255: how far the three lights of a grey may differ in a photograph
# At 7:1 (WCAG 2.2, 1.4.6) the luminance of text on paper is 0.1 at most, and that of text on the dark 0.3 at least.
DARK = 0.18


def profile() -> Path:
    """Return the file of the colour profile."""
    return styles_folder() / "profiles" / "ISOcoated_v2_300_bas.icc"


@lru_cache(maxsize=4096)
def inks(red: float, green: float, blue: float) -> Inks:
    """Return the inks of a colour in sRGB, each from 0 to 1."""
    lights = tuple(round(min(1.0, max(0.0, light)) * 255) for light in (red, green, blue))
    if len(set(lights)) == 1:
        return (0.0, 0.0, 0.0, round(1 - lights[0] / 255, 4))
    mixed = _mixed(Image.new("RGB", (1, 1), lights)).tobytes()
    cyan, magenta, yellow, black = (round(part / 255, 4) for part in mixed)
    return (cyan, magenta, yellow, black)


def limited(mixed: Inks) -> Inks:
    """Return inks of which there are not more than the paper takes: the colours make way for the black."""
    *colours, black = mixed
    room, given = MOST - black, sum(colours)
    share = min(1.0, room / given) if given else 1.0
    cyan, magenta, yellow = (colour if share == 1.0 else int(colour * share * 1e4) / 1e4 for colour in colours)
    return (cyan, magenta, yellow, black)


def lettering(red: float, green: float, blue: float) -> Inks:
    """Return the inks of text in a colour of sRGB: black alone, or none where it is light on a dark ground.

    Letters of two inks or more have coloured edges as soon as the plates shift by a tenth of a millimetre, and those of
    a tint have ragged ones; both are what readers of large print cannot use.
    """
    return BLACK if luminance(red, green, blue) < DARK else PAPER


def luminance(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of a colour in sRGB: WCAG 2.2."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def lights(mixed: Inks) -> tuple[float, float, float]:
    """Return roughly what a mix of inks looks like, in sRGB: enough to tell dark from light."""
    *colours, black = mixed
    red, green, blue = ((1 - colour) * (1 - black) for colour in colours)
    return (red, green, blue)


def printed(picture: Image.Image) -> Image.Image:
    """Return a picture as inks: "L" where all of it is grey, to be printed with black alone, else "CMYK"."""
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    if picture.mode == "CMYK":
        return picture
    picture = picture.convert("RGB")
    red, green, blue = (band.tobytes() for band in picture.split())
    if all(max(lights) - min(lights) <= GREY for lights in zip(red, green, blue, strict=True)):
        return picture.convert("L")
    return _mixed(picture)


def _mixed(picture: Image.Image) -> Image.Image:
    mixed = ImageCms.applyTransform(picture, _transform())
    assert mixed is not None
    return mixed


@lru_cache(maxsize=1)
def _transform() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        str(profile()),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
