"""A file as it is written, and the runs of its text: every character with the place at which it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from pathlib import Path

from clearfold.model.diagnostic import Location

WHITE = re.compile(r"\s+")
UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")  # soft hyphen, zero-width space and joiner, byte order mark
NUMBER = "\0"  # stands in a run where the number of a note is read: the copy has its label there, and no number
REFERENCE = f"[{NUMBER}]"


@dataclass(slots=True)
class Written:
    """The text of a file, or of a part of it that begins on ``first`` line; ``known`` marks what is accounted for.

    Of text that was made from what is written, ``base`` is that, and ``origin`` traces each character to it, -1 for one
    that is not written.
    """

    path: Path
    text: str
    first: int
    starts: list[int] = field(default_factory=list)
    known: bytearray = field(default_factory=bytearray)
    base: "Written | None" = None
    origin: Sequence[int] = ()

    def __post_init__(self) -> None:
        self.starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        self.known = bytearray(len(self.text))

    def location(self, offset: int) -> Location:
        """Return the place of a character of the text."""
        if self.base:
            return self.base.location(self._origin(offset))
        row = bisect_right(self.starts, offset) - 1
        return Location(self.path, self.first + row, offset - self.starts[row] + 1)

    def _origin(self, offset: int) -> int:
        """Return where the nearest character that is written stands, the following ones first."""
        around = chain(range(offset, len(self.origin)), range(min(offset, len(self.origin)) - 1, -1, -1))
        return next((self.origin[at] for at in around if self.origin[at] >= 0), 0)

    def line(self, row: int) -> tuple[int, int]:
        """Return where a line of the text begins and ends, counted from 0; nothing where there is no such line."""
        if not 0 <= row < len(self.starts) - 1:
            return len(self.text), len(self.text)
        return self.starts[row], self.starts[row + 1] - 1

    def around(self, offset: int) -> str:
        """Return the line on which a character stands."""
        if self.base:
            return self.base.around(self._origin(offset))
        low, high = self.line(bisect_right(self.starts, offset) - 1)
        return self.text[low:high].strip()

    def mark(self, low: int, high: int) -> None:
        """Account for what stands from one character up to another."""
        if low < high:
            self.known[low:high] = b"\1" * (high - low)

    def mark_all(self, offsets: Iterable[int]) -> None:
        """Account for characters that may stand apart."""
        for offset in offsets:
            self.known[offset] = 1

    def forget(self, offsets: Iterable[int]) -> None:
        """Say of characters that they are not accounted for, whatever was said before."""
        for offset in offsets:
            self.known[offset] = 0

    def unknown(self) -> list[tuple[int, int]]:
        """Return the stretches, from one character up to another, that nothing accounts for, but for what is unseen."""
        found: list[tuple[int, int]] = []
        at = self.known.find(0)
        while at >= 0:
            end = self.known.find(1, at)
            end = len(self.known) if end < 0 else end
            for line in re.finditer(r"\S(?:[^\n]*\S)?", self.text[at:end]):
                if not UNSEEN.issuperset(line[0]):
                    found.append((at + line.start(), at + line.end()))
            at = self.known.find(0, end)
        return found


@dataclass(frozen=True, slots=True)
class Run:
    """Text that a reader meets in one piece: what is read, and for each character of it where that is written."""

    written: Written
    text: str
    at: Sequence[int]
    hint: str = ""  # what to do where nobody reads it

    @property
    def key(self) -> str:
        """Return the text as it is compared: white space folded."""
        return WHITE.sub(" ", self.text).strip()

    @property
    def location(self) -> Location:
        """Return where the run begins."""
        first = next((n for n, char in enumerate(self.text) if not char.isspace()), 0)
        return self.written.location(self.at[first])


@dataclass(slots=True)
class Runs:
    """The runs of a file in the making."""

    written: Written
    done: list[Run] = field(default_factory=list)
    apart: list[Run] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _at: list[int] = field(default_factory=list)

    def say(self, text: str, at: Sequence[int]) -> None:
        """Add what is read, and the place of each of its characters."""
        self._text.append(text)
        self._at += at

    def part(self) -> None:
        """End the run that is being made."""
        text = "".join(self._text)
        if text.strip():
            self.done.append(Run(self.written, text, self._at))
        self._text, self._at = [], []

    def aside(self, text: str, at: Sequence[int], hint: str = "") -> None:
        """Add a run of its own, within another: a title, a term."""
        if text.strip():
            self.apart.append(Run(self.written, text, at, hint))
