"""Advice names its place, and passes over what is not the writers' own words."""

from clearfold.advice.sentences import sentences
from tests.advice.copies import advised, codes


def test_place_is_that_of_the_words() -> None:
    """Line and column are those at which the words stand in the copy, also far into a paragraph."""
    (one,) = advised("Drink a glass of water,\nand then take **500mg**\nof it.")
    assert (18, 17) == (one.place.line, one.place.column)


def test_code_is_not_read() -> None:
    """What is marked as code stands as it is."""
    assert [] == codes("Type `500mg` here.")


def test_words_in_another_language_are_not_read() -> None:
    """A quoted foreign phrase is not the writers' to mend."""
    assert [] == codes("It says [neem 500mg in]{lang=nl} on it.")


def test_leaflet_in_another_language_is_advised_on_what_needs_no_words() -> None:
    """A language of which Clearfold knows no words gets the advice that asks for none."""
    assert ["ADV-013"] == codes("Tome 500mg.", "es")


def test_full_stop_of_an_abbreviation_ends_no_sentence() -> None:
    """“Dr.” and “e.g.” go on, a date and a number too."""
    text = "Ask Dr. Weber, e.g. on 3. Mai. Then rest."
    assert ["Ask Dr. Weber, e.g. on 3. Mai.", "Then rest."] == [text[a:b] for a, b in sentences(text)]
