"""Words are paired across joins, splits and hyphens, and a changed block is found again by three words in a row."""

import pytest

from clearfold.proof.compare.letters import letters
from clearfold.proof.compare.word_diff import Shingles, pair_words
from tests.proof.copies import paragraphs


def shared(ours: str, theirs: str) -> list[str]:
    one, two = letters(paragraphs(ours)), letters(paragraphs(theirs))
    pairs = pair_words(one, list(one.words(0, len(one.chars))), two, list(two.words(0, len(two.chars))))
    return [one.piece(pair.low, pair.high) for pair in pairs]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("een twee drie", "een twee drie", ["een twee drie"]),
        ("een twee drie", "eentwee drie", ["een twee drie"]),
        ("een twee", "e en tw ee", ["een twee"]),
        ("een twee vier", "eentwee drie vijf", ["een twee"]),
        ("acht twee vier", "zes drie tweevier", ["twee vier"]),
        ("koorts", "koo-rts", ["koo", "rts"]),
        ("100 mg", "1000 mg", ["mg"]),
        ("ab cd", "abc d", ["ab cd"]),
        ("ab x cd", "ab y cde", ["ab"]),
    ],
)
def test_words_are_paired(ours: str, theirs: str, expected: list[str]) -> None:
    """What two texts share is paired, at the edges of words."""
    assert expected == shared(ours, theirs)


def test_block_is_found_by_its_shingles() -> None:
    """A block is found where most of its words stand together, and not where a phrase alone is repeated."""
    found = letters(paragraphs("de kat zit op de mat", "een hond loopt over de straat naar huis", "de kat zit"))
    asked = {
        "een hond loopt over de straat": (6, 12),
        "een hond loopt traag over de straat naar": (6, 13),
        "de kat zit niet meer waar zij gisteren zat en sliep": None,
        "iets heel anders dan dit": None,
    }
    shingles = Shingles(found, letters(paragraphs(*asked)))
    assert asked == {text: shingles.find(text.split()) for text in asked}
    assert "eenhondloopt" == found.chars[slice(*shingles.letters(6, 9))]
