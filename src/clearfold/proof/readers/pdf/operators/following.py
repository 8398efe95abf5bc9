"""What the operators of graphics state and text do to the state by themselves (ISO 32000-1, 8.4 and 9.3)."""

from collections.abc import Callable

from pypdf.generic import PdfObject

from clearfold.proof.readers.pdf.objects import floats
from clearfold.proof.readers.pdf.operators.matrix import UNIT, matrix_of, times
from clearfold.proof.readers.pdf.operators.state import Stream, chosen

SPACING = {b"TL": "leading", b"Tc": "letter_space", b"Tw": "word_space", b"Ts": "rise"}


def _begin_text(_: list[PdfObject], __: bytes, stream: Stream) -> None:
    stream.text = stream.line = UNIT


def _place_text(operands: list[PdfObject], _: bytes, stream: Stream) -> None:
    stream.text = stream.line = matrix_of(operands)


def _move_text(operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
    x, y = floats(operands)[:2]
    if operator == b"TD":
        stream.now.leading = -y
    stream.text = stream.line = times((1, 0, 0, 1, x, y), stream.line)


def _space_text(operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
    if not operands:
        return
    value = floats(operands)[0]
    if operator == b"Tz":
        stream.now.stretch = value / 100
    elif operator == b"Tr":
        stream.now.mode = int(value)
    else:
        setattr(stream.now, SPACING[operator], value)


def _restore(_: list[PdfObject], __: bytes, stream: Stream) -> None:
    stream.now = stream.saved.pop() if stream.saved else stream.now


def _transform(operands: list[PdfObject], _: bytes, stream: Stream) -> None:
    stream.now.ctm = times(matrix_of(operands), stream.now.ctm)


def _choose_pen(operands: list[PdfObject], _: bytes, stream: Stream) -> None:
    stream.now.pen = floats(operands)[0]


def _colour(operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
    now = stream.now
    if operator.islower():
        now.fill = chosen(now.fill, operator, operands, stream.resources)
    else:
        now.stroke = chosen(now.stroke, operator, operands, stream.resources)


def next_line(stream: Stream) -> None:
    """Go to the beginning of the next line of text."""
    stream.text = stream.line = times((1, 0, 0, 1, 0, -stream.now.leading), stream.line)


STATE: dict[bytes, Callable[[list[PdfObject], bytes, Stream], None]] = {
    b"Q": _restore,
    b"cm": _transform,
    b"w": _choose_pen,
    b"BT": _begin_text,
    b"Tm": _place_text,
    b"Td": _move_text,
    b"TD": _move_text,
    b"T*": lambda _, __, stream: next_line(stream),
    **dict.fromkeys((b"TL", b"Tc", b"Tw", b"Tz", b"Ts", b"Tr"), _space_text),
    **dict.fromkeys((b"g", b"rg", b"k", b"cs", b"sc", b"scn"), _colour),
    **dict.fromkeys((b"G", b"RG", b"K", b"CS", b"SC", b"SCN"), _colour),
}
"""What each of them does; they need nothing but their operands."""
