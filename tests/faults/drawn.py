"""Take the pages of a finished PDF apart into the text that is shown on them, each piece where it stands on the page.

Faults in the look of a page move, colour and set anew what they find here. Between paper.py and page.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Object, Operator

from tests.faults.paper import SHOWING, Element, Paper, read_font

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FILLING = ("g", "rg", "k", "sc", "scn")
POSITION = ("Tf", "Tm", "Td", "TD", "T*", "TL")  # what a piece of text says by itself once it is apart


Operation = ContentStreamInstruction | ContentStreamInlineImage


@dataclass(frozen=True, slots=True)
class Glyph:
    """A code, the text that it stands for, and how far it moves the pen, in thousandths of the type size."""

    code: bytes
    text: str
    advance: float


@dataclass(slots=True)
class Font:
    """A font of a page: its object, the text of each code, the codes' widths in thousandths."""

    name: str
    object: Object
    text: dict[bytes, str]
    widths: dict[int, float]

    def width(self, code: bytes) -> float:
        return self.widths.get(int.from_bytes(code, "big"), 1000.0)

    def glyphs(self, text: str) -> list[Glyph] | None:
        """Return the glyphs of a text, None where the font lacks one."""
        codes = {char: code for code, char in self.text.items()}
        found = [Glyph(codes[char], char, self.width(codes[char])) for char in text if char in codes]
        return found if len(found) == len(text) else None


@dataclass(slots=True, eq=False)
class Show:
    """Text shown by one operator: its glyphs, font, type size, and the matrix from text to page.

    ``ctm`` is the matrix from the user space around it to the page; ``fill`` the operator that gave its colour,
    ``colour`` another colour for it alone, in red, green and blue from 0 to 1.
    """

    glyphs: list[Glyph]
    font: Font
    size: float
    matrix: Matrix
    ctm: Matrix
    mark: int
    artifact: bool
    fill: Operation | None
    colour: Colour | None = None

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def x(self) -> float:
        return self.matrix[4]

    @property
    def y(self) -> float:
        return self.matrix[5]

    @property
    def points(self) -> float:
        """Return the type size on the page, in points."""
        return self.size * abs(self.matrix[3])

    def wide(self, count: int | None = None) -> float:
        """Return the width of the first glyphs, else of all, in points."""
        return sum(glyph.advance for glyph in self.glyphs[:count]) / 1000 * self.size * abs(self.matrix[0])

    def move(self, x: float, y: float) -> None:
        """Move it on the page, in points to the right and up."""
        a, b, c, d, e, f = self.matrix
        self.matrix = (a, b, c, d, e + x, f + y)

    def scale(self, by: float, x: float, y: float) -> None:
        """Make it larger or smaller about a point of the page."""
        a, b, c, d, e, f = self.matrix
        self.matrix = (a * by, b * by, c * by, d * by, x + (e - x) * by, y + (f - y) * by)

    def operators(self) -> Iterator[Operation]:
        """Yield the operators that show it there, whatever came before."""
        yield made("Tf", Name(self.font.name), self.size)
        yield made("Tm", *times(self.matrix, inverse(self.ctm)))
        if self.colour is not None:
            yield made("rg", *self.colour)
        shown: list[pikepdf.String | float] = []
        for glyph in self.glyphs:
            shown += [pikepdf.String(glyph.code), round(self.font.width(glyph.code) - glyph.advance, 3)]
        yield ContentStreamInstruction([Array(shown)], Operator("TJ"))
        if self.colour is not None:
            yield self.fill or made("g", 0)


@dataclass(frozen=True, slots=True)
class Line:
    """What an element shows on one line of a page."""

    page: int
    shows: tuple[Show, ...]

    @property
    def y(self) -> float:
        return self.shows[0].y

    @property
    def left(self) -> float:
        return self.shows[0].x

    @property
    def right(self) -> float:
        """Return where its last letter ends, a space at the end left out."""
        last = [show for show in self.shows if show.text.strip()][-1]
        return last.x + last.wide(len(last.text.rstrip()))

    @property
    def text(self) -> str:
        return "".join(show.text for show in self.shows)

    def move(self, x: float, y: float) -> None:
        for show in self.shows:
            show.move(x, y)


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
            ordered = sorted(shown, key=lambda show: (-round(show.y), show.x))
            lines = [tuple(line) for _, line in groupby(ordered, key=lambda show: round(show.y))]
            found += [Line(page, line) for line in lines if any(show.text.strip() for show in line)]
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
            self.fonts[page, name] = Font(name, found, read_font(found)[1], dict(_widths(found)))
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
            self.ctm = times(_matrix(given), self.ctm)
        elif name == "BT":
            self.text = self.line = UNIT
        elif name == "Tm":
            self.text = self.line = _matrix(given)
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


def made(operator: str, *operands: Object | float) -> Operation:
    """Make an operator."""
    given = [Decimal(f"{value:.5f}") if isinstance(value, float) else value for value in operands]
    return ContentStreamInstruction(given, Operator(operator))


def times(one: Matrix, two: Matrix) -> Matrix:
    """Multiply two matrices: first one, then two (ISO 32000-1, 8.3.3)."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def inverse(matrix: Matrix) -> Matrix:
    """Return the matrix that undoes another."""
    a, b, c, d, e, f = matrix
    by = a * d - b * c
    return (d / by, -b / by, -c / by, a / by, (c * f - d * e) / by, (b * e - a * f) / by)


def _matrix(given: list[Object]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in given)
    return (a, b, c, d, e, f)


def _widths(font: Object) -> Iterator[tuple[int, float]]:
    """Yield the width of each code of a composite font (ISO 32000-1, 9.7.4.3)."""
    if "/DescendantFonts" not in font:
        return
    given = list(font.DescendantFonts[0].get("/W", []))
    while given:
        first, second = int(given.pop(0)), given.pop(0)
        if isinstance(second, Array):
            yield from ((first + i, float(width)) for i, width in enumerate(second))
        else:
            width = float(given.pop(0))
            yield from ((code, width) for code in range(first, int(second) + 1))
