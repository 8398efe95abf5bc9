"""Numbers with their units, as a reader of any language takes them: 1.000 mg, “1 000 mg” and “1 g” are the same.

Telephone numbers, addresses, dates and codes are taken out before (references.py); what is left is counted here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from unicodedata import numeric

from clearfold.translations.reading.number_words import ENDINGS, knows, number_words
from clearfold.translations.reading.units import DAY, MINUTES, OF_ONE_LANGUAGE, PER, TIMES, UNITS, WEAK

_SPACE = r"[ \u00a0\u202f\u2009]"
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_WORD = re.compile(r"[^\W\d_]+(?:['’]?-[^\W\d_]+)*")
_CLOCK = re.compile(
    rf"(?<![\d.,])([01]?\d|2[0-4])(?:{_SPACE}?[hu]{_SPACE}?([0-5]\d)\b|:([0-5]\d)\b|\.([0-5]\d)(?={_SPACE}?(?:uur|Uhr|u\b|[ap]\.?m)"
    rf"|{_SPACE}?(?:tot|bis|en|und|[-–]){_SPACE}?\d\d?(?:\.\d\d)?{_SPACE}?(?:uur|Uhr|u)\b))"
    rf"(?:{_SPACE}?(uur|Uhr|u\b|h\b|heures|a\.?m\.?|p\.?m\.?))?",
)
_HALF_DAY = re.compile(rf"(?<![\d.,])(1[0-2]|\d){_SPACE}?([ap])\.?m\b\.?", re.IGNORECASE)
_JOIN = re.compile(
    rf"{_SPACE}?(?:tot en met|t/m|tot|à|a|bis|to|and|en|et|und|of|or|ou|oder|sur|op|[-–—/,]){_SPACE}?", re.IGNORECASE
)
_AND_A_HALF = re.compile(rf"{_SPACE}(?:et demie?|and a half|en een half|en een halve)\b", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_UNIT = re.compile(
    rf"\)?(?:{_SPACE}an?(?={_SPACE}))?(?:{_SPACE}|-)*({_any(UNITS)})(?![^\W\d_²³])",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"{_SPACE}?(?:/|per|par|pro|je){_SPACE}?({_any(PER)})(?![^\W_])",
    re.IGNORECASE,
)
_GREAT = {"miljoen", "million", "millions", "millionen", "duizend", "mille", "tausend", "thousand"}
# French counts both ends of a week.
_FORTNIGHTS = {("quinze", 15): 14, ("huit", 8): 7}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text, from start up to end, with its unit.

    ``amount`` is in the smallest ``unit`` of its dimension ("" for none), ``number`` what is written. A ``loose`` one
    may be no number at all; an ``open`` one has the unit of the number behind it (“2 or 3 days”), which another
    language may write, or not. ``also`` is a second amount that it may mean.
    """

    amount: Fraction
    unit: str
    number: Fraction
    start: int
    end: int
    loose: bool = False
    open: bool = False
    also: Fraction | None = None

    def same(self, other: "Quantity") -> bool:
        """Say whether two quantities are one and the same in two languages."""
        if self.unit == other.unit:
            return bool({self.amount, self.also} & {other.amount, other.also} - {None})
        bare = not self.unit or self.open or self.unit in WEAK
        theirs = not other.unit or other.open or other.unit in WEAK
        return bare and theirs and "" in (self.unit, other.unit) and self.number == other.number


def quantities(text: str, lang: str, others: Sequence[tuple[int, int, str]] = ()) -> tuple[Quantity, ...]:
    """Return the numbers of a text in their order; ``others`` are its stretches in other languages."""
    clocks = tuple(_clocks(text))
    for one in clocks:
        text = _without(text, one.start, one.end)
    bare = [*_digits(text, lang, others), *_words(text, lang, others)]
    found: list[Quantity] = []
    for one in sorted((*clocks, *(_with_unit(text, one, lang) for one in bare)), key=lambda one: one.start):
        if found and found[-1].end > one.start:  # the “cent” of “pour cent” is no number
            continue
        if found and found[-1].number == one.number and text[found[-1].end : one.start].strip() == "(":
            found.pop()  # “three (3) months”
        found.append(one)
    return tuple(_joined(text, found))


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{'_' * (end - start)}{text[end:]}"


def _clocks(text: str) -> Iterator[Quantity]:
    for match in (*_CLOCK.finditer(text), *_HALF_DAY.finditer(text)):
        afternoon = "p" in match[0].lower() and int(match[1]) < 12
        minutes = next((int(part) for part in match.groups()[1:4] if part and part.isdigit()), 0)
        at = Fraction((int(match[1]) + 12 * afternoon) * 60 + minutes)
        yield Quantity(at, MINUTES, at, match.start(), match.end())


@lru_cache
def _pattern(lang: str) -> re.Pattern[str]:
    """Return how numbers of a language are written; in all but English, 1.000 is a thousand."""
    signs = "," if lang == "en" else "."
    groups = rf"[1-9]\d{{0,2}}(?P<g>[{signs}\u00a0\u202f\u2009 '’])\d{{3}}(?:(?P=g)\d{{3}})*(?!\d)"
    return re.compile(rf"(?<![^\W_])(?P<n>{groups}|\d+)(?P<d>[.,]\d+)?(?P<v>[{_VULGAR}])?|[{_VULGAR}]")


def _digits(text: str, lang: str, others: Sequence[tuple[int, int, str]]) -> Iterator[Quantity]:
    at = 0
    while True:
        here = next((tag for start, end, tag in others if start <= at < end), lang)
        match = _pattern(here).search(text, at)
        if match is None:
            return
        own = next((tag for start, end, tag in others if start <= match.start() < end), lang)
        if own != here:
            match = _pattern(own).match(text, match.start()) or match
        at = match.end()
        if not match["n"]:
            yield _plain(Fraction(numeric(match[0])).limit_denominator(8), match.start(), match.end())
            continue
        value = Fraction(re.sub(r"\D", "", match["n"]))
        value += Fraction(f"0.{match['d'][1:]}") if match["d"] else 0
        value += Fraction(numeric(match["v"])).limit_denominator(8) if match["v"] else 0
        part = re.compile(r"[/⁄]([2-8]|10)(?![\d/])").match(text, at)
        if part and value < int(part[1]) and not match["d"]:
            value, at = value / int(part[1]), part.end()
        before = text[max(0, match.start() - 2) : match.start()]
        minus = re.search(r"(?:^|[\s(])[-−–]$", before) is not None
        yield _plain(-value if minus else value, match.start(), at)


def _plain(value: Fraction, start: int, end: int, *, loose: bool = False, unit: str = "") -> Quantity:
    return Quantity(value, unit, value, start, end, loose)


def _words(text: str, lang: str, others: Sequence[tuple[int, int, str]]) -> Iterator[Quantity]:
    for match in _WORD.finditer(text):
        own = next((tag for start, end, tag in others if start <= match.start() < end), lang)
        words, word = number_words(own), match[0].lower()
        if said := words.get(word):
            great = word in _GREAT and re.search(rf"\d{_SPACE}$", text[: match.start()])
            if not great:
                yield _plain(said.value, match.start(), match.end(), loose=said.loose, unit=said.unit)
            continue
        first, hyphen, _ = word.partition("-")
        if hyphen and (said := words.get(first)) and said.value != 1:  # two-year-old, demi-gramme
            yield _plain(said.value, match.start(), match.start() + len(first), loose=said.loose)
            continue
        for ending in ENDINGS.get(own, "").split():
            if word.endswith(ending) and (said := words.get(word.removesuffix(ending).rstrip("-"))):
                end = match.end() - len(ending)
                yield _plain(said.value, match.start(), end, loose=said.loose or said.value == 1)
                break


def _with_unit(text: str, one: Quantity, lang: str) -> Quantity:
    """Return a quantity with the unit that stands behind it, if there is one."""
    if great := re.compile(rf"{_SPACE}({'|'.join(_GREAT)})\b", re.IGNORECASE).match(text, one.end):
        by = 1_000_000 if great[1].lower().startswith("mi") and great[1].lower() != "mille" else 1_000
        one = replace(one, amount=one.amount * by, number=one.number * by, end=great.end())
    if half := _AND_A_HALF.match(text, one.end):
        one = _half_more(one, half.end())
    match = _UNIT.match(text, one.end)
    if match is None or one.unit or OF_ONE_LANGUAGE.get(match[1].lower(), lang) != lang:
        return one
    dimension, factor = UNITS[match[1].lower()]
    if half := _AND_A_HALF.match(text, match.end()):
        one = _half_more(one, half.end())
    end = max(match.end(), one.end)
    also = None
    if dimension == MINUTES and factor == DAY:
        days = _FORTNIGHTS.get((text[one.start : one.end].lower(), int(one.number)))
        also = Fraction(days * DAY) if days else None
    if per := _PER.match(text, end):
        dimension, end = f"{dimension}/{PER[per[1].lower()]}", per.end()
    return replace(one, amount=one.number * factor, unit=dimension, end=end, also=also)


def _half_more(one: Quantity, end: int) -> Quantity:
    number = one.number + Fraction(1, 2)
    return replace(one, amount=number, number=number, end=end, loose=False)


def _joined(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, those of a range with the unit that stands behind its end."""
    following: Quantity | None = None
    told = []
    for one in reversed(found):
        if following and following.unit and not one.unit and _JOIN.fullmatch(text[one.end : following.start]):
            factor = following.amount / following.number if following.number else Fraction(1)
            one = replace(one, amount=one.number * factor, unit=following.unit, open=True)
        told.append(one)
        following = one
    yield from reversed(told)


def differing(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Return the quantities of each side that have no like on the other; loose ones are not asked for."""
    left, right = list(ours), list(theirs)
    for strict in (True, False):
        for one in list(left):
            fits = (
                two
                for two in right
                if one.same(two) and (not strict or not (one.loose or two.loose or one.open or two.open))
            )
            if (other := next(fits, None)) is not None:
                left.remove(one)
                right.remove(other)
    return tuple(one for one in left if not one.loose), tuple(one for one in right if not one.loose)


def counts_words(*langs: str) -> bool:
    """Say whether numbers that are written as words can be counted in all of these languages."""
    return all(knows(lang) for lang in langs)


__all__ = ["TIMES", "Quantity", "counts_words", "differing", "quantities"]
