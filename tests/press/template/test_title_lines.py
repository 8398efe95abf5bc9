"""The lines of a cover: as few, as large and as even as they can be, and none that ends with a word of the next."""

import pytest

from clearfold.press.leaflet import Metadata, Publisher
from clearfold.press.template.title_lines import CoverText, Sizes, cover_text


def said(title: str, lang: str = "en", smaller: int = 0) -> CoverText:
    """Return the words of a cover on A5."""
    return cover_text(Metadata("tea", lang, title), Publisher(), 148, 120, Sizes(19, 19, smaller))


def lines(text: CoverText) -> list[str]:
    return [line.strip() for line in text.title.parts]


def test_no_short_word_is_one_of_three_lines() -> None:
    """Two even lines are better than three of which one is a short word, in larger letters."""
    assert ["Every element,", "in every edition"] == lines(said("Every element, in every edition"))


def test_short_title_is_as_large_as_can_be() -> None:
    """One word stands in the largest letters of its page."""
    assert (46.0, ["Gout"]) == (said("Gout").size, lines(said("Gout")))


@pytest.mark.parametrize(
    ("title", "lang", "ends"),
    [
        ("Leven met artrose", "nl", ["Leven", "artrose"]),
        ("Pollenallergie – gut durch den Frühling", "de", ["–", "Frühling"]),
        (
            "Behandeling met CAR T-cellen bij auto-immuunziekten",
            "nl",
            ["Behandeling", "T-cellen", "auto-immuunziekten"],
        ),
    ],
)
def test_no_line_ends_with_a_word_of_the_next(title: str, lang: str, ends: list[str]) -> None:
    """Prepositions and articles stand with what they belong to, and a dash with what comes before it."""
    found = [line.replace("\u00a0", " ").split()[-1] for line in lines(said(title, lang))]
    assert ends[0] == found[0]
    assert ends[-1] == found[-1]


def test_long_title_has_the_least_size_and_as_many_lines_as_it_needs() -> None:
    """A title of four lines in the least letters is not made smaller yet."""
    text = said("Everything we know about fatigue after treatment for rheumatism")
    assert (28.0, 4) == (text.size, len(text.title.parts))


def test_title_is_a_little_smaller_where_no_word_then_stands_alone() -> None:
    """The last word of a title does not stand by itself below two full lines."""
    text = said("CAR T-cell treatment for autoimmune diseases")
    assert (26.5, ["CAR\u00a0T-cell treatment", "for autoimmune diseases"]) == (text.size, lines(text))


def test_word_that_no_line_holds_is_parted_at_its_own_hyphen() -> None:
    """A compound is wider than the page: a line ends at its hyphen, and no space is added there."""
    text = said("Leben mit chronisch-entzündlichen-Darmerkrankungen", "de")
    assert "Leben mit chronisch-entzündlichen-Darmerkrankungen" == "".join(text.title.parts)
    assert "parted" == text.title.kind


def test_word_without_hyphens_that_no_line_holds_is_left_to_the_layout() -> None:
    """Where nothing can be done here, the title is set as one text."""
    assert said("Donaudampfschifffahrtsgesellschaft", "de").title.loose


def test_smaller_title_is_smaller() -> None:
    """Where the words leave a picture no room, each step makes the title smaller."""
    assert said("Gout", smaller=2).size < said("Gout", smaller=1).size < said("Gout").size
