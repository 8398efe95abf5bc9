"""Notes of a web page: links that are references, and the elements to which they lead."""

import re
from collections.abc import Iterator

from clearfold.importers.html.tree import Node

_LIKE_A_NOTE = re.compile(r"(?:_?fn|_?ftn|_?edn|note|cite_note|footnote|endnote)[-_:]?", re.I)
_BACK = ("doc-backlink", "footnote-back", "footnote-backref", "reversefootnote", "footnotebackref")


class Notes:
    """The notes of a page: which links refer to them, and where they stand."""

    def __init__(self, root: Node) -> None:
        self._by_id: dict[str, Node] = {}
        for node in root.all():
            if (name := node.get("id")) and name not in self._by_id:
                self._by_id[name] = node
        self.targets: dict[int, str] = {}
        self.order: list[str] = []
        for parent, link in _links(root, root):
            target = self._target(parent, link)
            if target:
                self.targets[id(self._by_id[target])] = target

    def refers(self, parent: Node, link: Node) -> str:
        """Return the id of the note to which a link refers, "" where it is a common link."""
        target = self._target(parent, link)
        return target if target and id(self._by_id[target]) in self.targets else ""

    def note(self, label: str) -> Node:
        """Return the element that is a note."""
        return self._by_id[label]

    def _target(self, parent: Node, link: Node) -> str:
        target = link.get("href").partition("#")[2]
        if "#" not in link.get("href") or target not in self._by_id or link.marks & set(_BACK):
            return ""
        noted = bool(link.marks & {"doc-noteref", "noteref", "footnote-ref", "footnoteref"})
        raised = parent.name == "sup" or any(child.name == "sup" for child in link.elements())
        note = self._by_id[target]
        back = {f"#{name}" for name in (link.get("id"), parent.get("id")) if name}
        led_back = raised and any(one.name == "a" and one.get("href") in back for one in note.all())
        if not noted and not (raised and _LIKE_A_NOTE.match(target)) and not led_back:
            return ""
        return target if note.name in ("li", "p", "aside", "div", "section", "dd", "td") else ""


def _links(root: Node, parent: Node) -> Iterator[tuple[Node, Node]]:
    for child in root.elements():
        if child.name == "a":
            yield root, child
        yield from _links(child, root)


def is_back(link: Node, note: str) -> bool:
    """Tell whether a link within a note leads back to its reference."""
    if link.name != "a":
        return False
    words = link.words
    return bool(link.marks & set(_BACK)) or (
        link.get("href").startswith("#") and words in ("↩", "↩︎", "^", "↑", "⏎", "[back]")
    )
