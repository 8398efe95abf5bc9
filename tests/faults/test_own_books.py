"""Faults in a book that the press has made raise their codes, and no other; the book itself raises none."""

from functools import cache
from random import Random

import pytest

from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, Good, built
from tests.faults.own_books import FAULTS


@cache
def good() -> Good:
    (book,) = built(EXAMPLE, ("epub",))
    return book


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in FAULTS])
def test_fault_is_told_by_its_code_alone(one: Fault) -> None:
    """Each kind of fault is told, and nothing else is."""
    injected = one.inject(good().data, Random(one.name))
    assert injected is not None
    codes = {found.code for found in good().told(injected.data)}
    assert codes & one.codes
    assert set() == codes - one.codes - one.also


def test_good_book_raises_nothing() -> None:
    """What the press made is explained to the last byte."""
    assert () == good().told(good().data)
