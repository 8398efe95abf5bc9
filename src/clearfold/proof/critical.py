"""Words that can hurt somebody when they change: numbers, doses, units, dates, and the words that deny."""

import re

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
UNITS = frozenset(
    "% ‰ g mg µg μg mcg ng kg l ml cl dl µl μl mmol iu ie ui °c °f mmhg cm mm kg/m² mg/kg ml/min keer maal fois mal "
    "times".split()
)
MONTHS = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre januar februar märz juli august dezember january "
    "february march may june july october".split()
)
EDGES = ".,;:!?()[]{}\"'“”‘’«»…"
ELISION = re.compile(r"^(n)['’]", re.IGNORECASE)


def critical(text: str, lang: str) -> list[str]:
    """Return the words of a text, in order, that say how much, when, or that something is not so."""
    primary = lang.split("-", maxsplit=1)[0].lower()
    denying = set(NEGATIONS.get(primary, " ".join(NEGATIONS.values())).split())
    counting = set(NUMBERS.get(primary, "").split())
    result: list[str] = []
    for written in text.split():
        word = written.strip(EDGES).casefold()
        if elided := ELISION.match(written.strip(EDGES)):
            word = elided[1].casefold()
        known = word in denying or word in counting or word in UNITS or word in MONTHS
        if known or any(c.isdecimal() or c in "½¼¾⅓⅔<>≤≥±×" for c in word):
            result.append(word)
    return result
