"""Read a page's text in the order in which it is drawn, with the marked content around each piece.

Text is decoded font by font; ActualText stands for what it replaces (ISO 32000-1, 14.9.4); no space is made up, since
one that is not in the file is not there for a screen reader.
"""

from pypdf.generic import PdfObject

from clearfold.proof.page.page_model import Colour
from clearfold.proof.readers.pdf.operators.state import MarkedContent, Remembered, Stream
from clearfold.proof.readers.pdf.operators.visitor import Visitor
from clearfold.proof.readers.pdf.text_pieces import Piece, Shown, glyphs_of, instead, made, parted


class TextVisitor(Visitor):
    """Gathers the pieces of text of one page, counted from 0."""

    def __init__(self, page: int, colours: Remembered[Colour | None]) -> None:
        self.page, self.colours = page, colours
        self.pieces: list[Piece] = []
        self.waiting: str | None = None  # an ActualText, for the text that it replaces
        self.held: list[tuple[Piece, list[str]]] = []  # that text, and what each of its glyphs says

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Add what is shown, or keep what something else is said instead of."""
        if row.codes:
            mark = stream.marks[-1]
            if not mark.replaced:
                self.finish()
                self.pieces += [self._piece(part, mark, stream) for part in parted(row, stream.now.font)]
            elif self.waiting is not None:
                self.held.append((self._piece(row, mark, stream), glyphs_of(row, stream.now)))

    def replaced(self, text: str) -> None:
        """Keep an ActualText until all of its sequence is drawn."""
        self.finish()
        self.waiting = text

    def closed(self, mark: MarkedContent, stream: Stream) -> None:
        """Add an ActualText, also one that replaced no text."""
        if mark.replaced and not stream.marks[-1].replaced:
            if self.waiting is not None and not self.held:
                self.held.append((self._piece(Shown(), mark, stream), []))
            self.finish()

    def finish(self) -> None:
        """Add the ActualText of a sequence that ended, or never does."""
        if self.waiting is not None and self.held:
            self.pieces.append(instead(self.held, self.waiting))
            self.waiting = None
        self.held.clear()

    def _piece(self, row: Shown, mark: MarkedContent, stream: Stream) -> Piece:
        return made(row, stream.now, self.colours.of(stream.now.fill), stream.text, mark, self.page)
