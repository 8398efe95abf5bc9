"""Write a leaflet as EPUB 3.3: our own XHTML, navigation and metadata, with the pages of the printed edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from itertools import count
from pathlib import Path

from lxml import etree

from clearfold.model.media_types import CSS, XHTML
from clearfold.press.edition import Edition, Output
from clearfold.press.epub.binding import style_of
from clearfold.press.epub.cover import COVER, draw_cover
from clearfold.press.epub.documents import TITLE_PAGE, Document, documents_of
from clearfold.press.epub.icons import drawn, name_of, put_icons, used
from clearfold.press.epub.metadata import claims, page_source, related
from clearfold.press.epub.package import File, pack
from clearfold.press.images.published import published
from clearfold.press.leaflet import Leaflet, Picture, slug
from clearfold.press.markdown.pictures import MEDIA_TYPES
from clearfold.press.reflow.glossary import link_terms, name_terms
from clearfold.press.reflow.identifier import identifier
from clearfold.press.reflow.markup import DECLARATION, link, parse, write
from clearfold.press.reflow.numbers_apart import keep_numbers
from clearfold.press.reflow.print_pages import Page, mark_pages
from clearfold.press.reflow.spaces import keep_spaces
from clearfold.press.reflow.tables import say_roles
from clearfold.press.template.page import page, panels_of, words_of
from clearfold.press.template.wide_tables import Head, stack_wide_tables
from clearfold.press.timestamp import moment

CONFORMANCE = ("EPUB 3.3",)
NCX = "application/x-dtbncx+xml"


@dataclass(frozen=True, slots=True)
class Book:
    """A book before it is packed: its documents with their trees, its pages, and the edition that these are of.

    ``icons`` are the types of boxes that it has.
    """

    documents: tuple[Document, ...]
    trees: dict[str, etree._Element]
    pages: tuple[Page, ...]
    printed: Output | None
    icons: tuple[str, ...]


def write_epub(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Return a leaflet as an EPUB; the same leaflet gives the same bytes.

    Of the outputs that it is given, the one whose pages have places in the text is the printed edition; the cover may
    be among them.
    """
    leaflet = stack_wide_tables(leaflet, edition.line, Head.UNDRAWN)
    pictures = _pictures(leaflet)
    book = _book(leaflet, edition, pictures, next((output for output in needed if output.starts), None))
    cover = next((output for output in needed if output.edition == COVER), None) or draw_cover(leaflet, edition)
    files = (
        *_texts(book),
        *_navigation(leaflet, edition, book),
        *_looks(leaflet, edition, cover, pictures),
        *_icons(book),
    )
    direction = words_of(leaflet).direction
    data = pack(files, _metadata(leaflet, edition, book), leaflet.metadata.lang, direction)
    return Output(edition.name, edition.file_name(leaflet), edition.media_type, data, 0, CONFORMANCE)


def _book(leaflet: Leaflet, edition: Edition, pictures: dict[Picture, str], printed: Output | None) -> Book:
    """Return the book's documents, with everything in them that joins one to another."""
    documents = documents_of(leaflet, panels_of(leaflet, edition))
    logo, cover = leaflet.publisher.logo, leaflet.metadata.cover
    trees = {
        document.name: parse(
            page(leaflet, edition, document=document, logo=logo.name if logo else "", cover=cover.name if cover else "")
        )
        for document in documents
    }
    pages = mark_pages(trees, printed.starts, TITLE_PAGE) if printed else ()
    taken = {name for tree in trees.values() for element in tree.iter() if (name := element.get("id"))}
    glossary = next((trees[document.name] for document in documents if document.panel == "glossary"), None)
    if glossary is not None:
        texts = (trees[document.name][-1] for document in documents if document.panel in ("", "summary"))
        link_terms(texts, name_terms(glossary, taken), leaflet.metadata.lang)
    link(trees, {picture.name: name for picture, name in pictures.items()})
    turned = words_of(leaflet).direction == "rtl"
    for tree in trees.values():
        say_roles(tree)
        keep_spaces(tree, leaflet.metadata.lang)
        if turned:
            keep_numbers(tree)
    icons = used(kind for tree in trees.values() for kind in put_icons(tree))
    return Book(documents, trees, pages, printed, icons)


def _texts(book: Book) -> Iterator[File]:
    for document in book.documents:
        yield File(document.item, document.name, XHTML, write(book.trees[document.name]), in_spine=True)


def _navigation(leaflet: Leaflet, edition: Edition, book: Book) -> Iterator[File]:
    """Yield the navigation document, and the NCX that readers made before EPUB 3 read instead."""
    headed = [document for document in book.documents if document.heading_id]
    values = {
        # EPUB wants contents of at least one entry, also of a leaflet without headings.
        "entries": headed or [document for document in book.documents if document.name == TITLE_PAGE],
        "title_page": TITLE_PAGE,
        "landmarks": [document for document in book.documents if document.landmark],
        "start": next(document.name for document in book.documents if document.panel != "title"),
        "pages": book.pages,
    }
    yield File("nav", "nav.xhtml", XHTML, write(parse(page(leaflet, edition, "epub/nav.xhtml.j2", **values))), ("nav",))
    book_id = identifier(leaflet.metadata.id, leaflet.metadata.lang)
    ncx = page(leaflet, edition, "epub/toc.ncx.j2", identifier=book_id, **values)
    yield File("ncx", "toc.ncx", NCX, DECLARATION + ncx.strip().encode() + b"\n")


def _looks(leaflet: Leaflet, edition: Edition, cover: Output, pictures: dict[Picture, str]) -> Iterator[File]:
    yield File("style", "style.css", CSS, style_of(leaflet, edition).encode())
    yield File("cover", cover.name, cover.media_type, cover.data, ("cover-image",))
    for name, path in sorted({name: picture.path for picture, name in pictures.items()}.items()):
        item = f"picture-{slug(name.removeprefix('images/'))}"
        yield File(item, name, MEDIA_TYPES[path.suffix.lower()], published(path.read_bytes()))


def _icons(book: Book) -> Iterator[File]:
    for kind in book.icons:
        yield File(f"icon-{kind}", name_of(kind), MEDIA_TYPES[".svg"], drawn(kind))


def _metadata(leaflet: Leaflet, edition: Edition, book: Book) -> str:
    return page(
        leaflet,
        edition,
        "epub/metadata.opf.j2",
        identifier=identifier(leaflet.metadata.id, leaflet.metadata.lang),
        modified=moment(leaflet).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        related=related(leaflet),
        claims=claims(leaflet, has_pages=bool(book.pages)),
        page_source=page_source(leaflet, book.printed.imprint) if book.printed and book.pages else "",
    )


def _pictures(leaflet: Leaflet) -> dict[Picture, str]:
    """Return the name in the book of each picture; two folders may have a picture of one name."""
    files: dict[Path, str] = {}
    for picture in leaflet.shown:
        stem, suffix = slug(picture.path.stem) or "picture", picture.path.suffix.lower()
        free = (f"images/{stem}{number or ''}{suffix}" for number in count())
        files.setdefault(picture.path, next(name for name in free if name not in files.values()))
    return {picture: files[picture.path] for picture in leaflet.shown}
