"""Write nodes as XHTML: the one place where a document's tags are written."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import assert_never

from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import (
    Box,
    Caption,
    Cell,
    Code,
    Container,
    Description,
    DescriptionList,
    Figure,
    Heading,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Quotation,
    Row,
    RowGroup,
    Rule,
    Table,
    Term,
)
from clearfold.press.document.inlines import (
    Abbreviation,
    Image,
    LineBreak,
    Link,
    NoteReference,
    Styled,
    Text,
    WayBack,
)
from clearfold.press.document.walk import children, gaps

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# White space in an attribute is read as a blank unless it is written as a character: XML 1.0, 3.3.3.
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def xhtml(nodes: Iterable[Node], between: str = "") -> str:
    """Return nodes as XHTML; only what never holds text is written as an empty element, since HTML has no other."""
    return between.join("".join(_written(node)) for node in nodes)


def _written(node: Node) -> Iterator[str]:
    if isinstance(node, Text):
        yield node.text.translate(_TEXT)
        return
    tag = tag_of(node)
    if isinstance(node, LineBreak | Image | Rule):
        yield f"<{tag}{_attributes(node.attributes)}/>"
        return
    below = children(node)
    between = gaps(below, node.gaps) if isinstance(node, List | DescriptionList | Table | RowGroup | Row) else ()
    yield f"<{tag}{_attributes(node.attributes)}>"
    for child, gap in zip_longest(below, between, fillvalue=None):
        yield gap or ""
        if child is not None:
            yield from _written(child)
    yield f"</{tag}>"


def tag_of(node: Node) -> str:
    """Return the element of HTML that a node is written as, "" for a text."""
    match node:
        case Text():
            return ""
        case Styled():
            return node.style.value
        case Container() | Caption() | RowGroup():
            return node.tag
        case Heading():
            return f"h{node.level}"
        case List():
            return "ol" if node.ordered else "ul"
        case Cell():
            return "th" if node.header else "td"
        case Link() | NoteReference() | WayBack():
            return "a"
        case Box() | Note():
            return "aside"
        case LineBreak():
            return "br"
        case Image():
            return "img"
        case Abbreviation():
            return "abbr"
        case Paragraph():
            return "p"
        case Item():
            return "li"
        case DescriptionList():
            return "dl"
        case Term():
            return "dt"
        case Description():
            return "dd"
        case Table():
            return "table"
        case Row():
            return "tr"
        case Quotation():
            return "blockquote"
        case Figure():
            return "figure"
        case Code():
            return "pre"
        case Rule():
            return "hr"
        case _:
            assert_never(node)


def _attributes(attributes: Attributes) -> str:
    return "".join(f' {name}="{value.translate(_VALUE)}"' for name, value in attributes.pairs)
