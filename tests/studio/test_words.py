"""The studio speaks every one of its languages, wholly."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearfold.studio.pages import STATIC, TEMPLATES
from clearfold.studio.words import LANGUAGES, preferred, words_of

if TYPE_CHECKING:
    from tests.studio.conftest import Studio

_MARKED = re.compile(r"(?<!\w)_\(\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')")
_FIELD = re.compile(r"\{\w*\}")


def marked() -> frozenset[str]:
    """Return every sentence that a template or a module of the studio marks as one to be translated."""
    places = (*TEMPLATES.glob("*.j2"), *Path(TEMPLATES).parent.rglob("*.py"), *STATIC.glob("*.js"))
    return frozenset(found[1:-1] for path in places for found in _MARKED.findall(path.read_text("utf-8")))


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_every_sentence_is_in_the_catalogue(lang: str) -> None:
    """What is marked is translated, and what is translated is marked."""
    known = words_of(lang).known
    assert marked() == set(known)
    assert [] == [english for english, own in known.items() if not own]


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_fields_are_those_of_the_english(lang: str) -> None:
    """A translation names the values that its sentence names."""
    known = words_of(lang).known
    assert [] == [e for e, own in known.items() if sorted(_FIELD.findall(e)) != sorted(_FIELD.findall(own))]


@pytest.mark.parametrize(
    ("lang", "accepted"),
    [
        ("nl", "nl-BE,nl;q=0.9,en;q=0.8"),
        ("fr", "it, fr-CA;q=0.7, en;q=0.5"),
        ("de", "de"),
        ("en", ""),
        ("en", "zh-Hans, *;q=0.1"),
        ("en", "nl;q=x, fr;q="),
    ],
)
def test_language_is_the_one_asked_for(lang: str, accepted: str) -> None:
    """Of the languages that a browser asks for, the first that the studio speaks is taken."""
    assert lang == preferred(accepted)


def test_page_is_in_the_language_that_was_chosen(studio: "Studio") -> None:
    """The browser's language is spoken, until another is chosen."""
    german = studio.ask("/", headers={"Accept-Language": "de"}).text
    assert 204 == studio.ask("/language", "PUT", b"fr").status
    french = studio.ask("/", headers={"Accept-Language": "de"}).text
    assert ('<html lang="de">' in german, '<html lang="fr">' in french) == (True, True)
    assert ("Ihre Broschüren" in german, "Vos brochures" in french) == (True, True)


def test_language_that_there_is_not_is_refused(studio: "Studio") -> None:
    """The studio goes on in the language that it spoke."""
    assert 400 == studio.ask("/language", "PUT", b"xx").status
