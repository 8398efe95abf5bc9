"""Faults in the pages of a finished PDF: margins, folios, pictures, headings, how many pages there are, how large."""

from collections.abc import Callable
from random import Random

from pikepdf import Array

from clearfold.model.units import MM
from tests.faults.drawn import Drawn
from tests.faults.fault import fault
from tests.faults.page import Change, Hit, drawn_one, edge, putting, set_lines
from tests.faults.page_breaks import feet, pages_of
from tests.faults.paper import Element
from tests.faults.shown import Show, made, times


def _into_margin(drawn: Drawn, random: Random) -> Hit | None:
    """Move a paragraph into the left margin, or out of the right one."""
    found = drawn_one(drawn, random, "P", least=2)
    if found is None:
        return None
    words, lines = found
    wide = drawn.size(lines[0].page)[0]
    by = random.choice([-0.5 * lines[0].left, wide - 4 * MM - max(line.right for line in lines)])
    for line in lines:
        line.move(by, 0)
    return words, lines[0].page


def _off_the_page(drawn: Drawn, random: Random) -> Hit | None:
    """Move a paragraph out of the page."""
    found = drawn_one(drawn, random, "P")
    if found is None:
        return None
    words, lines = found
    for line in lines:
        line.move(drawn.size(line.page)[0], 0)
    return words, lines[0].page


def _shifted(drawn: Drawn, random: Random) -> Hit | None:
    """Move a whole page, as a printer does that is not set right."""
    page = random.choice([page for page in pages_of(drawn) if any(not show.artifact for show in drawn.shows(page))])
    x, y = random.choice([(-8, 0), (8, 0), (0, 8), (-6, 6)])
    drawn.items[page].insert(0, made("cm", 1, 0, 0, 1, x * MM, y * MM))
    return "", page


def _folio(change: Callable[[Drawn, int, Show], bool]) -> Change:
    """Change the folio of a page."""

    def inner(drawn: Drawn, random: Random) -> Hit | None:
        found = [
            (page, show) for page in pages_of(drawn) for show in feet(drawn, page) if show.text.strip().isdecimal()
        ]
        random.shuffle(found)
        return next((("", page) for page, show in found if change(drawn, page, show)), None)

    return inner


def _to_the_inside(drawn: Drawn, page: int, _folio: Show) -> bool:
    """Change the places of folio and running head."""
    wide, _ = drawn.size(page)
    for show in feet(drawn, page):
        show.move(wide - show.wide() - 2 * show.x, 0)
    return True


def _to_the_top(drawn: Drawn, page: int, folio: Show) -> bool:
    folio.move(0, drawn.size(page)[1] - 12 * MM - folio.y)
    return True


def _higher(_drawn: Drawn, _page: int, folio: Show) -> bool:
    folio.move(0, 3 * MM)
    return True


def _regular(drawn: Drawn, page: int, folio: Show) -> bool:
    """Set it in the font of the paragraphs, which the page has too."""
    for _, lines in set_lines(drawn, "P"):
        font = drawn.font(page, lines[0].shows[0].font.name) if lines[0].page == page else None
        glyphs = font.glyphs(folio.text) if font is not None else None
        if font is not None and glyphs is not None:
            folio.font, folio.glyphs = font, glyphs
            return True
    return False


def _other_number(_drawn: Drawn, _page: int, folio: Show) -> bool:
    glyphs = folio.font.glyphs(str(int(folio.text) + 1))
    folio.glyphs = glyphs or folio.glyphs
    return glyphs is not None


def _lost(_drawn: Drawn, _page: int, folio: Show) -> bool:
    folio.glyphs = []
    return True


def _number_in_contents(drawn: Drawn, random: Random) -> Hit | None:
    entries = [e for e in drawn.of("Reference") if drawn.inside(e, "TOC")]
    shows = [(line.page, show) for e in entries for line in drawn.lines(e) for show in line.shows]
    random.shuffle(shows)
    for page, show in shows:
        number = show.text.strip()
        glyphs = show.font.glyphs(show.text.replace(number, str(int(number) + 1))) if number.isdecimal() else None
        if glyphs is not None:
            before, show.glyphs = show.wide(), glyphs
            show.move(before - show.wide(), 0)
            return "", page
    return None


def _picture(drawn: Drawn, random: Random) -> Hit | None:
    """Move a picture to where text of its page stands."""
    figures = [e for e in drawn.of("Figure") if e.marks and e.marks[0][0] in pages_of(drawn)]
    random.shuffle(figures)
    for figure in figures:
        page, mark = figure.marks[0]
        place = _place(drawn, figure)
        found = [(e, lines) for e, lines in set_lines(drawn, "P", "Caption", "H3") if lines[0].page == page]
        if place is None or not found:
            continue
        element, lines = random.choice(found)
        first, last = drawn.marked(page, mark)
        ctm = drawn.state(page, first).ctm
        middle = (place[1] + place[3]) / 2
        moved = times(ctm, (1, 0, 0, 1, lines[0].left - place[0], lines[-1].y - middle))
        opened, *inside, closed = drawn.items[page][first:last]
        drawn.items[page][first:last] = []
        # Before the text, and out of the clip that may be around it where it was.
        block = (opened, made("q"), made("cm", *moved), *inside, made("Q"), closed)
        drawn.draw_under(page, drawn.first_mark(page), *block)
        return drawn.text(element), page
    return None


def _place(drawn: Drawn, figure: Element) -> tuple[float, float, float, float] | None:
    """Return where a picture stands: its BBox, else the unit square of the image that it draws."""
    given = figure.object.get("/A", Array([]))
    for attributes in given if isinstance(given, Array) else [given]:
        if "/BBox" in attributes:
            left, low, right, high = (float(value) for value in attributes.BBox)
            return left, low, right, high
    page, mark = figure.marks[0]
    for index in range(*drawn.marked(page, mark)):
        item = drawn.items[page][index]
        if not isinstance(item, Show) and str(item.operator) == "Do":
            a, b, c, d, e, f = drawn.state(page, index).ctm
            return e, f, e + a + c, f + b + d
    return None


def _added(drawn: Drawn, _random: Random) -> Hit | None:
    """Add so many pages that whole sheets have no room for them."""
    drawn.add_pages(2 if len(drawn.items) % 4 == 3 else 1)
    return "", -1


def _too_many(drawn: Drawn, _random: Random) -> Hit | None:
    count = 24 - len(drawn.items)
    drawn.add_pages(count)
    return ("", -1) if count > 0 else None


def _larger(drawn: Drawn, _random: Random) -> Hit | None:
    """Make all pages 10 mm higher, at the top."""
    drawn.resize(lambda wide, high: (wide, high + 10 * MM))
    return "", -1


def _one_larger(drawn: Drawn, random: Random) -> Hit | None:
    page = random.choice(pages_of(drawn))
    drawn.resize(lambda wide, high: (wide, high + 10 * MM), page)
    return "", page


def _turned(drawn: Drawn, random: Random) -> Hit | None:
    page = random.choice(pages_of(drawn))
    drawn.pdf.pages[page].Rotate = 90
    return "", page


def _at_body_size(*kinds: str) -> Change:
    """Set a heading as large as the text."""

    def change(drawn: Drawn, random: Random) -> Hit | None:
        # Not in the panels at the front and at the end, whose headings are the template's.
        found, text = set_lines(drawn, *kinds), drawn_one(drawn, random, "P")
        later = [(e, lines) for e, lines in found if lines[0].page > 3]
        if not later or text is None:
            return None
        element, lines = random.choice(later[:2])
        for line in lines:
            for show in line.shows:
                show.scale(text[1][0].shows[0].points / show.points, line.left, line.y)
        return drawn.text(element), lines[0].page

    return change


def _upside_down(drawn: Drawn, _random: Random) -> Hit | None:
    """Set all headings of level 2 as large as those of level 3 should be, and those larger."""
    sizes = {kind: lines[0].shows[0].points for kind in ("H2", "H3") for _, lines in set_lines(drawn, kind)}
    if len(sizes) < 2:
        return None
    for kind, other in (("H2", "H3"), ("H3", "H2")):
        for _, lines in set_lines(drawn, kind):
            if lines[0].left + (lines[0].right - lines[0].left) * sizes[other] / sizes[kind] > edge(drawn):
                continue
            for line in lines:
                for show in line.shows:
                    show.scale(sizes[other] / sizes[kind], line.left, line.y)
    return "", -1


FAULTS = (
    fault("page", "paragraph in the margin", "TYP-011", putting(_into_margin)),
    fault("page", "paragraph off the page", "TYP-011", putting(_off_the_page)),
    fault("page", "page shifted", "TYP-011 TYP-012", putting(_shifted), also="TYP-012"),
    fault("page", "folio at the inner side", "TYP-012", putting(_folio(_to_the_inside))),
    fault("page", "folio at the top", "TYP-012", putting(_folio(_to_the_top))),
    fault("page", "folio higher than elsewhere", "TYP-012", putting(_folio(_higher))),
    fault("page", "folio not bold", "TYP-012", putting(_folio(_regular))),
    fault("page", "folio of another page", "TYP-012", putting(_folio(_other_number)), also="TXT-005"),
    fault("page", "folio missing", "TYP-012", putting(_folio(_lost))),
    fault("page", "picture under text", "TYP-015", putting(_picture), also="TYP-007"),
    # A page without text has no folio either.
    fault("page", "page added", "TYP-017", putting(_added), also="TYP-012"),
    fault("page", "pages for a thick booklet", "TYP-018", putting(_too_many), also="TYP-012"),
    fault("page", "other number in the contents", "TYP-020", putting(_number_in_contents)),
    fault("page", "pages larger", "TYP-021", putting(_larger)),
    fault("page", "one page larger", "TYP-021", putting(_one_larger)),
    fault("page", "page turned", "TYP-021", putting(_turned), also="TYP-012"),
    fault("page", "h2 as large as text", "TYP-022", putting(_at_body_size("H2"))),
    fault("page", "headings the wrong way round", "TYP-022", putting(_upside_down)),
    fault("page", "h3 as large as text", "TYP-022", putting(_at_body_size("H3"))),
)
