"""What a manifest says is held against the files beside it, and a file that is missing is no end."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import clearfold
from clearfold.model.diagnostic import Severity

TEA = "---\ntitle: Tea\nlang: en\n---\n\n## Water\n\nBoil fresh water.\n\n## Leaves\n\nA spoon of leaves.\n"
BOOK, PAGES = "tea-en.epub", "tea-en-large-print.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a leaflet once, and return the folder with its copy and its set."""
    place = tmp_path_factory.mktemp("made")
    copy = place / "content" / "tea" / "en.md"
    copy.parent.mkdir(parents=True)
    copy.write_text(TEA, "utf-8")
    (built,) = clearfold.build([copy], place / "build", ["large-print", "epub"])
    assert built.good
    return place


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "build" / "tea" / "en"


def told(folder: Path) -> set[str]:
    reports = clearfold.check([folder])
    return {found.code for report in reports for found in report.diagnostics if found.severity is Severity.ERROR}


def entry(name: str, key: str, value: object) -> Callable[[Path], None]:
    """Return what lets a manifest say something else of a file, or of the leaflet where no file is named."""

    def change(folder: Path) -> None:
        path = folder / "manifest.json"
        manifest = json.loads(path.read_text("utf-8"))
        chosen = next((file for file in manifest["files"] if file["path"] == name), manifest)
        chosen[key] = value
        path.write_text(json.dumps(manifest), "utf-8")

    return change


def test_untouched_set_is_proven(folder: Path) -> None:
    """A set as it was built is proven through its manifest."""
    assert set() == told(folder)


def test_pages_of_a_folded_sheet_are_those_of_its_reader(tmp_path: Path) -> None:
    """A manifest counts the pages that a reader turns, and two or three of them stand on a side of the sheet."""
    copy = tmp_path / "content" / "tea" / "en.md"
    copy.parent.mkdir(parents=True)
    copy.write_text(TEA, "utf-8")
    (built,) = clearfold.build([copy], tmp_path / "build", ["clear-print-booklet", "flyer-c"])
    assert built.folder is not None
    assert set() == told(built.folder)


@pytest.mark.parametrize("name", [BOOK, PAGES])
def test_untouched_file_is_proven_without_its_manifest(folder: Path, name: str) -> None:
    """A file of ours is known by what it says of itself, and is proven against its copy alone."""
    alone = shutil.copy(folder / name, folder.parents[2] / name)
    (report,) = clearfold.check([Path(alone)], folder.parents[2] / "content" / "tea" / "en.md")
    assert [] == [str(found) for found in report.diagnostics]
    assert report.edition


def test_book_that_calls_itself_another_is_still_one_of_ours(folder: Path) -> None:
    """A book whose identifier was changed is known by its style sheet, and is not proven."""
    with zipfile.ZipFile(folder / BOOK) as book:
        files = {name: book.read(name) for name in book.namelist()}
    alone = folder.parents[2] / BOOK
    with zipfile.ZipFile(alone, "w") as book:
        for name, data in files.items():
            book.writestr(name, data.replace(b"urn:uuid:", b"urn:uuid:0"))
    (report,) = clearfold.check([alone], folder.parents[2] / "content" / "tea" / "en.md")
    assert ("epub", False) == (report.edition, report.proven)


def test_missing_file_is_told_and_the_others_are_looked_at(folder: Path) -> None:
    """Where a file is not there, that is said, and what stands there is proven."""
    (folder / BOOK).unlink()
    reports = clearfold.check([folder])
    assert [(PAGES, True), (BOOK, False)] == sorted((Path(one.name).name, one.proven) for one in reports)
    assert {"CON-021"} == told(folder)


@pytest.mark.parametrize(
    "change",
    [
        entry(BOOK, "sha256", "0" * 64),
        entry(BOOK, "bytes", 12),
        entry(BOOK, "pages", 3),
        entry(PAGES, "pages", 3),
        entry(PAGES, "conformance", ["PDF/UA-2"]),
        entry(PAGES, "ticket", "tea-en-ticket.txt"),
        entry("", "title", "Coffee"),
        entry("", "leaflet", "coffee"),
        entry("", "version", "9.9"),
    ],
)
def test_manifest_that_says_what_is_not_so_is_told(folder: Path, change: Callable[[Path], None]) -> None:
    """Sums, sizes, pages, claims and the leaflet's own facts are those of the files and of the copy."""
    change(folder)
    assert {"CON-022"} == told(folder)


def test_touched_file_is_told_once(folder: Path) -> None:
    """What was changed in a file is told by what it is, and not once more by the file's sum."""
    with zipfile.ZipFile(folder / BOOK, "a") as book:
        book.writestr("EPUB/other.xhtml", "other words")
    assert {"EPB-065"} == told(folder)


def test_file_that_was_only_packed_anew_is_not_the_one_of_the_manifest(folder: Path) -> None:
    """A book that is as good and not the same is told by its sum: it is not what was published."""
    with zipfile.ZipFile(folder / BOOK) as book:
        files = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(folder / BOOK, "w") as book:
        for name, data in files.items():
            book.writestr(name, data)
    assert {"CON-022"} == told(folder)
