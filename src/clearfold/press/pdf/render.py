"""Turn a page of HTML and its style sheets into a tagged PDF: the one module that lets WeasyPrint render."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import Element

import pydyf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.images import RasterImage

from clearfold.model.digest import digest
from clearfold.press.edition import PageStart
from clearfold.press.leaflet import PdfProfile
from clearfold.press.pdf.composing.page_filling import fill
from clearfold.press.pdf.description import attached, describe
from clearfold.press.pdf.fetcher import RootedFetcher
from clearfold.press.pdf.fonts import PageFonts
from clearfold.press.pdf.page_starts import page_starts
from clearfold.press.pdf.render_error import RenderError, no_warnings
from clearfold.press.pdf.tags.build import build, hidden, targets
from clearfold.press.pdf.tags.content_stream import mark
from clearfold.press.pdf.tags.destinations import tidy, tie
from clearfold.press.pdf.tags.marking import Leaf, MarkedPage, collect
from clearfold.press.pdf.tags.text_positions import Wording
from clearfold.press.pdf.tags.write import write_tree
from clearfold.press.pdf.xmp import PdfMetadata

__all__ = [
    "LaidOut",
    "PdfMetadata",
    "RenderError",
    "Rendered",
    "Sheets",
    "complaints",
    "filled",
    "join",
    "lay_out",
    "paint",
    "parse_sheets",
    "render",
]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF, its number of pages, and for each id in the HTML the page (from 1) where it starts.

    ``starts`` are the places in the text where the pages begin.
    """

    data: bytes
    pages: int
    anchors: tuple[tuple[str, int], ...]
    starts: tuple[PageStart, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheets:
    """Style sheets that are parsed, and the fonts that they bring."""

    fonts: PageFonts
    parsed: tuple[CSS, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages that are laid out and not yet painted, and the root element of their HTML."""

    document: Document
    root: Element

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return len(self.document.pages)

    def anchors(self, before: int = 0) -> Iterator[tuple[str, int]]:
        """Yield each id in the HTML with the number of the page where it starts, behind so many other pages."""
        first: dict[str, int] = {}
        for number, page in enumerate(self.document.pages, start=before + 1):
            for name in page.anchors:
                first.setdefault(name, number)
        yield from first.items()


def render(
    html: str,
    style_sheets: Sequence[Path],
    roots: Sequence[Path],
    base: Path,
    metadata: PdfMetadata,
    profile: PdfProfile = PdfProfile.ARCHIVE,
    attachment: tuple[str, bytes] | None = None,
) -> Rendered:
    """Return the PDF of a page of HTML: ``lay_out`` and ``paint`` in one."""
    laid = lay_out(HTML(string=html).etree_element, parse_sheets(style_sheets, roots), roots, base)
    return paint(laid, metadata, profile, attachment)


def parse_sheets(style_sheets: Sequence[Path], roots: Sequence[Path], *, ours: bool = False) -> Sheets:
    """Return style sheets parsed; raise RenderError for whatever WeasyPrint warns of.

    Where all of them are ``ours``, and the pages bring no fonts, each is parsed once a process.
    """
    paths = tuple(sheet.absolute() for sheet in style_sheets)
    with no_warnings():
        if ours:
            return Sheets(_fonts(), tuple(_parsed_once(path, path.stat().st_mtime_ns) for path in paths))
        fonts, fetcher = PageFonts(), RootedFetcher(roots)
        return Sheets(fonts, tuple(_parsed(path, fonts, fetcher) for path in paths))


def lay_out(
    root: Element,
    sheets: Sheets,
    roots: Sequence[Path],
    base: Path,
    made: Mapping[str, bytes] = MappingProxyType({}),
    skipped: int = 0,
) -> LaidOut:
    """Return the pages of the tree of a page; raise RenderError for whatever WeasyPrint warns of.

    ``base`` is the folder that relative addresses start from; only files below ``roots`` are read, and pictures that
    were ``made`` for the page, by their names. The first pages, as many as are ``skipped``, are thrown away.
    """
    with no_warnings():
        return _lay_out(root, sheets, RootedFetcher(roots, made), base, skipped)


def join(parts: Sequence[LaidOut]) -> LaidOut:
    """Return the parts of a page of HTML that were laid out one by one as one; their elements move into the first."""
    first, *others = parts
    body = first.root.find("body")
    assert body is not None, "WeasyPrint's parser makes one"
    for part in others:
        body.extend(element for element in part.root.findall("body/*") if element.get("class") != "skipped")
    pages = [page for part in parts for page in part.document.pages]
    return LaidOut(first.document.copy(pages), first.root)


def filled(laid: LaidOut) -> LaidOut:
    """Return the same pages, each filled to its foot; where links and anchors stand is found anew."""
    fill(laid.document)
    return LaidOut(laid.document.copy([MarkedPage(page) for page in laid.document.pages]), laid.root)


def paint(
    laid: LaidOut,
    metadata: PdfMetadata,
    profile: PdfProfile = PdfProfile.ARCHIVE,
    attachment: tuple[str, bytes] | None = None,
) -> Rendered:
    """Return the PDF of laid-out pages; raise RenderError for whatever WeasyPrint warns of.

    The same pages give the same bytes. ``attachment`` is a name and bytes: PDF/A-4f asks for one, PDF/A-2 allows none
    (ISO 19005-4, annex A; ISO 19005-2, 6.8), and ValueError says so.
    """
    if (attachment is None) is (profile is PdfProfile.NEXT):
        raise ValueError(f"profile {profile} {'needs an' if attachment is None else 'allows no'} attachment")
    document, root = laid.document, laid.root
    starts: list[PageStart] = []

    def finish(document: Document, pdf: pydyf.PDF) -> None:
        starts.extend(_tag(document, pdf, root, profile))
        describe(pdf, metadata, profile)

    with no_warnings():
        data = document.write_pdf(
            finisher=finish,
            output_intent="srgb",
            pdf_version="1.7" if profile is PdfProfile.ARCHIVE else "2.0",
            pdf_identifier=True,
            attachments=[attached(*attachment, metadata)] if attachment else None,
        )
    return Rendered(data, len(document.pages), tuple(laid.anchors()), tuple(starts))


def complaints(sheet: Path, roots: Sequence[Path]) -> tuple[str, ...]:
    """Return what WeasyPrint warns of in a style sheet that no page uses yet."""
    try:
        with no_warnings():
            CSS(url=sheet.absolute().as_uri(), url_fetcher=RootedFetcher(roots), font_config=PageFonts())
    except RenderError as error:
        return error.messages
    return ()


def _parsed(sheet: Path, fonts: PageFonts, fetcher: RootedFetcher) -> CSS:
    return CSS(url=sheet.as_uri(), url_fetcher=fetcher, font_config=fonts)


@lru_cache(maxsize=1)
def _fonts() -> PageFonts:
    """Return the fonts of our own sheets, which all editions share."""
    return PageFonts()


@lru_cache(maxsize=32)
def _parsed_once(sheet: Path, _: int) -> CSS:
    """Return one of our sheets as it was when it was last changed."""
    return _parsed(sheet, _fonts(), RootedFetcher([sheet.parent]))


def _lay_out(root: Element, sheets: Sheets, fetcher: RootedFetcher, base: Path, skipped: int) -> LaidOut:
    # WeasyPrint 70 takes text alone, which it would parse again, in Python: the tree is put in the place of its own.
    page = HTML(string="<html>", base_url=f"{base.absolute().as_uri()}/", url_fetcher=fetcher)
    page.wrapper_element = type(page.wrapper_element).from_html_root(root, content_language=None)
    page.etree_element = root
    images: dict[str, object] = {}
    document = page.render(
        cache=images,
        font_config=sheets.fonts,
        stylesheets=sheets.parsed,
        output_intent="srgb",
        presentational_hints=True,  # else WeasyPrint 70 ignores the start and type of ol
    )
    for image in images.values():
        if isinstance(image, RasterImage):
            # WeasyPrint 70 names a picture in the file by its address: the same leaflet in another folder would differ.
            image.id = digest(image.image_data.data)
    # WeasyPrint gives one more page where there is nothing to put on it.
    pages = document.pages[skipped:] if len(root.findall("body/*")) > skipped else []
    return LaidOut(document.copy(MarkedPage(page) for page in pages), root)


def _tag(document: Document, pdf: pydyf.PDF, root: Element, profile: PdfProfile) -> Iterator[PageStart]:
    """Give a painted document its structure tree, and yield where its pages begin."""
    unread = hidden(root)
    leaves = collect(document.pages, unread)
    wording = Wording(root, unread)
    tree = build(root, leaves, wording, profile)
    types = {kid: node.type for node in tree.nodes() for kid in node.kids if isinstance(kid, Leaf)}
    mark(document, pdf, leaves, types, profile)
    elements = write_tree(pdf, tree, document.pages, profile)
    tidy(pdf)
    if profile is PdfProfile.NEXT:
        tie(pdf, tree, targets(tree, root), elements)
    return page_starts(root, leaves, wording)
