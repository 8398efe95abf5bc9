"""Footnotes: each moves from Python-Markdown's list at the end to right after the block that first refers to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.press.document.blocks import Container, Item, Node, Note, Paragraph
from clearfold.press.document.inlines import Link, NoteReference, Style, Styled, Text, WayBack
from clearfold.press.document.walk import Nodes, rewritten, walk
from clearfold.press.markdown.positions import Places

_REFERENCE = re.compile(r"\[\^([^\]]+)\](?!:)")
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]]+)\]:", re.MULTILINE)


def place(nodes: Nodes, places: Places) -> tuple[Nodes, tuple[Diagnostic, ...]]:
    """Number the notes by their first reference and put each after the outermost block that holds it."""
    notes = _Notes({node.attributes.id: node for listing in _listings(nodes) for node in _items(listing)})
    placed: list[Node] = []
    for block in rewritten(nodes, lambda siblings: (node for node in siblings if not _is_listing(node))):
        queue: list[Node] = [block]
        while queue:
            linked, new = notes.linked(queue.pop(0))
            placed.append(linked)
            queue += new
    return tuple(placed), tuple(_faults(notes.waiting, places))


def _faults(waiting: dict[str, Item], places: Places) -> Iterator[Diagnostic]:
    labels: set[str] = set()
    for match, location in places.all(_DEFINITION):
        if match[1] in labels:
            yield mistake("SRC-054", location, label=match[1])
        labels.add(match[1])
    for name in waiting:
        label = name.removeprefix("fn:")
        yield mistake("SRC-052", places.next(f"[^{label}]:"), label=label)
    for match, location in places.all(_REFERENCE):
        if match[1] not in labels:
            yield mistake("SRC-051", location, label=match[1])


@dataclass(slots=True)
class _Notes:
    """The notes that wait for their first reference, and of the others by their names the numbers and references."""

    waiting: dict[str, Item]
    numbers: dict[str, int] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)

    def linked(self, block: Node) -> tuple[Node, list[Node]]:
        """Return a block with its references numbered, and the notes that it is the first to refer to."""
        new: list[Node] = []
        found: dict[int, NoteReference] = {}
        for node in walk([block]):
            name = _referred(node)
            if name in self.waiting:
                self.numbers[name] = len(self.numbers) + 1
                new.append(_note(self.waiting.pop(name), self.numbers[name]))
            if name in self.numbers:
                self.times[name] = self.times.get(name, 0) + 1
                found[id(node)] = NoteReference(self.numbers[name], self.times[name])
        (linked,) = rewritten((block,), lambda siblings: (found.get(id(node), node) for node in siblings))
        return linked, new


def _is_listing(node: Node) -> bool:
    return isinstance(node, Container) and "footnote" in node.attributes.classes


def _listings(nodes: Nodes) -> Iterator[Node]:
    return (node for node in walk(nodes) if _is_listing(node))


def _items(listing: Node) -> Iterator[Item]:
    return (n for n in walk([listing]) if isinstance(n, Item) and n.attributes.id.startswith("fn:"))


def _referred(node: Node) -> str:
    """Return the name of the note that Python-Markdown's reference leads to, "" of any other node."""
    if isinstance(node, Styled) and node.style is Style.SUP and node.children:
        link = node.children[0]
        if isinstance(link, Link) and "footnote-ref" in link.attributes.classes:
            return (link.attributes.get("href") or "")[1:]
    return ""


def _note(item: Item, number: int) -> Note:
    below = rewritten(item.children, _without_way_back)
    while below and isinstance(below[0], Text) and below[0].blank:
        below = below[1:]
    first = below[0] if below else None
    if isinstance(first, Paragraph):
        words = _joined(WayBack(number), Text(" "), *first.children)
        return Note(number, (replace(first, children=words), *below[1:]))
    return Note(number, (Paragraph((WayBack(number),)), *below))


def _without_way_back(siblings: Nodes) -> Iterator[Node]:
    """Leave out Python-Markdown's way back, the no-break space before it, and a paragraph in which it was alone."""
    for node in siblings:
        if not isinstance(node, Paragraph) or not any(_is_way_back(kid) for kid in node.children):
            yield node
            continue
        below = list(_joined(*(kid for kid in node.children if not _is_way_back(kid))))
        if below and isinstance(last := below[-1], Text):
            below[-1:] = [Text(last.text.rstrip())] if not last.blank else []
        if below:
            yield replace(node, children=tuple(below))


def _is_way_back(node: Node) -> bool:
    return isinstance(node, Link) and "footnote-backref" in node.attributes.classes


def _joined(*nodes: Node) -> Nodes:
    """Return nodes of which no two texts stand side by side."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Text) and found and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + node.text)
        else:
            found.append(node)
    return tuple(found)
