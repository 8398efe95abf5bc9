"""The second reading of front matter: as it is meant, and nothing of it left out in silence."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.markdown.reading import leaflet_id
from clearfold.proof.expect.beside import named_after
from clearfold.proof.expect.front_matter import Fields, read_front


def read(text: str) -> Fields:
    return read_front(parse_source(Path("en.md"), f"---\n{text}\n---\n".encode()))


@pytest.mark.parametrize(
    "text",
    ["title: a # b", "title: #1", "title: &co kg", "title: !Let op", "authors:\n  - a # b", "glossary:\n  a: b # c"],
)
def test_what_would_be_left_out_is_refused(text: str) -> None:
    """A word that YAML takes for a note, a name or a type is told at its line."""
    with pytest.raises(LeafletError, match="would be left out") as caught:
        read(text)
    assert ["SRC-092"] == [found.code for found in caught.value.diagnostics]
    assert text.count("\n") + 2 == caught.value.diagnostics[0].location.line


@pytest.mark.parametrize(
    "text", ["title: 'a' # b", "lang: nl # b", "authors: # b\n  - a", "tags: a # b", "title: |\n  a # b", "title: a#b"]
)
def test_notes_and_signs_within_words_are_none_of_it(text: str) -> None:
    """A note that can only be one, and a sign within a word or a block, are left alone."""
    assert 1 == len(read(text).keys)


def test_keys_of_other_programs_are_read_as_ours() -> None:
    """An author is an author, and a date the day on which the leaflet was published."""
    fields = read("author: An\ndate: 2026-10-01\ntags: [a]")
    assert ("An", "2026-10-01") == (fields.lists["authors"][0].text, fields.text("published"))


def test_one_text_is_a_list_of_one() -> None:
    """A text in place of a list is its one item."""
    assert ["a, b"] == [value.text for value in read("authors: a, b").lists["authors"]]


def test_logo_stands_for_a_name() -> None:
    """An item of a list may be a name with the file of its logo, or a text."""
    found = read("sponsors:\n  - name: City\n    logo: city.png\n  - Foundation").lists["sponsors"]
    assert [("City", "city.png"), ("Foundation", "")] == [(one.text, one.picture) for one in found]


@pytest.mark.parametrize(
    ("folder", "name"),
    [("Mijn map_2", "mijn-map-2"), ("Fièvre (été)", "fievre-ete"), ("гриппе", "leaflet"), ("flu", "flu")],
)
def test_leaflet_without_an_id_is_named_after_its_folder(folder: str, name: str) -> None:
    """As the files are: a folder may have any name."""
    assert (name, name) == (named_after(folder), leaflet_id(Path(f"/{folder}/nl.md")))
