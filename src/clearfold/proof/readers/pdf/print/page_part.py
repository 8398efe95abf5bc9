"""Cut a part out of a page: its text, drawings and pictures, and what is placed on it as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import atan2, degrees, hypot

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from clearfold.proof.readers.pdf.file import dictionary
from clearfold.proof.readers.pdf.graphics_state import UNIT, Matrix, times
from clearfold.proof.readers.pdf.page_text import DEEPEST, SHOWING

POINTS = 72 / 25.4  # in a mm
EDGE = 0.5  # pt; what goes over an edge by less does not cross it
SQUARE = (0.0, 0.0, 1.0, 1.0)  # where a picture is drawn: ISO 32000-1, 8.9.5.1
Operation = tuple[list[PdfObject], bytes]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a page in points from its lower left corner; ``turned`` where it is looked at upside down."""

    left: float
    bottom: float
    width: float
    height: float
    turned: bool = False

    @property
    def matrix(self) -> Matrix:
        """Return what brings the page's points to the window's."""
        if self.turned:
            return (-1.0, 0.0, 0.0, -1.0, self.left + self.width, self.bottom + self.height)
        return (1.0, 0.0, 0.0, 1.0, -self.left, -self.bottom)


@dataclass(frozen=True, slots=True)
class Placed:
    """A form that a page draws as a whole: its box in mm from the window's lower left corner, scale, turn in degrees.

    ``scale`` is that of the direction that differs most from 1.
    """

    left: float
    bottom: float
    right: float
    top: float
    scale: float
    turn: float


@dataclass(frozen=True, slots=True)
class Cut:
    """The content of a window with its resources."""

    stream: StreamObject
    resources: DictionaryObject


def cut(page: PageObject, window: Window) -> tuple[Cut, tuple[Placed, ...]]:
    """Return what stands in a window, as content in its points, and the page's forms of which the middle is in it.

    A line of text belongs where it begins; a picture or drawing that crosses the edge belongs to both sides.
    The page must be a PdfWriter's, which gets the forms that are cut.
    """
    assert isinstance(page.pdf, PdfWriter)
    corner = page.cropbox
    start = times((1.0, 0.0, 0.0, 1.0, -float(corner.left), -float(corner.bottom)), window.matrix)
    cutter = _Cutter(page.pdf, window)
    content = page.get_contents()
    resources = dictionary(page.get("/Resources")) or DictionaryObject()
    operations = content.operations if content is not None else []
    made = cutter.run(operations, start, resources)
    moved: Operation = ([FloatObject(n) for n in start], b"cm")
    return Cut(_stream([moved, *made.operations], page.pdf), made.resources), tuple(cutter.placed)


@dataclass(slots=True)
class _Made:
    """Content that is left of a stream, and the resources that it needs."""

    operations: list[Operation]
    resources: DictionaryObject


@dataclass(slots=True)
class _Place:
    """Where a content stream draws: its matrix, that of its text and lines, and whether that is in the window."""

    ctm: Matrix
    text: Matrix = UNIT
    leading: float = 0.0
    inside: bool = True
    saved: list[tuple[Matrix, float]] = field(default_factory=list)


class _Cutter:
    """Cuts one window out of one page."""

    def __init__(self, writer: PdfWriter, window: Window) -> None:
        self.writer, self.window = writer, window
        self.placed: list[Placed] = []

    def run(self, operations: list[Operation], ctm: Matrix, resources: DictionaryObject, depth: int = 0) -> _Made:
        made = _Made([], resources)
        place = _Place(ctm)
        for operands, operator in operations:
            if operator == b"Do":
                made.operations += self._drawn(operands, place.ctm, made, depth)
            elif operator in SHOWING:
                made.operations += self._shown(operands, operator, place)
            else:
                self._follow(operands, operator, place)
                made.operations.append((operands, operator))
        return made

    def _follow(self, operands: list[PdfObject], operator: bytes, place: _Place) -> None:
        """Follow the operators that move what is drawn."""
        if operator == b"q":
            place.saved.append((place.ctm, place.leading))
        elif operator == b"Q":
            if place.saved:
                place.ctm, place.leading = place.saved.pop()
        elif operator == b"cm":
            place.ctm = times(_matrix(operands), place.ctm)
        elif operator == b"TL":
            place.leading = float(str(operands[0]))
        elif operator in (b"BT", b"Tm", b"Td", b"TD", b"T*"):
            self._move(operands, operator, place)

    def _move(self, operands: list[PdfObject], operator: bytes, place: _Place) -> None:
        if operator == b"BT":
            place.text = UNIT
        elif operator == b"Tm":
            place.text = _matrix(operands)
        else:
            x, y = (0.0, -place.leading) if operator == b"T*" else (float(str(n)) for n in operands[:2])
            place.leading = -y if operator == b"TD" else place.leading
            place.text = times((1.0, 0.0, 0.0, 1.0, x, y), place.text)
        x, y = times(place.text, place.ctm)[4:]
        place.inside = -EDGE <= x < self.window.width - EDGE and -EDGE <= y <= self.window.height + EDGE

    def _shown(self, operands: list[PdfObject], operator: bytes, place: _Place) -> Iterator[Operation]:
        """Yield the operator where its line begins in the window, else what it does beside showing text."""
        if operator in (b"'", b'"'):
            self._move([], b"T*", place)
        if place.inside:
            yield operands, operator
            return
        if operator == b'"':
            yield [operands[0]], b"Tw"
            yield [operands[1]], b"Tc"
        if operator in (b"'", b'"'):
            yield [], b"T*"

    def _drawn(self, operands: list[PdfObject], ctm: Matrix, made: _Made, depth: int) -> Iterator[Operation]:
        """Yield the drawing of a form or picture unless it is outside; a form that crosses the edge is cut."""
        group = dictionary(made.resources.get("/XObject")) or DictionaryObject()
        drawn = dictionary(group.get(str(operands[0]))) if operands else None
        form = isinstance(drawn, StreamObject) and drawn.get("/Subtype") == "/Form"
        if drawn is None:
            return
        inner = times(_matrix(_array(drawn.get("/Matrix"))), ctm) if form and "/Matrix" in drawn else ctm
        left, bottom, right, top = _around(_box(drawn) if form else SQUARE, inner)
        width, height = self.window.width, self.window.height
        if form and not depth and 0 <= (left + right) / 2 < width and 0 <= (bottom + top) / 2 < height:
            self.placed.append(_placed((left, bottom, right, top), inner))
        if right <= EDGE or left >= width - EDGE or top <= EDGE or bottom >= height - EDGE:
            return
        whole = left >= -EDGE and right <= width + EDGE and bottom >= -EDGE and top <= height + EDGE
        if whole or not isinstance(drawn, StreamObject) or not form or depth >= DEEPEST:
            yield operands, b"Do"
        else:
            yield [NameObject(self._cut_form(drawn, inner, made, depth))], b"Do"

    def _cut_form(self, form: StreamObject, ctm: Matrix, made: _Made, depth: int) -> str:
        """Add a form with what is left of another, and return its name in the resources."""
        own = dictionary(form.get("/Resources"))
        content = ContentStream(form, self.writer)
        left = self.run(content.operations, ctm, own if own is not None else made.resources, depth + 1)
        stream = _stream(left.operations, self.writer)
        stream.update({key: value for key, value in form.items() if key not in ("/Filter", "/DecodeParms", "/Length")})
        stream[NameObject("/Resources")] = left.resources
        group = dictionary(made.resources.get("/XObject")) or DictionaryObject()
        name = f"/Cut{len(group)}"
        names = DictionaryObject({**group, NameObject(name): self.writer._add_object(stream)})
        made.resources = DictionaryObject({**made.resources, NameObject("/XObject"): names})
        return name


def _stream(operations: list[Operation], writer: PdfWriter) -> ContentStream:
    stream = ContentStream(None, writer)
    stream.operations = operations
    return stream


def _placed(box: Box, matrix: Matrix) -> Placed:
    a, b, c, d = matrix[:4]
    scale = max(hypot(a, b), hypot(c, d), key=lambda one: abs(one - 1))
    left, bottom, right, top = (edge / POINTS for edge in box)
    return Placed(left, bottom, right, top, scale, degrees(atan2(b, a)))


def _box(form: DictionaryObject) -> Box:
    one, two, three, four = (float(str(n)) for n in _array(form.get("/BBox"))[:4])
    return (one, two, three, four)


def _around(box: Box, matrix: Matrix) -> Box:
    """Return the upright box around one that a matrix has moved."""
    corners = [times((1.0, 0.0, 0.0, 1.0, x, y), matrix)[4:] for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*corners, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _array(value: PdfObject | None) -> list[PdfObject]:
    found = value.get_object() if value is not None else None
    return list(found) if isinstance(found, ArrayObject) else []


def _matrix(operands: list[PdfObject]) -> Matrix:
    a, b, c, d, e, f = (float(str(n)) for n in operands[:6])
    return (a, b, c, d, e, f)
