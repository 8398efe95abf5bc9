"""The same copy gives the same bytes: in another folder, at another time, under another environment."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from clearfold.cli.commands import build as build_command
from clearfold.cli.main import main
from clearfold.cli.output import FINDINGS, PROVEN, USAGE
from clearfold.model.errors import UsageError
from clearfold.pipeline.building.build import build
from clearfold.pipeline.reproduce import verify

ROOT = Path(__file__).parents[2]
COPIES = ("tests/cases/good/03-front-matter-in-full", "tests/cases/good/32-picture-with-caption")
TEA = "---\ntitle: Tea\nlang: en\n---\n\n## Water\n\nBoil fresh water.\n"
# A clock that runs elsewhen, for all that asks Python for the time.
LATER = """
import datetime, time
_shift = {shift}
_time, _local, _gm = time.time, time.localtime, time.gmtime
time.time = lambda: _time() + _shift
time.localtime = lambda at=None: _local(time.time() if at is None else at)
time.gmtime = lambda at=None: _gm(time.time() if at is None else at)
class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls):
        return cls.now()
datetime.datetime = _Later
"""


def clone(folder: Path) -> None:
    """Lay a copy of the package, its styles and some leaflets in a folder of their own."""
    for name in ("src", "styles", *COPIES):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


def sums(folder: Path, shift: int, epoch: str, **environment: str) -> dict[str, str]:
    """Build in a clone under an environment; return the SHA-256 of every file, the manifests among them."""
    (folder / "elsewhen").mkdir(exist_ok=True)
    (folder / "elsewhen/sitecustomize.py").write_text(LATER.format(shift=shift), "utf-8")
    path = os.pathsep.join((str(folder / "src"), str(folder / "elsewhen")))
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")}
    env = {**kept, "PYTHONPATH": path, **environment, **({"SOURCE_DATE_EPOCH": epoch} if epoch else {})}
    words = ("build", *COPIES, "-o", "build", "-q", "-e", "large-print", "-e", "accessible", "-e", "epub")
    subprocess.run([sys.executable, "-m", "clearfold", *words], cwd=folder, env=env, check=True)
    files = sorted(path for path in (folder / "build").rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.no_cover
@pytest.mark.slow("builds in two clones, each in a process of its own")
@pytest.mark.parametrize("epoch", ["", "1700000000"])
def test_two_clones_give_the_same_bytes(epoch: str, tmp_path: Path) -> None:
    """Two clones at different paths, under other clocks, zones, languages, seeds and users: the same SHA-256."""
    one, two = tmp_path / "one", tmp_path / "an other folder" / "deep é"
    clone(one)
    clone(two)
    here = sums(one, 0, epoch, TZ="UTC", LANG="C.UTF-8", PYTHONHASHSEED="1", HOME=str(one), USER="a")
    there = sums(
        two,
        400 * 86_400,
        epoch,
        TZ="Asia/Kathmandu",
        LC_ALL="tr_TR.UTF-8",
        LANGUAGE="tr",
        PYTHONHASHSEED="99",
        USER="zoë",
        HOME=str(two),
        XDG_CACHE_HOME=str(two / "cache"),
        TMPDIR=str(two),
    )
    assert len(here) >= 8
    assert here == there


@pytest.mark.no_cover
@pytest.mark.slow("builds in two processes")
def test_epoch_is_honoured(tmp_path: Path) -> None:
    """Another SOURCE_DATE_EPOCH is another file: it is the time that the file says."""
    clone(tmp_path)
    one = sums(tmp_path, 0, "1700000000", HOME=str(tmp_path))
    two = sums(tmp_path, 0, "1800000000", HOME=str(tmp_path))
    assert {path for path in one if path.endswith(".epub")} <= {path for path in one if one[path] != two[path]}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "content" / "tea" / "en.md"
    path.parent.mkdir(parents=True)
    path.write_text(TEA, "utf-8")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.mark.slow("builds twice")
def test_verify_finds_nothing_in_what_is_the_same(copy: Path) -> None:
    """What is built twice alike is good."""
    assert PROVEN == main(["build", "--verify", "--no-check", "-q", "-e", "epub", "-e", "large-print"])


@pytest.mark.slow("builds twice")
def test_verify_names_the_file_that_differs(copy: Path) -> None:
    """A file that is not what a second build makes is named, and so is the manifest that vouches for it."""
    (built,) = build(editions=["epub", "large-print"], check=False)
    assert built.folder
    (built.folder / "tea-en.epub").write_bytes(b"other")
    assert (f"{built.folder / 'tea-en.epub'}: differs when it is built a second time",) == verify(
        (built,), ["epub", "large-print"]
    )


@pytest.mark.slow("builds twice")
def test_verify_tells_what_the_command_line_found(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A book that tells the time is found out by the command line, which says so and fails."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (built,) = build(editions=["epub"], check=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.setattr(build_command, "build", lambda *_, **__: (built,))
    assert FINDINGS == main(["build", "--verify", "-e", "epub"])
    assert "tea-en.epub: differs" in capsys.readouterr().err


def test_optimised_python_is_refused(copy: Path) -> None:
    """WeasyPrint decides by assertions how large a background is: without them, pages would be drawn otherwise."""
    command = [sys.executable, "-O", "-m", "clearfold", "build", "-e", "epub"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (USAGE, True) == (told.returncode, "without -O and PYTHONOPTIMIZE" in told.stderr)


@pytest.mark.slow("builds twice")
def test_copy_that_does_not_build_again_is_told(copy: Path) -> None:
    """Where the second build fails, the reason is told."""
    built = build(editions=["epub"], check=False)
    copy.write_text("---\ntitle: Tea\n---\n\nText.\n", "utf-8")
    with pytest.raises(UsageError, match=r"a second time: .*SRC-010"):
        verify(built, ["epub"])
