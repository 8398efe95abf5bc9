"""Lines → inlines: broken words made whole, bold, italics, raised letters, links; each change is an entry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from clearfold.importers.document import Break as LineBreak
from clearfold.importers.document import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    Lowered,
    Place,
    Raised,
    Strong,
    Text,
)
from clearfold.importers.ledger import Entry
from clearfold.importers.pdf.page.glyphs import HYPHENS, Glyph
from clearfold.importers.pdf.page.glyphs import Link as Room
from clearfold.importers.pdf.page.lines import Line
from clearfold.importers.words.breaks import Break, Breaks

_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$|\S+/$", re.IGNORECASE)
_TAIL = re.compile(r"[\w./?=&%#~_-]*[./?=&%#~_][\w./?=&%#~_-]*|[a-z]+")
_SOFT = "\u00ad"


@dataclass(frozen=True, slots=True)
class Style:
    """How a letter is set."""

    bold: bool = False
    italic: bool = False
    raised: int = 0  # 1 raised, -1 lowered
    address: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the copy; ``raw`` is what stood in the file for it, with a space where a line ended."""

    text: str
    raw: str
    style: Style
    act: Break | None = None


class Typesetting:
    """Turns lines into inlines; collects entries for the ledger."""

    def __init__(self, breaks: Breaks, links: Sequence[tuple[int, Room]]) -> None:
        """Take what is known of broken words, and the rooms of links with the number of their page."""
        self._breaks = breaks
        self._links = links
        self.ledger: list[Entry] = []

    def inlines(
        self,
        lines: Sequence[Line],
        pages: Sequence[int],
        place: Place,
        *,
        skip: int = 0,
        plain: bool = False,
        ended: frozenset[int] = frozenset(),
    ) -> Inlines:
        """Return lines as inlines: ``pages`` are their pages, ``skip`` is how many glyphs of the first are a sign.

        ``ended`` are the numbers of lines that somebody ended.
        ``plain`` leaves bold type out, as in a heading, which is bold by itself.
        """
        letters: list[Letter] = []
        for number, line in enumerate(lines):
            glyphs = line.glyphs[skip:] if number == 0 else line.glyphs
            new = [Letter(_written(g.text), _written(g.text), self._style(g, line, pages[number])) for g in glyphs]
            new = [letter for letter in new if letter.text or letter.raw]
            if letters and number - 1 in ended:
                letters = [*letters, Letter("\n", " ", Style()), *new]
            else:
                letters = self._joined(letters, new) if letters else new
        self._tell(letters, place)
        if plain:
            letters = [replace(letter, style=replace(letter.style, bold=False)) for letter in letters]
        return tuple(_inlines(letters))

    def _style(self, glyph: Glyph, line: Line, page: int) -> Style:
        raised = 0
        if glyph.size < 0.85 * line.size and glyph.text.strip():
            off = (line.baseline - glyph.baseline) / line.size
            raised = 1 if off > 0.15 else -1 if off < -0.05 else 0
        middle = glyph.middle
        address = next((room.address for number, room in self._links if number == page and room.box.holds(*middle)), "")
        return Style(glyph.bold, glyph.italic, raised, address)

    def _joined(self, before: list[Letter], after: list[Letter]) -> list[Letter]:
        """Return two lines as one."""
        left = "".join(letter.text for letter in before)
        right = "".join(letter.text for letter in after)
        if len(left) > 1 and left[-1] == "-" and left[-2].isalnum() and right[:1].isalnum():
            return self._broken(before, after, left[:-1], right)
        if _ADDRESS.search(left) and _TAIL.match(right.split()[0]):
            first = after[0]
            return [*before, replace(first, raw=f" {first.raw}", act=Break("", sure=False)), *after[1:]]
        style = before[-1].style if before[-1].style == after[0].style else Style(address=_both(before[-1], after[0]))
        return [*before, Letter(" ", " ", replace(style, raised=0)), *after]

    def _broken(self, before: list[Letter], after: list[Letter], left: str, right: str) -> list[Letter]:
        act = self._breaks.decide(left, right)
        first = after[0]
        if act.between == "- ":
            return [*before, Letter(" ", " ", replace(before[-1].style, raised=0)), *after]
        if act.between == "":
            hyphen = replace(before[-1], text="", act=act)
            return [*before[:-1], hyphen, replace(first, raw=f" {first.raw}"), *after[1:]]
        return [*before, replace(first, raw=f" {first.raw}", act=act), *after[1:]]

    def _tell(self, letters: Sequence[Letter], place: Place) -> None:
        """List each word that was put together."""
        word: list[Letter] = []
        for letter in [*letters, Letter(" ", " ", Style())]:
            if not letter.text.isspace() or letter.text == "\u00a0":
                word.append(letter)
                continue
            acts = [one.act for one in word if one.act is not None]
            if acts:
                sure, joined = all(act.sure for act in acts), any(act.between == "" for act in acts)
                code = ("IMP-001" if sure else "IMP-035") if joined else "IMP-002" if sure else "IMP-036"
                before = "".join(one.raw for one in word)
                self.ledger.append(Entry(code, place, before, "".join(one.text for one in word)))
            word = []


def _written(text: str) -> str:
    if text == _SOFT:
        return "-"
    return "-" if text in HYPHENS and text != "\u2011" else text


def _both(one: Letter, other: Letter) -> str:
    return one.style.address if one.style.address == other.style.address else ""


def _inlines(letters: Sequence[Letter]) -> Iterator[Inline]:
    """Yield runs of letters of one style; spaces at the ends of a run stand outside of it."""
    if any(letter.text == "\n" for letter in letters):
        at = next(number for number, letter in enumerate(letters) if letter.text == "\n")
        yield from _inlines(letters[:at])
        yield LineBreak()
        yield from _inlines(letters[at + 1 :])
        return
    for address, linked in groupby(_loosened(letters), key=lambda letter: letter.style.address):
        inner = [one for style, group in groupby(linked, key=lambda letter: letter.style) for one in _run(style, group)]
        if address and inner:
            yield Link(tuple(inner), address)
        else:
            yield from inner


def _run(style: Style, group: Iterator[Letter]) -> Iterator[Inline]:
    text = "".join(letter.text for letter in group)
    if not text:
        return
    one: Inline = Text(text)
    if style.raised:
        one = Raised((one,)) if style.raised > 0 else Lowered((one,))
    if style.italic:
        one = Emphasis((one,))
    yield Strong((one,)) if style.bold else one


def _loosened(letters: Sequence[Letter]) -> list[Letter]:
    """Return letters with plain spaces wherever the style changes beside them."""
    found: list[Letter] = []
    for number, letter in enumerate(letters):
        if letter.text.isspace():
            before = letters[number - 1].style if number else Style()
            after = letters[number + 1].style if number + 1 < len(letters) else Style()
            address = before.address if before.address == after.address else ""
            shared = before.bold and after.bold, before.italic and after.italic
            letter = replace(letter, style=Style(*shared, 0, address))
        found.append(letter)
    return found
