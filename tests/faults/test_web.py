"""Faults in a web page that the press has made raise their codes, and no other; the page itself raises none."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, SMALL, Good, built
from tests.faults.web import FAULTS

FRENCH = Path("tests/cases/printed/whole-french/fr.md")


@cache
def goods() -> tuple[Good, ...]:
    together = {SMALL: (), EXAMPLE: ("de", "fr", "nl-BE"), FRENCH: ()}
    return tuple(good for copy, languages in together.items() for good in built(copy, ("web",), -1, languages))


def told(good: Good, data: bytes) -> set[str]:
    return {found.code for found in good.told(data)}


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in FAULTS])
def test_fault_is_told_by_its_code_alone(one: Fault) -> None:
    """Each kind of fault is told in the smallest page that has a place for it, and nothing else is."""
    injected = ((good, one.inject(good.data, Random(one.name))) for good in goods())
    good, data = next((good, item.data) for good, item in injected if item is not None and item.data != good.data)
    codes = told(good, data)
    assert codes & one.codes, (good.copy, codes)
    assert set() == codes - one.codes - one.also, good.copy


def test_good_pages_raise_nothing() -> None:
    """What the press made is explained to the last attribute."""
    assert [set(), set(), set()] == [told(good, good.data) for good in goods()]
