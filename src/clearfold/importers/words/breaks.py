"""Words broken at the end of a line: whether their hyphen goes or stays, by rules in one order, sure or guessed."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pyphen

from clearfold.importers.words.word_list import WordList, word_list

_AND = {
    "nl": frozenset(("en", "of")),
    "fr": frozenset(("et", "ou")),
    "de": frozenset(("und", "oder", "bzw", "sowie", "bis")),
    "en": frozenset(("and", "or")),
}
_PRONOUNS = frozenset("en y ce je tu il elle on nous vous ils elles moi toi lui leur le la les là ci".split())
_VOWELS = re.compile(r"[aeiouyáéíóúàèìòùäëïöüâêîôû]", re.IGNORECASE)
_CLASHES = frozenset("aa ae ai ao au ea ee ei eo eu ia ie ii ij io oa oe oi oo ou ua ue ui uu".split())
_EDGES = "()[]«»“”„\"‘’'.,;:!?…"


@dataclass(frozen=True, slots=True)
class Break:
    """What becomes of a broken word: what stands between its halves ("", "-" or "- "), and whether that is sure."""

    between: str
    sure: bool


class Breaks:
    """What is known for the breaks of one text: its language, and the words that stand whole in it."""

    def __init__(self, language: str, whole: Iterable[str]) -> None:
        """Take a BCP 47 tag, and every word of the text that is not broken."""
        self._list: WordList = word_list(language)
        self._forms = Counter(_bare(word).lower() for word in whole)
        short = language.partition("-")[0].lower()
        known = pyphen.language_fallback(language.replace("-", "_")) or pyphen.language_fallback(short)
        self._hyphens = pyphen.Pyphen(lang=known) if known else None

    def decide(self, left: str, right: str) -> Break:
        """Tell what becomes of a word whose left half ended a line, without its hyphen, and whose right half began one.

        ``right`` may be followed by its signs, as in ``werende,``.
        """
        first, last = _first(left), _last(right)
        joined, kept = first + last, f"{first}-{last}"
        if last.lower() in _AND.get(self._list.language, ()):
            fits = self._allowed(joined, len(first)) and self._list.lists(joined)
            return Break("" if fits else "- ", sure=True)
        here = self._in_text(joined, kept)
        if here is not None:
            return here
        if first.isupper() and last.isupper() and min(len(first), len(last)) > 1:
            # A program may have broken an abbreviation, or two stand beside each other: AH-SCT, MRI-CT.
            return Break("" if self._allowed(joined, len(first)) else "-", sure=False)
        if self._stands_alone(first, last):
            return Break("-", sure=True)
        return self._by_list(first, last, joined, kept)

    @property
    def language(self) -> str:
        """Return the language of the words, such as nl."""
        return self._list.language

    def joins(self, left: str, right: str) -> bool:
        """Tell whether two halves make a listed word."""
        joined = _first(left) + _last(right)
        return self._list.lists(joined) or self._forms[joined.lower()] > 0

    def are_words(self, left: str, right: str) -> bool:
        """Tell whether both halves are words."""
        return self._is_word(_first(left)) and self._is_word(_last(right))

    def _in_text(self, joined: str, kept: str) -> Break | None:
        together, apart = self._forms[joined.lower()], self._forms[kept.lower()]
        if together and apart:
            return Break("" if together >= apart else "-", sure=False)
        if together or apart:
            return Break("" if together else "-", sure=True)
        return None

    @staticmethod
    def _stands_alone(first: str, last: str) -> bool:
        """Tell whether a half is a letter, a figure, an abbreviation or a name, behind which a hyphen belongs."""
        end = first.rpartition("-")[2]
        if not end or not last or end[-1].isdigit() or last[0].isdigit() or last[0].isupper():
            return True
        return len(end) == 1 or (end.isupper() and len(end) <= 6)

    def _by_list(self, first: str, last: str, joined: str, kept: str) -> Break:
        language = self._list.language
        end, start = first.rpartition("-")[2], last.partition("-")[0]
        words = self._is_word(end) and self._is_word(start)
        if self._list.lists(joined) or self._list.lists(end + start):
            return Break("", sure=not (language == "en" and words))
        if self._list.lists(kept):
            return Break("-", sure=True)
        if language == "fr" and start.lower() in _PRONOUNS and self._list.lists(end):
            return Break("-", sure=False)
        if end != first and len(end) > 1 and self._list.lists(end) and self._list.lists(start):
            return Break("-", sure=False)
        if language == "nl" and (not self._allowed(joined, len(first)) or _clash(first, last)):
            return Break("-", sure=False)
        if words and language in ("fr", "en"):
            return Break("-", sure=False)
        return Break("", sure=not words and bool(self._list.words))

    def _is_word(self, word: str) -> bool:
        return len(word) > 2 and self._list.lists(word)

    def _allowed(self, joined: str, at: int) -> bool:
        """Tell whether a word may be broken there; where nothing is known of its language, it may."""
        return self._hyphens is None or at in self._hyphens.positions(joined.lower())


def _bare(word: str) -> str:
    return word.strip(_EDGES).replace("\u2010", "-").replace("\u2011", "-").replace("\u00ad", "")


def _first(left: str) -> str:
    """Return the letters of a left half: behind the last space and the signs before it."""
    return _bare(left.split()[-1] if left.split() else "")


def _last(right: str) -> str:
    """Return the letters of a right half: before the first space and the signs behind it."""
    word = right.split()[0] if right.split() else ""
    found = re.match(r"[^\s.,;:!?)»”\]]+", word)
    return _bare(found[0] if found else word)


def _clash(first: str, last: str) -> bool:
    """Tell whether two vowels would meet that Dutch keeps apart by a hyphen, as in auto-ongeluk."""
    end, start = first[-1:].lower(), last[:1].lower()
    return bool(_VOWELS.match(end)) and bool(_VOWELS.match(start)) and end + start in _CLASHES
