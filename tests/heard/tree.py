"""The accessibility tree of a document as a value, and what of it is heard, block by block."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.model.transcript import Block, Kind

CHILD = "\ufffc"  # stands in a text for each child
PAGE = "Page "  # begins the name of each page in Firefox
KINDS = {
    "heading": Kind.HEADING,
    "list item": Kind.LIST_ITEM,
    "table cell": Kind.TABLE_CELL,
    "column header": Kind.TABLE_CELL,
    "row header": Kind.TABLE_CELL,
    "caption": Kind.CAPTION,
}
HEADERS = frozenset({"column header", "row header"})
PICTURES = frozenset({"image", "figure"})


@dataclass(frozen=True, slots=True)
class Thing:
    """What the bus tells of one thing on the screen; ``roles`` are those of the page itself, as ARIA has them."""

    role: str
    name: str = ""
    text: str = ""
    level: int = 0
    roles: str = ""
    children: tuple["Thing", ...] = ()

    def all(self) -> Iterator["Thing"]:
        """Yield this thing and all in it, in their order."""
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def words(self) -> str:
        """Return the text that stands here, pictures by their names, with a space between things."""
        return " ".join(" ".join(text for _, text in _texts(self)).split())


def read(told: str) -> Thing:
    """Return the tree that ``dump_tree.py`` printed."""
    return _thing(json.loads(told))


def pages(tree: Thing) -> Thing:
    """Return the pages of a PDF as Firefox shows them, without the buttons around them."""
    found = tuple(one for one in tree.all() if one.role == "landmark" and one.name.startswith(PAGE))
    return Thing("document", tree.name, children=found)


def blocks(tree: Thing) -> tuple[Block, ...]:
    """Return what is heard in a tree, in its order.

    A heading, an item, a cell and a picture are a block each; text outside these is one for each thing that holds it.
    """
    return tuple(block for block in _blocks(tree, Block(Kind.TEXT, ""), "") if block.text.strip())


def _thing(told: dict[str, object]) -> Thing:
    children = told.get("children")
    level = str(told.get("level", ""))
    return Thing(
        str(told["role"]),
        str(told["name"]),
        str(told.get("text", "")),
        int(level) if level.isdecimal() else 0,
        str(told.get("roles", "")),
        tuple(map(_thing, children)) if isinstance(children, list) else (),
    )


def _blocks(thing: Thing, around: Block, place: str) -> Iterator[Block]:
    place = thing.name.lower() if thing.role == "landmark" and thing.name.startswith(PAGE) else place
    if is_picture(thing):
        yield Block(Kind.ALTERNATIVE if thing.role == "image" else Kind.TEXT, thing.name, place=place)
        return
    if kind := KINDS.get(thing.role):
        depth = around.level + 1 if around.kind is Kind.LIST_ITEM else 1
        level = thing.level if kind is Kind.HEADING else depth if kind is Kind.LIST_ITEM else 0
        around = Block(kind, "", level=level, header=thing.role in HEADERS)
    texts: list[str] = []
    for child, text in _parts(thing):
        if child is None or (around.kind is not Kind.TEXT and not _holds_blocks(child)):
            texts.append(text if child is None else child.words)
            continue
        yield _block(around, texts, place)
        texts = []
        yield from _blocks(child, around, place)
    yield _block(around, texts, place)


def _holds_blocks(thing: Thing) -> bool:
    return any(one.role in KINDS or is_picture(one) for one in thing.all())


def is_picture(thing: Thing) -> bool:
    """Tell whether a thing is a picture, or the frame of a figure in which there is none."""
    framed = thing.roles == "figure" and not any(one.role == "image" for one in thing.all())
    return bool(thing.name) and (thing.role in PICTURES or framed)


def _block(kind: Block, texts: list[str], place: str) -> Block:
    return Block(kind.kind, " ".join(" ".join(texts).split()), place=place, level=kind.level, header=kind.header)


def _parts(thing: Thing) -> Iterator[tuple[Thing | None, str]]:
    """Yield what is in a thing: children, and with None the text between them.

    Where the text holds fewer children than there are, the others are the runs of which Chromium makes it.
    """
    waiting = list(thing.children)
    if thing.text.count(CHILD) < len(waiting) and thing.text:
        waiting = [child for child in waiting if child.children or not child.text or child.name != child.text]
    for number, text in enumerate(thing.text.split(CHILD)):
        if number and waiting:
            yield waiting.pop(0), ""
        if text.strip():
            yield None, text
    yield from ((child, "") for child in waiting)


def _texts(thing: Thing) -> Iterator[tuple[Thing, str]]:
    if is_picture(thing):
        yield thing, thing.name
        return
    for child, text in _parts(thing):
        if child is None:
            yield thing, text
        else:
            yield from _texts(child)
