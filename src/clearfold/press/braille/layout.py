"""Passages laid out on pages of cells: lines of whole words, headings with what they head, numbers at the top."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from clearfold.model.braille import Sheet
from clearfold.press.braille.codes import BLANK, Code, cells
from clearfold.press.braille.passages import Passage, Role

NARROWER = 8  # cells that a centred heading leaves free
KEPT = 2  # lines of text that stand below a heading on its page
BOX = "⠒"  # a box begins and ends with a line of these
PRINT_PAGE = "⠤"
"""Fills the line before the number of a printed page (dots 36), as the Braille Authority of North America has it: so
shown in Duxbury's manual, “Print Page Numbers”. We found no rule of Dutch, French or German authorities."""
LEADER = "⠐"  # between an entry of the contents and its page
BROKEN = "⠐"  # at the end of a line: the word goes on, with no blank


@dataclass(frozen=True, slots=True)
class Wording:
    """How what is laid out is translated: its code, and the words that the layout adds.

    ``plain`` is that of numbers, which are no words. ``volume`` has places for the ``number``
    of a volume and the ``count`` of all.
    """

    code: Code
    plain: Code
    contents: str
    picture: str
    volume: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines, the one with its number not among them, and the anchors that stand on it."""

    lines: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stay together where they fit on a page, after empty lines unless they begin one.

    A volume may begin with one that heads a ``chapter``.
    """

    lines: tuple[str, ...]
    before: int
    head: bool = False
    anchor: str = ""
    chapter: bool = False


def translated(one: Passage, words: Wording) -> str:
    """Return the cells of a passage; what a picture shows stands between the signs of a transcriber's note."""
    said = cells(f"{words.picture}: {one.text}" if one.picture else one.text, words.code)
    if one.picture:
        begin, end = words.code.note
        said = begin + said + end
    # A letter before an item stands alone, and is no contraction: the code says so.
    code = words.code if one.mark[:1].isalpha() else words.plain
    return cells(one.mark, code) + BLANK + said if one.mark else said


def groups_of(text: Sequence[Passage], sheet: Sheet, words: Wording) -> Iterator[Group]:
    """Yield the lines of passages, by what stays together."""
    after, begun, paged = 0, False, False
    for one, following in zip_longest(text, text[1:]):
        if one.role is Role.PRINT_PAGE:
            number = cells(one.text, words.plain)
            line = PRINT_PAGE * (sheet.width - len(number)) + number
            heads = following is not None and following.role is Role.HEADING
            yield Group((line,), max(after, 1 if one.apart or heads else 0), head=True, chapter=heads)
            after, begun, paged = 0, heads, True
            continue
        before = 0 if paged else max(after, 1 if one.apart else 0)
        paged = False
        after = 0
        if one.role is Role.LINE:
            yield Group((BOX * sheet.width,), before, head=one.apart)
            after = 0 if one.apart else 1
            continue
        written = translated(one, words)
        if one.role in (Role.TITLE, Role.HEADING):
            width = sheet.width - NARROWER
            lines = tuple(_centred(line, sheet.width) for line in _lines(written, width, 0, 0))
            yield Group(lines, 1, head=True, anchor=one.anchor, chapter=one.role is Role.HEADING and not begun)
            after, begun = 1, False
        else:
            lines = tuple(_lines(written, sheet.width, one.first, one.rest))
            head = one.role is Role.SUBHEADING
            yield Group(lines, before, head=head, anchor=one.anchor)


def pages_of(groups: Sequence[Group], sheet: Sheet) -> Iterator[Page]:
    """Yield the pages of groups; the first line of a page is left for its number."""
    room, page, anchors = sheet.lines - 1, list[str](), list[str]()
    for place, group in enumerate(groups):
        before = group.before if page else 0
        if page and len(page) + min(_needed(groups, place, before), room) > room:
            yield Page(tuple(page), tuple(anchors))
            page, anchors, before = [], [], 0
        page += [""] * before
        anchors += [group.anchor] if group.anchor else []
        for line in group.lines:
            if len(page) == room:
                yield Page(tuple(page), tuple(anchors))
                page, anchors = [], []
            page.append(line)
    if page:
        yield Page(tuple(page), tuple(anchors))


def _needed(groups: Sequence[Group], place: int, before: int) -> int:
    """Return how many lines must stand on this page: of a heading all, and the first of what it heads."""
    needed = before
    for group in groups[place:]:
        if not group.head:
            return needed + min(len(group.lines), KEPT)
        needed += len(group.lines) + 1
    return needed


def contents_of(
    entries: Sequence[tuple[str, str]], anchors: Mapping[str, int], sheet: Sheet, words: Wording
) -> Iterator[Group]:
    """Yield the contents: their heading, and entries (anchor and words) with the pages of their anchors."""
    heading = _lines(cells(words.contents, words.code), sheet.width, 0, 0)
    yield Group(tuple(_centred(line, sheet.width) for line in heading), 0)
    for place, (anchor, entry) in enumerate(entries):
        number = cells(str(anchors.get(anchor, 0)), words.plain)
        room = sheet.width - len(number) - 4  # a blank, a leader of two and a blank at the least
        lines = list(_lines(cells(entry, words.code), room, 0, 2))
        filled = sheet.width - len(lines[-1]) - len(number) - 2
        lines[-1] += BLANK + LEADER * filled + BLANK + number
        yield Group(tuple(lines), 1 if place == 0 else 0)


def _centred(line: str, width: int) -> str:
    return BLANK * ((width - len(line)) // 2) + line


def _lines(written: str, width: int, first: int, rest: int) -> Iterator[str]:
    """Yield the lines of a passage, no word broken but one that is longer than a line."""
    line, empty = BLANK * first, True
    for word in written.split(BLANK):
        if not word:
            continue
        if not empty and len(line) + 1 + len(word) > width:
            yield line
            line, empty = BLANK * rest, True
        line += ("" if empty else BLANK) + word
        empty = False
        while len(line) > width:
            yield line[: width - 1] + BROKEN
            line = BLANK * rest + line[width - 1 :]
    if not empty:
        yield line


def numbered(page: Page, number: int, sheet: Sheet, words: Wording) -> tuple[str, ...]:
    """Return all lines of a page, its number at the right of the first; number 0 is shown nowhere."""
    if not page.lines:
        return ()
    written = cells(str(number), words.plain) if number else ""
    return (BLANK * (sheet.width - len(written)) + written if written else "", *page.lines)
