"""Good braille on pages of any size, and in volumes as thin as a test wants them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from clearfold.model.braille import Sheet
from clearfold.model.source import read_source
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.proof.prove import expect
from tests.faults.goods import Good

PAGED = ("braille", "braille-pef")
SHEETS = (Sheet(), Sheet(40, 25), Sheet(28, 27), Sheet(40, 25, volume=14), Sheet(28, 27, volume=9))


def on_sheet(path: Path, sheet: Sheet, names: Sequence[str] = PAGED, seed: int = -1) -> Iterator[Good]:
    """Yield braille of a copy whose pages are those of a sheet."""
    one = read_leaflet(read_source(path))
    expected = expect(one.source)
    for given in EDITIONS:
        if given.name in names:
            edition = replace(given, sheet=lambda _: sheet)
            output = edition.write(one, edition, ())
            told = (edition.name, output.name, output.media_type, output.data, expected)
            yield Good(one.metadata.id, seed, *told, edition.furniture(one, edition), None, sheet=sheet)
