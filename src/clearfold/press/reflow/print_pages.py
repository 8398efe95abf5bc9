"""Put the page numbers of the printed edition into a text that flows: a marker where each page begins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from clearfold.press.edition import PageStart, drawn
from clearfold.press.leaflet import fresh
from clearfold.press.reflow.markup import EPUB_TYPE, XHTML, add_after, local_name

# Elements that may not hold a marker before another element, or whose name a screen reader would take it into.
CLOSED = frozenset("ul ol dl table colgroup thead tbody tfoot tr a abbr".split())


@dataclass(frozen=True, slots=True)
class Page:
    """An entry of the page list: the number that is printed, and the document and id at which it begins."""

    number: int
    document: str
    id: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text of a document, of an element or after it, or a picture."""

    element: etree._Element
    kind: str
    text: str

    @property
    def size(self) -> int:
        return 1 if self.kind == "picture" else drawn(self.text)


def mark_pages(trees: dict[str, etree._Element], starts: Iterable[PageStart], title_page: str) -> tuple[Page, ...]:
    """Mark where pages begin, in documents by their names, and return the page list.

    ``title_page`` is the document with what the cover says. A page of the printed list of contents has no place in
    the text of a book, whose contents are the reading system's: it is left out.
    """
    homes = {
        name: (file, element) for file, tree in trees.items() for element in tree.iter() if (name := element.get("id"))
    }
    body = next(trees[title_page].iter(f"{XHTML}body"))
    homes[""] = (title_page, body)
    taken = set(homes)
    pages: list[Page] = []
    for start in starts:
        if start.anchor not in homes:
            continue
        document, around = homes[start.anchor]
        marker = _marker(start.page, fresh(f"page-{start.page}", taken))
        _insert(around, start.offset, marker)
        pages.append(Page(start.page, document, marker.get("id", "")))
    return tuple(pages)


def _marker(number: int, name: str) -> etree._Element:
    marker = etree.Element(f"{XHTML}span")
    marker.set(EPUB_TYPE, "pagebreak")
    marker.set("role", "doc-pagebreak")
    marker.set("id", name)
    marker.set("aria-label", str(number))
    marker.text = ""  # else it would be written as an empty-element tag, which HTML has not
    return marker


def _insert(around: etree._Element, offset: int, marker: etree._Element) -> None:
    """Put a marker before what stands after so many drawn characters of an element, and never inside a word."""
    passed = 0
    for piece in _pieces(around):
        if offset < passed + piece.size:
            break
        passed += piece.size
    else:
        raise ValueError(f"there is no text after {offset} characters of “{around.get('id', 'body')}”")
    index = _index(piece.text, offset - passed)
    blank = not piece.text[:index].strip()
    before = _outermost(piece) if blank else None
    if before is not None:
        before.addprevious(marker)
    elif piece.kind == "text":
        piece.element.text, marker.tail = piece.text[:index], piece.text[index:]
        piece.element.insert(0, marker)
    else:
        piece.element.tail = piece.text[:index]
        marker.tail = piece.text[index:]
        add_after(piece.element, marker)


def _index(text: str, count: int) -> int:
    """Return where the word begins to which the character after so many drawn ones belongs."""
    index = 0
    while count or not drawn(text[index : index + 1]):
        if index == len(text):
            return index
        count -= drawn(text[index])
        index += 1
    while index and not text[index - 1].isspace():
        index -= 1
    return index


def _outermost(piece: _Piece) -> etree._Element | None:
    """Return the largest element that begins with a piece and before which a marker may stand, if there is one."""
    found: etree._Element | None = None
    node, parent = piece.element, piece.element.getparent()
    # What stands before a tail in its parent, such as a label for the eye alone, goes with it.
    begins = _begins(node if parent is None or piece.kind != "tail" else parent, piece)
    while begins and parent is not None and local_name(parent) not in ("html", "body"):
        if local_name(parent) not in CLOSED:
            found = node
        node, parent = parent, parent.getparent()
        begins = _begins(node, piece)
    return found


def _begins(element: etree._Element, piece: _Piece) -> bool:
    """Tell whether nothing is drawn in an element before a piece."""
    for other in _pieces(element):
        if other.element is piece.element and other.kind == piece.kind:
            return True
        if other.size:
            return False
    return False


def _pieces(element: etree._Element) -> Iterator[_Piece]:
    """Yield what is drawn in an element, in the order in which it is read; hidden text is not."""
    if element.get("aria-hidden") == "true":
        return
    yield (
        _Piece(element, "picture", "") if local_name(element) == "img" else _Piece(element, "text", element.text or "")
    )
    for child in element:
        yield from _pieces(child)
        yield _Piece(child, "tail", child.tail or "")
