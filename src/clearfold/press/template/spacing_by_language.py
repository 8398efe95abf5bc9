"""Spaces at which no line may end, by the rules of each language: between figures and units, before French signs.

Every space stays one space: ordinary ones become such as do not break (U+00A0), or narrow ones of that kind (U+202F).
"""

import re
from functools import lru_cache

NO_BREAK, NARROW = "\u00a0", "\u202f"

# Behind a number: shares, degrees, money, masses, volumes, lengths, times, amounts, energy, pressure, rays, doses.
_UNITS = (
    r"[%‰€$£]|EUR|euros?|°[CF]?|[nµμmk]?g|[µμmcd]?[lL]|[nµμmck]?m[²³]?|ms|s|min|h|uur|Uhr|heures?|[ap]\.?m\.?|[µμm]?mol"
    r"|mEq|k?cal|k?J|mm ?Hg|k?Pa|mSv|m?Gy|[MG]Bq|k?V|Hz|[IU]E|IU|UI|cc"
)
_MONTHS = {
    "de": "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "nl": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
}
# Behind a short number: how long, how old, how often, how much of a medicine. Longer ones are read by themselves.
_COUNTED = {
    "de": r"Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?|Minuten?|Sekunden?|Mal|Tropfen"
    r"|Tabletten?|Kapseln?|Pillen?|Hübe?|Sprühstöße?|Beutel|Löffel|Ampullen?",
    "en": r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|drops?"
    r"|tablets?|capsules?|pills?|puffs?|sprays?|sachets?|spoons?|spoonfuls?|ampoules?",
    "fr": r"ans?|années?|mois|semaines?|jours?|minutes?|secondes?|fois|gouttes?"
    r"|comprimés?|gélules?|capsules?|pilules?|bouffées?|sachets?|cuillères?|cuillerées?|ampoules?",
    "nl": r"jaar|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|minu(?:ut|ten)|seconden?|keer|maal|druppels?"
    r"|tablet(?:ten)?|capsules?|pil(?:len)?|puf(?:fen)?|pufjes?|zakjes?|lepels?|ampul(?:len)?",
}
# Before a number: a page, a number, a figure, a chapter of a law; before a name: who somebody is.
_BEFORE_NUMBERS = {
    "de": r"S\.|Nr\.|Abb\.|Tab\.|Abs\.|Art\.|Kap\.|Bd\.|ca\.|bzw\.|Tel\.|Typ",
    "en": r"pp?\.|[Nn]os?\.|[Ff]ig\.|[Cc]h\.|[Vv]ol\.|ca\.|[Tt]el\.|type",
    "fr": r"pp?\.|[Nn]\s?[°os]|[Ff]ig\.|[Aa]rt\.|[Cc]hap\.|vol\.|env\.|[Tt]él\.|type",
    "nl": r"p\.|blz\.|[Nn]r\.|[Ff]ig\.|[Aa]rt\.|[Hh]fst\.|ca\.|[Tt]el\.|type",
}
_BEFORE_NAMES = {
    "de": r"Dr\.|Prof\.|Hr\.|Fr\.|Herrn?|Frau|med\.|dent\.|nat\.|phil\.",
    "en": r"Dr\.?|Prof\.?|Mrs?\.?|Ms\.?|St\.?",
    "fr": r"Dre?\.?|Prs?\.?|M\.|MM\.|Mmes?|Mlle|Me|St[e]?",
    "nl": r"[Dd]r\.|[Dd]rs\.|[Pp]rof\.|[Ii]r\.|[Dd]hr\.|[Mm]evr\.|[Mm]w\.",
}
_EVERYWHERE = (
    r"(?<=\d) (?=\d{2,3}(?!\d))",  # 3 000, 02 123 45 67
    rf"(?<=\d) (?=(?:{_UNITS})(?![\w²³]))",
    r"(?<=\dh) (?=\d\d?\b)|(?<=\d h) (?=\d\d?\b)",  # 14 h 30
    r"(?<=[<>≤≥=±×~≈§€$£]) (?=\d)|(?<=§§) (?=\d)|(?<=\bn°) (?=\d)",
    r"(?<=(?<!\w)\+) (?=\d)|(?<=\d) (?=\(0\) ?\d)|(?<=\(0\)) (?=\d)",  # +33 (0)4 78
    r"(?<=\d) (?=/ ?\d)|(?<=\d/) (?=\d)|(?<=\d /) (?=\d)",  # 030 / 12 34, 140 / 90
    r"(?<=[A-Z]{2}) (?=[A-Z][-\u2011])",  # CAR T-cel
    r"(?<=\b[A-Za-z]\.) (?=[A-Za-z]{1,2}\.)|(?<=\bp\.) (?=ex\.)",  # z. B., J. K., p. ex.
    r"(?<=\bDr\.) (?=[a-z]{1,5}\.)|(?<=\b(?:med|rer)\.) (?=[a-z]{3,5}\.)",  # Dr. med. dent., Dr. rer. nat.
    r"(?<=[a-zûéä]{3}) (?=20\d\d(?!\w))",  # mei 2026
    r"(?<=\w) (?=…)",
)
# A number to call, in groups of any length: 020 5550 1234, +44 20 5550 1234.
_CALLED = re.compile(r"(?<![\w.,/+])(?:\+\d{1,3}|0\d{1,5})(?:[ \u00a0]\d{2,8})+(?![\w/])")
_ENDS = re.compile(r"[ \t\r\n\f]+")
_KEPT = re.compile("|".join(_EVERYWHERE))
_FRENCH = re.compile(r"(?<=\S)[ \u00a0\u202f](?=[?!;:»](?!\w))|(?<=«)[ \u00a0\u202f](?=\S)")


def spaced(text: str, lang: str) -> str:
    """Return a text of a language with spaces that do not break where a line must not end; as long as it was."""
    language = lang.split("-")[0].lower()
    text = _CALLED.sub(lambda found: found[0].replace(" ", NO_BREAK), _KEPT.sub(NO_BREAK, text))
    for pattern in _of_language(language):
        text = pattern.sub(rf"\1{NO_BREAK}", text)
    return _FRENCH.sub(NARROW, text) if language == "fr" else text


def whole_parts(text: str, lang: str) -> list[str]:
    """Return the parts of a text within which no line ends: its words, and those that stand together."""
    return _ENDS.split(spaced(text, lang).strip()) if text.strip() else []


@lru_cache
def _of_language(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what stands before a space that does not break in a language, as the only group."""
    if language not in _MONTHS:
        return ()
    return (
        re.compile(rf"((?<!\d)\d\d?(?:\.|er|st|nd|rd|th)?) (?=(?:{_MONTHS[language]})\b)"),
        re.compile(rf"(?<![\w.,])(\d{{1,2}}(?:[.,]\d)?) (?=(?:{_COUNTED[language]})\b)"),
        re.compile(rf"(?<!\w)({_BEFORE_NUMBERS[language]}) (?=\d)"),
        re.compile(rf"(?<!\w)({_BEFORE_NAMES[language]}) (?=[^\W\d_a-zà-ÿ])"),
    )
