"""Account for what templates add: every block that is not the copy's must match furniture that the edition declared."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clearfold.model.transcript import Block, Furniture, Kind
from clearfold.proof.compare.letters import fold, squeezed

MOST_RUNS = 8  # lines or marks that one piece of furniture may be drawn in
LONGEST = 400  # letters of several blocks taken together
HYPHENS = ("-", "\u2010")
PAGE = "{page}"
SPACES = re.compile(r"(\\[^ ])|(?:\\? )+\??")  # a backslash that is text is one of two, and stays with its second
LINES = frozenset({Kind.TEXT, Kind.ARTIFACT})  # blocks that may be less than a block
Declared = tuple[int, Furniture, str]
"""Furniture with its number, and the words with which it begins."""


@dataclass(slots=True)
class Inventory:
    """The declared furniture of one stream, and how much of it was met; ``labels`` gives the label of a page."""

    furniture: tuple[Furniture, ...]
    label: Callable[[str], str] = str
    used: Counter[tuple[int, str]] = field(default_factory=Counter)
    patterns: dict[tuple[int, str], re.Pattern[str]] = field(default_factory=dict)
    longest: tuple[Declared, ...] = ()

    def __post_init__(self) -> None:
        # “Part 10” on page 8 reads like “Part 1” on page 08: the one with the longer words is asked first.
        words = ((index, item, "".join(item.text.split())) for index, item in enumerate(self.furniture))
        self.longest = tuple(sorted(words, key=lambda numbered: -len(numbered[2])))

    def begun(self, text: str, *, margin: bool = False) -> tuple[Declared, ...]:
        """Return the furniture that may begin with a text, or be all of its beginning: of most of a leaflet, none.

        Among artifacts only the furniture of pages has a place, and what is declared as hidden.
        """
        folded = squeezed(text)
        cut = folded[:-1] if _is_broken(folded) else folded
        return tuple(
            declared
            for declared in self.longest
            if (folded.startswith(declared[2]) or declared[2].startswith((folded, cut)))
            and (declared[1].hidden is margin or not (declared[1].hidden or declared[1].limit))
        )

    def match(self, texts: Sequence[str], place: str, begun: Iterable[Declared]) -> tuple[int, str] | None:
        """Return the furniture that texts are together, if there may still be some; None for none.

        A number is one text: in contents, the number of a page is followed by the next entry, which may be one too.
        """
        *before, last = (squeezed(text) for text in texts)
        meets = last.isdecimal() and "".join(before)[-1:].isdecimal()  # a figure, which is no part of this number
        for index, item, words in begun:
            folded = _joined((*before, last), words)
            if meets and folded[len(words) :] != last:
                continue
            if folded.startswith(words) and self._pattern(index, item, place).fullmatch(folded):
                key, limit = ((index, ""), item.limit) if item.limit else ((index, place), 1)
                if self.used[key] < limit:
                    return key
        return None

    def take(self, texts: Sequence[str], place: str, *, margin: bool = False) -> int:
        """Return how many texts from the first on are one piece of furniture, and count it; 0 for none."""
        begun = self.begun(texts[0], margin=margin)
        for size in range(len(texts), 0, -1) if begun else ():
            key = self.match(texts[:size], place, begun)
            if key:
                self.used[key] += 1
                return size
        return 0

    def lacking(self, *, hidden: bool) -> Iterator[tuple[Furniture, int]]:
        """Yield what was met less often than it must stand there, and how often that was; of the hidden if asked."""
        for index, item in enumerate(self.furniture):
            met = self.used[(index, "")]
            if met < item.least and (hidden or not item.hidden):
                yield item, met

    def _pattern(self, index: int, item: Furniture, place: str) -> re.Pattern[str]:
        """Compile a pattern for a page, its white space left out: a line may end at a space, and in a long word."""
        key = (index, place if PAGE in item.pattern else "")
        if key not in self.patterns:
            pattern = item.pattern.replace(PAGE, re.escape(self.label(place)))
            self.patterns[key] = re.compile(SPACES.sub(lambda found: found[1] or "", pattern))
        return self.patterns[key]


def _joined(texts: Iterable[str], words: str) -> str:
    """Join what is drawn in lines, without the hyphens of words that the lines break and that these words lack."""
    joined = ""
    for text in texts:
        if _is_broken(joined) and text[:1].isalpha() and not words.startswith(joined) and words.startswith(joined[:-1]):
            joined = joined[:-1]
        joined += text
    return joined


def _is_broken(text: str) -> bool:
    """Say whether a text may be the first part of a word that goes on in the next line."""
    return text[-1:] in HYPHENS and text[-2:-1].isalpha()


def reads_as(text: str) -> tuple[str, str]:
    """Return how a text reads: its letters, and the number that is its last word, "" where there is none.

    “Part 1” with its page 3 has the letters of “Part 13”.
    """
    last = text.split()[-1:]
    return fold(text), last[0] if last and last[0].isdecimal() else ""


def set_aside(found: Iterable[Block], inventory: Inventory, blocks: frozenset[tuple[str, str]]) -> list[Block]:
    """Return the blocks without those that are furniture beyond doubt: none of the copy's blocks reads like them."""
    given = list(found)
    kept: list[Block] = []
    index = 0
    while index < len(given):
        size = _furniture_at(given, index, inventory, blocks)
        if not size:
            kept.append(given[index])
        index += size or 1
    return kept


def _is_known(text: str, blocks: frozenset[tuple[str, str]]) -> bool:
    """Say whether a block of the copy reads like a text; a figure raised at its end is drawn apart: “m²” as “m 2”."""
    letters, number = reads_as(text)
    return (letters, number) in blocks or (letters, "") in blocks


def _furniture_at(found: Sequence[Block], index: int, inventory: Inventory, blocks: frozenset[tuple[str, str]]) -> int:
    """Return how many blocks from that one on are one piece of furniture; 0 for none."""
    margin = found[index].kind is Kind.ARTIFACT
    apart = margin or found[index].kind is Kind.CONTENTS
    begun = inventory.begun(found[index].text, margin=margin)
    if not begun:
        return 0
    texts = [found[index].text]
    for block in found[index + 1 : index + MOST_RUNS]:
        if block.place != found[index].place or block.kind not in LINES or sum(map(len, texts)) > LONGEST:
            break
        texts.append(block.text)
    for size in range(len(texts), 0, -1):
        key = inventory.match(texts[:size], found[index].place, begun)
        text = " ".join(texts[:size])
        # A number alone may be a subscript or a cell: what it is shows when the blocks of the copy are found.
        if key and (apart or any(c.isalpha() for c in text)) and not _is_known(text, blocks):
            inventory.used[key] += 1
            return size
    return 0
