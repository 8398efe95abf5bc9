"""Follow the operators of a page's content streams in their order, while visitors look on.

All that reads or measures what a PDF draws stands on this: a content stream is parsed once, and its graphics state
followed in one place. A clip is taken as the room around it (ISO 32000-1, 8.5.4): its outline does not matter to any
visitor.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from clearfold.proof.readers.pdf.fonts.fonts import Font, read_font
from clearfold.proof.readers.pdf.objects import dictionary, floats, items, resource
from clearfold.proof.readers.pdf.operators.amount import DEEPEST
from clearfold.proof.readers.pdf.operators.content import operations_of
from clearfold.proof.readers.pdf.operators.following import STATE, next_line
from clearfold.proof.readers.pdf.operators.layers import Layers
from clearfold.proof.readers.pdf.operators.matrix import around, box_of, matrix_of, times
from clearfold.proof.readers.pdf.operators.state import MarkedContent, Path, Stream
from clearfold.proof.readers.pdf.operators.visitor import Operation, Visitor
from clearfold.proof.readers.pdf.text_pieces import Shown, placed

SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
Fonts = dict[int, Font]
"""Fonts that have been read, by object number."""


class Interpreter:
    """Runs the content streams of one page; without ``fonts`` no text moves on, and none is read."""

    def __init__(self, page: PageObject, visitors: Sequence[Visitor], fonts: Fonts | None) -> None:
        self.page, self.visitors, self.fonts = page, visitors, fonts
        self.following = [visitor for visitor in visitors if type(visitor).followed is not Visitor.followed]
        self.opening = [visitor for visitor in visitors if type(visitor).opened is not Visitor.opened]
        self.named: dict[tuple[int, str], Font | None] = {}
        self.sequences = 0
        self.scopes = 0
        self.path = Path()
        self.layers = Layers.of(page)
        self.contents: dict[int, Sequence[Operation]] = {}  # of forms, by object number

    def run(self, operations: Sequence[Operation], stream: Stream) -> None:
        """Follow operators one after the other; what they leave open is closed."""
        for visitor in self.visitors:
            visitor.began(operations, stream)
        for operands, operator in operations:
            if operator in SHOWING:
                self._show(operands, operator, stream)
            elif operator == b"Do":
                self._draw(operands, stream)
            else:
                if (change := STATE.get(operator)) is not None:
                    change(operands, operator, stream)
                elif (follow := FOLLOWED.get(operator)) is not None:
                    follow(self, operands, operator, stream)
                for visitor in self.following:
                    visitor.followed(operands, operator, stream)
        while len(stream.marks) > 1:
            self._close([], b"EMC", stream)

    # text

    def _show(self, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        now = stream.now
        if operator == b'"' and len(operands) > 2:
            now.word_space, now.letter_space = floats(operands[:2])
        if operator in (b"'", b'"'):
            next_line(stream)
        shown = operands[-1] if operands else None
        row = Shown()
        if now.font is not None:
            row = placed(list(shown) if isinstance(shown, ArrayObject) else [shown], now.font, now)
        for visitor in self.visitors:
            visitor.shown(row, operands, operator, stream)
        stream.text = times((1, 0, 0, 1, row.moved, 0), stream.text)

    def _choose_font(self, operands: list[PdfObject], _: bytes, stream: Stream) -> None:
        name = str(operands[0])
        stream.now.size = floats(operands[1:])[0]
        key = (id(stream.resources), name)
        if key not in self.named:
            font = resource(stream.resources, "/Font", name)
            self.named[key] = self._read(font) if isinstance(font, DictionaryObject) else None
        stream.now.font = self.named[key]

    def _read(self, font: DictionaryObject) -> Font | None:
        """Read a font once for all pages."""
        if self.fonts is None:
            return None
        reference = getattr(font, "indirect_reference", None)  # what stands in another object has none
        number = reference.idnum if isinstance(reference, IndirectObject) else 0
        if number not in self.fonts:
            read = read_font(font)
            if not number:
                return read
            self.fonts[number] = read
        return self.fonts[number]

    # graphics state and paths

    def _save(self, _: list[PdfObject], __: bytes, stream: Stream) -> None:
        stream.saved.append(stream.now.copy())
        self.scopes += 1
        stream.now.scope = (*stream.now.scope, self.scopes)

    def _choose_state(self, operands: list[PdfObject], _: bytes, stream: Stream) -> None:
        given = resource(stream.resources, "/ExtGState", str(operands[0]))
        if not isinstance(given, DictionaryObject):
            return
        now = stream.now
        if "/SMask" in given:
            now.masked = str(given["/SMask"]) != "/None"
        if "/ca" in given:
            now.alpha = float(str(given["/ca"]))
        pair = items(given.get("/Font"))
        font = dictionary(pair[0]) if len(pair) == 2 else None
        if font is not None:
            now.font, now.size = self._read(font), floats(pair[1:])[0]
        if "/OP" in given:
            now.over_stroke = str(given["/OP"]) in ("True", "true")
        if "/op" in given or "/OP" in given:  # one for both, where the other is not given: ISO 32000-1, table 58
            now.over_fill = str(given.get("/op", given.get("/OP"))) in ("True", "true")
        if "/OPM" in given:
            now.over_none = str(given["/OPM"]) == "1"

    def _build(self, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        self.path.build(operands, operator, stream.now.ctm)

    def _clip(self, _: list[PdfObject], __: bytes, ___: Stream) -> None:
        self.path.clips = True

    def _paint(self, _: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Paint the path and forget it; the clip is narrowed where the path clips."""
        path, self.path = self.path, Path()
        if operator != b"n":
            for visitor in self.visitors:
                visitor.painted(path, operator, stream)
        if path.clips and path.points:
            stream.now.clip = path.box().within(stream.now.clip)

    def _shade(self, operands: list[PdfObject], _: bytes, stream: Stream) -> None:
        shading = resource(stream.resources, "/Shading", str(operands[0])) if operands else None
        for visitor in self.visitors:
            visitor.shaded(dictionary(shading), stream)

    # marked content

    def _open(self, operands: list[PdfObject], _: bytes, stream: Stream) -> None:
        """Enter a marked-content sequence; what ActualText says of an outer one goes for all that is in it."""
        given = operands[1] if len(operands) > 1 else None
        named = _property(stream.resources, given) if isinstance(given, NameObject) else given
        properties = dictionary(named)
        self.sequences += 1
        mark = replace(stream.marks[-1], sequence=self.sequences)
        tag = str(operands[0]) if operands else ""
        if tag == "/Artifact":
            kind = properties.get("/Type") if properties is not None else None
            mark = replace(mark, artifact=str(kind or "/Artifact")[1:], mcid=-1)
        elif tag == "/Figure":
            mark = replace(mark, figure=self.sequences)
        elif tag == "/OC" and isinstance(named, PdfObject) and self.layers.hide(named):
            mark = replace(mark, hidden=True)
        actual = None
        if properties is not None:
            actual = properties.get("/ActualText") if not mark.replaced else None
            mark = _said(mark, properties, stream.form)
        stream.marks.append(mark)
        for visitor in self.opening:
            visitor.opened(operands, stream)
        if actual is not None:
            for visitor in self.visitors:
                visitor.replaced(str(actual))

    def _close(self, _: list[PdfObject], __: bytes, stream: Stream) -> None:
        """Leave a marked-content sequence."""
        if len(stream.marks) > 1:
            mark = stream.marks.pop()
            for visitor in self.visitors:
                visitor.closed(mark, stream)

    # pictures and forms

    def _inline_image(self, _: list[PdfObject], __: bytes, stream: Stream) -> None:
        for visitor in self.visitors:
            visitor.image(None, [], stream)

    def _draw(self, operands: list[PdfObject], stream: Stream) -> None:
        """Place an image, or run the content of a form where it is drawn."""
        found = resource(stream.resources, "/XObject", str(operands[0])) if operands else None
        if not isinstance(found, StreamObject):
            return
        if found.get("/Subtype") == "/Image":
            for visitor in self.visitors:
                visitor.image(found, operands, stream)
        elif found.get("/Subtype") == "/Form":
            self.form(found, operands, stream)

    def form(self, form: StreamObject, operands: list[PdfObject], stream: Stream) -> None:
        """Run the content of a form, or of the cell of a pattern, unless a visitor stays out of it."""
        inner = self._within(form, stream)
        entered = [visitor.enters(form, operands, stream, inner) for visitor in self.visitors]
        if all(entered) and inner.depth <= DEEPEST:
            operations = self.contents.get(inner.form)
            if operations is None:
                operations = operations_of(ContentStream(form, self.page.pdf))
            if inner.form:  # one without a number is another each time
                self.contents[inner.form] = operations
            self.run(operations, inner)
            for visitor in self.visitors:
                visitor.left(form, inner)

    def _within(self, form: StreamObject, stream: Stream) -> Stream:
        own = dictionary(form.get("/Resources"))
        now = stream.now.copy()
        self.scopes += 1
        now.scope = (*now.scope, self.scopes)
        if "/Matrix" in form:
            now.ctm = times(matrix_of(items(form["/Matrix"])), now.ctm)
        if "/BBox" in form:
            now.clip = around(now.ctm, box_of(items(form["/BBox"]))).within(now.clip)
        reference = form.indirect_reference
        number = reference.idnum if isinstance(reference, IndirectObject) else 0
        resources = own if own is not None else stream.resources
        mark = stream.marks[-1]
        if "/OC" in form and self.layers.hide(form.raw_get("/OC")):
            mark = replace(mark, hidden=True)
        return Stream(now, resources, [mark], form=number, depth=stream.depth + 1)


def _property(resources: DictionaryObject, name: NameObject) -> PdfObject | None:
    """Return a property list by its name: the reference to it where it is an object of its own."""
    group = dictionary(resources.get("/Properties"))
    return group.raw_get(name) if group is not None and name in group else None


def _said(mark: MarkedContent, properties: DictionaryObject, form: int) -> MarkedContent:
    """Return what a sequence says with its properties."""
    if "/MCID" in properties:
        mark = replace(mark, mcid=int(str(properties["/MCID"])), form=form, artifact="")
    return replace(
        mark,
        lang=str(properties.get("/Lang") or mark.lang),
        expansion=str(properties.get("/E") or mark.expansion),
        replaced=mark.replaced or properties.get("/ActualText") is not None,
    )


Follow = Callable[[Interpreter, list[PdfObject], bytes, Stream], None]
FOLLOWED: dict[bytes, Follow] = {
    b"q": Interpreter._save,
    b"gs": Interpreter._choose_state,
    b"Tf": Interpreter._choose_font,
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y", b"h", b"re"), Interpreter._build),
    **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"n"), Interpreter._paint),
    b"W": Interpreter._clip,
    b"W*": Interpreter._clip,
    b"sh": Interpreter._shade,
    b"INLINE IMAGE": Interpreter._inline_image,
    b"BDC": Interpreter._open,
    b"BMC": Interpreter._open,
    b"EMC": Interpreter._close,
}
"""What each operator does that needs more than the state; any other does nothing that is looked at."""
