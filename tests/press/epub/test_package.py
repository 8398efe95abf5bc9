"""The contract with ebooklib: what it would do to finished documents, and that our way of using it keeps them whole.

Each fault of ebooklib is shown on ebooklib itself, so that one that has been mended upstream is noticed and can go.
"""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from ebooklib import epub
from lxml import etree

from clearfold.press.epub.package import File, pack
from clearfold.press.reflow.identifier import identifier

XHTML = "application/xhtml+xml"
PAGE = (
    b'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head>'
    b'<body class="c">bare<p>text</p></body></html>'
)
METADATA = '<metadata xmlns="http://www.idpf.org/2007/opf"><meta property="x">y</meta></metadata>'


def theirs(content: bytes | str) -> epub.EpubBook:
    """Return a book as ebooklib's own documents would make it."""
    book = epub.EpubBook()
    page = epub.EpubHtml(title="T", file_name="a.xhtml", lang="en")
    page.content = content
    book.add_item(page)
    book.spine.append(page)
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    return book


def written(book: epub.EpubBook, path: Path) -> zipfile.ZipFile:
    epub.write_epub(str(path), book)
    return zipfile.ZipFile(path)


def ours(*files: File) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(pack(files, METADATA, "nl", "ltr")))


def test_bare_text_and_attributes_of_a_body_are_kept(tmp_path: Path) -> None:
    """Left to itself, ebooklib drops bare text and the body's attributes; our bytes stay as they are."""
    lossy = written(theirs(PAGE), tmp_path / "a.epub").read("EPUB/a.xhtml")
    assert (False, False) == (b"bare" in lossy, b'class="c"' in lossy)
    assert PAGE == ours(File("a", "a.xhtml", XHTML, PAGE, in_spine=True)).read("EPUB/a.xhtml")


def test_page_with_a_declaration_is_not_empty() -> None:
    """A declaration makes ebooklib write nothing at all of a text."""
    declared = '<?xml version="1.0" encoding="utf-8"?>' + PAGE.decode()
    assert b"" == next(iter(theirs(declared).get_items())).get_content()
    whole = ours(File("a", "a.xhtml", XHTML, declared.encode(), in_spine=True)).read("EPUB/a.xhtml")
    assert declared.encode() == whole


def test_names_in_a_drawing_keep_their_capitals(tmp_path: Path) -> None:
    """Left to itself, ebooklib lower-cases viewBox, without which a drawing has no size."""
    drawn = PAGE.replace(b"<p>text</p>", b'<p>text</p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>')
    assert b"viewBox" not in written(theirs(drawn), tmp_path / "a.epub").read("EPUB/a.xhtml")
    assert drawn == ours(File("a", "a.xhtml", XHTML, drawn, in_spine=True)).read("EPUB/a.xhtml")


def test_identifier_is_that_of_the_leaflet() -> None:
    """Left to itself, ebooklib draws a random one; ours is the same for each version, and another for each language."""
    assert epub.EpubBook().uid != epub.EpubBook().uid
    assert identifier("tea", "nl") == identifier("tea", "nl")
    assert identifier("tea", "nl") != identifier("tea", "en")


def test_zip_does_not_tell_the_time(tmp_path: Path) -> None:
    """Its entries carry the time of now; ours the first that a zip can hold, and no machine's permissions."""
    now = {entry.date_time[0] for entry in written(theirs(PAGE), tmp_path / "a.epub").infolist()}
    assert {datetime.now().year} == now
    entries = ours(File("a", "a.xhtml", XHTML, PAGE, in_spine=True)).infolist()
    assert {((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16)} == {
        (e.date_time, e.create_system, e.external_attr) for e in entries
    }


def test_mimetype_is_first_and_stored() -> None:
    """OCF 3.3, 4.2: readers look for it at a fixed place."""
    first = ours().infolist()[0]
    assert ("mimetype", zipfile.ZIP_STORED) == (first.filename, first.compress_type)


def test_package_has_our_metadata_language_and_files() -> None:
    """Left to itself, ebooklib gives no language and its own name; ours says what it is given and no more."""
    files = (File("a", "a.xhtml", XHTML, PAGE, in_spine=True), File("n", "n.xhtml", XHTML, PAGE, ("nav",)))
    root = etree.fromstring(ours(*files).read("EPUB/content.opf"))
    assert ("nl", "ltr") == (root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("dir"))
    assert ["y"] == [meta.text for meta in root.iter("{*}meta")]
    assert [("a.xhtml", None), ("n.xhtml", "nav")] == [
        (e.get("href"), e.get("properties")) for e in root.iter("{*}item")
    ]
    assert ["a"] == [e.get("idref") for e in root.iter("{*}itemref")]


def test_failure_to_write_is_not_swallowed(tmp_path: Path) -> None:
    """Its write_epub says False where a folder is missing; we never let it touch the disk."""
    with pytest.warns(UserWarning, match="default behavior"):
        assert False is epub.write_epub(str(tmp_path / "missing" / "a.epub"), theirs(PAGE))
    with pytest.raises(etree.XMLSyntaxError):
        pack((), "<metadata>", "nl", "ltr")
