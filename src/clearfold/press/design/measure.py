"""How wide words are in the typeface of a page: by the widths that its fonts give to their glyphs."""

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from clearfold.press.design.typefaces import DEFAULT, FALLBACKS, shipped
from clearfold.press.leaflet import Typeface

SPACED = 0.01  # em between letters: --letter-space of styles/tokens.css
UNKNOWN = 0.6  # em of a character that none of the fonts has: the copy's reading has told of it


def width(text: str, typeface: Typeface | None, weight: int) -> float:
    """Return how wide a text is on one line, in em of its type; kerning, which is narrower, is left aside."""
    faces = (*((typeface,) if typeface else ()), *map(shipped, (DEFAULT, *FALLBACKS)))
    fonts = [_advances(path, path.stat().st_mtime_ns) for path in (_file(face, weight) for face in faces)]
    return sum(SPACED + next((font[c] for font in fonts if c in font), UNKNOWN) for c in map(ord, text))


def _file(face: Typeface, weight: int) -> Path:
    """Return the file of a typeface that a weight is drawn with: the nearest."""
    return min(face.files, key=lambda item: abs(item[0] - weight))[1]


@lru_cache(maxsize=16)
def _advances(path: Path, _: int) -> Mapping[int, float]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: metrics[glyph][0] / em for code, glyph in (font.getBestCmap() or {}).items()}
