"""The command and the API: where a copy is put, what is never written over, and the exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import clearfold
from clearfold import NotImportableError, UsageError
from clearfold.cli.main import main
from tests.importers.office import PNG, docx, p

WORDS = "The leaflet says what the illness is, and that it is not for you to be in the dark on how it is treated."
TITLE = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" '
    'w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'
)


def good(words: str = WORDS) -> bytes:
    return docx(p("Gout", '<w:pStyle w:val="Title"/>') + p(words), {"styles.xml": STYLES})


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Jicht folder (1).docx").write_bytes(good())
    return tmp_path


@pytest.mark.slow("starts a process")
def test_copy_is_put_into_a_folder_of_its_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is proven makes a folder in content/, with a page for people, and exit code 0."""
    assert 0 == main(["import", "Jicht folder (1).docx"])
    folder = here / "content/jicht-folder-1"
    assert ["en.md", "import.html"] == sorted(path.name for path in folder.iterdir())
    assert f"---\ntitle: Gout\nlang: en\n---\n\n{WORDS}\n" == (folder / "en.md").read_text("utf-8")
    assert "25 of 25 words accounted for" in (folder / "import.html").read_text("utf-8")
    assert "proven: 25 of 25 words accounted for" in capsys.readouterr().out


@pytest.mark.slow("starts two processes")
def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy that is there already stays as it is, and the import says so with exit code 2."""
    file = "Jicht folder (1).docx"
    main(["import", file, "-q"])
    copy = here / "content/jicht-folder-1/en.md"
    copy.write_text("mine", "utf-8")
    assert 2 == main(["import", file])
    assert "mine" == copy.read_text("utf-8")
    assert "is there already" in capsys.readouterr().err


@pytest.mark.slow("starts a process")
def test_what_is_to_be_decided_has_its_line_and_exit_code(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture without an alternative is told with the line of the copy, on the page and for programs."""
    drawing = '<w:p><w:r><w:drawing><a:blip r:embed="dot"/></w:drawing></w:r></w:p>'
    body = p("Gout", '<w:pStyle w:val="Title"/>') + p(WORDS) + drawing
    parts: dict[str, str | bytes] = {"styles.xml": STYLES, "dot.png": PNG}
    (here / "a.docx").write_bytes(docx(body, parts, {"dot": ("image", "dot.png")}))
    assert 1 == main(["import", "a.docx", "-o", "out", "--format", "json"])
    told = json.loads(capsys.readouterr().out)["imports"][0]
    lines = [(entry["code"], entry["line"]) for entry in told["entries"] if entry["section"] == "You decide"]
    assert ("to decide", [("IMP-052", 8)]) == (told["state"], lines)
    assert 1 == main(["build", "out", "-o", "build", "-q"])
    assert "out/en.md:8:5: error SRC-003" in capsys.readouterr().err


@pytest.mark.slow("starts two processes")
def test_second_language_joins_the_first(here: Path) -> None:
    """Two files in one folder make two copies of one leaflet, each with its page."""
    (here / "fr.docx").write_bytes(good())
    done = clearfold.import_([here / "Jicht folder (1).docx"], here / "x")
    done += clearfold.import_([here / "fr.docx"], here / "x", lang="fr")
    assert ["en.md", "fr.md"] == [one.copy.name for one in done]
    assert {"import.html", "import-fr.html"} == {one.page.name for one in done}


@pytest.mark.slow("starts a process")
def test_project_begins_with_an_old_leaflet(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A project from a file has its copy, and what all leaflets share."""
    assert 0 == main(["new", "project", "--from", "Jicht folder (1).docx"])
    assert (here / "project/content/jicht-folder-1/en.md").is_file()
    assert (here / "project/content/publisher.yaml").is_file()
    assert [] == [
        path for path in (here / "project/content").iterdir() if path.name not in ("jicht-folder-1", "publisher.yaml")
    ]


def test_file_that_is_not_there_is_told(here: Path) -> None:
    """A name that leads nowhere is a mistake of use."""
    with pytest.raises(UsageError, match="there is no file"):
        clearfold.import_([here / "none.docx"])


def test_language_that_is_none_is_told(here: Path) -> None:
    """A language is a tag."""
    with pytest.raises(UsageError, match="“Dutch” is no language tag"):
        clearfold.import_([here / "Jicht folder (1).docx"], lang="Dutch")


@pytest.mark.slow("starts a process")
def test_impossible_file_is_told_with_its_name(here: Path) -> None:
    """A file that cannot be imported says its name and why."""
    (here / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(NotImportableError, match=r"old\.doc: it is an old Word file"):
        clearfold.import_([here / "old.doc"])


@pytest.mark.parametrize("order", ["1,3", "a", "0,1", "1,1"])
def test_order_is_each_panel_once(order: str) -> None:
    """An order with a panel missing or twice is a mistake of use."""
    told = subprocess.run(
        [sys.executable, "-m", "clearfold", "import", "x.pdf", "--order", order],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (2, True) == (told.returncode, "each once" in told.stderr)
