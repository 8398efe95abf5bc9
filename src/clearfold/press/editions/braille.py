"""Braille: on paper, for any embosser (BRF) and for those that know PEF, and for braille displays (eBraille)."""

from clearfold.model.braille import CELLS, Sheet
from clearfold.model.media_types import BRF, EBRAILLE, PEF
from clearfold.press.edition import Edition
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.leaflet import Leaflet
from clearfold.press.template.page_furniture import embossed
from clearfold.press.writers import braille_book, braille_pages, braille_pef, no_braille

_TEMPLATE = "braille/body.xhtml.j2"


def _pages(leaflet: Leaflet) -> Sheet:
    """Return the page that the association's embosser has."""
    width, lines = CELLS[leaflet.metadata.braille_page]
    return Sheet(width, lines, grade=leaflet.metadata.braille_grade, print_pages=_print_pages(leaflet))


def _print_pages(leaflet: Leaflet) -> bool:
    """Return whether the numbers of the printed edition's pages are asked for."""
    return leaflet.metadata.braille_print_pages


def _flowing(leaflet: Leaflet) -> Sheet:
    """Return that a display has lines of any length, and no pages."""
    return Sheet(width=0, lines=0, volume=0, grade=leaflet.metadata.braille_grade, print_pages=_print_pages(leaflet))


BRAILLE = Edition(
    name="braille",
    label="Braille",
    media_type=BRF,
    suffix="-braille.brf",
    template=_TEMPLATE,
    style_sheets=(),
    write=braille_pages,
    furniture=embossed,
    line=1,
    on_request=True,
    needs=(LARGE_PRINT.name,),
    needs_where=_print_pages,
    kept_from=no_braille,
    sheet=_pages,
)
BRAILLE_PEF = Edition(
    name="braille-pef",
    label="Braille",
    media_type=PEF,
    suffix="-braille.pef",
    template=_TEMPLATE,
    style_sheets=(),
    write=braille_pef,
    furniture=embossed,
    line=1,
    on_request=True,
    needs=(LARGE_PRINT.name,),
    needs_where=_print_pages,
    kept_from=no_braille,
    sheet=_pages,
)
EBRAILLE_BOOK = Edition(
    name="ebraille",
    label="Braille",
    media_type=EBRAILLE,
    suffix=".ebrl",
    template=_TEMPLATE,
    style_sheets=(),
    write=braille_book,
    furniture=embossed,
    line=1,
    on_request=True,
    needs=(LARGE_PRINT.name,),
    needs_where=_print_pages,
    kept_from=no_braille,
    contents=False,
    sheet=_flowing,
)
