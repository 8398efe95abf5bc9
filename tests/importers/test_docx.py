import pytest

from tests.importers.taken import Taken, take
from tests.importers.word_traps import TRAPS, mark, word_traps


@pytest.fixture(scope="module")
def taken() -> Taken:
    return take(word_traps(), "traps.docx")


def test_every_trap_is_taken_or_listed(taken: Taken) -> None:
    """Of each of the marked traps of a Word file, the word stands in the copy or in the ledger."""
    assert [] == [name for number, name in enumerate(TRAPS) if not taken.has(mark(number))]


def test_copy_of_the_traps_is_proven(taken: Taken) -> None:
    """The second reading of the traps explains every word."""
    assert () == taken.proof.differences
    assert taken.proof.words == taken.proof.accounted
