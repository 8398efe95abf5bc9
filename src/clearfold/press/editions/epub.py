"""The EPUB: for e-readers, telephones and every size of type."""

from clearfold.model.binding import Binding
from clearfold.model.media_types import EPUB
from clearfold.press.edition import Edition
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.leaflet import Leaflet
from clearfold.press.template.page_furniture import flowing
from clearfold.press.writers import book, book_binding, book_cover, no_print


def _bound(leaflet: Leaflet, edition: Edition) -> Binding:
    return book_binding(leaflet, edition, LARGE_PRINT)


def _has_pages(leaflet: Leaflet) -> bool:
    """Return whether there are printed pages whose numbers the book can tell."""
    return no_print(leaflet) is None


BOOK = Edition(
    name="epub",
    label="E-book",
    media_type=EPUB,
    suffix=".epub",
    template="epub/document.xhtml.j2",
    style_sheets=("crops.css", "reflow.css"),
    write=book,
    furniture=flowing,
    line=24,  # on a telephone, 320 px wide, at twice the usual size
    needs=(LARGE_PRINT.name,),
    needs_where=_has_pages,
    ahead=book_cover,
    binding=_bound,
)
