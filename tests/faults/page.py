"""Faults in the letters of a finished PDF: how large, dark and upright they are, and what is drawn near."""

import re
from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name

from tests.faults.drawn import Drawn, Item, box
from tests.faults.faces import to_unicode
from tests.faults.fault import Injected, fault
from tests.faults.paper import Element, kids
from tests.faults.shown import Colour, Font, Line, Show, made

Hit = tuple[str, int]
"""The words of the copy that a fault hits, "" for none; the page, from 0, where it must be told, -1 for any."""
Change = Callable[[Drawn, Random], Hit | None]
APART = ("L", "Table", "TOC", "Div", "Aside", "Note", "BlockQuote")
SMALL = 0.62
GREY, LIGHT, ACCENT, WHITE = (0.55, 0.55, 0.55), (0.3, 0.55, 0.8), (1.0, 0.78, 0.17), (1.0, 1.0, 1.0)


def putting(change: Change) -> Callable[[bytes, Random], Injected | None]:
    def inject(data: bytes, random: Random) -> Injected | None:
        drawn = Drawn(data)
        hit = change(drawn, random)
        if hit is None:
            return None
        return Injected(drawn.data(), hit[0], f"page {hit[1] + 1}" if hit[1] >= 0 else "")

    return inject


def set_lines(drawn: Drawn, *kinds: str, least: int = 1) -> list[tuple[Element, list[Line]]]:
    """Return the elements of those types that are whole on one page, the cover's and the contents' left out."""
    outside = APART if kinds == ("P",) else ("TOC",)
    found = [(e, drawn.lines(e)) for e in drawn.of(*kinds) if not drawn.inside(e, *outside)]
    whole = [(e, lines) for e, lines in found if len({line.page for line in lines}) == 1 and lines[0].page > 0]
    return [(e, lines) for e, lines in whole if len(lines) >= least]


def flat(element: Element) -> bool:
    """Say whether an element holds its text itself, in no element within it."""
    return not any("/S" in kid for kid in kids(element.object) if isinstance(kid, Dictionary))


def drawn_one(drawn: Drawn, random: Random, *kinds: str, least: int = 1) -> tuple[str, list[Line]] | None:
    """Draw one of the elements of those types that have so many lines."""
    found = set_lines(drawn, *kinds, least=least)
    if not found:
        return None
    element, lines = random.choice(found)
    return drawn.text(element), lines


def edge(drawn: Drawn) -> float:
    """Return where the longest line of a paragraph ends, in points from the left of the page."""
    return max(line.right for _, lines in set_lines(drawn, "P") for line in lines)


def every(change: Callable[[Show, Line], None], *kinds: str) -> Change:
    """Change all that an element of those types shows."""

    def inner(drawn: Drawn, random: Random) -> Hit | None:
        found = drawn_one(drawn, random, *kinds)
        if found is None:
            return None
        words, lines = found
        for line in lines:
            for show in line.shows:
                change(show, line)
        return words, lines[0].page

    return inner


def _coloured(colour: Colour) -> Callable[[Show, Line], None]:
    def change(show: Show, _line: Line) -> None:
        show.colour = colour

    return change


def _small(show: Show, line: Line) -> None:
    show.scale(SMALL, line.left, line.y)


def _slanted(show: Show, _line: Line) -> None:
    a, b, c, d, e, f = show.matrix
    show.matrix = (a, b, c + 0.2 * d, d, e, f)


def _small_label(drawn: Drawn, random: Random) -> Hit | None:
    """Set the number of a list item, or a term, smaller; a bullet may be as small as it likes."""
    found = [(e, lines) for e, lines in set_lines(drawn, "Lbl") if any(map(str.isalnum, drawn.text(e)))]
    if not found:
        return None
    element, lines = random.choice(found)
    for line in lines:
        for show in line.shows:
            _small(show, line)
    return drawn.text(element), lines[0].page


def _small_artifact(drawn: Drawn, random: Random) -> Hit | None:
    """Set a running head or folio smaller."""
    page = random.randrange(1, len(drawn.items))
    shown = [show for show in drawn.shows(page) if show.artifact and show.text.strip()]
    if not shown:
        return None
    show = random.choice(shown)
    outer = show.x + show.wide() if show.x > drawn.size(page)[0] / 2 else show.x
    show.scale(SMALL, outer, show.y)
    return "", page


def _small_folio_of_contents(drawn: Drawn, random: Random) -> Hit | None:
    lines = [line for e in drawn.of("Reference") if drawn.inside(e, "TOC") for line in drawn.lines(e)]
    shows = [(line.page, show) for line in lines for show in line.shows if show.text.strip().isdecimal()]
    if not shows:
        return None
    page, show = random.choice(shows)
    show.scale(SMALL, show.x + show.wide(), show.y)
    return "", page


def _clear(drawn: Drawn, random: Random) -> Hit | None:
    """Draw a paragraph as if through mist: black, a third of it opaque."""
    found = drawn_one(drawn, random, "P", least=2)
    if found is None:
        return None
    words, lines = found
    page = drawn.pdf.pages[lines[0].page]
    states = page.Resources.get("/ExtGState", Dictionary())
    states["/Mist"] = Dictionary(ca=0.35)
    states["/NoMist"] = Dictionary(ca=1)
    page.Resources.ExtGState = states
    items = drawn.items[lines[0].page]
    for show in (show for line in lines for show in line.shows):
        at = items.index(show)
        items[at : at + 1] = [made("gs", Name("/Mist")), show, made("gs", Name("/NoMist"))]
    return words, lines[0].page


def _unpainted(drawn: Drawn, random: Random) -> Hit | None:
    """Show a paragraph in the mode that paints nothing (ISO 32000-1, 9.3.6)."""
    found = drawn_one(drawn, random, "P")
    if found is None:
        return None
    words, lines = found
    items = drawn.items[lines[0].page]
    for show in (show for line in lines for show in line.shows):
        at = items.index(show)
        items[at : at + 1] = [made("Tr", 3), show, made("Tr", 0)]
    return words, lines[0].page


def _covered(drawn: Drawn, random: Random) -> Hit | None:
    """Draw a white box over a paragraph."""
    found = drawn_one(drawn, random, "P")
    if found is None:
        return None
    words, lines = found
    drawn.draw(lines[0].page, *_around(WHITE, lines))
    return words, lines[0].page


def _around(colour: Colour, lines: list[Line]) -> tuple[Item, ...]:
    """Return a box behind or before lines."""
    size = lines[0].shows[0].points
    low, right = lines[-1].y - size / 3, max(line.right for line in lines)
    return box(colour, lines[0].left, low, right - lines[0].left, lines[0].y + size - low)


def _on_ground(colour: Colour, *kinds: str) -> Change:
    """Draw a darker ground behind the text of an element."""

    def change(drawn: Drawn, random: Random) -> Hit | None:
        found = drawn_one(drawn, random, *kinds)
        if found is None:
            return None
        words, lines = found
        drawn.draw_under(lines[0].page, lines[0].shows[0].mark, *_around(colour, lines))
        return words, lines[0].page

    return change


def _header_on_accent(drawn: Drawn, random: Random) -> Hit | None:
    """Colour the ground of white letters with the accent."""
    found = [(e, lines[0]) for e, lines in set_lines(drawn, "TH", "TD") if _white(lines[0].shows[0])]
    if not found:
        return None
    element, line = random.choice(found)
    drawn.draw_under(line.page, line.shows[0].mark, *_around(ACCENT, [line]))
    return drawn.text(element), line.page


def _white(show: Show) -> bool:
    given = [] if show.fill is None else [float(str(value)) for value in show.fill.operands]
    return bool(given) and min(given) > 0.99


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


def _underlined(drawn: Drawn, random: Random) -> Hit | None:
    """Draw a rule under some words of a paragraph."""
    found = drawn_one(drawn, random, "P")
    if found is None:
        return None
    words, lines = found
    line = random.choice(lines)
    show = line.shows[0]
    ink = (0.0, 0.0, 0.0)
    drawn.draw(line.page, *box(ink, show.x, line.y - show.points * 0.14, show.wide(), show.points * 0.06))
    return words, line.page


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
    fault("page", "note set small", "TYP-001", putting(every(_small, "Note"))),
    fault("page", "caption set small", "TYP-001", putting(every(_small, "Caption"))),
    fault("page", "cell set small", "TYP-001", putting(every(_small, "TD"))),
    fault("page", "paragraph set small", "TYP-001", putting(every(_small, "P"))),
    fault("page", "list item set small", "TYP-001", putting(every(_small, "LBody"))),
    fault("page", "reference set small", "TYP-001", putting(every(_small, "Reference"))),
    fault("page", "label of an item set small", "TYP-001", putting(_small_label)),
    fault("page", "folio or running head set small", "TYP-001", putting(_small_artifact)),
    fault("page", "folio of the contents set small", "TYP-001", putting(_small_folio_of_contents)),
    fault("page", "grey text", "TYP-007", putting(every(_coloured(GREY), "P", "LBody", "TD"))),
    fault("page", "text in a light colour", "TYP-007", putting(every(_coloured(LIGHT), "P", "H3", "Caption"))),
    fault("page", "text in the accent", "TYP-007", putting(every(_coloured(ACCENT), "P", "H2"))),
    fault("page", "white text on paper", "TYP-007", putting(every(_coloured(WHITE), "P"))),
    fault("page", "text as if through mist", "TYP-007", putting(_clear)),
    fault("page", "text that is not painted", "TYP-007", putting(_unpainted)),
    fault("page", "text covered with paper", "TYP-007", putting(_covered)),
    fault("page", "ground too dark for black", "TYP-007", putting(_on_ground(GREY, "P", "LBody"))),
    fault("page", "ground too dark for a heading", "TYP-007", putting(_on_ground((0.55, 0.6, 0.7), "H2", "H3"))),
    fault("page", "white text on the accent", "TYP-007", putting(_header_on_accent)),
    fault("page", "letters slanted", "TYP-008", putting(every(_slanted, "P", "TD", "Caption"))),
    fault("page", "italic font", "TYP-008", putting(_renamed(_italic))),
    fault("page", "rule under words", "TYP-009", putting(_underlined)),
    fault("page", "words in capitals", "TYP-010", putting(_capitals), also="TXT-001 TXT-002 TXT-003 TXT-005"),
    fault("page", "glyph missing", "TYP-016", putting(_no_glyph)),
    fault("page", "code led to no glyph", "TYP-016", putting(_mapped_to_none)),
    fault("page", "thin letters", "TYP-019", putting(_renamed(_thin))),
)
