"""Lines of the body, with the number that each has in the file, and what can be said of one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from clearfold.model.diagnostic import Diagnostic, Location

TAB = 4
# Bullets of word processors that lost their font: a letter or sign, and a tab.
_LOST = re.compile(r"^([ \t>]*)[o§Øüv]\t[ \t]*")
_BULLET = "◦"
# Web pages and word processors indent with no-break spaces; before the sign of a block they are spaces.
_INDENTED = re.compile(
    r"^[ \t>\xa0]*\xa0[ \t\xa0]*(?=(?:[-*+•▪·◦‣⁃●■○∙▸►➢➤–—]|(?:\d{1,3}|[a-z])[.)]|#{2,6}|!!!|>|o(?=\t))[ \t\xa0])"
)
_UNSEEN = "\xad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, joiner, byte order mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body: its number, from 0, and its text without tabs."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing can be seen on it."""
        return not self.text.strip().strip(_UNSEEN).strip()

    @property
    def indent(self) -> int:
        """The number of spaces before its text."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def bare(self) -> str:
        """Its text without the spaces before it."""
        return self.text.lstrip(" ")

    def cut(self, columns: int) -> "Line":
        """Return the line with at most so many spaces less before it."""
        return replace(self, text=self.text[min(columns, self.indent) :])

    def put(self, text: str) -> "Line":
        """Return another text on the same line."""
        return replace(self, text=text)


@dataclass(slots=True)
class Remarks:
    """What is to be told of a body; ``place`` turns the number of a line, from 0, into its place in the file."""

    place: Callable[[int], Location]
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, remark: Diagnostic) -> None:
        """Keep one more."""
        self.found.append(remark)


def lines_of(body: str) -> list[Line]:
    """Return the lines of a body: tabs are columns of four, bullets without their font are bullets."""
    return [
        Line(number, _LOST.sub(rf"\1{_BULLET} ", _indented_by_spaces(text)).expandtabs(TAB).rstrip("\r"))
        for number, text in enumerate(body.split("\n"))
    ]


def _indented_by_spaces(text: str) -> str:
    return _INDENTED.sub(lambda found: found[0].replace("\xa0", " "), text)


def indented(lines: list[Line], first: str, others: str = " " * TAB) -> list[Line]:
    """Return lines behind a marker, the further ones below its text."""
    return [
        line if line.blank and at else line.put((others if at else first) + line.text) for at, line in enumerate(lines)
    ]
