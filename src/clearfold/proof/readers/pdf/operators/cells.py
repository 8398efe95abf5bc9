"""Words that are drawn and are no text of a page: in the cells of patterns with which it paints, and in its masks."""

from pypdf import PageObject
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from clearfold.proof.page.page_model import Colour
from clearfold.proof.readers.pdf.objects import mask_of
from clearfold.proof.readers.pdf.operators.interpreter import Fonts, Interpreter
from clearfold.proof.readers.pdf.operators.state import Graphics, Paint, Path, Remembered, Stream
from clearfold.proof.readers.pdf.operators.text import TextVisitor
from clearfold.proof.readers.pdf.operators.visitor import STROKING, Visitor
from clearfold.proof.readers.pdf.text_pieces import Shown


class CellVisitor(Visitor):
    """Gathers the words of the cells and masks of one page, each stream once."""

    def __init__(self, page: PageObject, fonts: Fonts) -> None:
        self.page, self.fonts = page, fonts
        self.words: dict[str, None] = {}
        self.met: set[int] = set()

    def painted(self, path: Path, operator: bytes, stream: Stream) -> None:
        """Read the cell with which a path is painted."""
        self._paint(stream.now.stroke if operator in STROKING else stream.now.fill, stream)
        self._paint(stream.now.fill, stream)

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Read the cell with which letters are painted."""
        self._paint(stream.now.fill, stream)

    def followed(self, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Read a mask that is chosen."""
        if operator == b"gs" and operands:
            self._read(mask_of(stream.resources, str(operands[0])), stream.resources)

    def _paint(self, paint: Paint, stream: Stream) -> None:
        if paint.patterned:
            self._read(paint.pattern, stream.resources)

    def _read(self, drawn: DictionaryObject | None, resources: DictionaryObject) -> None:
        if isinstance(drawn, StreamObject) and id(drawn) not in self.met:
            self.met.add(id(drawn))
            if said := words_of(drawn, resources, self.page, self.fonts):
                self.words[said] = None


def words_of(drawn: StreamObject, resources: DictionaryObject, page: PageObject, fonts: Fonts) -> str:
    """Return the words of a stream that is no content of a page, "" where it has no letter and no figure."""
    text = TextVisitor(0, Remembered[Colour | None](lambda _: None))
    Interpreter(page, (text,), fonts).form(drawn, [], Stream(Graphics(), resources))
    text.finish()
    said = " ".join(" ".join(piece.text for piece in text.pieces).split())
    return said if any(char.isalnum() for char in said) else ""
