"""Chances: of one denominator, with the numbers behind a comparison, and people instead of percentages."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from math import lcm

from clearfold.advice.advice import Advice, on
from clearfold.advice.checks.figures import Chance, chances, figures_of, number, pattern, written
from clearfold.advice.languages.figures import FIGURES
from clearfold.advice.reading import Passage, Reading
from clearfold.advice.sentences import sentences
from clearfold.model.transcript import Kind

MOST = 10_000  # a common number of people that can still be pictured as one
_PERCENT = (
    r"(?P<from>\d+(?:[.,]\d+)? ?(?:tot|à|bis|to|[–-]) ?)?(?P<n>NUMBER)"
    r"[  \u202f]?(?:%|procent|pour cent|pourcents?|Prozent|per cent|percent)(?!\w)"
)


def denominators(reading: Reading) -> Iterator[Advice]:
    """Find sections that tell chances of different denominators (ADV-010)."""
    if figures_of(reading.lang) is None:
        return
    told = [p for p in reading.prose if p.block.kind not in (Kind.HEADING, Kind.QUOTATION, Kind.NOTE)]
    for _, passages in groupby(told, key=lambda p: (p.part, p.section)):
        found = [(p, one) for p in passages for one in _own(p.text, reading.lang)]
        if not found or len({one.whole for _, one in found}) < 2:
            continue
        first = found[0][1]
        passage, other = next((p, one) for p, one in found if one.whole != first.whole)
        start = found[0][0].block.text[first.start : first.end]
        proposal = _together([first, other], reading.lang)
        yield on(reading, passage, "ADV-010", (other.start, other.end), first=start, proposal=proposal)


def _own(text: str, lang: str) -> list[Chance]:
    """Return the chances of a text that are counts; of two that are the same, one says the other again."""
    kept: list[Chance] = []
    for one in chances(text, lang):
        if not one.bounded and not any(one.part * other.whole == other.part * one.whole for other in kept):
            kept.append(one)
    return kept


def _together(found: list[Chance], lang: str) -> str:
    """Return the chances counted of one number of people."""
    whole = lcm(*(one.whole.numerator for one in found))
    if whole > MOST:
        whole = max(one.whole.numerator for one in found)
    said = [(one.part * whole / one.whole, whole) for one in found]
    texts = [FIGURES[lang].counted.format(x=written(part, lang), n=of) for part, of in said]
    return ", ".join(f"“{text}”" for text in dict.fromkeys(texts))


def comparisons(reading: Reading) -> Iterator[Advice]:
    """Find risks that are told in comparison alone (ADV-011)."""
    words = figures_of(reading.lang)
    if words is None:
        return
    prose = reading.prose
    for at, passage in enumerate(prose):
        for start, end in sentences(passage.text):
            match = _compared(passage.text[start:end], reading.lang)
            if match and not _has_amounts(prose[at : at + 2], passage, reading.lang):
                span = (start + match[0], start + match[1])
                yield on(reading, passage, "ADV-011", span, proposal=f"“… {words.example}”")


def _compared(sentence: str, lang: str) -> tuple[int, int] | None:
    words = FIGURES[lang]
    match = pattern(words.compared, lang).search(sentence)
    if match is None or not pattern(words.risk, lang).search(sentence) or pattern(words.money, lang).search(sentence):
        return None
    return match.span()


def _has_amounts(near: tuple[Passage, ...], passage: Passage, lang: str) -> bool:
    """Tell whether a passage, or the next one of its section, says both numbers of a comparison."""
    own = [one for one in near if (one.part, one.section) == (passage.part, passage.section)]
    absolute = pattern(FIGURES[lang].absolute, lang)
    return any(absolute.search(one.text) or next(chances(one.text, lang), None) for one in own)


def percentages(reading: Reading) -> Iterator[Advice]:
    """Find percentages of people that do not say of how many (ADV-012)."""
    words = figures_of(reading.lang)
    if words is None:
        return
    for passage in reading.prose:
        if next(chances(passage.text, reading.lang), None):
            continue
        for start, end in sentences(passage.text):
            sentence = passage.text[start:end]
            people = pattern(rf"\b(?:{words.people})\b", reading.lang).search(sentence)
            if not people or _compared(sentence, reading.lang) or pattern(words.money, reading.lang).search(sentence):
                continue
            for match in pattern(_PERCENT, reading.lang).finditer(sentence):
                part = number(match["n"], reading.lang)
                if part is None or not 0 < part < 100:
                    continue
                proposal = _share(part, match["from"] or "", people[0], reading.lang)
                yield on(reading, passage, "ADV-012", (start + match.start(), start + match.end()), proposal=proposal)
                break


def _share(part: Fraction, start: str, people: str, lang: str) -> str:
    """Return a percentage, or a range that begins with some words, as so many of so many people."""
    whole = 100
    if start and part.denominator == 1:
        return FIGURES[lang].share.format(x=f"{start}{part}", n=whole, people=people)
    while part.denominator != 1 and whole < MOST:
        part, whole = part * 10, whole * 10
    return FIGURES[lang].share.format(x=written(part, lang), n=whole, people=people)
