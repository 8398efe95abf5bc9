"""Numbers that are written as words: Dutch, French, German, English, from two to a million.

A ``loose`` word may be something else, an article (“een”) or “new” (“neuf”), or have no word in another language
(“both”): it answers a number on the other side, and asks for none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a word counts; ``unit`` where it says that as well, as “twice” does."""

    value: Fraction
    loose: bool = False
    unit: str = ""


# Two to twenty.
_SMALL: Mapping[str, str] = MappingProxyType(
    {
        "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
        "achttien negentien twintig",
        "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
        "dix-neuf vingt",
        "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
        "achtzehn neunzehn zwanzig",
        "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty",
    }
)
# Twenty, thirty, … ninety.
_TENS: Mapping[str, str] = MappingProxyType(
    {
        "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
        "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    }
)
_GREAT: Mapping[str, str] = MappingProxyType(
    {
        "nl": "honderd:100 duizend:1000 miljoen:1000000",
        "fr": "cent:100 mille:1000 million:1000000 millions:1000000 soixante-dix:70 quatre-vingts:80 quatre-vingt:80 "
        "quatre-vingt-dix:90",
        "de": "hundert:100 einhundert:100 tausend:1000 eintausend:1000 million:1000000 millionen:1000000 dreissig:30",
        "en": "hundred:100 thousand:1000 million:1000000",
    }
)
_LOOSE: Mapping[str, str] = MappingProxyType(
    {
        "nl": "een:1 één:1 eén:1 eerste:1 beide:2 beiden:2 tweede:2 derde:3 vierde:4 vijfde:5 acht:8 half:1/2 "
        "halve:1/2 helft:1/2 kwart:1/4 kwartier:1/4 dubbel:2 dubbele:2",
        "fr": "un:1 une:1 premier:1 première:1 deuxième:2 second:2 seconde:2 troisième:3 quatrième:4 cinquième:5 "
        "neuf:9 demi:1/2 demie:1/2 moitié:1/2 quart:1/4 double:2",
        "de": "ein:1 eine:1 einen:1 einem:1 einer:1 eines:1 eins:1 erste:1 ersten:1 erster:1 beide:2 beiden:2 zweite:2 "
        "zweiten:2 dritte:3 dritten:3 vierte:4 vierten:4 acht:8 halb:1/2 halbe:1/2 halben:1/2 hälfte:1/2 viertel:1/4 "
        "doppelt:2 doppelte:2",
        "en": "a:1 an:1 one:1 first:1 both:2 second:2 third:3 fourth:4 fifth:5 half:1/2 quarter:1/4 double:2 other:2",
    }
)
_TIMES: Mapping[str, str] = MappingProxyType({"nl": "", "fr": "", "de": "", "en": "twice:2 thrice:3"})
_ONCE: Mapping[str, str] = MappingProxyType({"nl": "eenmaal eens", "fr": "", "de": "einmal", "en": "once"})
_HALVES: Mapping[str, str] = MappingProxyType(
    {
        "nl": "anderhalf:3/2 anderhalve:3/2 tweeënhalf:5/2 tweeënhalve:5/2",
        "fr": "",
        "de": "anderthalb:3/2 eineinhalb:3/2 zweieinhalb:5/2 dreieinhalb:7/2",
        "en": "",
    }
)
# What may be written on to a number: driemaal, zweijährig, vierstündig.
ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "nl": "maal jarig jarige jarigen daagse wekelijks",
        "fr": "",
        "de": "mal malig tägig tägige tägigen wöchig wöchige wöchigen monatig monatige stündig stündige stündigen "
        "jährig jährige jährigen jähriger jähriges",
        "en": "",
    }
)


def knows(lang: str) -> bool:
    """Say whether the words for numbers of a language are known."""
    return lang in _SMALL


@lru_cache
def number_words(lang: str) -> Mapping[str, NumberWord]:
    """Return the words for numbers of a language by its first subtag, in small letters."""
    if not knows(lang):
        return MappingProxyType({})
    words = {word: NumberWord(value) for word, value in _plain(lang)}
    words |= {word: NumberWord(value) for word, value in _pairs(_HALVES[lang])}
    words |= {word: NumberWord(value, unit="times") for word, value in _pairs(_TIMES[lang])}
    words |= {word: NumberWord(Fraction(1), loose=True, unit="times") for word in _ONCE[lang].split()}
    words |= {word: NumberWord(value, loose=True) for word, value in _pairs(_LOOSE[lang])}
    return MappingProxyType(words)


def _plain(lang: str) -> Iterator[tuple[str, Fraction]]:
    small = dict(enumerate(_SMALL[lang].split(), start=2))
    for value, word in small.items():
        yield word, Fraction(value)
    for ten, word in enumerate(_TENS[lang].split(), start=2):
        yield word, Fraction(10 * ten)
        for one in range(1, 10):
            for written in _compound(lang, word, small.get(one, ""), one):
                yield written, Fraction(10 * ten + one)
    if lang == "fr":
        for value in range(11, 20):
            yield f"soixante-{'et-' if value == 11 else ''}{small[value]}", Fraction(60 + value)
            yield f"quatre-vingt-{small[value]}", Fraction(80 + value)
        for value in range(1, 10):
            yield f"quatre-vingt-{small.get(value, 'un')}", Fraction(80 + value)
    yield from _pairs(_GREAT[lang])


def _compound(lang: str, ten: str, small: str, one: int) -> tuple[str, ...]:
    match lang:
        case "nl":
            small = small or "een"
            return (f"{small}{'ën' if small.endswith('e') else 'en'}{ten}",)
        case "de":
            return (f"{small or 'ein'}und{ten}",)
        case "fr":
            return (f"{ten}-et-un",) if one == 1 else (f"{ten}-{small}",)
        case _:
            return (f"{ten}-{small or 'one'}",)


def _pairs(text: str) -> Iterator[tuple[str, Fraction]]:
    for pair in text.split():
        word, value = pair.split(":")
        yield word, Fraction(value)
