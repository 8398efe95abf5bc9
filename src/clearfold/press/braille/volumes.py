"""Volumes of braille: each begins with a title page whose back is empty, and, where it can, with a chapter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clearfold.model.braille import Sheet
from clearfold.press.braille.layout import Group, Page, Wording, contents_of, groups_of, numbered, pages_of
from clearfold.press.braille.passages import Passage, Role

FRONT = 2  # pages: a title page, and its back
Volume = tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class _Bound:
    """What is bound together, as far as it is known: title pages by volume, contents, and text by volume."""

    covers: tuple[tuple[Page, ...], ...]
    contents: tuple[Page, ...]
    texts: tuple[Volume, ...]

    def volumes(self) -> Iterator[Volume]:
        """Yield all pages of each volume."""
        for number, (cover, text) in enumerate(zip(self.covers, self.texts, strict=True)):
            yield (cover[0], Page(), *cover[1:], *(self.contents if number == 0 else ()), *text)


def lay_out(
    text: Sequence[Passage], contents: Sequence[tuple[str, str]], sheet: Sheet, words: Wording
) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the lines of each page of each volume; ``contents`` are anchors with their words.

    Pages are counted from the first title page on, through all volumes. A title page shows no number, nor does its
    back, which is empty.
    """
    groups = tuple(groups_of([one for one in text if not one.cover], sheet, words))
    listed: tuple[Page, ...] = ()
    count = 1
    while True:
        covers = tuple(_covers(text, count, sheet, words))
        texts = tuple(_texts(groups, sheet, len(covers[0]) + 1 + len(listed)))
        if len(texts) != count:
            count = len(texts)
            continue
        entries = tuple(contents_of(contents, _numbers(_Bound(covers, listed, texts)), sheet, words))
        again = tuple(pages_of(entries, sheet)) if contents else ()
        # How many pages the contents take must be known before the pages can be counted that stand in them.
        if len(again) == len(listed):
            return tuple(_numbered(_Bound(covers, again, texts), sheet, words))
        listed = again


def _covers(text: Sequence[Passage], count: int, sheet: Sheet, words: Wording) -> Iterator[tuple[Page, ...]]:
    """Yield the title pages of so many volumes: of the first the whole cover, of the others the title alone."""
    cover = [one for one in text if one.cover]
    for number in range(1, count + 1):
        said: list[Passage] = []
        for one in cover:
            if number == 1 or one.role is Role.TITLE:
                said.append(one)
            if count > 1 and one.role is Role.TITLE:
                said.append(Passage(Role.PARAGRAPH, words.volume.format(number=number, count=count)))
        yield tuple(pages_of(tuple(groups_of(said, sheet, words)), sheet))


def _texts(groups: Sequence[Group], sheet: Sheet, taken: int) -> Iterator[Volume]:
    """Yield the pages of text in each volume, of the first of which so many are ``taken``.

    A volume ends before a chapter, and within one only where that fills more than a volume.
    """
    pages: Volume = ()
    done: Volume = ()
    held: tuple[Group, ...] = ()
    for chapter in _chapters(groups):
        longer = (*done, *pages_of((*held, *chapter), sheet))
        if taken + len(longer) > sheet.volume and pages:
            yield pages
            taken, done, held = FRONT, (), ()
            longer = tuple(pages_of(chapter, sheet))
        if taken + len(longer) > sheet.volume:
            while taken + len(longer) > sheet.volume:
                yield longer[: sheet.volume - taken]
                longer, taken = longer[sheet.volume - taken :], FRONT
            pages, done, held = longer, longer, ()
        else:
            pages, held = longer, (*held, *chapter)
    yield pages


def _chapters(groups: Sequence[Group]) -> Iterator[tuple[Group, ...]]:
    begun: list[Group] = []
    for group in groups:
        if group.chapter and begun:
            yield tuple(begun)
            begun = []
        begun.append(group)
    if begun:
        yield tuple(begun)


def _numbers(bound: _Bound) -> Mapping[str, int]:
    """Return the number of the page on which each anchor stands first."""
    numbers: dict[str, int] = {}
    every = (page for volume in bound.volumes() for page in volume)
    for number, page in enumerate(every, start=1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers


def _numbered(bound: _Bound, sheet: Sheet, words: Wording) -> Iterator[tuple[tuple[str, ...], ...]]:
    number = 0
    for volume in bound.volumes():
        lines = [numbered(page, 0 if n == 0 else number + n + 1, sheet, words) for n, page in enumerate(volume)]
        yield tuple(lines)
        number += len(volume)
