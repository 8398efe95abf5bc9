"""Cells say what the copy says: liblouis writes them, and the decoder, which knows nothing of it, reads them."""

import re
from random import Random

import pytest

from clearfold.press.braille.codes import CODES, cells, unknown
from clearfold.proof.readers.braille.decoding import as_read, decoded
from clearfold.proof.readers.braille.languages import LANGUAGES

SAID = (
    "CAR T-cellen, CD19 en IL-6",
    "ABc aBC mRNA CO2-test IL6R T4b",
    "DO NOT STOP taking 5 mg",
    "1,5 mg, 1.000 en 1 000, 3-4, 3–4, 12:30, 5/6",
    "(1) [2] “ja” ‘nee’ d’abord",
    "50 %, 37,5 °C, 20 µg/l, 1½ tablet",
    "10⁶ m² H₂O CO₂",
    "1a 2b 10e 5mg 1k",
    "info@example.org",
    "Één, één; naïef! Waarom? Zo: a/b…",
    "☐ wel ☑ niet ☒ ook niet",
    "Ik zei: „Er riep ‚kom‘ zei hij.“ ›kom‹ ‹komm›",
    "Naam: ________ op __.__.____ te ………………",
    "Émile, l’été, ÇA",
)
HARD = "1,5 ≥ ≤ < > <70 >38 µg ° ½ H₂O € % & @"


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("said", SAID)
def test_what_is_written_is_read(lang: str, said: str) -> None:
    """Figures, capitals, units, brackets and accents come back, but for what one sign of the code stands for."""
    code, language = CODES[lang], LANGUAGES[lang]
    known = " ".join(word for word in said.split() if not list(unknown(word, code)))
    assert letters(as_read(known, language)) == letters(decoded(cells(known, code), language))


@pytest.mark.parametrize("lang", CODES)
def test_hard_signs_are_right_or_refused(lang: str) -> None:
    """Each sign that a medical text may have is read back, or is one that the press refuses."""
    code, language = CODES[lang], LANGUAGES[lang]
    for sign in HARD.split():
        if not list(unknown(sign, code)):
            assert letters(as_read(f"5 {sign} 5", language)) == letters(decoded(cells(f"5 {sign} 5", code), language))


@pytest.mark.parametrize("lang", CODES)
def test_words_and_numbers_drawn_by_seed_are_read(lang: str) -> None:
    """Words of all letters of a language, with numbers and marks as sentences have them, come back."""
    code, language, random = CODES[lang], LANGUAGES[lang], Random(f"braille {lang}")
    small = sorted(sign for sign in code.signs if sign.isalpha() and sign.islower() and sign not in "âíµ")
    for _ in range(200):
        words = ["".join(random.choices(small, k=random.randint(2, 8))) for _ in range(4)]
        words[1] = words[1].capitalize()
        number = f"{random.randint(0, 3000)}{random.choice(('', ',5', '.000', ' %', ' mg', '-7'))}"
        text = f"{words[0]} {words[1]}, ({words[2]}) {number} {words[3]}."
        assert letters(as_read(text, language)) == letters(decoded(cells(text, code), language))


@pytest.mark.parametrize(("one", "other"), [("10⁶", "106"), ("1½", "11/2"), ("m²", "m2")])
@pytest.mark.parametrize("lang", CODES)
def test_raised_figures_and_fractions_are_no_others(lang: str, one: str, other: str) -> None:
    """A power is not written as a number, nor a number with a half as one fraction."""
    assert cells(one, CODES[lang]) != cells(other, CODES[lang])
