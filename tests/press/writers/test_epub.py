"""The EPUB writer: what ebooklib does, and what the book holds."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from clearfold.press.copy import read_leaflet
from clearfold.press.editions import BOOK
from clearfold.source import read_source

ROOT = Path(__file__).parents[3]
GARDEN = ROOT / "tests/cases/long/garden/en.md"
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture(scope="module")
def book() -> zipfile.ZipFile:
    leaflet = read_leaflet(read_source(GARDEN))
    return zipfile.ZipFile(io.BytesIO(BOOK.write(leaflet, BOOK, ()).data))


def package(book: zipfile.ZipFile) -> etree._Element:
    return etree.fromstring(book.read("EPUB/content.opf"))


def test_mimetype_is_first_and_stored(book: zipfile.ZipFile) -> None:
    """OCF 3.3, 4.2: readers look for it at a fixed place."""
    first = book.infolist()[0]
    assert ("mimetype", zipfile.ZIP_STORED) == (first.filename, first.compress_type)


def test_no_entry_tells_the_time(book: zipfile.ZipFile) -> None:
    """Every entry carries the first date that a zip file can hold."""
    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in book.infolist()}


def test_every_document_is_well_formed_and_says_its_language(book: zipfile.ZipFile) -> None:
    """Each XHTML document has lang and xml:lang, and a title."""
    for name in book.namelist():
        if name.endswith(".xhtml"):
            root = etree.fromstring(book.read(name))
            assert ("en", "en") == (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")), name
            assert root.findtext("{*}head/{*}title"), name


def test_package_has_language_identifier_and_modification(book: zipfile.ZipFile) -> None:
    """The package says its language, and its dates come from the front matter, never from the clock."""
    root = package(book)
    assert "en" == root.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert ["2026-03-20T00:00:00Z"] == root.xpath("//opf:meta[@property='dcterms:modified']/text()", namespaces=OPF)
    (identifier,) = root.xpath("//dc:identifier/text()", namespaces=OPF)
    assert identifier.startswith("urn:uuid:")


def test_links_between_documents_go_to_a_document_that_has_the_target(book: zipfile.ZipFile) -> None:
    """Every inner link ends at an element of that id."""
    trees = {n: etree.fromstring(book.read(n)) for n in book.namelist() if n.endswith(".xhtml")}
    ids = {(name, i) for name, tree in trees.items() for i in tree.xpath("//@id")}
    for name, tree in trees.items():
        for target in tree.xpath("//@href[not(contains(., ':'))]"):
            file, _, fragment = str(target).partition("#")
            home = f"EPUB/{file}" if file else name
            assert home in book.namelist(), target
            assert not fragment or (home, fragment) in ids, (name, target)


def test_pictures_keep_their_names(book: zipfile.ZipFile) -> None:
    """Names stay from version to version, and each file is in the book once."""
    names = [name for name in book.namelist() if name.startswith("EPUB/images/")]
    assert len(set(names)) == len(names)
    assert "EPUB/images/cover.svg" in names


def test_book_without_pictures_claims_none(tmp_path: Path) -> None:
    """A claim of accessibility metadata is true of the file: no picture, no alternative text."""
    (tmp_path / "en.md").write_text("---\ntitle: Tea\nlang: en\n---\n\nText.", "utf-8")
    leaflet = read_leaflet(read_source(tmp_path / "en.md"))
    root = package(zipfile.ZipFile(io.BytesIO(BOOK.write(leaflet, BOOK, ()).data)))
    claims = root.xpath("//opf:meta[starts-with(@property, 'schema:')]/text()", namespaces=OPF)
    assert "alternativeText" not in claims
    assert "visual" not in claims


def test_same_copy_gives_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    """Another time zone, locale, hash seed and folder change nothing."""
    digests = set()
    for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2")):
        target = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "clearfold", "build", str(GARDEN), "-e", "epub", "--no-check", "-o", str(target)],
            check=True,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LANG": "C"},
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
        )
        digests.add((target / "garden/en/garden-en.epub").read_bytes())
    assert 1 == len(digests)
