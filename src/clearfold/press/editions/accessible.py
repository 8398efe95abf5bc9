"""The accessible PDF: for screens, screen readers and archives."""

from clearfold.press.edition import PDF, Edition, Output
from clearfold.press.furniture import paged
from clearfold.press.leaflet import Leaflet


def _write(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    from clearfold.press.writers.paged import write_pdf  # imports WeasyPrint, which takes half a second

    return write_pdf(leaflet, edition)


ACCESSIBLE = Edition(
    name="accessible",
    label="Accessible PDF",
    media_type=PDF,
    suffix="-accessible.pdf",
    template="page.html.j2",
    style_sheets=("fonts.css", "tokens.css", "base.css", "paged.css", "accessible.css"),
    write=_write,
    furniture=paged,
    conformance=("PDF/UA-1", "PDF/A-2a"),
    line=54,
)
