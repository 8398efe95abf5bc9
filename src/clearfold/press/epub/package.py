"""Pack a book: ebooklib's writer, kept from what it would do to finished documents, and a zip that is always the same.

Found in ebooklib 0.20, and kept away by handing it bytes of our own for every document, the navigation, the NCX and
the metadata: it drops bare text and attributes of a body, writes an empty page for text that has an XML declaration,
lower-cases the names in an SVG, makes a page of whatever has a type and an id, and writes English titles.
tests/press/epub/test_package.py holds each of them.
"""

import io
import zipfile
from dataclasses import dataclass

from ebooklib import epub
from lxml import etree

from clearfold.model.media_types import EPUB

# The first date that a zip file can hold: dates of entries say nothing of a book, and would make its bytes differ.
EPOCH = (1980, 1, 1, 0, 0, 0)
PREFIXES = "a11y: http://www.idpf.org/epub/vocab/package/a11y/#"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the book: its id in the manifest, its name, media type, bytes and properties."""

    id: str
    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    in_spine: bool = False


def pack(files: tuple[File, ...], metadata: str, lang: str, direction: str) -> bytes:
    """Return the bytes of a book; ``metadata`` is the package's metadata element. The spine is in the files' order.

    Pages of a book whose ``direction`` is rtl are turned the other way.
    """
    book = epub.EpubBook()
    # ebooklib puts its own name, a random id and an English title here.
    book.metadata.clear()
    book.IDENTIFIER_ID = "id"
    book.direction = "rtl" if direction == "rtl" else None
    for file in files:
        item = epub.EpubItem(file.id, file.name, file.media_type, file.data)
        item.properties = list(file.properties)
        book.add_item(item)
        if file.in_spine:
            book.spine.append(item)
    return _Writer(book, metadata, lang, direction).pack()


class _Zip(zipfile.ZipFile):
    """A zip whose entries carry no time and no machine's permissions, so that equal books are equal bytes."""

    def writestr(  # type: ignore[override]  # ebooklib names its entries by strings alone
        self, name: str, data: str | bytes, compress_type: int | None = None
    ) -> None:
        info = zipfile.ZipInfo(name, EPOCH)
        info.create_system = 3
        info.external_attr = 0o644 << 16
        super().writestr(info, data, zipfile.ZIP_DEFLATED if compress_type is None else compress_type)


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # ebooklib has no types
    """ebooklib's writer, with our metadata, and the package's language and direction."""

    def __init__(self, book: epub.EpubBook, metadata: str, lang: str, direction: str) -> None:
        super().__init__("", book, {"raise_exceptions": True})
        self._metadata = metadata
        self._lang = lang
        self._direction = direction

    def pack(self) -> bytes:
        """Return the book's bytes."""
        file = io.BytesIO()
        # Not write_epub: it swallows the errors of the system, and its zip tells the time.
        with _Zip(file, "w") as self.out:
            self.out.writestr("mimetype", EPUB, zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()
        return file.getvalue()

    def _write_opf_metadata(self, root: etree._Element) -> None:
        root.append(etree.fromstring(self._metadata.strip()))

    def _write_opf_file(self, root: etree._Element) -> None:
        root.set("{http://www.w3.org/XML/1998/namespace}lang", self._lang)
        root.set("dir", self._direction)
        root.set("prefix", PREFIXES)
        super()._write_opf_file(root)
