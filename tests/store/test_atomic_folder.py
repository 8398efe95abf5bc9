"""The steps of putting one folder in another's place, where the system does not play along."""

import ctypes
import errno
import sys
from pathlib import Path

import pytest

from clearfold.store import atomic_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an old file, and a new one beside it that waits to take its place."""
    place = tmp_path / "en"
    for each, word in ((place, "old"), (atomic_folder.beside(place, "new"), "new")):
        each.mkdir()
        (each / "a.txt").write_text(word, "utf-8")
    return place


def test_two_renames_where_folders_cannot_be_exchanged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system that exchanges no folders, the new one stands in its place all the same, and no litter."""
    monkeypatch.setattr(sys, "platform", "sunos")
    atomic_folder.replace(folder)
    assert "new" == (folder / "a.txt").read_text("utf-8")
    assert [folder] == list(folder.parent.iterdir())


class _Library:
    """A library of C that knows no exchange."""


def test_library_without_the_call_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A C library that lacks the call is told apart from one that refuses."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _Library())
    assert not atomic_folder.exchange(folder, atomic_folder.beside(folder, "new"))


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_exchange_with_nothing_is_an_error(folder: Path) -> None:
    """What is not there cannot change places."""
    with pytest.raises(OSError, match="No such file") as caught:
        atomic_folder.exchange(folder, folder.with_name("nothing"))
    assert errno.ENOENT == caught.value.errno


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_file_system_that_cannot_exchange_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without the call is answered by two renames."""
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EINVAL)
    assert not atomic_folder.exchange(folder, folder.with_name("nothing"))


def test_file_in_the_place_is_not_taken_away(folder: Path) -> None:
    """Where a file of somebody's stands in the place of the folder, it stays."""
    place = folder.with_name("fr")
    place.write_text("mine", "utf-8")
    atomic_folder.beside(place, "new").mkdir()
    with pytest.raises(NotADirectoryError):
        atomic_folder.replace(place)
    assert "mine" == place.read_text("utf-8")


def test_folder_that_is_not_there_is_locked_for_nobody(tmp_path: Path) -> None:
    """A folder that cannot be opened has no lock, and what is done in it says what is wrong."""
    with atomic_folder.locked(tmp_path / "nothing"):
        assert not (tmp_path / "nothing").exists()
