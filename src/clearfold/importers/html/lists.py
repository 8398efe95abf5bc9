"""Lists of a web page, and terms with what they mean."""

from collections.abc import Iterator

from clearfold.importers.document import (
    Block,
    Blocks,
    Break,
    Definitions,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Place,
    Strong,
)
from clearfold.importers.html.beside import SILENT
from clearfold.importers.html.reader import Reader
from clearfold.importers.html.tree import Node
from clearfold.importers.ledger import Entry
from clearfold.importers.walk import said, words_of
from clearfold.model.messages import message

_LISTS = ("ul", "ol", "menu")
Entries = list[tuple[list[Inlines], Blocks]]
"""Terms that mean the same, and what they mean."""


def read_list(node: Node, reader: Reader) -> Iterator[Block]:
    """Yield a list, where it has items."""
    items: list[Item] = []
    place = reader.ahead()
    first = ""
    for child in node.children:
        if isinstance(child, str):
            # Not allowed there, and read all the same.
            child = Node("", {}, [child])
        if child.name in SILENT or reader.leave(child) or reader.is_note(child):
            continue
        blocks = reader.read(child)
        if blocks and child.name not in ("li", *_LISTS):
            for block in blocks:
                words = words_of(block)
                reader.ledger.append(Entry("IMP-039", block.place, words, words, message("an item of a list")))
        if blocks and items and child.name in _LISTS:
            items[-1] = Item((*items[-1].blocks, *blocks))
        elif blocks:
            value = child.get("value").strip() if node.name == "ol" else ""
            if items and value.isdigit() and int(value) != _int(first or node.get("start"), 1) + len(items):
                # It is counted on from another number: a list of its own.
                yield _numbered(node, tuple(items), place, first, reader)
                items, place, first = [], blocks[0].place, value
            first = first or value if not items else first
            items.append(Item(blocks))
    if items:
        yield _numbered(node, tuple(items), place, first, reader)


def _numbered(node: Node, items: tuple[Item, ...], place: Place, first: str, reader: Reader) -> ListBlock:
    if node.name != "ol":
        return ListBlock(items, place)
    if node.get("type").lower() == "i" or "reversed" in node.attributes:
        reader.ledger.append(Entry("IMP-022", place, name=message("1, 2, 3: it was counted otherwise")))
    start = _int(first or node.get("start"), 1)
    return ListBlock(items, place, start, letters=node.get("type") in ("a", "A"))


def read_definitions(node: Node, reader: Reader) -> Iterator[Block]:
    """Yield terms with what they mean; terms that share a meaning, or have none, are bold paragraphs."""
    place = reader.ahead()
    entries: Entries = []
    for part in _parts(node):
        if part.name in SILENT or reader.leave(part):
            continue
        blocks = reader.read(part)
        if part.name == "dt" or not entries:
            term = tuple(one for b in blocks if isinstance(b, Paragraph) for one in b.content)
            if entries and not entries[-1][1]:
                entries[-1][0].append(term)
            else:
                entries.append(([term], ()))
        else:
            entries[-1] = (entries[-1][0], (*entries[-1][1], *blocks))
    run: list[tuple[Inlines, Blocks]] = []
    for terms, meaning in entries:
        if len(terms) == 1 and meaning:
            run.append((terms[0], meaning))
            continue
        yield from _told(run, place)
        run = []
        yield _bold(terms, place, reader)
        yield from meaning
    yield from _told(run, place)


def _parts(node: Node) -> Iterator[Node]:
    """Yield what stands in a list of terms; words in none of them are not allowed there, and read all the same."""
    for child in node.children:
        if isinstance(child, Node) and child.name == "div":
            yield from _parts(child)
        elif isinstance(child, Node) or child.strip():
            yield child if isinstance(child, Node) else Node("", {}, [child])


def _told(run: list[tuple[Inlines, Blocks]], place: Place) -> Iterator[Block]:
    if run:
        yield Definitions(tuple(run), place)


def _bold(terms: list[Inlines], place: Place, reader: Reader) -> Paragraph:
    content: list[Strong | Break] = []
    for term in terms:
        words = said(term)
        reader.ledger.append(Entry("IMP-020", place, words, words, name=message("a bold paragraph")))
        content += [*([Break()] if content else []), Strong(term)]
    return Paragraph(tuple(content), place)


def _int(text: str, otherwise: int) -> int:
    return int(text) if text.strip().lstrip("-").isdigit() else otherwise
