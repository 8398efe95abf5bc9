"""Passages laid out on pages of cells: lines of whole words, headings with what they head, numbers at the top."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clearfold.model.braille import Sheet
from clearfold.press.braille.codes import BLANK, Code, cells
from clearfold.press.braille.passages import Passage, Role

NARROWER = 8  # cells that a centred heading leaves free
KEPT = 2  # lines of text that stand below a heading on its page
BOX = "⠒"  # a box begins and ends with a line of these
LEADER = "⠐"  # between an entry of the contents and its page
BROKEN = "⠐"  # at the end of a line: the word goes on, with no blank


@dataclass(frozen=True, slots=True)
class Wording:
    """How what is laid out is translated: its code, and the words that the layout adds."""

    code: Code
    contents: str
    picture: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, and its lines, the one with the number not among them."""

    number: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A leaflet on its pages, and the number of the page on which each anchor stands."""

    pages: tuple[Page, ...]
    anchors: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that stay together where they fit on a page, after empty lines unless they begin one."""

    lines: tuple[str, ...]
    before: int
    head: bool = False
    anchor: str = ""


def lay_out(text: Sequence[Passage], contents: Sequence[tuple[str, str]], sheet: Sheet, words: Wording) -> Laid:
    """Return the pages: cover with its empty back, contents (entries as anchor and words), and the text."""
    cover = tuple(_pages(_groups([one for one in text if one.cover], sheet, words), sheet))[:1]
    body = [one for one in text if not one.cover]
    groups = tuple(_groups(body, sheet, words))
    count = 0  # pages of the contents: they must be counted before their numbers can be written
    while True:
        start = 2 + count
        anchors: dict[str, int] = {}
        pages = tuple(_pages(groups, sheet, anchors, start + 1))
        listed = tuple(_pages(_contents(contents, anchors, sheet, words), sheet)) if contents else ()
        if len(listed) <= count:
            break
        count = len(listed)
    every = (*cover, (), *listed, *pages)
    return Laid(tuple(Page(number, lines) for number, lines in enumerate(every, start=1)), anchors)


def translated(one: Passage, words: Wording) -> str:
    """Return the cells of a passage; what a picture shows stands between the signs of a transcriber's note."""
    said = cells(f"{words.picture}: {one.text}" if one.picture else one.text, words.code)
    if one.picture:
        begin, end = words.code.note
        said = begin + said + end
    return cells(one.mark, words.code) + BLANK + said if one.mark else said


def _groups(text: Iterable[Passage], sheet: Sheet, words: Wording) -> Iterator[_Group]:
    after = 0
    for one in text:
        before = max(after, 1 if one.apart else 0)
        after = 0
        if one.role is Role.LINE:
            yield _Group((BOX * sheet.width,), before, head=one.apart)
            after = 0 if one.apart else 1
            continue
        written = translated(one, words)
        if one.role in (Role.TITLE, Role.HEADING):
            width = sheet.width - NARROWER
            lines = tuple(_centred(line, sheet.width) for line in _lines(written, width, 0, 0))
            yield _Group(lines, 1, head=True, anchor=one.anchor)
            after = 1
        else:
            lines = tuple(_lines(written, sheet.width, one.first, one.rest))
            head = one.role is Role.SUBHEADING
            yield _Group(lines, before, head=head, anchor=one.anchor)


def _pages(
    groups: Iterable[_Group], sheet: Sheet, anchors: dict[str, int] | None = None, first: int = 1
) -> Iterator[tuple[str, ...]]:
    """Yield the lines of each page; anchors are told the number of theirs, the first one's being given."""
    room, page, number = sheet.lines - 1, list[str](), first
    waiting = tuple(groups)
    for place, group in enumerate(waiting):
        before = group.before if page else 0
        needed = _needed(waiting, place, before)
        if page and len(page) + min(needed, room) > room:
            yield tuple(page)
            page, number, before = [], number + 1, 0
        page += [""] * before
        if anchors is not None and group.anchor:
            anchors.setdefault(group.anchor, number)
        for line in group.lines:
            if len(page) == room:
                yield tuple(page)
                page, number = [], number + 1
            page.append(line)
    if page:
        yield tuple(page)


def _needed(groups: Sequence[_Group], place: int, before: int) -> int:
    """Return how many lines must stand on this page: of a heading all, and the first of what it heads."""
    needed = before
    for group in groups[place:]:
        if not group.head:
            return needed + min(len(group.lines), KEPT)
        needed += len(group.lines) + 1
    return needed


def _contents(
    entries: Sequence[tuple[str, str]], anchors: dict[str, int], sheet: Sheet, words: Wording
) -> Iterator[_Group]:
    heading = _lines(cells(words.contents, words.code), sheet.width, 0, 0)
    yield _Group(tuple(_centred(line, sheet.width) for line in heading), 0)
    for place, (anchor, entry) in enumerate(entries):
        number = cells(str(anchors.get(anchor, 0)), words.code)
        room = sheet.width - len(number) - 4  # a blank, a leader of two and a blank at the least
        lines = list(_lines(cells(entry, words.code), room, 0, 2))
        filled = sheet.width - len(lines[-1]) - len(number) - 2
        lines[-1] += BLANK + LEADER * filled + BLANK + number
        yield _Group(tuple(lines), 1 if place == 0 else 0)


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


def numbered(page: Page, sheet: Sheet, code: Code) -> tuple[str, ...]:
    """Return all lines of a page, its number at the right of the first; a title page and an empty one show none."""
    if page.number == 1 or not page.lines:
        return ("", *page.lines) if page.lines else ()
    number = cells(str(page.number), code)
    return (BLANK * (sheet.width - len(number)) + number, *page.lines)
