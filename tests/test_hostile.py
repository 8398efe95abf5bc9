"""Hostile and odd copies: each comes out right or is refused with a word, and none reads what is not the leaflet's."""

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

import clearfold
from clearfold.model.diagnostic import Diagnostic
from clearfold.pipeline.building.build import Built
from tests.canaries import SECRET, Canaries, canaries

pytestmark = pytest.mark.no_cover

CASES = Path(__file__).parent / "cases" / "hostile"
NAMES = sorted(path.name for path in CASES.iterdir())
EDITIONS = ("large-print", "epub")
HEAD = "---\ntitle: Tea\nlang: en\n---\n\n"
# What must be in no book, however it got there.
HARMFUL = (b"<script", b'="javascript:', b"onload=", b"onerror=", b"file:", b"127.0.0.1", SECRET.encode(), b"<!ENTITY")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cases are built, beside the canaries."""

    root: Path
    birds: Canaries


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    root = tmp_path_factory.mktemp("hostile")
    with canaries(root / "canary") as birds:
        (root / "canary/canary.svg").read_bytes()
        if birds.watched:
            assert ["canary.svg"] == list(dict.fromkeys(birds.touched()))  # the canaries are alive
        yield Place(root, birds)


def build(folder: Path) -> Built:
    (built,) = clearfold.build([folder / "en.md"], folder.parents[1] / "build", EDITIONS, seconds=120)
    return built


def told(built: Built) -> tuple[Diagnostic, ...]:
    return (*built.diagnostics, *(found for report in built.reports for found in report.diagnostics))


@pytest.mark.parametrize("name", NAMES)
def test_case_comes_out_as_expected(name: str, place: Place) -> None:
    """The case builds and proves, or is refused with its codes at its place; no canary is touched."""
    expected = yaml.safe_load((CASES / name / "expect.yaml").read_text("utf-8"))
    folder = place.root / "content" / name
    folder.mkdir(parents=True)
    for path in (CASES / name).iterdir():
        if path.name != "expect.yaml":
            (folder / path.name).write_bytes(place.birds.placed(path.read_bytes()))
    try:
        for link, target in expected.get("links", {}).items():
            (folder / link).symlink_to(place.birds.placed(target.encode()).decode())
    except OSError:
        pytest.skip("this system makes no links")
    built = build(folder)
    found = told(built)
    assert [*expected.get("codes", []), *expected.get("warnings", [])] == sorted({_code(each) for each in found})
    assert built.good is not bool(expected.get("codes"))
    if "line" in expected:
        assert expected["line"] == found[0].location.line
    assert all(each.hint for each in found)
    assert [] == place.birds.touched()
    if built.good and built.folder:
        assert set() == harm(built.folder / f"{name}-en.epub")
        shown = (built.folder / "proof.html").read_bytes()
        assert [] == [sign for sign in (b"<script>alert", b"<b>Tea", SECRET.encode()) if sign in shown]
        shutil.rmtree(built.folder)


def _code(found: Diagnostic) -> str:
    """Return a code; what the proof says of type and page has many, and which of them is not this test's affair."""
    return "TYP" if found.code.startswith("TYP-") else found.code


def harm(book: Path) -> set[bytes]:
    """Return what is harmful in a book; what is text there, escaped, is none."""
    with zipfile.ZipFile(book) as file:
        texts = [file.read(name) for name in file.namelist() if not name.endswith((".jpg", ".png"))]
    return {sign for sign in HARMFUL for text in texts if sign in text}


def rows(count: int) -> str:
    return "| a | b |\n|---|---|\n" + "".join(f"| c{n} | d{n} |\n" for n in range(count))


LARGE = {
    "copy of 5 MB": ("A word.\n\n" * 600_000, "SRC-080"),
    "table of 2,000 rows": (rows(2_000), "SRC-084"),
    "1,000 notes": ("".join(f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(1_000)), "SRC-084"),
    "600 pictures": ("![A cup](a.svg)\n\n" * 600, "SRC-084"),
    "400 headings": ("".join(f"## Part {n}\n\nText.\n\n" for n in range(400)), "SRC-084"),
    "50,000 quotations within each other": ("> " * 50_000 + "x", "SRC-083"),
    "20,000 elements within each other": ("<div>" * 20_000 + "x" + "</div>" * 20_000, "SRC-083"),
    "word of 400,000 letters": ("x" * 400_000, "SRC-084"),
    "300 kB of short paragraphs, in three seconds": ("A word.\n\n" * 30_000, "SRC-089"),
}


@pytest.mark.slow("reads copies as large as can be")
@pytest.mark.parametrize("name", LARGE)
def test_what_is_out_of_measure_is_refused(name: str, tmp_path: Path) -> None:
    """What is too large, too deep or too long to lay out is told in its own words, before anybody waits for it."""
    body, code = LARGE[name]
    folder = tmp_path / "content" / "large"
    folder.mkdir(parents=True)
    (folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    (folder / "en.md").write_text(HEAD + body, "utf-8")
    (built,) = clearfold.build(
        [folder / "en.md"], tmp_path / "build", EDITIONS, seconds=3 if code == "SRC-089" else 120
    )
    assert [code] == [found.code for found in built.diagnostics]
    assert built.folder is None
    assert built.diagnostics[0].hint
