"""Faults in the letters of a finished PDF: how large and how dark they are, and what is drawn near them."""

from collections.abc import Callable
from random import Random

from pikepdf import Dictionary, Name

from tests.faults.drawn import Drawn, Item, box
from tests.faults.fault import Injected, fault
from tests.faults.paper import Element, kids
from tests.faults.shown import Colour, Line, Show, made

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


def paragraph(change: Callable[[Drawn, list[Line]], None]) -> Change:
    """Change the lines of a paragraph that has two or more."""

    def inner(drawn: Drawn, random: Random) -> Hit | None:
        found = drawn_one(drawn, random, "P", least=2)
        if found is None:
            return None
        words, lines = found
        change(drawn, lines)
        return words, lines[0].page

    return inner


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
    fault("page", "rule under words", "TYP-009", putting(_underlined)),
)
