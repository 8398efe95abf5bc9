"""The back cover is set as wide as its page has room, and as tight as it must be."""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.press.edition import Fit
from clearfold.press.pdf.back_fitting import Back, fit_back

TALL, SPARSE, FULL = Back(over=2.0), Back(left=9.0), Back(left=1.0)


def steps(fit: Fit) -> Iterator[float]:
    """Yield how tight a back cover is set that is too tall however it is set."""
    while (better := fit_back(fit, TALL)) != fit:
        fit = better
        yield fit.back


def test_cover_with_much_room_is_set_wider() -> None:
    """What little is said takes the page, rather than leave half of it empty; a cover that is full stays as it is."""
    assert fit_back(Fit(), SPARSE).back > 2 > fit_back(Fit(), FULL).back == 1


def test_cover_that_is_too_tall_is_set_tighter() -> None:
    """Each step is tighter than the one before, and the last is the end."""
    found = list(steps(Fit()))
    assert [0.7, 0.4, 0.1, 0.02, 0.01] == found


def test_wide_cover_comes_back_and_stays() -> None:
    """One that was set too wide is set less so, and never wide again."""
    wide = fit_back(Fit(), SPARSE)
    found = list(steps(wide))
    assert sorted(found, reverse=True) == found
    assert all(fit_back(replace(wide, back=one), SPARSE).back == one for one in found)
