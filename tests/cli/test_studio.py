"""The command that starts the studio."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from clearfold.cli import main
from clearfold.cli.commands import studio
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


@pytest.mark.slow("starts the studio as people do")
@pytest.mark.skipif(os.name == "nt", reason="a signal of the keyboard cannot be sent to one process there")
def test_studio_is_reached_by_its_file_until_it_is_stopped(tmp_path: Path) -> None:
    """The first line names a file, which leads to the shelf; Ctrl+C ends the studio, and the file is gone."""
    (tmp_path / "content" / "tea").mkdir(parents=True)
    (tmp_path / "content/tea/en.md").write_text("---\ntitle: Tea\nlang: en\n---\n\nText.\n", "utf-8")
    words = (sys.executable, "-m", "clearfold", "studio", str(tmp_path), "--no-open")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            named = re.search(r"open (\S+\.html)", process.stdout.readline())
            assert named
            file = Path(named[1])
            address = re.search(r"url=(\S+)\"", file.read_text("utf-8"))
            assert address
            with urlopen(address[1]) as answer:
                assert "Tea" in answer.read().decode()
            with pytest.raises(HTTPError, match="403"):
                urlopen(address[1].rsplit("/", 2)[0] + "/")
            process.send_signal(signal.SIGINT)
            assert 0 == process.wait(timeout=60)
        finally:
            process.kill()
    assert not file.exists()
