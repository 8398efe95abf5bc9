"""Faults in the faces of a finished PDF: slanted, thin or in capitals, and glyphs that its fonts have not got."""

import re
from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Name

from tests.faults.drawn import Drawn
from tests.faults.faces import to_unicode
from tests.faults.fault import fault
from tests.faults.page import Change, Hit, drawn_one, edge, every, putting, set_lines
from tests.faults.shown import Font, Line, Show


def _slanted(show: Show, _line: Line) -> None:
    a, b, c, d, e, f = show.matrix
    show.matrix = (a, b, c + 0.2 * d, d, e, f)


def _renamed(change: Callable[[Drawn, pikepdf.Object, str], str]) -> Change:
    """Show a paragraph in a copy of its font that says that it is another."""

    def inner(drawn: Drawn, random: Random) -> Hit | None:
        found = drawn_one(drawn, random, "P")
        if found is None:
            return None
        words, lines = found
        page, first = lines[0].page, lines[0].shows[0].font
        font = drawn.twin(page, first)
        descendant = font.object.DescendantFonts[0]
        name = Name(change(drawn, descendant.FontDescriptor, str(font.object.BaseFont)))
        font.object.BaseFont = descendant.BaseFont = descendant.FontDescriptor.FontName = name
        for show in (show for line in lines for show in line.shows if show.font is first):
            show.font = font
        return words, page

    return inner


def _italic(_drawn: Drawn, descriptor: pikepdf.Object, name: str) -> str:
    descriptor.ItalicAngle = -12
    descriptor.Flags = int(descriptor.Flags) | 64
    return f"{name.removesuffix('-Regular')}-Italic"


def _thin(drawn: Drawn, descriptor: pikepdf.Object, name: str) -> str:
    """Call a font light in its name, its descriptor and, where it has one, its own table of weights."""
    descriptor.FontWeight = 300
    descriptor.StemV = 50
    program = TTFont(BytesIO(descriptor.FontFile2.read_bytes()))
    if "OS/2" in program:
        program["OS/2"].usWeightClass = 300
        out = BytesIO()
        program.save(out)
        descriptor.FontFile2 = drawn.pdf.make_stream(out.getvalue(), Length1=len(out.getvalue()))
    return f"{name.removesuffix('-Regular')}-Light"


def _capitals(drawn: Drawn, random: Random) -> Hit | None:
    """Show a line of a paragraph in capitals, where there is room for them."""
    found = set_lines(drawn, "P")
    right = edge(drawn)
    random.shuffle(found)
    for element, lines in found:
        for show in (line.shows[0] for line in lines if _some_words(line)):
            glyphs = show.font.glyphs(show.text.upper())
            if glyphs is None:
                continue
            before, show.glyphs = show.glyphs, glyphs
            if show.x + show.wide() < right:
                return drawn.text(element), lines[0].page
            show.glyphs = before
    return None


def _some_words(line: Line) -> bool:
    """Say whether a line is of one piece, with two words that are longer than most abbreviations."""
    return len(line.shows[0].text.strip()) == len(line.text.strip()) and len(re.findall("[a-z]{5,}", line.text)) > 1


def say(drawn: Drawn, page: int, show: Show, other: dict[bytes, str]) -> Font:
    """Show a text in a copy of its font in which some codes stand for other text."""
    font = drawn.twin(page, show.font)
    font.text.update(other)
    text = {int.from_bytes(code, "big"): char for code, char in font.text.items()}
    font.object.ToUnicode = drawn.pdf.make_stream(to_unicode(text))
    show.font = font
    return font


def _a_letter(drawn: Drawn, random: Random) -> tuple[str, Line, Show, int] | None:
    found = drawn_one(drawn, random, "P", "LBody", "Caption")
    if found is None:
        return None
    words, lines = found
    letters = [
        (show, i) for line in lines for show in line.shows for i, g in enumerate(show.glyphs) if g.text.isalpha()
    ]
    return (words, lines[0], *random.choice(letters)) if letters else None


def _no_glyph(drawn: Drawn, random: Random) -> Hit | None:
    """Show glyph 0 in the place of a letter, which its code still stands for."""
    found = _a_letter(drawn, random)
    if found is None:
        return None
    words, line, show, at = found
    glyph = show.glyphs[at]
    say(drawn, line.page, show, {b"\0\0": glyph.text})
    show.glyphs[at] = type(glyph)(b"\0\0", glyph.text, glyph.advance)
    return words, line.page


def _mapped_to_none(drawn: Drawn, random: Random) -> Hit | None:
    """Lead the code of a letter to glyph 0, by the map from codes to glyphs."""
    found = _a_letter(drawn, random)
    if found is None:
        return None
    words, line, show, at = found
    code = int.from_bytes(show.glyphs[at].code, "big")
    codes = max(int.from_bytes(code, "big") for code in show.font.text) + 1
    glyphs = b"".join((0 if n == code else n).to_bytes(2, "big") for n in range(codes))
    font = say(drawn, line.page, show, {})
    font.object.DescendantFonts[0].CIDToGIDMap = drawn.pdf.make_stream(glyphs)
    return words, line.page


FAULTS = (
    fault("page", "letters slanted", "TYP-008", putting(every(_slanted, "P", "TD", "Caption"))),
    fault("page", "italic font", "TYP-008", putting(_renamed(_italic))),
    fault("page", "words in capitals", "TYP-010", putting(_capitals), also="TXT-001 TXT-002 TXT-003 TXT-005"),
    fault("page", "glyph missing", "TYP-016", putting(_no_glyph), also="TYP-023"),
    fault("page", "code led to no glyph", "TYP-016", putting(_mapped_to_none)),
    fault("page", "thin letters", "TYP-019", putting(_renamed(_thin))),
)
