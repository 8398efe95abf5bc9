"""Colours as people see them: how far two stand apart, and the nearest one that text may use.

Colours are ``#rrggbb`` in sRGB. Contrast is WCAG 2.2's; nearness is judged in OKLCH, where equal steps look equal.
"""

import math

INK, PAPER = "#000000", "#ffffff"
LEAST = 7.0
"""The contrast of text with what is behind it: WCAG 2.2, 1.4.6."""
_TINT = (0.9141, 0.03)  # lightness and chroma in OKLCH: a ground that is seen, and barely coloured
_STEPS = 24  # halvings of a search: far below what 8 bits can tell apart
_STEP = 1 / 1024


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: str, ground: str = PAPER) -> str:
    """Return the nearest colour of the same hue that text may have on a light ground; the colour itself if it may."""
    if contrast(colour, ground) >= LEAST:
        return colour
    lightness, chroma, hue = _oklch(colour)
    low, high = 0.0, lightness
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if contrast(_hex(middle, chroma, hue), ground) >= LEAST:
            low = middle
        else:
            high = middle
    return _hex(low, chroma, hue)  # found to pass as it is written, after rounding: black is, to begin with


def lightened(colour: str, lightness: float, most: float = math.inf) -> str:
    """Return a colour of the same hue and of that lightness, from 0 to 1, and of that chroma at most."""
    _, chroma, hue = _oklch(colour)
    return _hex(lightness, min(chroma, most), hue)


def tint(primary: str) -> str:
    """Return a light ground of the primary's hue on which ink and the primary can be read, white if no other can.

    The primary can be read on paper.
    """
    _, chroma, hue = _oklch(primary)
    lightness, most = _TINT
    while lightness < 1:
        found = _hex(lightness, min(chroma, most), hue)
        if min(contrast(primary, found), contrast(INK, found)) >= LEAST:
            return found
        lightness += _STEP
    return PAPER


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _expand(red), _expand(green), _expand(blue)


def _expand(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _compress(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def _oklch(colour: str) -> tuple[float, float, float]:
    """Return lightness (0 to 1), chroma and hue (radians); the numbers are those of OKLab's definition."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """Return a colour, with as much of the chroma as a screen can show of that lightness and hue."""
    if not _shown(lightness, chroma, hue):
        low, high = 0.0, chroma
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(lightness, middle, hue) else (low, middle)
        chroma = low
    values = (min(1.0, max(0.0, value)) for value in _rgb(lightness, chroma, hue))
    return "#" + "".join(f"{round(255 * _compress(value)):02x}" for value in values)


def _shown(lightness: float, chroma: float, hue: float) -> bool:
    return all(-1e-4 <= value <= 1 + 1e-4 for value in _rgb(lightness, chroma, hue))


def _rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Return linear red, green and blue, beyond 0 to 1 where a screen cannot show the colour."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
