"""A sample of mutations of braille with fixed seeds: what liblouis reads otherwise is told."""

from functools import cache

import pytest

from tests.faults.goods import SMALL, Good, built
from tests.mutations import bench
from tests.mutations.bench import BRAILLE, look, mutant, mutators
from tests.mutations.sight import differences

SAMPLE = 20  # mutations of each edition
SEED = 20261129


@cache
def goods() -> dict[str, Good]:
    return {one.edition: one for one in built(SMALL, BRAILLE)}


@pytest.mark.slow("proves some dozens of changed files of each edition")
@pytest.mark.parametrize("edition", BRAILLE)
def test_words_that_a_witness_reads_otherwise_are_told(edition: str) -> None:
    """No mutation of the sample changes words, numbers or targets in silence, and none breaks the proof."""
    bench.take((goods()[edition],))
    judged = [bench.attempt(0, f"{SEED}:{n}", "", None, misses=True) for n in range(SAMPLE)]
    assert [] == [str(one) for one in judged if (one.missed and one.harmful) or one.crashed]


@pytest.mark.parametrize("edition", BRAILLE)
def test_each_mutator_finds_a_place(edition: str) -> None:
    """Each kind of change can be made, and the same seed makes the same file again."""
    good = goods()[edition]
    for name in mutators(good):
        made = mutant(good, "1:1", f"^{name}$")
        assert (name, made) == (made[0], mutant(good, "1:1", f"^{name}$"))


@pytest.mark.parametrize("edition", BRAILLE)
def test_witnesses_see_what_is_other(edition: str) -> None:
    """A file is the same as itself, and another one has other words."""
    good = goods()[edition]
    assert () == differences(look(good, good.data), look(good, good.data))
    assert "words" in differences(look(good, good.data), look(good, b"no file at all"))
