"""The moment that files say they were made."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.markdown import read_leaflet
from clearfold.press.timestamp import moment


def made(front: str = "") -> datetime:
    return moment(read_leaflet(parse_source(Path("en.md"), f"---\ntitle: A\nlang: en\n{front}---\n\nText.".encode())))


def test_source_date_epoch_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The convention of reproducible builds comes before the front matter."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert datetime(1970, 1, 2, tzinfo=UTC) == made("published: 2026-11-23\n")


def test_day_of_publication_else_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a date of its own, a leaflet has one that does not change."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert datetime(2026, 11, 23, tzinfo=UTC) == made("published: 2026-11-23\n")
    assert datetime(2000, 1, 1, tzinfo=UTC) == made()


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "\u00b2", "1.5", "9" * 30])
def test_time_that_is_none_is_told(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that is no time is an error, not another time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(LeafletError, match=r"SRC-013.*SOURCE_DATE_EPOCH"):
        made()
