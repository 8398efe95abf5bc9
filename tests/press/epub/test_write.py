"""The EPUB writer: what a finished book holds, and that its parts agree with each other."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.press.epub.books import GARDEN, Opened, book_of, leaflet_at, pair_of

pytestmark = pytest.mark.no_cover

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def book() -> Opened:
    return pair_of(leaflet_at(GARDEN))[1]


def documents(book: Opened) -> list[str]:
    return [name for name in book.names if name.endswith(".xhtml")]


def test_every_document_says_its_language_and_direction(book: Opened) -> None:
    """Each XHTML document has lang, xml:lang and dir, and a title; so has each part in another language."""
    for name in documents(book):
        root = book.trees[name]
        assert ("en", "en", "ltr") == (root.get("lang"), root.get(LANG), root.get("dir")), name
        assert root.findtext("{*}head/{*}title"), name
        assert [] == [e for e in root.iter("{*}*") if e.get("lang") != e.get(LANG)], name


def test_package_has_language_identifier_and_modification(book: Opened) -> None:
    """The package says its language, and its dates come from the front matter, never from the clock."""
    root = book.trees["content.opf"]
    assert ("en", "ltr") == (root.get(LANG), root.get("dir"))
    assert ["2026-03-20T00:00:00Z"] == book.metadata("dcterms:modified")
    (identifier,) = book.strings("content.opf", "//dc:identifier/text()")
    assert identifier.startswith("urn:uuid:")
    assert [identifier] == book.strings("toc.ncx", "//ncx:meta[@name='dtb:uid']/@content")


def test_links_go_to_a_document_that_has_the_target(book: Opened) -> None:
    """Every inner link of text, navigation and NCX ends at an element of that id."""
    ids = {(name, i) for name in documents(book) for i in book.strings(name, "//@id")}
    for name in (*documents(book), "toc.ncx"):
        for target in book.strings(name, "//h:a/@href[not(contains(., ':'))] | //ncx:content/@src"):
            file, _, fragment = target.partition("#")
            assert (file or name) in book.names, (name, target)
            assert not fragment or (file or name, fragment) in ids, (name, target)


def test_no_id_stands_twice(book: Opened) -> None:
    """An id of ours gives way to one that the copy already has."""
    for name in documents(book):
        ids = book.strings(name, "//@id")
        assert sorted(set(ids)) == sorted(ids), name


def test_id_of_the_copy_keeps_its_name(tmp_path: Path) -> None:
    """What the copy calls page-1 and tea-title stays; the book's own ids are the ones that change."""
    book = book_of("## Tea {#tea}\n\nText.\n\n### More {#tea-title}\n\nText.", folder=tmp_path)
    assert ["tea", "tea-title_", "tea-title"] == book.strings("part-tea.xhtml", "//@id")


def test_contents_are_the_headings(book: Opened) -> None:
    """Each entry of the contents has the words of the heading to which it leads, in navigation and NCX alike."""
    entries = book.elements("nav.xhtml", "//h:nav[@id='toc']//h:a")
    labels = ["".join(map(str, e.itertext())) for e in entries]
    headings = [book.elements(e.get("href", ""), "//h:h2[1]")[0] for e in entries]
    without_notes = ["".join(str(t) for t in h.itertext()).split("[")[0].strip() for h in headings]
    assert without_notes == labels
    assert labels == book.strings("toc.ncx", "//ncx:navPoint/ncx:navLabel/ncx:text/text()")


def test_leaflet_without_headings_has_contents(tmp_path: Path) -> None:
    """EPUB 3.3, 5.4.2.2 wants an entry at least: that of the title."""
    book = book_of("Text alone.", folder=tmp_path)
    assert [("Tea", "title.xhtml")] == [
        (e.text, e.get("href")) for e in book.elements("nav.xhtml", "//h:nav[@id='toc']//h:a")
    ]


def test_landmarks_lead_to_parts_of_the_spine(book: Opened) -> None:
    """Title page, start of the text, and the parts that EPUB has a word for."""
    assert [("titlepage", "title.xhtml"), ("bodymatter", "summary.xhtml"), ("glossary", "glossary.xhtml"),
            ("bibliography", "sources.xhtml")] == [
        (e.get("{http://www.idpf.org/2007/ops}type"), e.get("href"))
        for e in book.elements("nav.xhtml", "//h:nav[@id='landmarks']//h:a")
    ]  # fmt: skip


def test_notes_have_roles_and_a_way_back(book: Opened) -> None:
    """Every reference leads to a note, and every note back to its first reference."""
    for name in documents(book):
        for target in book.strings(name, "//h:a[@role='doc-noteref']/@href"):
            file, _, note = target.partition("#")
            assert 1 == len(book.elements(file or name, f"//h:aside[@role='doc-footnote'][@id='{note}']")), target
        for back in book.strings(name, "//h:aside[@role='doc-footnote']//h:a[@role='doc-backlink']/@href"):
            assert 1 == len(book.elements(name, f"//h:a[@role='doc-noteref'][@id='{back[1:]}']")), back


def test_names_do_not_follow_from_the_order(tmp_path: Path) -> None:
    """A section that is put before another changes no name, so links and marks survive a new version."""
    one = book_of("## A {#a}\n\nText.\n\n## B {#b}\n\nText.", folder=tmp_path)
    two = book_of("## C {#c}\n\nText.\n\n## B {#b}\n\nText.\n\n## A {#a}\n\nText.", folder=tmp_path)
    kept = set(one.strings("content.opf", "//opf:item/@href"))
    assert kept <= set(two.strings("content.opf", "//opf:item/@href"))
    ids = {str(e.get("href")): e.get("id") for e in one.elements("content.opf", "//opf:item")}
    assert ids.items() <= {str(e.get("href")): e.get("id") for e in two.elements("content.opf", "//opf:item")}.items()


def test_names_differ_in_more_than_capitals(tmp_path: Path) -> None:
    """OCF 3.3, 4.2.2: no two names may be one once case is folded."""
    book = book_of("## A {#tea}\n\nText.\n\n## B {#TEA}\n\nText.", folder=tmp_path)
    assert ["part-tea.xhtml", "part-tea_.xhtml"] == [n for n in book.names if n.startswith("part-")]


def test_pictures_keep_their_names(book: Opened) -> None:
    """Names stay from version to version, and each file is in the book once."""
    names = [name for name in book.names if name.startswith("images/")]
    assert len(set(names)) == len(names)
    assert "images/cover.svg" in names


def test_cover_is_a_picture_of_the_leaflet_and_no_page(book: Opened) -> None:
    """Shelves show the manifest's cover-image, a JPEG upright as the brochure is; the first page is text."""
    (name,) = book.strings("content.opf", "//opf:item[@properties='cover-image']/@href")
    assert ["cover"] == book.strings("content.opf", "//opf:meta[@name='cover']/@content")
    assert book.zip.read(f"EPUB/{name}").startswith(b"\xff\xd8\xff")
    assert "title" == book.strings("content.opf", "//opf:itemref/@idref")[0]


def test_cells_of_wide_tables_keep_their_roles(book: Opened) -> None:
    """A table that is shown as rows says what each element is, since its looks say it no longer."""
    name = "part-what-do-i-do-in-summer.xhtml"
    assert book.elements(name, "//h:table[contains(@class, 'stacked')][@role='table']")
    assert [] == book.elements(name, "//h:table[@role='table']//*[self::h:td or self::h:th or self::h:tr][not(@role)]")


def test_text_without_pictures_is_small(book: Opened) -> None:
    """At most 100 KB: what is read loads at once on the slowest reader."""
    sizes = [i.compress_size for i in book.zip.infolist() if not i.filename.endswith((".jpg", ".png", ".svg", ".gif"))]
    assert 100_000 > sum(sizes)


# Years later, as far as Python can tell.
LATER = """
import runpy, time
now = time.time
time.time = lambda: now() + 3e8
runpy.run_module("clearfold", run_name="__main__")
"""


@pytest.mark.slow("builds in two processes")
def test_same_copy_gives_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    """Another clock, time zone, locale, hash seed and folder change nothing."""
    here = ({"TZ": "UTC", "PYTHONHASHSEED": "1", "LANG": "nl_BE.UTF-8"}, ["-m", "clearfold"])
    there = ({"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2", "LANG": "C"}, ["-c", LATER])
    made = []
    for number, (variables, start) in enumerate((here, there)):
        folder = tmp_path / str(number)
        shutil.copytree(GARDEN.parent.parent, folder / "content")
        subprocess.run(
            [sys.executable, *start, "build", "-e", "epub", "--no-check", "-o", "build"],
            check=True,
            env={**os.environ, **variables},
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        made.append((folder / "build/garden/en/garden-en.epub").read_bytes())
    assert made[0] == made[1]


def test_each_box_has_its_icon(book: Opened) -> None:
    """The icon of its type decorates the title of each box, and is a file of the book."""
    boxes = [
        box for name in documents(book) for box in book.elements(name, "//h:aside[contains(@class, 'admonition')]")
    ]
    icons = [[image.get("src") for image in box.iter("{*}img") if image.get("class") == "icon"] for box in boxes]
    assert [[f"icons/{(box.get('class') or '').split()[1]}.svg"] for box in boxes] == icons
    assert {name for names in icons for name in names} <= set(book.names)
