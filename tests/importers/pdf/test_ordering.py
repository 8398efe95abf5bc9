"""The orders in which folded sheets are read."""

import pytest

from clearfold.importers.pdf.ordering.foldings import foldings


@pytest.mark.parametrize(
    ("pages", "order"),
    [
        ((3, 3), (3, 1, 4, 5, 6, 2)),
        ((3, 3), (6, 4, 1, 2, 3, 5)),
        ((3, 3), (3, 4, 5, 6, 1, 2)),
        ((4, 4), (4, 1, 5, 6, 7, 8, 2, 3)),
        ((2, 2), (2, 3, 4, 1)),
        ((2, 2, 2, 2), (2, 3, 6, 7, 8, 5, 4, 1)),
        ((2, 2, 2), (1, 2, 3, 4, 5, 6)),
        ((1, 1), (1, 2)),
    ],
)
def test_folding(pages: tuple[int, ...], order: tuple[int, ...]) -> None:
    """Each way to fold a leaflet is among the orders that are tried."""
    assert order in {folding.order for folding in foldings(pages)}


@pytest.mark.parametrize("pages", [(3, 3), (4, 4), (2, 2), (2, 2, 2, 2), (6, 6), (3,), (1, 1, 1), (2, 3)])
def test_whole(pages: tuple[int, ...]) -> None:
    """Every order has every panel once."""
    every = tuple(range(1, sum(pages) + 1))
    assert {every} == {tuple(sorted(folding.order)) for folding in foldings(pages)}
