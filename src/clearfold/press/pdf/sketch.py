"""Print one part of a leaflet by itself, soon after an edit: a sketch, whose pages are not those of the edition.

It is laid out as the edition's parts are, by the same style sheets; but nothing stands before or behind it, its pages
are not filled, and have no numbers.
"""

from dataclasses import replace
from io import BytesIO

import pypdfium2

from clearfold.press.edition import Edition
from clearfold.press.leaflet import Density, Leaflet
from clearfold.press.pdf.desk import Desk, blamed, desk_for
from clearfold.press.pdf.pages import facts
from clearfold.press.pdf.render import LaidOut, Rendered, paint
from clearfold.press.template.fitted_tables import fit_tables
from clearfold.press.template.page import line_of
from clearfold.press.template.parts import BACK, COVER

UNNUMBERED = "sketch.css"
BEFORE = 2  # pages that stand before: the first is a right one, as that of a brochure's body is
DPI = 108  # at which a page is nearly as large as on paper, on a screen of two dots a px half as large
MOST = 6  # pages of a part that are drawn
POINTS = 72  # in an inch


def print_part(leaflet: Leaflet, edition: Edition, part: str) -> Rendered:
    """Print a part by its id; raise LeafletError as the edition does, and ValueError where there is no such part."""
    with blamed(leaflet, edition):
        looks = replace(edition, style_sheets=(*edition.style_sheets, UNNUMBERED))
        desk = desk_for(_fitted(leaflet, edition, part), looks, leaflet.metadata.density or Density.ROOMY)
        return paint(_laid(desk, part), facts(leaflet))


def draw(printed: Rendered, dpi: int = DPI, most: int = MOST) -> tuple[bytes, ...]:
    """Return pages as PNG with so many dots an inch, the first ones where there are more than ``most``."""
    document = pypdfium2.PdfDocument(printed.data)
    try:
        return tuple(_png(document[number], dpi) for number in range(min(most, len(document))))
    finally:
        document.close()


def _laid(desk: Desk, part: str) -> LaidOut:
    if part == COVER:
        laid, _ = desk.fitted("cover")
    elif part == BACK:
        laid, _ = desk.fitted("end", before=BEFORE, ruled=1)
    else:
        laid, _ = desk.fitted("body", before=BEFORE, only=part)
    if not laid.pages:
        raise ValueError(f"{desk.leaflet.source.path} has no part “{part}”")
    return laid


def _fitted(leaflet: Leaflet, edition: Edition, part: str) -> Leaflet:
    """Return a leaflet with the tables of one section as its pages have them; the others are not looked at."""
    line = line_of(leaflet, edition)
    sections = (
        fit_tables(replace(leaflet, sections=(one,)), line).sections[0] if one.id == part else one
        for one in leaflet.sections
    )
    return replace(leaflet, sections=tuple(sections))


def _png(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    file = BytesIO()
    # Packed lightly: it goes to a browser on the same machine, and is soon replaced.
    page.render(scale=dpi / POINTS).to_pil().save(file, "PNG", compress_level=1)
    return file.getvalue()
