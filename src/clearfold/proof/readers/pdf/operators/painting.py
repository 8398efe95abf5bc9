"""Read what a page paints beside text: shapes, shadings and pictures, each with its room."""

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from clearfold.proof.page.page_model import Box, Colour, Picture, Shape
from clearfold.proof.readers.pdf.objects import dictionary
from clearfold.proof.readers.pdf.operators.matrix import SQUARE, around
from clearfold.proof.readers.pdf.operators.state import Graphics, Paint, Path, Remembered, Stream
from clearfold.proof.readers.pdf.operators.visitor import STROKING, Visitor
from clearfold.proof.readers.pdf.text_pieces import Shown

TILING, SHADING = 1, 2  # pattern types: ISO 32000-1, 8.7.3
DEEPEST = 4  # forms within the cell of a pattern


class PaintVisitor(Visitor):
    """Gathers the shapes and pictures of one page; ``texts`` counts the operators that drew text so far."""

    def __init__(self, colours: Remembered[Colour | None]) -> None:
        self.colours, self.patterns = colours, Remembered(pattern_type)
        self.shapes: list[Shape] = []
        self.pictures: list[Picture] = []
        self.texts = 0

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Count the text that is drawn."""
        self.texts += bool(row.codes)

    def painted(self, path: Path, operator: bytes, stream: Stream) -> None:
        """Add a shape, and a picture where an image is repeated in it."""
        now = stream.now
        if not path.points:
            return
        stroked = operator in STROKING
        a, b, c, d, _, _ = now.ctm
        pen = now.pen * abs(a * d - b * c) ** 0.5 / 2 if stroked else 0.0
        box = path.box(pen).within(now.clip)
        if box.right <= box.left or box.top <= box.bottom or not now.alpha:
            return
        colour = None if stroked or now.alpha < 1 else self.colours.of(now.fill)
        pattern = self.patterns.of(now.fill)
        self._add(box, path.plain, colour, shading=pattern == SHADING, stream=stream)
        if pattern == TILING and not stroked:
            self.pictures.append(Picture(box))

    def shaded(self, shading: DictionaryObject | None, stream: Stream) -> None:
        """Add a gradient: it reaches as far as the clip."""
        self._add(stream.now.clip, True, None, shading=True, stream=stream)

    def _add(self, box: Box, plain: bool, colour: Colour | None, *, shading: bool, stream: Stream) -> None:
        figure, scope = stream.marks[-1].figure, stream.now.scope
        self.shapes.append(Shape(box, plain, colour, shading, figure, scope, self.texts))

    def image(self, drawn: StreamObject | None, operands: list[PdfObject], stream: Stream) -> None:
        """Add an image."""
        self.pictures.append(Picture(_room(stream.now), coded=_coded(drawn)))


def _coded(drawn: StreamObject | None) -> bytes:
    """Return the bytes of a JPEG, b"" of another picture."""
    filters = drawn.get("/Filter") if drawn is not None else None
    return drawn._data if drawn is not None and filters in ("/DCTDecode", ["/DCTDecode"]) else b""


def _room(now: Graphics) -> Box:
    return around(now.ctm, SQUARE).within(now.clip)


def pattern_type(paint: Paint) -> int:
    """Return the type of the pattern that a paint is, 0 for a colour, TILING for one that is not in the file."""
    if not paint.patterned:
        return 0
    return _pattern(paint.pattern) if paint.pattern is not None else TILING


def _pattern(pattern: DictionaryObject, depth: int = 0) -> int:
    """Return the type of a pattern; a cell that holds a shading and no image is a shading, as WeasyPrint makes them."""
    if str(pattern.get("/PatternType", TILING)) != str(TILING):
        return SHADING
    resources = dictionary(pattern.get("/Resources"))
    if resources is None or depth > DEEPEST:
        return TILING
    group = dictionary(resources.get("/XObject"))
    inner = [found for value in group.values() if (found := dictionary(value)) is not None] if group else []
    if any(item.get("/Subtype") == "/Image" for item in inner):
        return TILING
    shaded = bool(resources.get("/Shading")) or any(_pattern(item, depth + 1) == SHADING for item in inner)
    return SHADING if shaded else TILING
