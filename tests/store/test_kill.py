"""Builds killed at random moments: a few here, as many as CLEARFOLD_KILLS says in `nox -s kill`."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import clearfold
from clearfold.model.digest import digest
from clearfold.model.errors import UsageError
from clearfold.store.published_set import read, sets

pytestmark = pytest.mark.no_cover

KILLS = int(os.environ.get("CLEARFOLD_KILLS", "6"))
COPY = "---\ntitle: Tea\nlang: en\n---\n\n## Water\n\nBoil {} water.\n"
WORDS = ("-e", "epub", "-e", "large-print", "--no-check", "-q")


@pytest.mark.slow("starts builds and kills them")
@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_build_leaves_a_whole_set(tmp_path: Path) -> None:
    """Killed at any moment, a build leaves the whole old set or the whole new one; the next one leaves no litter."""
    chance = random.Random(time.time_ns())
    copy, folder = tmp_path / "content/tea/en.md", tmp_path / "build/tea/en"
    copy.parent.mkdir(parents=True)
    taken = _build(copy, "hot", tmp_path)
    before = read(folder)[1]
    outcomes = {"old": 0, "new": 0}
    for number in range(KILLS):
        old, seed = read(folder)[1], f"{number} times boiled"
        copy.write_text(COPY.format(seed), "utf-8")
        process = subprocess.Popen(_command(copy, tmp_path), stderr=subprocess.DEVNULL)
        if number % 2:  # every other one while the set is being put in its place, which is soon over
            _wait_for(folder.with_name(".en-new"), process)
            time.sleep(chance.uniform(0, 0.05))
        else:
            time.sleep(chance.uniform(0, taken * 1.2))
        process.kill()
        process.wait()
        assert process.returncode in (0, -9)
        assert (folder,) == sets(tmp_path / "build")
        manifest, found = read(folder)
        assert [digest(found[file.path]) for file in manifest.files] == [file.sha256 for file in manifest.files]
        assert 1 == len({file.source_sha256 for file in manifest.files})
        assert sorted(before) == sorted(found)
        outcomes["old" if found == old else "new"] += 1
        if found != old:
            assert digest(copy.read_bytes()) == manifest.source_sha256
    _build(copy, "at last", tmp_path)
    assert [folder] == list(folder.parent.iterdir())
    print(f"{KILLS} builds killed: {outcomes['old']} left the old set, {outcomes['new']} the new one")


def _command(copy: Path, root: Path) -> list[str]:
    return [sys.executable, "-m", "clearfold", "build", str(copy), "-o", str(root / "build"), *WORDS]


def _build(copy: Path, word: str, root: Path) -> float:
    copy.write_text(COPY.format(word), "utf-8")
    start = time.monotonic()
    subprocess.run(_command(copy, root), check=True)
    return time.monotonic() - start


def _wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    while not path.exists() and process.poll() is None:
        time.sleep(0.0005)


@pytest.mark.slow("starts the command twice")
@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
def test_build_that_may_write_no_more_keeps_the_last_set(tmp_path: Path) -> None:
    """Where the system refuses to write, which a full disk does too, the build says so, and the old set stands."""
    copy, folder = tmp_path / "content/tea/en.md", tmp_path / "build/tea/en"
    copy.parent.mkdir(parents=True)
    _build(copy, "hot", tmp_path)
    old = read(folder)
    copy.write_text(COPY.format("cold"), "utf-8")
    shell = f"ulimit -f 8; exec {' '.join(_command(copy, tmp_path))}"
    told = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=False)
    assert (2, True) == (told.returncode, "cannot be made: File too large" in told.stderr)
    assert old == read(folder)
    assert [folder] == list(folder.parent.iterdir())


@pytest.mark.slow("starts the command")
def test_folder_that_may_not_be_written_keeps_the_last_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only folder is told as such in one line, and the old set stands."""
    copy, folder = tmp_path / "content/tea/en.md", tmp_path / "build/tea/en"
    copy.parent.mkdir(parents=True)
    _build(copy, "hot", tmp_path)
    old = read(folder)
    if os.name == "posix" and os.geteuid() == 0:  # root may write everywhere: be told what others are told
        monkeypatch.setattr(Path, "mkdir", _read_only(Path.mkdir))
    else:
        folder.parent.chmod(0o555)
    copy.write_text(copy.read_text("utf-8").replace("hot", "cold"), "utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        clearfold.build([copy], tmp_path / "build", ["epub"], check=False)
    folder.parent.chmod(0o755)
    assert old == read(folder)


def _read_only(mkdir: object) -> object:
    def refuse(path: Path, *words: object, **more: object) -> None:
        if path.name.startswith("."):
            raise PermissionError(13, "Permission denied")
        mkdir(path, *words, **more)  # type: ignore[operator]

    return refuse
