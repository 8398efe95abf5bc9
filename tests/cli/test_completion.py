"""What the tab key does in real shells, typed at a terminal of their own."""

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clearfold.cli.main import main

SHELLS = {
    "bash": (("--noprofile", "--norc", "-i"), "clearfold", 'source ./clearfold; clearfold() { echo "got: $*."; }'),
    "zsh": (
        ("-f", "-i"),
        "_clearfold",
        'fpath+=$PWD; autoload -Uz compinit; compinit -u -D; clearfold() { echo "got: $*."; }',
    ),
    "fish": (
        ("--interactive",),
        ".config/fish/completions/clearfold.fish",
        'function clearfold; echo "got: $argv."; end',
    ),
}
"""How each is begun, where it has its script, and what it is told: Clearfold itself only tells what was typed."""
TYPED = {
    "clearfold doct\t": "doctor",
    "clearfold build -e accessi\t": "build -e accessible",
    "clearfold explain SRC-09\t1": "explain SRC-091",
    "clearfold check --wit\t": "check --witnesses",
    "clearfold fix leaf\t": "fix leaflet.md",
}


class Terminal:
    """A terminal with a shell in it: what is typed goes in, what is shown comes out."""

    def __init__(self, words: list[str], folder: Path) -> None:
        import pty
        from fcntl import ioctl
        from termios import TIOCSCTTY

        self._ours, theirs = pty.openpty()
        variables = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
        self.shell = subprocess.Popen(
            words,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=variables,
            start_new_session=True,
            preexec_fn=lambda: ioctl(0, TIOCSCTTY, 0),  # fish asks for a terminal that is its own
        )
        os.close(theirs)

    def type(self, keys: str, until: str, seconds: float = 60) -> str:
        """Type keys, and return what is shown up to some words; fail where they do not come."""
        os.write(self._ours, keys.encode())
        shown, end = "", time.monotonic() + seconds
        while until not in shown:
            assert time.monotonic() < end, f"{until!r} is not in {shown!r}"
            if select.select([self._ours], [], [], 0.1)[0]:
                shown += os.read(self._ours, 4096).decode("utf-8", "replace")
        return shown

    def close(self) -> None:
        """End the shell."""
        self.shell.kill()
        self.shell.wait()
        os.close(self._ours)


@pytest.mark.skipif(sys.platform == "win32", reason="these are the shells of other systems")
@pytest.mark.parametrize("shell", SHELLS)
def test_tab_completes_what_was_begun(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Commands, options, editions, codes and files, in the shell itself."""
    if not (program := shutil.which(shell)):
        pytest.skip(f"{shell} is not on this machine")
    words, place, setting = SHELLS[shell]
    assert 0 == main(["completion", shell])
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(capsys.readouterr().out, "utf-8")
    (tmp_path / "leaflet.md").touch()
    terminal = Terminal([program, *words], tmp_path)
    try:
        terminal.type(f"{setting}; echo rea''dy\n", "ready")
        for keys, whole in TYPED.items():
            terminal.type(f"{keys}\n", f"got: {whole}.")
    finally:
        terminal.close()
