"""Write a leaflet as EPUB 3.3: our own XHTML, navigation and metadata, packed by ebooklib's writer."""

import io
import re
import uuid
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from ebooklib import epub
from lxml import etree

from clearfold.press.copy.pictures import MEDIA_TYPES
from clearfold.press.edition import Edition, Output, page, styles_folder, words_of
from clearfold.press.leaflet import Leaflet, Picture, slug
from clearfold.press.panels import Listed, Panels, panels
from clearfold.press.writers.dates import moment

CONFORMANCE = ("EPUB 3.3",)
XHTML = "application/xhtml+xml"
# The ids of books are made from the leaflets' ids, so that a new version of a leaflet replaces the old one on a shelf.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:clearfold:leaflet")
# The first date that a zip file can hold: dates of entries say nothing of a book, and would make its bytes differ.
EPOCH = (1980, 1, 1, 0, 0, 0)
ROLES = {"glossary": "doc-glossary", "sources": "doc-bibliography"}


@dataclass(frozen=True, slots=True)
class Document:
    """One XHTML document of the book; ``ids`` are those that links of other documents may go to."""

    name: str
    id: str
    title: str
    panel: str = ""
    role: str = ""
    type: str = ""
    heading: str = ""
    body: str = ""
    ids: frozenset[str] = frozenset()


def write_epub(leaflet: Leaflet, edition: Edition) -> Output:
    """Return a leaflet as an EPUB; the same leaflet gives the same bytes."""
    made = panels(leaflet, words_of(leaflet), edition.label)
    documents = _documents(leaflet, made)
    pictures = _pictures(leaflet)
    book = _book(leaflet)
    homes = {name: document.name for document in documents for name in document.ids}
    for index, document in enumerate(documents):
        xhtml = page(
            leaflet,
            edition,
            document=document,
            logo=pictures.get(leaflet.publisher.logo, ""),
            cover=pictures.get(leaflet.metadata.cover, ""),
        )
        xhtml = _relink(xhtml, document.name, homes, pictures)
        item = _item(f"text-{index}", document.name, XHTML, xhtml)
        book.add_item(item)
        book.spine.append(item)
    entries = [document for document in documents if document.heading or document.panel not in ("", "title")]
    start = next(d.name for d in documents if d.panel != "title")
    nav = page(leaflet, edition, "epub/nav.xhtml.j2", entries=entries, title_page=documents[0].name, start=start)
    navigation = _item("nav", "nav.xhtml", XHTML, nav)
    navigation.properties = ["nav"]
    book.add_item(navigation)
    ncx = page(leaflet, edition, "epub/toc.ncx.j2", entries=entries, identifier=book.uid)
    book.add_item(_item("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx))
    css = "\n".join((styles_folder() / name).read_text("utf-8") for name in edition.style_sheets)
    book.add_item(epub.EpubItem("style", "style.css", "text/css", css.encode()))
    for name, path in {name: picture.path for picture, name in pictures.items() if picture}.items():
        book.add_item(epub.EpubItem(f"picture-{slug(name)}", name, MEDIA_TYPES[path.suffix.lower()], path.read_bytes()))
    data = _Writer(book, leaflet.metadata.lang, moment(leaflet)).pack()
    return Output(edition.name, edition.file_name(leaflet), edition.media_type, data, 0, CONFORMANCE)


def _documents(leaflet: Leaflet, made: Panels) -> tuple[Document, ...]:
    def panel(name: str, listed: Listed | None) -> tuple[Document, ...]:
        if listed is None:
            return ()
        return (
            Document(f"{name}.xhtml", listed.id, listed.title, name, ROLES.get(name, ""), ids=frozenset({listed.id})),
        )

    title = Document("title.xhtml", "title", leaflet.metadata.title, "title", type="frontmatter")
    parts = tuple(
        Document(
            f"part-{part.id}.xhtml",
            part.id,
            part.title.text if part.title else leaflet.metadata.title,
            heading=part.title.html if part.title else "",
            body=part.html,
            ids=part.ids | {f"{part.id}-title"},
            type="bodymatter",
        )
        for part, _ in made.parts
    )
    back = [
        *panel("abbreviations", made.abbreviations),
        *panel("glossary", made.glossary),
        *panel("sources", made.sources),
        *panel("about", made.about),
        *panel("contact", made.contact),
    ]
    return (title, *panel("summary", made.summary), *parts, *back)


def _pictures(leaflet: Leaflet) -> dict[Picture | None, str]:
    """Return the name in the book of each picture; two folders may have a picture of one name."""
    extra = (leaflet.metadata.cover, leaflet.publisher.logo)
    files: dict[Path, str] = {}
    for picture in (*leaflet.pictures, *(p for p in extra if p)):
        stem, suffix = slug(picture.path.stem) or "picture", picture.path.suffix.lower()
        free = (f"images/{stem}{number or ''}{suffix}" for number in count())
        files.setdefault(picture.path, next(name for name in free if name not in files.values()))
    return {picture: files[picture.path] for picture in (*leaflet.pictures, *extra) if picture}


def _relink(xhtml: str, name: str, homes: dict[str, str], pictures: dict[Picture | None, str]) -> str:
    """Point links at the documents that hold their targets, and pictures at their names in the book."""
    sources = {picture.name: file for picture, file in pictures.items() if picture}

    def link(match: re.Match[str]) -> str:
        home = homes.get(match[1], name)
        return f'href="{"" if home == name else home}#{match[1]}"'

    xhtml = re.sub(r'href="#([^"]+)"', link, xhtml)
    return re.sub(r'src="([^"]+)"', lambda m: f'src="{sources.get(m[1], m[1])}"', xhtml)


def _book(leaflet: Leaflet) -> epub.EpubBook:
    data, words = leaflet.metadata, words_of(leaflet)
    book = epub.EpubBook()
    # ebooklib puts its own name and a random id here.
    book.metadata.clear()
    book.set_identifier(f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{data.id}/{data.lang}')}")
    book.set_title(data.title)
    book.set_language(data.lang)
    for author in data.authors:
        book.add_metadata("DC", "creator", author)
    if data.publisher:
        book.add_metadata("DC", "publisher", data.publisher)
    if data.published:
        book.add_metadata("DC", "date", data.published.isoformat())
    if data.licence:
        book.add_metadata("DC", "rights", data.licence.text)
    if data.audience:
        book.add_metadata("DC", "description", data.audience)
    has_pictures = bool(leaflet.pictures)
    for key, value in _accessibility(has_pictures):
        _property(book, f"schema:{key}", value)
    summary = (
        "This e-book has headings, a table of contents and text alternatives for its pictures. "
        if has_pictures
        else "This e-book has headings and a table of contents. "
    ) + "Its text can be enlarged, recoloured and read aloud."
    _property(book, "schema:accessibilitySummary", words(summary))
    return book


def _accessibility(has_pictures: bool) -> tuple[tuple[str, str], ...]:
    """Return the claims of EPUB Accessibility 1.1, 2.2, that are true of these files."""
    modes = (("accessMode", "textual"), *((("accessMode", "visual"),) if has_pictures else ()))
    features = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability")
    described = ("alternativeText",) if has_pictures else ()
    return (
        *modes,
        ("accessModeSufficient", "textual"),
        *(("accessibilityFeature", feature) for feature in (*features, *described)),
        ("accessibilityHazard", "none"),
    )


def _property(book: epub.EpubBook, name: str, value: str) -> None:
    book.add_metadata("OPF", name, value, {"property": name})


def _item(name: str, file: str, media_type: str, xml: str) -> epub.EpubItem:
    # ebooklib writes an empty page for text with an XML declaration, and leaves bytes as they are.
    return epub.EpubItem(name, file, media_type, b'<?xml version="1.0" encoding="utf-8"?>\n' + xml.lstrip().encode())


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
    """ebooklib's writer, with the package's language and a zip that is the same each time."""

    def __init__(self, book: epub.EpubBook, lang: str, modified: datetime) -> None:
        super().__init__("", book, {"mtime": modified.astimezone(UTC), "raise_exceptions": True})
        self._lang = lang

    def pack(self) -> bytes:
        """Return the book's bytes."""
        file = io.BytesIO()
        with _Zip(file, "w") as self.out:
            self.out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()
        return file.getvalue()

    def _write_opf_file(self, root: etree._Element) -> None:
        root.set("{http://www.w3.org/XML/1998/namespace}lang", self._lang)
        root.set("dir", "ltr")
        super()._write_opf_file(root)
