"""Volumes of braille: they can be held, begin with a title page that says which they are, and part no chapter."""

import re
from collections.abc import Iterator
from functools import reduce

from clearfold.model.braille import Sheet
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.checks.braille.pages import BLANKS
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.braille.decoding import as_read, decoded
from clearfold.proof.readers.braille.file import is_title_page
from clearfold.proof.readers.braille.text import LEADER, PAGE_LINE, RULE, joined

FRONT = 2  # pages: a title page, and its back
CENTRED = 4  # blanks, at least, on each side of a line that stands in the middle
Volume = tuple[tuple[str, ...], ...]


def braille_volumes(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find volumes that cannot be held, begin without a title page, are told by another number, or part a chapter.

    BRL-005.
    """
    braille = evidence.braille
    if braille is None or not braille.file.volumes:
        return
    volumes, most = braille.file.volumes, (braille.sheet or Sheet()).volume
    for number, volume in enumerate(volumes, start=1):
        facts: list[str] = []
        if len(volume) > most:
            facts.append(message("it has {pages} pages, and {most} can be held", pages=len(volume), most=most))
        if not is_title_page(volume):
            facts.append(message("it does not begin with a title page that has an empty back"))
        elif not braille.language.unread:
            facts += _told(volume[0], number, evidence)
        if number > 1 and _parts_a_chapter(volumes[number - 2], volume, most, braille.file.column):
            facts.append(message("it begins within a chapter, which a volume has room for"))
        for fact in facts:
            yield finding("BRL-005", None, place=message("volume {number}", number=number), fact=fact)


def _told(page: tuple[str, ...], number: int, evidence: Evidence) -> Iterator[str]:
    """Yield what is wrong with the words of a title page: its title, and which volume it says that it is."""
    assert evidence.braille is not None
    language, count = evidence.braille.language, len(evidence.braille.file.volumes)
    said = decoded(reduce(joined, (line.strip(BLANKS) for line in page)), language)
    if number > 1 and fold(as_read(evidence.expected.title, language)) not in fold(said):
        yield message("its title page has not the title of the leaflet")
    pattern = next((item.pattern for item in evidence.furniture if item.name == "volume"), "")
    found = re.search(pattern, said) if pattern else None
    numbers = [int(one) for one in re.findall(r"\d+", found[0])] if found else []
    if pattern and numbers != ([number, count] if count > 1 else []):
        yield message(
            "its title page says “{said}”, and it is volume {number} of {count}",
            said=found[0] if found else "",
            number=number,
            count=count,
        )


def _parts_a_chapter(before: Volume, volume: Volume, most: int, column: int) -> bool:
    """Say whether a volume begins within a chapter that a volume can hold, and the one before it has others too."""
    text = [page for page in before[FRONT:] if not any(LEADER in line for line in page)]
    begins = max((n for n, page in enumerate(text) if any(_is_heading(line, column) for line in page[1:])), default=0)
    rest = volume[FRONT:]
    if not begins or not rest or any(_is_heading(line, column) for line in _first(rest[0])):
        return False
    ends = next((n for n, page in enumerate(rest) if any(_is_heading(line, column) for line in page[1:])), len(rest))
    return len(text) - begins + ends <= most - FRONT


def _first(page: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first line of a page, and where that is drawn, as for a printed page, the first one behind it."""
    drawn = len(page) > 1 and page[1].startswith(PAGE_LINE * RULE)
    return next(((line,) for line in page[1 + drawn :] if line.strip(BLANKS)), ())


def _is_heading(line: str, column: int) -> bool:
    """Say whether a line stands in the middle of its page."""
    words = line.strip(BLANKS)
    before = len(line) - len(line.lstrip(BLANKS))
    return before >= CENTRED and abs(column - len(words) - 2 * before) <= 1
