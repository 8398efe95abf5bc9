"""Faults in braille that the press has made raise their codes, and no other; the files themselves raise none."""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from clearfold.model.braille import Sheet
from tests.faults.braille import FAULTS, PRINT_PAGES, VOLUMES
from tests.faults.braille_goods import SHEETS, on_sheet
from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, Good, built
from tests.faults.leaflets import leaflet

NAMES = ("braille", "braille-pef", "ebraille")


@cache
def goods() -> tuple[Good, ...]:
    return built(EXAMPLE, NAMES)


@cache
def with_print_pages() -> tuple[Good, ...]:
    """Return braille with the numbers of printed pages, asked for by the association."""
    with TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLE.parent.parent, folder, dirs_exist_ok=True)
        asked = Path(folder) / "publisher.yaml"
        asked.write_text(f"{asked.read_text('utf-8')}\nbraille_print_pages: true\n", "utf-8")
        return built(Path(folder) / EXAMPLE.parent.name / EXAMPLE.name, NAMES)


@cache
def in_volumes() -> tuple[Good, ...]:
    return tuple(on_sheet(EXAMPLE, Sheet(40, 25, volume=14)))


def told(good: Good, data: bytes) -> set[str]:
    return {found.code for found in good.told(data)}


def test_braille_of_the_press_raises_nothing() -> None:
    """Each of the three files is proven."""
    assert {name: set[str]() for name in NAMES} == {good.edition: told(good, good.data) for good in goods()}


def test_numbers_of_printed_pages_are_held_against_the_printed_edition() -> None:
    """They are proven with it and without it; and whoever did not ask for them is told."""
    for good in with_print_pages():
        assert good.sheet is not None
        assert good.sheet.printed.startswith(b"%PDF")
        assert not told(good, good.data)
        assert not told(replace(good, sheet=replace(good.sheet, printed=b"")), good.data)
        assert told(replace(good, sheet=replace(good.sheet, print_pages=False)), good.data) == {"BRL-010"}


def test_file_without_the_numbers_of_printed_pages_is_told_where_they_were_asked_for() -> None:
    for good in goods():
        assert good.sheet is not None
        assert told(replace(good, sheet=replace(good.sheet, print_pages=True)), good.data) == {"BRL-010"}


@pytest.mark.parametrize(
    "text",
    [
        "Fresh water, and nothing else.",
        "## Where?\n\nName: ____________________\n\n- Date: ......................... (of birth)\n\n- __/__/____",
        "## Where[^1] is it?\n\nHere.\n\n## There\n\nThere.\n\n[^1]: At home.",
        '## Here\n\n!!! tip "Salt"\n    ## Of the sea\n\n    It is salt.\n\n## There\n\nFresh.',
    ],
    ids=["no heading", "rows to write on", "note in a heading", "heading in a box"],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_braille_of_what_people_write_raises_nothing(tmp_path: Path, lang: str, text: str) -> None:
    """What a page of ink shows otherwise, or what the contents leave out, is proven in all three files."""
    path = tmp_path / "water" / f"{lang}.md"
    path.parent.mkdir()
    path.write_text(f"---\ntitle: Water\nlang: {lang}\n---\n\n{text}\n", "utf-8")
    assert {name: set[str]() for name in NAMES} == {good.edition: told(good, good.data) for good in built(path, NAMES)}


@pytest.mark.parametrize("seed", range(4))
def test_braille_of_a_leaflet_made_at_random_raises_nothing(tmp_path: Path, seed: int) -> None:
    """Leaflets that nobody wrote, in two languages, are proven as well."""
    found = built(leaflet(tmp_path, seed), NAMES, seed)
    assert {name: set[str]() for name in NAMES} == {good.edition: told(good, good.data) for good in found}


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
@pytest.mark.parametrize("seed", [4, 5])
def test_braille_of_any_size_raises_nothing(tmp_path: Path, sheet: Sheet, seed: int) -> None:
    """On each size of page, in one volume or in several, a leaflet is proven."""
    found = tuple(on_sheet(leaflet(tmp_path, seed), sheet, seed=seed))
    assert {good.edition: set[str]() for good in found} == {good.edition: told(good, good.data) for good in found}


def test_size_is_read_from_the_file() -> None:
    """A file of another size than the one that is promised is told, and no line of it is too wide for itself."""
    for good in in_volumes():
        assert {"BRL-006"} == told(replace(good, sheet=Sheet(33, 28, volume=14)), good.data)


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in FAULTS])
def test_fault_is_told_by_its_code_alone(one: Fault) -> None:
    """Each kind of fault is told in each file that has a place for it, and nothing else."""
    given = in_volumes() if one in VOLUMES else with_print_pages() if one in PRINT_PAGES else goods()
    drawn = [(good, one.inject(good.data, Random(one.name))) for good in given]
    tried = [(good, item.data) for good, item in drawn if item is not None and item.data != good.data]
    assert tried
    for good, data in tried:
        codes = told(good, data)
        assert codes & one.codes, (good.edition, codes)
        assert set() == codes - one.codes - one.also, good.edition
