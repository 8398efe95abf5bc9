"""A plain text as a document: also one that a program has taken out of a folded leaflet, panel by panel."""

import codecs
from collections.abc import Iterator, Sequence

from clearfold.importers.document import Block, Document, Heading, Item, ListBlock, Paragraph, Place, Text
from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Imported, Options
from clearfold.importers.text.lines import Group, Kind, goes_on, groups_of
from clearfold.importers.words.breaks import Breaks
from clearfold.importers.words.languages import language_of
from clearfold.importers.words.wrapped import Wrapped, unwrapped, whole_words
from clearfold.model.messages import message


def make(data: bytes, name: str, options: Options) -> Imported:
    """Return what a plain text holds; ``order`` is the line with which reading begins, where that is not the first."""
    lines = decoded(data).splitlines()
    groups = groups_of(lines)
    lang = options.lang or language_of(" ".join(lines))
    maker = _Maker(Breaks(lang, whole_words(row.text for group in groups for row in group.rows)))
    groups, start = maker.in_order(groups)
    title, groups = maker.title(groups)
    blocks = tuple(maker.blocks(groups))
    return Imported(Document(title, lang, blocks), tuple(maker.ledger), (start,) if start > 1 else ())


def decoded(data: bytes) -> str:
    """Return the text of bytes: UTF-16 or UTF-8 where they are that, else what Windows wrote in the West."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text


class _Maker:
    """Makes blocks of groups of lines, and lists what was changed and guessed."""

    def __init__(self, breaks: Breaks) -> None:
        self._breaks = breaks
        self._paragraphs = 0
        self.ledger: list[Entry] = []

    def in_order(self, groups: list[Group]) -> tuple[list[Group], int]:
        """Put what stands before a title at the end; return the groups, and the line with which reading begins.

        A title in the middle is told by two headings in succession: a leaflet's last panel often comes first.
        """
        heads = [number for number, group in enumerate(groups) if group.kind is Kind.HEADING]
        starts = [number for number in heads if number and number + 1 in heads]
        if not starts or (0 in heads and 1 in heads):
            return groups, 1
        start = starts[0]
        before, after = groups[:start], groups[start:]
        self.ledger.append(Entry("IMP-061", self._place(after[0]), after[0].text, after[0].text))
        if goes_on(after[-1], before[0]):
            last = after.pop()
            before[0] = Group(last.kind, (*last.rows, *before[0].rows), last.sign, last.number)
        return [*after, *before], after[0].rows[0].number

    def title(self, groups: list[Group]) -> tuple[str, list[Group]]:
        """Take out a heading that stands first, where others follow."""
        heads = [group for group in groups if group.kind is Kind.HEADING]
        if len(heads) < 2 or groups[0] is not heads[0]:
            return "", groups
        place = self._place(groups[0])
        title = self._words(groups[0], place)
        self.ledger.append(Entry("IMP-034", place, title, title))
        return title, groups[1:]

    def blocks(self, groups: Sequence[Group]) -> Iterator[Block]:
        """Yield the blocks of groups."""
        at = 0
        while at < len(groups):
            group = groups[at]
            self._paragraphs += 1
            place = self._place(group)
            count = 1
            if group.kind is Kind.ITEM:
                count = next(
                    (n for n in range(1, len(groups) - at) if not _follows(groups[at + n - 1], groups[at + n])),
                    len(groups) - at,
                )
                items = tuple(self._item(one) for one in groups[at : at + count])
                yield ListBlock(items, place, group.number)
            else:
                words = self._words(group, place)
                if group.kind is Kind.HEADING:
                    self.ledger.append(Entry("IMP-030", place, words, words, name=f"“{words}”"))
                    yield Heading(2, (Text(words),), place)
                else:
                    yield Paragraph((Text(words),), place)
            at += count

    def _item(self, group: Group) -> Item:
        place = self._place(group)
        self.ledger.append(Entry("IMP-005", place, group.sign, ""))
        words = self._words(group, place, skip=len(group.sign))
        self.ledger.append(Entry("IMP-039", place, words, words, name=message("an item of a list")))
        return Item((Paragraph((Text(words),), place),))

    def _words(self, group: Group, place: Place, *, skip: int = 0) -> str:
        """Return the words of a group, with broken words made whole; each is listed."""
        lines = [row.text for row in group.rows]
        lines[0] = lines[0][skip:].strip()
        told: Wrapped = unwrapped(lines, self._breaks)
        self.ledger += [Entry(code, place, before, after) for code, before, after in told.changes]
        return told.text

    def _place(self, group: Group) -> Place:
        return Place("text", self._paragraphs, line=group.rows[0].number)


def _follows(one: Group, other: Group) -> bool:
    if other.kind is not Kind.ITEM:
        return False
    if one.number is None or other.number is None:
        return one.sign == other.sign
    return other.number == one.number + 1
