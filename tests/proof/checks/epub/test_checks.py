"""What the checks on an EPUB leave alone: a book that is right in another way than the press's own."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from clearfold.model.source import parse_source
from clearfold.proof.prove import expect, prove
from tests.faults import sample
from tests.faults.sample import zipped

EXPECTED = expect(sample.copy())
Edit = Callable[[str], str]


def codes(**edits: Edit) -> set[str]:
    """Return what is told of the sample with some of its files edited; a file's dot is written as "_"."""
    with ZipFile(BytesIO(sample.epub())) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "mimetype"}
    for name, edit in edits.items():
        path = f"EPUB/{name.replace('_', '.')}"
        before = files[path].decode()
        files[path] = edit(before).encode()
        assert before != files[path].decode(), f"nothing was edited in {path}"
    report = prove(EXPECTED, zipped(files), "application/epub+zip", name="griep", furniture=sample.FURNITURE)
    return {d.code for d in report.diagnostics if d.code.startswith("EPB")}


def style(rule: str) -> Edit:
    return lambda text: f"{text}\n{rule}"


def swap(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new)


@pytest.mark.parametrize(
    "rule",
    [
        "p { margin: 0 1.5em; border: 0px solid; line-height: 1.5; width: 100% }",
        "/* url(http://example.org/a.png) */ p { margin: 1em }",
        "/* p { font-size: 12px } */ p::before { content: 'min(1px)' }",
        "p { font: inherit; font-family: inherit; font: bold }",
        "p { color: #000 } p { background: #fff }",
        "p { color: inherit; background: none }",
        "img { max-height: 10em; position: absolute } .nowhere { height: 3em; overflow: hidden }",
        "p { height: auto; overflow: visible; position: relative; text-align: left }",
        "@page { margin: 1em } @font-face { src: url('fonts/a.woff') }",
        ".h12px, #p1in { margin: 1em } p { background-image: url(a12px.png) }",
    ],
)
def test_style_that_leaves_the_settings_in_force_is_let_be(rule: str) -> None:
    """Nothing is told of sizes that follow the type, pairs of colours, or rules that fit no text."""
    assert set() == codes(style_css=style(rule))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("p { border: .5PX solid }", "EPB-052"),
        ("p { margin: -2rem }", "EPB-052"),
        ("p { width: calc(100% - 1em) }", "EPB-056"),
        ("p { font: 1em serif }", "EPB-053"),
        ("p { font: 1em 'Atkinson' }", "EPB-053"),
        ("p { font: small sans, other }", "EPB-053"),
        ("@import '//example.org/a.css';", "EPB-051"),
        ("@im\\70ort 'https://example.org/a.css';", "EPB-051"),
        ("p { list-style: url( 'http://example.org/a.png' ) }", "EPB-051"),
        ("@supports (display: grid) { p { margin: 1em } }", "EPB-055"),
        ("h2, aside > p:first-child { overflow-x: clip }", "EPB-058"),
    ],
)
def test_style_that_takes_a_setting_away_is_told(rule: str, code: str) -> None:
    """Other ways of writing the same are seen too."""
    assert {code} == codes(style_css=style(rule))


def test_page_may_be_called_by_its_number_alone() -> None:
    """“7” in the page list and “page 7” at the mark agree."""
    assert set() == codes(what_xhtml=swap('aria-label="3"', 'aria-label=" page 3. "'))
    assert {"EPB-012"} == codes(what_xhtml=swap('aria-label="3"', 'aria-label="13"'))


def test_page_list_may_lead_to_a_heading() -> None:
    """The words of an element that is no mark of a page are not its number."""
    nav = swap("what.xhtml#page-3", "what.xhtml#what")
    assert set() == codes(nav_xhtml=nav, toc_ncx=nav)


def test_older_name_of_the_printed_edition_is_known() -> None:
    """EPUB 3.2 named the printed edition in a property that refines the source."""
    old = '<meta property="pageBreakSource">Griep, grote letter</meta>'
    new = '<dc:source id="s">Griep</dc:source><meta refines="#s" property="source-of">pagination</meta>'
    assert set() == codes(content_opf=swap(old, new))
    assert {"EPB-036"} == codes(content_opf=swap(old, ""))


def test_book_without_navigation_or_claims_is_let_be() -> None:
    """What is not there is not asked for, and an NCX that is broken is not read."""
    assert set() == codes(toc_ncx=lambda _: "<ncx>")
    assert set() == codes(toc_ncx=swap("pageList>", "other>"))
    assert set() == codes(nav_xhtml=swap('epub:type="landmarks"', ""))


def test_standard_that_is_none_of_accessibility_needs_no_judgement() -> None:
    """A claim to follow another standard is left alone; one that is written as a link is found."""
    end = "</metadata>"
    other = f'<meta property="dcterms:conformsTo">http://www.idpf.org/epub/vocab/edupub</meta>{end}'
    link = f'<link rel="dcterms:conformsTo" href="http://www.idpf.org/epub/a11y/accessibility-20170105.html"/>{end}'
    assert set() == codes(content_opf=swap(end, other))
    assert {"EPB-038"} == codes(content_opf=swap(end, link))


def test_judgement_that_the_copy_names_may_be_claimed() -> None:
    """A copy with `evaluation` bears the claim out."""
    source = sample.copy()
    judged = "lang: nl-BE\nevaluation:\n  by: Clearfold\n  date: 2026-11-23\n  standard: WCAG 2.2\n"
    text = sample.COPY.replace("lang: nl-BE\n", judged)
    facts = dict(expect(parse_source(source.path, text.encode())).facts)
    assert "WCAG 2.2" == facts["evaluation"]


def test_data_in_a_script_element_runs_nothing() -> None:
    """Only a script that runs is told; an address that is a script is one."""
    data = '<script type="application/ld+json">{}</script></head>'
    assert set() == codes(what_xhtml=swap("</head>", data))
    link = swap("https://example.org/griep", "javascript:go()")
    assert {"EPB-050"} == codes(do_xhtml=link)


def test_address_that_is_none_leads_nowhere() -> None:
    """What is written where an address belongs, and is none, is told like any that leads nowhere: nothing breaks."""
    assert "EPB-004" in codes(nav_xhtml=swap('href="what.xhtml', 'href="http://[what.xhtml'))


def test_notes_may_stand_in_a_list_of_notes() -> None:
    """A reference may lead to an item of a list of notes, which need not say itself that it is one."""
    there = swap('<aside id="note-1" role="doc-footnote">', '<aside role="doc-endnotes"><div id="note-1">')
    assert set() == codes(what_xhtml=lambda text: there(text).replace("</aside>", "</div></aside>"))


def test_heading_within_html_begins_no_section() -> None:
    """The leaflet is parted at headings that stand on their own; one in a block of HTML is no section of it."""
    text = sample.COPY + "\n<section markdown>\n\n## Van binnen\n\nNog iets.\n\n</section>\n"
    source = parse_source(sample.copy().path, text.encode())
    report = prove(expect(source), sample.epub(), "application/epub+zip", name="griep")
    assert "EPB-017" not in {d.code for d in report.diagnostics}
    other = parse_source(source.path, text.replace("<section markdown>", "").replace("</section>", "").encode())
    report = prove(expect(other), sample.epub(), "application/epub+zip", name="griep")
    assert ["EPB-017"] == [d.code for d in report.diagnostics if d.code.startswith("EPB")]


def test_entry_of_a_panel_has_its_place_too() -> None:
    """An entry of which the copy has no heading is held against the text."""
    panel = '<li><a href="summary.xhtml">In het kort</a></li>'
    label = "<navLabel><text>In het kort</text></navLabel>"
    point = f'<navPoint id="n3">{label}<content src="summary.xhtml"/></navPoint>'
    first, last = '<nav epub:type="toc"><h2>Inhoud</h2><ol>', "Wat kun je doen?</a></li>"
    ncx = swap("</navMap>", f"{point}</navMap>")
    assert set() == codes(nav_xhtml=swap(first, first + panel), toc_ncx=ncx)
    assert {"EPB-018"} == codes(nav_xhtml=swap(last, last + panel), toc_ncx=ncx)


def test_sections_may_have_the_same_words() -> None:
    """Two sections with one heading are told apart by their order; each has an entry of its own."""
    text = sample.COPY + "\n## Wat is griep?\n\nNog iets.\n"
    source = parse_source(sample.copy().path, text.encode())
    other = '<section><h2 id="more">Wat is griep?</h2><p>Nog iets.</p></section><section><h2>Afkortingen</h2>'
    entry = '<li><a href="end.xhtml#more">Wat is griep?</a></li>'

    def told(added: str) -> set[str]:
        with ZipFile(BytesIO(sample.epub())) as archive:
            files = {
                name: archive.read(name) for name in archive.namelist() if name not in ("mimetype", "EPUB/toc.ncx")
            }
        last = "Wat kun je doen?</a></li>"
        for path, edit in {
            "EPUB/end.xhtml": swap("<section><h2>Afkortingen</h2>", other),
            "EPUB/nav.xhtml": swap(last, last + added),
        }.items():
            files[path] = edit(files[path].decode()).encode()
        report = prove(expect(source), zipped(files), "application/epub+zip", name="griep", furniture=sample.FURNITURE)
        return {d.code for d in report.diagnostics} & {"EPB-017", "EPB-018"}

    assert set() == told(entry)
    assert {"EPB-017"} == told("")
