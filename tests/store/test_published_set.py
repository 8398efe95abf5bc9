"""A set of editions replaces the last one whole, or not at all."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clearfold.model.digest import digest
from clearfold.store import atomic_folder
from clearfold.store.published_set import Facts, NewFile, put, read, sets


@pytest.fixture
def leaflet(tmp_path: Path) -> Facts:
    return Facts("tea", "en", "Tea", "", tmp_path / "en.md", "0" * 64)


def output(name: str, data: bytes = b"new") -> NewFile:
    return NewFile("epub", name, "application/epub+zip", data, 0, ())


def test_set_that_cannot_be_written_leaves_the_last_one(leaflet: Facts, tmp_path: Path) -> None:
    """An output whose name the file system refuses leaves no litter, and the good set as it was."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub", b"good")], folder, good=True)
    with pytest.raises(OSError, match="too long"):
        put(leaflet, [output("tea.epub"), output("x" * 300)], folder, good=True)
    assert b"good" == (folder / "tea.epub").read_bytes()
    assert [folder] == list(folder.parent.iterdir())


def test_folder_that_cannot_be_replaced_is_given_back(
    leaflet: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new set cannot take the place of the old one, the old one stands there again."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub", b"good")], folder, good=True)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target == folder and not path.name.endswith("-old"):
            raise PermissionError("refused")
        return rename(path, target)

    monkeypatch.setattr(atomic_folder, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        put(leaflet, [output("tea.epub")], folder, good=True)
    assert b"good" == (folder / "tea.epub").read_bytes()
    assert [folder] == list(folder.parent.iterdir())


def test_manifest_that_cannot_be_read_is_written_anew(leaflet: Facts, tmp_path: Path) -> None:
    """A broken manifest does not stop a build."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub")], folder, good=True)
    (folder / "manifest.json").write_text("broken", "utf-8")
    _, manifest = put(leaflet, [output("tea.epub")], folder, good=True)
    assert ["tea.epub"] == [file.path for file in manifest.files]


def test_ticket_stands_beside_its_file_and_stays_with_it(leaflet: Facts, tmp_path: Path) -> None:
    """A later build of another edition keeps the ticket, and the manifest names it."""
    folder = tmp_path / "tea" / "en"
    sheets = NewFile("print-shop", "tea-shop.pdf", "application/pdf", b"%PDF", 8, (), ticket="Print on paper\n")
    put(leaflet, [sheets], folder, good=True)
    _, manifest = put(leaflet, [output("tea.epub")], folder, good=True)
    assert [("tea-shop.pdf", "tea-shop-ticket.txt"), ("tea.epub", "")] == [(f.path, f.ticket) for f in manifest.files]
    assert "Print on paper\n" == (folder / "tea-shop-ticket.txt").read_text("utf-8")


def test_manifest_without_tickets_is_still_read(leaflet: Facts, tmp_path: Path) -> None:
    """A folder of an older version keeps its editions."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub")], folder, good=True)
    path = folder / "manifest.json"
    path.write_text(path.read_text("utf-8").replace(',\n      "ticket": ""', ""), "utf-8")
    assert '"ticket"' not in path.read_text("utf-8")
    _, manifest = put(leaflet, [output("new.epub")], folder, good=True)
    assert ["new.epub", "tea.epub"] == [file.path for file in manifest.files]


@pytest.mark.slow("kills a process at each step")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("way", ["exchange", "rename"])
def test_build_killed_at_any_step_leaves_a_whole_set(way: str, tmp_path: Path) -> None:
    """Killed before each of its steps in turn, putting leaves the old set or the new one; the next build, no litter."""
    script = Path(__file__).with_name("killed_put.py")
    words = [sys.executable, str(script), str(tmp_path), way]
    lines = subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) > 15
    assert {"old en", "new en"} == set(lines)
    assert (lines[0], lines[-1]) == ("old en", "new en")


def _full(countdown: int, call: Callable[..., object]) -> Callable[..., object]:
    """Return a call that finds the disk full at the given turn."""

    def fail(*words: object, **more: object) -> object:
        nonlocal countdown
        countdown -= 1
        if countdown == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return call(*words, **more)

    return fail


def _put(leaflet: Facts, outputs: list[NewFile], folder: Path) -> bool:
    try:
        put(leaflet, outputs, folder, good=True)
    except OSError:
        return False
    return True


def test_full_disk_leaves_the_last_set(leaflet: Facts, tmp_path: Path) -> None:
    """Whichever of its files finds the disk full, or the name of which folder, the old set stands, and no litter."""
    folder = tmp_path / "tea" / "en"
    outputs = [output("a.epub"), output("b.epub"), output("c.epub")]
    failures = 0
    found: dict[str, bytes]
    for owner, name in ((os, "fsync"), (Path, "mkdir"), (atomic_folder, "write"), (atomic_folder, "exchange")):
        for step in range(1, 9):
            put(leaflet, [output(each.name, b"good") for each in outputs], folder, good=True)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(owner, name, _full(step, getattr(owner, name)))
                failures += not _put(leaflet, outputs, folder)
            _, found = read(folder)
            assert 1 == len(set(found.values()))
            assert 3 == len(found)
            assert [folder] == list(folder.parent.iterdir())
    assert failures > 10


def test_two_builds_and_a_reader_at_once(leaflet: Facts, tmp_path: Path) -> None:
    """Of two builds that end together one comes first, and a reader meets the whole set of one of them."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("a.epub", b"0"), output("b.epub", b"0")], folder, good=True)

    def build(word: bytes) -> None:
        for _ in range(20):
            put(leaflet, [output("a.epub", word), output("b.epub", word)], folder, good=True)

    def look(_word: bytes) -> None:
        for _ in range(40):
            manifest, found = read(folder)
            assert 1 == len(set(found.values()))
            assert [digest(found[file.path]) for file in manifest.files] == [file.sha256 for file in manifest.files]

    with ThreadPoolExecutor(3) as pool:
        work = [pool.submit(task, word) for task, word in ((build, b"1"), (build, b"2"), (look, b""))]
    assert [None, None, None] == [each.result() for each in work]
    assert [folder] == list(folder.parent.iterdir())


def test_what_killed_builds_left_is_put_right(leaflet: Facts, tmp_path: Path) -> None:
    """A set between two renames is given back to whoever looks; what is half written, or half gone, is cleared away."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub", b"good")], folder, good=True)
    folder.rename(folder.with_name(".en-old"))
    for name in (".en-new", ".en-gone", ".fr-new"):
        folder.with_name(name).mkdir()
        folder.with_name(name).joinpath("manifest.json").write_text("{", "utf-8")
    assert (folder,) == sets(tmp_path)
    assert [folder] == list(folder.parent.iterdir())
    assert {"tea.epub": b"good"} == read(folder)[1]


def test_link_in_the_place_of_a_set_goes_and_what_it_leads_to_stays(leaflet: Facts, tmp_path: Path) -> None:
    """Where somebody has put a link, the new set stands in its place, and nothing is taken away at its end."""
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "mine.txt").write_text("mine", "utf-8")
    folder = tmp_path / "tea" / "en"
    folder.parent.mkdir()
    folder.symlink_to(other)
    put(leaflet, [output("tea.epub")], folder, good=True)
    assert [folder] == list(folder.parent.iterdir())
    assert not folder.is_symlink()
    assert ["mine.txt"] == [path.name for path in other.iterdir()]


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/b", "..", "", "c:x", 7])
def test_manifest_leads_to_no_file_elsewhere(name: object, leaflet: Facts, tmp_path: Path) -> None:
    """A manifest that names a file outside its folder is none of ours: nothing is read or copied through it."""
    folder = tmp_path / "tea" / "en"
    put(leaflet, [output("tea.epub")], folder, good=True)
    path = folder / "manifest.json"
    data = json.loads(path.read_text("utf-8"))
    data["files"][0]["path"] = name
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(ValueError, match="not a manifest of Clearfold"):
        read(folder)
