"""The flow of a web page: its elements as blocks and inlines, what is left out listed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from clearfold.importers.document import (
    Block,
    Blocks,
    Break,
    Code,
    CodeBlock,
    Heading,
    Inline,
    NoteMark,
    Paragraph,
    Picture,
    Place,
    Quotation,
    Rule,
    Strong,
    Text,
)
from clearfold.importers.html.beside import SILENT, reason
from clearfold.importers.html.elements import BLOCKS, BOXES, LOOKS, in_line, letters_of
from clearfold.importers.html.figures import read_box, read_figure, read_picture
from clearfold.importers.html.lists import read_definitions, read_list
from clearfold.importers.html.notes import Notes, is_back
from clearfold.importers.html.reader import Resolve
from clearfold.importers.html.tables import read_table
from clearfold.importers.html.tree import Node
from clearfold.importers.images import Pictures
from clearfold.importers.ledger import Entry
from clearfold.importers.mathml import Part, linear
from clearfold.importers.pieces import Look, Piece, composed
from clearfold.importers.walk import said
from clearfold.model.messages import message


@dataclass(slots=True)
class Flow:
    """Reads the elements of a page; ``resolve`` finds pictures, ``part`` is what people call the page."""

    notes: Notes
    resolve: Resolve
    part: str = "text"
    pictures: Pictures = field(default_factory=Pictures)
    ledger: list[Entry] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    inside: bool = True
    note: str = ""
    _paragraph: int = 0
    _pieces: list[Piece] = field(default_factory=list)

    def read(self, node: Node) -> Blocks:
        """Return the blocks of an element."""
        outer, self._pieces = self._pieces, []
        blocks = [*self._children(node, Look()), *self._flushed()]
        self._pieces = outer
        return tuple(blocks)

    def place(self) -> Place:
        """Go on to the next paragraph, and return its place."""
        self._paragraph += 1
        return Place(self.part, self._paragraph)

    def ahead(self) -> Place:
        """Return the place of the next paragraph."""
        return Place(self.part, self._paragraph + 1)

    def tell(self, code: str, before: str = "", after: str = "", name: str = "") -> None:
        """Enter something into the ledger, where the reading is."""
        self.ledger.append(Entry(code, Place(self.part, self._paragraph), before, after, name))

    def leave(self, node: Node) -> bool:
        """Leave an element out where it stands beside the text, and list its words; tell whether that was so."""
        code, name = reason(node, inside=self.inside)
        if not code:
            return False
        words = " ".join(letters_of(node).split())
        if words or code == "IMP-076":
            self.tell(code, words, name=name)
        return True

    def _flushed(self) -> Iterator[Block]:
        content = composed(self._pieces)
        speaks = said(content) or any(not isinstance(p.inline, Text | Break) for p in self._pieces)
        self._pieces = []
        if speaks:
            yield Paragraph(content, self.place())

    def _children(self, node: Node, look: Look) -> Iterator[Block]:
        for child in node.children:
            if isinstance(child, str):
                self._pieces.append(Piece(Text(_WHITE.sub(" ", child)), look))
            elif child.name not in SILENT and not self.leave(child) and not self.is_note(child):
                self._tip(child)
                if child.name in BLOCKS:
                    yield from self._flushed()
                    yield from self._block(child, look)
                else:
                    yield from self._inline(node, child, look)

    def _tip(self, node: Node) -> None:
        """List what is shown of an element, or said of it, that stands nowhere in it."""
        if node.name in _TOLD_OF:
            return
        for key, of, name in _TIPS:
            tip = " ".join(node.get(key).split()) if not of or node.name in of else ""
            if tip and tip.lower() not in node.words.lower():
                self.tell("IMP-079", tip, name=name)

    def is_note(self, node: Node) -> bool:
        """Tell whether an element is a note, which stands where it is referred to."""
        return id(node) in self.notes.targets and self.notes.targets[id(node)] != self.note

    # inlines

    def _inline(self, parent: Node, node: Node, look: Look) -> Iterator[Block]:
        name = node.name
        if name == "br":
            self._pieces.append(Piece(Break(), look))
        elif name == "img":
            shown: list[Inline] = [*read_picture(node, self)] or [Text(" ")]
            self._pieces += [Piece(one, Look(link=look.link)) for one in shown]
        elif name in ("code", "kbd", "samp", "tt") and not list(node.elements()):
            self._pieces.append(Piece(Code(node.text()), look))
        elif name == "math":
            formula = self._kept(node)
            words = linear(_part(formula))
            self.tell("IMP-055", " ".join(formula.text().split()), words)
            self._pieces.append(Piece(Text(f" {words} "), look))
        elif name == "a" and (label := self.notes.refers(parent, node)):
            if label not in self.order:
                self.order.append(label)
            self._pieces.append(Piece(NoteMark(label)))
        elif not (self.note and is_back(node, self.note)):
            yield from self._children(node, self._look(node, look))

    def _look(self, node: Node, look: Look) -> Look:
        name = node.name
        if name in LOOKS:
            look = LOOKS[name](look)
        # A word that leads to its meaning in a glossary does so in every edition.
        if name == "a" and node.get("href") and node.get("role") != "doc-glossref":
            look = replace(look, link=node.get("href").strip())
        if lang := node.get("lang") or node.get("xml:lang"):
            look = replace(look, lang=lang)
        if name in ("abbr", "acronym") and node.get("title").strip():
            self.tell("IMP-079", node.get("title").strip(), name=message("what {words} stands for", words=node.words))
        return look

    # blocks

    def _block(self, node: Node, look: Look) -> Iterator[Block]:
        name = node.name
        if lang := node.get("lang") or node.get("xml:lang"):
            look = replace(look, lang=lang)
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            yield from self._heading(node, look)
        elif name in ("ul", "ol", "menu"):
            yield from read_list(node, self)
        elif name == "table":
            yield from read_table(node, self)
        elif name == "dl":
            yield from read_definitions(node, self)
        elif name == "figure":
            yield from read_figure(node, self)
        elif name == "blockquote":
            blocks = self.read(node)
            yield from (Quotation(blocks, blocks[0].place),) if blocks else ()
        elif name == "pre":
            node = self._kept(node)
            apart = any(inner.name in BLOCKS for inner in node.all() if inner is not node)
            text = (letters_of(node) if apart else node.text()).strip("\n")
            yield from (CodeBlock(text, self.place()),) if text.strip() else ()
        elif name == "hr":
            yield Rule(self.place())
        elif name == "aside" or node.marks & BOXES:
            yield from read_box(node, self)
        elif name in ("summary", "legend", "dt"):
            yield from self._bold(node)
        else:
            yield from self._children(node, look)
            yield from self._flushed()

    def _kept(self, node: Node) -> Node:
        """Return an element without what stands beside its text, which is listed."""
        inner = [one if isinstance(one, str) else self._kept(one) for one in node.children if not self._goes(one)]
        return Node(node.name, node.attributes, inner)

    def _goes(self, one: "Node | str") -> bool:
        return isinstance(one, Node) and self.leave(one)

    def _heading(self, node: Node, look: Look) -> Iterator[Block]:
        blocks = list(self._children(in_line(node), look))
        pieces = [replace(piece, look=replace(piece.look, bold=False)) for piece in self._pieces]
        self._pieces = []
        content = composed(pieces)
        if said(content) or any(isinstance(piece.inline, Picture) for piece in pieces):
            identity = next((n.get("id") or n.get("name") for n in node.all() if n.get("id") or n.get("name")), "")
            yield Heading(int(node.name[1]), content, self.place(), identity)
        yield from blocks

    def _bold(self, node: Node) -> Iterator[Block]:
        for block in self.read(node):
            yield replace(block, content=(Strong(block.content),)) if isinstance(block, Paragraph) else block


def _part(formula: Node) -> Part:
    return Part(formula.name, tuple(one if isinstance(one, str) else _part(one) for one in formula.children))


_TOLD_OF = frozenset(("img", "abbr", "acronym"))  # theirs are told elsewhere
_TIPS = (
    ("title", (), message("what is shown when a mouse stands there")),
    ("aria-label", (), message("what screen readers say in its place")),
    ("summary", ("table",), message("what is said of a table, which nobody sees")),
)
_WHITE = re.compile(r"[ \t\n\r\f]+")
