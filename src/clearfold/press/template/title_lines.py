"""Set what a cover says: the size of its title, and where its lines end, by the widths of the letters.

A title is as large as three lines of the page let it be. Its lines are as even as they can be, and none of them ends
with an article or a preposition.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from clearfold.model.units import MM
from clearfold.press.design.measure import width
from clearfold.press.design.text_width import scale_of
from clearfold.press.leaflet import Metadata, Publisher, Typeface
from clearfold.press.template.leaning_words import leans
from clearfold.press.template.spacing_by_language import spaced

A5 = 148.0  # mm; sizes below are those of a page so wide
MOST, LEAST = 46, 28  # pt of a title
SMALLER = 26.5  # pt of one that has to be parted, or leaves a word alone, in larger letters
STEP = 2  # pt
UNEVEN = 0.45  # of the longest line of a title, that none should be shorter than
TITLE = 800  # its weight
FEW = 3  # lines of a title that is read at a glance
LONELY = 0.6  # of the longest line of a title, that a word should have which is one of its three lines
SURE = 0.985  # of the line: layout and this measure may differ by a hair
LAST = 7  # letters of a last line
ALONE, BEHIND = 5, 6  # letters of a word that may stand on the first line by itself, and on another


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines, each but the last with the space at its end.

    It is ``loose`` where one of its words fits on no line: its lines end where layout has them end.
    """

    parts: tuple[str, ...] = ()
    loose: bool = False

    @property
    def kind(self) -> str:
        """Return "parted" where a line ends within a word, "whole" where none does."""
        return "whole" if all(part.endswith(" ") for part in self.parts[:-1]) else "parted"


@dataclass(frozen=True, slots=True)
class CoverText:
    """What a cover says in lines, with the size of its title in pt of the usual typeface."""

    size: float
    title: Lines
    subtitle: Lines
    audience: Lines


def cover_text(metadata: Metadata, publisher: Publisher, page: float, room: float, sizes: "Sizes") -> CoverText:
    """Return how a cover of a page so many mm wide, with lines of ``room`` mm, says what it says."""
    face = publisher.typeface
    scale = scale_of(face)

    def lines(text: str, size: float, weight: int, few: int = 0) -> Lines:
        em, measure = room * MM * SURE / (size * scale), _measured(face, weight)
        said = " ".join(text.split())
        words = list(_words(spaced(said, metadata.lang), measure, em))
        if not said:
            return Lines()
        loose = max(map(measure, words)) > em
        return Lines((said,), loose=True) if loose else Lines(_even(words, measure, em, few))

    size, title = sizes.largest(page, lambda points: lines(metadata.title, points, TITLE, FEW))
    title = title if title.parts else lines(metadata.title, size, TITLE)
    subtitle, audience = lines(metadata.subtitle, sizes.subtitle, 700), lines(metadata.audience, sizes.text, 400)
    return CoverText(size, title, subtitle, audience)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of a cover's words in pt; the title is so many steps ``smaller`` than it might be."""

    text: float
    subtitle: float
    smaller: int = 0

    def largest(self, page: float, fits: Callable[[float], Lines]) -> tuple[float, Lines]:
        """Return the largest size of a title for which ``fits`` gives lines, with them; the least where none does.

        Smaller ones are for what is better in them.
        """
        share = page / A5
        sizes = [round(points * share, 1) for points in (*range(MOST, LEAST - 1, -STEP), SMALLER)]
        able = [(size, lines) for size in sizes if (lines := fits(size)).parts and not lines.loose]
        if not able:
            return round(LEAST * share, 1), Lines()
        best = max(range(len(able)), key=lambda at: able[at][0] / able[0][0] - _spoilt(able[at][1].parts))
        return able[min(best + self.smaller, len(able) - 1)]


def steps(page: float) -> int:
    """Return in how many steps a title may become smaller."""
    return (MOST - LEAST) // STEP + 1 if page else 0


def _words(text: str, measure: Callable[[str], float], room: float) -> Iterator[str]:
    """Yield the words of a text, each but the last with its space; one that no line holds is parted at its hyphens."""
    for word in re.findall(r"[^ ]+ ?", text):
        yield from re.findall(r"[^-]+-*", word) if measure(word.rstrip()) > room else (word,)


def _measured(face: Typeface | None, weight: int) -> Callable[[str], float]:
    return lambda text: width(text.rstrip(" "), face, weight)


def _even(words: Sequence[str], measure: Callable[[str], float], room: float, few: int) -> tuple[str, ...]:
    """Return words in the fewest lines, and of these the most even ones; () where that is more than a ``few``, if any.

    No word is wider than the room.
    """
    least = int(0.8 * measure("".join(words)) / room)  # spaces at the ends of lines take no room
    length = cache(lambda start, end: measure("".join(words[start:end])))
    # Of each number of words: the least displeasure of lines that hold the first ones, and where each of them begins.
    never: tuple[float, tuple[int, ...]] = (float("inf"), ())
    best = [(0.0, ()), *[never] * len(words)]
    for line in range(1, (few or len(words)) + 1):
        following = [never] * (len(words) + 1)
        for end in range(line, len(words) + 1):
            for start in range(end - 1, line - 2, -1):
                if length(start, end) > room:
                    break  # with more words before them it is no shorter
                cost = best[start][0] + (1 - length(start, end) / room) ** 2 + _displeases(words, start, end)
                following[end] = min(following[end], (cost, (*best[start][1], start)))
        best = following
        cost, starts = best[-1]
        if line >= least and cost < float("inf"):
            return tuple("".join(words[a:b]) for a, b in zip(starts, (*starts[1:], len(words)), strict=True))
    return ()


def _spoilt(lines: Sequence[str]) -> float:
    """Return how much size it is worth to have a title in other lines: a share of the largest."""
    leaning = sum(leans(line.split()[-1]) for line in lines[:-1])
    dashes = sum(_is_dash(line.split()[0]) for line in lines[1:])
    lengths = [len(line) for line in lines]
    alone = any(len(line.split()) == 1 and len(line) < LONELY * max(lengths) for line in lines)
    several = len(lines) > 2 and (alone or min(lengths) < UNEVEN * max(lengths))
    uneven = len(lines) > 1 and (lengths[-1] < LAST or several)
    return 0.1 * leaning + 0.2 * dashes + 0.3 * uneven


def _is_dash(word: str) -> bool:
    """Say whether a word is a sign alone, such as a dash, which ends a line rather than begin one."""
    return not any(map(str.isalnum, word))


def _displeases(words: Sequence[str], start: int, end: int) -> float:
    """Return how much a line displeases that has these words: it ends with one that leans on the next, or is short."""
    last = words[end - 1].rstrip()
    cost = 0.0
    if end < len(words) and leans(last):
        cost += 0.35
    if start and _is_dash(words[start]):
        cost += 0.4
    if end - start == 1 and len(last) < (BEHIND if start else ALONE) and len(words) > 1:
        cost += 0.5
    return cost
