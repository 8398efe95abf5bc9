"""The blocks of a document.

HTML lets words stand beside blocks in most of them: their children are nodes of both kinds. White space between
blocks is text, but for tables and lists, whose parts stand on lines of their own: where the copy has written it
otherwise, ``gaps`` are the white space before each part and after the last, since style sheets may show it.
"""

from dataclasses import dataclass
from typing import TypeAlias

from clearfold.model.diagnostic import Location
from clearfold.press.document.attributes import NONE, Attributes
from clearfold.press.document.inlines import Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1 to 6; ``place`` is where the copy has it, None where that is not known."""

    level: int
    children: tuple["Node", ...]
    attributes: Attributes = NONE
    place: Location | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class List:
    """A list, numbered or not."""

    ordered: bool
    items: tuple[Item, ...]
    attributes: Attributes = NONE
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a description list explains."""

    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Description:
    """What a description list says of the terms before it."""

    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class DescriptionList:
    """Terms, each followed by what is said of it."""

    entries: tuple[Term | Description, ...]
    attributes: Attributes = NONE
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``header`` tells whether it is one of others, and ``scope`` where these are."""

    header: bool
    children: tuple["Node", ...]
    attributes: Attributes = NONE

    @property
    def columns(self) -> int:
        """Over how many columns it goes."""
        return self.attributes.number("colspan")

    @property
    def rows(self) -> int:
        """Through how many rows it goes."""
        return self.attributes.number("rowspan")

    @property
    def scope(self) -> str:
        """``col``, ``row``, ``colgroup``, ``rowgroup``, or "" of a cell that is no header."""
        return self.attributes.get("scope") or ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    attributes: Attributes = NONE
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The head, a body or the foot of a table; ``tag`` is ``thead``, ``tbody`` or ``tfoot``."""

    tag: str
    rows: tuple[Row, ...]
    attributes: Attributes = NONE
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a table or a figure; ``tag`` is ``caption`` or ``figcaption``."""

    tag: str
    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, if it has one, and its rows in groups."""

    caption: Caption | None
    groups: tuple[RowGroup, ...]
    attributes: Attributes = NONE
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A box that stands beside the text; its classes are ``admonition``, its type, and ``untitled`` where it is."""

    children: tuple["Node", ...]
    attributes: Attributes
    place: Location | None = None

    @property
    def type(self) -> str:
        """``note``, ``tip``, ``important``, ``warning``, or what else the copy has written."""
        return next(iter(self.attributes.classes[1:]), "")

    @property
    def untitled(self) -> bool:
        """Tell whether its title is a word of the leaflet's language, and not one of the copy."""
        return "untitled" in self.attributes.classes[2:]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of whole paragraphs."""

    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands alone, and its caption, if it has one."""

    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that stand as they are written."""

    children: tuple["Node", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts of the text."""

    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Note:
    """A note, which follows the block that first refers to it."""

    number: int
    children: tuple["Node", ...]

    @property
    def attributes(self) -> Attributes:
        """Its id, and what it is to a screen reader."""
        return Attributes((("class", "note"), ("role", "doc-footnote"), ("id", f"fn-{self.number}")))


@dataclass(frozen=True, slots=True)
class Container:
    """Any other element of HTML that a copy may hold: ``div``, ``section``, and what stands where it has no meaning."""

    tag: str
    children: tuple["Node", ...]
    attributes: Attributes = NONE


Block: TypeAlias = (
    Heading
    | Paragraph
    | List
    | Item
    | DescriptionList
    | Term
    | Description
    | Table
    | RowGroup
    | Row
    | Cell
    | Caption
    | Box
    | Quotation
    | Figure
    | Code
    | Rule
    | Note
    | Container
)
Node: TypeAlias = Block | Inline
