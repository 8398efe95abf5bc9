"""The proof reads the copy in the order, and with the words, that docs/writing.md promises."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import read_source
from clearfold.model.transcript import Kind, Span
from clearfold.proof.expect.transcript import expect
from tests.proof.copies import blocks, read, texts

FULL = """---
title: Griep
lang: nl-BE
subtitle: In de winter
id: griep
version: 1.0
status: final
published: 2026-11-23
review_by: 2028-01-02
publisher: De vereniging
authors: [An, Bert]
reviewers:
  - Cas
audience: Voor iedereen
cover: {image: images/a.svg, alt: Een neus}
key_messages:
  - Neem **nooit** te veel.
abbreviations:
  WGO: "[World Health Organization]{lang=en}"
glossary:
  virus: een kiem
sources:
  - Bron een
  - <https://example.org/>
funding: Niemand
conflicts: Geen
contact:
  address: |
    Straat 1
    9000 Gent
  phone: 012
  text: Bel [ons](https://example.org/bel)
licence: Vrij
---
"""


def test_everything_is_read_in_the_promised_order() -> None:
    """Cover, key messages, body, abbreviations, glossary, sources, about, contact: in this order, dates written out."""
    got = read("# Griep\n\n## Wat?\n\nEen kiem.\n\n*[CRP]: een eiwit\n", FULL)
    assert [
        *("De vereniging", "Griep", "In de winter", "Voor iedereen", "Een neus"),
        "Neem nooit te veel.",
        *("Wat?", "Een kiem."),
        *("WGO", "World Health Organization", "CRP", "een eiwit", "virus", "een kiem"),
        *("Bron een", "https://example.org/"),
        *("An", "Bert", "Cas", "Niemand", "Geen", "1.0", "23 november 2026", "2 januari 2028", "Vrij"),
        *("Bel ons", "012", "Straat 1 9000 Gent"),
    ] == [block.text for block in got.blocks]
    assert ("nl-BE", "Griep") == (got.lang, got.title)


def test_places_are_those_of_the_words() -> None:
    """A run knows the line and column of the file at which its words begin."""
    got = read("## Wat?\n\nEen kiem.\n", FULL)
    places = {block.text: (block.location.line, block.location.column) for block in got.blocks if block.location}
    assert ((2, 8), (17, 5), (35, 4), (37, 1)) == tuple(
        places[text] for text in ("Griep", "Neem nooit te veel.", "Wat?", "Een kiem.")
    )


def test_publisher_is_read_where_the_front_matter_is_silent(tmp_path: Path) -> None:
    """Name, logo and contact come from publisher.yaml, in the copy's folder or the one above."""
    (tmp_path / "griep").mkdir()
    yaml = "name: De bond\nlogo: {image: l.svg, alt: Een ster}\ncontact: {phone: '099'}\n"
    (tmp_path / "publisher.yaml").write_text(yaml)
    copy = tmp_path / "griep" / "nl.md"
    copy.write_text("---\ntitle: Griep\nlang: nl\n---\n\nTekst.\n")
    assert ["Een ster", "De bond", "Griep", "Tekst.", "099"] == [
        block.text for block in expect(read_source(copy)).blocks
    ]


def test_parts_of_the_copy_are_known() -> None:
    """Each part begins at its first run, one that is left out where the next begins; a box without a title is one."""
    got = read('Tekst.\n\n!!! tip\n    Rust.\n\n!!! tip "Zo"\n    Slaap.\n', FULL)
    begins = {part: got.blocks[at].text for part, at in got.parts if at < len(got.blocks)}
    assert "Neem nooit te veel." == begins["key_messages"]
    assert ("Tekst.", "Rust.", "WGO") == (begins["body"], begins["box tip"], begins["abbreviations"])
    assert ("An", "Cas", "1.0", "Bel ons") == tuple(
        begins[part] for part in ("about", "reviewers", "version", "contact")
    )
    assert 1 == sum(part == "box tip" for part, _ in got.parts)
    assert len(got.blocks) == dict(got.parts)["formats"]


@pytest.mark.parametrize("front", ["- a list", "title: [", "a: b: c"])
def test_broken_front_matter_is_told(front: str) -> None:
    """Front matter that is no map raises SRC-092 at its line."""
    with pytest.raises(LeafletError) as caught:
        read("", f"---\n{front}\n---\n")
    assert ["SRC-092"] == [d.code for d in caught.value.diagnostics]


def test_empty_front_matter_is_read() -> None:
    """A copy without front matter has no title, and its body is read."""
    assert ["Tekst."] == [block.text for block in read("Tekst.\n", "").blocks]


def test_unknown_language_dates_are_english() -> None:
    """A date in a language that nobody knows is written out in English, and what is no date stays."""
    got = read("", "---\ntitle: T\nlang: xx-no-such\npublished: 2026-11-23\nreview_by: soon\n---\n")
    assert ["T", "November 23, 2026", "soon"] == [block.text for block in got.blocks]


def test_lists_know_depth_and_number() -> None:
    """Items carry their depth and number; the second paragraph of an item has no number."""
    body = "- een\n\n    - twee\n\n3. drie\n4. vier\n\n    nog vier\n"
    assert [("een", 1, ""), ("twee", 2, ""), ("drie", 1, "3"), ("vier", 1, "4"), ("nog vier", 1, "")] == [
        (block.text, block.level, block.number) for block in blocks(body)
    ]


def test_html_lists_count_as_they_say() -> None:
    """start, type, reversed and value of HTML lists give the items their numbers."""
    body = (
        '<ol start="3" type="a"><li>x</li><li value="27">y</li></ol>\n\n'
        '<ol reversed type="I"><li>p</li><li>q</li></ol>\n\n'
        '<ol type="i" start="9"><li>n</li></ol>\n\n<ol type="A" start="no"><li>m</li></ol>\n'
    )
    assert ["c", "aa", "II", "I", "ix", "A"] == [block.number for block in blocks(body)]


def test_tables_know_their_cells() -> None:
    """Cells carry row and column; bold first columns are headers; the caption comes before the rows."""
    body = "Table: Een *tabel*\n\n| a | b |\n| --- | --- |\n| **c** | d |\n| **e** | |\n"
    assert [
        *(("Een tabel", 0, 0, False), ("a", 1, 1, True), ("b", 1, 2, True)),
        *(("c", 2, 1, True), ("d", 2, 2, False), ("e", 3, 1, True)),
    ] == [(block.text, block.row, block.column, block.header) for block in blocks(body)]


def test_empty_first_cell_makes_a_header_column() -> None:
    """An empty first cell in the head makes the first column one of headers."""
    assert [False, True] == [block.header for block in blocks("|  | b |\n| --- | --- |\n| c | d |\n")][2:0:-1]


def test_spanning_cells_are_placed() -> None:
    """Cells that span rows or columns push the others aside."""
    body = (
        '<table><tr><th rowspan="2">a</th><th colspan="2">b</th></tr><tr><td>c</td><td>d</td></tr>'
        "<tr><td>e</td></tr></table>\n"
    )
    assert [(1, 1), (1, 2), (2, 2), (2, 3), (3, 1)] == [(block.row, block.column) for block in blocks(body)]


def test_notes_follow_the_block_that_first_refers_to_them() -> None:
    """Notes are numbered in the order of reading, and stand after the outermost block of their first reference."""
    body = "- een[^b]\n- twee[^a]\n\nDrie[^b].\n\n[^a]: noot a, zie[^c]\n[^b]: noot b\n[^c]: noot c\n[^d]: nooit\n"
    assert [
        ("list item", "een[1]"),
        ("list item", "twee[2]"),
        ("note", "[1] noot b"),
        ("note", "[2] noot a, zie[3]"),
        ("note", "[3] noot c"),
        ("paragraph", "Drie[1]."),
    ] == texts(body)


def test_note_of_bare_inline_html_is_read_at_the_end() -> None:
    """A note that is first referred to outside any block is read after everything."""
    assert ("note", "[1] noot") == texts("<span>\n\nx[^a]\n\n</span>\n\n[^a]: noot\n")[-1]


def test_pictures_are_read_by_their_alternatives() -> None:
    """A picture alone with a title is a figure; one that decorates is not read; one in a line parts it."""
    body = '![een cel](a.svg "De cel")\n\n![](b.svg){role=presentation}\n\nKlik ![hier](c.svg) nu.\n'
    assert [
        ("text alternative", "een cel"),
        ("caption", "De cel"),
        ("paragraph", "Klik"),
        ("text alternative", "hier"),
        ("paragraph", "nu."),
    ] == texts(body)


def test_credit_of_a_picture_is_read_with_its_caption() -> None:
    """Who made a picture is read behind the caption, or in its place."""
    body = '![een cel](a.svg "De cel"){.beside credit="Foto: An"}\n\n![een kat](b.svg){credit="Foto: Bo"}\n'
    assert ["De cel Foto: An", "Foto: Bo"] == [text for kind, text in texts(body) if kind == "caption"]


def test_boxes_have_only_the_titles_of_the_copy() -> None:
    """A box's title is read where the copy gives it; the automatic one is the template's."""
    body = '!!! warning "Let op"\n    Bel.\n\n!!! note\n    Rust.\n\n!!! tip ""\n    Slaap.\n'
    assert ["Let op", "Bel.", "Rust.", "Slaap."] == [text for _, text in texts(body)]


def test_raw_html_is_read_for_what_it_is() -> None:
    """HTML is parsed, with Markdown inside where it says so; each run knows its line."""
    body = (
        "<figure>\n<img src='a.png' alt='een kat'>\n<figcaption>Mijn <em>kat</em></figcaption>\n</figure>\n\n"
        '<div class="box" markdown>\n\nIn een *doos*.\n\n</div>\n\n<p lang="fr">Un<br>deux</p>\n'
    )
    assert [
        (Kind.ALTERNATIVE, "een kat", 6),
        (Kind.CAPTION, "Mijn kat", 7),
        (Kind.PARAGRAPH, "In een doos.", 12),
        (Kind.PARAGRAPH, "Un deux", 16),
    ] == [(block.kind, block.text, block.location.line) for block in blocks(body) if block.location]
    assert ["nl-BE", "nl-BE", "nl-BE", "fr"] == [block.lang for block in blocks(body)]


def test_quotations_code_terms_and_rules() -> None:
    """Each block is read as what it is; contents, comments and attribute lists are syntax."""
    body = (
        "[TOC]\n\n> citaat\n\n```python\nx = 1\n\ny\n```\n\n    z\n\nTerm\n:   Uitleg\n\n---\n\n<!-- niet -->\n\n"
        "### Kop {#kop}\n\nTekst **vet**{.x} hier\n{: .klas}\n"
    )
    assert [
        ("quotation", "citaat"),
        ("code", "x = 1\n\ny"),
        ("paragraph", "z"),
        ("term", "Term"),
        ("definition", "Uitleg"),
        ("heading", "Kop"),
        ("paragraph", "Tekst vet hier"),
    ] == texts(body)


def test_spans_say_language_link_and_expansion() -> None:
    """Words in another language, links and abbreviations are known with their stretch of the text."""
    (block,) = blocks("Een [test]{lang=en} op <https://example.org/> met <abbr title='x y'>XY</abbr>.\n")
    assert (
        Span(4, 8, lang="en"),
        Span(12, 32, link="https://example.org/"),
        Span(37, 39, expansion="x y"),
    ) == block.spans


def test_abbreviation_in_code_is_code() -> None:
    """A line in a code block that looks like an abbreviation is code."""
    assert [("code", "*[MRI]: niet")] == texts("```\n*[MRI]: niet\n```\n")


def test_preformatted_text_keeps_its_lines() -> None:
    """The white space of preformatted text stays; a hidden element is no text of the reader's."""
    assert [("code", "a\n  b")] == texts("<pre>a\n  b</pre>\n")


def test_name_of_an_abbreviation_that_cuts_other_words_has_no_meaning() -> None:
    """Where it ends within bold words, or is partly a link, no element can be the name; elsewhere it is known."""
    body = "A **MR** I.\n\n**A MR** I.\n\n[MR](https://example.org/) I.\n\nMR\nI.\n\n*[MR I]: een scan\n"
    parts = "## A\n\n" + body.replace("\n\n", "\n\n## A\n\n", 3)
    said = [(block.text, span.start) for block in blocks(parts) for span in block.spans if span.expansion]
    assert [("A MR I.", 2), ("MR I.", 0)] == said


def test_abbreviations_expand_where_they_first_stand_in_a_section() -> None:
    """The meaning goes with the first use under each second-level heading."""
    body = "## A\n\n`MRI` is MRI.\n\nMRI[^n].\n\n## B MRI\n\nMRI.\n\n[^n]: MRI\n\n*[MRI]: een scan\n"
    said = [(block.text, span.start) for block in blocks(body) for span in block.spans if span.expansion]
    assert [("MRI is MRI.", 7), ("MRI.", 0)] == said
