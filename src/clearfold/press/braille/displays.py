"""A book of braille for displays: eBraille 1.0, text that flows on a line of any length, packed as an EPUB is.

The specification is DAISY's, of 14 August 2025: package.opf and index.html at the root, XHTML whose text is cells
alone, and what the braille is in the words of ``a11y:``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from clearfold.model.media_types import EPUB
from clearfold.press.braille.codes import Code, cells
from clearfold.press.braille.layout import Wording, translated
from clearfold.press.braille.passages import Passage, Role
from clearfold.press.leaflet import Leaflet

TEXT, CONTENTS, PACKAGE = "ebraille/text.html", "index.html", "package.opf"
PRODUCER = "Clearfold"
MADE = (1980, 1, 1, 0, 0, 0)  # the zip's own date: the same leaflet gives the same bytes
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    f'<rootfiles><rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


def book(
    text: Sequence[Passage],
    contents: Sequence[tuple[str, str]],
    words: Wording,
    leaflet: Leaflet,
    identifier: str,
    moment: datetime,
) -> bytes:
    """Return the bytes of a leaflet's book; ``contents`` are anchors with their words."""
    lang = _lang(leaflet.metadata.lang)
    title = cells(leaflet.metadata.title, words.code)
    if not contents:  # the title, which is then the one place to go to
        text = (replace(text[0], anchor=text[0].anchor or "text"), *text[1:])
    entries = contents or ((text[0].anchor, leaflet.metadata.title),)
    listed = "".join(
        f'<li><a href="{TEXT}#{anchor}">{cells(entry, words.code)}</a></li>\n' for anchor, entry in entries
    )
    heading = f"<h1>{cells(words.contents, words.code)}</h1>"
    toc = f'<nav role="doc-toc" epub:type="toc">\n{heading}\n<ol>\n{listed}</ol>\n</nav>\n'
    pages = "".join(
        f'<li><a href="{TEXT}#{_page_id(one)}">{cells(one.text, words.plain)}</a></li>\n'
        for one in text
        if one.role is Role.PRINT_PAGE
    )
    if pages:
        toc += f'<nav role="doc-pagelist" epub:type="page-list">\n<ol>\n{pages}</ol>\n</nav>\n'
    link = f'<link rel="publication" href="{PACKAGE}"/>'
    body = "".join(_elements(text, words))
    files = (
        ("META-INF/container.xml", CONTAINER),
        (PACKAGE, _package(leaflet, lang, words.code, identifier, moment)),
        (CONTENTS, _document(lang, title, toc, link)),
        (TEXT, _document(lang, title, body)),
    )
    packed = BytesIO()
    with ZipFile(packed, "w") as book:
        book.writestr(ZipInfo("mimetype", MADE), EPUB, ZIP_STORED)
        for name, data in files:
            book.writestr(ZipInfo(name, MADE), data.encode(), ZIP_DEFLATED)
    return packed.getvalue()


def _lang(lang: str) -> str:
    """Return a language in the script of braille: nl-Brai-BE."""
    short, _, rest = lang.partition("-")
    return f"{short}-Brai" + (f"-{rest}" if rest else "")


def _document(lang: str, title: str, body: str, link: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{lang}" xml:lang="{lang}">\n<head>\n<meta charset="UTF-8"/>\n<title>{title}</title>\n{link}</head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )


def _elements(text: Sequence[Passage], words: Wording) -> Iterator[str]:
    """Yield the elements of the text; items that follow each other are one list, whatever their depth."""
    for listed, run in groupby(text, lambda one: one.role is Role.ITEM):
        if listed:
            yield "<ul>\n"
        for one in run:
            if one.role is Role.LINE:
                continue
            if one.role is Role.PRINT_PAGE:
                yield (
                    f'<div role="doc-pagebreak" epub:type="pagebreak" id="{_page_id(one)}">'
                    f"{cells(one.text, words.plain)}</div>\n"
                )
                continue
            name = f' id="{one.anchor}"' if one.anchor else ""
            yield f"<{one.role}{name}>{translated(one, words)}</{one.role}>\n"
        if listed:
            yield "</ul>\n"


def _page_id(page: Passage) -> str:
    return f"print-page-{page.text}"


def _package(leaflet: Leaflet, lang: str, code: Code, identifier: str, moment: datetime) -> str:
    metadata = leaflet.metadata
    day = metadata.published.isoformat() if metadata.published else moment.date().isoformat()
    makers = metadata.authors or ((metadata.publisher,) if metadata.publisher else (PRODUCER,))
    said = (
        f'<dc:identifier id="id">{identifier}</dc:identifier>',
        "<dc:format>eBraille 1.0</dc:format>",
        f"<dc:title>{escape(metadata.title)}</dc:title>",
        *(f"<dc:creator>{escape(name)}</dc:creator>" for name in makers),
        f"<dc:language>{lang}</dc:language>",
        f"<dc:date>{day}</dc:date>",
        *(
            f'<meta property="{name}">{value}</meta>'
            for name, value in (
                ("dcterms:dateCopyrighted", day),
                ("dcterms:modified", moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
                ("a11y:brailleCellType", "6"),
                ("a11y:brailleSystem", code.system),
                ("a11y:completeTranscription", "true"),
                ("a11y:producer", PRODUCER),
                ("a11y:tactileGraphics", "false"),
            )
        ),
    )
    lines = "\n".join(said)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#" xml:lang="{lang}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{lines}\n</metadata>\n'
        "<manifest>\n"
        f'<item id="contents" href="{CONTENTS}" media-type="application/xhtml+xml" properties="nav"/>\n'
        f'<item id="text" href="{TEXT}" media-type="application/xhtml+xml"/>\n'
        '</manifest>\n<spine>\n<itemref idref="text"/>\n</spine>\n</package>\n'
    )
