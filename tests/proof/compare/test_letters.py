"""Text is compared without what editions may change: white space, ligatures, soft and fixed hyphens, composition."""

import pytest

from clearfold.proof.compare.harm import critical, is_harm
from clearfold.proof.compare.letters import fold, letters, tidy
from tests.proof.copies import paragraphs


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("e\u0301\u0302n", "\u00e9\u0302n"),
        ("e\ufb03cie\u0308nt", "effici\u00ebnt"),
        ("T\u2011cel", "T-cel"),
        ("ef\u00adfect\u200b", "effect"),
        ("a\u00a0b\n c", "abc"),
    ],
)
def test_what_editions_may_change_is_folded(one: str, two: str) -> None:
    """Two spellings of the same text are the same letters."""
    assert fold(two) == fold(one)


def test_other_hyphens_stay() -> None:
    """A hyphen that a line break left in the text is not folded away."""
    assert "koor\u2010ts" == fold("koor\u2010ts")


def test_letters_know_their_words() -> None:
    """Letters know run and offset, and where words begin."""
    got = letters(paragraphs("Een  o\u00adei", "", "ja"))
    assert "Eenoeija" == got.chars
    assert [(0, 3), (3, 6), (6, 8)] == list(got.words(0, 8))
    assert "o\u00adei ja" == got.piece(3, 8)
    assert [0, 0, 0, 0, 0, 0, 2, 2] == list(got.block_of)
    assert [0, 6, 6, 8] == list(got.start)


def test_only_whole_words_are_found() -> None:
    """Letters within a longer word are passed over."""
    got = letters(paragraphs("cellen cel", "een"))
    assert (6, 9, -1) == (got.find("cel"), got.find("een"), got.find("ell"))


def test_tidy_is_for_people() -> None:
    """White space is folded and what cannot be seen is left out."""
    assert "een zin-deel" == tidy(" een\n zin\u2011d\u00adeel ")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Neem nooit 4 tabletten.", "nl-BE", ["nooit", "4", "tabletten"]),
        ("twee keer per dag in mei", "nl", ["twee", "keer", "dag", "mei"]),
        ("Il n’y a pas de fièvre", "fr", ["n", "pas"]),
        ("Do not take 2½ mg", "en", ["not", "2½", "mg"]),
        ("nicht geen never", "xx", ["nicht", "geen", "never"]),
        ("gewoon tekst", "nl", []),
        ("Bel dokter Peeters voor maandag.", "nl", ["peeters", "voor", "maandag"]),
        ("Het is goed. Bel Ann.", "nl", ["ann"]),
        ("On peut en prendre ,5 mg", "fr", ["peut", ",5", "mg"]),
        ("−5 °C, ≤ 10 m²", "en", ["−5", "°c", "≤", "10", "m²"]),
    ],
)
def test_words_that_can_hurt_are_known(text: str, lang: str, expected: list[str]) -> None:
    """Numbers, units, months and negations are found, in the text's language."""
    assert expected == critical(text, lang)


@pytest.mark.parametrize(
    ("expected", "found", "harm"),
    [
        ("Voorbeeld", "!!! important “Voorbeeld”", False),
        ("Bel Ann", "Bel Peeters", True),
        ("Ann belt Peeters", "Peeters belt Ann", True),
        ("Neem niet", "Neem", True),
    ],
)
def test_name_that_begins_a_sentence_no_more_is_no_harm(expected: str, found: str, harm: bool) -> None:
    """Words before a capital make a name of it for a program; the word is the same for a reader."""
    assert harm == is_harm(expected, found, "nl")
