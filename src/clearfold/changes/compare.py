"""Compare two readings of a leaflet: which blocks came, went, moved or changed, and which words of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from clearfold.changes.reading import Passage, Reading

_ALIKE = 0.45  # of their words two blocks share that are one block, changed
_WORD = re.compile(r"\S+")


class What(StrEnum):
    """What became of a block."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row: "" for those of both, "old" and "new" for those of one alone."""

    text: str
    only: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One block: under which heading it stands, what it is, what became of it, and its words."""

    section: str
    kind: str
    what: What
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in one leaflet; ``old`` and ``new`` are how it is called, "" where it is not."""

    title: str
    old: str
    new: str
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Held:
    """What is found while two readings are compared: changes with their place among the new blocks."""

    old: Sequence[Passage]
    new: Sequence[Passage]
    found: list[tuple[int, Change]] = field(default_factory=list)
    gone: list[tuple[int, Passage]] = field(default_factory=list)
    came: list[tuple[int, Passage]] = field(default_factory=list)

    def pair(self, low: int, high: int, first: int, last: int) -> None:
        """Pair the blocks of two stretches that are alike, in order; what is left over has gone, or come."""
        if (high - low, last - first) == (1, 1) and self.old[low].kind == self.new[first].kind:
            # One stands where one stood: a heading of a word, say, which shares no other with what it was.
            self.found.append((first, _changed(self.old[low], self.new[first])))
            return
        at = first
        for number in range(low, high):
            best = max(range(at, last), key=lambda n: _alike(self.old[number], self.new[n]), default=-1)
            if best < 0 or _alike(self.old[number], self.new[best]) < _ALIKE:
                self.gone.append((at, self.old[number]))
                continue
            self.came += [(n, self.new[n]) for n in range(at, best)]
            self.found.append((best, _changed(self.old[number], self.new[best])))
            at = best + 1
        self.came += [(n, self.new[n]) for n in range(at, last)]

    def moved(self) -> None:
        """Tell a block that has gone at one place and come at another, word for word, as moved."""
        for place, passage in list(self.gone):
            for other in self.came:
                if other[1].text == passage.text and other[1].kind == passage.kind:
                    self.gone.remove((place, passage))
                    self.came.remove(other)
                    self.found.append((other[0], _of(other[1], What.MOVED, "")))
                    break


def compare(old: Reading, new: Reading) -> Changes:
    """Return what changed from one reading to the other, in the order of the new one."""
    held = _Held(old.passages, new.passages)
    ours, theirs = ([(one.kind, one.text) for one in side] for side in (old.passages, new.passages))
    for tag, low, high, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            held.pair(low, high, first, last)
    held.moved()
    held.found += [(place, _of(passage, What.REMOVED, "old")) for place, passage in held.gone]
    held.found += [(place, _of(passage, What.ADDED, "new")) for place, passage in held.came]
    told = sorted(held.found, key=lambda one: one[0])
    return Changes(new.title or old.title, old.name, new.name, tuple(change for _, change in told))


def words(old: str, new: str) -> Iterator[Words]:
    """Compare two texts word by word."""
    ours, theirs = _WORD.findall(old), _WORD.findall(new)
    for tag, low, high, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words(" ".join(ours[low:high]))
            continue
        if low < high:
            yield Words(" ".join(ours[low:high]), "old")
        if first < last:
            yield Words(" ".join(theirs[first:last]), "new")


def _alike(old: Passage, new: Passage) -> float:
    """Return how much two blocks share; blocks that are not the same to a reader share nothing."""
    if old.kind != new.kind:
        return 0.0
    return SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False).ratio()


def _changed(old: Passage, new: Passage) -> Change:
    return Change(new.section, new.kind, What.CHANGED, tuple(words(old.text, new.text)))


def _of(passage: Passage, what: What, only: str) -> Change:
    return Change(passage.section, passage.kind, what, (Words(passage.text, only),))
