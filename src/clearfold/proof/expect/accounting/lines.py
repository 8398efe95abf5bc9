"""Take text and syntax from the lines on which they stand, from both ends; blocks say which lines and what."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from re import Pattern

from clearfold.proof.expect.accounting import signs
from clearfold.proof.expect.accounting.written import Written


@dataclass(slots=True)
class Lines:
    """The lines of what is written, counted from 0; ``reached`` says how much of their beginnings is syntax."""

    written: Written
    reached: dict[int, int] = field(default_factory=dict)

    def start(self, row: int) -> int:
        """Return where what is not yet known of a line begins."""
        return self.reached.get(row, self.written.line(row)[0])

    def begin(self, rows: Sequence[int], pattern: Pattern[str]) -> None:
        """Take syntax from where lines begin, or where what is known of them ends."""
        for row in rows:
            if match := pattern.match(self.written.text, self.start(row), self.written.line(row)[1]):
                self.written.mark(*match.span())
                self.reached[row] = match.end()

    def end(self, row: int, low: int, pattern: Pattern[str]) -> None:
        """Take syntax that fills a line from that character to its end."""
        if match := pattern.match(self.written.text, low, self.written.line(row)[1]):
            self.written.mark(*match.span())

    def places(self, content: str, row: int) -> list[int] | None:
        """Account for lines of text that begin in that row, each at the end of its own; return where they stand."""
        at: list[int] = []
        for offset, line in enumerate(content.split("\n")):
            low, high = self.written.line(row + offset)
            bare = line.strip()
            end = low + len(self.written.text[low:high].rstrip())
            if self.written.text[low:end].endswith("\\") and not bare.endswith("\\"):  # the sign of a hard break
                self.written.mark(end - 1, end)
                end = low + len(self.written.text[low : end - 1].rstrip())
            begin = end - len(bare)
            if begin < low or self.written.text[begin:end] != bare:
                return None
            self.written.mark(begin, end)
            lead = len(line) - len(line.lstrip()) if bare else 0
            at += [begin] * lead + list(range(begin, end)) + [end] * (len(line) - lead - len(bare)) + [end]
        return at[:-1]

    def title(self, content: str, row: int) -> list[int] | None:
        """Account for the title of a box, and the quotation marks around it."""
        text, high = self.written.text, self.written.line(row)[1]
        for sign in ('"', ""):
            low = text.find(f"{sign}{content}{sign}", self.start(row), high)
            if low >= 0:
                self.written.mark(low, low + len(content) + 2 * len(sign))
                return list(range(low + len(sign), low + len(sign) + len(content)))
        return None

    def heading(self, content: str, row: int) -> list[int] | None:
        """Account for a heading, and the signs before and behind it."""
        self.begin([row], signs.HEADING)
        low = self.start(row)
        high = low + len(content)
        if self.written.text[low:high] != content:
            return None
        self.written.mark(low, high)
        self.end(row, high, signs.HEADING_END)
        return list(range(low, high))

    def cell(self, content: str, row: int, *, last: bool) -> list[int] | None:
        """Account for a cell, in which a bar is written with a backslash before it, and for the bar before it."""
        text, high = self.written.text, self.written.line(row)[1]
        low = self.start(row)
        if bar := signs.BAR.match(text, low, high):
            low = bar.end()
        at: list[int] = []
        for char in content:
            if char == "|" and text.startswith("\\|", low):
                low += 1
            if low >= high or text[low] != char:
                return None
            at.append(low)
            low += 1
        self.written.mark(self.start(row), low)
        self.reached[row] = low
        if last:
            self.written.mark_all(n for n in range(low, high) if text[n] == "|")
        return at
