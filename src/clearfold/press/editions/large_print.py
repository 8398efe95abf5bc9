"""The large-print brochure: A4, for paper and for readers who see badly."""

from clearfold.press.edition import PDF, PRINTED, Edition
from clearfold.press.furniture import paged
from clearfold.press.writers import paged as write_paged

LARGE_PRINT = Edition(
    name="large-print",
    label="Large print",
    media_type=PDF,
    suffix="-large-print.pdf",
    template="page.html.j2",
    style_sheets=(*PRINTED, "large-print.css"),
    write=write_paged,
    furniture=paged,
    line=40,
)
