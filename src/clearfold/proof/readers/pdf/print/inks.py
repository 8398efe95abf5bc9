"""Read what each page of a PDF prints, and with which inks: text, shapes, gradients, pictures.

The preflight stands on this. It follows colours and nothing else: where things stand is read by others, but for the
size at which a picture is printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import dictionary
from clearfold.proof.readers.pdf.fonts.fonts import Font, read_font
from clearfold.proof.readers.pdf.graphics_state import UNIT, Matrix, times
from clearfold.proof.readers.pdf.page_text import DEEPEST
from clearfold.proof.readers.pdf.print.ink_colours import CMYK, Inks, Space, gradient, picture, read_space

Fonts = dict[int, Font]
"""The fonts of a file that have been read, by the identity of their dictionaries: reading one takes long."""


class Kind(StrEnum):
    """What prints."""

    TEXT = "text"
    SHAPE = "a shape"
    GRADIENT = "a gradient"
    PICTURE = "a picture"
    REGISTRATION = "a registration mark"  # on every plate, to lay one over the other


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that prints, on a page from 0: its inks, None where its colour is not one of inks alone.

    ``space`` names a colour space that is no space of inks, or an ink beside the four. ``text`` is what is shown.
    ``resolution`` is that of a picture in pixels per inch of paper, 0 for all else. ``overprint`` says that inks of
    which there is none leave those below as they are.
    """

    kind: Kind
    page: int
    inks: Inks | None
    space: str = ""
    text: str = ""
    resolution: float = 0.0
    overprint: bool = False


@dataclass(slots=True)
class _Paint:
    space: Space = field(default_factory=lambda: Space("DeviceGray", 1))
    inks: Inks | None = CMYK["black"]
    pattern: str = ""
    overprint: bool = False

    @property
    def name(self) -> str:
        """Return the name of the space where it is none of the four inks."""
        return "" if self.space.plain else self.space.name


@dataclass(slots=True)
class _State:
    resources: DictionaryObject
    fonts: Fonts
    ctm: Matrix = UNIT
    depth: int = 0
    fill: _Paint = field(default_factory=_Paint)
    stroke: _Paint = field(default_factory=_Paint)
    mode: int = 0
    font: Font | None = None
    overprint_mode: int = 0

    def copy(self) -> "_State":
        return replace(self, fill=replace(self.fill), stroke=replace(self.stroke))


_FILLING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_STROKING = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_DEVICE = {b"g": Space("DeviceGray", 1), b"rg": Space("DeviceRGB", 3), b"k": Space("DeviceCMYK", 4)}
INVISIBLE = 3  # text rendering mode: ISO 32000-1, 9.3.6


@foreign()
def read_inks(page: PageObject, index: int, fonts: Fonts) -> tuple[Mark, ...]:
    """Return what a page prints, in the order of its content."""
    content = page.get_contents()
    if content is None:
        return ()
    resources = dictionary(page.get("/Resources")) or DictionaryObject()
    return tuple(_Walk(page, index).run(content, _State(resources, fonts)))


class _Walk:
    """Runs content streams of one page."""

    def __init__(self, page: PageObject, index: int) -> None:
        self.page, self.index = page, index

    def run(self, content: ContentStream, state: _State) -> Iterator[Mark]:
        saved: list[_State] = []
        for operands, operator in content.operations:
            if operator == b"q":
                saved.append(state.copy())
            elif operator == b"Q":
                state = saved.pop() if saved else state
            elif operator in _FILLING or operator in _STROKING:
                yield from self._painted(Kind.SHAPE, state, operator in _FILLING, operator in _STROKING)
            elif operator in _SHOWING:
                if state.mode != INVISIBLE:
                    said = _said(operands, state.font)
                    yield from self._painted(Kind.TEXT, state, state.mode in (0, 2), state.mode in (1, 2), said)
            elif operator == b"Do":
                yield from self._drawn(str(operands[0]), state)
            elif operator == b"sh":
                yield from self._gradient(_resource(state, "/Shading", str(operands[0])))
            elif operator == b"INLINE IMAGE":
                yield Mark(Kind.PICTURE, self.index, None, "a picture in the content stream, which is not read")
            else:
                _follow(operands, operator, state)

    def _painted(self, kind: Kind, state: _State, fill: bool, stroke: bool, text: str = "") -> Iterator[Mark]:
        for paint, used in ((state.fill, fill), (state.stroke, stroke)):
            over = paint.overprint and state.overprint_mode == 1
            if used and not paint.pattern:
                every = kind is Kind.SHAPE and paint.space.name == "Separation All"
                yield Mark(
                    Kind.REGISTRATION if every else kind, self.index, paint.inks, paint.name, text, overprint=over
                )
            elif used:
                for mark in self._pattern(_resource(state, "/Pattern", paint.pattern), state):
                    # Letters of a pattern are letters of several inks.
                    yield replace(mark, kind=kind, text=text) if kind is Kind.TEXT else mark

    def _pattern(self, pattern: PdfObject | None, state: _State) -> Iterator[Mark]:
        if isinstance(pattern, StreamObject):
            yield from self._inside(pattern, state)
        elif isinstance(pattern, DictionaryObject):
            yield from self._gradient(pattern.get("/Shading"))

    def _gradient(self, shading: object) -> Iterator[Mark]:
        found = dictionary(shading)
        if found is not None:
            space = read_space(found.get("/ColorSpace"))
            for inks in gradient(found, space):
                yield Mark(Kind.GRADIENT, self.index, inks, "" if space.plain else space.name)

    def _drawn(self, name: str, state: _State) -> Iterator[Mark]:
        drawn = _resource(state, "/XObject", name)
        if not isinstance(drawn, StreamObject):
            return
        if drawn.get("/Subtype") == "/Form":
            yield from self._inside(drawn, state)
            return
        a, b, c, d, _, _ = state.ctm
        wide, high = float(str(drawn.get("/Width", 0))), float(str(drawn.get("/Height", 0)))
        sides = ((wide, (a * a + b * b) ** 0.5), (high, (c * c + d * d) ** 0.5))
        resolution = min((pixels * 72 / points for pixels, points in sides if points), default=0.0)
        if drawn.get("/ImageMask"):
            for mark in self._painted(Kind.PICTURE, state, fill=True, stroke=False):
                yield replace(mark, resolution=resolution)
        else:
            space = read_space(drawn.get("/ColorSpace"))
            yield Mark(
                Kind.PICTURE, self.index, picture(drawn, space), "" if space.plain else space.name, "", resolution
            )

    def _inside(self, form: StreamObject, state: _State) -> Iterator[Mark]:
        """Run the content of a form, or of the cell of a pattern; say in which space a group blends its colours."""
        if state.depth >= DEEPEST:
            return
        group = dictionary(form.get("/Group"))
        if group is not None and "/CS" in group and not read_space(group["/CS"]).plain:
            yield Mark(Kind.SHAPE, self.index, None, f"{read_space(group['/CS']).name}, in which a group is blended")
        inner = state.copy()
        inner.depth += 1
        inner.resources = dictionary(form.get("/Resources")) or state.resources
        matrix = form.get("/Matrix")
        if isinstance(matrix, ArrayObject):
            inner.ctm = times(_matrix(matrix), state.ctm)
        yield from self.run(ContentStream(form, self.page.pdf), inner)


def _follow(operands: list[PdfObject], operator: bytes, state: _State) -> None:
    """Follow the operators that choose a colour, a font, a place."""
    lower = operator.lower()
    paint = state.fill if operator.islower() else state.stroke
    if lower in _DEVICE:
        _choose(paint, _DEVICE[lower], operands)
    elif lower == b"cs":
        spaces = dictionary(state.resources.get("/ColorSpace")) or DictionaryObject()
        paint.space, paint.pattern = read_space(spaces.get(str(operands[0]), operands[0])), ""
        paint.inks = paint.space.first()
    elif lower in (b"sc", b"scn"):
        if operands and str(operands[-1]).startswith("/"):
            paint.pattern = str(operands[-1])
        else:
            _choose(paint, paint.space, operands)
    elif operator == b"cm":
        state.ctm = times(_matrix(operands), state.ctm)
    elif operator == b"Tr":
        state.mode = int(str(operands[0]))
    elif operator == b"Tf":
        font = _resource(state, "/Font", str(operands[0]))
        state.font = None
        if isinstance(font, DictionaryObject):
            if id(font) not in state.fonts:
                state.fonts[id(font)] = read_font(font)
            state.font = state.fonts[id(font)]
    elif operator == b"gs":
        chosen = _resource(state, "/ExtGState", str(operands[0]))
        _graphics_state(chosen if isinstance(chosen, DictionaryObject) else DictionaryObject(), state)


def _choose(paint: _Paint, space: Space, operands: list[PdfObject]) -> None:
    paint.space, paint.pattern = space, ""
    paint.inks = space.inks(tuple(float(str(value)) for value in operands))


def _graphics_state(chosen: DictionaryObject, state: _State) -> None:
    if "/OP" in chosen:
        state.stroke.overprint = str(chosen["/OP"]) in ("True", "true")
    if "/op" in chosen or "/OP" in chosen:  # one for both, where the other is not given: ISO 32000-1, table 58
        state.fill.overprint = str(chosen.get("/op", chosen.get("/OP"))) in ("True", "true")
    if "/OPM" in chosen:
        state.overprint_mode = int(str(chosen["/OPM"]))


def _said(operands: list[PdfObject], font: Font | None) -> str:
    shown = operands[-1] if operands else None
    parts = list(shown) if isinstance(shown, ArrayObject) else [shown]
    raw = b"".join(bytes(p.original_bytes) for p in parts if isinstance(p, TextStringObject | ByteStringObject))
    return font.decode(raw) if font else ""


def _resource(state: _State, kind: str, name: str) -> PdfObject | None:
    group = dictionary(state.resources.get(kind))
    value = group.get(name) if group is not None else None
    return value.get_object() if isinstance(value, PdfObject | IndirectObject) else None


def _matrix(values: list[PdfObject]) -> Matrix:
    a, b, c, d, e, f = (float(str(value)) for value in values[:6])
    return (a, b, c, d, e, f)
