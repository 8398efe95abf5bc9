"""Words that can hurt somebody when they change: numbers, doses, units, dates, names, and words that deny or limit.

Between the changes that an alignment leaves over and the code under which they are told (checks/text/completeness.py).
"""

import re
from itertools import pairwise

from clearfold.proof.compare.names import EDGES, ENDS, is_medicine

NEGATIONS = {
    "nl": "geen niet nooit niemand niets nergens zonder noch evenmin nauwelijks",
    "fr": "ne n pas jamais aucun aucune rien personne sans ni",
    "de": "kein keine keinen keinem keiner keines nicht nie niemals niemand nichts nirgends ohne weder noch",
    "en": "no not never none nobody nothing nowhere without neither nor cannot can't don't doesn't isn't aren't",
}
NUMBERS = {
    "nl": "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend half",
    "fr": "zéro deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille million demi",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend halb",
    "en": "zero one two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand half",
}
# What may, must or can be; before or after; at least or at most; how often.
LIMITS = {
    "nl": "moet moeten mag mogen kan kunnen voor na tijdens tot meer minder minstens hoogstens minimaal maximaal vóór",
    "fr": "doit doivent devez dois peut peuvent pouvez peux faut avant après jusque plus moins minimum maximum",
    "de": "muss müssen darf dürfen kann können soll sollen vor nach bis mehr weniger mindestens höchstens",
    "en": "must may can should before after until more less least most up",
}
TIMES = {
    "nl": "seconde seconden minuut minuten uur uren dag dagen dagelijks week weken wekelijks maand maanden jaar jaren "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "fr": "seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans année années "
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "sekunde sekunden minute minuten stunde stunden tag tage tagen täglich woche wochen monat monate monaten "
    "jahr jahre jahren montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "en": "second seconds minute minutes hour hours day days daily week weeks weekly month months year years "
    "monday tuesday wednesday thursday friday saturday sunday",
}
WORDS = (NEGATIONS, NUMBERS, LIMITS, TIMES)
UNITS = frozenset(
    "% ‰ g mg µg μg mcg ng kg l ml cl dl µl μl mmol iu ie ui °c °f mmhg cm mm kg/m² mg/kg ml/min keer maal fois mal "
    "times".split()
)
MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre januar februar märz juli august dezember january "
    "february march may june july october".split()
)
SIGNS = frozenset("<>≤≥±×=~≈")
DASHES = frozenset("-\u2010\u2012\u2013\u2212")
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
        elif word in known or is_medicine(bare) or (bare[:1].isupper() and (not begins or word in names)):
            result.append(word)
        begins = written.endswith(ENDS)
    return result


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
