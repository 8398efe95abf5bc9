"""An imported document: blocks and inlines, each block with its place in the original; closed, frozen.

Every reader makes it, and the Markdown writer alone turns it into a copy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from clearfold.model.messages import Message, joined, message


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in the original; numbers count from 1, 0 and "" where they mean nothing.

    ``part`` is what people call the part ("text", "footnotes", a chapter's name), ``paragraph`` counts within it. Of a
    PDF, ``page`` is the sheet's side and ``panel`` the panel as it stands there from left to right; ``box`` is left,
    top, right and bottom in points, from the page's upper left corner.
    """

    part: str = ""
    paragraph: int = 0
    page: int = 0
    panel: int = 0
    line: int = 0
    box: tuple[float, float, float, float] | None = None

    def __str__(self) -> str:
        """Say it as people do, in English."""
        return str(self.words)

    @property
    def words(self) -> Message:
        """Return it as people say it."""
        known = (
            self.part,
            message("page {number}", number=self.page) if self.page else "",
            message("panel {number}", number=self.panel) if self.panel else "",
            message("paragraph {number}", number=self.paragraph) if self.paragraph else "",
            message("line {number}", number=self.line) if self.line else "",
        )
        return joined(", ", filter(None, known))


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Text:
    """Letters as they are to be read; white space in it is folded, but for no-break spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed: what was in italics."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Raised:
    """Raised letters."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Lowered:
    """Lowered letters."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Code:
    """What is typed into a machine."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link; ``target`` is an address, or # and the id of a block."""

    content: "Inlines"
    target: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language, a BCP 47 tag."""

    content: "Inlines"
    lang: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to a note of the document, by its label: letters, figures and hyphens."""

    label: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line that ends within a paragraph."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody has noted beside the text, and is not printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its name in ``Document.pictures``, and its alternative; None where the original has none.

    One that only decorates has the alternative "".
    """

    name: str
    alternative: str | None


Inline: TypeAlias = (
    Text | Strong | Emphasis | Raised | Lowered | Code | Link | Foreign | NoteMark | Break | Remark | Picture
)
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` counts from 1 as in the original, and is 2 to 6 once the document is finished."""

    level: int
    content: Inlines
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inlines
    place: Place
    id: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``start`` is the first number, None for bullets; ``letters`` where it is counted a, b, c."""

    items: tuple[Item, ...]
    place: Place
    start: int | None = None
    letters: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: how many columns and rows it takes, and whether it heads some."""

    blocks: "Blocks"
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first ``heads`` rows head it."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    heads: int = 1
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands by itself, with what is written below it."""

    picture: Picture
    place: Place
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody else has said."""

    blocks: "Blocks"
    place: Place


@dataclass(frozen=True, slots=True)
class Box:
    """A box; ``kind`` is a type of docs/writing.md: note, tip, important, warning, phone, amount, question, person."""

    blocks: "Blocks"
    place: Place
    kind: str = "note"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what it means."""

    entries: tuple[tuple[Inlines, "Blocks"], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines that are typed into a machine."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""

    place: Place


Block: TypeAlias = Heading | Paragraph | ListBlock | Table | Figure | Quotation | Box | Definitions | CodeBlock | Rule
Blocks: TypeAlias = tuple[Block, ...]

FrontValue: TypeAlias = str | tuple[str, ...] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """A document: ``title`` as plain text, ``lang`` a BCP 47 tag, its blocks, its notes by label, its pictures by name.

    ``front`` are further values of the front matter, as a copy has them (prose is Markdown), by key.
    """

    title: str
    lang: str
    blocks: Blocks
    notes: Mapping[str, Blocks] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    front: Mapping[str, FrontValue] = field(default_factory=dict)
    subtitle: str = ""
