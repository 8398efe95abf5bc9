"""Many leaflets at a time: the same bytes, in their order, whatever becomes of one of them or of its worker."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

import clearfold
from clearfold.cli.main import main
from clearfold.model.errors import UsageError
from clearfold.pipeline.building import batch
from clearfold.pipeline.building.batch import Slots, build_all
from clearfold.pipeline.building.build import Built
from clearfold.pipeline.building.leaflet_job import Order
from clearfold.store.cache import Cache
from tests.pipeline.killing import killed_once

NAMES = ("apple", "bread", "cocoa", "dates")


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        path = tmp_path / "content" / name / "en.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\ntitle: {name.capitalize()}\nlang: en\n---\n\n## Water\n\nOf {name}.\n", "utf-8")
    return tuple(Path("content") / name / "en.md" for name in NAMES)


def sums(folder: str) -> dict[str, bytes]:
    files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow("starts workers")
def test_same_bytes_whatever_the_number_of_workers(copies: tuple[Path, ...]) -> None:
    """What two processes make is what one makes, and what is told of it comes in the order of the copies."""
    serial = clearfold.build(output=Path("build"), editions=["epub"], jobs=1)
    first = sums("build")
    Path("build").rename("one")
    parallel = clearfold.build(output=Path("build"), editions=["epub"], jobs=2)
    assert serial == parallel
    assert first == sums("build")
    assert list(copies) == [built.source for built in parallel]


@pytest.mark.slow("starts a second process")
def test_same_bytes_with_a_process_beside(copies: tuple[Path, ...]) -> None:
    """Editions of one leaflet that are made side by side are those that are made one after the other."""
    names = ("large-print", "accessible", "epub")
    serial = clearfold.build(copies[:1], Path("build"), names, jobs=1)
    first = sums("build")
    Path("build").rename("one")
    assert serial == clearfold.build(copies[:1], Path("build"), names, jobs=2)
    assert first == sums("build")


@pytest.mark.slow("prints the largest editions in a second process")
@pytest.mark.parametrize("beside", ["print-shop", "flyer-c", "large-print-booklet"])
def test_every_kind_of_edition_comes_back_from_the_process_beside(copies: tuple[Path, ...], beside: str) -> None:
    """What is made there is sent here whole, whoever writes it."""
    (built,) = clearfold.build(copies[:1], Path("build"), ["large-print", "epub", beside], check=False, jobs=2)
    assert built.manifest
    assert {"large-print", "epub", beside} == {file.edition for file in built.manifest.files}


@pytest.mark.slow("starts a second process")
def test_mistake_beside_is_told_as_here(copies: tuple[Path, ...]) -> None:
    """What cannot be made in the process beside this one is a diagnostic of the same words."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
    (copies[0].parent / "cup.svg").write_text(picture, "utf-8")
    publisher = copies[0].parent / "publisher.yaml"
    publisher.write_text("style: brand.css\n", "utf-8")
    (copies[0].parent / "brand.css").write_text(".accessible p { colour: red }\n", "utf-8")
    names = ("large-print", "accessible")
    serial, beside = (clearfold.build(copies[:1], Path("build"), names, check=False, jobs=jobs) for jobs in (1, 2))
    assert ["SRC-070"] == [found.code for found in serial[0].diagnostics]
    assert serial == beside


@pytest.mark.slow("starts workers")
def test_mistake_in_one_leaflet_stops_no_other(copies: tuple[Path, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """The others are made, and the last line says which was not."""
    copies[1].write_text("---\ntitle: Bread\nlang: tlh\n---\n\n## Water\n\nFresh.\n", "utf-8")
    assert 1 == main(["build", "--jobs", "2", "-e", "epub", "--no-check", "--no-cache"])
    told = capsys.readouterr()
    assert "SRC-014" in told.err
    assert f"3 of 4 leaflets are good; not: {copies[1]}" == told.out.splitlines()[-1]
    assert ["apple", "cocoa", "dates"] == sorted(path.name for path in Path("build").iterdir())


@pytest.mark.slow("starts workers")
def test_set_that_cannot_be_written_stops_no_other(copies: tuple[Path, ...]) -> None:
    """Where the folder of one leaflet is a file, that leaflet alone is not built (SRC-079)."""
    Path("build").mkdir()
    (Path("build") / "bread").write_text("", "utf-8")
    built = clearfold.build(editions=["epub"], check=False, jobs=2)
    assert [True, False, True, True] == [item.good for item in built]
    assert ["SRC-079"] == [found.code for found in built[1].diagnostics]


@pytest.mark.slow("starts workers")
def test_twin_is_told_before_anything_is_made(copies: tuple[Path, ...]) -> None:
    """Of two leaflets with one id and language the second is at fault, whichever worker would have been first."""
    copies[2].write_text("---\ntitle: Cocoa\nid: apple\nlang: en\n---\n\n## Water\n\nFresh.\n", "utf-8")
    built = clearfold.build(editions=["epub"], check=False, jobs=2)
    assert [(), (), ("SRC-060",), ()] == [tuple(found.code for found in item.diagnostics) for item in built]


@pytest.mark.slow("starts workers, one of them twice")
@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal of POSIX")
def test_killed_worker_costs_its_leaflet_a_second_try(
    copies: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A worker that is killed in the middle is replaced; every leaflet is there in the end, no other begun twice."""
    monkeypatch.setattr(batch, "build_there", killed_once)
    monkeypatch.setenv("CLEARFOLD_TEST_LOG", str(tmp_path / "log"))
    order = Order(Path("build"), ("epub",), check=False)
    built = build_all(copies, order, batch.local_slots(2), lambda _: None)
    assert [True] * 4 == [item.good for item in built]
    begun = (tmp_path / "log").read_text("utf-8").split()
    assert ["apple", "bread", "bread", "cocoa", "dates"] == sorted(begun)


class Broken(Executor):
    """An executor whose worker is killed whatever it is given."""

    def submit(self, *_: object, **__: object) -> "Future[Built]":  # type: ignore[override]
        future: Future[Built] = Future()
        future.set_exception(BrokenExecutor("killed"))
        return future


def test_leaflet_that_kills_its_worker_twice_is_told(copies: tuple[Path, ...]) -> None:
    """There is no third try, and the leaflet is named (SRC-079)."""
    slots = Slots(1, Broken, lambda _: None)
    built = build_all(copies[:2], Order(Path("build")), slots, lambda _: None)
    assert [["SRC-079"], ["SRC-079"]] == [[found.code for found in item.diagnostics] for item in built]
    assert "killed twice" in built[0].diagnostics[0].fact


def test_any_executor_serves_and_progress_is_told(copies: tuple[Path, ...]) -> None:
    """Threads serve too; each step says how many are done, which are in work, and in the end that all are."""
    said: list[str] = []
    slots = Slots(2, lambda: ThreadPoolExecutor(1), lambda executor: executor.shutdown())
    built = build_all(copies, Order(Path("build"), ("epub",), check=False), slots, lambda step: said.append(str(step)))
    assert [True] * 4 == [item.good for item in built]
    assert f"0 of 4 done; in work: {copies[0]}, {copies[1]}" == said[0]
    assert re.search("[123] of 4 done, [0-9]+ s left; in work: ", said[-2])
    assert "4 of 4 done" == said[-1]


def test_scheduler_that_does_not_answer_is_a_usage_error(
    copies: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Dask, or without its scheduler, the command says so in a line."""
    monkeypatch.setattr(batch, "PATIENCE", 1)
    with pytest.raises(UsageError, match=r"--scheduler needs Dask|no scheduler answers"):
        clearfold.build(editions=["epub"], scheduler="tcp://127.0.0.1:9", jobs=2)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs that are begun here heed Ctrl-C, which one inherits to ignore from a shell's background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.slow("starts the command and its workers")
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_interrupt_ends_all_at_once(copies: tuple[Path, ...], interruptible: None) -> None:
    """Ctrl-C ends the command and its workers with one line, no traceback, and nothing half made."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    words = [sys.executable, "-m", "clearfold", "build", "-v", "--jobs", "2", "--no-cache"]
    process = subprocess.Popen(
        words, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}, start_new_session=True
    )
    assert process.stderr
    assert "0 of 4 done" in process.stderr.readline()
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)
    told = process.communicate(timeout=30)[1]
    assert 130 == process.returncode
    assert ["clearfold: stopped; the last good editions are as they were"] == told.splitlines()[-1:]
    assert "Traceback" not in told


@pytest.mark.slow("starts workers")
@pytest.mark.parametrize("jobs", [1, 2])
def test_error_of_one_leaflet_stops_no_other(copies: tuple[Path, ...], jobs: int) -> None:
    """With one process as with two, a leaflet that cannot be put in place is named, and the others are made."""
    Path("build").mkdir()
    (Path("build") / "bread").write_text("", "utf-8")
    built = clearfold.build(editions=["epub"], check=False, jobs=jobs)
    assert [[], ["SRC-079"], [], []] == [[found.code for found in item.diagnostics] for item in built]


@pytest.mark.slow("builds a batch")
def test_what_has_not_changed_begins_no_process(copies: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch that stands is taken from the cache, one after the other; an edited leaflet is built by itself."""
    cache = Cache(Path("cache"))
    first = clearfold.build(editions=["epub"], check=False, jobs=2, cache=cache)
    monkeypatch.setattr(batch, "local_slots", lambda *_, **__: pytest.fail("a process was begun"))
    assert first == clearfold.build(editions=["epub"], check=False, jobs=2, cache=cache)
    before = sums("build")
    copies[1].write_text("---\ntitle: Bread\nlang: en\n---\n\n## Water\n\nOf rye.\n", "utf-8")
    clearfold.build(editions=["epub"], check=False, jobs=2, cache=cache)
    changed = {name for name, data in sums("build").items() if before.get(name) != data}
    assert {"bread"} == {name.split("/")[0] for name in changed}


def test_executor_that_has_served_its_time_is_replaced(copies: tuple[Path, ...]) -> None:
    """Four leaflets in executors that serve two each are built by two, and each of these is ended once."""
    opened: list[Executor] = []
    ended: list[Executor] = []

    def begin() -> Executor:
        opened.append(ThreadPoolExecutor(1))
        return opened[-1]

    def end(executor: Executor) -> None:
        executor.shutdown()
        ended.append(executor)

    slots = Slots(1, begin, end, serves=2)
    built = build_all(copies, Order(Path("build"), ("epub",), check=False), slots, lambda _: None)
    assert [True] * 4 == [item.good for item in built]
    assert 2 == len(opened)
    assert opened == ended
