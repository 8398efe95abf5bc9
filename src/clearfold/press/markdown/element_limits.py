"""Whether a copy is of a size that can be laid out: how deep its elements go, and how many of each it has."""

import re
from collections.abc import Iterable, Iterator

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.limits import DEEPEST, NOTES, PICTURES, SECTIONS, TABLE_COLUMNS, TABLE_DEEPEST, TABLE_ROWS, WORD
from clearfold.model.messages import message
from clearfold.press.document.blocks import Cell, Container, Heading, Item, List, Node, Row, Table
from clearfold.press.document.inlines import Image
from clearfold.press.document.walk import Nodes, children, texts, walk
from clearfold.press.markdown.positions import Places

# The numbers that an attribute may hold: cells by what can be printed, lists by what a reader can count.
RANGES = {
    "colspan": (1, TABLE_COLUMNS),
    "rowspan": (1, TABLE_ROWS),
    "start": (0, 9_999),
    "value": (0, 9_999),
}
_KINDS = ("1", "a", "A", "i", "I")
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def too_deep(words: str, places: Places, place: Location | None = None) -> Diagnostic:
    """Return that elements are nested too deep where these words stand, or at a place that is given."""
    first = " ".join(words.split())[:20].rsplit(" ", 1)[0]
    return mistake("SRC-083", place or places.next(first), "elements", most=DEEPEST)


def excess(nodes: Nodes, places: Places, place: Location | None = None) -> tuple[Diagnostic, ...]:
    """Return what is too much or out of range; all of it at ``place`` where one is given."""
    return (*_counted(nodes, place or places.start), *_numbers(nodes, places, place))


def _counted(nodes: Nodes, place: Location) -> Iterator[Diagnostic]:
    found = tuple(walk(nodes))
    listings = [node for node in found if isinstance(node, Container) and "footnote" in node.attributes.classes]
    for count, most, what in (
        (sum(isinstance(node, Row) for node in found), TABLE_ROWS, message("rows of tables")),
        (sum(1 for node in walk(listings) if _is_note(node)), NOTES, "notes"),
        (sum(isinstance(node, Image) for node in found), PICTURES, "pictures"),
        (
            sum(isinstance(node, Heading) and node.level == 2 for node in found),
            SECTIONS,
            message("headings of level 2"),
        ),
    ):
        if count > most:
            yield mistake("SRC-084", place, "many", count=count, what=what, most=most)
    longest = max((word for text in texts(nodes) for word in text.split()), key=len, default="")
    if len(longest) > WORD:
        yield mistake("SRC-084", place, "word", count=len(longest), start=longest[:20], most=WORD)
    yield from _tables(nodes, 0, place)


def _tables(nodes: Iterable[Node], around: int, place: Location) -> Iterator[Diagnostic]:
    """Look at tables that stand within so many others."""
    for node in nodes:
        if isinstance(node, Table):
            columns = max((len(row.cells) for row in walk([node]) if isinstance(row, Row)), default=0)
            if columns > TABLE_COLUMNS:
                yield mistake("SRC-084", place, "columns", count=columns, most=TABLE_COLUMNS)
            if around == TABLE_DEEPEST:
                yield mistake("SRC-083", place, "tables", most=TABLE_DEEPEST)
                continue
        yield from _tables(children(node), around + isinstance(node, Table), place)


def _is_note(node: Node) -> bool:
    return isinstance(node, Item) and node.attributes.id.startswith("fn:")


def _numbers(nodes: Nodes, places: Places, place: Location | None) -> Iterator[Diagnostic]:
    for node in walk(nodes):
        if not isinstance(node, List | Item | Cell):
            continue
        for name, value in node.attributes.pairs:
            low, high = RANGES.get(name, (0, 0))
            wrong = high and not (_NUMBER.fullmatch(value) and low <= int(value) <= high)
            if wrong:
                at = place or places.next(f"{name}=")
                yield mistake("SRC-084", at, "number", value=value[:20], name=name, low=low, high=high)
            elif name == "type" and value not in _KINDS:
                at = place or places.next("type=")
                yield mistake("SRC-084", at, "type", value=value[:20], choices=", ".join(_KINDS))
