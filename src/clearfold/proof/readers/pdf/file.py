"""Open a PDF once for all its readers: pages, their text, catalogue, metadata, page labels."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypeVar

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject
from pypdf.xmp import XmpInformation

from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.guard import PROBLEMS, foreign
from clearfold.proof.readers.pdf.bookmarks import read_bookmarks, read_labels
from clearfold.proof.readers.pdf.objects import dictionary, items, rectangle, text_string
from clearfold.proof.readers.pdf.operators.amount import Amounts
from clearfold.proof.readers.pdf.operators.interpreter import Fonts
from clearfold.proof.readers.pdf.operators.matrix import Matrix, times
from clearfold.proof.readers.pdf.page_content import PageContent, read_page
from clearfold.proof.readers.pdf.text_pieces import Piece

T = TypeVar("T")
MANY = 10_000
"""Objects that are remembered once they are read; a leaflet has some hundreds."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An open PDF: its catalogue, each page's object number, what its content draws, and its printed label."""

    reader: PdfReader
    catalogue: DictionaryObject
    page_of: dict[int, int]
    pages: tuple[PageContent, ...]
    labels: tuple[str, ...]
    fonts: Fonts = field(default_factory=dict)

    def forget(self) -> None:
        """Forget the objects that were read, where these are very many: a check that asks for one reads it again."""
        if len(self.reader.resolved_objects) > MANY:
            self.reader.resolved_objects.clear()

    @property
    def pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """Return the text of each page in content order."""
        return tuple(page.pieces for page in self.pages)

    @property
    def old(self) -> bool:
        """Say whether the file is of PDF 1.7 or before, whose structure types are fewer."""
        said = str(self.catalogue.get("/Version") or self.reader.pdf_header)
        return not said.strip("/%PDF-").startswith("2")

    @property
    @foreign()
    def lang(self) -> str:
        """Return the language that the catalogue declares."""
        return str(self.catalogue.get("/Lang") or "")

    @property
    def title(self) -> str:
        """Return the title of the document information, else of the XMP metadata."""
        told = self._informed("/Title")
        titles = _or_none(lambda: self._xmp.dc_title if self._xmp else None) or {}
        return told or next(iter(titles.values()), "")

    @property
    def authors(self) -> tuple[str, ...]:
        """Return the authors of the XMP metadata, which has each by itself."""
        return tuple(_or_none(lambda: self._xmp.dc_creator if self._xmp else None) or ())

    @property
    def byline(self) -> str:
        """Return the authors of the document information, in one text (ISO 32000-1, 14.3.3)."""
        return self._informed("/Author")

    def _informed(self, key: str) -> str:
        """Return an entry of the document information, "" where it has none that can be read."""
        information = _or_none(lambda: self.reader.metadata)
        value = _or_none(lambda: information.get(key) if information else None)
        return text_string(value)

    @property
    def _xmp(self) -> XmpInformation | None:
        """Return the XMP metadata, where PDF 2.0 has what the document information has in older files."""
        return _or_none(lambda: self.reader.xmp_metadata)

    @foreign()
    def bookmarks(self) -> list[tuple[str, int]]:
        """Return the bookmarks in their order, each with the page, from 0, to which it leads; -1 for none."""
        return read_bookmarks(self.catalogue, self.page_of)

    @property
    @foreign()
    def shows_title(self) -> bool:
        """Say whether a viewer's window shows the title (ISO 14289-1, 7.1)."""
        preferences = dictionary(self.catalogue.get("/ViewerPreferences"))
        return preferences is not None and str(preferences.get("/DisplayDocTitle")) in ("True", "true")

    @property
    @foreign()
    def profile(self) -> bytes:
        """Return the profile of the inks or colours for which the file is meant, b"" where it names none."""
        for intent in items(self.catalogue.get("/OutputIntents")):
            found = dictionary(intent)
            profile = dictionary(found.get("/DestOutputProfile")) if found is not None else None
            if isinstance(profile, StreamObject):
                return profile.get_data()
        return b""

    @property
    @foreign()
    def marked(self) -> bool:
        """Say whether the file says that it is tagged."""
        information = dictionary(self.catalogue.get("/MarkInfo"))
        return information is not None and str(information.get("/Marked")) in ("True", "true")

    @property
    @foreign()
    def tree(self) -> DictionaryObject | None:
        """Return the root of the structure tree, None in a PDF that is not tagged."""
        root = dictionary(self.catalogue.get("/StructTreeRoot"))
        return root if root is not None and root.get("/K") is not None else None


@foreign()
def open_pdf(data: bytes, *, inks: bool = False, ours: bool = False) -> PdfFile:
    """Open a PDF and read what its pages draw, and if asked its inks; raise UnreadableError where that cannot be.

    Of an edition of ``ours`` it is read too whether its pages keep the grammar of such.
    """
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(message("it is locked with a password"))
    catalogue = dictionary(reader.trailer["/Root"])
    if catalogue is None:
        raise UnreadableError(message("it has no catalogue"))
    numbers = {_number(page.indirect_reference): index for index, page in enumerate(reader.pages)}
    fonts: Fonts = {}
    amounts = Amounts()
    pages = tuple(
        read_page(page, index, origin(page), fonts, amounts, inks=inks, ours=ours)
        for index, page in enumerate(reader.pages)
    )
    return PdfFile(reader, catalogue, numbers, pages, read_labels(reader), fonts)


def _or_none(ask: Callable[[], T | None]) -> T | None:
    """Return what a file says of itself beside its text, None where that cannot be read."""
    try:
        return ask()
    except PROBLEMS:
        return None


def origin(page: PageObject) -> Matrix:
    """Return the matrix that puts a page's own space on the page as it is trimmed and turned (ISO 32000-1, 14.11.2)."""
    left, bottom, right, top = trimmed(page)
    unit = float(str(page.get("/UserUnit", 1)))
    across, up = right - left, top - bottom
    moved: Matrix = (unit, 0, 0, unit, -left * unit, -bottom * unit)
    turns: dict[int, Matrix] = {
        90: (0, -1, 1, 0, 0, across * unit),
        180: (-1, 0, 0, -1, across * unit, up * unit),
        270: (0, 1, -1, 0, up * unit, 0),
    }
    turn = turns.get(page.rotation % 360)
    return times(moved, turn) if turn else moved


def trimmed(page: PageObject) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a page as it is trimmed; a trim beyond the paper is none."""
    paper, trim = rectangle(page, "/MediaBox"), rectangle(page, "/TrimBox", "/CropBox", "/MediaBox")
    left, bottom = max(paper[0], trim[0]), max(paper[1], trim[1])
    right, top = min(paper[2], trim[2]), min(paper[3], trim[3])
    return (left, bottom, right, top) if left < right and bottom < top else paper


def _number(reference: IndirectObject | None) -> int:
    return reference.idnum if reference is not None else 0
