"""Lines of a text with the line ends behind them, which browsers do not keep: in a field every one is a line feed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

BOM = "\ufeff"
_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its end, "" behind the last one of a text that ends without."""

    text: str
    end: str

    @property
    def blank(self) -> bool:
        """Tell whether nothing is to be seen on it."""
        return not self.text.strip()


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text, which are together all of it."""
    ends = _END.findall(text)
    texts = _END.split(text)
    found = tuple(Line(*pair) for pair in zip(texts, [*ends, ""], strict=True))
    return found if found[-1].text else found[:-1]


def joined(lines: Sequence[Line]) -> str:
    """Return lines as the text that they are."""
    return "".join(line.text + line.end for line in lines)


def plain(text: str) -> str:
    """Return a text as a browser's field holds it."""
    return _END.sub("\n", text)


def usual_end(text: str) -> str:
    """Return the line end that a text uses first."""
    match = _END.search(text)
    return match[0] if match else "\n"


def as_found(before: str, new: str, usual: str) -> str:
    """Return a new text from a browser with the line ends that its lines had before; new lines have the usual one.

    A text that is as it was before is, to the byte, what it was.
    """
    old, texts = lines_of(before), plain(new).split("\n")
    ends: list[str] = []
    matcher = SequenceMatcher(None, [line.text for line in old], texts, autojunk=False)
    for kind, low, high, first, last in matcher.get_opcodes():
        # Lines that were changed, one by one, keep their ends as those do that stayed.
        kept = kind == "equal" or high - low == last - first
        ends += [line.end or usual for line in old[low:high]] if kept else [usual] * (last - first)
    return "".join(f"{text}{end}" for text, end in zip(texts, [*ends[:-1], ""], strict=True))
