"""Embed the project's own typefaces in a PDF by fontTools and pikepdf: subset, Identity-H, widths, ToUnicode."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

FONTS = Path(__file__).parents[2] / "styles" / "fonts"
# All that the sample's copy holds, and what the faults put in its place: capitals and figures.
CHARACTERS = "".join(map(chr, range(32, 127))) + "éèëïöü’“”–•…"
CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
{blocks}
endcmap end end"""


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface in two weights, by the names of their files; ``x_height`` is that of the regular one, in em."""

    regular: str
    bold: str
    x_height: float


ATKINSON = Face("AtkinsonHyperlegibleNext-400", "AtkinsonHyperlegibleNext-700", 0.496)
NOTO = Face("NotoSans-400", "NotoSans-700", 0.536)


@dataclass(frozen=True, slots=True)
class Subset:
    """A font of which the glyphs in CHARACTERS are left: its bytes, and by character the glyph and its width in em."""

    name: str
    weight: int
    data: bytes
    glyphs: dict[str, int]
    widths: dict[str, float]

    def code(self, text: str) -> str:
        """Return a text as the operand of Tj."""
        return "<" + "".join(f"{self.glyphs[char]:04x}" for char in text) + ">"

    def width(self, text: str) -> float:
        """Return the width of a text, in em."""
        return sum(self.widths[char] for char in text)


@cache
def subset(file: str) -> Subset:
    """Cut a font down to CHARACTERS."""
    font = TTFont(FONTS / f"{file}.ttf")
    cutter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[]))
    cutter.populate(text=CHARACTERS)
    cutter.subset(font)
    out = BytesIO()
    font.save(out)
    names, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    glyphs = {char: font.getGlyphID(names[ord(char)]) for char in CHARACTERS if ord(char) in names}
    widths = {char: metrics[names[ord(char)]][0] / em for char in glyphs}
    name = f"CLEARF+{file.replace('-400', '-Regular').replace('-700', '-Bold')}"
    return Subset(name, int(file[-3:]), out.getvalue(), glyphs, widths)


def embed(pdf: pikepdf.Pdf, cut: Subset) -> pikepdf.Object:
    """Put a font into a PDF (ISO 32000-1, 9.7.4)."""
    name = Name(f"/{cut.name}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontWeight=cut.weight,
        FontBBox=Array([-200, -300, 1200, 1000]),
        ItalicAngle=0,
        Ascent=984,
        Descent=-316,
        CapHeight=668,
        StemV=80,
        FontFile2=pdf.make_stream(cut.data, Length1=len(cut.data)),
    )
    by_glyph = {glyph: round(cut.widths[char] * 1000) for char, glyph in cut.glyphs.items()}
    widths = Array([item for glyph in sorted(by_glyph) for item in (glyph, Array([by_glyph[glyph]]))])
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=1000,
        W=widths,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(to_unicode({glyph: char for char, glyph in cut.glyphs.items()})),
        )
    )


def to_unicode(text: dict[int, str]) -> bytes:
    """Write a ToUnicode map: the text of each code."""
    pairs = [f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for code, char in sorted(text.items())]
    cut = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]  # the most that one block may hold
    return CMAP.format(blocks="\n".join(_block(block) for block in cut)).encode()


def _block(pairs: list[str]) -> str:
    return "\n".join([f"{len(pairs)} beginbfchar", *pairs, "endbfchar"])
