"""A studio that runs as people run it: a process of its own, and the file that leads to it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Started:
    """A studio that runs, and the file that leads to it."""

    process: "subprocess.Popen[str]"
    file: Path

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def studio(project: Path, state: Path) -> Iterator[Started]:
    """Start the studio as people do, and end it."""
    env = {**os.environ, "XDG_STATE_HOME": str(state), "PYTHONUNBUFFERED": "1"}
    words = (sys.executable, "-m", "clearfold", "studio", str(project), "--no-open")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        match = re.search(r"open (\S+\.html)", process.stdout.readline())
        assert match, "the first line names the file"
        try:
            yield Started(process, Path(match[1]))
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def address_of(started: Started) -> str:
    """Return the address to which the file leads."""
    match = re.search(r"http://127\.0\.0\.1:\d+/[^\"'<>\s;]+", started.file.read_text("utf-8"))
    assert match, "the file leads to the studio"
    return match[0]
