"""Links from words to their meaning: the first use in each part, and never a character changed."""

from pathlib import Path

import pytest

from tests.press.epub.books import Opened, book_of

FRONT = "glossary:\n  leaf: Green.\n  tea leaf: A leaf for tea.\n"


def links(book: Opened, name: str = "part-a.xhtml") -> list[tuple[str, str]]:
    return [(e.text or "", e.get("href") or "") for e in book.elements(name, "//h:a[@role='doc-glossref']")]


def test_first_use_in_each_part_leads_to_the_entry(tmp_path: Path) -> None:
    """The second use has no link, and another part has one of its own."""
    book = book_of("## A\n\nA leaf, a leaf.\n\n## B\n\nA leaf.", FRONT, tmp_path)
    assert [("leaf", "glossary.xhtml#term-leaf")] == links(book) == links(book, "part-b.xhtml")
    assert ["term-leaf", "term-tea-leaf"] == book.strings("glossary.xhtml", "//h:dt/@id")


def test_longest_term_is_the_one_that_is_meant(tmp_path: Path) -> None:
    """“tea leaf” is not a use of “leaf”."""
    book = book_of("## A\n\nA tea leaf. Then a leaf.", FRONT, tmp_path)
    assert [("tea leaf", "glossary.xhtml#term-tea-leaf"), ("leaf", "glossary.xhtml#term-leaf")] == links(book)


def test_term_may_begin_a_sentence(tmp_path: Path) -> None:
    """The first letter may be a capital."""
    assert ["Leaf"] == [word for word, _ in links(book_of("## A\n\nLeaf.", FRONT, tmp_path))]


@pytest.mark.parametrize(
    "body",
    [
        "Leaves, leaflet, leaf-green and overleaf.",
        "### Leaf",
        "A [leaf](https://example.com/).",
        "A `leaf`.",
        "Une [leaf]{lang=fr}.",
        "Table: A leaf\n\n| leaf |\n|---|\n| tea |",
    ],
)
def test_no_link_where_it_would_be_wrong(tmp_path: Path, body: str) -> None:
    """Other words, headings, links, code, other languages, captions and headers are left alone."""
    assert [] == links(book_of(f"## A\n\n{body}", FRONT, tmp_path))


def test_no_character_changes(tmp_path: Path) -> None:
    """Around links in a row, in emphasis and after it, the text is what it was."""
    body = "## A\n\nA leaf and a tea leaf, **a cup** and a *water* leaf.\n\nLeaf."
    front = "glossary:\n  cup: Round.\n  leaf: Green.\n  tea leaf: Dry.\n  water: Wet.\n"
    linked, plain = book_of(body, front, tmp_path), book_of(body, "", tmp_path)
    texts = ["".join(book.strings("part-a.xhtml", "//h:body//text()")) for book in (plain, linked)]
    assert texts[0] == texts[1]
    assert ["leaf", "tea leaf", "cup", "water"] == [word for word, _ in links(linked)]


def test_own_id_of_the_copy_wins(tmp_path: Path) -> None:
    """A heading that is called term-leaf keeps its id."""
    book = book_of("## A {#term-leaf}\n\nA leaf.", FRONT, tmp_path)
    assert [("leaf", "glossary.xhtml#term-leaf_")] == links(book, "part-term-leaf.xhtml")
