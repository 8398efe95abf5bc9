"""Leaflets printed as folded sheets, and imported again; `nox -s import-folds` makes many more."""

import pytest

from clearfold.importers.finish import finish
from clearfold.importers.pdf.make import make
from clearfold.importers.reading import Options
from tests.importers.folds.making import folded
from tests.importers.folds.measuring import Measured, measure

pytestmark = pytest.mark.slow("prints leaflets")


@pytest.mark.parametrize(("lang", "way", "seed"), [("nl", "z", 2), ("fr", "booklet", 7)])
def test_everything_comes_back(lang: str, way: str, seed: int) -> None:
    """Words in order, headings, items, cells and captions come back, and nothing else is taken for a heading."""
    made = folded(lang, way, seed)
    assert made is not None
    told, data = made
    found = finish(make(data, "leaflet.pdf", Options()), "leaflet.pdf", Options())
    assert Measured(1.0, 1.0, 0, 1.0, 1.0, 1.0) == measure(told, found.document)
