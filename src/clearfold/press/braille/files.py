"""The files of an embosser: BRF, cells as ASCII of North America, and PEF 2008-1, cells as Unicode."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from clearfold.model.braille import Sheet
from clearfold.press.leaflet import Leaflet

ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""What embossers take for each of the 64 cells, in the order of Unicode's."""
FIRST = 0x2800
PAGE_END = "\f"


def brf(pages: Sequence[Sequence[str]]) -> bytes:
    """Return pages for any embosser: lines end with CR LF, pages with a form feed."""
    table = {FIRST + number: sign for number, sign in enumerate(ASCII)}
    written = ("".join(f"{line.translate(table).rstrip()}\r\n" for line in page) + PAGE_END for page in pages)
    return "".join(written).encode("ascii")


def pef(volumes: Sequence[Sequence[Sequence[str]]], leaflet: Leaflet, sheet: Sheet, identifier: str) -> bytes:
    """Return volumes of pages as PEF; rows have no blanks at their ends."""
    metadata = leaflet.metadata
    said = (
        ("format", "application/x-pef+xml"),
        ("identifier", identifier),
        ("title", metadata.title),
        *(("creator", name) for name in metadata.authors or ((metadata.publisher,) if metadata.publisher else ())),
        ("language", metadata.lang),
        *((("date", metadata.published.isoformat()),) if metadata.published else ()),
    )
    head = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>\n" for name, value in said)
    size = f'cols="{sheet.width}" rows="{sheet.lines}" rowgap="0" duplex="true"'
    body = "".join(
        f"<volume {size}>\n<section>\n{''.join(map(_page, pages))}</section>\n</volume>\n" for pages in volumes
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">\n'
        f'<head>\n<meta xmlns:dc="http://purl.org/dc/elements/1.1/">\n{head}</meta>\n</head>\n<body>\n{body}</body>\n</pef>\n'
    ).encode()


def _page(lines: Sequence[str]) -> str:
    return "<page>\n" + "".join(f"<row>{line.rstrip(chr(FIRST))}</row>\n" for line in lines) + "</page>\n"
