"""Read how far each code of a PDF's font moves on (ISO 32000-1, 9.2.4), so that letters have their places."""

import ctypes
from dataclasses import dataclass, field

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

MIDDLING = 0.5  # em; what is taken where a file tells nothing


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths of codes in em, and the width of every other code."""

    known: dict[int, float] = field(default_factory=dict)
    other: float = MIDDLING

    def of(self, code: int) -> float:
        """Return the width of a code in em."""
        return self.known.get(code, self.other)


def read_widths(font: DictionaryObject, text: dict[int, str]) -> Widths:
    """Read the widths of a font; of one of the fonts that every reader has they are those of the renderer."""
    if font.get("/Subtype") == "/Type0":
        descendants = _object(font, "/DescendantFonts")
        inner = descendants[0].get_object() if isinstance(descendants, ArrayObject) and descendants else None
        return _composite(inner) if isinstance(inner, DictionaryObject) else Widths()
    given = _object(font, "/Widths")
    unit = 0.001
    if font.get("/Subtype") == "/Type3" and isinstance(matrix := _object(font, "/FontMatrix"), ArrayObject):
        unit = abs(float(matrix[0]))
    if isinstance(given, ArrayObject):
        first = int(str(font.get("/FirstChar", 0)))
        descriptor = _object(font, "/FontDescriptor")
        other = descriptor.get("/MissingWidth", 0) if isinstance(descriptor, DictionaryObject) else 0
        known = {first + i: _number(width) * unit for i, width in enumerate(given)}
        return Widths(known, float(str(other)) * unit)
    return Widths(_standard(str(font.get("/BaseFont", ""))[1:], text))


def _composite(font: DictionaryObject) -> Widths:
    known: dict[int, float] = {}
    given = _object(font, "/W")
    parts = [item.get_object() for item in given] if isinstance(given, ArrayObject) else []
    at = 0
    while at + 1 < len(parts):
        first, second = int(str(parts[at])), parts[at + 1]
        if isinstance(second, ArrayObject):
            known.update({first + i: _number(width) / 1000 for i, width in enumerate(second)})
            at += 2
        else:
            width = _number(parts[at + 2]) / 1000 if at + 2 < len(parts) else 1.0
            known.update(dict.fromkeys(range(first, min(int(str(second)), first + 0xFFFF) + 1), width))
            at += 3
    return Widths(known, float(str(font.get("/DW", 1000))) / 1000)


def _standard(name: str, text: dict[int, str]) -> dict[int, float]:
    """Ask the renderer for the widths of a font that is not in the file, and has none there."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument.new()
    font = raw.FPDFText_LoadStandardFont(document.raw, name.encode())
    width = ctypes.c_float()
    known: dict[int, float] = {}
    for code, char in text.items() if font else ():
        if len(char) == 1 and raw.FPDFFont_GetGlyphWidth(font, ord(char), ctypes.c_float(1000), width):
            known[code] = width.value / 1000
    document.close()
    return known


def _object(font: DictionaryObject, key: str) -> PdfObject | None:
    value = font.get(key)
    return value.get_object() if isinstance(value, PdfObject) else None


def _number(value: object) -> float:
    return float(str(value.get_object() if isinstance(value, PdfObject) else value))
