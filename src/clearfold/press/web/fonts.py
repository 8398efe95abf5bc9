"""The letters of a page: its typeface in two weights, cut down to the characters that the page has."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from clearfold.press.design.typefaces import DEFAULT, FALLBACK, read_font, shipped
from clearfold.press.leaflet import Typeface

REGULAR, BOLD = 400, 700
# What a font may say of itself in a page: its family and style, its licence and whose it is (OpenType, name).
NAMES = (0, 1, 2, 13, 14)


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font of the page: its family, its weight in CSS, and its address, which holds the font itself."""

    family: str
    weight: int
    address: str


def web_fonts(typeface: Typeface | None, text: str) -> tuple[WebFont, ...]:
    """Return the fonts with which a text is drawn: each character in the first face that has it."""
    faces = [*([typeface] if typeface else []), shipped(DEFAULT), shipped(FALLBACK)]
    return tuple(font for weight in (REGULAR, BOLD) for font in _of_weight(faces, weight, set(map(ord, text))))


def families(typeface: Typeface | None) -> tuple[str, ...]:
    """Return the families of the page in the order in which a browser asks them for a letter."""
    return (*((typeface.family,) if typeface else ()), DEFAULT, FALLBACK)


def _of_weight(faces: Iterable[Typeface], weight: int, wanted: set[int]) -> Iterator[WebFont]:
    for face in faces:
        path = min(face.files, key=lambda file: abs(file[0] - weight))[1]
        had = wanted & read_font(path).characters
        wanted = wanted - had
        if had:
            data = b64encode(_cut_down(path, had)).decode()
            yield WebFont(face.family, weight, f"data:font/woff2;base64,{data}")


def _cut_down(path: Path, characters: Iterable[int]) -> bytes:
    """Return a font with the glyphs of some characters alone, as WOFF 2."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, notdef_outline=True, name_IDs=list(NAMES), drop_tables=["DSIG"])
    with TTFont(BytesIO(path.read_bytes()), recalcTimestamp=False) as font:
        cutter = Subsetter(options)
        cutter.populate(unicodes=sorted(characters))
        cutter.subset(font)
        font.flavor = "woff2"
        file = BytesIO()
        font.save(file)
    return file.getvalue()
