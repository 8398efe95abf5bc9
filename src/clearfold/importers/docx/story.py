"""What is known while a Word file is read: its parts, styles and lists, what was taken of it, and the ledger."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from clearfold.importers.document import Picture, Place
from clearfold.importers.docx.names import attribute, inner, name_of
from clearfold.importers.docx.numbering import Numbering
from clearfold.importers.docx.package import Package, Relation
from clearfold.importers.docx.styles import Styles
from clearfold.importers.images import Pictures
from clearfold.importers.ledger import Entry
from clearfold.importers.pieces import Piece

SKIPPED = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@dataclass(slots=True)
class Story:
    """The state of one reading; ``part`` is what people call the part that is being read."""

    package: Package
    styles: Styles
    numbering: Numbering
    lang: str
    anchors: frozenset[str]
    relations: Mapping[str, Relation]
    part: str = "text"
    pictures: Pictures = field(default_factory=Pictures)
    ledger: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    there: frozenset[str] = frozenset()  # the notes that the file holds
    comments: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    _paragraph: int = 0

    def tell(self, code: str, before: str = "", after: str = "", name: str = "") -> None:
        """Enter something into the ledger, at the paragraph that is being read."""
        self.ledger.append(Entry(code, self.place, before, after, name))

    @property
    def place(self) -> Place:
        """Return the place of the paragraph that is being read."""
        return Place(self.part, self._paragraph)

    def next_paragraph(self) -> Place:
        """Go on to the next paragraph of the part."""
        self._paragraph += 1
        return self.place

    def begin(self, part: str, relations: Mapping[str, Relation]) -> None:
        """Begin to read another part."""
        self.part, self.relations, self._paragraph = part, relations, 0


@dataclass(slots=True)
class Line:
    """What a paragraph holds: pieces, the contents of text boxes that hang on it, and the bookmarks in it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    last: str = ""
    floating: list[Picture] = field(default_factory=list)


def anchors_of(package: Package) -> frozenset[str]:
    """Return the bookmarks to which links within the file lead."""
    found: set[str] = set()
    for part in [package.main, *package.parts("footnotes", "endnotes")]:
        root = package.root(part)
        for one in inner(root, "w:hyperlink", "w:instrText", "w:fldSimple") if root is not None else ():
            if name_of(one) == "w:hyperlink":
                found.add(attribute(one, "w:anchor"))
            else:
                words = (attribute(one, "w:instr") or one.text or "").replace('"', " ").split()
                found.update(words[words.index("\\l") + 1 :][:1] if "\\l" in words else ())
    return frozenset(found - {""})


def notes_of(package: Package) -> frozenset[str]:
    """Return the notes that a file holds, by the label under which they are referred to."""
    found: set[str] = set()
    for part in package.parts("footnotes", "endnotes"):
        root = package.root(part)
        kind = posixpath.basename(part)[0]
        found |= {f"{kind}{attribute(one, 'w:id')}" for one in root} if root is not None else set()
    return frozenset(found)


def said(element: etree._Element) -> str:
    """Return the words of an element, each paragraph apart, nothing of it read."""
    words = ""
    for one in element.iter():
        name = name_of(one)
        if name in ("w:t", "w:delText", "a:t", "m:t", "c:v"):
            words += one.text or ""
        elif name in ("w:p", "a:p", "w:tab", "w:br", "w:cr", "w:tc", "c:pt"):
            words += " "
    return " ".join(words.split())
