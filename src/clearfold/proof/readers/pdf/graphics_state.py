"""Follow the graphics state of a content stream: matrices, colours, clips, and the shapes and pictures that it paints.

Beside pdf_text, which follows the text. A clip is taken as the room around it (ISO 32000-1, 8.5.4): its outline does
not matter to the checks.
"""

from dataclasses import dataclass, field, replace

from pypdf.generic import DictionaryObject, FloatObject, NameObject, NumberObject, PdfObject

from clearfold.proof.page.page_model import EVERYWHERE, Box, Colour, Picture, Shape
from clearfold.proof.readers.pdf.colour import BLACK, first_colour, to_srgb
from clearfold.proof.readers.pdf.fonts.fonts import Font

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LEVEL = 0.01  # pt by which the ends of a level or upright line may differ
FILLING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
STROKING = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
PAINTING = FILLING | STROKING | {b"n"}
COLOURING = frozenset({b"g", b"rg", b"k", b"cs", b"sc", b"scn"})
BUILDING = frozenset({b"m", b"l", b"c", b"v", b"y", b"h", b"re"})
TILING, SHADING = 1, 2  # pattern types: ISO 32000-1, 8.7.3
DEEPEST = 4  # forms within the cell of a pattern


@dataclass(frozen=True, slots=True)
class Graphics:
    """What q saves and Q brings back; ``scope`` are the q around, each by a number of its own."""

    ctm: Matrix = UNIT
    font: Font | None = None
    size: float = 0.0
    leading: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    mode: int = 0
    space: PdfObject | None = None
    fill: Colour | None = BLACK
    pattern: int = 0
    alpha: float = 1.0
    stroke: float = 1.0
    clip: Box = EVERYWHERE
    scope: tuple[int, ...] = ()


@dataclass(slots=True)
class _Path:
    """A path being built, in the page's space; ``plain`` while it is made of level and upright lines alone."""

    points: list[tuple[float, float]] = field(default_factory=list)
    plain: bool = True
    clips: bool = False

    def box(self, margin: float = 0.0) -> Box:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Box(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


@dataclass(slots=True)
class Canvas:
    """What a page's content streams paint beside text; ``texts`` counts the operators that drew text so far."""

    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    texts: int = 0
    path: _Path = field(default_factory=_Path)
    scopes: int = 0

    def deeper(self, now: Graphics) -> Graphics:
        """Return the state within a q or a form."""
        self.scopes += 1
        return replace(now, scope=(*now.scope, self.scopes))

    def build(self, operands: list[PdfObject], operator: bytes, now: Graphics) -> None:
        """Add to the path."""
        path = self.path
        if operator == b"re":
            x, y, width, height = floats(operands)[:4]
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            path.points += [point(now.ctm, *corner) for corner in corners]
            path.plain = path.plain and _is_square(now.ctm)
        elif operator in (b"m", b"l"):
            at = point(now.ctm, *floats(operands)[:2])
            if operator == b"l" and path.points:
                last = path.points[-1]
                path.plain = path.plain and (abs(at[0] - last[0]) < LEVEL or abs(at[1] - last[1]) < LEVEL)
            path.points.append(at)
        elif operator in (b"c", b"v", b"y"):
            given = floats(operands)
            path.points += [point(now.ctm, x, y) for x, y in zip(given[::2], given[1::2], strict=False)]
            path.plain = False

    def paint(self, operator: bytes, now: Graphics, figure: int) -> Graphics:
        """Paint the path and forget it; return the state, its clip narrowed where the path clips."""
        path, self.path = self.path, _Path()
        if not path.points:
            return now
        stroked = operator in STROKING
        if operator != b"n":
            a, b, c, d, _, _ = now.ctm
            pen = now.stroke * abs(a * d - b * c) ** 0.5 / 2 if stroked else 0.0
            self._add(path.box(pen).within(now.clip), path.plain, now, figure, stroked=stroked)
        return replace(now, clip=path.box().within(now.clip)) if path.clips else now

    def _add(self, box: Box, plain: bool, now: Graphics, figure: int, *, stroked: bool) -> None:
        if box.right <= box.left or box.top <= box.bottom or not now.alpha:
            return
        colour = None if stroked or now.alpha < 1 else now.fill
        shape = Shape(box, plain, colour, now.pattern == SHADING, figure, now.scope, self.texts)
        self.shapes.append(shape)
        if now.pattern == TILING and not stroked:
            self.pictures.append(Picture(box))

    def shade(self, now: Graphics, figure: int) -> None:
        """Paint a shading over all that is not clipped away."""
        self.shapes.append(Shape(now.clip, True, None, True, figure, now.scope, self.texts))

    def image(self, now: Graphics) -> None:
        """Place an image: the unit square of its space (ISO 32000-1, 8.9.3)."""
        path = _Path([point(now.ctm, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))])
        self.pictures.append(Picture(path.box().within(now.clip)))


def coloured(operands: list[PdfObject], operator: bytes, now: Graphics, resources: DictionaryObject) -> Graphics:
    """Return the state with another colour to fill with."""
    if operator == b"cs":
        space = _space(str(operands[0]), resources) if operands else None
        return replace(now, space=space, fill=first_colour(space), pattern=0)
    if operator in (b"sc", b"scn"):
        if operands and isinstance(operands[-1], NameObject):
            kind = resource(resources, "/Pattern", str(operands[-1]))
            return replace(now, fill=None, pattern=_pattern(kind) if isinstance(kind, DictionaryObject) else TILING)
        return replace(now, fill=to_srgb(now.space, floats(operands)), pattern=0)
    device = {b"g": "/DeviceGray", b"rg": "/DeviceRGB", b"k": "/DeviceCMYK"}[operator]
    space = NameObject(device)
    return replace(now, space=space, fill=to_srgb(space, floats(operands)), pattern=0)


def _pattern(pattern: DictionaryObject, depth: int = 0) -> int:
    """Return the type of a pattern; a cell that holds a shading and no image is a shading, as WeasyPrint makes them."""
    if str(pattern.get("/PatternType", TILING)) != str(TILING):
        return SHADING
    found = pattern.get("/Resources")
    resources = found.get_object() if found is not None else None
    if not isinstance(resources, DictionaryObject) or depth > DEEPEST:
        return TILING
    objects = resources.get("/XObject")
    group = objects.get_object() if objects is not None else None
    inner = [value.get_object() for value in group.values()] if isinstance(group, DictionaryObject) else []
    if any(item.get("/Subtype") == "/Image" for item in inner):
        return TILING
    shaded = bool(resources.get("/Shading")) or any(_pattern(item, depth + 1) == SHADING for item in inner)
    return SHADING if shaded else TILING


def _space(name: str, resources: DictionaryObject) -> PdfObject:
    return resource(resources, "/ColorSpace", name) or NameObject(name)


def _is_square(matrix: Matrix) -> bool:
    a, b, c, d, _, _ = matrix
    return (abs(b) < LEVEL and abs(c) < LEVEL) or (abs(a) < LEVEL and abs(d) < LEVEL)


def times(one: Matrix, two: Matrix) -> Matrix:
    """Multiply two matrices of ISO 32000-1, 8.3.3: first one, then two."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def matrix_of(operands: list[PdfObject]) -> Matrix:
    """Return a matrix that is written as six numbers."""
    a, b, c, d, e, f = floats(operands)[:6]
    return (a, b, c, d, e, f)


def floats(operands: list[PdfObject]) -> list[float]:
    """Return numbers as Python's."""
    return [float(o) if isinstance(o, FloatObject | NumberObject) else float(str(o)) for o in operands]


def resource(resources: DictionaryObject, kind: str, name: str) -> PdfObject | None:
    """Return a resource by its kind and name, None where there is none."""
    group = resources.get(kind)
    found = group.get_object() if group is not None else None
    value = found.get(name) if isinstance(found, DictionaryObject) else None
    return value.get_object() if value is not None else None
