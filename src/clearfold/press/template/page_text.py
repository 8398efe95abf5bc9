"""The texts of a page that a template has made, as the page's own tree has them: parsed once, and laid out as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SET = "set"
HEADINGS = ("h1", "h2", "h3")
LINE_END = "\u2028"  # Unicode's own sign for the end of a line that is no paragraph's


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of an element, or, with a ``parent``, the text after it.

    ``heading`` is the heading that it stands in, if it is one of the largest, or SET within a text of which each line
    was measured; ``following`` is the element after it.
    """

    element: Element
    parent: Element | None
    heading: str
    following: Element | None

    @property
    def text(self) -> str:
        """What is written."""
        return (self.element.text if self.parent is None else self.element.tail) or ""

    def put(self, text: str) -> None:
        """Write another text in its place; each LINE_END becomes an element that ends the line."""
        first, *lines = text.split(LINE_END)
        if self.parent is None:
            self.element.text = first
        else:
            self.element.tail = first
        around = self.element if self.parent is None else self.parent
        at = 0 if self.parent is None else list(around).index(self.element) + 1
        for line in reversed(lines):
            end = Element("br")
            end.tail = line
            around.insert(at, end)


def page_tree(page: str) -> Element:
    """Return the tree of a page, as the template wrote it: XHTML whose elements have no name space."""
    return ElementTree.fromstring(page.strip())


def pieces(root: Element) -> tuple[Piece, ...]:
    """Return the texts of a page's body in reading order."""
    body = root.find("body")
    return () if body is None else tuple(_pieces(body, ""))


def _pieces(element: Element, heading: str) -> Iterator[Piece]:
    within = SET if element.get("data-set") is not None else element.tag if element.tag in HEADINGS else heading
    children = list(element)
    yield Piece(element, None, within, next(iter(children), None))
    for child, following in zip_longest(children, children[1:]):
        yield from _pieces(child, within)
        yield Piece(child, element, within, following)
