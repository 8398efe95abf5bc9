"""Make the document tree of HTML that holds nothing but what a copy may hold: the one time that it is parsed."""

from collections.abc import Callable
from typing import TypeVar

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from clearfold.model.limits import DEEPEST
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
    Inline,
    LineBreak,
    Link,
    Style,
    Styled,
    Text,
)
from clearfold.press.document.walk import Nodes, gaps

# Python-Markdown writes a column's alignment as a style; style sheets want a class.
ALIGNMENTS = {f"text-align: {side};": f"align-{side}" for side in ("left", "center", "right")}
BOX = "admonition"
T = TypeVar("T")
U = TypeVar("U")

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FLOWS: dict[str, Callable[[Nodes, Attributes], Node]] = {
    "blockquote": Quotation,
    "dd": Description,
    "dt": Term,
    "figure": Figure,
    "li": Item,
    "p": Paragraph,
    "pre": Code,
    "td": lambda kids, given: Cell(False, kids, given),
    "th": lambda kids, given: Cell(True, kids, given),
}


# Large print has no underlining, no colour behind words and no small letters: these are said in bold, or plainly.
MEANT = {"u": "strong", "mark": "strong", "kbd": "strong", "small": "span", "ins": "span"}


class TooDeepError(Exception):
    """Elements are nested more than DEEPEST deep; carries the words at which they are."""


def parse(html: str) -> Nodes:
    """Return the nodes of cleaned HTML; raise TooDeepError."""
    # Without it libxml2 drops all that lies more than 255 levels deep, and says nothing.
    parser = HTMLParser(huge_tree=True)
    # Not as a fragment: lxml would write the first text itself, and refuses characters that the copy is told of later.
    body = document_fromstring(f"<div>{html}</div>", parser=parser).find("body")
    assert isinstance(body, HtmlElement), "libxml2 makes one"
    return _below(body[0], 0)


def _below(element: HtmlElement, depth: int) -> Nodes:
    if depth > DEEPEST:
        raise TooDeepError("".join(element.itertext()))
    nodes: list[Node] = [Text(element.text)] if element.text else []
    for child in element:
        nodes.append(_node(child, depth + 1))
        if child.tail:
            nodes.append(Text(child.tail))
    return tuple(nodes)


def _node(element: HtmlElement, depth: int) -> Node:
    tag, given, kids = MEANT.get(str(element.tag), str(element.tag)), _attributes(element), _below(element, depth)
    if BOX in given.classes:
        return Box(kids, given)
    if tag in _HEADINGS:
        return Heading(_HEADINGS[tag], kids, given)
    if tag in _FLOWS:
        return _FLOWS[tag](kids, given)
    return _structure(tag, kids, given) or _inline(tag, kids, given) or Container(tag, kids, given)


def _attributes(element: HtmlElement) -> Attributes:
    pairs: dict[str, str] = {}
    for name, value in element.attrib.items():
        if name != "style":
            pairs[name] = f"{pairs[name]} {value}" if name in pairs else value
        elif value in ALIGNMENTS:
            pairs["class"] = " ".join(filter(None, (pairs.get("class"), ALIGNMENTS[value])))
    return Attributes(tuple(pairs.items()))


def _structure(tag: str, kids: Nodes, given: Attributes) -> Node | None:
    """Return a list, a table or a part of one; None for another element, and where other things stand in it."""
    parts = tuple(kid for kid in kids if not (isinstance(kid, Text) and kid.blank))
    between = _gaps(kids)
    between = () if between == gaps(parts) else between
    if tag in ("ol", "ul"):
        return None if (items := _all(parts, Item)) is None else List(tag == "ol", items, given, between)
    if tag == "dl":
        entries = _all(parts, Term, Description)
        return None if entries is None else DescriptionList(entries, given, between)
    if tag == "table":
        captions = [part for part in parts if isinstance(part, Caption)]
        groups = _all(tuple(part for part in parts if not isinstance(part, Caption)), RowGroup)
        if groups is None or len(captions) > 1:
            return None
        caption = next(iter(captions), None)
        # HTML shows a caption above the table wherever it is written, and it is read there.
        return Table(caption, groups, given, between if not caption or caption is parts[0] else ())
    if tag in ("thead", "tbody", "tfoot"):
        return None if (rows := _all(parts, Row)) is None else RowGroup(tag, rows, given, between)
    if tag == "tr":
        return None if (cells := _all(parts, Cell)) is None else Row(cells, given, between)
    return Caption(tag, kids, given) if tag in ("caption", "figcaption") else None


def _gaps(kids: Nodes) -> tuple[str, ...]:
    """Return the texts before each node that is none, and after the last."""
    found = [""]
    for kid in kids:
        if isinstance(kid, Text):
            found[-1] += kid.text
        else:
            found.append("")
    return tuple(found)


def _inline(tag: str, kids: Nodes, given: Attributes) -> Node | None:
    if tag == "hr":
        return Rule(given)
    if tag == "br":
        return LineBreak(given)
    if tag == "img":
        return Image(given)
    within = tuple(kid for kid in kids if isinstance(kid, Inline))
    if len(within) < len(kids):
        return None
    if tag == "a":
        return Link(within, given)
    if tag == "abbr":
        return Abbreviation(within, given)
    return Styled(Style(tag), within, given) if tag in set(Style) else None


def _all(parts: Nodes, kind: type[T], other: type[U] | None = None) -> tuple[T | U, ...] | None:
    """Return nodes that are all of a kind; None where one is not."""
    found = [part for part in parts if isinstance(part, (kind, other or kind))]
    return tuple(found) if len(found) == len(parts) else None
