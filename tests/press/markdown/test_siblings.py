"""The other languages that a leaflet names: those that translate one source, and can be had."""

from pathlib import Path

import pytest

from clearfold.model.source import read_source
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.page import page

FRONT = "---\ntitle: Tea\nlang: {lang}\n{keys}---\n\nTea is a drink.\n"
FINAL = "status: final\npublished: 2027-01-01\n"
SOURCES = {
    "nl": "",
    "fr": "translation_of: nl\n",
    "de": "translation_of: nl\nstatus: withdrawn\n",
    "en": "",
    "pl": "translation_of: nl\n",
}


def named(folder: Path, lang: str, keys: str) -> list[tuple[str, str, bool]]:
    path = folder / f"{lang}.md"
    path.write_text(FRONT.format(lang=lang, keys=keys), "utf-8")
    return [(one.lang, one.name, one.is_source) for one in read_leaflet(read_source(path)).siblings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a source, three translations, one of them withdrawn, and a leaflet of its own."""
    for lang, keys in SOURCES.items():
        (tmp_path / f"{lang}.md").write_text(FRONT.format(lang=lang, keys=keys), "utf-8")
    return tmp_path


def test_source_names_its_translations(folder: Path) -> None:
    """Each in itself, in the order of their tags; not what was withdrawn, nor what translates nothing."""
    assert [("fr", "Français", False), ("pl", "Polski", False)] == named(folder, "nl", "")


def test_translation_names_its_source_and_the_others(folder: Path) -> None:
    """The source is named as such."""
    assert [("nl", "Nederlands", True), ("pl", "Polski", False)] == named(folder, "fr", SOURCES["fr"])


def test_leaflet_of_its_own_names_none(folder: Path) -> None:
    """A copy beside others that translates none, and is translated by none, has no other language."""
    assert [] == named(folder, "en", "")


def test_final_leaflet_names_no_draft(folder: Path) -> None:
    """What readers cannot have yet is not promised to them."""
    named(folder, "fr", SOURCES["fr"] + FINAL)
    assert [("fr", "Français", False)] == named(folder, "nl", FINAL)


def test_languages_alone_stand_on_the_back(folder: Path) -> None:
    """Where nobody can be called and there are no other forms, no label stands above nothing."""
    leaflet = read_leaflet(read_source(folder / "nl.md"))
    html = page(leaflet, LARGE_PRINT, logo="", cover="")
    assert "In andere talen" in html
    assert "bestaat ook als" not in html
