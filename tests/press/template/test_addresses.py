"""Long addresses are broken after their own signs, and no sign is added."""

import pytest

from clearfold.press.template.addresses import BREAK, breakable, is_long_address
from clearfold.press.template.line_endings import part_long_words
from clearfold.press.template.page_text import page_tree

LONG = "informationleafletonvegetables"


@pytest.mark.parametrize(
    ("expected", "word"),
    [
        (True, "https://www.example.org/soil"),
        (True, "www.example.org/soil-and-water"),
        (True, "example.org/soil-and-water-too"),
        (True, "gardener.of.roses@example.org"),
        (False, "https://a.be"),
        (False, "vegetables/fruit/herbs/flowers"),
        (False, "hematopoietic-stem-cell-transplant"),
    ],
)
def test_what_is_a_long_address(expected: bool, word: str) -> None:
    """An address of the web or of mail is one if a line may be too short for it; a long word never is."""
    assert expected is is_long_address(word, 30)


@pytest.mark.parametrize(
    ("expected", "address"),
    [
        ("https://|www.example.org/|soil?a=1&b_c=2", "https://www.example.org/soil?a=1&b_c=2"),
        ("rose.|garden@|example.|org", "rose.garden@example.org"),
        ("x.org/|" + "|".join(f"{LONG}.") + "|pdf", f"x.org/{LONG}.pdf"),
    ],
    ids=["after strokes", "of mail", "anywhere in what has no sign"],
)
def test_where_an_address_may_end_a_line(expected: str, address: str) -> None:
    """A line may end after each stroke, after each sign of a long step, and between letters in what no line holds."""
    assert expected == breakable(address, 30).replace(BREAK, "|")


def test_address_has_no_soft_hyphen() -> None:
    """A word within an address is not parted between syllables, where a hyphen would be drawn."""
    root = page_tree(f"<html><body>https://example.org/{LONG} {LONG}</body></html>")
    part_long_words(root, "en", 24)
    parted = "".join(root.itertext())
    assert ("\u00ad" in parted.split()[0], "\u00ad" in parted.split()[1]) == (False, True)
