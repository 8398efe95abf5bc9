"""``--spelling``: the machine's own dictionaries, and what a copy says to be right."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from clearfold.advice.reading import Reading, read
from clearfold.advice.rules import RULES
from clearfold.advice.spelling import dictionary, misspelled
from clearfold.cli.main import main
from clearfold.model.errors import UsageError
from clearfold.model.source import read_source
from tests.advice.copies import LANGUAGES, TODAY

WORDS = {
    "nl": "je krijgt een glas water",
    "fr": "buvez un verre eau de le",
    "de": "trinken sie ein Glas Wasser",
    "en": "drink a glass of water in the morning well-known well known",
}


class _Library:
    """What spylls is to us: it knows the words of a dictionary. The library itself would hide our tests."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words

    @classmethod
    def from_files(cls, path: str) -> "_Library":
        return cls(frozenset(Path(f"{path}.dic").read_text("utf-8").split("\n")[1:]))

    def lookup(self, word: str) -> bool:
        return word in self.words


@pytest.fixture(autouse=True)
def dictionaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small dictionaries of four languages, and no others."""
    library = ModuleType("spylls.hunspell")
    library.Dictionary = _Library  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spylls", ModuleType("spylls"))
    monkeypatch.setitem(sys.modules, "spylls.hunspell", library)
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    for lang, words in WORDS.items():
        (folder / f"{lang}.aff").write_text("SET UTF-8\n", "utf-8")
        known = words.split()
        (folder / f"{lang}.dic").write_text("\n".join([str(len(known)), *known]) + "\n", "utf-8")
    monkeypatch.setenv("DICPATH", str(folder))
    monkeypatch.setattr("clearfold.advice.spelling._FOLDERS", ())
    return folder


def _read(folder: Path, text: str, lang: str = "en", front: str = "") -> Reading:
    path = folder / "tea" / f"{lang}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\ntitle: TEA\nlang: {lang}\n{front}---\n\n{text}\n", "utf-8")
    return read(read_source(path), TODAY)


def _told(reading: Reading) -> list[str]:
    return [one.said for one in misspelled(reading)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_slip_is_told_and_the_right_word_is_not(tmp_path: Path, lang: str) -> None:
    """Each language is read by its own dictionary."""
    example = RULES["ADV-110"].examples[lang]
    assert (1, 0) == tuple(len(_told(_read(tmp_path, text, lang))) for text in (example.wrong, example.right))


@pytest.mark.parametrize(
    "text",
    [
        "Drink well-known water.",
        "In the morning Dupont drink.",
        "Drink a [verre]{lang=fr} of `wotr`, MRI, H2O, a@b.example.",
    ],
)
def test_what_is_no_slip_is_not_told(tmp_path: Path, text: str) -> None:
    """Compounds of known words, names, other languages, code, abbreviations and addresses are left alone."""
    assert [] == _told(_read(tmp_path, text))


def test_words_of_the_copy_are_accepted(tmp_path: Path) -> None:
    """What the glossary explains and the sources name is right, also in the plural."""
    front = "glossary:\n  samovar: A glass of water.\nsources: Bruler\n"
    assert [] == _told(_read(tmp_path, "Drink samovars in the bruler.", front=front))


def test_words_of_the_association_are_accepted(tmp_path: Path) -> None:
    """publisher.yaml names words for all leaflets."""
    (tmp_path / "publisher.yaml").write_text("words: [infuser]\n", "utf-8")
    assert [] == _told(_read(tmp_path, "Drink the infuser."))


def test_word_is_told_once(tmp_path: Path) -> None:
    """A name that stands on each page is one thing to mend, or to accept."""
    assert ["watre"] == _told(_read(tmp_path, "Drink watre. Watre in the watre."))


def test_language_without_a_dictionary_is_told() -> None:
    """Who asks is told what to install."""
    with pytest.raises(UsageError, match="no Hunspell dictionary of “pt”"):
        dictionary("pt")


def test_missing_library_is_told(dictionaries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has the dictionary and not what reads it is told what to install."""
    monkeypatch.setitem(sys.modules, "spylls.hunspell", None)
    with pytest.raises(UsageError, match="pip install"):
        dictionary("en")


def test_command_asks_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--spelling adds it to the rest."""
    reading = _read(tmp_path, "Drink watre.")
    assert 0 == main(["advise", "--spelling", str(reading.source.path)])
    assert "ADV-110: the dictionary does not have “watre”" in capsys.readouterr().out
