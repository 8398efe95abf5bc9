"""The rows of the body before a parser sees them, and what can be told of a row by looking at its beginning."""

import re
from collections.abc import Sequence
from typing import NamedTuple

FENCE = re.compile(r"^[ >]*(```+|~~~+)")
START = re.compile(
    r"#{1,6}\s*\S|```|~~~|>|!!!|\?\?\?|:::|\[\^[^\]\s]+\]:|<[/!?A-Za-z]|\*\[[^\]\n]+\] ?:|([-*_])( *\1){2,} *$"
)
BULLET = r"(?P<bullet>[-*+•▪·◦‣⁃●■○∙▸►➢➤\uf0b7\uf0a7\uf0d8\uf0fc\uf06f\uf076–—])"
ITEM = re.compile(
    rf"(?:{BULLET}|(?P<digits>\d{{1,9}})(?P<end>[.)])|(?P<letter>[a-z])(?P<close>[.)]))(?P<space>[ \xa0]+|$)"
)
GLUED = re.compile(r"(?P<bullet>[•▪‣⁃∙▸►➢➤\uf0b7\uf0a7\uf0d8\uf0fc\uf06f\uf076])(?=[^\s])")
RULER = re.compile(r"([-*_])( *\1){2,} *$")
LEAD = re.compile(r"^(?: *>[ ]?)*")


class Row(NamedTuple):
    """A row of the body: its number in the body, from 0, and its text."""

    number: int
    text: str

    @property
    def empty(self) -> bool:
        """Whether nothing is on it but signs of quotation."""
        return not self.text.strip(" >")

    @property
    def lead(self) -> str:
        """The signs of quotation before its text."""
        found = LEAD.match(self.text)
        return found[0] if found else ""

    @property
    def body(self) -> str:
        """What stands behind them, without spaces before it."""
        return self.text[len(self.lead) :].lstrip(" ")

    @property
    def column(self) -> int:
        """Where its text begins."""
        return len(self.text) - len(self.body)

    def at(self, column: int) -> "Row":
        """Return the same text, beginning at another column of its quotation."""
        return Row(self.number, self.lead + " " * max(column - len(self.lead), 0) + self.body)

    def saying(self, text: str) -> "Row":
        """Return a row with another text in the same place."""
        return Row(self.number, self.text[: self.column] + text)

    def nothing(self) -> "Row":
        """Return an empty row of the same quotation."""
        return Row(self.number, self.lead.rstrip())


class Item(NamedTuple):
    """The sign of a list's item: its kind, its number, how wide it is with its space, and the text."""

    kind: str
    number: int
    width: int
    text: str


def item(text: str) -> Item | None:
    """Read the sign of an item with which a text begins."""
    if RULER.match(text):
        return None
    found = ITEM.match(text)
    if not found:
        glued = GLUED.match(text)
        return Item(glued["bullet"], 0, 1, text[1:]) if glued else None
    width = found.end() if len(found["space"]) < 6 else found.end() - len(found["space"]) + 1
    rest = text[width:]
    if found["bullet"]:
        return Item(found["bullet"], 0, width, rest) if found["bullet"] in "-*+" or rest else None
    if found["digits"] and not rest.strip():
        return None
    if found["digits"]:
        return Item(f"1{found['end']}", int(found["digits"]), width, rest)
    return Item(f"a{found['close']}", ord(found["letter"]) - 96, width, rest) if rest else None


def fenced(rows: Sequence[Row]) -> set[int]:
    """Return the indices of the rows that are code between fences, fences included."""
    inside: set[int] = set()
    fence = ""
    for index, row in enumerate(rows):
        opening = FENCE.match(row.text)
        if fence or opening:
            inside.add(index)
        if opening and not fence:
            fence = opening[1]
        elif opening and opening[1].startswith(fence):
            fence = ""
    return inside


def is_head(rows: Sequence[Row], index: int) -> bool:
    """Say whether the head of a table stands on a row."""
    if index + 1 >= len(rows) or "|" not in rows[index].body:
        return False
    below = rows[index + 1].body.strip()
    return "|" in below and "-" in below and not below.strip("|:- ")


def run(rows: Sequence[Row], index: int) -> list[Item]:
    """Return the items of the list whose first item is on a row, that one included."""
    first = item(rows[index].body)
    found: list[Item] = []
    gap = False
    for row in rows[index:] if first else ():
        own = item(row.body)
        near = row.column < rows[index].column + 2
        if row.empty:
            gap = True
            continue
        if own and first and own.kind == first.kind and near:
            found.append(own)
        elif near and (gap or START.match(row.body)):
            break
        gap = False
    return found
