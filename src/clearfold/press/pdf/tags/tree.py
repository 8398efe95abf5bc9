"""The structure tree as a value: nodes named as PDF 2.0 names them, with the painted pieces as leaves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes

from clearfold.press.pdf.tags.marking import AS_READ, Leaf

Value: TypeAlias = str | int | Sequence[str] | Sequence[float]
Kid: TypeAlias = "Node | Leaf"

# Types that hold other blocks and no text of their own; what stands loose in them becomes a P.
GROUPS = frozenset({"Document", "Sect", "Div", "Aside", "BlockQuote", "FENote"})
HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
INLINE = frozenset({"Span", "Em", "Strong", "Quote", "Code", "Link", "Reference"})
WHITE_SPACE = re.compile(r"\s+")


@dataclass(slots=True, eq=False)
class Node:
    """A structure element: its type, what is in it, and its properties.

    ``attributes`` are by owner (ISO 32000-1, 14.8.5): a text is a name, texts are strings, numbers are numbers.
    ``said`` is its text in one piece, where a viewer would make another of it (ActualText).
    ``target`` is the id in the HTML that a link leads to, and ``references`` are the elements of Ref.
    """

    type: str
    element: Element | None = None
    kids: list[Kid] = field(default_factory=list)
    attributes: dict[str, dict[str, Value]] = field(default_factory=dict)
    lang: str = ""
    alternative: str = ""
    said: str = ""
    expansion: str = ""
    id: str = ""
    target: str = ""
    references: list["Node"] = field(default_factory=list)

    def nodes(self) -> Iterator["Node"]:
        """Yield this node and all below it, in reading order."""
        yield self
        for kid in self.children():
            yield from kid.nodes()

    def children(self) -> list["Node"]:
        """Return the kids that are nodes."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def text(self) -> str:
        """Return what is read here, pictures by their alternative text, with single spaces between words."""
        return self.words().strip()

    def words(self) -> str:
        """Return the same with the space before it and behind it, if it has any."""
        return WHITE_SPACE.sub(" ", "".join(self._words()).translate(AS_READ))

    def _words(self) -> Iterator[str]:
        for kid in self.kids:
            if isinstance(kid, Node):
                yield kid.alternative or "".join(kid._words())
                yield "" if is_inline(kid) else " "
            else:
                yield f"{kid.text or ''}{kid.space}"


def is_inline(kid: Kid) -> bool:
    """Tell whether a kid is text or stands in a line of text."""
    return isinstance(kid, Leaf) or kid.type in INLINE or (kid.type == "Figure" and not is_block(kid))


def is_block(picture: Node) -> bool:
    """Tell whether a picture stands by itself, and not in a line."""
    return all(isinstance(leaf.box, boxes.BlockReplacedBox) for leaf in leaves(picture.kids))


def grouped(kids: Iterable[Kid]) -> list[Kid]:
    """Return the same as blocks only: text between blocks becomes a P, with the pictures in its lines."""
    blocks: list[Kid] = []
    for inline, run in groupby(kids, is_inline):
        together = list(run)
        blocks.extend([Node("P", kids=together)] if inline and has_text(together) else together)
    return blocks


def has_text(kids: Iterable[Kid]) -> bool:
    """Tell whether there is more than pictures."""
    return any(isinstance(kid, Leaf) or kid.type != "Figure" for kid in kids)


def spoken(kids: list[Kid], lang: str) -> list[Kid]:
    """Return the same with its language said; loose text gets a Span to say it."""
    if all(map(is_inline, kids)) and any(isinstance(kid, Leaf) for kid in kids):
        return [Node("Span", kids=kids, lang=lang)]
    said = [kid if isinstance(kid, Node) else Node("Span", kids=[kid]) for kid in kids]
    for node in said:
        node.lang = node.lang or lang
    return list(said)


def runs(node: Node) -> Iterator[list[Leaf]]:
    """Yield the pieces of each unbroken run of text: a block's own text with the inline elements and pictures in it."""
    for inline, kids in groupby(node.kids, is_inline):
        if inline:
            yield list(leaves(kids))
        else:
            for kid in kids:
                if isinstance(kid, Node):
                    yield from runs(kid)


def leaves(kids: Iterable[Kid]) -> Iterator[Leaf]:
    """Yield the pieces that some kids are or hold, in reading order."""
    for kid in kids:
        if isinstance(kid, Node):
            yield from leaves(kid.kids)
        else:
            yield kid
