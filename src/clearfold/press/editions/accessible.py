"""The accessible PDF: for screens, screen readers and archives."""

from clearfold.model.media_types import PDF
from clearfold.model.paper import Level, Paper
from clearfold.press.edition import PRINTED, Edition
from clearfold.press.template.page_furniture import paged
from clearfold.press.writers import drawn_with, no_print, printed

ACCESSIBLE = Edition(
    name="accessible",
    label="Accessible PDF",
    media_type=PDF,
    suffix="-accessible.pdf",
    template="page.html.j2",
    style_sheets=(*PRINTED, "accessible.css"),
    write=printed,
    kept_from=no_print,
    furniture=paged,
    design=drawn_with,
    line=50,
    paper=Paper(Level.CLEAR, width=210, height=297, margin=25, screen=True),
)
