"""The labels: every word that a template adds is there in every language."""

import re
from datetime import date
from pathlib import Path

import pytest

import clearfold.press
from clearfold.press.document.inlines import Text
from clearfold.press.editions import EDITIONS
from clearfold.press.labels import LOCALES, Labels, labels_of, languages
from clearfold.press.leaflet import Contact, Metadata, Phrase
from clearfold.press.template.panels import about_rows, contact_rows

PRESS = Path(clearfold.press.__file__).parent
ASKED = re.compile(r"""\bwords\(["']([^"']+)["']\)|\blisted\("[^"]+", "([^"]+)\"""")


def asked() -> set[str]:
    """Return every message that the code and the templates of the press and the site name."""
    folders = (PRESS, PRESS.parent / "site")
    files = [file for folder in folders for kind in ("*.py", "*.j2") for file in folder.rglob(kind)]
    found = {a or b for file in files for a, b in ASKED.findall(file.read_text("utf-8"))}
    return found | {edition.label for edition in EDITIONS} | {"Note", "Tip", "Important", "Warning"}


@pytest.mark.parametrize("lang", ["nl-BE", "de-AT", "en-GB", "pt-BR", *languages()])
def test_every_label_is_in_every_language(lang: str) -> None:
    """No edition stops for a missing word."""
    words = labels_of(lang)
    assert words is not None
    assert set() == {english for english in asked() if not words(english)}


@pytest.mark.parametrize("lang", [lang for lang in languages() if lang != "en"])
def test_words_keep_their_places_for_numbers(lang: str) -> None:
    """What is put into a label, such as {pages}, stands in every language."""
    words, place = labels_of(lang), re.compile(r"\{\w+\}")
    assert words is not None
    assert set() == {en for en, own in words.words.items() if place.findall(en) != place.findall(own)}


@pytest.mark.parametrize("lang", ["nl", "fr", "de", "it", "es", "pt", "pl", "ro", "tr", "uk"])
def test_every_label_of_a_full_leaflet_is_there(lang: str) -> None:
    """Colophon and contact have a word for each of their rows."""
    words, prose, day = labels_of(lang), Phrase("x", (Text("x"),)), date(2026, 11, 23)
    assert words is not None
    full = Metadata(
        "a", lang, "A", version="1", published=day, review_by=day, authors=("x",), reviewers=("x",),
        funding=prose, conflicts=prose, licence=prose,
    )  # fmt: skip
    rows = (*about_rows(full, words), *contact_rows(Contact(prose, "1", "a@b.be", "b.be", "c\nd"), words))
    assert 12 == len({row.label for row in rows})


def test_dates_are_written_out_in_the_language_of_the_leaflet() -> None:
    """A date reads as people say it; a region that is not known falls back on its language."""
    day = date(2026, 11, 23)
    assert ["23 november 2026", "23 novembre 2026", "23. November 2026", "November 23, 2026", "23 November 2026"] == [
        Labels(lang, {}).day(day) for lang in ("nl-BE", "fr", "de", "en", "en-GB")
    ]
    assert "november 2026" == Labels("nl-ZZ", {}).month(day)


def test_months_without_a_day_are_words_of_their_own() -> None:
    """A month alone stands in the form that each language has for it."""
    day = date(2026, 11, 23)
    assert ["listopad 2026", "noviembre de 2026", "novembro de 2026"] == [
        Labels(lang, {}).month(day) for lang in ("pl", "es", "pt")
    ]
    assert "23 listopada 2026" == Labels("pl", {}).day(day)


def test_words_that_no_speaker_has_reviewed_are_marked() -> None:
    """Dutch, French and German were read by those who wrote them in; the other catalogues say that they were not."""
    from babel.messages.pofile import read_po

    marked = set()
    for lang in (one for one in languages() if one != "en"):
        with (LOCALES / lang / "LC_MESSAGES/clearfold.po").open("rb") as file:
            if any(message.fuzzy for message in read_po(file) if message.id):
                marked.add(lang)
    assert set(languages()) - {"en", "nl", "fr", "de"} == marked


def test_language_without_labels_has_none() -> None:
    """The press says so instead of printing English labels in a Norwegian leaflet."""
    assert labels_of("nb") is None


def test_languages_are_written_in_their_direction() -> None:
    """Templates, style sheets and the order of pages follow it."""
    assert {"ar", "he"} == {lang for lang in languages() if Labels(lang, {}).direction == "rtl"}
