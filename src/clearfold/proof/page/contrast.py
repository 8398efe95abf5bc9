"""How far two colours are apart for the eye."""

from functools import lru_cache

Colour = tuple[float, float, float]
"""Red, green and blue in sRGB, from 0 to 1."""


@lru_cache(maxsize=1024)  # a leaflet has few colours, and every word is asked for
def contrast(one: Colour, two: Colour) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
