"""What must not be released: final leaflets past their date of review, and stale translations of them."""

import json
from datetime import date
from pathlib import Path

import pytest

from clearfold.cli.main import main
from clearfold.pipeline.due import due
from clearfold.translations.checking import accept
from tests.translations.copies import change, leaflet

FRONT = "---\ntitle: Tea\nlang: en\nstatus: {status}\npublished: 2024-01-31\nreview_by: {day}\n---\n"
COPY = f"{FRONT}\n## Water\n\nBoil it.\n"
TODAY = date(2026, 3, 31)


def copy(folder: Path, status: str, day: str) -> Path:
    path = folder / f"{status}-{day}" / "en.md"
    path.parent.mkdir()
    path.write_text(COPY.format(status=status, day=day), "utf-8")
    return path


def test_final_leaflet_past_its_date_is_a_finding(tmp_path: Path) -> None:
    """The place is that of its key; the day itself is not past, and a draft is held to nothing."""
    late = copy(tmp_path, "final", "2026-03-30")
    copy(tmp_path, "final", "2026-03-31")
    copy(tmp_path, "draft", "2020-01-01")
    found = due([tmp_path], today=TODAY)
    assert [("ADV-032", late, 6)] == [(one.code, one.location.path, one.location.line) for one in found.found]
    assert (2, [0]) == (found.final, [one.days for one in found.coming])


def test_dates_ahead_are_told_in_their_order(tmp_path: Path) -> None:
    """They stop nothing, and those beyond the days that were asked for are not told."""
    for day in ("2026-05-30", "2026-04-01", "2026-06-30"):
        copy(tmp_path, "final", day)
    found = due([tmp_path], within=60, today=TODAY)
    assert ([1, 60], ()) == ([one.days for one in found.coming], found.found)


def test_stale_translation_of_a_final_leaflet_is_a_finding(tmp_path: Path) -> None:
    """It is one only while it is final: a draft is not released."""
    folder = leaflet(tmp_path)
    accept(folder / "nl-BE.md", folder / "fr.md", frozenset())
    change(folder / "nl-BE.md", "7,5 mg per week", "8,5 mg per week")
    assert () == due([folder], today=TODAY).found
    change(folder / "fr.md", "status: draft", "status: final")
    found = due([folder], today=TODAY).found
    assert ["TRL-001"] == [one.code for one in found]


def test_exit_code_is_what_a_release_goes_by(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 where all may go out, 1 where one must not; programs get the same as people."""
    assert 2 == main(["due", str(tmp_path)])
    copy(tmp_path, "final", "9999-01-01")
    assert 0 == main(["due", str(tmp_path)])
    assert "The one final leaflet may go out.\n" == capsys.readouterr().out
    copy(tmp_path, "final", "2024-03-01")
    assert 1 == main(["due", str(tmp_path)])
    assert "must not be released" in capsys.readouterr().out
    assert 1 == main(["due", str(tmp_path), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert (False, 2, ["ADV-032"]) == (told["good"], told["final"], [one["code"] for one in told["found"]])
