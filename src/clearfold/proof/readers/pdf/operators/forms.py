"""Forms that a page draws beside its pictures, such as icons: each is seen, and whole."""

from pypdf.generic import DictionaryObject, IndirectObject, PdfObject, StreamObject

from clearfold.model.messages import message
from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.pdf.objects import floats, items
from clearfold.proof.readers.pdf.operators.state import Path, Stream
from clearfold.proof.readers.pdf.operators.visitor import Visitor
from clearfold.proof.readers.pdf.text_pieces import Shown

ICON = 72.0  # points of the longer side: what is larger may be the ground of a cover, which is cut at its edges
CUT = 0.2  # of its longer side: an icon may reach so far beyond its room, as a sign of quotation does


class FormVisitor(Visitor):
    """Gathers the numbers of the forms and patterns that one page uses, and what no form of ours does, each sort once.

    What a picture draws is looked at as a picture.
    """

    def __init__(self) -> None:
        self.used: dict[int, None] = {}
        self.strange: dict[str, None] = {}
        self._rooms: list[Box] = []
        self._seen: list[bool] = []

    def followed(self, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Remember a pattern that is chosen."""
        if operator in (b"scn", b"SCN"):
            paint = stream.now.fill if operator == b"scn" else stream.now.stroke
            self.used.update(dict.fromkeys([_number(paint.pattern)] if paint.pattern is not None else []))

    def enters(self, form: StreamObject, operands: list[PdfObject], outer: Stream, inner: Stream) -> bool:
        """Meet a form, and remember the room in which it shows."""
        self.used[inner.form] = None
        room = floats(items(form.get("/BBox")))
        if len(room) != 4 or room[2] < room[0] or room[3] < room[1]:
            self.strange[message("a form whose room ends before it begins")] = None
        self._rooms.append(inner.now.clip)
        self._seen.append(False)
        return True

    def painted(self, path: Path, operator: bytes, stream: Stream) -> None:
        """Hold what a form paints against its room."""
        if not self._rooms or not path.points:
            return
        room, box = self._rooms[-1], path.box()
        shows = box.left < room.right and box.right > room.left and box.bottom < room.top and box.top > room.bottom
        self._seen[-1] = self._seen[-1] or shows
        side = max(room.right - room.left, room.top - room.bottom)
        icon = side <= ICON and not stream.marks[-1].figure
        beyond = max(room.left - box.left, box.right - room.right, room.bottom - box.bottom, box.top - room.top)
        if icon and beyond > CUT * side:
            self.strange[message("an icon that reaches beyond its room")] = None

    def shown(self, row: Shown, operands: list[PdfObject], operator: bytes, stream: Stream) -> None:
        """Meet text in a form: it is looked at as text."""
        self._show()

    def image(self, drawn: StreamObject | None, operands: list[PdfObject], stream: Stream) -> None:
        """Meet an image in a form."""
        self._show()

    def shaded(self, shading: DictionaryObject | None, stream: Stream) -> None:
        """Meet a gradient in a form."""
        self._show()

    def left(self, form: StreamObject, inner: Stream) -> None:
        """Leave a form, of which something was seen."""
        self._rooms.pop()
        if not self._seen.pop() and not inner.marks[-1].figure:
            self.strange[message("an icon of which nothing is seen")] = None
        self._show()

    def _show(self) -> None:
        """Say of the form that is drawn that something of it is seen."""
        if self._seen:
            self._seen[-1] = True


def _number(found: DictionaryObject) -> int:
    reference = found.indirect_reference
    return reference.idnum if isinstance(reference, IndirectObject) else 0
