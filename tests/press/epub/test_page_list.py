"""The page list: each page of the printed edition begins in the book where it begins on paper."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from clearfold.press.edition import PageStart
from clearfold.press.reflow.markup import XHTML, parse
from clearfold.press.reflow.print_pages import mark_pages
from tests.press.epub.books import EXAMPLE, GARDEN, Opened, book_of, leaflet_at, leaflet_of, pair_of

pytestmark = pytest.mark.no_cover

FIRST = 25  # letters that tell the start of a page from other places
MARKERS = 4  # letters of the markers of items, which are printed and are no text of the book
WRITTEN = 40  # letters of a page to write on, at most
RULED = re.compile("Myquestions|Mijnvragen")
PAGES = "//h:nav[@id='page-list']//h:a"
PAGE_LABELS = "//h:span[@epub:type='pagebreak'][@role='doc-pagebreak']/@aria-label"
# A leaflet whose blocks all run over pages: paragraphs, lists in lists, tables, entries, notes, addresses.
SENTENCE = "Boil fresh water {n} times, pour it on the leaves, and wait for as long as it takes to read this. "
LONG = "\n\n".join(
    (
        "".join(SENTENCE.format(n=n) for n in range(40)),
        "## One {#one}\n\n" + "\n".join(f"- item {n} of the list\n    1. inner item {n} of it" for n in range(40)),
        "| Name | Use |\n|---|---|\n" + "\n".join(f"| cup {n} | drink from cup {n} |" for n in range(40)),
        "\n\n".join(f"Term {n}\n:   What term {n} means." for n in range(30)),
        "A note[^1].\n\n[^1]: " + "".join(SENTENCE.format(n=n) for n in range(100, 120)),
        "## Two\n\n" + " ".join(f"https://example.com/{n}/a-long/address/that-ends-lines/anywhere" for n in range(60)),
    )
)  # fmt: skip


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def after(book: Opened, file: str, name: str) -> str:
    return letters(" ".join(book.strings(file, f"//*[@id='{name}']/following::text()")))


def lands(page: str, target: str, heads: set[str]) -> bool:
    """Tell whether a page begins with the words at a target: alone, or after a number or the head of its table.

    A line may end within an address; its page is that on which the rest stands, and the marker is before all of it.
    """
    starts = {page, re.sub(r"^\d+", "", page), *(page.removeprefix(head) for head in heads)}
    first = target[:FIRST]
    if _with_markers(page, first):
        return True
    return any(start.startswith(first) or start[:FIRST] in target[:100] for start in starts)


def _with_markers(page: str, first: str) -> bool:
    """Tell whether a page begins with some letters, a few markers of items ("2", "ii", "e") between them."""
    at = 0
    for sign in page[: len(first) + MARKERS]:
        at += at < len(first) and sign == first[at]
    return at == len(first)


@pytest.mark.slow("prints every page that the book lists")
@pytest.mark.parametrize("path", [EXAMPLE, GARDEN], ids=lambda path: path.parent.name)
def test_every_page_lands_on_the_text_at_its_top(path: Path) -> None:
    """What follows each marker in the book is what stands first on that page of the PDF."""
    _hold(path.parent, *_made(path))


@pytest.mark.slow("prints every page that the book lists")
def test_every_page_lands_whatever_it_begins_with() -> None:
    """So it is in the middle of paragraphs, inner lists, tables, entries, notes and addresses."""
    leaflet = leaflet_of(LONG, "glossary:\n  leaf: Green.\n  water: Wet.\n")
    printed, book = pair_of(leaflet)
    assert 15 < printed.pages
    _hold(Path(), PdfReader(BytesIO(printed.data)), book)


def _made(path: Path) -> tuple[PdfReader, Opened]:
    printed, book = pair_of(leaflet_at(path))
    return PdfReader(BytesIO(printed.data)), book


def _hold(where: Path, pdf: PdfReader, book: Opened) -> None:
    tables = [e for name in book.trees if name.endswith(".xhtml") for e in book.elements(name, "//h:thead")]
    heads = {letters("".join(map(str, head.itertext()))) for head in tables}
    # A card begins with the first header of its table.
    heads |= {letters("".join(map(str, cell.itertext()))) for head in tables for cell in head.iter(f"{XHTML}th")}
    listed = {}
    for link in book.elements("nav.xhtml", PAGES):
        number, (file, _, name) = int(link.text or ""), (link.get("href") or "").partition("#")
        listed[number] = (file, name)
        page, target = letters(pdf.pages[number - 1].extract_text()), after(book, file, name)
        if number == 1:  # the line at the foot of a cover names the edition, and so differs
            assert letters("".join(book.strings("title.xhtml", "//h:h1/text()"))) in page[:200], where
        else:
            assert lands(page, target, heads), (number, page[:40], target[:40])
    # The printed contents are in no book, nor are ruled pages, on which a heading and a running head stand at most.
    said = [letters(page.extract_text()) for page in pdf.pages]
    alone = [n for n, text in enumerate(said, start=1) if n == 2 or (RULED.search(text) and len(text) < WRITTEN)]
    assert [n for n in range(1, len(pdf.pages) + 1) if n not in alone] == list(listed)


def test_page_list_agrees_everywhere() -> None:
    """Navigation, NCX, markers and metadata tell of the same pages, and the metadata names their edition."""
    _, book = pair_of(leaflet_of("## A\n\nText.\n\n## B\n\nText."))
    listed = [e.text for e in book.elements("nav.xhtml", PAGES)]
    assert ["1", "3"] == listed
    assert listed == book.strings("toc.ncx", "//ncx:pageTarget/@value")
    assert ["2"] == book.strings("toc.ncx", "//ncx:meta[@name='dtb:totalPageCount']/@content")
    marked = [label for n in book.trees if n.endswith(".xhtml") for label in book.strings(n, PAGE_LABELS)]
    assert listed == marked
    assert ["Tea (Large print · Draft)"] == book.metadata("pageBreakSource")
    assert {"pageNavigation", "pageBreakMarkers"} <= set(book.metadata("schema:accessibilityFeature"))


def test_book_without_a_printed_edition_tells_of_no_pages(tmp_path: Path) -> None:
    """No page list, no claim of one, no edition named."""
    book = book_of("Text.", folder=tmp_path)
    assert [] == book.elements("nav.xhtml", PAGES)
    assert [] == book.elements("toc.ncx", "//ncx:pageList")
    assert [] == book.metadata("pageBreakSource")
    assert not {"pageNavigation", "pageBreakMarkers"} & set(book.metadata("schema:accessibilityFeature"))


@pytest.mark.parametrize(
    ("body", "offset", "expected"),
    [
        ("<p>one two</p>", 0, "|<p>one two</p>"),
        ("<p>one two</p>", 3, "<p>one |two</p>"),
        ("<p>one two</p>", 4, "<p>one |two</p>"),
        ("<p>one <b>two</b></p>", 3, "<p>one |<b>two</b></p>"),
        ("<p>one <a href='x'>two</a></p>", 3, "<p>one |<a href='x'>two</a></p>"),
        ("<p>one <a href='x'>two six</a></p>", 6, "<p>one <a href='x'>two |six</a></p>"),
        ("<p>one<br/>two</p>", 3, "<p>one<br/>|two</p>"),
        ("<p>a</p><h3>one</h3>", 1, "<p>a</p>|<h3>one</h3>"),
        ("<p>a</p><h3><b>one</b></h3>", 1, "<p>a</p>|<h3><b>one</b></h3>"),
        ("<ul><li>one</li><li>two</li></ul>", 0, "|<ul><li>one</li><li>two</li></ul>"),
        ("<ul><li>one</li><li>two</li></ul>", 3, "<ul><li>one</li><li>|two</li></ul>"),
        ("<ul><li>one</li><li><p>two</p></li></ul>", 3, "<ul><li>one</li><li>|<p>two</p></li></ul>"),
        ("<table><tr><td>one</td><td>two</td></tr></table>", 3, "<table><tr><td>one</td><td>|two</td></tr></table>"),
        ("<p>a</p><table><tr><td>b</td></tr></table>", 1, "<p>a</p>|<table><tr><td>b</td></tr></table>"),
        ("<p>a</p><figure><img src='x'/></figure><p>b</p>", 1, "<p>a</p>|<figure><img src='x'/></figure><p>b</p>"),
        ("<p>a</p><p><img src='x'/></p><p>b</p>", 2, "<p>a</p><p><img src='x'/></p>|<p>b</p>"),
        ("<p>a <span aria-hidden='true'>B: </span>c</p>", 1, "<p>a <span aria-hidden='true'>B: </span>|c</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", 1, "<dl><dt>a</dt><dd>|b</dd></dl>"),
        ("<aside><p>one</p></aside>", 0, "|<aside><p>one</p></aside>"),
    ],
)
def test_marker_stands_at_the_place_and_in_no_word(body: str, offset: int, expected: str) -> None:
    """Before the largest element that begins there, where HTML lets a marker stand; a word is never parted."""
    around = f'<html xmlns="{XHTML[1:-1]}"><body><section id="s">{{}}</section></body></html>'
    tree = parse(around.format(body))
    pages = mark_pages({"a.xhtml": tree}, [PageStart(7, "s", offset)], "a.xhtml")
    assert [("a.xhtml", "page-7")] == [(page.document, page.id) for page in pages]
    found = etree.tostring(tree, encoding="unicode")
    bare = re.sub(r"<span[^>]*page-7[^>]*></span>", "|", found)
    assert etree.tostring(parse(around.format(expected)), encoding="unicode") == bare


def test_place_behind_the_text_is_refused() -> None:
    """A place that is not there is a mistake of ours, and no page list is better than a false one."""
    tree = parse(f'<html xmlns="{XHTML[1:-1]}"><body><section id="s">one</section></body></html>')
    with pytest.raises(ValueError, match="no text after 3"):
        mark_pages({"a.xhtml": tree}, [PageStart(7, "s", 3)], "a.xhtml")
