"""Faults in the fonts of a finished PDF of ours, and in what it says of itself."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from clearfold.proof.readers.pdf.fonts.fonts import parse_to_unicode
from tests.faults.fault import Injected, fault
from tests.faults.tagged import saved


def _whole(change: Callable[[pikepdf.Pdf], bool]) -> Callable[[bytes, Random], Injected | None]:
    """Return what changes a file, where it has a place for it."""

    def inject(data: bytes, _: Random) -> Injected | None:
        with pikepdf.open(BytesIO(data)) as pdf:
            return Injected(saved(pdf)) if change(pdf) else None

    return inject


def _glyphs(pdf: pikepdf.Pdf, letters: str) -> tuple[Dictionary, list[int]] | None:
    """Return a font that has some letters, and the glyphs of these."""
    for font in pdf.objects:
        if isinstance(font, Dictionary) and font.get("/Subtype") == Name.Type0:
            text = parse_to_unicode(font.ToUnicode.read_bytes())[1]
            codes = {said: code for code, said in text.items()}
            if set(letters) <= codes.keys():
                return font, [codes[letter] for letter in letters]
    return None


def _outlines(pdf: pikepdf.Pdf) -> bool:
    """Exchange the outlines of 1 and 7: every program reads the one, and every eye the other."""
    found = _glyphs(pdf, "17")
    if found is None:
        return False
    font, (one, seven) = found
    file = font.DescendantFonts[0].FontDescriptor.FontFile2
    program = TTFont(BytesIO(file.read_bytes()))
    names, shapes = program.getGlyphOrder(), program["glyf"].glyphs
    shapes[names[one]], shapes[names[seven]] = shapes[names[seven]], shapes[names[one]]
    out = BytesIO()
    program.save(out)
    file.write(out.getvalue())
    return True


def _removed(pdf: pikepdf.Pdf) -> bool:
    """Take the outline of a letter away."""
    found = _glyphs(pdf, "7")
    if found is None:
        return False
    font, (seven,) = found
    file = font.DescendantFonts[0].FontDescriptor.FontFile2
    program = TTFont(BytesIO(file.read_bytes()))
    names, shapes = program.getGlyphOrder(), program["glyf"].glyphs
    shapes[names[seven]] = shapes[names[0]]
    out = BytesIO()
    program.save(out)
    file.write(out.getvalue())
    return True


def _widths(pdf: pikepdf.Pdf) -> bool:
    """Set one letter wider than its font has it."""
    found = _glyphs(pdf, "e")
    if found is None:
        return False
    font, (code,) = found
    font.DescendantFonts[0].W = Array([*font.DescendantFonts[0].W, code, Array([640])])
    return True


def _packet(old: bytes, new: bytes) -> Callable[[bytes, Random], Injected | None]:
    def change(pdf: pikepdf.Pdf) -> bool:
        packet = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(packet.replace(old, new, 1))
        return old in packet

    return _whole(change)


def _information(key: str, text: str) -> Callable[[bytes, Random], Injected | None]:
    def change(pdf: pikepdf.Pdf) -> bool:
        pdf.trailer.Info[f"/{key}"] = String(text)
        return True

    return _whole(change)


DATE = b"<xmp:ModifyDate>2"
FAULTS = (
    fault("letters", "outlines of 1 and 7 exchanged", "PDF-011", _whole(_outlines)),
    fault("letters", "outline of 7 taken away", "PDF-011", _whole(_removed), also="TYP-016 TYP-007"),
    fault("letters", "a letter set wider", "PDF-011", _whole(_widths), also="TYP-009 TYP-023"),
    fault(
        "sayings",
        "another keyword",
        "PDF-012",
        _packet(b"<rdf:Bag><rdf:li>", b"<rdf:Bag><rdf:li>headache</rdf:li><rdf:li>"),
    ),
    fault("sayings", "another title in the packet alone", "PDF-012", _packet(b'x-default">', b'x-default">New: ')),
    fault("sayings", "claim that is not the edition's", "PDF-012", _packet(b"<pdfuaid:part>1", b"<pdfuaid:part>2")),
    fault(
        "sayings",
        "property of another program",
        "PDF-012",
        _packet(b"<dc:format>", b"<xmp:Label>old</xmp:Label><dc:format>"),
    ),
    fault("sayings", "another day", "PDF-012", _packet(DATE, DATE.replace(b"2", b"1"))),
    fault("sayings", "another subject", "PDF-012", _information("Subject", "Headache")),
    fault("sayings", "another program", "PDF-012", _information("Producer", "Some Editor 4")),
)
