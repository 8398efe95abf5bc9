"""Ids and orders in languages whose letters are not those of ASCII."""

import pytest

from clearfold.press.markdown.alphabets import place_in_order
from clearfold.press.markdown.ids import heading_id, safe


def test_headings_in_another_script_have_ids_of_their_own() -> None:
    """A link by the heading's words leads to it, and to no other heading."""
    headings = ("Що вам потрібно?", "Як це робити", "ماذا تحتاج؟", "מה צריך?")
    ids = [heading_id(heading, "-") for heading in headings]
    assert len(headings) == len(set(ids))
    assert ids[0] == safe("що-вам-потрібно") == safe("Що-вам-потрібно")
    assert all(name.isascii() for name in ids)


def test_headings_in_latin_letters_keep_their_ids() -> None:
    """Links from outside lead to them."""
    assert ["groe", "part-5-g", "blocker", "que-necesita"] == [
        heading_id(words, "-") for words in ("Größe", "5 µg", "α-blocker", "¿Qué necesita?")
    ]


def test_turkish_capitals_are_found_in_small_letters() -> None:
    """I is the capital of ı, and İ that of i; Unicode's own small letters, and a link by them, know neither."""
    assert "isik-tedavisi" == heading_id("IŞIK TEDAVİSİ", "-") == safe("ışık-tedavisi")


def test_star_within_a_word_parts_no_id() -> None:
    """Contents that an editor made leave it out."""
    assert "arztinnen-pflegerinnen" == heading_id("Ärzt*innen & Pfleger*innen", "-") == safe("ärztinnen--pflegerinnen")


@pytest.mark.parametrize("link", ["food--drink", "-food--drink-", "food-drink"])
def test_link_of_another_program_leads_to_the_heading(link: str) -> None:
    """Contents that an editor made have a hyphen for each space, also beside a sign that is left out."""
    assert heading_id("Food & drink", "-") == safe(link)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("pl", ["az", "ąb", "lato", "Ława", "łodyga", "noga"]),
        ("tr", ["çay", "dut", "ılık", "ısı", "iz", "İzmir", "şeker"]),
        ("ro", ["ac", "ănin", "inel", "îngrășământ", "sare", "șarpe"]),
        ("es", ["nube", "ñame", "oro"]),
        ("uk", ["вода", "ґрунт", "добриво", "їжа", "сад", "яблуко"]),
        ("nl", ["een", "één-op-één", "ei"]),
    ],
)
def test_words_are_sought_in_the_order_of_the_alphabet(lang: str, words: list[str]) -> None:
    """Letters that a language counts as its own stand behind those they are made from, or where it has them."""
    assert words == sorted(words, key=lambda word: place_in_order(word, lang))
