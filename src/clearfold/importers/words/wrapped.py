"""Lines of one paragraph → its text, with words that were broken at the end of a line made whole."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clearfold.importers.words.breaks import Breaks

_BROKEN = re.compile(r"\w[-\u2010\u00ad]$")


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text; and each word that was put together: the code of its entry, its parts, the word."""

    text: str
    changes: tuple[tuple[str, str, str], ...]


def whole_words(lines: Iterable[str]) -> list[str]:
    """Return the words of lines that are not broken."""
    found: list[str] = []
    for line in lines:
        words = line.split()
        found += words[:-1] if _BROKEN.search(line) else words
    return found


def unwrapped(lines: Sequence[str], breaks: Breaks) -> Wrapped:
    """Return lines as one text."""
    parts: list[list[str]] = []  # of each word
    sure: list[bool] = []
    joined: list[bool] = []
    told: list[str] = []
    for line in lines:
        words = line.split()
        if told and words and _BROKEN.search(parts[-1][-1]) and words[0][:1].isalnum():
            act = breaks.decide(told[-1][:-1], words[0])
            if act.between != "- ":
                told[-1] = told[-1][:-1] + act.between + words[0]
                parts[-1].append(words[0])
                sure[-1] = sure[-1] and act.sure
                joined[-1] = joined[-1] or act.between == ""
                words = words[1:]
        for word in words:
            told.append(word)
            parts.append([word])
            sure.append(True)
            joined.append(False)
    changes = tuple(
        (_code(joined=joined[n], sure=sure[n]), " ".join(parts[n]), told[n])
        for n in range(len(told))
        if len(parts[n]) > 1
    )
    return Wrapped(" ".join(told), changes)


def _code(*, joined: bool, sure: bool) -> str:
    if joined:
        return "IMP-001" if sure else "IMP-035"
    return "IMP-002" if sure else "IMP-036"
