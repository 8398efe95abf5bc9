"""What an edition declares of its templates agrees with what the proof knows of the copy's parts."""

from pathlib import Path

import pytest

from clearfold.model.source import read_source
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.proof.compare.labels import unplaced
from clearfold.proof.prove import expect

ROOT = Path(__file__).parents[3]
COPIES = ("content/car-t-cell/nl-BE.md", "tests/cases/long/garden/en.md", "tests/cases/flyer/regenton/nl.md")


@pytest.mark.parametrize("copy", COPIES)
def test_every_label_finds_its_part(copy: str) -> None:
    """Each label stands before a part of the copy that the proof names too, so that it is asked for."""
    leaflet = read_leaflet(read_source(ROOT / copy))
    expected = expect(leaflet.source)
    declared = {item for edition in EDITIONS for item in edition.furniture(leaflet, edition) if item.before}
    assert [] == list(unplaced(expected, declared))


def test_labels_of_one_place_are_declared_in_reading_order() -> None:
    """What stands at the end of the cover comes before the contents, and these before the first panel."""
    leaflet = read_leaflet(read_source(ROOT / COPIES[0]))
    edition = next(edition for edition in EDITIONS if edition.name == "large-print")
    names = [item.name for item in edition.furniture(leaflet, edition) if item.before == "key_messages"]
    assert ["format", "imprint", "contents heading", "panel heading"] == names
