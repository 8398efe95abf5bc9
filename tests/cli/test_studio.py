"""The command that starts the studio."""

from pathlib import Path

import pytest

from clearfold.cli import main, studio
from clearfold.cli.output import USAGE


def test_without_its_extra_it_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the server's libraries are not installed, one line says how to get them."""
    monkeypatch.setattr(studio, "NEEDED", ("starlette", "a_library_that_nobody_has"))
    assert USAGE == main.main(["studio"])
    told = capsys.readouterr().err
    assert (True, 1) == ("pip install 'clearfold[studio]'" in told, told.count("\n"))


def test_folder_that_is_no_project_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no content/, one line says how to begin."""
    assert USAGE == main.main(["studio", str(tmp_path)])
    assert "clearfold new" in capsys.readouterr().err
