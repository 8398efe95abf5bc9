"""The structure tree of a PDF as plain elements: what each is, what it says, and where its first word stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject, IndirectObject, NumberObject, PdfObject

from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.structure import Key, by_mark, page_of
from clearfold.proof.readers.pdf.structure_types import text_of
from clearfold.proof.readers.pdf.text_pieces import Piece

DEEPEST = 400  # elements within elements


@dataclass(slots=True, eq=False)
class Element:
    """An element: its type, its dictionary and number, the one around it, its kids, marks and links, in their order.

    ``said`` is what it says, piece by piece; ``heard`` the same with pictures by their alternatives.
    ``page`` counts from 0, -1 where nothing tells it.
    """

    kind: str
    entries: DictionaryObject
    number: int
    parent: "Element | None"
    page: int
    kids: "list[Element]" = field(default_factory=list)
    marks: list[Key] = field(default_factory=list)
    links: list[DictionaryObject] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    first: Piece | None = None

    @property
    def text(self) -> str:
        """Return what it says, white space folded."""
        return " ".join(self.words().split())

    def words(self) -> str:
        """Return what it says: its ActualText, or its words and those of its kids."""
        return text_of(self.entries, "/ActualText") or "".join(self.said)

    def aloud(self) -> str:
        """Return what a screen reader says of it: as ``words``, but a picture by its alternative alone."""
        named = "/Alt" if self.kind == "Figure" else "/ActualText"
        return text_of(self.entries, named) or "".join(self.heard)

    def worded_marks(self) -> list[Key]:
        """Return its marks and those of all below it, in no order, but for those of pictures."""
        return [] if self.kind == "Figure" else [*self.marks, *(key for kid in self.kids for key in kid.worded_marks())]

    def around(self, kind: str) -> "Element | None":
        """Return the nearest element of a kind that holds it."""
        outer = self.parent
        while outer is not None and outer.kind != kind:
            outer = outer.parent
        return outer

    def refers(self) -> list[int]:
        """Return the numbers of the elements to which its Ref leads."""
        return [one.idnum for one in items(self.entries.get("/Ref")) if isinstance(one, IndirectObject)]


def read_elements(pdf: PdfFile, *, worded: bool = True) -> list[Element]:
    """Return all elements in their order, with their words unless they are not ``worded``; none without tags."""
    found: list[Element] = []
    if pdf.tree is not None:
        reading = _Reading(pdf, by_mark(pdf) if worded else {}, found)
        for kid in items(pdf.tree.get("/K")):
            reading.element(kid, None, 0)
    return found


@dataclass(slots=True)
class _Reading:
    pdf: PdfFile
    pieces: dict[Key, list[Piece]]
    found: list[Element]

    def element(self, raw: PdfObject, parent: Element | None, depth: int) -> Element | None:
        entries = dictionary(raw)
        if entries is None or depth > DEEPEST or not isinstance(raw, IndirectObject):
            return None
        page = page_of(self.pdf, entries, parent.page if parent else -1)
        made = Element(str(entries.get("/S"))[1:], entries, raw.idnum, parent, page)
        self.found.append(made)
        for kid in items(entries.get("/K")):
            self._kid(kid, made, depth)
        return made

    def _kid(self, kid: PdfObject, made: Element, depth: int) -> None:
        target = kid.get_object()
        if isinstance(target, NumberObject):
            self._mark((made.page, 0, int(target)), made)
        elif isinstance(target, DictionaryObject) and target.get("/Type") == "/MCR":
            self._mark((page_of(self.pdf, target, made.page), 0, int(str(target["/MCID"]))), made)
        elif isinstance(target, DictionaryObject) and target.get("/Type") == "/OBJR":
            link = dictionary(target.get("/Obj"))
            made.links += [link] if link is not None else []
        elif (inner := self.element(kid, made, depth + 1)) is not None:
            made.kids.append(inner)
            made.said.append(inner.words())
            made.heard.append(inner.aloud())
            made.first = made.first or inner.first

    def _mark(self, key: Key, made: Element) -> None:
        made.marks.append(key)
        for piece in self.pieces.get(key, ()):
            made.said.append(piece.text)
            made.heard.append(piece.text)
            if made.first is None and piece.text.strip():
                made.first = piece


def frames(pdf: PdfFile) -> Iterator[tuple[Key, str, frozenset[str], bool, Box]]:
    """Yield each marked-content sequence: its key, tag, keys of its properties, whether within another, its clip."""
    for number, page in enumerate(pdf.pages):
        for one in page.sequences:
            yield (number, one.form, one.mcid), one.tag, one.keys, one.inner, one.clip
