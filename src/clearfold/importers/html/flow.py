"""The flow of a web page: its elements as blocks and inlines, what is left out listed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from clearfold.importers.document import (
    Block,
    Blocks,
    Box,
    Break,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Heading,
    Inline,
    Item,
    ListBlock,
    NoteMark,
    Paragraph,
    Picture,
    Place,
    Quotation,
    Rule,
    Strong,
    Table,
    Text,
)
from clearfold.importers.html.beside import SILENT, reason
from clearfold.importers.html.elements import BLOCKS, KINDS, LOOKS, in_line, letters_of
from clearfold.importers.html.notes import Notes, is_back
from clearfold.importers.html.tables import read_table
from clearfold.importers.html.tree import Node
from clearfold.importers.images import Pictures
from clearfold.importers.ledger import Entry
from clearfold.importers.pieces import Look, Piece, composed
from clearfold.importers.walk import said
from clearfold.importers.walk import words_of as said_in

Resolve = Callable[[str], "bytes | str"]
"""From the address of a picture to its bytes, or to why it is not there."""


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
            elif child.name not in SILENT and not self.leave(child) and not self._is_note(child):
                if child.name in BLOCKS:
                    yield from self._flushed()
                    yield from self._block(child, look)
                else:
                    yield from self._inline(node, child, look)

    def _is_note(self, node: Node) -> bool:
        """Tell whether an element is a note, which stands where it is referred to."""
        return id(node) in self.notes.targets and self.notes.targets[id(node)] != self.note

    # inlines

    def _inline(self, parent: Node, node: Node, look: Look) -> Iterator[Block]:
        name = node.name
        if name == "br":
            self._pieces.append(Piece(Break(), look))
        elif name == "img":
            self._pieces += [Piece(picture, Look(link=look.link)) for picture in self._picture(node)]
        elif name in ("code", "kbd", "samp", "tt") and not list(node.elements()):
            self._pieces.append(Piece(Code(node.text()), look))
        elif name == "math":
            self.tell("IMP-055", node.words, node.words)
            self._pieces.append(Piece(Text(f" {node.words} "), look))
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
        if name == "a" and node.get("href"):
            look = replace(look, link=node.get("href").strip())
        if lang := node.get("lang") or node.get("xml:lang"):
            look = replace(look, lang=lang)
        if name in ("abbr", "acronym") and node.get("title").strip():
            self.tell("IMP-079", node.get("title").strip(), name=f"what {node.words} stands for")
        return look

    def _picture(self, node: Node) -> Iterator[Picture]:
        alternative = " ".join(node.get("alt").split()) if "alt" in node.attributes else None
        if node.get("role") in ("presentation", "none"):
            alternative = ""
        elif not alternative and node.get("aria-label").strip():
            alternative = " ".join(node.get("aria-label").split())
        if (tip := " ".join(node.get("title").split())) and tip != alternative:
            self.tell("IMP-079", tip, name="what is shown beside a picture when a mouse stands on it")
        address = node.get("src") or node.get("data-src")
        found = self.resolve(address)
        if isinstance(found, bytes):
            before = len(self.pictures.changed)
            name, why = self.pictures.add(found)
            if not why:
                for changed, how in self.pictures.changed[before:]:
                    self.tell("IMP-023", name=f"{changed}: {how}")
                yield Picture(name, alternative)
                return
            found = why
        self.tell("IMP-053", alternative or "", name=f"{address[:80]}: {found}")

    # blocks

    def _block(self, node: Node, look: Look) -> Iterator[Block]:
        name = node.name
        if lang := node.get("lang") or node.get("xml:lang"):
            look = replace(look, lang=lang)
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            yield from self._heading(node, look)
        elif name in ("ul", "ol", "menu"):
            yield from self._list(node)
        elif name == "table":
            yield from self._table(node)
        elif name == "dl":
            yield from self._definitions(node)
        elif name == "figure":
            yield from self._figure(node)
        elif name == "blockquote":
            blocks = self.read(node)
            yield from (Quotation(blocks, blocks[0].place),) if blocks else ()
        elif name == "pre":
            apart = any(inner.name in BLOCKS for inner in node.all() if inner is not node)
            text = (letters_of(node) if apart else node.text()).strip("\n")
            yield from (CodeBlock(text, self.place()),) if text.strip() else ()
        elif name == "hr":
            yield Rule(self.place())
        elif name == "aside" or "admonition" in node.marks:
            yield from self._box(node)
        elif name in ("summary", "legend", "dt"):
            yield from self._bold(node)
        else:
            yield from self._children(node, look)
            yield from self._flushed()

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

    def _list(self, node: Node) -> Iterator[Block]:
        items: list[Item] = []
        place = Place(self.part, self._paragraph + 1)
        for child in node.children:
            if isinstance(child, str):
                # Not allowed there, and read all the same.
                child = Node("", {}, [child])
            if child.name in SILENT or self.leave(child) or self._is_note(child):
                continue
            blocks = self.read(child)
            if blocks and child.name not in ("li", "ul", "ol", "menu"):
                for block in blocks:
                    self.ledger.append(
                        Entry("IMP-039", block.place, said_in(block), said_in(block), "an item of a list")
                    )
            if blocks and items and child.name in ("ul", "ol", "menu"):
                items[-1] = Item((*items[-1].blocks, *blocks))
            elif blocks:
                items.append(Item(blocks))
        if not items:
            return
        start = _int(node.get("start"), 1) if node.name == "ol" else None
        yield ListBlock(tuple(items), place, start, letters=node.get("type") in ("a", "A"))

    def _table(self, node: Node) -> Iterator[Block]:
        if node.get("role") in ("presentation", "none"):
            for cell in node.all():
                if cell.name in ("td", "th"):
                    yield from self.read(cell)
            return
        yield from read_table(node, self)

    def _definitions(self, node: Node) -> Iterator[Block]:
        place = Place(self.part, self._paragraph + 1)
        entries: list[tuple[tuple[Inline, ...], Blocks]] = []
        parts = [p for c in node.elements() for p in (c.elements() if c.name == "div" else (c,))]
        for part in parts:
            if part.name in SILENT or self.leave(part):
                continue
            blocks = self.read(part)
            if part.name == "dt" or not entries:
                content = tuple(one for b in blocks if isinstance(b, Paragraph) for one in b.content)
                entries.append((content, ()))
            else:
                entries[-1] = (entries[-1][0], (*entries[-1][1], *blocks))
        if entries and all(meaning for _, meaning in entries):
            yield Definitions(tuple(entries), place)
            return
        for term, meaning in entries:
            words = said(term)
            self.ledger.append(Entry("IMP-020", place, words, words, name="a bold paragraph"))
            yield Paragraph((Strong(term),), place)
            yield from meaning

    def _figure(self, node: Node) -> Iterator[Block]:
        caption = next((c for c in node.elements() if c.name == "figcaption"), None)
        rest = Node("div", {}, [c for c in node.children if c is not caption])
        blocks = self.read(rest)
        written = self.read(caption) if caption is not None else ()
        content = tuple(one for b in written if isinstance(b, Paragraph) for one in b.content)
        owner = _captioned(blocks[0], content) if len(blocks) == 1 and content and len(written) == 1 else None
        if owner is not None:
            if isinstance(owner, Table):
                words = said(content)
                self.tell("IMP-024", words, words)
            yield owner
        else:
            yield from (*blocks, *written)

    def _box(self, node: Node) -> Iterator[Block]:
        title = next((c for c in node.elements() if c.marks & {"admonition-title", "title"}), None)
        rest = Node(node.name, {}, [c for c in node.children if c is not title])
        words = title.words if title is not None else ""
        if words and "untitled" in node.marks:
            # A book of our own says what kind of box it is where the copy gives no title.
            self.tell("IMP-079", words, name="words that Clearfold adds")
            words = ""
        blocks = self.read(rest)
        kind = next((KINDS[mark] for mark in sorted(node.marks) if mark in KINDS), "note")
        if blocks:
            yield Box(blocks, blocks[0].place, kind, words)
        elif words:
            yield Paragraph((Strong((Text(words),)),), self.place())


def _captioned(block: Block, caption: "tuple[Inline, ...]") -> Block | None:
    if isinstance(block, Table) and not block.caption:
        return replace(block, caption=caption)
    if isinstance(block, Paragraph):
        shown = [one for one in block.content if not (isinstance(one, Text) and not one.text.strip())]
        if len(shown) == 1 and isinstance(shown[0], Picture):
            return Figure(shown[0], block.place, caption)
    return None


_WHITE = re.compile(r"[ \t\n\r\f]+")


def _int(text: str, otherwise: int) -> int:
    return int(text) if text.strip().lstrip("-").isdigit() else otherwise
