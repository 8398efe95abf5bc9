"""Characters that a parser drops between the two readings of a copy are told at their line; whole copies are silent."""

from pathlib import Path

import pytest

from tests.faults import dropped
from tests.faults.scoring import below

COPIES = sorted(dropped.GOOD.glob("*/*.md"))[::6]


@pytest.mark.parametrize("path", COPIES, ids=lambda path: path.parent.name)
def test_dropped_characters_are_told(path: Path) -> None:
    """Of every kind of block, whatever one parser or both drop is told at its line; of the whole copy nothing is."""
    alarms, verdicts = dropped.run_file(path, pieces=tuple(dropped.PIECES))
    assert ([], []) == (alarms, [verdict.note for verdict in verdicts if verdict.note])
    assert () == below(verdicts, len(alarms))


def test_random_copy_is_told_too() -> None:
    """A leaflet made at random is accounted for, and loses nothing in silence."""
    alarms, verdicts = dropped.run_seed(1)
    assert ([], set()) == (alarms, {verdict.note for verdict in verdicts} - {""})


def test_without_the_accounting_both_parsers_lose_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What both parsers drop alike is told by the accounting alone: without it the family falls below the bar."""
    monkeypatch.setattr(dropped, "unread", lambda _source, _expected: ())
    _, verdicts = dropped.run_file(COPIES[0], "both", tuple(dropped.PIECES))
    assert {False} == {verdict.caught for verdict in verdicts}
    assert below(verdicts, 0)
