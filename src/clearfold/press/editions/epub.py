"""The EPUB: for e-readers, telephones and every size of type."""

from clearfold.press.edition import EPUB, Edition, Output
from clearfold.press.furniture import flowing
from clearfold.press.leaflet import Leaflet


def _write(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    from clearfold.press.writers.epub import write_epub

    return write_epub(leaflet, edition)


BOOK = Edition(
    name="epub",
    label="E-book",
    media_type=EPUB,
    suffix=".epub",
    template="epub/document.xhtml.j2",
    style_sheets=("reflow.css",),
    write=_write,
    furniture=flowing,
    conformance=("EPUB 3.3",),
)
