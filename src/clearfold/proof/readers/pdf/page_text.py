"""Read a PDF page in the order in which it is drawn: its text with the marked content around each piece, and its look.

All PDF readers stand on this; a content stream is parsed once. Text is decoded font by font; ActualText stands for what
it replaces (ISO 32000-1, 14.9.4); no space is made up, since one that is not in the file is not there for a screen
reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

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

from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.pdf.fonts.fonts import Font, read_font
from clearfold.proof.readers.pdf.graphics_state import (
    BUILDING,
    COLOURING,
    PAINTING,
    UNIT,
    Canvas,
    Graphics,
    Matrix,
    coloured,
    floats,
    matrix_of,
    point,
    resource,
    times,
)
from clearfold.proof.readers.pdf.text_pieces import Mark, PageContent, Piece, Shown, instead, made, placed

DEEPEST = 12  # forms within forms
Fonts = dict[int, Font]
"""Fonts that have been read, by object number."""


@dataclass(slots=True)
class _State:
    """The state of one content stream."""

    now: Graphics
    resources: DictionaryObject
    marks: list[Mark]
    form: int = 0
    depth: int = 0
    text: Matrix = UNIT
    line: Matrix = UNIT
    saved: list[Graphics] = field(default_factory=list)


def read_page(page: PageObject, index: int, origin: Matrix, fonts: Fonts) -> PageContent:
    """Read a page whose own space ``origin`` puts on the trimmed page; ``fonts`` grows by those that it uses."""
    content = page.get_contents()
    if content is None:
        return PageContent((), (), ())
    resources = page.get("/Resources")
    found = resources.get_object() if resources is not None else None
    state = _State(Graphics(origin), found if isinstance(found, DictionaryObject) else DictionaryObject(), [Mark()])
    interpreter = _Interpreter(page, index, fonts)
    pieces = tuple(interpreter.run(content, state))
    return PageContent(pieces, tuple(interpreter.canvas.shapes), tuple(interpreter.canvas.pictures))


class _Interpreter:
    """Runs content streams of one page."""

    def __init__(self, page: PageObject, index: int, fonts: Fonts) -> None:
        self.page, self.index, self.fonts = page, index, fonts
        self.named: dict[tuple[int, str], Font | None] = {}
        self.sequences = 0
        self.canvas = Canvas()
        self.actual: str | None = None

    def run(self, content: ContentStream, state: _State) -> Iterator[Piece]:
        for operands, operator in content.operations:
            if operator in SHOWING:
                yield from self._show(operands, operator, state)
            elif operator in BUILDING:
                self.canvas.build(operands, operator, state.now)
            elif operator in PAINTING:
                state.now = self.canvas.paint(operator, state.now, state.marks[-1].figure)
            elif operator in (b"BDC", b"BMC"):
                self._open(operands, state)
            elif operator == b"EMC":
                yield from self._close(state)
            elif operator == b"Do":
                yield from self._object(operands, state)
            else:
                self._set(operands, operator, state)
        while len(state.marks) > 1:
            yield from self._close(state)

    def _set(self, operands: list[PdfObject], operator: bytes, state: _State) -> None:
        """Follow the operators that change the state."""
        now = state.now
        if operator == b"q":
            state.saved.append(now)
            state.now = self.canvas.deeper(now)
        elif operator == b"Q":
            state.now = state.saved.pop() if state.saved else now
        elif operator == b"cm":
            state.now = replace(now, ctm=times(matrix_of(operands), now.ctm))
        elif operator in COLOURING:
            state.now = coloured(operands, operator, now, state.resources)
        elif operator == b"w":
            state.now = replace(now, stroke=floats(operands)[0])
        elif operator in (b"W", b"W*"):
            self.canvas.path.clips = True
        elif operator == b"sh":
            self.canvas.shade(now, state.marks[-1].figure)
        elif operator == b"INLINE IMAGE":
            self._picture(state)
        elif operator == b"gs":
            self._graphics_state(str(operands[0]), state)
        else:
            self._set_text(operands, operator, state)

    def _set_text(self, operands: list[PdfObject], operator: bytes, state: _State) -> None:
        """Follow the operators that move the text or choose how it is drawn."""
        now = state.now
        if operator == b"BT":
            state.text = state.line = UNIT
        elif operator == b"Tm":
            state.text = state.line = matrix_of(operands)
        elif operator in (b"Td", b"TD"):
            x, y = floats(operands)[:2]
            state.now = replace(now, leading=-y) if operator == b"TD" else now
            state.text = state.line = times((1, 0, 0, 1, x, y), state.line)
        elif operator == b"T*":
            self._next_line(state)
        elif operator == b"Tf":
            state.now = replace(now, font=self._font(str(operands[0]), state), size=floats(operands[1:])[0])
        elif operator in SPACING and operands:
            value = floats(operands)[0]
            if operator == b"TL":
                state.now = replace(now, leading=value)
            elif operator == b"Tc":
                state.now = replace(now, letter_space=value)
            elif operator == b"Tw":
                state.now = replace(now, word_space=value)
            elif operator == b"Tz":
                state.now = replace(now, stretch=value / 100)
            elif operator == b"Ts":
                state.now = replace(now, rise=value)
            else:
                state.now = replace(now, mode=int(value))

    def _next_line(self, state: _State) -> None:
        state.text = state.line = times((1, 0, 0, 1, 0, -state.now.leading), state.line)

    def _graphics_state(self, name: str, state: _State) -> None:
        chosen = resource(state.resources, "/ExtGState", name)
        if not isinstance(chosen, DictionaryObject):
            return
        if "/ca" in chosen:
            state.now = replace(state.now, alpha=float(str(chosen["/ca"])))
        font = chosen.get("/Font")
        pair = font.get_object() if font is not None else None
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0].get_object(), DictionaryObject):
            state.now = replace(state.now, font=self._read(pair[0].get_object()), size=float(pair[1]))

    def _font(self, name: str, state: _State) -> Font | None:
        key = (id(state.resources), name)
        if key not in self.named:
            font = resource(state.resources, "/Font", name)
            self.named[key] = self._read(font) if isinstance(font, DictionaryObject) else None
        return self.named[key]

    def _read(self, font: DictionaryObject) -> Font:
        """Read a font once for all pages."""
        reference = getattr(font, "indirect_reference", None)  # what stands in another object has none
        number = reference.idnum if isinstance(reference, IndirectObject) else 0
        if number not in self.fonts:
            read = read_font(font)
            if not number:
                return read
            self.fonts[number] = read
        return self.fonts[number]

    # text

    def _show(self, operands: list[PdfObject], operator: bytes, state: _State) -> Iterator[Piece]:
        if operator == b'"' and len(operands) > 2:
            word, letter = floats(operands[:2])
            state.now = replace(state.now, word_space=word, letter_space=letter)
        if operator in (b"'", b'"'):
            self._next_line(state)
        shown = operands[-1] if operands else None
        mark = state.marks[-1]
        if state.now.font is None:
            return
        row = placed(list(shown) if isinstance(shown, ArrayObject) else [shown], state.now.font, state.now)
        if row.codes:
            self.canvas.texts += 1
            if not mark.replaced:
                yield made(row, state.now, state.text, mark, self.index)
            elif self.actual is not None:
                text, self.actual = self.actual, None
                yield instead(made(row, state.now, state.text, mark, self.index), text)
        state.text = times((1, 0, 0, 1, row.moved, 0), state.text)

    # marked content

    def _open(self, operands: list[PdfObject], state: _State) -> None:
        """Enter a marked-content sequence; its ActualText, if any, waits for the first text that it replaces."""
        given = operands[1] if len(operands) > 1 else None
        named = resource(state.resources, "/Properties", str(given)) if isinstance(given, NameObject) else given
        properties = named.get_object() if isinstance(named, PdfObject) else None
        self.sequences += 1
        mark = replace(state.marks[-1], sequence=self.sequences)
        tag = str(operands[0]) if operands else ""
        if tag == "/Artifact":
            kind = properties.get("/Type") if isinstance(properties, DictionaryObject) else None
            mark = replace(mark, artifact=str(kind or "/Artifact")[1:], mcid=-1)
        elif tag == "/Figure":
            mark = replace(mark, figure=self.sequences)
        if not isinstance(properties, DictionaryObject):
            state.marks.append(mark)
            return
        if "/MCID" in properties:
            mark = replace(mark, mcid=int(str(properties["/MCID"])), form=state.form, artifact="")
        mark = replace(mark, lang=str(properties.get("/Lang") or mark.lang))
        mark = replace(mark, expansion=str(properties.get("/E") or mark.expansion))
        actual = properties.get("/ActualText")
        if actual is not None and not mark.replaced:
            mark = replace(mark, replaced=True)
            self.actual = str(actual)
        state.marks.append(mark)

    def _close(self, state: _State) -> Iterator[Piece]:
        """Leave a marked-content sequence; an ActualText that replaced no text is yielded all the same."""
        if len(state.marks) < 2:
            return
        mark = state.marks.pop()
        if mark.replaced and not state.marks[-1].replaced and self.actual is not None:
            text, self.actual = self.actual, None
            yield instead(made(Shown(), state.now, state.text, mark, self.index), text)

    # pictures and forms

    def _object(self, operands: list[PdfObject], state: _State) -> Iterator[Piece]:
        """Place an image, or run the content of a form where it is drawn."""
        found = resource(state.resources, "/XObject", str(operands[0])) if operands else None
        if not isinstance(found, StreamObject):
            return
        if found.get("/Subtype") == "/Image":
            self._picture(state)
        elif found.get("/Subtype") == "/Form" and state.depth < DEEPEST:
            yield from self._form(found, state)

    def _picture(self, state: _State) -> None:
        self.canvas.image(state.now)

    def _form(self, form: StreamObject, state: _State) -> Iterator[Piece]:
        own = form.get("/Resources")
        resources = own.get_object() if own is not None else state.resources
        matrix = form.get("/Matrix")
        ctm = times(matrix_of(list(matrix.get_object())), state.now.ctm) if matrix is not None else state.now.ctm
        reference = form.indirect_reference
        number = reference.idnum if isinstance(reference, IndirectObject) else 0
        now = self.canvas.deeper(replace(state.now, ctm=ctm))
        box = form.get("/BBox")
        if box is not None:
            x, y, right, top = floats(list(box.get_object()))[:4]
            corners = [point(ctm, *corner) for corner in ((x, y), (right, y), (x, top), (right, top))]
            xs, ys = [p[0] for p in corners], [p[1] for p in corners]
            now = replace(now, clip=Box(min(xs), min(ys), max(xs), max(ys)).within(now.clip))
        inner = _State(now, resources, [state.marks[-1]], form=number, depth=state.depth + 1)
        yield from self.run(ContentStream(form, self.page.pdf), inner)


SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
SPACING = frozenset({b"TL", b"Tc", b"Tw", b"Tz", b"Ts", b"Tr"})
