"""Where in the copy a thing stands: Python-Markdown forgets lines, so they are looked up in the text again."""

import re
from collections.abc import Iterator
from itertools import accumulate

from clearfold.model.diagnostic import Location
from clearfold.model.source import Source
from clearfold.press.markdown.html_tags import tags_of

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+(?P<atx>[^\n]+)$|^(?P<setext>[^\n]+)\n[=-]+[ \t]*$",
    re.MULTILINE,
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Places:
    """Finds the places of what a tree holds, in the order in which the tree holds it."""

    def __init__(self, source: Source) -> None:
        """Keep the body without its comments and code, line for line and column for column."""
        self._source = source
        text = "\n".join(_without_fences(_COMMENT.sub(_blank, source.body).split("\n")))
        self.text = _CODE.sub(_blank, text)
        self.tags = tags_of(self.text)
        self._next: dict[str, int] = {}
        self._headings = sorted((*self._in_markdown(), *self._in_html()))

    @property
    def start(self) -> Location:
        """The place where the body begins."""
        return self._source.at(self._source.body_line)

    def next(self, needle: str) -> Location:
        """Return the place of the next occurrence of a needle; each call goes one further."""
        found = self.text.find(needle, self._next.get(needle, 0)) if needle else -1
        if found < 0:
            return self.start
        self._next[needle] = found + len(needle)
        return self._at(found)

    def of_id(self, name: str) -> Location:
        """Return the place of the next definition of an id, in an attribute list or in HTML."""
        pattern = re.compile(rf"(?<!\()#{re.escape(name)}(?![\w.-])|\bid=[\"']?{re.escape(name)}(?![\w.-])")
        key = f"id {name}"
        match = pattern.search(self.text, self._next.get(key, 0))
        if match is None:
            return self.start
        self._next[key] = match.end()
        return self._at(match.start())

    def heading(self, text: str) -> Location:
        """Return the place of the next heading that reads as given."""
        wanted = _letters(text)
        for offset, letters in self._headings:
            if wanted and offset >= self._next.get("#", 0) and letters.startswith(wanted):
                self._next["#"] = offset + 1
                return self._at(offset)
        return self.next(text)

    def at(self, line: int, column: int) -> Location:
        """Return the place of a line and a column of the text, both from 1."""
        return self._source.at(self._source.body_line + line - 1, column)

    def all(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Location]]:
        """Yield every match of a pattern with its place."""
        for match in pattern.finditer(self.text):
            yield match, self._at(match.start())

    def _in_markdown(self) -> Iterator[tuple[int, str]]:
        """Yield where each heading of Markdown begins, and its letters."""
        for match in _HEADING.finditer(self.text):
            yield match.start(), _letters(match["atx"] or match["setext"])

    def _in_html(self) -> Iterator[tuple[int, str]]:
        """Yield where each heading in HTML begins, and its letters."""
        lines = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        begun: dict[str, tuple[int, str]] = {}
        for tag in self.tags:
            if tag.name in HEADINGS and tag.closing:
                if tag.name in begun:
                    offset, words = begun.pop(tag.name)
                    yield offset, _letters(words)
            else:
                begun = {name: (offset, words + tag.after) for name, (offset, words) in begun.items()}
                if tag.name in HEADINGS:
                    begun[tag.name] = (lines[tag.line - 1] + tag.column - 1, tag.after)

    def _at(self, offset: int) -> Location:
        return self.at(self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset))


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
