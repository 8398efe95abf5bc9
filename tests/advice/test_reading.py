"""Advice names its place, and passes over what is not the writers' own words."""

from clearfold.advice.sentences import sentences
from tests.advice.copies import advised, within


def test_place_is_that_of_the_words() -> None:
    """Line and column are those at which the words stand in the copy, also far into a paragraph."""
    (one,) = (
        one for one in advised("Drink a glass of water,\nand then take **500mg**\nof it.") if one.code == "ADV-013"
    )
    assert (18, 17) == (one.place.line, one.place.column)


def test_code_is_not_read() -> None:
    """What is marked as code stands as it is."""
    assert [] == within("Type `500mg` here.")


def test_words_in_another_language_are_not_read() -> None:
    """A quoted foreign phrase is not the writers' to mend."""
    assert [] == within("It says [neem 500mg in]{lang=nl} on it.")


def test_leaflet_in_another_language_is_advised_on_what_needs_no_words() -> None:
    """A language of which Clearfold knows no words gets the advice that asks for none."""
    assert ["ADV-013"] == within("Tome 500mg.", "es")


def test_full_stop_of_an_abbreviation_ends_no_sentence() -> None:
    """“Dr.” and “e.g.” go on, a date and a number too."""
    text = "Ask Dr. Weber, z. B. on 3. Mai. Take vitamin C. It lasts 6 to 14. Then rest."
    parts = ["Ask Dr. Weber, z. B. on 3. Mai.", "Take vitamin C.", "It lasts 6 to 14.", "Then rest."]
    assert parts == [text[a:b] for a, b in sentences(text)]
