"""Characters without a glyph: which they are, and where they stand."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.markdown import read_leaflet
from clearfold.press.markdown.glyph_coverage import YAML_COMMENT, Text, needs_glyph


@pytest.mark.parametrize(
    "character", ["\n", "\t", " ", "\xa0", "\u202f", "\xad", "\u200d", "\u200f", "\ufe0f", "\u034f"]
)
def test_character_that_draws_nothing(character: str) -> None:
    """Controls, spaces, soft hyphens, joiners, marks of direction and variation selectors need no glyph."""
    assert not needs_glyph(character)


@pytest.mark.parametrize("character", ["a", "-", "\u0301", "😀", "\ue000", "\ufffd"])
def test_character_that_draws(character: str) -> None:
    """Letters, signs, accents, and what no font can know need one."""
    assert needs_glyph(character)


def test_places_of_a_character() -> None:
    """A character is found as itself and as an entity, not in a comment; lines are those of the file."""
    text = Text(Path("nl.md"), "a ☕\n<!-- ☕\n☕ --> ☕ &#x2615;", 5)
    assert ["nl.md:5:3", "nl.md:7:7", "nl.md:7:9"] == [str(place) for place in text.places("☕")]


def test_places_in_yaml() -> None:
    """A comment of YAML is not printed; a heading's hash is none of Markdown."""
    yaml, markdown = "# ☕\nname: '# ☕'", "# ☕"
    assert ["p:2:10"] == [str(place) for place in Text(Path("p"), yaml, 1, YAML_COMMENT).places("☕")]
    assert ["p:1:3"] == [str(place) for place in Text(Path("p"), markdown).places("☕")]


def found(folder: Path, body: str, front: str = "") -> list[str]:
    copy = folder / "tea" / "en.md"
    copy.parent.mkdir()
    with pytest.raises(LeafletError) as caught:
        read_leaflet(parse_source(copy, f"---\ntitle: Tea\nlang: en\n{front}---\n\n{body}\n".encode()))
    return [f"{d.code} {d.location.line} {d.fact} → {d.hint}" for d in caught.value.diagnostics]


def test_many_places_are_cut_short(tmp_path: Path) -> None:
    """One character is one mistake, at its first place, with five more places and the number of the rest."""
    (only,) = found(tmp_path, "☕\n\n" * 8)
    assert only.startswith("SRC-073 6 ")
    assert only.count("en.md:") == 5
    assert "and 2 places more" in only


@pytest.mark.parametrize(("hint", "character"), [("write “fi”", "ﬁ"), ("write “A”", "Ａ"), ("write it in words", "☕")])
def test_hint_gives_plain_letters_where_there_are_some(hint: str, character: str, tmp_path: Path) -> None:
    """A ligature or a wide letter is to be written as plain letters."""
    assert hint in found(tmp_path, character)[0]


@pytest.mark.parametrize(
    "front",
    [
        "key_messages:\n  - ☕\n",
        "glossary:\n  ☕: warm\n",
        "glossary:\n  warm: ☕\n",
        "authors:\n  - ☕\n",
        "licence: ☕\n",
        "contact:\n  text: ☕\n",
        "contact:\n  address: ☕\n",
    ],
)
def test_every_text_that_is_drawn_is_looked_at(front: str, tmp_path: Path) -> None:
    """Lists, words, their meanings and the contact are drawn like the body."""
    assert 1 == len(found(tmp_path, "Text.", front))


def test_spoken_text_needs_no_glyph(tmp_path: Path) -> None:
    """A text alternative and an attribute are not drawn."""
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    copy = '---\ntitle: Tea\nlang: en\n---\n\n![A ☕](a.svg)\n\n<span title="☕">x</span>\n'
    assert () == read_leaflet(parse_source(tmp_path / "en.md", copy.encode())).warnings


def test_yaml_escape_is_placed_at_its_file(tmp_path: Path) -> None:
    """A character that the copy writes in a way of YAML's own has no line, and is told all the same."""
    assert found(tmp_path, "Text.", 'subtitle: "\\u2615"\n')[0].startswith("SRC-073 0 ")
