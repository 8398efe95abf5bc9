"""“clearfold watch” as people call it: a save is shown, a mistake leaves the last page, all is built at rest."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from clearfold.cli.main import main

COPY = """---
title: Sharpening knives
lang: en
id: knives
key_messages: [Keep the angle.]
contact: {phone: "0200 000"}
---

## The stone { #stone }

Wet the stone.

## The edge { #edge }

Feel the edge with care.
"""


@dataclass
class Watched:
    """A program that watches a copy, and what it tells."""

    copy: Path
    build: Path
    told: Iterator[dict[str, Any]]

    last: dict[str, Any] = field(default_factory=dict)

    def until(self, wanted: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Return the first state that is wanted, from the last that was told on; not every one is."""
        while not (self.last and wanted(self.last)):
            self.last = next(self.told)
        return self.last


def events(address: str) -> Iterator[dict[str, Any]]:
    parts = urlsplit(address)
    asked = HTTPConnection(parts.hostname or "", parts.port or 0, timeout=100)
    asked.request("GET", f"{parts.path}news")
    with asked.getresponse() as stream:
        for line in stream:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs that are begun here heed Ctrl-C, which one inherits to ignore from a shell's background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_watching_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no copy, it says so, and no page is named."""
    assert 2 == main(["watch", str(tmp_path / "content")])
    assert ("", True) == ((told := capsys.readouterr()).out, "there is no file or folder" in told.err)


@pytest.mark.slow("starts a program with two processes, which print, until it is interrupted")
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_saves_are_shown_and_built_at_rest(tmp_path: Path, interruptible: None) -> None:
    """An edit, a mistake and its cure are seen one after the other; only a build at rest changes the published set."""
    copy = tmp_path / "content/knives/en.md"
    copy.parent.mkdir(parents=True)
    copy.write_text(COPY, "utf-8")
    program = subprocess.Popen(
        [sys.executable, "-m", "clearfold", "watch", "content", "--no-check"],
        cwd=tmp_path,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        assert program.stdout is not None
        told = events(program.stdout.readline().split()[0])
        watched = Watched(copy, tmp_path / "build", told)
        _watch(watched)
    finally:
        program.send_signal(signal.SIGINT)
        out, complaints = program.communicate(timeout=60)
    assert 0 == program.returncode
    assert f"{copy.relative_to(tmp_path)}:15:5: error SRC-003" in complaints
    assert [] == [word for word in ("stopped", "Warning", "Traceback") if word in complaints + out]
    assert "of advice on how it can help its readers more: clearfold advise" in out


def _watch(watched: Watched) -> None:
    built = watched.until(lambda state: state["files"] and state["pictures"] and not state["building"])
    assert "knives-en.html" in [name for name, _ in built["files"]]
    first = files(watched.build)
    watched.copy.write_text(COPY.replace("with care", "with great care"), "utf-8")
    edited = watched.until(lambda state: state["page"] != built["page"])
    assert first == files(watched.build)
    sketched = watched.until(lambda state: state["pictures"] != built["pictures"])
    assert ("The edge", 1) == (sketched["heading"], len(sketched["pictures"]))
    watched.until(lambda state: not state["building"] and files(watched.build) != first)
    second = files(watched.build)
    assert {"knives/en/knives-en.html", "knives/en/manifest.json"} <= {n for n in first if first[n] != second[n]}
    watched.copy.write_text(COPY.replace("Feel the edge with care.", "![](images/edge.svg)"), "utf-8")
    faulty = watched.until(lambda state: state["problems"])
    assert (edited["page"], True) == (faulty["page"], faulty["old"])
    assert {"content/knives/en.md:15:5"} == {problem["place"] for problem in faulty["problems"]}
    assert second == files(watched.build)
    renamed = watched.copy.with_name("en.md~")
    renamed.write_text(COPY, "utf-8")
    renamed.replace(watched.copy)
    assert not watched.until(lambda state: not state["problems"])["old"]
