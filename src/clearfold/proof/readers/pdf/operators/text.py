"""Read a page's text in the order in which it is drawn, with the marked content around each piece.

Text is decoded font by font; ActualText stands for what it replaces (ISO 32000-1, 14.9.4); no space is made up, since
one that is not in the file is not there for a screen reader.
"""

from pypdf.generic import PdfObject

from clearfold.proof.page.page_model import Colour
from clearfold.proof.readers.pdf.operators.state import MarkedContent, Remembered, Stream
from clearfold.proof.readers.pdf.operators.visitor import Visitor
from clearfold.proof.readers.pdf.text_pieces import Piece, Shown, instead, made


class TextVisitor(Visitor):
    """Gathers the pieces of text of one page, counted from 0."""

    def __init__(self, page: int, colours: Remembered[Colour | None]) -> None:
        self.page, self.colours = page, colours
        self.pieces: list[Piece] = []
        self.waiting: str | None = None  # an ActualText, for the first text that it replaces

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Add what is shown, or once what is said instead of it."""
        if row.codes:
            mark = stream.marks[-1]
            if not mark.replaced:
                self.pieces.append(self._piece(row, mark, stream))
            else:
                self._instead(row, mark, stream)

    def replaced(self, text: str) -> None:
        """Keep an ActualText until something is drawn in its sequence."""
        self.waiting = text

    def closed(self, mark: MarkedContent, stream: Stream) -> None:
        """Add an ActualText that replaced no text all the same."""
        if mark.replaced and not stream.marks[-1].replaced:
            self._instead(Shown(), mark, stream)

    def _instead(self, row: Shown, mark: MarkedContent, stream: Stream) -> None:
        if self.waiting is not None:
            text, self.waiting = self.waiting, None
            self.pieces.append(instead(self._piece(row, mark, stream), text))

    def _piece(self, row: Shown, mark: MarkedContent, stream: Stream) -> Piece:
        return made(row, stream.now, self.colours.of(stream.now.fill), stream.text, mark, self.page)
