"""The example in French, German and English: as plain as the source, and whole by the note that it was seen."""

import re
from pathlib import Path

import pytest

from clearfold.model.source import read_source
from clearfold.model.transcript import Block, Kind
from clearfold.proof.expect.transcript import expect
from clearfold.translations.checking import compare

FOLDER = Path(__file__).parents[2] / "content" / "car-t-cell"
LANGUAGES = ("fr", "de", "en")
# Formal address in French and German, as leaflets there have it.
FAMILIAR = {"fr": r"\b(?:tu|ton|tes|toi)\b", "de": r"\b(?:du|dein\w*|dir|dich)\b", "en": r"\b(?:thou|thee)\b"}


@pytest.fixture(scope="module")
def texts() -> dict[str, tuple[Block, ...]]:
    """Return what a reader of each language meets."""
    return {lang: expect(read_source(FOLDER / f"{lang}.md")).blocks for lang in LANGUAGES}


def sentences(blocks: tuple[Block, ...]) -> list[str]:
    kinds = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.DEFINITION, Kind.NOTE, Kind.HEADING)
    told = [block.text for block in blocks if block.kind in kinds and "doi" not in str(block.spans)]
    return [part for text in told for part in re.split(r"(?<=[.?!\]]) (?=[A-ZÉÀÄÖÜ])", text)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_short(texts: dict[str, tuple[Block, ...]], lang: str) -> None:
    """Plain language: none has more than 25 words, and the average no more than 15."""
    lengths = {part: len(part.split()) for part in sentences(texts[lang])}
    assert [] == [part for part, length in lengths.items() if length > 25]
    assert 15 >= sum(lengths.values()) / len(lengths)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_readers_are_addressed_in_one_way(texts: dict[str, tuple[Block, ...]], lang: str) -> None:
    """Nobody is addressed as a friend here and as a stranger there."""
    text = " ".join(block.text for block in texts[lang] if block.kind is not Kind.DEFINITION)
    assert [] == re.findall(FAMILIAR[lang], text, re.IGNORECASE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_translation_is_up_to_date(lang: str) -> None:
    """Whoever changes the Dutch example sees to the other languages, and accepts them."""
    assert [] == [str(found) for found in compare(FOLDER / "nl-BE.md", FOLDER / f"{lang}.md").found]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_invented(lang: str) -> None:
    """No translator and no reviewer is named who is not known."""
    front = read_source(FOLDER / f"{lang}.md").front_matter
    assert [] == re.findall(r"^(?:translated_by|checked_by|checked|reviewers):", front, re.MULTILINE)
