"""What is known while an OpenDocument text is read: its styles, its parts, what was taken of it, and the ledger."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from clearfold.importers.document import Place
from clearfold.importers.images import Pictures
from clearfold.importers.ledger import Entry
from clearfold.importers.odt.styles import Styles
from clearfold.importers.pieces import Piece


@dataclass(slots=True)
class Line:
    """What a paragraph holds: pieces, text boxes that hang on it, and its bookmarks."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    last: str = ""
    floating: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """What is known while a text is read; ``file`` returns the bytes of a part, and an object's root."""

    styles: Styles
    lang: str
    file: "Callable[[str], bytes | None]"
    root: "Callable[[str], etree._Element | None]"
    pictures: Pictures = field(default_factory=Pictures)
    ledger: list[Entry] = field(default_factory=list)
    notes: dict[str, etree._Element] = field(default_factory=dict)
    part: str = "text"
    paragraph: int = 0

    @property
    def place(self) -> Place:
        """Return the place of the paragraph that is read."""
        return Place(self.part, self.paragraph)

    def tell(self, code: str, before: str = "", after: str = "", name: str = "") -> None:
        """Enter something into the ledger, where the reading is."""
        self.ledger.append(Entry(code, self.place, before, after, name))
