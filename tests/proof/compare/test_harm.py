"""What can hurt somebody when it changes: how much, how often, which way, and of what."""

import pytest

from clearfold.proof.compare.harm import is_harm, states

CHANGED = (
    ("nl", "Neem dit vaak in", "Neem dit soms in"),
    ("nl", "bij hoge koorts", "bij lage koorts"),
    ("nl", "een pil 's morgens", "een pil 's avonds"),
    ("nl", "vóór het eten", "na het eten"),
    ("nl", "5 µg per dag", "5 mg per dag"),
    ("nl", "twee tabletten", "twee druppels"),
    ("fr", "prenez-le le matin", "prenez-le le soir"),
    ("fr", "toujours à jeun", "parfois à jeun"),
    ("fr", "la dose augmente", "la dose diminue"),
    ("fr", "le bras gauche", "le bras droit"),
    ("de", "abends eine Tablette", "morgens eine Tablette"),
    ("de", "selten mit Fieber", "oft mit Fieber"),
    ("de", "die Werte sind hoch", "die Werte sind niedrig"),
    ("de", "3 ml davon", "3 mg davon"),
    ("en", "it is usually safe", "it is rarely safe"),
    ("en", "keep it in a cold place", "keep it in a hot place"),
    ("en", "one drop at bedtime", "one spoon at bedtime"),
    ("en", "4 mmol/l of sugar", "4 mg/l of sugar"),
)
REWORDED = (
    ("nl", "Bel ons gerust", "Bel ons even"),
    ("fr", "un dépliant utile", "un dépliant pratique"),
    ("de", "das ist recht nützlich", "das ist ganz nützlich"),
    ("en", "our leaflet tells", "this leaflet tells"),
)


@pytest.mark.parametrize(("lang", "expected", "found"), CHANGED)
def test_word_with_an_opposite_can_hurt(lang: str, expected: str, found: str) -> None:
    """Opposites, frequencies, parts of the day, units and doses are told first when they change."""
    assert is_harm(expected, found, lang, "Lees: ")


@pytest.mark.parametrize(("lang", "expected", "found"), REWORDED)
def test_other_words_are_changed_and_no_more(lang: str, expected: str, found: str) -> None:
    """Words of which nothing hangs are told as changed."""
    assert not is_harm(expected, found, lang, "Lees: ")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Neem er meteen 3 tegelijk", "nl"),
        ("Prenez tout de suite deux comprimés", "fr"),
        ("Call 0800 123 at any time", "en"),
    ],
)
def test_sentence_with_a_number_says_something(text: str, lang: str) -> None:
    """Who meets a number in a sentence may go by it."""
    assert states(text, lang)


@pytest.mark.parametrize("text", ["Page 3 of 10", "12", "Made with a program of ours"])
def test_number_alone_says_nothing(text: str) -> None:
    """A folio, or a sentence without a number, tells nobody what to take."""
    assert not states(text, "en")
