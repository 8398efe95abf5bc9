"""Go through the nodes of a document, read their words, and make one document of another."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias, assert_never

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
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Styled,
    Text,
    WayBack,
)

Nodes: TypeAlias = tuple[Node, ...]
# A reference to a note that has not been found.
_LOST = re.compile(r"\[\^[^\]]*\]")


def children(node: Node) -> Nodes:
    """Return the nodes right below a node, in reading order."""
    match node:  # the commonest first: a long copy has some ten thousand nodes, and is walked thirty times
        case Text():
            return ()
        case Paragraph() | Styled() | Item() | Cell() | Link() | Heading() | Abbreviation() | Term() | Description():
            return node.children
        case Row():
            return node.cells
        case List():
            return node.items
        case Caption() | Box() | Quotation() | Figure() | Code() | Note() | Container():
            return node.children
        case LineBreak() | Image() | Rule():
            return ()
        case NoteReference() | WayBack():
            return (Text(f"[{node.number}]"),)
        case DescriptionList():
            return node.entries
        case Table():
            return (*([node.caption] if node.caption else ()), *node.groups)
        case RowGroup():
            return node.rows
        case _:
            assert_never(node)


def gaps(parts: Nodes, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the white space before each part of a list or a table and after the last: as given, if that fits."""
    if len(given) == len(parts) + 1:
        return given
    # A caption is moved into its table, and brings none along.
    return ("\n", *("" if isinstance(part, Caption) else "\n" for part in parts))


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes and all below them in reading order, each before what is in it."""
    waiting = [*nodes][::-1]
    while waiting:
        yield (node := waiting.pop())
        waiting += children(node)[::-1]


def rewritten(nodes: Nodes, change: Callable[[Nodes], Iterable[Node]]) -> Nodes:
    """Return nodes as ``change`` has them, which is given siblings: those at the top, then those below what it gave."""
    return tuple(
        with_children(node, rewritten(below, change)) if (below := children(node)) else node for node in change(nodes)
    )


def with_children(node: Node, below: Nodes) -> Node:
    """Return a node with other nodes below it; what cannot stand there is left out."""
    if below == children(node):
        return node
    match node:
        case Text() | LineBreak() | Image() | Rule() | NoteReference() | WayBack():
            return node
        case Styled() | Link() | Abbreviation():
            return replace(node, children=tuple(kid for kid in below if isinstance(kid, Inline)))
        case List():
            return replace(node, items=tuple(kid for kid in below if isinstance(kid, Item)))
        case DescriptionList():
            return replace(node, entries=tuple(kid for kid in below if isinstance(kid, Term | Description)))
        case Table():
            caption = next((kid for kid in below if isinstance(kid, Caption)), None)
            return replace(node, caption=caption, groups=tuple(kid for kid in below if isinstance(kid, RowGroup)))
        case RowGroup():
            return replace(node, rows=tuple(kid for kid in below if isinstance(kid, Row)))
        case Row():
            return replace(node, cells=tuple(kid for kid in below if isinstance(kid, Cell)))
        case Heading() | Paragraph() | Item() | Term() | Description() | Cell() | Caption() | Box():
            return replace(node, children=below)
        case Quotation() | Figure() | Code() | Note() | Container():
            return replace(node, children=below)
        case _:
            assert_never(node)


def texts(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield every text in nodes, as it is written."""
    return (node.text for node in walk(nodes) if isinstance(node, Text))


def written(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield every text in nodes, and every value of their attributes."""
    for node in walk(nodes):
        if isinstance(node, Text):
            yield node.text
        else:
            yield from (value for _, value in node.attributes.pairs)


def words_of(nodes: Iterable[Node]) -> str:
    """Return the words in nodes without references to notes, white space folded."""
    return " ".join(_LOST.sub("", "".join(_said(nodes))).split())


def _said(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif not isinstance(node, NoteReference | Link) or node.attributes.role != "doc-noteref":
            yield from _said(children(node))
