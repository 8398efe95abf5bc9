"""All that the checks may look at: the copy's promise, the opened file, and its readings laid beside the copy."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pypdf import PdfReader

from clearfold.model.binding import Binding
from clearfold.model.braille import Sheet
from clearfold.model.design import Design
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.paper import Paper
from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.compare.stream import Stream
from clearfold.proof.page.page_model import PageLook, PlacedBlock, View
from clearfold.proof.readers.braille.file import BrailleFile
from clearfold.proof.readers.braille.languages import Language
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.print.unimpose import Unfolded
from clearfold.proof.readers.web.file import WebPage


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """An opened PDF: its bytes, and its pages as they are read.

    Of a file whose sheets are folded ``pdf`` has the single pages, and ``unfolded`` what was seen of the sheets;
    ``whole`` is the file itself, with its sheets as they are folded; ``structure`` is what a screen reader says, None
    where the file has no tags.
    """

    data: bytes
    pdf: PdfFile
    whole: PdfReader
    unfolded: Unfolded | None = None
    structure: Transcript | None = None


@dataclass(frozen=True, slots=True)
class OpenedEpub:
    """An opened EPUB, and its bytes."""

    epub: EpubFile
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """An opened web page."""

    page: WebPage


@dataclass(frozen=True, slots=True)
class OpenedBraille:
    """An opened file of braille, how its language is read, and what is promised of its pages."""

    file: BrailleFile
    language: Language
    sheet: Sheet | None = None


Opened = OpenedPdf | OpenedEpub | OpenedPage | OpenedBraille
"""A finished file, read: all that may be, so that a check knows what it does not know."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a finished file says of itself; "" and empty where it says nothing.

    ``authors`` stand each by themselves; ``byline`` has them in one text, parted by commas or semicolons.
    """

    title: str = ""
    lang: str = ""
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    byline: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finished file before the checks; ``name`` is its own, ``file`` None where only texts are compared.

    ``reworded`` is what was told when another tool's hyphens were read as the copy writes its words; ``facts`` the
    file's metadata; ``untagged`` the text of a tagged PDF that is in no tag; ``paper`` what its pages promise, None
    where unknown. Of a file with pages, ``looks`` has what the eye meets, ``placed`` where the copy's blocks stand on
    them, and ``view`` shows them as they are rendered; ``furniture`` is what the templates add; ``foreign`` is true of
    a file that is no edition of ours, ``ours`` of one that the press made, which holds nothing that its make does not
    explain; ``binding`` is what a book of ours declares beside its text, ``design`` what a PDF of ours does.
    """

    expected: Transcript
    streams: tuple[Stream, ...]
    file: Opened | None = None
    name: str = ""
    facts: Facts = Facts()
    reworded: tuple[Diagnostic, ...] = ()
    untagged: tuple[Block, ...] = ()
    paper: Paper | None = None
    looks: tuple[PageLook, ...] = ()
    placed: tuple[PlacedBlock, ...] = ()
    view: View | None = None
    furniture: tuple[Furniture, ...] = ()
    foreign: bool = False
    ours: bool = False
    binding: Binding | None = None
    design: Design | None = None

    @property
    def content(self) -> Stream:
        """Return the stream of a PDF whose blocks point to lines: the order in which text is drawn."""
        return self.streams[-1]

    @property
    def flowing(self) -> tuple[PlacedBlock, ...]:
        """Return where the copy's blocks stand, but for the words of drawings, which no line holds."""
        return tuple(block for block in self.placed if block.block.kind is not Kind.DRAWING)

    @property
    def pdf(self) -> OpenedPdf | None:
        """Return the file where it is a PDF."""
        return self.file if isinstance(self.file, OpenedPdf) else None

    @property
    def opened_epub(self) -> OpenedEpub | None:
        """Return the file where it is an EPUB, with its bytes."""
        return self.file if isinstance(self.file, OpenedEpub) else None

    @property
    def epub(self) -> EpubFile | None:
        """Return the file where it is an EPUB."""
        return self.file.epub if isinstance(self.file, OpenedEpub) else None

    @property
    def web(self) -> WebPage | None:
        """Return the file where it is a web page."""
        return self.file.page if isinstance(self.file, OpenedPage) else None

    @property
    def braille(self) -> OpenedBraille | None:
        """Return the file where it is braille."""
        return self.file if isinstance(self.file, OpenedBraille) else None


Check = Callable[[Evidence], Iterator[Diagnostic]]
"""Looks for one kind of fault; silent of a file to which it does not apply."""
