"""“I meant it”: notes that switch advice off, and what is wrong with them."""

import pytest

from clearfold.model.copy_rules.rule import Where
from tests.advice.copies import advised, codes, within

NOTE = "<!-- advice: off ADV-013, because the packet says it so -->"


@pytest.mark.parametrize(
    "reason", ["because we tried it", "omdat het zo is", "parce que c’est ainsi", "weil es so ist", "so on the packet"]
)
def test_note_with_a_reason_switches_off(reason: str) -> None:
    """A reason in any language will do, with the word for “because” or without."""
    assert [] == within(f"<!-- advice: off ADV-013, {reason} -->\n\nTake 500mg.")


def test_note_is_about_the_block_below_alone() -> None:
    """The same thing further down is told."""
    assert [20] == [one.place.line for one in advised(f"{NOTE}\nTake 500mg.\n\nTake 500mg.")][-1:]


def test_note_within_a_line_is_about_its_block() -> None:
    """A note may stand behind what it is about."""
    assert [] == within(f"Take 500mg. {NOTE}")


def test_note_of_two_codes_switches_both_off() -> None:
    """One note may name several codes."""
    assert [] == within("<!-- advice: off ADV-013 ADV-015, because so on the packet -->\n\nTake 20ml, then 5.0 mg.")


def test_note_without_a_reason_switches_nothing_off() -> None:
    """The advice stays, and the note is told."""
    assert ["ADV-001", "ADV-013"] == within("<!-- advice: off ADV-013 -->\n\nTake 500mg.")


def test_note_of_a_code_that_there_is_not_is_told() -> None:
    """A slip of a figure would hide nothing, or another thing."""
    assert "names ADV-999, which there is not" in advised("<!-- advice: off ADV-999, because -->\n\nDrink.")[0].fact


def test_note_of_the_front_matter_is_about_all_of_it() -> None:
    """Values of the front matter have their notes in YAML's way."""
    front = "# advice: off ADV-013, because so on the packet\nkey_messages: Take 500mg."
    assert "ADV-013" not in codes(front, where=Where.FRONT)


def test_note_is_no_text_of_the_leaflet() -> None:
    """What a note says is not advised on."""
    assert [] == within("<!-- Take 500mg. -->\n\nTake 500 mg.")
