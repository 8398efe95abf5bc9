"""Text that is shown on a page of a PDF, as what it is: glyphs of a font, where they stand on the page.

Between paper.py, which reads operators, and drawn.py, which has the pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Name, Object, Operator

from tests.faults.paper import read_font

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
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


def open_font(name: str, font: Object) -> Font:
    """Read a font of a page."""
    return Font(name, font, read_font(font)[1], dict(_widths(font)))


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


def matrix_of(given: list[Object]) -> Matrix:
    """Return the operands of an operator as a matrix."""
    a, b, c, d, e, f = (float(value) for value in given)
    return (a, b, c, d, e, f)
