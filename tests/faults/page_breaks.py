"""Faults at the page breaks of a finished PDF: lines and headings that stand alone, moved to another page."""

from dataclasses import replace
from random import Random

from pikepdf import Dictionary, Name, Object

from tests.faults import typeset
from tests.faults.drawn import Drawn
from tests.faults.fault import Injected, fault
from tests.faults.page import Change, Hit, flat, putting, set_lines
from tests.faults.paper import Element, kids, put_kids
from tests.faults.shown import UNIT, Line, Show, made

EMPTY = 0.3  # of a page's height that is left empty


def pages_of(drawn: Drawn) -> range:
    """Return the pages that show text, the cover left out."""
    return range(1, len(drawn.items))


def feet(drawn: Drawn, page: int) -> list[Show]:
    """Return the running head and the folio of a page."""
    return [show for show in drawn.shows(page) if show.artifact and show.text.strip()]


def text_on(drawn: Drawn, page: int) -> list[Show]:
    return [show for show in drawn.shows(page) if show.mark >= 0 and show.text.strip()]


def room(drawn: Drawn, page: int) -> float:
    """Return how much room is left at the foot of a page, in points: where no page has a line below."""
    floor = min(show.y for other in pages_of(drawn) for show in text_on(drawn, other))
    return min((show.y for show in text_on(drawn, page)), default=floor) - floor


def _block_at(drawn: Drawn, page: int, end: int, *kinds: str) -> tuple[Element, list[Line]] | None:
    """Return the block that stands first (0) or last (-1) on a page, if it is of those types and flat."""
    body = sorted(text_on(drawn, page), key=lambda show: -show.y)
    if not body:
        return None
    for element, lines in set_lines(drawn, *kinds):
        if lines[0].page == page and flat(element) and body[end] in [show for line in lines for show in line.shows]:
            return element, lines
    return None


def _carry(drawn: Drawn, element: Element, lines: list[Line], page: int, low: float, *, after: bool) -> None:
    """Show lines on another page, the last of them ``low`` points above its foot; their element keeps them."""
    mark = 1 + max((show.mark for show in drawn.shows(page)), default=-1)
    resources = drawn.pdf.pages[page].Resources
    moved: list[Show] = []
    for show in (show for line in lines for show in line.shows):
        resources.Font[show.font.name] = show.font.object
        again = replace(show, ctm=UNIT, mark=mark, colour=(0.0, 0.0, 0.0))
        again.move(0, low - lines[-1].y)
        moved.append(again)
        show.glyphs = []
    block = (made("BDC", Name.P, Dictionary(MCID=mark)), made("BT"), *moved, made("ET"), made("EMC"))
    if after:
        drawn.draw_under(page, drawn.first_mark(page), *block)
    else:
        drawn.draw(page, *block)
    reference = Dictionary(Type=Name.MCR, Pg=drawn.pdf.pages[page].obj, MCID=mark)
    given = [_explicit(drawn, element, kid) for kid in kids(element.object)]
    here = [i for i, kid in enumerate(given) if kid.Pg == drawn.pdf.pages[lines[0].page].obj]
    at = here[-1] + 1 if after else here[0]
    put_kids(element.object, [*given[:at], reference, *given[at:]])


def _explicit(drawn: Drawn, element: Element, kid: Object) -> Object:
    """Return a reference to marked content that says its page."""
    if isinstance(kid, Dictionary):
        return kid if "/Pg" in kid else Dictionary(Type=Name.MCR, Pg=element.object.Pg, MCID=kid.MCID)
    return Dictionary(Type=Name.MCR, Pg=element.object.Pg, MCID=int(kid))


def _pushed(drawn: Drawn, page: int, down: float) -> None:
    """Move what a page holds down, its running head and folio aside."""
    drawn.items[page].insert(0, made("cm", 1, 0, 0, 1, 0, -down))
    for show in feet(drawn, page):
        show.move(0, down)


def _widow(count: int) -> Change:
    """Carry the last lines of a paragraph over to the next page, where there is room for them."""

    def change(drawn: Drawn, random: Random) -> Hit | None:
        pages = list(pages_of(drawn)[:-1])
        random.shuffle(pages)
        for page in pages:
            found = _block_at(drawn, page, -1, "P")
            body = text_on(drawn, page + 1)
            if found is None or not body or len(found[1]) < count + 3:
                continue
            element, lines = found
            gap = lines[0].y - lines[1].y
            down = gap * (count + 0.75)
            if room(drawn, page + 1) < down:
                continue
            top = max(show.y for show in body)
            _pushed(drawn, page + 1, down)
            _carry(drawn, element, lines[-count:], page + 1, top - gap * (count - 1), after=True)
            return drawn.text(element), page + 1
        return None

    return change


def _left(count: int) -> Change:
    """Carry lines of a paragraph over to the page on which it ends, and leave the first ones behind."""

    def change(drawn: Drawn, random: Random) -> Hit | None:
        found = [(e, drawn.lines(e)) for e in drawn.of("P") if len({page for page, _ in e.marks}) == 2]
        random.shuffle(found)
        for element, lines in found:
            page, gap = lines[0].page, lines[0].y - lines[1].y
            carried = [line for line in lines if line.page == page][count:]
            down = gap * len(carried)
            if not carried or gap < 0 or room(drawn, page + 1) < down:
                continue
            top = max(show.y for show in text_on(drawn, page + 1))
            _pushed(drawn, page + 1, down)
            _carry(drawn, element, carried, page + 1, top - down + gap, after=True)
            return drawn.text(element), page
        return None

    return change


def _lonely(drawn: Drawn, random: Random) -> Hit | None:
    """Carry a heading over to the foot of the page before."""
    pages = list(pages_of(drawn)[1:])
    random.shuffle(pages)
    for page in pages:
        found = _block_at(drawn, page, 0, "H2", "H3")
        body = text_on(drawn, page - 1)
        if found is None or not body:
            continue
        element, lines = found
        down = 1.6 * lines[0].shows[0].points + lines[0].y - lines[-1].y
        if room(drawn, page - 1) >= down:
            words = drawn.text(element)
            _carry(drawn, element, lines, page - 1, min(show.y for show in body) - down, after=False)
            return words, page - 1
    return None


def _early(data: bytes, random: Random) -> Injected | None:
    """Set the brochure of tests again, with a paragraph on a new page that had room on the one before."""
    if data != typeset.brochure_pdf():
        return None
    whole = Drawn(data)
    full = [page for page in pages_of(whole) if room(whole, page) < EMPTY * _height(whole)]
    for number in random.sample(range(5, 45), 30):
        again = typeset.brochure_pdf(replace(typeset.Style(), early=number))
        drawn = Drawn(again)
        for page in (page for page in full[:-1] if page + 1 < len(drawn.items)):
            found = _block_at(drawn, page + 1, 0, "P")
            if found and room(drawn, page) > 1.5 * EMPTY * _height(drawn) and not _ends_in_heading(drawn, page):
                return Injected(again, "", f"page {page + 1}")
    return None


def _height(drawn: Drawn) -> float:
    return float(drawn.pdf.pages[0].MediaBox[3])


def _ends_in_heading(drawn: Drawn, page: int) -> bool:
    return _block_at(drawn, page, -1, "H2", "H3") is not None


FAULTS = (
    fault("page", "page that ends early", "TYP-024", _early),
    fault("page", "last line alone on the next page", "TYP-013", putting(_widow(1))),
    fault("page", "two last lines alone on the next page", "TYP-013", putting(_widow(2))),
    fault("page", "first line left alone", "TYP-013", putting(_left(1))),
    fault("page", "two first lines left alone", "TYP-013", putting(_left(2))),
    # Its bookmark and its number in the contents lead to the page where it was.
    fault("page", "heading alone at a foot", "TYP-014", putting(_lonely), also="TYP-020 TAG-011"),
)
