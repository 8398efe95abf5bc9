"""Clear print: A5, for readers who need no large print."""

from clearfold.model.media_types import PDF
from clearfold.model.paper import Level, Paper
from clearfold.press.edition import PRINTED, Edition
from clearfold.press.template.page_furniture import paged
from clearfold.press.writers import drawn_with, no_print, printed

CLEAR_PRINT = Edition(
    name="clear-print",
    label="Clear print",
    media_type=PDF,
    suffix="-clear-print.pdf",
    template="page.html.j2",
    style_sheets=(*PRINTED, "a5.css", "clear-print.css"),
    write=printed,
    kept_from=no_print,
    furniture=paged,
    design=drawn_with,
    line=40,
    paper=Paper(Level.CLEAR, width=148, height=210, margin=14, multiple=4),
    questions=True,
)
