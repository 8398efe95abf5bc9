"""Numbers that one finished file alone has, whatever the languages and the kinds of file."""

from pathlib import Path

import pytest

from clearfold.model.limits import SECONDS
from clearfold.pipeline.building.leaflet_job import Order, build_one
from clearfold.translations.parity.finished import compare_finished, read_finished
from tests.translations.copies import FAULTS, change, leaflet

# What a reader of a file meets, in the copies' faults; the rest is of the make of the copy.
MET = ("dose ten times", "milligram to microgram", "another medicine", "a digit of the telephone", "a date")


def made(copy: Path, edition: str, name: str) -> Path:
    """Build one edition of a copy, without its proof."""
    built = build_one(copy, Order(copy.parent / name, (edition,), "", False, SECONDS))
    assert built.folder is not None
    assert built.manifest is not None
    return built.folder / built.manifest.files[0].path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return finished files of three languages: a PDF, a web page and an EPUB, and a PDF with five slips."""
    folder = leaflet(tmp_path_factory.mktemp("leaflet"))
    found = {
        "nl": made(folder / "nl-BE.md", "accessible", "out"),
        "fr": made(folder / "fr.md", "web", "out"),
        "de": made(folder / "de.md", "accessible", "out"),
    }
    for kind, _, words in FAULTS:
        if kind in MET:
            change(folder / "de.md", *words["de"])
    return found | {"wrong": made(folder / "de.md", "accessible", "wrong")}


def told(files: dict[str, Path], here: str) -> list[str]:
    one, two = (read_finished(files[name], files[name].read_bytes()) for name in ("nl", here))
    return [found.fact for found in compare_finished(one, two)]


@pytest.mark.slow("lays out three PDFs")
@pytest.mark.parametrize("here", ["fr", "de"])
def test_nothing_is_told_of_files_that_say_the_same(files: dict[str, Path], here: str) -> None:
    """A PDF and a web page in another language have the same numbers, however they are written."""
    assert [] == told(files, here)


@pytest.mark.slow("lays out three PDFs")
def test_every_slip_is_told_with_both_pages(files: dict[str, Path]) -> None:
    """A dose, a unit, a medicine, a telephone number and a date that differ are each told with their pages."""
    text = "\n".join(told(files, "wrong")).replace("\u00a0", " ")
    expected = ("75 mg", "5 µg", "Infliximab", "070245254", "2026-10-01")
    assert [] == [words for words in expected if words not in text]
    assert text.count("(page ") >= 2 * len(MET) - 2
