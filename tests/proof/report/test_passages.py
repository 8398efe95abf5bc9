"""Passages are quoted as their author wrote them, with the words that are meant marked."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import Location
from clearfold.model.source import parse_source
from clearfold.proof.findings.finding import Finding, finding
from clearfold.proof.report.passages import Part, from_copy, from_output, shortened, words_changed

COPY = parse_source(
    Path("nl.md"),
    b"""---
title: Griep
summary: >-
  Neem nooit meer
  dan 4 tabletten.
lang: nl
---

Neem **nooit** meer
dan 4 tabletten.

- eerst dit
- dan dat
""",
)


def at(line: int, expected: str = "", shown: tuple[str, ...] = ()) -> Finding:
    return finding("TXT-001", Location(COPY.path, line, 1), expected=expected, shown=shown)


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        (at(9, "meer dan"), [("Neem **nooit** ", ""), ("meer dan", "mark"), (" 4 tabletten.", "")]),
        (at(9, "nooit meer"), [("Neem **nooit** meer dan 4 tabletten.", "")]),
        (at(9, "", ("tabletten",)), [("Neem **nooit** meer dan 4 ", ""), ("tabletten", "mark"), (".", "")]),
        (at(12, "eerst dit"), [("- ", ""), ("eerst dit", "mark")]),
        (at(2, "Griep"), [("title: ", ""), ("Griep", "mark")]),
        (at(3, "meer dan"), [("summary: >- Neem nooit ", ""), ("meer dan", "mark"), (" 4 tabletten.", "")]),
        (at(0, "Griep"), []),
    ],
    ids=["over a line end", "with signs within", "shown", "an item", "front matter", "a folded value", "no line"],
)
def test_passage_of_the_copy(told: Finding, parts: list[tuple[str, str]]) -> None:
    """The passage ends with its block; its words are marked where they stand in it as they were read."""
    assert parts == [(part.text, part.kind) for part in from_copy(COPY, told)]


def test_a_long_passage_is_shown_around_its_words() -> None:
    """Of a long paragraph the part around the words is shown, cut between words."""
    source = parse_source(Path("nl.md"), f"{'woord ' * 90}hier{' woord' * 90}".encode())
    before, mark, after = from_copy(source, finding("TXT-001", Location(source.path, 1, 1), expected="hier"))
    assert ("… woord ", "hier", " woord …") == (before.text[:8], mark.text, after.text[-8:])
    assert 450 > len(before.text + after.text)


def test_passage_of_the_output() -> None:
    """The words of the output are told with those around them, and the place of words that are missing."""
    added = finding("TXT-005", None, found="drie", around=("een twee", "vier"))
    missing = finding("TXT-001", None, expected="drie", around=("een twee", "vier"))
    assert (Part("… een twee "), Part("drie", "mark"), Part(" vier …")) == from_output(added)
    assert (Part("… een twee "), Part("", "gap"), Part(" vier …")) == from_output(missing)
    assert () == from_output(finding("CON-007", None))


def test_changed_words_are_told_between_their_neighbours() -> None:
    """Words of the copy and those found instead are told apart; what both have is not."""
    told = finding("TXT-002", None, expected="geen 100 mg", found="een 10 mg", around=("Neem", "per dag"))
    assert [("… Neem", ""), ("geen 100", "lost"), ("een 10", "added"), ("mg", ""), ("per dag …", "")] == [
        (part.text, part.kind) for part in words_changed(told)
    ]


def test_what_is_long_is_shortened_in_its_middle() -> None:
    """Words that both texts share, and those of one alone, keep their beginning and end."""
    same, lost = " ".join("abcdefghijklmnopqrst"), " ".join(["lang"] * 70)
    parts = words_changed(finding("TXT-003", None, expected=f"{same} {lost}", found=same))
    assert "a b c d e … p q r s t" == parts[0].text
    assert ("lost", 61) == (parts[1].kind, len(parts[1].text.split()))
    assert ("kort", "aaa … ccc") == (shortened("kort", 3), shortened("aaabbbbbbbbbccc", 3))
