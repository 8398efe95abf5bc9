"""``clearfold advise``: what would help a reader, and never a verdict."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from clearfold.cli.main import main


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy with a dose that is glued to its unit."""
    path = tmp_path / "content/tea/en.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\ntitle: Tea\nlang: en\n---\n\nTake 500mg.\n", "utf-8")
    return path


def test_advice_is_told_with_place_and_proposal(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person reads where it is, what is meant and what to type."""
    main(["advise", str(copy)])
    told = capsys.readouterr().out
    assert f"{copy}:6:6: ADV-013: “500mg” has no space" in told
    assert "write “500 mg”" in told


def test_advice_is_no_finding(copy: Path) -> None:
    """The exit code is 0, whatever is advised."""
    assert 0 == main(["advise", "-q", str(copy)])


def test_advice_for_programs(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, each piece has its place, its words and its reason."""
    main(["advise", "--format", "json", str(copy.parent)])
    (one,) = [one for one in json.loads(capsys.readouterr().out)["copies"][0]["advice"] if one["code"] == "ADV-013"]
    assert (6, 6, "500mg", "precise") == (one["line"], one["column"], one["said"], one["sureness"])


def test_copy_that_cannot_be_read_stops_no_other(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with one copy is told, and the others are advised on."""
    (copy.parent / "fr.md").write_text("---\ntitle: [\nlang: fr\n---\n", "utf-8")
    assert 1 == main(["advise", str(copy.parent)])
    told = capsys.readouterr()
    assert "ADV-013" in told.out
    assert "fr.md:" in told.err


def test_nothing_of_it_is_imported_when_not_asked() -> None:
    """A command that does not advise pays nothing for it."""
    words = "import sys, clearfold.cli.main; print('clearfold.advice' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert "False" == told.stdout.strip()


def test_page_for_the_board_is_written(copy: Path) -> None:
    """--report writes one file of HTML."""
    page = copy.with_name("advice.html")
    assert 0 == main(["advise", "-q", str(copy), "--report", str(page), "--since", str(copy)])
    assert "The advice is the same." in page.read_text("utf-8")


def test_copy_that_takes_too_long_is_given_up(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy in which something grows without end is told, and the command ends."""
    monkeypatch.setattr("clearfold.pipeline.advise.LONGEST", 0.01)
    monkeypatch.setattr("clearfold.advice.advise", lambda *_: [None for _ in iter(int, 1)])
    assert 1 == main(["advise", str(copy)])
    assert "SRC-089" in capsys.readouterr().err
