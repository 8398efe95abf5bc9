"""Words that can hurt somebody when they change: numbers, doses, units, dates, names, and words that deny or limit.

Between the changes that an alignment leaves over and the code under which they are told (checks/text/completeness.py).
"""

import re
from itertools import pairwise

from clearfold.proof.compare.harm_words import MONTHS, NEGATIONS, NUMBERS, UNITS, WORDS
from clearfold.proof.compare.names import EDGES, ENDS, is_medicine

SIGNS = frozenset("<>≤≥±×=~≈")
DASHES = frozenset("-\u2010\u2012\u2013\u2212")
SENTENCE = 4  # words
ELISION = re.compile(r"^(n)['’]", re.IGNORECASE)
FRACTION = re.compile(r"^[.,](?=\d)")  # of a number that begins with its point


def critical(text: str, lang: str, before: str = ".", names: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of a text, in order, that say how much, when, who, what medicine, or that something is not so.

    ``before`` is what stands before the text in its block: a word with a capital is a name unless it begins a sentence.
    One of ``names`` (names.py) is a name there too.
    """
    primary = lang.split("-", maxsplit=1)[0].lower()
    known = {word for group in WORDS for word in group.get(primary, "").split()} | UNITS | MONTHS
    if primary not in NEGATIONS:
        known.update(word for words in NEGATIONS.values() for word in words.split())
    result: list[str] = []
    begins = not before.strip() or before.rstrip().endswith(ENDS)
    for written in text.split():
        bare = written.strip(EDGES)
        word = bare.casefold()
        if elided := ELISION.match(bare):
            word = elided[1].casefold()
        if any(c.isnumeric() or c in SIGNS for c in word):
            result.append(f"{point[0] if (point := FRACTION.match(written)) else ''}{word}")
        elif word in known or _per(word) or is_medicine(bare) or (bare[:1].isupper() and (not begins or word in names)):
            result.append(word)
        begins = written.endswith(ENDS)
    return result


def _per(word: str) -> bool:
    """Say whether a word is a unit for each of another: mg/l, E/kg."""
    parts = word.split("/")
    return len(parts) > 1 and any(part in UNITS for part in parts)


def states(text: str, lang: str) -> bool:
    """Say whether a text is a sentence with a number in it: whoever meets it does what it says."""
    words = [word.strip(EDGES).casefold() for word in text.split()]
    spoken = NUMBERS.get(lang.split("-", maxsplit=1)[0].lower(), "").split()
    lettered = sum(any(c.isalpha() for c in word) for word in words)
    return lettered >= SENTENCE and any(word in spoken or any(c.isnumeric() for c in word) for word in words)


def is_harm(expected: str, found: str, lang: str, before: str = ".", names: frozenset[str] = frozenset()) -> bool:
    """Say whether the critical words of two texts differ; ``before`` is what stands before both in their block.

    A name has a capital within a sentence: one that begins a sentence in one of them is in both all the same.
    """
    ours, theirs = critical(expected, lang, before, names), critical(found, lang, before, names)
    mine, its = ([word.strip(EDGES).casefold() for word in text.split()] for text in (expected, found))
    told = {word for word in {*ours, *theirs} if not critical(word, lang)}
    if ours == theirs or [word for word in mine if word in told] != [word for word in its if word in told]:
        return ours != theirs
    return [word for word in ours if word not in told] != [word for word in theirs if word not in told]


def counted(text: str) -> bool:
    """Say whether a text has a number with a dash before it, or one between its digits: minus five, or one to two."""
    return any(c in DASHES and after.isnumeric() for c, after in pairwise(text))
