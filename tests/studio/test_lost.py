"""Nothing is lost: the server is killed while it writes, a few times here, as often as asked for in `nox -s kill`."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import count
from pathlib import Path
from threading import Event, Thread

import pytest

from clearfold.studio.copy.drafts import memory
from clearfold.studio.copy.versions import kept_in
from tests.studio.conftest import TEA, Studio, written
from tests.studio.test_writing import allow, put, read

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL, and mount")
KILLS = int(os.environ.get("CLEARFOLD_KILLS", "4"))
LONGEST = 0.4  # seconds of writing before a kill
ROOT = Path(__file__).parents[2]


@dataclass
class Typing:
    """Somebody who types: each text is kept as a draft, every third one saved; what was answered, and what was not."""

    studio: Studio
    number: Iterator[int]
    begun: Event = field(default_factory=Event)
    saved: str = TEA
    drafted: str | None = None
    waiting: str = ""

    def go_on(self) -> None:
        """Type until the studio is gone."""
        with suppress(OSError, HTTPException, ValueError):
            allow(self.studio)
            sha256 = read(self.studio)["sha256"]
            for number in self.number:
                self.waiting = f"{TEA}\nWord {number}.\n" + "Tea. " * 20_000
                save = number % 3 == 0
                answer = put(self.studio, "/copy/tea/en" if save else "/draft/tea/en", {"text": self.waiting}, sha256)
                assert answer.status in (200, 204)
                if save:
                    self.saved, self.drafted, sha256 = self.waiting, None, read(self.studio)["sha256"]
                else:
                    self.drafted = self.waiting
                self.waiting = ""
                self.begun.set()


@dataclass(frozen=True)
class Nursery:
    """A process that has everything imported, and begins servers."""

    process: "subprocess.Popen[str]"

    @contextmanager
    def serving(self, folder: Path) -> Iterator[tuple[Callable[[], None], Studio]]:
        """Serve a project, and give what kills its server."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{folder}\n")
        self.process.stdin.flush()
        pid, port, secret = self.process.stdout.readline().split()

        def kill() -> None:
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)

        try:
            yield kill, Studio(folder, int(port), secret)
        finally:
            kill()


@pytest.fixture
def nursery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Nursery]:
    """Servers whose user's own folder is a new one."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    words = (sys.executable, "-m", "tests.studio.served")
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield Nursery(process)
        process.kill()


@pytest.mark.slow("starts servers and kills them")
@pytest.mark.timeout(120 + 10 * KILLS)
def test_killed_studio_loses_nothing_that_was_answered(nursery: Nursery, tmp_path: Path) -> None:
    """Killed at any moment, what was answered last is in the copy or its draft, and each file is whole."""
    folder, chance, numbers = written(tmp_path / "project"), random.Random(time.time_ns()), count(1)
    copy = folder / "content/tea/en.md"
    kept, outcomes = memory(), {"copy": 0, "draft": 0, "not yet answered": 0}
    for _ in range(KILLS):
        with nursery.serving(folder) as (kill, studio):
            typing = Typing(studio, numbers, saved=copy.read_text("utf-8"))
            thread = Thread(target=typing.go_on)
            thread.start()
            assert typing.begun.wait(60)
            time.sleep(chance.uniform(0, LONGEST))
            kill()
            thread.join(60)
        text, draft = copy.read_text("utf-8"), kept.draft(copy)
        drafted = draft.text if draft else None
        assert text in (typing.saved, typing.waiting)
        assert drafted in (typing.drafted, typing.waiting, None if text == typing.waiting else typing.drafted)
        last = typing.waiting if typing.waiting in (text, drafted) else typing.drafted or typing.saved
        outcomes["not yet answered" if last == typing.waiting else "copy" if last == text else "draft"] += 1
        assert last in (text, drafted)
        # Nothing was written over where it was killed before its first save.
        assert text == TEA or TEA.encode() in [version.data for version in kept_in(kept.former(copy))]
        kept.drop(copy)
    print(f"{KILLS} kills while it wrote, nothing lost; the last text stood: {outcomes}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    words = ("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder))
    if os.name != "posix" or os.geteuid() != 0 or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("a disk can be made by root alone")
    yield folder
    subprocess.run(("umount", str(folder)), check=True)


@pytest.mark.slow("starts a server")
@pytest.mark.parametrize("state", ["on the same disk", "elsewhere"])
def test_full_disk_is_told_and_loses_nothing(nursery: Nursery, small_disk: Path, tmp_path: Path, state: str) -> None:
    """What cannot be written is told with its reason, and what stood there stands; with room again it is saved."""
    if state == "on the same disk":
        (small_disk / "state").mkdir()
        (tmp_path / "state").symlink_to(small_disk / "state")
    folder = written(small_disk / "project")
    copy, filler = folder / "content/tea/en.md", small_disk / "filler"
    mine = f"{TEA}\n" + "More tea. " * 3000
    with nursery.serving(folder) as (_, studio):
        allow(studio)
        sha256 = read(studio)["sha256"]
        assert 204 == put(studio, "/draft/tea/en", {"text": f"{TEA}\nFirst.\n"}, sha256).status
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        answers = [put(studio, path, {"text": mine}, sha256) for path in ("/draft/tea/en", "/copy/tea/en")]
        assert [204 if state == "elsewhere" else 507, 507] == [answer.status for answer in answers]
        assert "No space left on device" in answers[-1].text
        assert TEA.encode() == copy.read_bytes()
        draft = memory().draft(copy)
        assert draft is not None
        assert (mine if state == "elsewhere" else f"{TEA}\nFirst.\n") == draft.text
        assert ["en.md", "nl.md"] == sorted(path.name for path in copy.parent.iterdir())
        filler.unlink()
        assert 200 == put(studio, "/copy/tea/en", {"text": mine}, sha256).status
    assert (mine, None) == (copy.read_text("utf-8"), memory().draft(copy))
