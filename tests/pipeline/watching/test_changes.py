"""Saves are noticed, whichever way they are made, and whatever tells of them."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from clearfold.pipeline.watching.changes import Place, Snapshot, changes


def renamed(copy: Path) -> None:
    beside = copy.with_name("nl.md~new")
    beside.write_text("two", "utf-8")
    beside.replace(copy)


def made_again(copy: Path) -> None:
    copy.unlink()
    copy.write_text("two", "utf-8")


SAVES: dict[str, Callable[[Path], object]] = {
    "written": lambda copy: copy.write_text("two", "utf-8"),
    "renamed": renamed,
    "made again": made_again,
    "gone": Path.unlink,
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "content/tea/nl.md"
    path.parent.mkdir(parents=True)
    path.write_text("one", "utf-8")
    return path


@contextmanager
def told(folder: Path, *, poll: bool) -> "Iterator[Queue[frozenset[Path]]]":
    """Give what is told of a folder from now on."""
    stop, queue, snapshot = threading.Event(), Queue[frozenset[Path]](), Snapshot([Place(folder)])

    def watch() -> None:
        for found in changes(snapshot, stop, pause=0.05, poll=poll):
            queue.put(found)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield queue
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)
def test_every_way_to_save_is_seen(copy: Path, save: Callable[[Path], object]) -> None:
    """A copy that is written, replaced, made again or taken away has changed, and nothing else has."""
    snapshot = Snapshot([Place(copy.parents[1])])
    save(copy)
    assert {copy} == snapshot.news()


def test_save_without_a_change_is_none(copy: Path) -> None:
    """The same bytes with another time, and files of editors, are no news."""
    snapshot = Snapshot([Place(copy.parents[1])])
    os.utime(copy, (1, 1))
    for name in (".nl.md.swp", "nl.md~", "4913", "#nl.md#"):
        copy.with_name(name).write_text("two", "utf-8")
    assert frozenset() == snapshot.news()


def test_change_within_one_tick_of_the_clock_is_seen(copy: Path) -> None:
    """Two saves of the same length at the same time differ in their bytes."""
    now = int(time.time())
    os.utime(copy, (now, now))
    snapshot = Snapshot([Place(copy.parents[1])])
    copy.write_text("two", "utf-8")
    os.utime(copy, (now, now))
    assert {copy} == snapshot.news()


def test_whole_comparison_sees_what_the_system_does_not_tell(copy: Path) -> None:
    """Bytes that changed under an old time are seen when every byte is compared, and before then not."""
    os.utime(copy, (1, 1))
    snapshot = Snapshot([Place(copy.parents[1])])
    copy.write_text("two", "utf-8")
    os.utime(copy, (1, 1))
    assert [frozenset(), {copy}] == [snapshot.news(), snapshot.news(whole=True)]


def test_shallow_place_has_its_own_files_alone(copy: Path) -> None:
    """Of a folder that is watched without those below it, only its own files are."""
    above = copy.parents[1]
    snapshot = Snapshot([Place(above, shallow=True)])
    copy.write_text("two", "utf-8")
    (above / "publisher.yaml").write_text("name: Tea", "utf-8")
    assert {above / "publisher.yaml"} == snapshot.news()


@pytest.mark.parametrize("poll", [True, False], ids=["by looking", "by the system's news"])
def test_changes_are_told(copy: Path, *, poll: bool) -> None:
    """Files that are saved one after the other are told, a picture in a new folder as well."""
    if not poll:
        pytest.importorskip("watchfiles")
    with told(copy.parents[1], poll=poll) as queue:
        picture = copy.parent / "images/cup.svg"
        picture.parent.mkdir()
        picture.write_text("<svg/>", "utf-8")
        copy.write_text("two", "utf-8")
        found = queue.get(timeout=10)
        assert {picture, copy} == found | (queue.get(timeout=10) if len(found) == 1 else frozenset())
