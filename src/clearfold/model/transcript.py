"""What a reader meets, in order: the one shape in which the copy and a finished edition can be compared."""

from dataclasses import dataclass, replace
from enum import StrEnum

from clearfold.model.diagnostic import Location


class Kind(StrEnum):
    """What a block of text is to its reader."""

    PUBLISHER = "publisher"
    TITLE = "title"
    SUBTITLE = "subtitle"
    AUDIENCE = "audience"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    BOX_TITLE = "title of a box"
    CAPTION = "caption"
    ALTERNATIVE = "text alternative"
    DRAWING = "words of a drawing"  # drawn as letters in an edition with pages; a screen reader says the alternative
    NOTE = "note"
    TERM = "term"
    DEFINITION = "definition"
    QUOTATION = "quotation"
    CODE = "code"
    DETAIL = "detail"  # a value of the colophon or the contact panel
    LABEL = "label"  # words of a template that are no heading
    CONTENTS = "contents"  # an entry of a table of contents
    TEXT = "text"  # a reader that cannot tell says this
    ARTIFACT = "artifact"  # drawn, but not said to belong to the text


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block, from start up to end in characters of its text, and what is said of it.

    ``mark`` is the name of an element of HTML that marks the words in some way, such as ``strong`` or ``sub``, or
    ``credit`` for who made a picture.
    """

    start: int
    end: int
    lang: str = ""
    expansion: str = ""
    link: str = ""
    code: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text as a reader meets it.

    ``location`` is its place in the copy (expected blocks); ``place`` its place in an output, such as
    "page 3" or "EPUB/text/summary.xhtml" (found blocks). ``level`` is a heading's level or a list item's
    depth from 1; ``number`` a list item's own number or "" for a bullet; ``row`` and ``column`` count
    from 1; ``header`` is true of a header cell. ``line`` is the number of the line on which a run of a PDF's
    content stands, counted from 0 over all pages; -1 for any other block. ``added`` is true of words that a template
    adds to the copy (expected blocks). ``picture`` is the address of the picture for which a text alternative stands,
    or in a PDF the id of its marked content; ``crop`` is the shape in which a part of it is shown, and which part.
    """

    kind: Kind
    text: str
    location: Location | None = None
    place: str = ""
    lang: str = ""
    level: int = 0
    number: str = ""
    row: int = 0
    column: int = 0
    header: bool = False
    spans: tuple[Span, ...] = ()
    line: int = -1
    added: bool = False
    picture: str = ""
    crop: str = ""


def opened(block: Block, opening: str) -> Block:
    """Return the block with words put before its own, its spans moved along."""
    size = len(opening)
    spans = tuple(replace(span, start=span.start + size, end=span.end + size) for span in block.spans)
    return replace(block, text=opening + block.text, spans=spans)


@dataclass(frozen=True, slots=True)
class Transcript:
    """Blocks in reading order, of the copy or of one stream of an output.

    ``facts`` are what the copy says of itself beside its text, as (key of the front matter, value); several
    values of one key are parted by line ends. ``parts`` says where the parts of the copy begin, in reading order, as
    (part, number of the block before which it begins); those that the copy leaves out begin where the next one does. A
    part is a key of the front matter, "about" (authors to licence), "contact" (to the address for "online"), "body",
    or "box" and the type of a box without a title. ``markup`` is what of the copy was read as HTML, tree by tree: the
    body, its notes, and the prose of the front matter. ``pictures`` are all that the copy shows, also what only
    decorates: the alternative and the path of the file of each, "" for one that cannot be found.
    """

    blocks: tuple[Block, ...]
    lang: str = ""
    title: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    markup: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that a template adds, declared so that the proof can account for it.

    ``pattern`` is a regular expression that a whole block must match once white space is folded.
    ``limit`` is how often it may stand in the edition, 0 for once on each page (running heads, folios).
    ``hidden`` furniture is drawn for the eye alone, and kept from screen readers. Some of it must stand there, with the
    words ``text``: at least ``least`` times, wherever that is; or, where ``before`` names a part of the copy (see
    Transcript), right before each beginning of that part, as a block of that ``kind``. Furniture before one place is
    declared in reading order. ``spans`` are words of it in other languages.
    """

    name: str
    pattern: str
    limit: int = 1
    hidden: bool = False
    least: int = 0
    text: str = ""
    before: str = ""
    kind: Kind = Kind.LABEL
    spans: tuple[Span, ...] = ()
