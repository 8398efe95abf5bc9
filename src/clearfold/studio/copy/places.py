"""Finding words in a copy as it is written, and putting others in their place; every other byte stays what it was."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

MOST = 500
"""How many places are shown, and can be replaced at a time."""
_AROUND = 60  # characters beside a place that are shown with it
_GAP = r"(?:[ \t\u00a0\u202f]+|[ \t]*(?:\r\n|\r|\n)[ \t]*)"  # a space that was typed: any, or the end of a line
_ALIKE = {" ": _GAP, "'": "['’]", "’": "['’]"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: ``case`` as it is written alone, ``words`` not within other words."""

    text: str
    case: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands: from and to which character of the copy, in which line, and what stands beside it there."""

    start: int
    end: int
    line: int
    before: str
    found: str
    after: str


def places(text: str, wanted: Wanted) -> Iterator[Place]:
    """Yield each place of what is wanted, in order, and no two that overlap; none for nothing."""
    if not wanted.text.strip():
        return
    line, counted = 1, 0
    for match in _pattern(wanted).finditer(text):
        start, end = match.span()
        line, counted = line + len(re.findall(r"\r\n|\r|\n", text[counted:start])), start
        yield Place(
            start, end, line, _shown(text[max(0, start - _AROUND) : start], -1), match[0], _shown(text[end:], 0)
        )


def replaced(text: str, found: Sequence[Place], chosen: Collection[int], new: str, wanted: Wanted) -> str:
    """Return a text with other words in the places that were chosen, by their numbers from 0."""
    made, at = [], 0
    for number, place in enumerate(found):
        if number in chosen:
            made += [text[at : place.start], instead(place, new, wanted)]
            at = place.end
    return "".join((*made, text[at:]))


def instead(place: Place, new: str, wanted: Wanted) -> str:
    """Return what is put in a place: where a sentence begins with what was looked for in small letters, a capital."""
    begins = not wanted.case and wanted.text[0].islower() and place.found[0].isupper()
    return new[:1].upper() + new[1:] if begins else new


def _pattern(wanted: Wanted) -> re.Pattern[str]:
    # An é is one character in most texts, and a letter with a sign behind it in those of some programs.
    forms = dict.fromkeys(unicodedata.normalize(form, wanted.text) for form in ("NFC", "NFD"))
    written = "|".join("".join(_ALIKE.get(sign) or re.escape(sign) for sign in form) for form in forms)
    whole = rf"(?<!\w)(?:{written})(?!\w)" if wanted.words else f"(?:{written})"
    return re.compile(whole, 0 if wanted.case else re.IGNORECASE)


def _shown(text: str, line: int) -> str:
    """Return one line of what stands beside a place: the last, -1, of what is before it, the first of what is after."""
    lines = re.split(r"\r\n|\r|\n", text[:_AROUND] if line == 0 else text)
    return lines[line]
