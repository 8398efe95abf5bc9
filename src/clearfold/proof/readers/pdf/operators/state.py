"""What an interpreter of content streams knows at each operator: graphics state, text, path, marked content."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pypdf.generic import DictionaryObject, NameObject, PdfObject

from clearfold.proof.page.page_model import EVERYWHERE, Box
from clearfold.proof.readers.pdf.fonts.fonts import Font
from clearfold.proof.readers.pdf.objects import floats, resource
from clearfold.proof.readers.pdf.operators.matrix import UNIT, Matrix, point

LEVEL = 0.01  # pt by which the ends of a level or upright line may differ
DEVICE = {b"g": "/DeviceGray", b"rg": "/DeviceRGB", b"k": "/DeviceCMYK"}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as the file says it: its space and numbers (None for the colour that a space begins with), or a pattern.

    ``pattern`` is None also where the file has none of that name.
    """

    space: PdfObject | None = NameObject("/DeviceGray")  # noqa: RUF009 -- a name is never changed
    numbers: tuple[PdfObject, ...] | None = None
    pattern: DictionaryObject | None = None
    patterned: bool = False


class Remembered(Generic[T]):
    """What a paint comes to, worked out once for as long as it is in use."""

    def __init__(self, read: Callable[[Paint], T]) -> None:
        self.read = read
        self.last: tuple[Paint, T] | None = None

    def of(self, paint: Paint) -> T:
        """Return what the paint comes to."""
        if self.last is None or self.last[0] is not paint:
            self.last = (paint, self.read(paint))
        return self.last[1]


def chosen(paint: Paint, operator: bytes, operands: list[PdfObject], resources: DictionaryObject) -> Paint:
    """Return the paint that an operator of colour chooses; ``paint`` is the one before."""
    lower = operator.lower()
    if lower in DEVICE:
        return Paint(NameObject(DEVICE[lower]), tuple(operands))
    if lower == b"cs":
        name = str(operands[0]) if operands else ""
        return Paint((resource(resources, "/ColorSpace", name) or NameObject(name)) if operands else None)
    if operands and isinstance(operands[-1], NameObject):
        found = resource(resources, "/Pattern", str(operands[-1]))
        return Paint(paint.space, None, found if isinstance(found, DictionaryObject) else None, patterned=True)
    return Paint(paint.space, tuple(operands))


@dataclass(slots=True)
class Graphics:
    """What q saves and Q brings back; ``scope`` are the q around, each by a number of its own.

    ``masked`` is true where a soft mask decides what shows. ``over_fill`` and ``over_stroke`` are true where inks are
    printed over those below, ``over_none`` where inks of which there is none leave those below as they are.
    """

    ctm: Matrix = UNIT
    font: Font | None = None
    size: float = 0.0
    leading: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    mode: int = 0
    fill: Paint = Paint()
    stroke: Paint = Paint()
    over_fill: bool = False
    over_stroke: bool = False
    over_none: bool = False
    alpha: float = 1.0
    masked: bool = False
    pen: float = 1.0
    clip: Box = EVERYWHERE
    scope: tuple[int, ...] = ()

    def copy(self) -> "Graphics":
        """Return the state as it is now: this one goes on changing."""
        return replace(self)


@dataclass(slots=True)
class Path:
    """A path being built, in the page's space; ``plain`` while it is made of level and upright lines alone."""

    points: list[tuple[float, float]] = field(default_factory=list)
    plain: bool = True
    clips: bool = False

    def box(self, margin: float = 0.0) -> Box:
        """Return the room of its points, and of so much around them."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Box(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)

    def build(self, operands: list[PdfObject], operator: bytes, ctm: Matrix) -> None:
        """Add what an operator draws."""
        if operator == b"re":
            x, y, width, height = floats(operands)[:4]
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            self.points += [point(ctm, *corner) for corner in corners]
            self.plain = self.plain and _is_square(ctm)
        elif operator in (b"m", b"l"):
            x, y = floats(operands)[:2]
            at = point(ctm, x, y)
            if operator == b"l" and self.points:
                last = self.points[-1]
                self.plain = self.plain and (abs(at[0] - last[0]) < LEVEL or abs(at[1] - last[1]) < LEVEL)
            self.points.append(at)
        elif operator in (b"c", b"v", b"y"):
            given = floats(operands)
            self.points += [point(ctm, x, y) for x, y in zip(given[::2], given[1::2], strict=False)]
            self.plain = False


def _is_square(matrix: Matrix) -> bool:
    a, b, c, d, _, _ = matrix
    return (abs(b) < LEVEL and abs(c) < LEVEL) or (abs(a) < LEVEL and abs(d) < LEVEL)


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """What the marked-content sequences around an operator say together; ``replaced`` where ActualText stands for it.

    ``figure`` numbers the picture's sequence, 0 for none; ``hidden`` is true in a layer that is not shown.
    """

    mcid: int = -1
    form: int = 0
    sequence: int = 0
    artifact: str = ""
    lang: str = ""
    expansion: str = ""
    figure: int = 0
    replaced: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Stream:
    """A content stream as it runs: ``form`` is the object number of the form that it is, 0 for a page.

    ``text`` is where the next letter goes, ``line`` where its line begins; ``depth`` counts the forms around.
    """

    now: Graphics
    resources: DictionaryObject
    marks: list[MarkedContent] = field(default_factory=lambda: [MarkedContent()])
    form: int = 0
    depth: int = 0
    text: Matrix = UNIT
    line: Matrix = UNIT
    saved: list[Graphics] = field(default_factory=list)
