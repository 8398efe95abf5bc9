"""The words of a finding are found again on the page where they stand, and nothing else is marked."""

import pytest

from clearfold.model.transcript import Block, Kind
from clearfold.proof.compare.letters import fold
from clearfold.proof.findings.finding import Finding, finding
from clearfold.proof.report.spots import Spot, spots

TEXT = "Neem 2 tabletten in de ochtend. Neem 3 tabletten in de avond. Bel de arts bij koorts, of bij twijfel."
PAGE = fold(TEXT)
LONG = (
    "Deze alinea is lang, en gaat over de rand van de bladzijde heen naar de volgende, waar zij eindigt met een punt."
)


def marked(page: str, told: Finding) -> list[str]:
    return [page[spot.low : spot.high] for spot in spots(page, told)]


def test_words_are_found_by_what_stands_around_them() -> None:
    """Of words that stand on a page twice, those between the words of the finding are marked."""
    told = finding("TXT-003", None, found="tabletten", around=("Neem 3", "in de avond."))
    assert [Spot(PAGE.rindex("tabletten"), PAGE.rindex("tabletten") + 9)] == list(spots(PAGE, told))


def test_a_single_figure_is_found_between_its_words() -> None:
    """A number of one figure is found where its neighbours are, and not where there are none."""
    assert ["3"] == marked(PAGE, finding("TXT-002", None, found="3", around=("ochtend. Neem", "tabletten in")))
    assert [] == marked(fold("in 3 of 3 of 3"), finding("TXT-002", None, found="3"))


def test_missing_words_are_a_place_between_letters() -> None:
    """Where words are missing, the place after the words before them is marked, or that before the words after."""
    after = finding("TXT-001", None, expected="niet", around=("Neem 3 tabletten in de avond.", ""))
    before = finding("TXT-001", None, expected="niet", around=("elsewhere altogether", "Bel de arts bij koorts"))
    at = PAGE.index("Beldearts")
    assert [(Spot(at, at),), (Spot(at, at),)] == [spots(PAGE, after), spots(PAGE, before)]


def test_the_block_is_marked_where_nothing_else_is_told() -> None:
    """A finding that quotes no words of the page marks the block of the copy that it is about."""
    block = Block(Kind.PARAGRAPH, "Bel de arts bij koorts, of bij twijfel.")
    told = finding("TAG-008", block, expected="paragraph", found="caption")
    assert [fold(block.text)] == marked(PAGE, told)


def test_words_that_are_shown_come_first() -> None:
    """Each of the words that a finding is about is marked."""
    told = finding("TXT-003", None, found="3.1 mm", shown=("ochtend", "avond"))
    assert ["ochtend", "avond"] == marked(PAGE, told)


@pytest.mark.parametrize(
    ("page", "part"),
    [
        (f"Vooraf. {LONG[:60]}", LONG[:60]),
        (f"{LONG[60:]} Daarna.", LONG[60:]),
        (f"Vooraf. {LONG[:50]} folio 7 {LONG[50:]} Daarna.", f"{LONG[:50]} folio 7 {LONG[50:]}"),
    ],
    ids=["begins here", "ends here", "parted by a folio"],
)
def test_the_part_that_is_on_the_page_is_marked(page: str, part: str) -> None:
    """A passage that goes over the end of a page, or is parted by a running head, is marked from its ends."""
    assert [fold(part)] == marked(fold(page), finding("TXT-004", None, found=LONG))


def test_words_that_stand_together_are_marked_together() -> None:
    """Several words are found in their order, the second "tabletten" after the first; what is not there is left out."""
    told = finding("TAG-008", None, shown=("Neem", "3", "tabletten", "nergens", "arts", "bij"))
    assert ["Neem3tabletten", "artsbij"] == marked(PAGE, told)


def test_nothing_is_marked_where_nothing_is_known() -> None:
    """A finding without words, or with words of another page, marks nothing."""
    assert () == spots(PAGE, finding("CON-007", None))
    assert () == spots(PAGE, finding("TXT-003", None, found="elsewhere"))
    assert () == spots("", finding("TXT-001", None, expected="x", around=("before", "after")))
