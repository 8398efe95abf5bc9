"""Typefaces: those that Clearfold brings, what a font file is like, and which characters a page can draw."""

import logging
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from clearfold.model.messages import message
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.leaflet import Typeface

# Many fonts count the seconds of their making from 1970 and not from 1904; fontTools tells of it for each table that
# it reads or writes, and no page differs for it.
logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)

DEFAULT = "Atkinson Hyperlegible Next"
# What stands behind every typeface, in the order in which a page asks them for a letter.
FALLBACKS = ("Noto Sans", "Vazirmatn", "Noto Sans Hebrew")
# The name of each in styles/fonts, and its weights.
SHIPPED: Mapping[str, tuple[str, tuple[int, ...]]] = MappingProxyType(
    {
        DEFAULT: ("AtkinsonHyperlegibleNext", (400, 600, 700, 800)),
        "Inclusive Sans": ("InclusiveSans", (400, 600, 700)),
        "Noto Sans": ("NotoSans", (400, 700)),
        "Vazirmatn": ("Vazirmatn", (400, 700)),
        "Noto Sans Hebrew": ("NotoSansHebrew", (400, 700)),
    }
)
TEXT_FACES = tuple(name for name in SHIPPED if name not in FALLBACKS)
"""The faces that a leaflet can be set in; the fallbacks stand behind each of them."""


@dataclass(frozen=True, slots=True)
class Font:
    """What a font file is like: lengths are parts of an em, ``embedding`` is the field fsType of its table OS/2."""

    characters: frozenset[int]
    x_height: float
    width: float
    """The mean width of what a text is of: the letters a to z, and a space for each five of them."""
    embedding: int
    variable: bool


@cache
def shipped(family: str) -> Typeface:
    """Return a typeface that Clearfold brings; raises KeyError for another."""
    name, weights = SHIPPED[family]
    files = tuple((weight, styles_folder() / "fonts" / f"{name}-{weight}.ttf") for weight in weights)
    regular = read_font(files[0][1])
    return Typeface(family, files, regular.x_height, regular.width)


def characters(typeface: Typeface | None) -> frozenset[int]:
    """Return every character that a page can draw in each weight, the fonts behind the typeface included.

    All weights of a shipped face hold the same characters (its test says so), so one of each is read.
    """
    own = [read_font(path).characters for _, path in typeface.files] if typeface else []
    return frozenset.intersection(*own) | _behind() if own else _behind()


def left_to_right(known: frozenset[int]) -> frozenset[int]:
    """Return those of some characters that no script from right to left has: what a drawing on paper may have."""
    return frozenset(code for code in known if unicodedata.bidirectional(chr(code)) not in ("R", "AL"))


def lacking(typeface: Typeface | None, wanted: Iterable[str]) -> frozenset[str]:
    """Return those of some characters that a typeface lacks in one of its weights; none of the usual typeface's."""
    files = typeface.files if typeface else ()
    return frozenset(c for c in wanted for _, path in files if ord(c) not in read_font(path).characters)


@lru_cache(maxsize=1)
def _behind() -> frozenset[int]:
    fonts = styles_folder() / "fonts"
    return frozenset().union(*(_cmap(fonts / f"{SHIPPED[name][0]}-400.ttf") for name in (DEFAULT, *FALLBACKS)))


def _cmap(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
        # Nobody asks for the glyphs' names, which take longer to read than all the rest.
        font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
        return frozenset(font.getBestCmap())


def read_font(path: Path) -> Font:
    """Return what a font file is like; raise ValueError where it is none, OSError where it cannot be read."""
    return _read_font(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _read_font(path: Path, _: int) -> Font:
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.ttLib import TTFont

    data = path.read_bytes()
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            cmap, glyphs, em = font.getBestCmap() or {}, font.getGlyphSet(), font["head"].unitsPerEm
            pen = BoundsPen(glyphs)
            if ord("x") in cmap:
                glyphs[cmap[ord("x")]].draw(pen)
            widths = [glyphs[cmap[code]].width for code in range(ord("a"), ord("z") + 1) if code in cmap]
            space = glyphs[cmap[ord(" ")]].width if ord(" ") in cmap else 0
            return Font(
                characters=frozenset(cmap),
                x_height=pen.bounds[3] / em if pen.bounds else 0.0,
                width=(5 * sum(widths) / len(widths) + space) / 6 / em if widths else 0.0,
                embedding=font["OS/2"].fsType,
                variable="fvar" in font,
            )
    except Exception as error:  # fontTools raises whatever a broken table makes it stumble over
        raise ValueError(message("{name} is not a font that can be read", name=path.name)) from error
