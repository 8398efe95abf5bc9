"""Advice is worth reading: on leaflets as associations write them, most of it is followed."""

from collections import Counter

import pytest

from clearfold.advice.rules import Sureness
from tests.advice.precision import LEAST, judged, share, told


def test_every_piece_of_advice_on_the_leaflets_was_judged() -> None:
    """What is told anew was looked at: it has its line in judged.txt, and what is told no more has none."""
    found, known = Counter(told()), Counter(one.key for one in judged())
    assert (Counter(), Counter()) == (found - known, known - found)


@pytest.mark.parametrize("sureness", Sureness)
def test_advice_is_followed_as_often_as_it_says(sureness: Sureness) -> None:
    """Of precise advice nine pieces in ten are followed, of other advice three in four."""
    assert share(list(judged()), sureness) >= LEAST[sureness]
