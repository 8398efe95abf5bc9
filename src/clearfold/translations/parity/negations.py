"""Negations that one language alone has: a “not” that was lost turns a sentence round, and changes no number.

A sentence says no by one of a few words. Another language may say the same by a prefix (“unmöglich”), by a verb
(“éviter”) or by a word such as “only”: such words answer a negation, and ask for none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.translations.parity.sides import Sides, shown
from clearfold.translations.reading.negation_words import LIKE_ONE, NEGATIONS
from clearfold.translations.sections import Beside, Told

_NOTES = re.compile(r"\[\d+\]")
_SENTENCE = re.compile(r"(?<=[.!?…])[\s”»\"]+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Lone:
    """Two sentences that answer each other, and the ``word`` by which one says no; ``missing`` if that is the first."""

    source: str
    here: str
    word: str
    missing: bool


def negated(sides: Sides, pairs: Sequence[Beside]) -> Iterator[Diagnostic]:
    """Tell of sentences that say no in one language alone, each with both texts."""
    langs = (_short(sides.source.lang), _short(sides.here.lang))
    if not all(lang in NEGATIONS for lang in langs):
        return
    for pair in (pair for pair in pairs if pair.source and pair.here):
        for one in lone((_text(pair.source), langs[0]), (_text(pair.here), langs[1])):
            texts = {"there": shown(one.source), "here": shown(one.here), "word": one.word}
            wording = "missing" if one.missing else "extra"
            yield mistake("TRL-030", sides.at([pair]), wording, **texts, source=sides.there(pair.source[0].block))


def lone(source: tuple[str, str], here: tuple[str, str]) -> Iterator[Lone]:
    """Yield the sentences of two texts, each given with its language, that say no on one side alone.

    They are compared one by one where both texts have as many of them, else as a whole.
    """
    ours, theirs = (_SENTENCE.split(text) for text, _ in (source, here))
    if len(ours) != len(theirs):
        ours, theirs = [source[0]], [here[0]]
    for one, two in zip(ours, theirs, strict=True):
        mine, other = _word(one, source[1], NEGATIONS), _word(two, here[1], NEGATIONS)
        if mine and not other and not _word(two, here[1], LIKE_ONE):
            yield Lone(one, two, mine, missing=True)
        elif other and not mine and not _word(one, source[1], LIKE_ONE):
            yield Lone(one, two, other, missing=False)


def _word(text: str, lang: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the first of some words that a text has, "" for none."""
    match = _pattern(words[lang]).search(text)
    return match[0] if match else ""


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


def _text(side: Sequence[Told]) -> str:
    return " ".join(_NOTES.sub("", one.block.text) for one in side)


def _short(lang: str) -> str:
    return lang.split("-")[0].lower()
