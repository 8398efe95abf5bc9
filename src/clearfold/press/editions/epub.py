"""The EPUB: for e-readers, telephones and every size of type."""

from clearfold.model.media_types import EPUB
from clearfold.press.edition import Edition
from clearfold.press.template.page_furniture import flowing
from clearfold.press.writers import book, book_cover

BOOK = Edition(
    name="epub",
    label="E-book",
    media_type=EPUB,
    suffix=".epub",
    template="epub/document.xhtml.j2",
    style_sheets=("reflow.css",),
    write=book,
    furniture=flowing,
    line=24,  # on a telephone, 320 px wide, at twice the usual size
    needs=("large-print",),
    ahead=book_cover,
)
