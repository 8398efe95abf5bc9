"""What the press makes of a copy: sections, notes, abbreviations, tables and figures."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.document.render import xhtml
from clearfold.press.leaflet import Leaflet, Section
from clearfold.press.markdown import read_leaflet

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "thee").mkdir()
    (tmp_path / "thee" / "dot.svg").write_text(PICTURE, "utf-8")
    return tmp_path / "thee"


def read(folder: Path, body: str, front: str = "") -> Leaflet:
    text = f"---\ntitle: Tea\nlang: en\n{dedent(front)}---\n\n{dedent(body)}"
    return read_leaflet(parse_source(folder / "en.md", text.encode()))


def html_of(section: Section) -> str:
    return xhtml(section.blocks, "\n")


def test_id_is_the_name_of_the_folder(folder: Path) -> None:
    """A leaflet without an id has that of its folder."""
    assert "thee" == read(folder, "Text.").metadata.id


def test_each_h2_begins_a_section(folder: Path) -> None:
    """What stands before the first h2 is a section without a title."""
    leaflet = read(folder, "Before.\n\n## One\n\nText.\n\n## Two {#second}\n\nMore.")
    assert [("opening", None), ("one", "One"), ("second", "Two")] == [
        (part.id, part.title and part.title.text) for part in leaflet.sections
    ]


def test_heading_that_repeats_the_title_is_the_title(folder: Path) -> None:
    """A first ``# Tea`` is not printed a second time."""
    assert ["<p>Text.</p>"] == [html_of(part) for part in read(folder, "# Tea\n\nText.").sections]


def test_note_follows_the_block_that_first_refers_to_it(folder: Path) -> None:
    """Two references make one note, after the first of their paragraphs."""
    leaflet = read(folder, "One[^a].\n\nTwo[^a].\n\n[^a]: The note.")
    ref = '<a class="noteref" role="doc-noteref" href="#fn-1" id="fnref-1{}">[1]</a>'
    assert (
        f"<p>One{ref.format('')}.</p>\n"
        '<aside class="note" role="doc-footnote" id="fn-1">'
        '<p><a role="doc-backlink" href="#fnref-1">[1]</a> The note.</p></aside>\n'
        f"<p>Two{ref.format('-2')}.</p>"
    ) == html_of(leaflet.sections[0]).replace("</p>\n</aside>", "</p></aside>")


def test_notes_are_numbered_as_they_are_met(folder: Path) -> None:
    """The order of the definitions does not matter, and a note may refer to another."""
    html = html_of(read(folder, "One[^b]. Two[^a].\n\n[^a]: Alpha.\n\n[^b]: Beta[^c].\n\n[^c]: Gamma.").sections[0])
    assert [html.index(word) for word in ("Beta", "Alpha", "Gamma")] == sorted(
        html.index(word) for word in ("Alpha", "Beta", "Gamma")
    )


def test_abbreviation_is_explained_once_in_a_section(folder: Path) -> None:
    """The meaning goes with the first place in running text, not with headings and not with every place."""
    leaflet = read(folder, "## CAR\n\nA CAR. A CAR.", "abbreviations:\n  CAR: chimeric receptor\n")
    assert ("CAR", '<p>A <abbr title="chimeric receptor">CAR</abbr>. A CAR.</p>') == (
        leaflet.sections[0].title and xhtml(leaflet.sections[0].title.content),
        html_of(leaflet.sections[0]),
    )


@pytest.mark.parametrize(
    "titled", ['!!! question "What is CAR?"\n    A cell.', "CAR\n:   A cell.", "Table: CAR\n\n| A |\n|---|\n| b |"]
)
def test_titles_and_terms_explain_no_abbreviation(titled: str, folder: Path) -> None:
    """The title of a box, a term and a caption stay short, as a heading does: the text below them explains."""
    leaflet = read(folder, f"## Cells\n\n{titled}\n\nA CAR.", "abbreviations:\n  CAR: chimeric receptor\n")
    html = html_of(leaflet.sections[0])
    assert (1, True) == (html.count("<abbr"), html.endswith('<p>A <abbr title="chimeric receptor">CAR</abbr>.</p>'))


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("A Big\nWord.", "A <abbr>Big\nWord</abbr>."),
        ("A Big **Word**.", "A <abbr>Big <strong>Word</strong></abbr>."),
        ("A *Big* **Word**.", "A <abbr><em>Big</em> <strong>Word</strong></abbr>."),
        ("H~2~O.", "<abbr>H<sub>2</sub>O</abbr>."),
        ("**A Big** Word.", "<strong>A Big</strong> Word."),
        ("A [Big](https://example.org) Word.", 'A <a href="https://example.org">Big</a> Word.'),
        ("**A Big Word** and Big **Word**.", "<strong>A <abbr>Big Word</abbr></strong> and Big <strong>Word</strong>."),
        ("A `Big` Word.", "A <code>Big</code> Word."),
    ],
)
def test_abbreviation_is_known_however_it_is_set(written: str, html: str, folder: Path) -> None:
    """A name over a line's end, or partly bold or lowered, has its meaning as a whole, unless it cuts other words."""
    front = "abbreviations:\n  Big Word: x\n  H2O: x\n  Word: y\n"
    shown = html_of(read(folder, written, front).sections[0]).replace(' title="x"', "")
    assert f"<p>{html}</p>" == re.sub(r'<abbr title="y">(Word)</abbr>', r"\1", shown)


def test_abbreviation_of_the_body_joins_the_list(folder: Path) -> None:
    """What the body defines stands after what the front matter has."""
    leaflet = read(folder, "An MRI.\n\n*[MRI]: magnetic imaging", "abbreviations:\n  CAR: receptor\n")
    assert ["CAR", "MRI"] == [entry.term for entry in leaflet.metadata.abbreviations]


def test_first_column_of_bold_cells_is_a_header(folder: Path) -> None:
    """Every bold first cell becomes a row's header, and is not bold twice."""
    html = html_of(read(folder, "| a | b |\n|---|---|\n| **x** | 1 |\n| **y** | 2 |").sections[0])
    assert 2 == html.count('<th scope="row">')
    assert "<strong>" not in html


def test_empty_corner_makes_a_header_column(folder: Path) -> None:
    """An empty first cell of the head is no header, and the column below it is one."""
    html = html_of(read(folder, "|   | b |\n|---|---|\n| x | 1 |").sections[0])
    assert "<td></td>" in html
    assert '<th scope="row">x</th>' in html


def test_paragraph_before_a_table_is_its_caption(folder: Path) -> None:
    """``Table: …`` becomes the caption, emphasis and all."""
    html = html_of(read(folder, "Table: The **best**\n\n| a |\n|---|\n| 1 |").sections[0])
    assert "<caption>The <strong>best</strong></caption>" in html


def test_picture_with_a_title_is_a_figure_with_a_caption(folder: Path) -> None:
    """The title of a picture that stands alone is its caption."""
    assert '<figure><img alt="A triangle" src="dot.svg"/><figcaption>The caption</figcaption></figure>' == html_of(
        read(folder, '![A triangle](dot.svg "The caption")').sections[0]
    )


def test_box_without_a_title_has_one_in_the_leaflets_language(folder: Path) -> None:
    """An untitled box says what it is; the class tells that these words are not the copy's."""
    copy = "---\ntitle: Thee\nlang: nl\n---\n\n!!! warning\n    Heet."
    html = html_of(read_leaflet(parse_source(folder / "nl.md", copy.encode())).sections[0])
    assert '<p class="admonition-title">Let op</p>' in html
    assert 'class="admonition warning untitled"' in html


def test_words_in_another_language_are_a_span(folder: Path) -> None:
    """``[mot]{lang=fr}`` carries its language, an id and classes."""
    assert '<p>The <span class="x y" id="m" lang="fr">mot <strong>juste</strong></span>.</p>' == html_of(
        read(folder, "The [mot **juste**]{.x .y lang=fr #m}.").sections[0]
    )


def test_publisher_is_found_in_the_folder_above(folder: Path) -> None:
    """publisher.yaml gives the name, the contact and the colours that a leaflet has none of its own for."""
    (folder.parent / "publisher.yaml").write_text(
        "name: Tea People\ncontact:\n  phone: 020 7946 0000\ncolours:\n  primary: '#123456'\n", "utf-8"
    )
    leaflet = read(folder, "Text.")
    assert ("Tea People", "020 7946 0000", "#123456") == (
        leaflet.metadata.publisher,
        leaflet.metadata.contact and leaflet.metadata.contact.phone,
        leaflet.publisher.primary,
    )


@pytest.mark.parametrize(("value", "on"), [("true", True), ("false", False)])
def test_overprint_is_what_the_publisher_says(folder: Path, value: str, on: bool) -> None:
    """Black letters are overprinted unless publisher.yaml says otherwise."""
    assert read(folder, "Text.").publisher.overprint
    (folder.parent / "publisher.yaml").write_text(f"print:\n  overprint: {value}\n", "utf-8")
    assert on is read(folder, "Text.").publisher.overprint


def test_overprint_that_is_neither_true_nor_false_is_named(folder: Path) -> None:
    """A switch has two positions."""
    (folder.parent / "publisher.yaml").write_text("print:\n  overprint: perhaps\n", "utf-8")
    with pytest.raises(Exception, match=r"publisher\.yaml:2:\d+: error SRC-012") as caught:
        read(folder, "Text.")
    assert "write true or false" in str(caught.value)


def test_publisher_that_is_not_utf_8_is_named(folder: Path) -> None:
    """A publisher.yaml in another encoding is a diagnostic of that file."""
    (folder.parent / "publisher.yaml").write_bytes("name: Théière".encode("latin-1"))
    with pytest.raises(Exception, match=r"publisher\.yaml:1: error SRC-002"):
        read(folder, "Text.")


def test_missing_style_sheet_is_named(folder: Path) -> None:
    """A style sheet that publisher.yaml names must be there."""
    (folder.parent / "publisher.yaml").write_text("style: brand.css\n", "utf-8")
    with pytest.raises(Exception, match=r"publisher\.yaml:1:1: error SRC-018"):
        read(folder, "Text.")


@pytest.mark.parametrize(
    ("front", "code"),
    [("abbreviations:\n  MS: multiple sclerosis\n  CAR: receptor\n", "SRC-016")],
)
def test_list_out_of_order_is_a_warning(folder: Path, front: str, code: str) -> None:
    """A list in which readers look for words from A to Z is better in that order."""
    assert [code] == [found.code for found in read(folder, "Text.", front).warnings]


def test_file_named_for_another_language_is_a_warning(folder: Path) -> None:
    """The name of the file and its language should be one."""
    leaflet = read_leaflet(parse_source(folder / "fr.md", b"---\ntitle: Tea\nlang: en\n---\n\nText."))
    assert ["SRC-015"] == [found.code for found in leaflet.warnings]


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("key_messages:\n  - |\n    One.\n\n    Two.\n", "SRC-017"),
        ("title: &a x\nsubtitle: *a\n", "SRC-007"),
        ("subtitle: &a x\naudience: *a\n", "SRC-006"),
        ("contact:\n  email: nobody\n", "SRC-013"),
        ('subtitle: ""\n', "SRC-012"),
        ("cover: picture.svg\n", "SRC-012"),
        ("sources:\n  - <marquee>x</marquee>\n", "SRC-020"),
    ],
)
def test_front_matter_that_cannot_be_used(folder: Path, front: str, code: str) -> None:
    """Each way of getting a value wrong has its code."""
    with pytest.raises(Exception, match=f"error {code}"):
        read(folder, "Text.", front)


@pytest.mark.parametrize("front", ["just words\n", "- a list\n"])
def test_front_matter_that_is_no_mapping(folder: Path, front: str) -> None:
    """Front matter without keys is refused with its line."""
    with pytest.raises(Exception, match=r"en\.md:2.*error SRC-005"):
        read_leaflet(parse_source(folder / "en.md", f"---\n{front}---\n\nText.".encode()))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("## \n\nText.", "SRC-047"),
        ("[see](other.html)", "SRC-044"),
        ('[see]{title="a&#12;b"}', "SRC-081"),
        ("## See&#12;this", "SRC-081"),
        ('Text ![A dot](dot.svg "Caption") here.', "SRC-037"),
        ('Text ![A dot](dot.svg){credit="Ann"} here.', "SRC-037"),
        ('Text ![A dot](dot.png){crop="16:9"} here.', "SRC-037"),
        ("![A dot](dot.svg){crop=square}", "SRC-152"),
        ('![A dot](dot.png){crop="wide"}', "SRC-152"),
        ('![A dot](dot.png){crop="16:9 top left"}', "SRC-152"),
        ('### See {short="this"}', "SRC-021"),
        ('![A dot](dot.svg "A dot")', "SRC-036"),
        ("![dot.svg](dot.svg)", "SRC-035"),
        ("![A text](en.txt)", "SRC-034"),
    ],
)
def test_body_that_cannot_be_used(folder: Path, body: str, code: str) -> None:
    """Each rule of the body has its code."""
    (folder / "en.txt").write_text("x", "utf-8")
    with pytest.raises(Exception, match=f"error {code}"):
        read(folder, body)


def test_code_is_no_markup(folder: Path) -> None:
    """What stands in code is not taken for an element, a heading or a picture of the copy."""
    body = "```\n<marquee>\n# No title\n```\n\nA `<script>` and\n\n~~~\n![](x.svg)\n~~~\n\n## Real\n\n#### Deep"
    with pytest.raises(LeafletError) as caught:
        read(folder, body)
    assert [("SRC-040", 19)] == [(found.code, found.location.line) for found in caught.value.diagnostics]


def test_note_that_begins_with_a_list_has_a_way_back(folder: Path) -> None:
    """The number of a note stands before it, also where its first block is no paragraph."""
    html = html_of(read(folder, "One[^a].\n\n[^a]:\n    - first\n    - second").sections[0])
    assert html.index('<p><a role="doc-backlink" href="#fnref-1">[1]</a>') < html.index("<ul>")


def test_aligned_column_has_a_class(folder: Path) -> None:
    """A colon at the right of a column's rule sets it to the right, by the style sheet."""
    html = html_of(read(folder, "| a | b |\n|---|--:|\n| x | 1 |").sections[0])
    assert '<td class="align-right">1</td>' in html


def test_header_over_two_columns_says_so(folder: Path) -> None:
    """A header cell that spans columns is the header of the group."""
    table = (
        "<table><thead><tr><th colspan='2'>Both</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )
    assert 'scope="colgroup"' in html_of(read(folder, table).sections[0])


HEADERS = "<tr><th></th><th>Mon</th><th>Tue</th></tr>"
ROW = "<tr><th>early</th><td>1</td><td>2</td></tr>"


@pytest.mark.parametrize(
    ("rows", "head", "scopes"),
    [
        (HEADERS + ROW, True, ["col", "col", "row"]),
        ("<tr><th rowspan='2'>a</th><th>b</th></tr>" + ROW, False, ["col", "col", "row"]),
        (ROW + "<tr><th colspan='3'>if you must</th></tr>" + ROW, False, ["row", "colgroup", "row"]),
        ("<tr><th>early</th></tr>", False, ["col"]),
    ],
)
def test_rows_of_headers_alone_head_their_columns(folder: Path, rows: str, head: bool, scopes: list[str]) -> None:
    """Rows of headers that a table begins with are its head, where no cell of theirs reaches into the rows below."""
    html = html_of(read(folder, f"<table>{rows}</table>").sections[0])
    assert (head, scopes) == ("<thead>" in html, re.findall(r'scope="(\w+)"', html))


def test_short_form_of_a_heading_is_in_no_html(folder: Path) -> None:
    """It is printed at the foot of pages alone, and the section keeps it."""
    (section,) = read(folder, '## What to do on a day with much pollen {#day short="What to do"}\n\nText.').sections
    assert ("day", "What to do", False) == (section.id, section.short, "short" in html_of(section))


def test_credit_stands_below_the_caption(folder: Path) -> None:
    """Who made a picture is told on a line of its own, and the picture keeps no attribute of it."""
    html = html_of(read(folder, '![A dot](dot.svg "Caption"){credit="Photo: A & B"}').sections[0])
    assert '<figcaption>Caption<br/><span class="credit">Photo: A &amp; B</span></figcaption>' in html
    assert "credit=" not in html
