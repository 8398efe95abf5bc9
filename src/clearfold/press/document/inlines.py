"""What stands within a line of a document: words, and what is said of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from clearfold.model.diagnostic import Location
from clearfold.press.document.attributes import NONE, Attributes


class Style(StrEnum):
    """What is said of words by an element of HTML that has no more to tell; the value is the element's name."""

    EMPHASIS = "em"
    STRONG = "strong"
    BOLD = "b"
    ITALIC = "i"
    SUB = "sub"
    SUP = "sup"
    CODE = "code"
    QUOTED = "q"
    CITED = "cite"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Text:
    """Characters. Between blocks they may be white space alone, which says nothing."""

    text: str

    @property
    def blank(self) -> bool:
        """Tell whether there is nothing to read in it."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line that the copy asks for."""

    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: the name of its file, and its text alternative, "" where it only decorates.

    ``place`` is where the copy has it, None where that is not known.
    """

    attributes: Attributes = NONE
    place: Location | None = None

    @property
    def name(self) -> str:
        """What the copy calls the file."""
        return self.attributes.get("src") or ""

    @property
    def alternative(self) -> str:
        """The words for those who do not see it."""
        return self.attributes.get("alt") or ""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """Where a note is referred to: its number, and whether this is the first time or a later one."""

    number: int
    time: int = 1

    @property
    def attributes(self) -> Attributes:
        """Its id, and the way to the note."""
        name = f"fnref-{self.number}" if self.time == 1 else f"fnref-{self.number}-{self.time}"
        target = ("href", f"#fn-{self.number}")
        return Attributes((("class", "noteref"), ("role", "doc-noteref"), target, ("id", name)))


@dataclass(frozen=True, slots=True)
class WayBack:
    """The number before a note, which leads back to where it is first referred to."""

    number: int

    @property
    def attributes(self) -> Attributes:
        """The way to the reference."""
        return Attributes((("role", "doc-backlink"), ("href", f"#fnref-{self.number}")))


@dataclass(frozen=True, slots=True)
class Styled:
    """Words of which something is said."""

    style: Style
    children: tuple["Inline", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead elsewhere."""

    children: tuple["Inline", ...]
    attributes: Attributes = NONE


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, with its meaning in the attribute ``title``."""

    children: tuple["Inline", ...]
    attributes: Attributes = NONE


Inline: TypeAlias = Text | LineBreak | Image | NoteReference | WayBack | Styled | Link | Abbreviation
