"""Where in the copy a thing stands: Python-Markdown forgets lines, so they are looked up in the text again."""

import re
from collections.abc import Iterator

from clearfold.model.diagnostic import Location
from clearfold.model.source import Source

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+(?P<atx>[^\n]+)$|^(?P<setext>[^\n]+)\n[=-]+[ \t]*$|<h[1-6][^>]*>(?P<html>.*?)</h[1-6]>",
    re.MULTILINE | re.DOTALL,
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Places:
    """Finds the places of what a tree holds, in the order in which the tree holds it."""

    def __init__(self, source: Source) -> None:
        """Keep the body without its comments and code, line for line and column for column."""
        self._source = source
        text = "\n".join(_without_fences(_COMMENT.sub(_blank, source.body).split("\n")))
        self._text = _CODE.sub(_blank, text)
        self._next: dict[str, int] = {}

    @property
    def start(self) -> Location:
        """The place where the body begins."""
        return self._source.at(self._source.body_line)

    def next(self, needle: str) -> Location:
        """Return the place of the next occurrence of a needle; each call goes one further."""
        found = self._text.find(needle, self._next.get(needle, 0)) if needle else -1
        if found < 0:
            return self.start
        self._next[needle] = found + len(needle)
        return self._at(found)

    def of_id(self, name: str) -> Location:
        """Return the place of the next definition of an id, in an attribute list or in HTML."""
        pattern = re.compile(rf"(?<!\()#{re.escape(name)}(?![\w.-])|\bid=[\"']?{re.escape(name)}(?![\w.-])")
        key = f"id {name}"
        match = pattern.search(self._text, self._next.get(key, 0))
        if match is None:
            return self.start
        self._next[key] = match.end()
        return self._at(match.start())

    def heading(self, text: str) -> Location:
        """Return the place of the next heading that reads as given."""
        wanted = _letters(text)
        for match in _HEADING.finditer(self._text, self._next.get("#", 0)):
            line = match["atx"] or match["setext"] or match["html"] or ""
            if wanted and _letters(line).startswith(wanted):
                self._next["#"] = match.end()
                return self._at(match.start())
        return self.next(text)

    def all(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Location]]:
        """Yield every match of a pattern with its place."""
        for match in pattern.finditer(self._text):
            yield match, self._at(match.start())

    def _at(self, offset: int) -> Location:
        line = self._text.count("\n", 0, offset)
        column = offset - self._text.rfind("\n", 0, offset)
        return self._source.at(self._source.body_line + line, column)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _without_fences(lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if fence:
            yield ""
            if match and match[1].startswith(fence):
                fence = ""
        elif match:
            fence = match[1]
            yield ""
        else:
            yield line


def _letters(text: str) -> str:
    """Letters and digits alone, so that emphasis and attribute lists do not part a heading from its source."""
    return re.sub(r"[\W_]+", "", text).casefold()
