"""Cut a part out of a page: its text, drawings and pictures, and what is placed on it as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ContentStream,
    DictionaryObject,
    FloatObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from clearfold.model.units import MM
from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.operators.amount import DEEPEST
from clearfold.proof.readers.pdf.operators.interpreter import Interpreter
from clearfold.proof.readers.pdf.operators.matrix import SQUARE, Matrix, around, box_of, times
from clearfold.proof.readers.pdf.operators.state import Graphics, Stream
from clearfold.proof.readers.pdf.operators.visitor import Operation, Visitor
from clearfold.proof.readers.pdf.text_pieces import Shown

EDGE = 0.5  # pt; what goes over an edge by less does not cross it


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


def cut(page: PageObject, operations: Sequence[Operation], window: Window) -> tuple[Cut, tuple[Placed, ...]]:
    """Return what stands in a window, as content in its points, and the page's forms of which the middle is in it.

    A line of text belongs where it begins; a picture or drawing that crosses the edge belongs to both sides.
    ``operations`` are the page's; it must be a PdfWriter's, which gets the forms that are cut.
    """
    assert isinstance(page.pdf, PdfWriter)
    corner = page.cropbox
    start = times((1.0, 0.0, 0.0, 1.0, -float(corner.left), -float(corner.bottom)), window.matrix)
    resources = dictionary(page.get("/Resources"))
    stream = Stream(Graphics(start), resources if resources is not None else DictionaryObject())
    cutter = CutVisitor(page.pdf, window, stream.resources)
    Interpreter(page, (cutter,), None).run(operations, stream)
    made = cutter.made[0]
    moved: Operation = ([FloatObject(n) for n in start], b"cm")
    return Cut(_stream([moved, *made.operations], page.pdf), made.resources), tuple(cutter.placed)


@dataclass(slots=True)
class _Made:
    """Content that is left of a stream, and the resources that it needs."""

    operations: list[Operation]
    resources: DictionaryObject


class CutVisitor(Visitor):
    """Cuts one window out of one page: ``made`` is what is left of the page, and of each form that is being cut."""

    def __init__(self, writer: PdfWriter, window: Window, resources: DictionaryObject) -> None:
        self.writer, self.window = writer, window
        self.made = [_Made([], resources)]
        self.placed: list[Placed] = []

    def followed(self, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Keep whatever shows no text and draws no object."""
        self.made[-1].operations.append((operands, operator))

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Keep text where its line begins in the window, else what its operator does beside showing it."""
        operations = self.made[-1].operations
        x, y = times(stream.line, stream.now.ctm)[4:]
        if -EDGE <= x < self.window.width - EDGE and -EDGE <= y <= self.window.height + EDGE:
            operations.append((operands, operator))
            return
        if operator == b'"':
            operations += [([operands[0]], b"Tw"), ([operands[1]], b"Tc")]
        if operator in (b"'", b'"'):
            operations.append(([], b"T*"))

    def image(self, drawn: StreamObject | None, operands: list[PdfObject], stream: Stream) -> None:
        """Keep a picture unless it is outside; one in the content stream is kept like any operator."""
        if drawn is not None and not self._outside(around(stream.now.ctm, SQUARE)):
            self._keep(operands)

    def enters(self, form: StreamObject, operands: list[PdfObject], outer: Stream, inner: Stream) -> bool:
        """Keep a form unless it is outside; go into one that crosses the edge, which is cut."""
        box = around(inner.now.ctm, box_of(items(form.get("/BBox"))))
        width, height = self.window.width, self.window.height
        across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if not outer.depth and 0 <= across < width and 0 <= up < height:
            self.placed.append(_placed(box, inner.now.ctm))
        if self._outside(box):
            return False
        whole = box.left >= -EDGE and box.right <= width + EDGE and box.bottom >= -EDGE and box.top <= height + EDGE
        if whole or inner.depth > DEEPEST:
            self._keep(operands)
            return False
        self.made.append(_Made([], inner.resources))
        return True

    def left(self, form: StreamObject, inner: Stream) -> None:
        """Draw a form with what is left of one that was cut, in its place."""
        rest, made = self.made.pop(), self.made[-1]
        stream = _stream(rest.operations, self.writer)
        stream.update({key: value for key, value in form.items() if key not in ("/Filter", "/DecodeParms", "/Length")})
        stream[NameObject("/Resources")] = rest.resources
        group = dictionary(made.resources.get("/XObject")) or DictionaryObject()
        name = f"/Cut{len(group)}"
        names = DictionaryObject({**group, NameObject(name): self.writer._add_object(stream)})
        made.resources = DictionaryObject({**made.resources, NameObject("/XObject"): names})
        self._keep([NameObject(name)])

    def _keep(self, operands: list[PdfObject]) -> None:
        self.made[-1].operations.append((operands, b"Do"))

    def _outside(self, box: Box) -> bool:
        width, height = self.window.width, self.window.height
        return box.right <= EDGE or box.left >= width - EDGE or box.top <= EDGE or box.bottom >= height - EDGE


def _stream(operations: list[Operation], writer: PdfWriter) -> ContentStream:
    stream = ContentStream(None, writer)
    stream.operations = operations
    return stream


def _placed(box: Box, matrix: Matrix) -> Placed:
    a, b, c, d = matrix[:4]
    scale = max(hypot(a, b), hypot(c, d), key=lambda one: abs(one - 1))
    left, bottom, right, top = (edge / MM for edge in (box.left, box.bottom, box.right, box.top))
    return Placed(left, bottom, right, top, scale, degrees(atan2(b, a)))
