"""Finding and replacing: which places are found, and that nothing but those that were chosen is changed."""

import json
from typing import TYPE_CHECKING

import pytest

from clearfold.studio.copy.places import Wanted, places, replaced
from tests.studio.conftest import TEA
from tests.studio.copy_texts import texts
from tests.studio.test_writing import allow, put, read

if TYPE_CHECKING:
    from tests.studio.conftest import Studio

OTHER = "[no copy has this]"


@pytest.mark.parametrize(
    ("wanted", "text", "lines"),
    [
        (Wanted("tea"), "Tea, tea.\nSteam", [1, 1, 2]),
        (Wanted("tea", words=True), "Tea, tea.\nSteam", [1, 1]),
        (Wanted("tea", case=True), "Tea, tea.\nSteam", [1, 2]),
        (Wanted("a pot"), "a\r\npot, a  pot, a\u00a0pot\r\na\r\n\r\npot", [1, 2, 2]),
        (Wanted("l'été"), "l’e\u0301te\u0301 et l'été", [1, 1]),
        (Wanted(".*"), "x.*x", [1]),
        (Wanted("aa"), "aaaa", [1, 1]),
        (Wanted("  "), "  ", []),
        (Wanted("ß"), "ß SS", [1]),
    ],
)
def test_places_are_those_of_the_words(wanted: Wanted, text: str, lines: list[int]) -> None:
    """No sign that is typed has a meaning; spaces, apostrophes and accents are found as people see them."""
    assert lines == [place.line for place in places(text, wanted)]


def test_place_is_shown_with_its_line() -> None:
    """A place has what stands beside it in its line, and is where it says."""
    (place,) = places("One.\r\nWater, the best.\r\nTwo.", Wanted("THE"))
    assert ("Water, ", "the", " best.") == (place.before, place.found, place.after)
    assert (13, 16) == (place.start, place.end)


def test_sentence_begins_with_a_capital_still() -> None:
    """Small letters that are looked for are found at the beginning of a sentence as well, which keeps its capital."""
    text, wanted = "Tea. No tea.", Wanted("tea")
    assert "Water. No water." == replaced(text, tuple(places(text, wanted)), {0, 1}, "water", wanted)
    cased = Wanted("Tea", case=True)
    assert "water. No tea." == replaced(text, tuple(places(text, cased)), {0}, "water", cased)


def test_no_byte_changes_beside() -> None:
    """In every copy of the repository, with each of two line ends, words put into some places change these alone."""
    wanted, tried = Wanted("e", case=True), 0
    for whole in texts().values():
        for text in (whole[:2000], whole[:2000].replace("\r\n", "\n").replace("\n", "\r\n")):
            found = tuple(places(text, wanted))
            chosen = set(range(0, len(found), 2))
            new = replaced(text, found, chosen, OTHER, wanted)
            assert (text, len(chosen)) == (new.replace(OTHER, "e"), new.count(OTHER))
            tried += len(chosen)
    assert tried > 1000


def test_places_that_were_chosen_are_replaced(studio: "Studio") -> None:
    """Places are shown with what would stand there; those that are chosen have it, and all else is as it was."""
    wanted = {"wanted": "a", "new": "the", "words": True}
    found = json.loads(put(studio, "/places/tea/en", wanted).body)
    assert [("- ", "a", " pot", "the"), ("- ", "a", " spoon", "the")] == [
        (one["before"], one["found"], one["after"], one["new"]) for one in found["places"]
    ]
    assert TEA.encode() == studio.copy.read_bytes()
    assert 200 == put(studio, "/replace/tea/en", {**wanted, "places": [1]}, found["sha256"]).status
    assert TEA.replace("a spoon", "the spoon").encode() == studio.copy.read_bytes()
    assert "words were replaced" in studio.ask("/history/tea/en").text


def test_nothing_is_replaced_in_another_copy_than_was_shown(studio: "Studio") -> None:
    """After a change made elsewhere, or while another tab writes, nothing is; the draft that was left stays."""
    wanted = {"wanted": "a", "new": "the", "places": [0]}
    sha256 = read(studio)["sha256"]
    allow(studio, "two")
    assert 204 == put(studio, "/draft/tea/en", {"text": "mine"}, sha256, tab="two").status
    assert 423 == put(studio, "/replace/tea/en", wanted, sha256).status
    studio.copy.write_bytes(TEA.encode() + b"\nTheirs.\n")
    assert 412 == put(studio, "/replace/tea/en", wanted, sha256, tab="two").status
    assert TEA.encode() + b"\nTheirs.\n" == studio.copy.read_bytes()
    assert 200 == put(studio, "/replace/tea/en", wanted, read(studio)["sha256"], tab="two").status
    draft = read(studio)["draft"]
    assert isinstance(draft, dict)
    assert ("mine", False) == (draft["text"], draft["same"])


def test_who_replaces_lets_others_write_afterwards(studio: "Studio") -> None:
    """A tab that only replaces does not stay the one that writes."""
    put(studio, "/replace/tea/nl", {"wanted": "a", "places": []}, read(studio, "tea/nl")["sha256"], tab="two")
    assert allow(studio, "three", name="tea/nl")


@pytest.mark.parametrize(
    "document",
    [{}, {"wanted": 1}, {"wanted": "a", "new": "b\nc"}, {"wanted": "a" * 1001}, {"wanted": "a", "places": ["0"]}],
)
def test_what_is_no_search_is_refused(shared: "Studio", document: object) -> None:
    """A request without words, with several lines, or far too long changes nothing."""
    assert 400 == put(shared, "/places/tea/en", document).status
    assert 400 == put(shared, "/replace/tea/en", document, read(shared)["sha256"]).status
