"""Pictures of a web page, with what is written below them; and boxes."""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.importers.document import (
    Block,
    Box,
    Figure,
    Inline,
    Inlines,
    Link,
    Paragraph,
    Picture,
    Strong,
    Table,
    Text,
)
from clearfold.importers.html.elements import KINDS, PARTS
from clearfold.importers.html.reader import Reader
from clearfold.importers.html.tree import Node
from clearfold.importers.walk import said
from clearfold.model.messages import message


def read_picture(node: Node, reader: Reader) -> Iterator[Picture]:
    """Yield a picture that is there."""
    alternative = " ".join(node.get("alt").split()) if "alt" in node.attributes else None
    if node.get("role") in ("presentation", "none"):
        alternative = ""
    elif not alternative and node.get("aria-label").strip():
        alternative = " ".join(node.get("aria-label").split())
    if (tip := " ".join(node.get("title").split())) and tip != alternative:
        reader.tell("IMP-079", tip, name=message("what is shown beside a picture when a mouse stands on it"))
    address = node.get("src")
    found = reader.resolve(address)
    if isinstance(found, bytes):
        before = len(reader.pictures.changed)
        name, why = reader.pictures.add(found)
        if not why:
            for changed, how in reader.pictures.changed[before:]:
                reader.tell("IMP-023", name=f"{changed}: {how}")
            yield Picture(name, alternative)
            return
        found = why
    reader.tell("IMP-053", alternative or "", name=f"{address[:80]}: {found}")


def read_figure(node: Node, reader: Reader) -> Iterator[Block]:
    """Yield a figure; where more than a picture or a table stands in it, its blocks and what is written below."""
    caption = next((c for c in node.elements() if c.name == "figcaption"), None)
    rest = Node("div", {}, [c for c in node.children if c is not caption])
    blocks = reader.read(rest)
    written = reader.read(caption) if caption is not None else ()
    content = tuple(one for b in written if isinstance(b, Paragraph) for one in b.content)
    owner = _captioned(blocks[0], content) if len(blocks) == 1 and content and len(written) == 1 else None
    if owner is None:
        yield from (*blocks, *written)
        return
    if isinstance(owner, Table):
        words = said(content)
        reader.tell("IMP-024", words, words)
    yield owner


def _captioned(block: Block, caption: Inlines) -> Block | None:
    if isinstance(block, Table) and not block.caption:
        return replace(block, caption=caption)
    if isinstance(block, Paragraph):
        shown = [_shown(one) for one in block.content if not (isinstance(one, Text) and not one.text.strip())]
        if len(shown) == 1 and isinstance(shown[0], Picture):
            return Figure(shown[0], block.place, caption)
    return None


def _shown(one: Inline) -> Inline:
    """Return what a link shows, where that is a picture alone: it leads to a larger one."""
    return one.content[0] if isinstance(one, Link) and len(one.content) == 1 else one


def read_box(node: Node, reader: Reader) -> Iterator[Block]:
    """Yield a box, with its title."""
    title = next((c for c in node.elements() if c.marks & {"admonition-title", "title"}), None)
    rest = Node(node.name, {}, [c for c in node.children if c is not title])
    words = title.words if title is not None else ""
    if words and "untitled" in node.marks:
        # A book of our own says what kind of box it is where the copy gives no title.
        reader.tell("IMP-079", words, name=message("words that Clearfold adds"))
        words = ""
    blocks = reader.read(rest)
    own = next((mark for mark in sorted(node.marks & PARTS) if "admonition" in node.marks and words), "")
    kind = own or next((KINDS[mark] for mark in sorted(node.marks) if mark in KINDS), "note")
    if blocks:
        yield Box(blocks, blocks[0].place, kind, words)
    elif words:
        yield Paragraph((Strong((Text(words),)),), reader.place())
