"""Faults in a book that the press has made raise their codes, and no other; the book itself raises none."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, LONG, SMALL, Good, built
from tests.faults.own_books import FAULTS
from tests.faults.rewritten import REWRITES

PRINTED = Path("tests/cases/printed")
OTHERS = (LONG, *(PRINTED / name for name in ("whole-french/fr.md", "whole-german/de.md", "whole-english/en-GB.md")))


@cache
def good(path: Path = EXAMPLE) -> Good:
    (book,) = built(path, ("epub",))
    return book


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in FAULTS])
def test_fault_is_told_by_its_code_alone(one: Fault) -> None:
    """Each kind of fault is told in the smallest book that has a place for it, and nothing else is."""
    tried = ((path, one.inject(good(path).data, Random(one.name))) for path in (SMALL, EXAMPLE, LONG))
    path, injected = next((path, item) for path, item in tried if item is not None)
    codes = {found.code for found in good(path).told(injected.data)}
    assert codes & one.codes
    assert set() == codes - one.codes - one.also


def test_good_book_raises_nothing() -> None:
    """What the press made is explained to the last byte."""
    assert () == good().told(good().data)


@pytest.mark.no_cover
@pytest.mark.parametrize("name", REWRITES)
def test_book_that_was_only_written_anew_is_as_good(name: str) -> None:
    """What another program packs or writes otherwise, and no reader meets otherwise, is no fault."""
    assert [] == [str(found) for found in good().told(REWRITES[name](good().data))]


@pytest.mark.no_cover
@pytest.mark.slow("builds four leaflets")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.parent.name)
def test_other_books_that_were_only_written_anew_are_as_good(path: Path) -> None:
    """So it is with longer leaflets, and with those in other languages."""
    book = good(path)
    names = list(REWRITES)
    for several in (names[:10], [names[10]], names[11:22], names[22:]):
        data = book.data
        for name in several:
            data = REWRITES[name](data)
        assert [] == [str(found) for found in book.told(data)], several
