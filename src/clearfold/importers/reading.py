"""What every reader of other people's files takes and gives: the maker's side, and the prover's."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from clearfold.importers.document import NOWHERE, Document, Place
from clearfold.importers.ledger import Entry
from clearfold.model.errors import ClearfoldError, UsageError
from clearfold.model.transcript import Kind


class NotImportableError(UsageError):
    """A file that cannot be imported; says in one line why, and what to do."""


class StoppedError(ClearfoldError):
    """Whoever asked for the import has stopped it; nothing was put anywhere."""


UNSURE = "\u2063"
"""Stands in a passage where nobody knows whether a space is meant."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a person has said: ``lang`` a BCP 47 tag or "", ``order`` of panels, numbered from 1 over all pages.

    ``ocr`` asks for pages that are pictures to be read by machine. ``folder`` is where the file stands, "" where it
    stands nowhere: pictures of a page may stand in it or below it.
    """

    lang: str = ""
    order: tuple[int, ...] = ()
    ocr: bool = False
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture of a page for import.html: PNG, the size of the page in points."""

    page: int
    png: bytes = field(repr=False)
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Imported:
    """What a maker gives: the document, the ledger, and for a PDF the order of its panels and pictures of its pages.

    ``rooms`` are the parts of a PDF's pages in which its letters stand, in the order in which they are read: number of
    the page, left, bottom, right and top in the coordinates of the file, and the quarters clockwise by which it must be
    turned to be read. ``notes`` are such rooms, of notes. ``tagged`` says that alternatives are those of the tags.
    ``heard`` are words that a machine has read from pictures of pages, which nobody can read again: page, x and y in
    the coordinates of the file, size in points, the word.
    """

    document: Document
    ledger: tuple[Entry, ...] = ()
    order: tuple[int, ...] = ()
    previews: tuple[Preview, ...] = ()
    rooms: tuple[tuple[int, float, float, float, float, int], ...] = ()
    notes: tuple[tuple[int, float, float, float, float, int], ...] = ()
    tagged: bool = False
    heard: tuple[tuple[int, float, float, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of words as the prover meets it in the original.

    Kind.NOTE is a note, in the order of the references, without its number; references to notes stand in the text as
    ``[1]``, counted in the order in which they are met. Kind.ALTERNATIVE is what is said of a picture. Those two are
    held against the copy beside the text, each in its own order. Row and column of a cell count from 1; a cell that
    goes over several has those of its first.
    """

    kind: Kind
    text: str
    place: Place = NOWHERE
    level: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Original:
    """What a prover gives: passages in reading order, those that are to be left out, and elements that it passed over.

    ``passed`` are (name of the element, its text). ``letters`` says that its letters are sure and its spaces are not,
    and that nothing is known of headings, items and cells: so it is with pages that are only drawn.
    """

    passages: tuple[Passage, ...]
    left: tuple[Passage, ...] = ()
    passed: tuple[tuple[str, str], ...] = ()
    letters: bool = False


Maker: TypeAlias = Callable[[bytes, str, Options], Imported]
"""From bytes, the file's name and what a person has said to a document; raises NotImportableError."""

Prover: TypeAlias = Callable[[bytes, str, Imported], Original]
"""From bytes and the file's name to passages; of what the maker gives it may take ``rooms``, ``notes``,
``tagged``, ``heard`` and ``order`` alone."""
