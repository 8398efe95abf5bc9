"""Which links of a page refer to notes, and which lead back from them."""

import re

from clearfold.importers.proving.html.tags import Tag

_MARKED = {"doc-noteref", "noteref", "footnote-ref", "footnoteref"}
_BACK = {"doc-backlink", "footnote-back", "footnote-backref", "reversefootnote", "footnotebackref"}
_NAMED = re.compile(r"(?i)(_?fn|_?ftn|_?edn|note|cite_note|footnote|endnote)")
_HOLDS = ("li", "p", "aside", "div", "section", "dd", "td")


class References:
    """The notes of a page."""

    def __init__(self, root: Tag) -> None:
        self.by_id: dict[str, Tag] = {}
        for tag in root.tags():
            if tag.said.get("id"):
                self.by_id.setdefault(tag.said["id"], tag)
        self._notes: dict[int, str] = {}
        for tag in root.tags():
            for one in tag.held:
                if isinstance(one, Tag) and one.name == "a" and (label := self._leads(tag, one)):
                    self._notes[id(self.by_id[label])] = label

    def refers(self, around: Tag, link: Tag) -> str:
        """Return the id of the note to which a link refers, "" where it is a common link."""
        return self._leads(around, link)

    def is_note(self, tag: Tag, read: str) -> bool:
        """Tell whether an element is a note, and not the one that is being read."""
        return self._notes.get(id(tag), read) != read

    @staticmethod
    def is_back(tag: Tag) -> bool:
        """Tell whether an element of a note leads back."""
        if tag.name != "a":
            return False
        words = " ".join(tag.letters().split())
        return bool(tag.marks & _BACK) or (
            tag.said.get("href", "").startswith("#") and words in ("↩", "↩︎", "^", "↑", "⏎", "[back]")
        )

    def _leads(self, around: Tag, link: Tag) -> str:
        _, sign, label = link.said.get("href", "").partition("#")
        if not sign or label not in self.by_id or link.marks & _BACK or self.by_id[label].name not in _HOLDS:
            return ""
        raised = around.name == "sup" or any(isinstance(one, Tag) and one.name == "sup" for one in link.held)
        if link.marks & _MARKED or (raised and (_NAMED.match(label) or self._leads_back(label, around, link))):
            return label
        return ""

    def _leads_back(self, label: str, around: Tag, link: Tag) -> bool:
        """Tell whether what a link leads to leads back to it."""
        ids = {f"#{tag.said['id']}" for tag in (around, link) if tag.said.get("id")}
        return any(tag.name == "a" and tag.said.get("href") in ids for tag in self.by_id[label].tags())
