"""A visitor looks on while a page is drawn: text, shapes, inks, or the part of a page that is cut out."""

from collections.abc import Sequence

from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from clearfold.proof.readers.pdf.operators.state import MarkedContent, Path, Stream
from clearfold.proof.readers.pdf.text_pieces import Shown

Operation = tuple[list[PdfObject], bytes]
"""An operator of a content stream, behind its operands."""
FILLING = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
STROKING = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})


class Visitor:
    """Each method is told of one thing that is drawn, with the state at that moment; it does nothing by itself.

    The state goes on changing: a visitor takes from it what it needs.
    """

    def began(self, operations: Sequence[Operation], stream: Stream) -> None:
        """Meet a content stream, of the page or of a form, before its operators run."""

    def followed(self, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Meet an operator that shows no text and draws no object, when it has been followed."""

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Meet text; ``row`` is empty where its font is not known."""

    def painted(self, path: Path, operator: bytes, stream: Stream) -> None:
        """Meet a path that is filled or stroked; it may be empty."""

    def shaded(self, shading: DictionaryObject | None, stream: Stream) -> None:
        """Meet a gradient that is painted over all that is not clipped away."""

    def image(self, drawn: StreamObject | None, operands: list[PdfObject], stream: Stream) -> None:
        """Meet an image; None for one that stands in the content stream itself."""

    def enters(self, form: StreamObject, operands: list[PdfObject], outer: Stream, inner: Stream) -> bool:
        """Meet a form before its content runs, and say whether it shall."""
        return True

    def left(self, form: StreamObject, inner: Stream) -> None:
        """Meet the end of a form's content."""

    def replaced(self, text: str) -> None:
        """Meet the ActualText of a marked-content sequence that begins."""

    def opened(self, operands: list[PdfObject], stream: Stream) -> None:
        """Meet the beginning of a marked-content sequence; the stream's last mark is its own."""

    def closed(self, mark: MarkedContent, stream: Stream) -> None:
        """Meet the end of a marked-content sequence; the stream's last mark is the one around it."""
