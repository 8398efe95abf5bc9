"""Faults in braille that the press has made raise their codes, and no other; the files themselves raise none."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.faults.braille import FAULTS
from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, Good, built
from tests.faults.leaflets import leaflet

NAMES = ("braille", "braille-pef", "ebraille")


@cache
def goods() -> tuple[Good, ...]:
    return built(EXAMPLE, NAMES)


def told(good: Good, data: bytes) -> set[str]:
    return {found.code for found in good.told(data)}


def test_braille_of_the_press_raises_nothing() -> None:
    """Each of the three files is proven."""
    assert {name: set[str]() for name in NAMES} == {good.edition: told(good, good.data) for good in goods()}


@pytest.mark.parametrize("seed", range(4))
def test_braille_of_a_leaflet_made_at_random_raises_nothing(tmp_path: Path, seed: int) -> None:
    """Leaflets that nobody wrote, in two languages, are proven as well."""
    found = built(leaflet(tmp_path, seed), NAMES, seed)
    assert {name: set[str]() for name in NAMES} == {good.edition: told(good, good.data) for good in found}


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in FAULTS])
def test_fault_is_told_by_its_code_alone(one: Fault) -> None:
    """Each kind of fault is told wherever there is a place for it, at two places drawn by seed, and nothing else."""
    drawn = [(good, one.inject(good.data, Random(f"{one.name}{seed}"))) for good in goods() for seed in range(2)]
    tried = [(good, item.data) for good, item in drawn if item is not None and item.data != good.data]
    assert tried
    for good, data in tried:
        codes = told(good, data)
        assert codes & one.codes, (good.edition, codes)
        assert set() == codes - one.codes - one.also, good.edition
