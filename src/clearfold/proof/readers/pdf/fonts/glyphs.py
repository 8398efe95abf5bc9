"""Hold what a PDF says of its codes against the font program: a glyph of u that is said to be n misleads every reader.

Told only where an embedded program keeps its own map of characters, as harfbuzz leaves it in subsets:
most other subsets have none, and of them nothing is known.
"""

import unicodedata
from io import BytesIO

from fontTools.ttLib import TTFont
from pypdf.generic import ContentStream, DictionaryObject, NameObject, PdfObject, StreamObject

from clearfold.proof.compare.letters import fold
from clearfold.proof.readers.pdf.fonts.faces import BROKEN, glyphs_of
from clearfold.proof.readers.pdf.objects import dictionary, items

PROGRAMS = frozenset(("/FontFile", "/FontFile2", "/FontFile3"))
SYMBOLIC = 4
PAINTING = frozenset(b"f F f* B B* b b* S s sh Do Tj TJ ' \"".split()) | {b"INLINE IMAGE"}
# Romanian letters that are written with a cedilla are drawn with the comma that they should have (locl, ROM).
ROMANIAN = str.maketrans("şţ", "șț")
PRIVATE = "Co"  # Unicode's category of characters that mean what a font likes


def read_lies(font_dictionary: DictionaryObject, text: dict[int, str]) -> dict[int, str]:
    """Return the codes of a composite font whose glyph is another character's than the file says, each with that."""
    try:
        inner = font_dictionary["/DescendantFonts"].get_object()[0].get_object()  # type: ignore[index]
        program = inner["/FontDescriptor"].get_object().get("/FontFile2")
        program = program.get_object() if program is not None else None
        if not isinstance(program, StreamObject):
            return {}
        font = TTFont(BytesIO(program.get_data()), lazy=True)
        tables = [table for table in font["cmap"].tables if table.isUnicode()] if "cmap" in font else []
        named: dict[str, set[str]] = {}
        for table in tables:
            for number, name in table.cmap.items():
                named.setdefault(name, set()).add(chr(number))
        glyph_of = glyphs_of(font, inner, text)
        shown = {code: named.get(font.getGlyphName(glyph_of(code)), set()) for code in text}
    except BROKEN:
        return {}
    return {code: min(chars) for code, chars in shown.items() if chars and not _is_one(text[code], chars)}


def read_renamed(font: DictionaryObject, encoded: dict[int, str], text: dict[int, str]) -> dict[int, str]:
    """Return the codes of a simple font without a program that are drawn as another character than the file says.

    A viewer draws such a font by its encoding (ISO 32000-1, 9.6.6); what ToUnicode says is never seen. ``encoded`` is
    the text by the encoding, ``text`` that by ToUnicode.
    """
    given = font.get("/FontDescriptor")
    descriptor = given.get_object() if given is not None else None
    embedded = isinstance(descriptor, DictionaryObject) and not descriptor.keys().isdisjoint(PROGRAMS)
    if embedded or font.get("/Subtype") == "/Type3" or _of_signs(descriptor):
        return {}
    drawn = {code: char for code, char in encoded.items() if text[code] != char and char.isalnum()}
    return {code: char for code, char in drawn.items() if not _is_one(text[code], {char})}


def read_blank(font: DictionaryObject, text: dict[int, str]) -> frozenset[int]:
    """Return the codes of letters and figures for which a font of Type 3 draws nothing (ISO 32000-1, 9.6.5)."""
    glyphs = dictionary(font.get("/CharProcs")) if font.get("/Subtype") == "/Type3" else None
    encoding = dictionary(font.get("/Encoding"))
    if glyphs is None or encoding is None:
        return frozenset()
    names: dict[int, PdfObject] = {}
    code = 0
    for item in items(encoding.get("/Differences")):
        if isinstance(item, NameObject):
            names[code] = item
            code += 1
        else:
            code = int(str(item))
    drawn = {name for name in glyphs if _draws(glyphs.get(name))}
    return frozenset(code for code, said in text.items() if said.isalnum() and names.get(code) not in drawn)


def _draws(glyph: object) -> bool:
    """Say whether a glyph that is a content stream paints anything."""
    stream = dictionary(glyph)
    if not isinstance(stream, StreamObject):
        return False
    return any(operator in PAINTING for _, operator in ContentStream(stream, None).operations)


def _of_signs(descriptor: object) -> bool:
    """Say whether a font has an encoding of its own, which no viewer takes from the file (9.8.2, the flag Symbolic)."""
    return isinstance(descriptor, DictionaryObject) and bool(int(str(descriptor.get("/Flags") or 0)) & SYMBOLIC)


def _is_one(said: str, chars: set[str]) -> bool:
    """Say whether a text is one of the characters, or too like one to mislead; a private character tells nothing."""
    if any(unicodedata.category(char) == PRIVATE for char in (*chars, *said)):
        return True
    alike = {_plain(char) for char in chars}
    return _plain(said) in alike or not any(char.isalnum() for char in (*said, *chars))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", fold(text)).casefold().translate(ROMANIAN)
