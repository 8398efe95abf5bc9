"""What a Word file holds beside its text: heads and feet, comments, charts, diagrams, what it says of itself."""

from collections.abc import Iterator
from html.parser import HTMLParser

from lxml import etree

from clearfold.importers.document import Place
from clearfold.importers.docx.names import attribute, children, inner, name_of
from clearfold.importers.docx.package import Package
from clearfold.importers.docx.story import said
from clearfold.importers.ledger import Entry
from clearfold.model.messages import message

_LIKE = {"header": ("IMP-070", "head"), "footer": ("IMP-071", "foot")}
_DRAWN = {"chart": "chart", "data": "diagram", "chartex": "chart"}
_ABOUT = ("title", "subject", "creator", "keywords", "description", "category", "Company", "Manager")


def comments(package: Package) -> dict[str, tuple[str, str]]:
    """Return author and words of each comment, by id."""
    root = package.beside("comments")
    return {attribute(one, "w:id"): (attribute(one, "w:author"), said(one)) for one in children(root, "w:comment")}


def beside(package: Package, noted: dict[str, tuple[str, str]], title: str) -> Iterator[Entry]:
    """Yield an entry for each thing beside the text."""
    for author, words in noted.values():
        if words:
            yield Entry(
                "IMP-010",
                Place(message("comments")),
                words,
                name=message(", by {author}", author=author) if author else "",
            )
    for stem, (code, part) in _LIKE.items():
        for number, name in enumerate(package.parts(stem), start=1):
            root = package.root(name)
            if root is not None and (words := _with_drawn(root)):
                yield Entry(code, Place(f"{part} {number}"), words)
    for stem, kind in _DRAWN.items():
        for number, name in enumerate(package.parts(stem), start=1):
            root = package.root(name)
            words = said(root) if root is not None else ""
            if words:
                yield Entry(
                    "IMP-076",
                    Place(message("{kind} {number}", kind=message(kind), number=number)),
                    words,
                    name=message("a chart") if kind == "chart" else message("a diagram"),
                )
    yield from _chunks(package)
    if any(name.lower().endswith("vbaproject.bin") for name in package.archive.names):
        yield Entry("IMP-077", Place())
    yield from _about(package, title)


def _with_drawn(root: etree._Element) -> str:
    drawn = [attribute(one, "string") for one in inner(root, "v:textpath")]
    return " ".join([_once(root), *drawn]).strip()


def _once(root: etree._Element) -> str:
    """Return the words of a part; what stands there for older programs is the same again."""
    for one in list(root.iter()):
        if name_of(one) == "mc:Fallback" and (around := one.getparent()) is not None and len(around) > 1:
            around.remove(one)
    return said(root)


def _chunks(package: Package) -> Iterator[Entry]:
    """Yield documents of other kinds that the file holds in place of text."""
    root = package.root(package.main)
    relations = package.relations(package.main)
    for one in inner(root, "w:altChunk") if root is not None else ():
        relation = relations.get(attribute(one, "r:id"))
        if relation is None or relation.outside or relation.target not in package.archive.names:
            yield Entry("IMP-076", Place(), name=message("a document that is not in the file"))
            continue
        data = package.archive.read(relation.target)
        yield Entry(
            "IMP-076",
            Place(relation.target),
            _words(data),
            name=message("the document {target}", target=relation.target),
        )


def _words(data: bytes) -> str:
    if data.startswith(b"PK"):
        package = Package(data)
        root = package.root(package.main)
        return said(root) if root is not None else ""
    reader = _Words()
    reader.feed(data.decode("utf-8", "replace"))
    return " ".join(" ".join(reader.words).split())


class _Words(HTMLParser):
    """The words of a web page, whatever they are."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.words.append(data)


def _about(package: Package, title: str) -> Iterator[Entry]:
    for name in ("docProps/core.xml", "docProps/app.xml"):
        root = package.root(name)
        for one in root if root is not None else ():
            key = name_of(one).rpartition(":")[2]
            words = " ".join((one.text or "").split())
            if key in _ABOUT and words and words != title:
                yield Entry("IMP-081", Place(), words, name=key.lower())
