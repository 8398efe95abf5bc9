"""Lines of a text that was typed, or taken out of a printed page → headings, paragraphs and items, by what they say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

_CLOSED = re.compile(r"[.!?:…][)»”\"’']*$")
_ENDED = re.compile(r"[.!?][)»”\"’']*$")
_STOP = re.compile(r"[.,;:][)»”\"’']*$")
_SIGN = re.compile(r"(?:([-–—•◦▪■●○‣·*o✓☐])|(\d{1,2})[.)])\s+(?=\S)")
_STARTS = re.compile(r"[(«“„\"‘'¿¡]*[A-ZÀ-ÖØ-Þ0-9]")
_SMALL = re.compile(r"[(«“„\"‘']*[a-zà-öø-ÿ]")
_BROKEN = re.compile(r"\w[-\u2010\u00ad]$")
_LONGEST = 90  # characters of a heading
_ROW = 3
_PAGE = re.compile(r"\W{0,3}\d{1,3}\W{0,3}")


class Kind(Enum):
    """What some lines are."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A line with words: its number from 1, its text without spaces around it, whether the one before it is empty."""

    number: int
    text: str
    apart: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that are one heading, paragraph or item; ``sign`` is the sign of an item with its number."""

    kind: Kind
    rows: tuple[Row, ...]
    sign: str = ""
    number: int | None = None

    @property
    def text(self) -> str:
        """Return its lines as they stand, a space between them."""
        return " ".join(row.text for row in self.rows)


def groups_of(lines: Sequence[str]) -> list[Group]:
    """Return the headings, paragraphs and items of lines."""
    rows = list(_rows(lines))
    found: list[Group] = []
    at = 0
    while at < len(rows):
        count = _heading(rows, at, found[-1] if found else None)
        if count:
            found.append(Group(Kind.HEADING, tuple(rows[at : at + count])))
        else:
            count = _body(rows, at)
            found.append(_group(rows[at : at + count]))
        at += count
    return _joined(_lists(_headings(found)))


def _headings(groups: Sequence[Group]) -> list[Group]:
    """Return the groups; short lines of which three or more stand in a row are cells or an address, not headings."""
    found: list[Group] = []
    for heading, run in groupby(groups, key=lambda group: group.kind is Kind.HEADING):
        some = list(run)
        many = heading and len(some) >= _ROW and bool(found)
        found += [Group(Kind.TEXT, group.rows) for group in some] if many else some
    return found


def _rows(lines: Sequence[str]) -> Iterator[Row]:
    apart = True
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text:
            yield Row(number, text, apart)
        apart = not text


def _heading(rows: Sequence[Row], at: int, before: Group | None) -> int:
    """Return how many lines from there on are a heading, 0 for none.

    It begins with a capital behind something that is closed, is short, does not end a sentence, and a capital follows.
    """
    if not _STARTS.match(rows[at].text) or _SIGN.match(rows[at].text) or not _is_closed(before):
        return 0
    below = before is not None and not rows[at].apart  # right below the end of a paragraph
    if below and not _ENDED.search(rows[at - 1].text):
        return 0
    for count in (2, 1):
        if at + count >= len(rows) or (below and not rows[at + count].apart):
            continue
        text = " ".join(row.text for row in rows[at : at + count])
        following = rows[at + count]
        one = all(not row.apart for row in rows[at + 1 : at + count])
        ends = following.apart or (count == 1 and text.endswith("?"))
        if one and ends and _may_head(text) and _STARTS.match(following.text) and not _BROKEN.search(rows[at].text):
            return count
    return 0


def _may_head(text: str) -> bool:
    return len(text) <= _LONGEST and not _STOP.search(text) and any(letter.isalpha() for letter in text)


def _is_closed(before: Group | None) -> bool:
    return before is None or before.kind is not Kind.TEXT or bool(_CLOSED.search(before.text))


def _body(rows: Sequence[Row], at: int) -> int:
    """Return how many lines from there on are one paragraph or item."""
    count = 1
    while at + count < len(rows):
        row = rows[at + count]
        if row.apart or _begins_item(rows, at, at + count) or _heading(rows, at + count, _group(rows[at : at + count])):
            break
        count += 1
    return count


def _begins_item(rows: Sequence[Row], first: int, at: int) -> bool:
    """Tell whether a line begins an item: with a sign, where the lines before it begin or introduce a list."""
    sign = _SIGN.match(rows[at].text)
    if sign is None:
        return False
    return bool(_SIGN.match(rows[first].text)) or bool(_CLOSED.search(rows[at - 1].text)) or sign[1] in ("•", "▪", "■")


def _group(rows: Sequence[Row]) -> Group:
    sign = _SIGN.match(rows[0].text)
    if sign is None:
        return Group(Kind.TEXT, tuple(rows))
    return Group(Kind.ITEM, tuple(rows), sign[0].strip(), int(sign[2]) if sign[2] else None)


def _lists(groups: Sequence[Group]) -> list[Group]:
    """Return the groups; an item that stands alone, and has no sign that is only one of lists, is text."""
    found: list[Group] = []
    for number, group in enumerate(groups):
        beside = [groups[n] for n in (number - 1, number + 1) if 0 <= n < len(groups)]
        alone = not any(one.kind is Kind.ITEM and _alike(group, one) for one in beside)
        if group.kind is Kind.ITEM and alone and group.sign not in ("•", "▪", "■"):
            found.append(Group(Kind.TEXT, group.rows))
        else:
            found.append(group)
    return found


def _alike(one: Group, other: Group) -> bool:
    if one.number is None or other.number is None:
        return one.sign == other.sign
    return abs(one.number - other.number) == 1


def _joined(groups: Sequence[Group]) -> list[Group]:
    """Return the groups; what goes on behind an empty line in the middle of a sentence is one paragraph again."""
    found: list[Group] = []
    for group in groups:
        if found and goes_on(found[-1], group):
            last = found.pop()
            found.append(Group(last.kind, (*last.rows, *group.rows), last.sign, last.number))
        else:
            found.append(group)
    return found


def goes_on(one: Group, other: Group) -> bool:
    """Tell whether a paragraph goes on with what stands before it."""
    if one.kind is Kind.HEADING or other.kind is not Kind.TEXT or _PAGE.fullmatch(one.text):
        return False
    open_end = bool(_BROKEN.search(one.text)) or not _CLOSED.search(one.text)
    return open_end and bool(_SMALL.match(other.text))
