"""The folder of a program that runs: everything temporary stands in it, and nothing of one that was killed stays."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from clearfold.store.scratch import scratch

_RUNS = """
import sys, tempfile, time
from clearfold.store.scratch import scratch
tempfile.tempdir = sys.argv[1]
with scratch("test"):
    print(tempfile.mkdtemp(), flush=True)
    time.sleep(60)
"""


def test_folder_is_removed_at_the_end_and_holds_what_is_temporary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What asks for a temporary folder gets one in it, and elsewhere again once it has gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with scratch("test") as folder:
        assert folder in Path(tempfile.mkdtemp()).parents
    assert (str(tmp_path), []) == (tempfile.gettempdir(), list(tmp_path.iterdir()))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_next_one_removes_what_a_killed_one_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of one that runs stays; once that was killed, the next one that starts takes it away."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "clearfold-test-of-somebody.html").touch()
    words = (sys.executable, "-c", _RUNS, str(tmp_path))
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        theirs = Path(running.stdout.readline().strip())
        with scratch("test"):
            assert theirs.is_dir()
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert theirs.is_dir()
    with scratch("test"):
        assert not theirs.parent.exists()
    assert ["clearfold-test-of-somebody.html"] == [path.name for path in tmp_path.iterdir()]
