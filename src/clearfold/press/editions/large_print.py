"""The large-print brochure, for readers who see badly: on A4, and with the same letters on A5."""

from clearfold.model.media_types import PDF
from clearfold.model.paper import Level, Paper
from clearfold.press.edition import PRINTED, Edition
from clearfold.press.template.page_furniture import paged
from clearfold.press.writers import drawn_with, no_print, printed

LARGE_PRINT = Edition(
    name="large-print",
    label="Large print",
    media_type=PDF,
    suffix="-large-print.pdf",
    template="page.html.j2",
    style_sheets=(*PRINTED, "large-print.css"),
    write=printed,
    kept_from=no_print,
    furniture=paged,
    design=drawn_with,
    line=40,
    paper=Paper(Level.LARGE, width=210, height=297, margin=25, multiple=2),
    questions=True,
)

LARGE_PRINT_A5 = Edition(
    name="large-print-a5",
    label="Large print",
    media_type=PDF,
    suffix="-large-print-a5.pdf",
    template="page.html.j2",
    style_sheets=(*PRINTED, "a5.css", "large-print.css"),
    write=printed,
    kept_from=no_print,
    furniture=paged,
    design=drawn_with,
    line=30,
    paper=Paper(Level.LARGE, width=148, height=210, margin=14, multiple=4),
    questions=True,
)
