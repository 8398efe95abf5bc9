"""How figures are found in a passage: numbers, chances, amounts with their units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from clearfold.advice.languages.figures import FIGURES, Figures

SPACE = "[  \u202f]"
FIGURE = r"\d{1,3}(?:[  \u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
# Milligrams and millilitres are what amounts are compared in.
UNITS = {
    "g": ("mass", Fraction(1000)),
    "mg": ("mass", Fraction(1)),
    "µg": ("mass", Fraction(1, 1000)),
    "μg": ("mass", Fraction(1, 1000)),
    "mcg": ("mass", Fraction(1, 1000)),
    "ml": ("volume", Fraction(1)),
    "mL": ("volume", Fraction(1)),
    "cl": ("volume", Fraction(10)),
    "dl": ("volume", Fraction(100)),
    "dL": ("volume", Fraction(100)),
    "l": ("volume", Fraction(1000)),
    "L": ("volume", Fraction(1000)),
}
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
AMOUNT = re.compile(rf"(?<![\w.,/])(?P<n>{FIGURE}|[.,]\d+)(?P<gap>{SPACE}?)(?P<unit>{_UNIT})(?![\w/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Chance:
    """A chance in a text: where it stands, its two numbers, and whether it is a limit or a class, and no count."""

    start: int
    end: int
    part: Fraction
    whole: Fraction
    bounded: bool


def figures_of(lang: str) -> Figures | None:
    """Return the words of a language that have to do with figures, None where they are not known."""
    return FIGURES.get(lang)


@lru_cache(maxsize=512)
def pattern(written: str, lang: str) -> re.Pattern[str]:
    """Return a pattern of a language, compiled, with its NUMBER and PEOPLE filled in."""
    words = FIGURES[lang]
    numbers = "|".join(sorted(map(re.escape, words.numbers), key=len, reverse=True))
    filled = written.replace("NUMBER", rf"(?:{FIGURE}|\b(?:{numbers})\b)").replace("PEOPLE", words.people)
    return re.compile(filled, re.IGNORECASE)


def number(written: str, lang: str) -> Fraction | None:
    """Return the number that figures or a word stand for in a language, None where that cannot be told."""
    words = FIGURES[lang]
    if written.lower() in words.numbers:
        return Fraction(words.numbers[written.lower()])
    bare = re.sub(SPACE, "", written)
    thousands, decimal = (".", ",") if words.comma else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+", bare):
        bare = bare.replace(thousands, "")
    if not re.fullmatch(r"\d*[.,]?\d+", bare):
        return None
    # A decimal sign of another language is one all the same: 0.5 in Dutch is no five.
    return Fraction(bare.replace(decimal, ".").replace(",", "."))


def chances(text: str, lang: str) -> Iterator[Chance]:
    """Yield the chances that a text tells, such as “1 in 20”, in their order."""
    words = FIGURES[lang]
    found: dict[int, Chance] = {}
    for written in words.chance:
        for match in pattern(rf"(?<![\w.,/]){written}(?![\w%/]|[.,]\d)", lang).finditer(text):
            part, whole = number(match["x"], lang), number(match["n"], lang)
            if part is None or whole is None or not 0 < part < whole or whole.denominator != 1:
                continue
            behind = text[match.end() :]
            year = re.fullmatch(r"(?:19|20)\d\d", match["n"]) and not re.match(rf" (?:{words.people})", behind, re.I)
            before = text[max(0, match.start() - 40) : match.start()]
            other = year or pattern(words.after, lang).match(behind) or _is_thing(behind, lang)
            if other or pattern(words.scale, lang).search(before + behind[:20]):
                continue
            found.setdefault(
                match.end(),
                Chance(match.start(), match.end(), part, whole, bool(pattern(words.bounded, lang).search(before))),
            )
    yield from sorted(found.values(), key=lambda one: one.start)


def _is_thing(behind: str, lang: str) -> bool:
    """Tell whether things are counted, and no people: German writes both with a capital."""
    noun = re.match(r" [A-ZÄÖÜ]\w+", behind)
    return lang == "de" and bool(noun) and not re.match(rf" (?:{FIGURES[lang].people})", behind, re.IGNORECASE)


def written(value: Fraction, lang: str) -> str:
    """Return a number in figures, with the decimal sign of the language."""
    if value.denominator == 1:
        return str(value.numerator)
    text = f"{float(value):.3f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if FIGURES[lang].comma else text
