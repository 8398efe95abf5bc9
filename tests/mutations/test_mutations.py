"""A sample of mutations with fixed seeds: what a witness sees of them is told; and the bench itself works."""

from functools import cache

import pytest

from tests.faults.goods import SMALL, Good, built
from tests.mutations import bench
from tests.mutations.bench import look, mutant, mutators
from tests.mutations.sight import HARMFUL, differences
from tests.mutations.verdicts import Judged, below, tables

pytestmark = pytest.mark.no_cover

EDITIONS = ("accessible", "epub")
SAMPLE = {"epub": 40, "accessible": 8}  # mutations of each edition
SEED = 20261128


@cache
def goods() -> dict[str, Good]:
    return {one.edition: one for one in built(SMALL, ("large-print", *EDITIONS)) if one.edition in EDITIONS}


@pytest.mark.slow("proves some dozens of changed files of each edition")
@pytest.mark.parametrize("edition", SAMPLE)
def test_what_a_witness_sees_is_told(edition: str) -> None:
    """No mutation of the sample changes words or targets in silence, and hardly any changes what is seen."""
    good = goods()[edition]
    bench.take((good,))
    judged = [bench.attempt(0, f"{SEED}:{n}", "", None, misses=True) for n in range(SAMPLE[edition])]
    assert [] == [str(one) for one in judged if one.missed or one.crashed]


@pytest.mark.parametrize("edition", EDITIONS)
def test_seed_makes_the_same_file_again(edition: str) -> None:
    """A miss can be made again from the seed that the bench prints."""
    good = goods()[edition]
    assert mutant(good, "3:14") == mutant(good, "3:14")


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_mutator_finds_a_place(edition: str) -> None:
    """Each kind of change can be made to an edition of the press."""
    good = goods()[edition]
    for name in mutators(good):
        assert name == mutant(good, "1:1", f"^{name}$")[0]


@pytest.mark.parametrize("edition", EDITIONS)
def test_witnesses_see_no_difference_where_there_is_none(edition: str) -> None:
    """A file that is looked at twice is the same one."""
    good = goods()[edition]
    assert () == differences(look(good, good.data), look(good, good.data))


@pytest.mark.parametrize("edition", EDITIONS)
def test_witnesses_see_other_words(edition: str) -> None:
    """A file of another leaflet has other words for each witness."""
    good = goods()[edition]
    assert "words" in differences(look(good, good.data), look(good, b"no file at all"))


def judged(seen: tuple[str, ...], told: tuple[str, ...]) -> Judged:
    return Judged("a.pdf", "accessible", "1:1", "object: entry dropped", "Page, dropped", "a note", seen, told, 0.1)


def test_miss_of_words_is_below_the_bar() -> None:
    """One word that was changed in silence is one too many."""
    runs = [judged((HARMFUL[0], "pixels"), ()), *[judged(("pixels",), ("PDF-001",))] * 99]
    assert ("1 mutations of words or targets are missed, where none may be",) == below(runs, 0)


def test_few_misses_of_pixels_are_not_below_the_bar() -> None:
    """What is seen and hurts nobody may be missed three times in a hundred."""
    assert () == below([judged(("pixels",), ()), *[judged(("pixels",), ("PDF-001",))] * 49], 0)


def test_many_misses_are_below_the_bar() -> None:
    """More than three in a hundred may not be missed."""
    short = below([judged(("pixels",), ()), *[judged(("pixels",), ("PDF-001",))] * 9], 0)
    assert ("fewer than 97% of the mutations that a witness sees are told",) == short


def test_failure_of_the_proof_is_below_the_bar() -> None:
    """A crash is told as such, though the file is not proven."""
    assert ("1 times the proof itself failed",) == below([judged((), ("crash: ValueError",))], 0)


def test_table_counts_what_was_seen_and_told() -> None:
    """A line for each kind has what was seen, told, missed, and told alone."""
    line = next(
        one
        for one in tables([judged(("words",), ()), judged((), ("PDF-001",))], 0).splitlines()
        if "entry dropped" in one
    )
    assert ["1", "0", "1", "0.0%", "1", "0"] == line.split()[-6:]
