"""The large-print brochure: A4, for paper and for readers who see badly."""

from clearfold.press.edition import PDF, Edition
from clearfold.press.furniture import paged
from clearfold.press.writers import paged as write_paged

LARGE_PRINT = Edition(
    name="large-print",
    label="Large print",
    media_type=PDF,
    suffix="-large-print.pdf",
    template="page.html.j2",
    style_sheets=("fonts.css", "tokens.css", "base.css", "paged.css", "large-print.css"),
    write=write_paged,
    furniture=paged,
    line=40,
)
