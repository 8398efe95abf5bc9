"""Read the text of a PDF page in the order in which it is drawn, with the marked content around each piece.

Both PDF readers stand on this. Text is decoded font by font; ActualText stands for what it replaces
(ISO 32000-1, 14.9.4); no space is made up, since one that is not in the file is not there for a screen reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from clearfold.proof.readers.pdf_fonts import Font, read_font

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
DEEPEST = 12  # forms within forms


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn by one operator: its page from 0, marked-content id (-1: none), and the form that holds it (0: none).

    ``sequence`` numbers the marked-content sequences of the page. ``artifact`` is the artifact's type ("Artifact" where
    it has none), "" for content. ``x``, ``y`` and ``size`` are in points from the page's origin.
    """

    text: str
    page: int
    mcid: int = -1
    form: int = 0
    sequence: int = 0
    artifact: str = ""
    lang: str = ""
    expansion: str = ""
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class _Mark:
    """What the marked-content sequences around an operator say together."""

    mcid: int = -1
    form: int = 0
    sequence: int = 0
    artifact: str = ""
    lang: str = ""
    expansion: str = ""
    actual: str | None = None


@dataclass(slots=True)
class _State:
    """The graphics and text state of one content stream."""

    ctm: Matrix
    resources: DictionaryObject
    marks: list[_Mark]
    form: int = 0
    depth: int = 0
    font: Font | None = None
    size: float = 0.0
    leading: float = 0.0
    text: Matrix = UNIT
    line: Matrix = UNIT
    saved: list[tuple[Matrix, Font | None, float, float]] = field(default_factory=list)


def page_text(page: PageObject, index: int) -> Iterator[Piece]:
    """Yield the pieces of a page's text in the order of its content stream."""
    content = page.get_contents()
    if content is not None:
        resources = page.get("/Resources")
        found = resources.get_object() if resources is not None else DictionaryObject()
        state = _State(UNIT, found if isinstance(found, DictionaryObject) else DictionaryObject(), [_Mark()])
        yield from _Interpreter(page, index).run(content, state)


class _Interpreter:
    """Runs content streams of one page; fonts are read once."""

    def __init__(self, page: PageObject, index: int) -> None:
        self.page, self.index = page, index
        self.fonts: dict[tuple[int, str], Font | None] = {}
        self.sequences = 0

    def run(self, content: ContentStream, state: _State) -> Iterator[Piece]:
        for operands, operator in content.operations:
            if operator in SHOWING:
                yield from self._show(operands, operator, state)
            elif operator in (b"BDC", b"BMC"):
                yield from self._open(operands, state)
            elif operator == b"EMC":
                if len(state.marks) > 1:
                    state.marks.pop()
            elif operator == b"Do":
                yield from self._form(operands, state)
            else:
                self._set(operands, operator, state)

    def _set(self, operands: list[PdfObject], operator: bytes, state: _State) -> None:
        """Follow the operators that move the text or choose its font."""
        if operator == b"q":
            state.saved.append((state.ctm, state.font, state.size, state.leading))
        elif operator == b"Q":
            if state.saved:
                state.ctm, state.font, state.size, state.leading = state.saved.pop()
        elif operator == b"cm":
            state.ctm = times(_matrix(operands), state.ctm)
        elif operator == b"BT":
            state.text = state.line = UNIT
        elif operator == b"Tm":
            state.text = state.line = _matrix(operands)
        elif operator in (b"Td", b"TD"):
            x, y = _floats(operands)[:2]
            state.leading = -y if operator == b"TD" else state.leading
            state.text = state.line = times((1, 0, 0, 1, x, y), state.line)
        elif operator == b"TL":
            state.leading = _floats(operands)[0]
        elif operator == b"T*":
            state.text = state.line = times((1, 0, 0, 1, 0, -state.leading), state.line)
        elif operator == b"Tf":
            state.font, state.size = self._font(str(operands[0]), state), _floats(operands[1:])[0]
        elif operator == b"gs":
            self._graphics_state(str(operands[0]), state)

    def _graphics_state(self, name: str, state: _State) -> None:
        chosen = _resource(state.resources, "/ExtGState", name)
        font = chosen.get("/Font") if isinstance(chosen, DictionaryObject) else None
        pair = font.get_object() if font is not None else None
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0].get_object(), DictionaryObject):
            state.font, state.size = read_font(pair[0].get_object()), float(pair[1])

    def _font(self, name: str, state: _State) -> Font | None:
        key = (id(state.resources), name)
        if key not in self.fonts:
            font = _resource(state.resources, "/Font", name)
            self.fonts[key] = read_font(font) if isinstance(font, DictionaryObject) else None
        return self.fonts[key]

    def _show(self, operands: list[PdfObject], operator: bytes, state: _State) -> Iterator[Piece]:
        if operator in (b"'", b'"'):
            state.text = state.line = times((1, 0, 0, 1, 0, -state.leading), state.line)
        shown = operands[-1] if operands else None
        parts = list(shown) if isinstance(shown, ArrayObject) else [shown]
        raw = b"".join(_bytes(part) for part in parts if isinstance(part, TextStringObject | ByteStringObject))
        mark = state.marks[-1]
        if state.font is not None and raw and mark.actual is None:
            yield self._piece(state.font.decode(raw), mark, state)

    def _piece(self, text: str, mark: _Mark, state: _State) -> Piece:
        a, b, c, d, x, y = times(state.text, state.ctm)
        size = abs(state.size) * (abs(a * d - b * c) ** 0.5)
        known = (mark.mcid, mark.form, mark.sequence, mark.artifact, mark.lang, mark.expansion)
        return Piece(text, self.index, *known, x, y, size)

    def _open(self, operands: list[PdfObject], state: _State) -> Iterator[Piece]:
        """Enter a marked-content sequence; its ActualText, if any, is yielded at once in place of what it replaces."""
        given = operands[1] if len(operands) > 1 else None
        named = _resource(state.resources, "/Properties", str(given)) if isinstance(given, NameObject) else given
        properties = named.get_object() if isinstance(named, PdfObject) else None
        self.sequences += 1
        mark = replace(state.marks[-1], sequence=self.sequences)
        if operands and str(operands[0]) == "/Artifact":
            kind = properties.get("/Type") if isinstance(properties, DictionaryObject) else None
            mark = replace(mark, artifact=str(kind or "/Artifact")[1:], mcid=-1)
        if not isinstance(properties, DictionaryObject):
            state.marks.append(mark)
            return
        if "/MCID" in properties:
            mark = replace(mark, mcid=int(str(properties["/MCID"])), form=state.form, artifact="")
        mark = replace(mark, lang=str(properties.get("/Lang") or mark.lang))
        mark = replace(mark, expansion=str(properties.get("/E") or mark.expansion))
        actual = properties.get("/ActualText")
        if actual is not None and mark.actual is None:
            mark = replace(mark, actual=str(actual))
            yield self._piece(str(actual), mark, state)
        state.marks.append(mark)

    def _form(self, operands: list[PdfObject], state: _State) -> Iterator[Piece]:
        """Run the content of a form where it is drawn."""
        form = _resource(state.resources, "/XObject", str(operands[0])) if operands else None
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form" or state.depth >= DEEPEST:
            return
        own = form.get("/Resources")
        resources = own.get_object() if own is not None else state.resources
        matrix = form.get("/Matrix")
        ctm = times(_matrix(list(matrix.get_object())), state.ctm) if matrix is not None else state.ctm
        reference = form.indirect_reference
        number = reference.idnum if isinstance(reference, IndirectObject) else 0
        inner = _State(ctm, resources, [state.marks[-1]], form=number, depth=state.depth + 1)
        yield from self.run(ContentStream(form, self.page.pdf), inner)


SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})


def times(one: Matrix, two: Matrix) -> Matrix:
    """Multiply two matrices of ISO 32000-1, 8.3.3: first one, then two."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _matrix(operands: list[PdfObject]) -> Matrix:
    a, b, c, d, e, f = _floats(operands)[:6]
    return (a, b, c, d, e, f)


def _floats(operands: list[PdfObject]) -> list[float]:
    return [float(str(operand)) for operand in operands]


def _bytes(text: TextStringObject | ByteStringObject) -> bytes:
    return bytes(text.original_bytes)


def _resource(resources: DictionaryObject, kind: str, name: str) -> PdfObject | None:
    """Return a resource by its kind and name, None where there is none."""
    group = resources.get(kind)
    found = group.get_object() if group is not None else None
    value = found.get(name) if isinstance(found, DictionaryObject) else None
    return value.get_object() if value is not None else None
