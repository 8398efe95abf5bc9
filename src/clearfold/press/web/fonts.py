"""The letters of a page: its typeface in two weights, cut down to the characters that the page has."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from clearfold.press.design.typefaces import DEFAULT, FALLBACKS, read_font, shipped
from clearfold.press.leaflet import Typeface

REGULAR, BOLD = 400, 700
LIGATURES = int.from_bytes(b"GSUB", "big")  # and the like: off in every edition
JOINING = range(0x600, 0x700)  # Arabic letters, of which that table has the forms in which they join
PACKED = (b"wOFF", b"wOF2")


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font of the page: its family, its weight in CSS, and its address, which holds the font itself."""

    family: str
    weight: int
    address: str


def web_fonts(typeface: Typeface | None, text: str) -> tuple[WebFont, ...]:
    """Return the fonts with which a text is drawn: each character in the first face that has it."""
    faces = [*([typeface] if typeface else []), *map(shipped, (DEFAULT, *FALLBACKS))]
    return tuple(font for weight in (REGULAR, BOLD) for font in _of_weight(faces, weight, set(map(ord, text))))


def families(typeface: Typeface | None) -> tuple[str, ...]:
    """Return the families of the page in the order in which a browser asks them for a letter."""
    return (*((typeface.family,) if typeface else ()), DEFAULT, *FALLBACKS)


def _of_weight(faces: Iterable[Typeface], weight: int, wanted: set[int]) -> Iterator[WebFont]:
    for face in faces:
        if not wanted:
            return
        path = min(face.files, key=lambda file: abs(file[0] - weight))[1]
        had = wanted & read_font(path).characters
        wanted = wanted - had
        if had:
            # Browsers refuse a font in which nothing is drawn, such as one for a single space.
            data = b64encode(_cut_down(path, path.stat().st_mtime_ns, frozenset({*had, ord("x")}))).decode()
            yield WebFont(face.family, weight, f"data:font/woff2;base64,{data}")


@lru_cache(maxsize=16)  # an edit seldom brings a new character, and packing takes longer than all else of a page
def _cut_down(path: Path, _: int, characters: frozenset[int]) -> bytes:
    """Return a font, as it was when it was last changed, with the glyphs of some characters alone, as WOFF 2."""
    import uharfbuzz
    from fontTools.ttLib import TTFont

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(characters)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    if characters.isdisjoint(JOINING):
        wanted.drop_table_tag_set.add(LIGATURES)
    cut = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(_unpacked(path))), wanted)
    with TTFont(BytesIO(cut.blob.data), recalcTimestamp=False) as font:
        font.flavor = "woff2"
        file = BytesIO()
        font.save(file)
    return file.getvalue()


def _unpacked(path: Path) -> bytes:
    """Return a font as HarfBuzz reads it, which knows no WOFF: an association's own typeface may be packed so."""
    from fontTools.ttLib import TTFont

    data = path.read_bytes()
    if data[:4] not in PACKED:
        return data
    with TTFont(BytesIO(data), recalcTimestamp=False) as font:
        font.flavor = None
        file = BytesIO()
        font.save(file)
    return file.getvalue()
