"""Styles of an OpenDocument text: what they say of paragraphs, words and lists."""

import re

from lxml import etree

from clearfold.importers.odt.names import attribute, child, name_of

_HEADING = re.compile(
    r"(?:heading|kop|überschrift|titre|título|titolo|rubrik|overskrift|otsikko|nagłówek|nadpis)\s*(\d)", re.I
)
_CODED = re.compile(r"_([0-9a-f]{2})_")
_KINDS = {
    "title": "title", "titel": "title", "titre": "title", "subtitle": "subtitle", "ondertitel": "subtitle",
    "untertitel": "subtitle", "sous-titre": "subtitle", "caption": "caption", "bijschrift": "caption",
    "beschriftung": "caption", "légende": "caption", "quotations": "quote", "citaten": "quote", "zitat": "quote",
    "blokcitaat": "quote",
}  # fmt: skip


class Styles:
    """The styles of a text, by family and name."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        self.usual: dict[str, etree._Element] = {}
        for root in roots:
            for part in root if root is not None else ():
                if name_of(part) in ("office:styles", "office:automatic-styles"):
                    self._read(part)

    def _read(self, part: etree._Element) -> None:
        for one in part:
            match name_of(one):
                case "style:style":
                    self._styles[attribute(one, "style:family"), attribute(one, "style:name")] = one
                case "style:default-style":
                    self.usual[attribute(one, "style:family")] = one
                case "text:list-style":
                    self._lists[attribute(one, "style:name")] = one
                case _:
                    pass

    def chain(self, family: str, name: str) -> list[etree._Element]:
        """Return a style and those below it."""
        found: list[etree._Element] = []
        while (family, name) in self._styles and len(found) < 20 and self._styles[family, name] not in found:
            found.append(self._styles[family, name])
            name = attribute(found[-1], "style:parent-style-name")
        return found

    def names(self, name: str) -> list[str]:
        """Return the names by which people know a paragraph's style and those below it, in small letters."""
        chain = self.chain("paragraph", name)
        own = [n for s in chain for n in (attribute(s, "style:display-name"), attribute(s, "style:name")) if n]
        parents = [attribute(s, "style:parent-style-name") for s in chain]
        return [_CODED.sub(lambda m: chr(int(m[1], 16)), n).lower().strip() for n in (*own, *parents, name) if n]

    def kind(self, name: str) -> str:
        """Return what a paragraph's style says it is: title, subtitle, caption, quote, or ""."""
        return next((_KINDS[one] for one in self.names(name) if one in _KINDS), "")

    def level(self, name: str) -> int:
        """Return the level of the heading that a paragraph's style makes, 0 where it makes none."""
        for style in self.chain("paragraph", name):
            if (level := attribute(style, "style:default-outline-level")).isdigit():
                return int(level)
        return next((int(match[1]) for one in self.names(name) if (match := _HEADING.fullmatch(one))), 0)

    def says(self, key: str, span: str, paragraph: str) -> str:
        """Return what is said of words: by the style of their span, of their paragraph, or by the usual one."""
        for family, name in (("text", span), ("paragraph", paragraph)):
            for style in self.chain(family, name):
                if value := attribute(child(style, "style:text-properties"), key):
                    return value
        return attribute(child(self.usual.get("paragraph"), "style:text-properties"), key)

    def numbered(self, name: str, level: int) -> tuple[bool, bool, int]:
        """Return whether a list's level is numbered, whether by letters, and its first number."""
        for one in self._lists.get(name, ()):
            if attribute(one, "text:level") == str(level) and name_of(one) == "text:list-level-style-number":
                kind = attribute(one, "style:num-format")
                start = attribute(one, "text:start-value")
                return bool(kind), kind in ("a", "A"), int(start) if start.isdigit() else 1
        return False, False, 1

    def has_list(self, name: str) -> bool:
        """Tell whether there is a list style of that name."""
        return name in self._lists
