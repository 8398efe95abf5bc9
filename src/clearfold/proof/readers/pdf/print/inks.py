"""Read what each page of a PDF prints, and with which inks: text, shapes, gradients, pictures.

The preflight stands on this. It looks at colours and nothing else: where things stand is read by others, but for the
size at which a picture is printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pypdf import PageObject
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from clearfold.model.messages import message
from clearfold.proof.readers.pdf.fonts.fonts import UNKNOWN
from clearfold.proof.readers.pdf.objects import dictionary
from clearfold.proof.readers.pdf.operators.interpreter import Fonts, Interpreter
from clearfold.proof.readers.pdf.operators.state import Paint, Path, Remembered, Stream
from clearfold.proof.readers.pdf.operators.visitor import FILLING, STROKING, Visitor
from clearfold.proof.readers.pdf.print.ink_colours import Inks, Space, gradient, picture, read_space
from clearfold.proof.readers.pdf.text_pieces import Shown

INVISIBLE = 3  # text rendering mode: ISO 32000-1, 9.3.6
FILLED, STROKED = frozenset({0, 2}), frozenset({1, 2})  # text rendering modes


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


@dataclass(frozen=True, slots=True)
class _Ink:
    """A paint as inks: None where it is none of inks; ``name`` is that of its space where it is none of inks."""

    inks: Inks | None
    name: str
    every: bool  # on every plate


def _ink(paint: Paint) -> _Ink:
    space = read_space(paint.space)
    inks = space.first() if paint.numbers is None else space.inks(tuple(float(str(n)) for n in paint.numbers))
    return _Ink(inks, _named(space), space.name == "Separation All")


def _named(space: Space) -> str:
    return "" if space.plain else space.name


class InkVisitor(Visitor):
    """Gathers what one page prints, in the order of its content."""

    def __init__(self, page: PageObject, index: int, fonts: Fonts) -> None:
        self.page, self.index, self.fonts = page, index, fonts
        self.fill, self.stroke = Remembered(_ink), Remembered(_ink)
        self.marks: list[Mark] = []

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Add letters, filled, stroked or both, unless they are not painted."""
        now = stream.now
        if now.mode != INVISIBLE:
            text = "".join(now.font.text.get(code, UNKNOWN) for code in row.codes) if now.font else ""
            self.marks += self._painted(Kind.TEXT, stream, now.mode in FILLED, now.mode in STROKED, text)

    def painted(self, path: Path, operator: bytes, stream: Stream) -> None:
        """Add a shape."""
        self.marks += self._painted(Kind.SHAPE, stream, operator in FILLING, operator in STROKING)

    def shaded(self, shading: DictionaryObject | None, stream: Stream) -> None:
        """Add the colours of a gradient."""
        if shading is not None:
            space = read_space(shading.get("/ColorSpace"))
            self.marks += [Mark(Kind.GRADIENT, self.index, i, _named(space)) for i in gradient(shading, space)]

    def image(self, drawn: StreamObject | None, operands: list[PdfObject], stream: Stream) -> None:
        """Add a picture, with its resolution on paper; one that is a stencil has the colour that fills."""
        if drawn is None:
            self.marks.append(
                Mark(Kind.PICTURE, self.index, None, message("a picture in the content stream, which is not read"))
            )
            return
        a, b, c, d, _, _ = stream.now.ctm
        wide, high = float(str(drawn.get("/Width", 0))), float(str(drawn.get("/Height", 0)))
        sides = ((wide, (a * a + b * b) ** 0.5), (high, (c * c + d * d) ** 0.5))
        resolution = min((pixels * 72 / points for pixels, points in sides if points), default=0.0)
        if drawn.get("/ImageMask"):
            stencil = self._painted(Kind.PICTURE, stream, fill=True, stroke=False)
            self.marks += [replace(mark, resolution=resolution) for mark in stencil]
        else:
            space = read_space(drawn.get("/ColorSpace"))
            self.marks.append(Mark(Kind.PICTURE, self.index, picture(drawn, space), _named(space), "", resolution))

    def enters(self, form: StreamObject, operands: list[PdfObject], outer: Stream, inner: Stream) -> bool:
        """Say in which space a group blends its colours."""
        group = dictionary(form.get("/Group"))
        if group is not None and "/CS" in group and not read_space(group["/CS"]).plain:
            fact = message("{name}, in which a group is blended", name=read_space(group["/CS"]).name)
            self.marks.append(Mark(Kind.SHAPE, self.index, None, fact))
        return True

    def _painted(self, kind: Kind, stream: Stream, fill: bool, stroke: bool, text: str = "") -> Iterator[Mark]:
        now = stream.now
        for paint, used, inks, over in (
            (now.fill, fill, self.fill, now.over_fill),
            (now.stroke, stroke, self.stroke, now.over_stroke),
        ):
            if used and not paint.patterned:
                ink = inks.of(paint)
                every = kind is Kind.SHAPE and ink.every
                shown = Kind.REGISTRATION if every else kind
                yield Mark(shown, self.index, ink.inks, ink.name, text, overprint=over and now.over_none)
            elif used:
                for mark in self._pattern(paint.pattern, stream):
                    # Letters of a pattern are letters of several inks.
                    yield replace(mark, kind=kind, text=text) if kind is Kind.TEXT else mark

    def _pattern(self, pattern: DictionaryObject | None, stream: Stream) -> list[Mark]:
        """Return what a pattern prints: a gradient, or the content of its cell."""
        apart = InkVisitor(self.page, self.index, self.fonts)
        if isinstance(pattern, StreamObject):
            Interpreter(self.page, (apart,), self.fonts).form(pattern, [], stream)
        elif pattern is not None:
            apart.shaded(dictionary(pattern.get("/Shading")), stream)
        return apart.marks
