"""The words of a line of Markdown, its signs taken away."""

import re
from dataclasses import dataclass, field
from html import unescape

_HELD = "\ue000{}\ue001"
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_ADDRESS = r"\((?:<[^>]*>|[^()\s]*(?:\([^()]*\))?[^()\s]*)(?:\s+[\"'][^\"']*[\"'])?\)|\[[^\]]*\]"
_PICTURE = re.compile(rf"!\[([^\]]*)\](?:{_ADDRESS})(?:\{{[^}}]*\}})?")
_LINK = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:{_ADDRESS}|\{{[^}}]*\}})")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a line, what is said of its pictures, and what is left out."""

    text: str
    alternatives: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(slots=True)
class Words:
    """Takes signs away; ``order`` are the notes referred to, in the order of their references.

    ``labels`` are those of addresses that stand elsewhere, in small letters.
    """

    order: list[str] = field(default_factory=list)
    inline: dict[str, str] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()
    _held: list[str] = field(default_factory=list)

    def plain(self, text: str) -> Said:
        """Return the words of a text."""
        self._held = []
        alternatives: list[str] = []
        left: list[str] = []
        text = re.sub(r"(?<=\S)\s*\{:[^}]*\}", "", text)
        text = _CODE.sub(lambda m: self._hold(m[2]), text)
        text = _ESCAPE.sub(lambda m: self._hold(m[1]), text)
        text = re.sub(
            r"\^\[(?P<words>[^\[\]]*)\]|\[\^(?P<label>[^\]]+)\]",
            lambda m: self._refer(m["label"]) if m["label"] else self._inline(m),
            text,
        )
        text = re.sub(r"(?i)<(https?:[^>\s]*|mailto:[^>\s]*|[^<>\s@]+@[^<>\s]+)>", lambda m: self._hold(m[1]), text)

        def picture(match: re.Match[str]) -> str:
            alternatives.append(self._back(match[1]))
            return " "

        text = _PICTURE.sub(picture, text)
        while (shorter := _LINK.sub(r"\1", text)) != text:
            text = shorter
        text = re.sub(r"\[([^\[\]]+)\](?![\[({])", self._labelled, text)

        def struck(match: re.Match[str]) -> str:
            left.append(match[2] or match[3] or "")
            return ""

        text = re.sub(r"(?is)<(del|s|strike)>(.*?)</\1>|~~(.+?)~~", struck, text)
        text = re.sub(r"(?i)<br\s*/?>|</?(?:p|div|li|ul|ol|td|th|tr|table|h\d|summary|details|aside)[^>]*>", " ", text)
        text = re.sub(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*|/)?>", "", text)
        text = re.sub(r"\\$", " ", text, flags=re.M)
        text = _unmarked(text)
        return Said(self._back(text), tuple(alternatives), tuple(self._back(words) for words in left))

    def _labelled(self, match: re.Match[str]) -> str:
        return match[1] if " ".join(match[1].lower().split()) in self.labels else match[0]

    def _hold(self, words: str) -> str:
        self._held.append(words)
        return _HELD.format(len(self._held) - 1)

    def _back(self, text: str) -> str:
        return re.sub("\ue000(\\d+)\ue001", lambda m: self._held[int(m[1])], unescape(text))

    def _refer(self, label: str) -> str:
        if label not in self.order:
            self.order.append(label)
        return self._hold(f"[{self.order.index(label) + 1}]")

    def _inline(self, match: re.Match[str]) -> str:
        label = f"inline {len(self.inline)}"
        self.inline[label] = self._back(match["words"])
        return self._refer(label)


def _unmarked(text: str) -> str:
    """Take away the signs of what is bold or stressed."""
    before = ""
    while before != text:
        before = text
        text = re.sub(r"(?<!\*)(\*{1,3})(?=[^\s*])(.*?[^\s*])\1(?!\*)", r"\2", text, flags=re.S)
        text = re.sub(r"(?<![\w_])(_{1,3})(?=[^\s_])(.*?[^\s_])\1(?![\w_])", r"\2", text, flags=re.S)
    return text
