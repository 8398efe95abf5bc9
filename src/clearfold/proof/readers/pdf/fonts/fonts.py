"""Read the fonts of a PDF: the text of their codes by ToUnicode, else by the encoding (ISO 32000-1, 9.10.2).

How wide and how high their glyphs are is read by widths.py and faces.py.
"""

import re
from codecs import lookup
from collections.abc import Iterator
from dataclasses import dataclass, field

from fontTools import agl
from fontTools.encodings.StandardEncoding import StandardEncoding
from pypdf._codecs import charset_encoding
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from clearfold.proof.page.page_model import Face
from clearfold.proof.readers.pdf.fonts.cmaps import TWO_BYTES, Spaces, characters, cut, named
from clearfold.proof.readers.pdf.fonts.faces import read_face
from clearfold.proof.readers.pdf.fonts.glyphs import read_blank, read_lies, read_renamed
from clearfold.proof.readers.pdf.fonts.right_to_left import unformed
from clearfold.proof.readers.pdf.fonts.widths import Widths, read_widths

UNKNOWN = "\ufffd"
BLOCK = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.DOTALL)
OF_SIGNS = frozenset(("/Symbol", "/ZapfDingbats"))  # the two standard fonts that have no letters: 9.6.2.2
WIDEST = 0x10000  # codes in one range; a wider one is an attack or an error


@dataclass(frozen=True, slots=True)
class Font:
    """How a font's codes read: bytes a code, the text of each, how wide they are, and the face that draws them.

    ``spaces`` are the code spaces of a font whose codes have several sizes, () for all others. ``missing`` are codes
    for which the face draws .notdef, or the same box in another place; ``lies`` those whose glyph is another
    character's, with that; ``blank`` those of letters and figures whose glyph draws nothing.
    """

    size: int
    text: dict[int, str]
    widths: Widths = field(default_factory=Widths)
    face: Face = field(default_factory=Face)
    missing: frozenset[int] = frozenset()
    lies: dict[int, str] = field(default_factory=dict)
    spaces: Spaces = ()
    blank: frozenset[int] = frozenset()

    def decode(self, shown: bytes) -> str:
        """Return the text of the bytes; a code that has none becomes U+FFFD."""
        return "".join([self.text.get(code, UNKNOWN) for code in self.codes(shown)])

    def codes(self, shown: bytes) -> Iterator[int]:
        """Cut the bytes into codes."""
        size = self.size
        if self.spaces:
            return cut(shown, self.spaces)
        return iter(shown) if size == 1 else (int.from_bytes(shown[i : i + size]) for i in range(0, len(shown), size))


def read_font(font: DictionaryObject) -> Font:
    """Read a font dictionary."""
    composite = font.get("/Subtype") == "/Type0"
    encoded = _simple(font) if not composite else {}
    size, spaces = 1, Spaces()
    if composite:
        encoded, spaces = _composite(font)
        size = spaces[0][0]
    mapped = font.get("/ToUnicode")
    stream = mapped.get_object() if mapped is not None else None
    text = dict(encoded)
    if isinstance(stream, StreamObject):
        text.update(parse_to_unicode(stream.get_data())[1])
    elif composite and str(stream).startswith("/Identity"):  # codes that are characters
        text = characters("utf-16-be", TWO_BYTES)
    text = {code: unformed(said) for code, said in text.items()}
    face, missing = read_face(font, text)
    lies = read_lies(font, text) if composite else read_renamed(font, encoded, text)
    several = spaces if len(spaces) > 1 else ()
    return Font(size, text, read_widths(font, text), face, missing, lies, several, read_blank(font, text))


def _composite(font: DictionaryObject) -> tuple[dict[int, str], Spaces]:
    """Return the text of a composite font's codes as far as its CMap tells it, and its code spaces."""
    given = font.get("/Encoding")
    encoding = given.get_object() if given is not None else None
    if isinstance(encoding, StreamObject):
        return {}, code_spaces(encoding.get_data()) or TWO_BYTES
    codec, spaces = named(encoding)
    return (characters(codec, spaces) if codec else {}), spaces


def code_spaces(data: bytes) -> Spaces:
    """Return the code spaces that a CMap names."""
    found: list[tuple[int, int, int]] = []
    for name, block in BLOCK.findall(data):
        if name == b"codespacerange":
            ends = [_bytes(item) for item in HEX.findall(block)]
            pairs = zip(ends[::2], ends[1::2], strict=False)
            found += [(len(a), int.from_bytes(a), int.from_bytes(b)) for a, b in pairs if 0 < len(a) == len(b)]
    return tuple(found)


def parse_to_unicode(data: bytes) -> tuple[set[int], dict[int, str]]:
    """Parse a ToUnicode CMap: the sizes of its codes in bytes, and the text of each code."""
    sizes: set[int] = set()
    text: dict[int, str] = {}
    for name, block in BLOCK.findall(data):
        if name == b"codespacerange":
            sizes.update(len(_bytes(item)) for item in HEX.findall(block))
        elif name == b"bfchar":
            items = HEX.findall(block)
            for code, value in zip(items[::2], items[1::2], strict=False):
                text[int(code, 16)] = _utf16(value)
        else:
            for low, high, start, several in RANGE.findall(block):
                _range(text, int(low, 16), int(high, 16), start, HEX.findall(several))
    return sizes, text


def _range(text: dict[int, str], low: int, high: int, start: bytes, several: list[bytes]) -> None:
    high = min(high, low + WIDEST)
    if several:
        for code, value in zip(range(low, high + 1), several, strict=False):
            text[code] = _utf16(value)
        return
    first = _utf16(start)
    for code in range(low, high + 1) if first else ():
        last = ord(first[-1]) + code - low
        text[code] = first[:-1] + chr(last) if last < 0x110000 else UNKNOWN


def _bytes(digits: bytes) -> bytes:
    packed = bytes(digits).translate(None, b" \t\r\n\f")
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _utf16(digits: bytes) -> str:
    raw = _bytes(digits)
    return raw.decode("utf-16-be" if len(raw) > 1 else "latin-1", "replace")


def _simple(font: DictionaryObject) -> dict[int, str]:
    """Return the text of a simple font's codes from its encoding, or from the one that is built in."""
    given = font.get("/Encoding")
    encoding = given.get_object() if given is not None else None
    if isinstance(encoding, DictionaryObject):
        base = _built_in(font) or _base(encoding.get("/BaseEncoding"))
        code = 0
        given = encoding.get("/Differences")
        differences = given.get_object() if given is not None else None
        for item in differences if isinstance(differences, ArrayObject) else ():
            if isinstance(item, NameObject):
                base[code] = agl.toUnicode(str(item)[1:]) or UNKNOWN
                code += 1
            else:
                code = int(item)
        return base
    return _built_in(font) or _base(encoding)


def _built_in(font: DictionaryObject) -> dict[int, str]:
    """Return the text of the codes of Symbol and ZapfDingbats, whose encoding is their own; {} for any other font."""
    signs = charset_encoding.get(str(font.get("/BaseFont"))) if font.get("/BaseFont") in OF_SIGNS else None
    return {code: sign for code, sign in enumerate(signs or ()) if sign >= " "}


def _base(name: object) -> dict[int, str]:
    codec = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}.get(str(name))
    if codec:
        decode = lookup(codec).decode
        return {code: decode(bytes([code]), "replace")[0] for code in range(256)}
    return {code: agl.toUnicode(glyph) or UNKNOWN for code, glyph in enumerate(StandardEncoding)}
