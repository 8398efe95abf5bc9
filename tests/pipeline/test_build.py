"""The roof: what is built from what, what replaces what, and which copy a file is held against."""

import importlib
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import yaml

import clearfold
from clearfold.cli.main import main
from clearfold.model.digest import digest
from clearfold.model.errors import UsageError
from clearfold.pipeline.building.build import Built
from clearfold.pipeline.building.edition_job import Step
from clearfold.pipeline.system_packages import PANGO, system_line
from clearfold.press.edition import Output
from clearfold.press.editions import EDITIONS
from clearfold.press.leaflet import Leaflet
from clearfold.store.manifest import read_manifest

ROOT = Path(__file__).parents[2]
TEA = "---\ntitle: Tea\nlang: en\n---\n\n## Water\n\nBoil fresh water.\n\n## Leaves\n\nA spoon of leaves.\n"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "content" / "tea" / "en.md"
    path.parent.mkdir(parents=True)
    path.write_text(TEA, "utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def epub(*, check: bool = True) -> Built:
    (built,) = clearfold.build(editions=["epub"], check=check)
    return built


def change(book: Path, old: str, new: str) -> None:
    """Put other words into every document of a finished book."""
    with zipfile.ZipFile(book) as file:
        entries = [(info, file.read(info)) for info in file.infolist()]
    with zipfile.ZipFile(book, "w") as file:
        for info, data in entries:
            file.writestr(info, data.replace(old.encode(), new.encode()) if info.filename.endswith(".xhtml") else data)


def test_manifest_follows_its_schema_and_its_files(copy: Path) -> None:
    """What the manifest says of each file is so, and docs/manifest.schema.json describes it."""
    built = clearfold.build()[0]
    assert built.folder is not None
    data = json.loads((built.folder / "manifest.json").read_text("utf-8"))
    jsonschema.validate(data, json.loads((ROOT / "docs/manifest.schema.json").read_text("utf-8")))
    assert ["accessible", "epub", "large-print", "web"] == sorted(file["edition"] for file in data["files"])
    for file in data["files"]:
        content = (built.folder / file["path"]).read_bytes()
        assert (len(content), digest(content)) == (file["bytes"], file["sha256"])
    assert digest(copy.read_bytes()) == data["source_sha256"]
    assert copy.read_bytes() == (built.folder / data["source"]).read_bytes()


def test_edition_that_is_not_made_again_stays(copy: Path) -> None:
    """Building one edition leaves the others, and the manifest tells which copy they are from."""
    clearfold.build(check=False)
    copy.write_text(TEA + "\nStir.\n", "utf-8")
    built = epub()
    assert built.manifest is not None
    made = {file.edition: file.source_sha256 == built.manifest.source_sha256 for file in built.manifest.files}
    assert {"epub": True, "large-print": False, "accessible": False, "web": False} == made


def test_edition_that_is_only_needed_is_not_published(copy: Path) -> None:
    """The book takes its pages from the large-print edition, which is made for it and put nowhere."""
    built = epub()
    assert built.folder is not None
    assert built.manifest is not None
    assert ["manifest.json", "proof.html", "tea-en.epub"] == sorted(path.name for path in built.folder.iterdir())
    assert ["epub"] == [file.edition for file in built.manifest.files] == [report.edition for report in built.reports]
    with zipfile.ZipFile(built.folder / "tea-en.epub") as book:
        assert b'epub:type="page-list"' in book.read("EPUB/nav.xhtml")


def test_page_of_the_proof_stands_beside_the_editions(copy: Path) -> None:
    """The page tells of what this build proved, names what it kept, and is the same when the build is."""
    clearfold.build()
    built = epub()
    assert built.folder is not None
    page = built.folder / "proof.html"
    told = page.read_text("utf-8")
    assert "This edition holds every word of the copy" in told
    assert "<code>tea-en-accessible.pdf</code>, <code>tea-en-large-print.pdf</code>, <code>tea-en.html</code>." in told
    assert str(copy.parent) not in told
    epub()
    assert told == page.read_text("utf-8")


def test_page_of_a_refused_set_says_why(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set that the proof refuses has its page too, beside the last good set, which keeps its own."""
    good = epub().folder
    assert good is not None
    module = importlib.import_module("clearfold.pipeline.building.edition_job")
    make = module._made

    def spoil(leaflet: Leaflet, step: Step, *rest: object) -> Output:
        output: Output = make(leaflet, step, *rest)
        if output.edition != "epub":
            return output
        (good.parent / "spoilt.epub").write_bytes(output.data)
        change(good.parent / "spoilt.epub", "Boil fresh water.", "Boil 10 litres of water.")
        return replace(output, data=(good.parent / "spoilt.epub").read_bytes())

    monkeypatch.setattr(module, "_made", spoil)
    refused = epub()
    assert good.with_name("en-rejected") == refused.folder
    assert "This edition is not proven." in (refused.folder / "proof.html").read_text("utf-8")
    assert "This edition holds every word of the copy" in (good / "proof.html").read_text("utf-8")
    assert "<del>fresh</del>" in (refused.folder / "proof.html").read_text("utf-8")


def test_build_without_proof_leaves_no_page_of_an_earlier_one(copy: Path) -> None:
    """A page about other files would lie."""
    folder = epub().folder
    epub(check=False)
    assert folder is not None
    assert ["manifest.json", "tea-en.epub"] == sorted(path.name for path in folder.iterdir())


def test_file_made_from_another_version_of_the_copy_is_told(copy: Path) -> None:
    """A copy that has changed since is not what the file was made from, and check says so."""
    epub()
    copy.write_text(TEA.replace("fresh", "cold"), "utf-8")
    (report,) = clearfold.check()
    assert not report.proven
    assert any("has changed since" in found.fact for found in report.diagnostics)


def test_changed_file_is_found_out(copy: Path) -> None:
    """A sentence that is taken out of a finished book is named with its place in the copy and in the book."""
    built = epub()
    assert built.folder is not None
    change(built.folder / "tea-en.epub", "Boil fresh water.", "")
    (report,) = clearfold.check()
    place = f"{copy.relative_to(Path.cwd())}:8:1"
    assert [place] == [str(found.location) for found in report.diagnostics if found.code == "TXT-001"]


def test_file_alone_is_checked_through_the_manifest_beside_it(copy: Path) -> None:
    """Naming one file proves that one."""
    clearfold.build(check=False)
    (report,) = clearfold.check([Path("build/tea/en/tea-en.epub")])
    assert ("epub", True) == (report.edition, report.proven)


def test_file_without_a_manifest_needs_its_copy(copy: Path, tmp_path: Path) -> None:
    """A file that stands alone is held against the copy that is given."""
    built = epub()
    assert built.folder is not None
    alone = (built.folder / "tea-en.epub").rename(tmp_path / "alone.epub")
    with pytest.raises(UsageError, match="--source"):
        clearfold.check([alone])
    assert ["alone.epub"] == [Path(report.name).name for report in clearfold.check([alone], copy)]


def test_edition_with_findings_does_not_replace_the_last_good_one(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the proof refuses stands beside; what was good stays, and a good build clears the refused one away."""
    good = epub().folder
    assert good is not None
    before = (good / "tea-en.epub").read_bytes()
    # Two programs read this list in two ways, which is a finding of the proof alone.
    copy.write_text(TEA + "\n<div>\n\nA **kettle**.\n\n</div>\n", "utf-8")
    refused = epub()
    assert not refused.good
    assert before == (good / "tea-en.epub").read_bytes()
    copy.write_text(TEA, "utf-8")
    assert epub().good
    assert ["en"] == [path.name for path in good.parent.iterdir()]


@pytest.mark.parametrize("name", ["51-table-row-too-long", "52-html-without-markdown"])
def test_copy_that_programs_read_in_two_ways_is_refused(name: str, tmp_path: Path) -> None:
    """What a Markdown program drops, or reads in another way than the next, is told with its line."""
    case = ROOT / "tests/cases/bad" / name
    expected = yaml.safe_load((case / "expect.yaml").read_text("utf-8"))
    (built,) = clearfold.build([case], tmp_path, ["epub"])
    assert {expected["code"]} == {found.code for found in built.diagnostics}
    assert expected["line"] == built.diagnostics[0].location.line
    assert built.folder is None


def test_two_copies_of_one_id_and_language_are_refused(copy: Path) -> None:
    """The second would write over the first."""
    twin = copy.parent.parent / "other" / "en.md"
    twin.parent.mkdir()
    twin.write_text(TEA.replace("lang: en", "lang: en\nid: tea"), "utf-8")
    assert [(), ("SRC-060",)] == sorted(
        (tuple(found.code for found in built.diagnostics) for built in clearfold.build(editions=["epub"], check=False)),
        key=len,
    )


def test_one_copys_mistake_does_not_stop_the_others(copy: Path) -> None:
    """Every copy of a folder is built or explained."""
    (copy.parent / "fr.md").write_text("---\ntitle: Thé\n---\n\nEau.", "utf-8")
    assert [True, False] == [built.good for built in clearfold.build(editions=["epub"])]


def test_notes_to_writers_are_no_copies(copy: Path) -> None:
    """A README and what begins with a dot or an underscore are passed over."""
    for name in ("README.md", "_draft.md", ".hidden.md"):
        (copy.parent / name).write_text("no front matter", "utf-8")
    assert 1 == len(clearfold.build(editions=["epub"], check=False))


def test_folder_without_copies_is_a_usage_error(tmp_path: Path) -> None:
    """An empty folder is said to be one."""
    with pytest.raises(UsageError, match="there is no Markdown file in"):
        clearfold.build([tmp_path])


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"schema": 2}', '{"schema": 1, "files": [], "other": 1}'])
def test_manifest_of_another_kind_is_refused(tmp_path: Path, text: str) -> None:
    """A file that is not our manifest is told as such."""
    path = tmp_path / "manifest.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"manifest of Clearfold|another version"):
        read_manifest(path)
    with pytest.raises(UsageError, match="cannot be used"):
        clearfold.check([tmp_path])


def test_copy_that_is_gone_is_asked_for(copy: Path) -> None:
    """A manifest whose copy has moved says so."""
    epub()
    copy.unlink()
    with pytest.raises(UsageError, match="say where it is with --source FILE"):
        clearfold.check()


WITHOUT_PANGO = """
import sys, cffi
found = cffi.FFI.dlopen
def dlopen(self, name, *flags):
    if "pango" in str(name):
        raise OSError("gone")
    return found(self, name, *flags)
cffi.FFI.dlopen = dlopen
from clearfold.cli.main import main
sys.exit(main(["build", "--no-cache", "--no-check"]))
"""


def test_missing_system_library_is_named_in_one_line(copy: Path) -> None:
    """Where Pango cannot be loaded, the user reads what to install, whatever words the system has for it."""
    ended = subprocess.run([sys.executable, "-c", WITHOUT_PANGO], capture_output=True, text=True, check=False)
    assert (2, True) == (ended.returncode, f"; {system_line(PANGO)}. “clearfold doctor”" in ended.stderr), ended.stderr


def test_full_disk_is_not_taken_for_a_missing_library(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the system is told as it is where the libraries are there."""

    def full(*_: object) -> Output:
        raise OSError(28, "cannot load library: no space left on device")

    monkeypatch.setattr("clearfold.press.editions.EDITIONS", (replace(EDITIONS[0], write=full),))
    with pytest.raises(UsageError, match="No space left"):
        clearfold.build(check=False)


def _broken(*_: object) -> Output:
    raise TypeError("a slip of ours")


def test_fault_of_ours_is_told_as_ours(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A TypeError in a writer is INT-001 with its edition, no mistake of the copy's; the last set stays."""
    (good,) = clearfold.build(editions=["epub"], check=False)
    assert good.folder
    before = sorted(path.read_bytes() for path in good.folder.iterdir())
    broken = tuple(replace(edition, write=_broken) for edition in EDITIONS)
    monkeypatch.setattr("clearfold.press.editions.EDITIONS", broken)
    (built,) = clearfold.build(editions=["epub"], check=False)
    assert ["INT-001"] == [found.code for found in built.diagnostics]
    assert "making an edition (large-print): TypeError: a slip of ours" in built.diagnostics[0].fact
    assert "_broken" in built.fault
    assert before == sorted(path.read_bytes() for path in good.folder.iterdir())


def test_fault_of_ours_has_its_exit_code_and_its_traceback(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command ends with 3; where it went wrong is printed for those who ask for it."""
    broken = tuple(replace(edition, write=_broken) for edition in EDITIONS)
    monkeypatch.setattr("clearfold.press.editions.EDITIONS", broken)
    assert 3 == main(["build", "-e", "epub", "--no-check", "--no-cache", "--jobs", "1"])
    assert "Traceback" not in capsys.readouterr().err
    assert 3 == main(["build", "-e", "epub", "--no-check", "--no-cache", "--jobs", "1", "-v"])
    assert "Traceback" in capsys.readouterr().err


def test_fault_of_ours_in_a_command_is_told_as_ours(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What goes wrong outside of a leaflet is told as ours too, by the name of the command."""
    monkeypatch.setattr("clearfold.cli.commands.cache.Cache", _broken)
    assert 3 == main(["cache"])
    assert "INT-001: a fault of Clearfold's own, while carrying out “cache”" in capsys.readouterr().err


def test_folder_that_cannot_be_written_is_a_usage_error(copy: Path) -> None:
    """A file that stands where a folder should be is told as such."""
    Path("build").write_text("in the way", "utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        clearfold.build(editions=["epub"], check=False)


@pytest.mark.no_cover
@pytest.mark.slow("starts the command without a font")
def test_no_font_of_the_machine_is_needed(tmp_path: Path) -> None:
    """With no font on the machine at all, every character of the long leaflet has a glyph of our own."""
    empty = tmp_path / "fonts.conf"
    empty.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>', "utf-8"
    )
    words = ("build", str(ROOT / "tests/cases/long"), "-o", str(tmp_path / "build"), "--no-check", "-e", "large-print")
    told = subprocess.run(
        [sys.executable, "-m", "clearfold", *words],
        env={**os.environ, "FONTCONFIG_FILE": str(empty), "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    warned = [line for line in told.stderr.splitlines() if ": warning " in line]
    assert (0, ["SRC-150"]) == (told.returncode, re.findall(r"SRC-\d{3}", " ".join(warned)))


@pytest.mark.slow("builds and proves several leaflets")
def test_numbered_headings_are_proven(tmp_path: Path) -> None:
    """“Week 1” on page 3 of the contents is no “Week 13”, and contents of two pages are counted."""
    copy = tmp_path / "content/weeks/en.md"
    copy.parent.mkdir(parents=True)
    body = "".join(f"## Week {number}\n\nWater the plants early.\n\n" for number in range(1, 41))
    copy.write_text(f"---\ntitle: Weeks\nlang: en\n---\n\n{body}", "utf-8")
    (built,) = clearfold.build([copy], tmp_path / "build", ["large-print", "accessible"])
    assert [] == [str(found) for report in built.reports for found in report.diagnostics]


@pytest.mark.slow("starts the command, and a second process by it")
def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """What two processes write on their way is gone when the command ends."""
    (tmp_path / "way").mkdir()
    words = ("build", str(ROOT / "tests/cases/long"), "-o", str(tmp_path / "build"), "--jobs", "2", "--no-check")
    told = subprocess.run(
        [sys.executable, "-m", "clearfold", *words, "--no-cache"],
        env={**os.environ, "TMPDIR": str(tmp_path / "way"), "TEMP": str(tmp_path / "way")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, []) == (told.returncode, list((tmp_path / "way").iterdir()))
