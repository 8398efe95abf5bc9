"""Measure a face in the font program that a PDF embeds: its x-height from the outlines, its weight, its slant.

A subset has what the text needs and no more: where it lacks x, another flat letter tells the same height. harfbuzz,
with which WeasyPrint makes subsets, keeps OS/2, so that tells what outlines of figures and capitals cannot.
"""

import logging
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from statistics import median

from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont, TTLibError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from clearfold.proof.page.page_model import ASCENT, DESCENT, Face

FLAT, ROUND = "xzvw", "uonacemrs"  # letters as high as x, with a flat top, and with one that overshoots a little
OVERSHOOT = 0.98  # part of a round letter's height that is the x-height
OF_CAPITALS = 0.72  # part of the height of capitals and figures that the x-height is, where nothing else tells it
TALL, DEEP = "bdhkl", "gpqy"
ITALIC = 64  # flag of a font descriptor: ISO 32000-1, table 123
SLANTED = re.compile(r"italic|oblique|slanted|kursiv", re.IGNORECASE)
WEIGHTS: tuple[tuple[str, int], ...] = (
    (r"thin|hairline", 100),
    (r"(extra|ultra)[-_ ]?light", 200),
    (r"(semi|demi)[-_ ]?light", 350),
    (r"light", 300),
    (r"(semi|demi)[-_ ]?bold", 600),
    (r"(extra|ultra)[-_ ]?bold", 800),
    (r"black|heavy", 900),
    (r"bold", 700),
    (r"medium", 500),
)
HAIRLINE_STEM, BOLD_STEM = 50, 120  # StemV in 1/1000 em of a light and a bold face
# The fonts that every reader has (ISO 32000-1, 9.6.2.2), as their makers published them: x-height in em.
# Many fonts count the seconds of their making from 1970 and not from 1904; fontTools tells of it for each table that
# it reads or writes, and no page differs for it.
logging.getLogger("fontTools.ttLib.tables._h_e_a_d").setLevel(logging.ERROR)
STANDARD = (("Helvetica", 0.523), ("Arial", 0.519), ("Times", 0.45), ("Courier", 0.426))
BROKEN = (
    TTLibError,
    struct.error,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    EOFError,
)
"""What fontTools raises on font programs that are broken."""

Bounds = Callable[[int], tuple[float, float] | None]
"""Return the foot and the top of a code's outline in em; None for one that draws nothing, or is not there."""


@dataclass(frozen=True, slots=True)
class _Program:
    """A font program: the bounds of each code, which codes it lacks, and what its tables say (0: nothing)."""

    bounds: Bounds
    missing: Callable[[int], bool]
    x_height: float = 0.0
    weight: int = 0
    angle: float = 0.0


def read_face(font: DictionaryObject, text: dict[int, str]) -> tuple[Face, frozenset[int]]:
    """Measure the face of a font whose codes have that text; return it and the codes that draw .notdef."""
    inner = _first(font, "/DescendantFonts") or font
    descriptor = _dictionary(inner, "/FontDescriptor") or DictionaryObject()
    name = str(font.get("/BaseFont", ""))[1:].split("+")[-1]
    try:
        program = _program(inner, descriptor, text)
        missing = frozenset(code for code in text if program.missing(code)) if program else frozenset()
        x_height, ascent, descent = _heights(program, descriptor, name, text)
    except BROKEN:
        program, missing = None, frozenset()
        x_height, ascent, descent = _told(descriptor, name), ASCENT, DESCENT
    angle = _number(descriptor, "/ItalicAngle") or (program.angle if program else 0.0)
    slanted = bool(angle or int(_number(descriptor, "/Flags")) & ITALIC or SLANTED.search(name))
    return Face(name, x_height, ascent, descent, _weight(program, descriptor, name), slanted), missing


def _heights(
    program: _Program | None, descriptor: DictionaryObject, name: str, text: dict[int, str]
) -> tuple[float, float, float]:
    """Return x-height, ascent and descent in em."""
    if program is None:
        return _told(descriptor, name), ASCENT, DESCENT
    codes = {char: code for code, char in text.items() if not program.missing(code)}

    def reach(chars: str, side: int) -> list[float]:
        found = (program.bounds(codes[char]) for char in chars if char in codes)
        return [bounds[side] for bounds in found if bounds]

    flat, bent = reach(FLAT, 1), reach(ROUND, 1)
    tall, deep = reach(TALL, 1), reach(DEEP, 0)
    high = reach("HEIZNTLFKMX0123456789", 1)
    x_height = flat[0] if flat else program.x_height
    x_height = x_height or (median(bent) * OVERSHOOT if bent else 0.0) or _told(descriptor, name)
    x_height = x_height or (median(high) * OF_CAPITALS if high else 0.0)
    ascent = max(tall or high or [ASCENT])
    return x_height, ascent, min(deep or [DESCENT])


def _told(descriptor: DictionaryObject, name: str) -> float:
    """Return the x-height that the file tells without outlines, or that a font which every reader has is known for."""
    told = _number(descriptor, "/XHeight") / 1000
    return told or next((height for start, height in STANDARD if name.startswith(start)), 0.0)


def _weight(program: _Program | None, descriptor: DictionaryObject, name: str) -> int:
    named = next((weight for pattern, weight in WEIGHTS if re.search(pattern, name, re.IGNORECASE)), 0)
    told = (program.weight if program else 0) or int(_number(descriptor, "/FontWeight")) or named
    stem = _number(descriptor, "/StemV")
    if told or not stem > 0:
        return told or 400
    return 300 if stem < HAIRLINE_STEM else 700 if stem > BOLD_STEM else 400


def _program(inner: DictionaryObject, descriptor: DictionaryObject, text: dict[int, str]) -> _Program | None:
    """Open the embedded font program; None where there is none, or one of Type 1, whose outlines are encrypted."""
    for key in ("/FontFile2", "/FontFile3"):
        value = descriptor.get(key)
        stream = value.get_object() if value is not None else None
        if isinstance(stream, StreamObject):
            data = stream.get_data()
            if key == "/FontFile2" or stream.get("/Subtype") == "/OpenType":
                return _open_type(TTFont(BytesIO(data), lazy=True), inner, text)
            return _compact(data, inner, text)
    return None


def _open_type(font: TTFont, inner: DictionaryObject, text: dict[int, str]) -> _Program:
    unit = 1 / int(font["head"].unitsPerEm)
    glyph_of = glyphs_of(font, inner, text)
    count = int(font["maxp"].numGlyphs)
    glyphs = font.getGlyphSet()
    outlines = font.get("glyf")
    empty_box = _outline(outlines, font.getGlyphName(0)) if outlines is not None else None

    def bounds(code: int) -> tuple[float, float] | None:
        from fontTools.pens.boundsPen import BoundsPen

        pen = BoundsPen(glyphs)
        glyphs[font.getGlyphName(glyph_of(code))].draw(pen)
        return (pen.bounds[1] * unit, pen.bounds[3] * unit) if pen.bounds else None

    def missing(code: int) -> bool:
        glyph = glyph_of(code)
        if text.get(code, "x").isspace():
            return False
        if not 0 < glyph < count:
            return True
        return bool(empty_box) and _outline(outlines, font.getGlyphName(glyph)) == empty_box

    os2, post = font.get("OS/2"), font.get("post")
    x_height = float(getattr(os2, "sxHeight", 0) or 0) * unit
    weight = int(getattr(os2, "usWeightClass", 0) or 0)
    return _Program(bounds, missing, x_height, weight, float(getattr(post, "italicAngle", 0) or 0))


def _outline(outlines: object, name: str) -> tuple[tuple[int, int], ...]:
    """Return the points of a TrueType outline, () for one that draws nothing."""
    glyph = outlines[name]  # type: ignore[index]
    return tuple(glyph.getCoordinates(outlines)[0]) if glyph.numberOfContours else ()


def glyphs_of(font: TTFont, inner: DictionaryObject, text: dict[int, str]) -> Callable[[int], int]:
    """Return how codes lead to glyphs (ISO 32000-1, 9.6.6.4 and 9.7.4.2); -1 where they lead to none."""
    if str(inner.get("/Subtype")).startswith("/CIDFont"):
        given = inner.get("/CIDToGIDMap")
        stream = given.get_object() if given is not None else None
        if isinstance(stream, StreamObject):
            table = stream.get_data()
            return lambda code: int.from_bytes(table[2 * code : 2 * code + 2])
        return lambda code: code
    maps = {(t.platformID, t.platEncID): t.cmap for t in font["cmap"].tables}
    unicode, symbol, mac = (maps.get(key, {}) for key in ((3, 1), (3, 0), (1, 0)))

    def glyph(code: int) -> int:
        name = unicode.get(ord(text[code])) if len(text.get(code, "")) == 1 else None
        name = name or symbol.get(0xF000 + code) or symbol.get(code) or mac.get(code)
        return font.getGlyphID(name) if name else -1

    return glyph


def _compact(data: bytes, inner: DictionaryObject, text: dict[int, str]) -> _Program:
    """Open a bare CFF program."""
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    top = fonts[0]
    glyphs = top.CharStrings
    unit = abs(float(top.FontMatrix[0])) if hasattr(top, "FontMatrix") else 0.001
    by_name = hasattr(top, "ROS")
    order = top.charset
    encoding = getattr(top, "Encoding", None)

    def name(code: int) -> str:
        if str(inner.get("/Subtype")).startswith("/CIDFont"):
            return f"cid{code:05d}" if by_name else order[code] if code < len(order) else ""
        wanted = _by_unicode(text.get(code, ""))
        coded = encoding[code] if isinstance(encoding, list) and code < len(encoding) else ""
        return next((n for n in (*wanted, coded) if n in glyphs), "")

    def bounds(code: int) -> tuple[float, float] | None:
        drawn: T2CharString = glyphs[name(code)]
        box = drawn.calcBounds(None)
        return (box[1] * unit, box[3] * unit) if box else None

    def missing(code: int) -> bool:
        return not text.get(code, "x").isspace() and name(code) in ("", ".notdef", "cid00000")

    return _Program(bounds, missing)


def _by_unicode(char: str) -> tuple[str, ...]:
    """Return the names that a character's glyph may have."""
    from fontTools.agl import UV2AGL

    if len(char) != 1:
        return ()
    return tuple(n for n in (UV2AGL.get(ord(char), ""), f"uni{ord(char):04X}") if n)


def _first(font: DictionaryObject, key: str) -> DictionaryObject | None:
    value = font.get(key)
    array = value.get_object() if isinstance(value, PdfObject) else None
    first = array[0].get_object() if isinstance(array, ArrayObject) and array else None
    return first if isinstance(first, DictionaryObject) else None


def _dictionary(font: DictionaryObject, key: str) -> DictionaryObject | None:
    value = font.get(key)
    found = value.get_object() if isinstance(value, PdfObject) else None
    return found if isinstance(found, DictionaryObject) else None


def _number(descriptor: DictionaryObject, key: str) -> float:
    value = descriptor.get(key)
    found = value.get_object() if isinstance(value, PdfObject) else None
    return float(str(found)) if found is not None else 0.0
