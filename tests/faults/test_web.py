"""Faults in a web page that the press has made raise their codes, and no other; the page itself raises none."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, Good, built
from tests.faults.web import FAULTS, Change, put

FRENCH = Path("tests/cases/printed/whole-french/fr.md")


@cache
def goods() -> tuple[Good, ...]:
    together = {EXAMPLE: ("de", "fr", "nl-BE"), FRENCH: ()}
    return tuple(good for copy, languages in together.items() for good in built(copy, ("web",), -1, languages))


def told(good: Good, data: bytes) -> set[str]:
    return {found.code for found in good.told(data)}


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in FAULTS])
def test_fault_is_told_by_its_code_alone(one: Fault) -> None:
    """Each kind of fault is told in each page that has a place for it, and nothing else is."""
    injected = [(good, one.inject(good.data, Random(one.name))) for good in goods()]
    tried = [(good, item.data) for good, item in injected if item is not None and item.data != good.data]
    assert tried
    for good, data in tried:
        codes = told(good, data)
        assert codes & one.codes, (good.copy, codes)
        assert set() == codes - one.codes - one.also, good.copy


REWRITES: dict[str, Change] = {
    "line ends of Windows": put("\n", "\r\n"),
    "a comment": put("<main", "<!-- seen by nobody --><main"),
    "a doctype in small letters": lambda page, _: page.replace("<!DOCTYPE html>", "<!doctype html>"),
    "all line ends of Windows": lambda page, _: page.replace("\n", "\r\n"),
    "elements in capitals": lambda page, _: page.replace("<p>", "<P>").replace("</p>", "</P>"),
    "empty elements with a stroke": lambda page, _: page.replace("<br>", "<br/>").replace("<hr>", "<hr />"),
    "paragraphs without an end": lambda page, _: page.replace("</li>", "").replace("</dd>", "").replace("</dt>", ""),
    "letters by number": lambda page, _: "<body".join(
        part.replace("\u00e9", "&#233;") if number else part for number, part in enumerate(page.split("<body"))
    ),
    "quotes of the other kind": lambda page, _: page.replace('class="part"', "class='part'"),
    "no quotes": lambda page, _: page.replace('class="part"', "class=part"),
    "blanks between elements": lambda page, _: page.replace("<section", "\n\n   <section"),
    "an attribute twice": lambda page, _: page.replace('<main id="text"', '<main id="text" id="other"'),
}


@pytest.mark.parametrize("name", REWRITES)
def test_page_that_was_only_written_anew_is_as_good(name: str) -> None:
    """What another program writes otherwise, and a browser reads alike, is no fault."""
    for good in goods():
        page = REWRITES[name](good.data.decode(), Random(name))
        assert page is not None
        assert set() == told(good, page.encode()), good.copy


def test_good_pages_raise_nothing() -> None:
    """What the press made is explained to the last attribute."""
    assert [set(), set()] == [told(good, good.data) for good in goods()]
