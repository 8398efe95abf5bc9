"""Giant print: A4, for readers to whom large print is too small."""

from clearfold.model.media_types import PDF
from clearfold.model.paper import Level, Paper
from clearfold.press.edition import PRINTED, Edition
from clearfold.press.template.page_furniture import paged
from clearfold.press.writers import drawn_with, no_print, printed

GIANT_PRINT = Edition(
    name="giant-print",
    label="Giant print",
    media_type=PDF,
    suffix="-giant-print.pdf",
    template="page.html.j2",
    style_sheets=(*PRINTED, "giant-print.css"),
    write=printed,
    kept_from=no_print,
    furniture=paged,
    design=drawn_with,
    line=30,
    paper=Paper(Level.GIANT, width=210, height=297, margin=25, multiple=2),
    questions=True,
)
