"""Words broken at the end of a line, in four languages."""

import pytest

from clearfold.importers.words.breaks import Break, Breaks
from clearfold.importers.words.languages import language_of

CASES = (
    ("nl", "koorts", "werende", Break("", sure=True)),
    ("nl", "spier", "en gewrichtspijn", Break("- ", sure=True)),
    ("nl", "T", "cellen", Break("-", sure=True)),
    ("nl", "COVID", "patiënten", Break("-", sure=True)),
    ("nl", "auto", "ongeluk", Break("-", sure=True)),
    ("fr", "médi", "caments", Break("", sure=True)),
    ("fr", "Discutez", "en", Break("-", sure=False)),
    ("de", "Geld", "und Sachleistungen", Break("- ", sure=True)),
    ("de", "Schild", "drüse", Break("", sure=True)),
    ("en", "tele", "phone", Break("", sure=True)),
    ("en", "one-in", "ten", Break("-", sure=False)),
)


@pytest.mark.parametrize(("language", "left", "right", "expected"), CASES)
def test_break(language: str, left: str, right: str, expected: Break) -> None:
    """A hyphen goes where the word is listed without it, and stays where it belongs to the word."""
    assert expected == Breaks(language, ()).decide(left, right)


def test_text_decides() -> None:
    """A form that stands whole elsewhere in the text goes before every list."""
    assert Break("-", sure=True) == Breaks("nl", ["zorg-coach"]).decide("zorg", "coach")


def test_both_forms() -> None:
    """Where the text has both forms, the break is a guess."""
    assert not Breaks("nl", ["zorg-coach", "zorgcoach"]).decide("zorg", "coach").sure


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("nl", "De arts en de patiënt lezen dit, en het is niet lang."),
        ("fr", "Le médecin et la patiente lisent ce dépliant, qui est une aide."),
        ("de", "Die Ärztin und der Patient lesen das, und es ist nicht lang."),
        ("en", "The doctor and the patient read this, and it is not long."),
        ("", "Lupus 2026"),
    ],
)
def test_language(expected: str, text: str) -> None:
    """The small words of a text tell its language."""
    assert expected == language_of(text)
