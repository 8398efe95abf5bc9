"""Spaces that do not break, by the rules of each language; ~ stands for U+00A0, ^ for the narrow one."""

import pytest

from clearfold.press.template.spacing_by_language import NARROW, NO_BREAK, spaced

SPACED = {
    "fr": (
        "Prenez 2~comprimés à 8~h^; jamais plus de 3~000~mg^! Pourquoi^? «^Ainsi^»^: 50~%^; 20~€",
        "Le 1er~octobre~2026, à 14~h~30, p.~ex. Mme~Martin, Dr~Dupont, M.~Untel, n°~5, p.~3, art.~12",
        "À 81~ans, 2~fois par jour pendant 1,5~mois, 3 anses, 2026 ans",
        "Taux <~5~%^; >~10~µg/l. À 8:30, mot? mot! https://example.org/?a=1^; non",
    ),
    "de": (
        "z.~B. am 15.~März~2027, d.~h.~Dr.~Weber, §~5, 10~%, Nr.~5, S.~3, ca.~20~mg, 3.000~mg, 38,5~°C",
        "Dr.~med.~Weber, Dr.~rer.~nat.~Au",
        "um 8~Uhr, i.~d.~R. mit Frau~Weber, Tel.~02~123~45~67, 15. Patienten",
        "3~Mal, 10~Minuten, 14~Tagen, alle 2~Wochen, 5 Tagebücher",
    ),
    "nl": (
        "Op 1~mei~2026 om 8~uur, blz.~3, nr.~5, dr.~Peeters, 5~mg per 2~l, CAR~T-cel, type~2, 5 mensen",
        "65~jaar, 2~keer, elke 3~weken, 5 weekenden",
    ),
    "en": (
        "On 3~November, on 3rd~May, p.~3, Dr~Smith, e.~g. 20~mg, 10~am, 5 people, No.~5, +~32 2~123, I am 5",
        "Call 020~5550~1234 or +44~20~5550~1234, 2~hours, 10~days, 3~times, 6 daybeds",
    ),
    "el": ("5~mg, 10~%, 3~000, p. 3",),
}


@pytest.mark.parametrize(("lang", "expected"), [(lang, text) for lang, texts in SPACED.items() for text in texts])
def test_where_no_line_may_end(lang: str, expected: str) -> None:
    """Figures stay with their units, signs with their words, titles with their names; all else may be parted."""
    plain = expected.replace("~", " ").replace("^", " ")
    made = spaced(plain, f"{lang}-BE")
    assert (expected, len(plain)) == (made.replace(NO_BREAK, "~").replace(NARROW, "^"), len(made))


def test_spaces_that_the_copy_has_as_they_should_be() -> None:
    """A no-break space before a French sign becomes a narrow one; one that is narrow stays so."""
    assert f"Quoi{NARROW}? Qui{NARROW}!" == spaced(f"Quoi{NO_BREAK}? Qui{NARROW}!", "fr")
