"""Take the pages of a finished PDF apart into operators and the text that is shown, each piece where it stands.

Faults in the look of a page move, colour and set anew what they find here. Between shown.py and page.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Object, Operator

from tests.faults.paper import SHOWING, Element, Paper
from tests.faults.shown import (
    UNIT,
    Colour,
    Font,
    Glyph,
    Line,
    Matrix,
    Operation,
    Show,
    inverse,
    made,
    matrix_of,
    open_font,
    times,
)

FILLING = ("g", "rg", "k", "sc", "scn")
POSITION = ("Tf", "Tm", "Td", "TD", "T*", "TL")  # what a piece of text says by itself once it is apart
Item = Operation | Show


class Drawn(Paper):
    """A PDF of which the pages are lists of operators and of the text that they show."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.fonts: dict[tuple[int, str], Font] = {}
        self.items: list[list[Item]] = [list(self._apart(page)) for page in range(len(self.pages))]

    def data(self) -> bytes:
        """Put the PDF together again."""
        self.pages = [
            [one for item in items for one in (item.operators() if isinstance(item, Show) else (item,))]
            for items in self.items
        ]
        return super().data()

    def shows(self, page: int) -> list[Show]:
        """Return the text of a page, in the order in which it is shown."""
        return [item for item in self.items[page] if isinstance(item, Show)]

    def lines(self, element: Element) -> list[Line]:
        """Return the lines of an element, page by page and from the top."""
        found: list[Line] = []
        for page in sorted({page for page, _ in element.marks}):
            marks = {mark for number, mark in element.marks if number == page}
            shown = [show for show in self.shows(page) if show.mark in marks and show.glyphs]
            lines: list[list[Show]] = []
            for show in sorted(shown, key=lambda show: -show.y):  # what is raised or lowered stands on the same line
                if lines and lines[-1][0].y - show.y < 0.5 * show.points:
                    lines[-1].append(show)
                else:
                    lines.append([show])
            ordered = [tuple(sorted(line, key=lambda show: show.x)) for line in lines]
            found += [Line(page, line) for line in ordered if any(show.text.strip() for show in line)]
        return found

    def twin(self, page: int, font: Font) -> Font:
        """Return a copy of a font of a page, to be changed: the page has both."""
        again = self._copied(font.object)
        descendant = self._copied(font.object.DescendantFonts[0])
        descendant.FontDescriptor = self._copied(descendant.FontDescriptor)
        again.DescendantFonts = Array([descendant])
        name = f"{font.name}x"
        self.pdf.pages[page].Resources.Font[name] = again
        self.fonts[page, name] = Font(name, again, dict(font.text), font.widths)
        return self.fonts[page, name]

    def _copied(self, given: Object) -> Object:
        return self.pdf.make_indirect(Dictionary(dict(given.items())))

    def state(self, page: int, index: int) -> "State":
        """Return what holds on a page before one of its items."""
        state = State()
        saved: list[State] = []
        for one in self.items[page][:index]:
            name = "" if isinstance(one, Show) else str(one.operator)
            if name == "q":
                saved.append(replace(state))
            elif name == "Q":
                state = saved.pop()
            elif not isinstance(one, Show):
                state.follow(name, list(one.operands), one)
        return state

    def size(self, page: int) -> tuple[float, float]:
        """Return a page's width and height in points."""
        box = [float(value) for value in self.pdf.pages[page].MediaBox]
        return box[2] - box[0], box[3] - box[1]

    def resize(self, change: Callable[[float, float], tuple[float, float]], only: int = -1) -> None:
        """Give all pages, or one, another width and height; what stands on them stays where it is."""
        for number, page in enumerate(self.pdf.pages):
            for name in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox") if only in (-1, number) else ():
                if name in page:
                    left, low, right, high = (float(value) for value in page[name])
                    wide, tall = change(right - left, high - low)
                    page[name] = Array([left, low, left + wide, low + tall])

    def add_pages(self, count: int) -> None:
        """Add empty pages at the end."""
        for _ in range(count):
            self.pdf.add_blank_page(page_size=self.size(0))
            self.items.append([])

    def draw(self, page: int, *items: Item) -> None:
        """Draw more on a page after all else, in the space of the page."""
        self.items[page] = [made("q"), *self.items[page], made("Q"), *items]

    def draw_under(self, page: int, mark: int, *items: Item) -> None:
        """Draw more on a page right before a marked-content sequence, in the space of the page."""
        at = self.marked(page, mark)[0]
        back = made("cm", *inverse(self.state(page, at).ctm))
        self.items[page][at:at] = [made("q"), back, *items, made("Q")]

    def first_mark(self, page: int) -> int:
        """Return the marked-content id of what a page shows first."""
        return next(mark for mark in map(_opens, self.items[page]) if mark >= 0)

    def marked(self, page: int, mark: int) -> tuple[int, int]:
        """Return the items, first and after the last, of a marked-content sequence."""
        items = self.items[page]
        first = next(i for i, item in enumerate(items) if _opens(item) == mark)
        depth, end = 1, first + 1
        while depth:
            name = "" if isinstance(items[end], Show) else str(items[end].operator)  # type: ignore[union-attr]
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            end += 1
        return first, end

    def font(self, page: int, name: str) -> Font:
        """Return a font of a page by its name there."""
        if (page, name) not in self.fonts:
            found = self.pdf.pages[page].Resources.Font[name]
            self.fonts[page, name] = open_font(name, found)
        return self.fonts[page, name]

    def _apart(self, page: int) -> Iterator[Item]:
        """Yield a page's operators, with each piece of text as what it is."""
        state = State()
        saved: list[State] = []
        marks: list[tuple[int, bool]] = [(-1, False)]
        for one in self.pages[page]:
            name, given = str(one.operator), list(one.operands)
            if name == "q":
                saved.append(replace(state))
            elif name == "Q":
                state = saved.pop()
            elif name in ("BDC", "BMC"):
                found = _opens(one)
                artifact = marks[-1][1] or given[0] == Name.Artifact
                marks.append((-1 if artifact else max(found, marks[-1][0]), artifact))
            elif name == "EMC":
                marks.pop()
            elif name in SHOWING:
                show = self._show(page, one, state, *marks[-1])
                yield show
                state.text = times((1, 0, 0, 1, show.wide() / (abs(show.matrix[0]) or 1), 0), state.text)
                continue
            state.follow(name, given, one)
            if name not in POSITION:
                yield one

    def _show(self, page: int, one: Operation, state: "State", mark: int, artifact: bool) -> Show:
        font = self.font(page, state.font)
        glyphs: list[Glyph] = []
        shown = one.operands[0]
        for part in shown if isinstance(shown, Array) else [shown]:
            if isinstance(part, pikepdf.String):
                raw = bytes(part)
                size = 2 if font.object.Subtype == Name.Type0 else 1
                codes = [raw[i : i + size] for i in range(0, len(raw), size)]
                glyphs += [Glyph(code, font.text.get(code, "\ufffd"), font.width(code)) for code in codes]
            elif glyphs:
                glyphs[-1] = replace(glyphs[-1], advance=glyphs[-1].advance - float(part))
        return Show(glyphs, font, state.size, times(state.text, state.ctm), state.ctm, mark, artifact, state.fill)


@dataclass(slots=True)
class State:
    """What operators before a text say of it."""

    ctm: Matrix = UNIT
    text: Matrix = UNIT
    line: Matrix = UNIT
    font: str = ""
    size: float = 0.0
    fill: Operation | None = None

    def follow(self, name: str, given: list[Object], one: Operation) -> None:
        if name == "cm":
            self.ctm = times(matrix_of(given), self.ctm)
        elif name == "BT":
            self.text = self.line = UNIT
        elif name == "Tm":
            self.text = self.line = matrix_of(given)
        elif name == "Td":
            self.text = self.line = times((1, 0, 0, 1, float(given[0]), float(given[1])), self.line)
        elif name == "Tf":
            self.font, self.size = str(given[0]), float(given[1])
        elif name in FILLING:
            self.fill = one


def _opens(item: Item) -> int:
    """Return the marked-content id of the sequence that an item opens, -1 where it opens none."""
    given = [] if isinstance(item, Show) or str(item.operator) != "BDC" else list(item.operands)
    return int(given[1].get("/MCID", -1)) if len(given) > 1 and isinstance(given[1], Dictionary) else -1


def box(colour: Colour, left: float, low: float, wide: float, high: float) -> tuple[Item, ...]:
    """Return what fills a rectangle of the page, as an artifact."""
    mark = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    return (mark, made("rg", *colour), made("re", left, low, wide, high), made("f"), made("EMC"))
