"""What is folded from A4 sheets: stapled booklets of the pages on A5, and flyers of six panels."""

from clearfold.paper import Fold, Level, Paper
from clearfold.press.edition import PDF, PRINTED, Edition
from clearfold.press.editions.clear_print import CLEAR_PRINT
from clearfold.press.editions.large_print import LARGE_PRINT_A5
from clearfold.press.furniture import flowing, paged
from clearfold.press.writers import booklet, flyer

LARGE_PRINT_BOOKLET = Edition(
    name="large-print-booklet",
    label=LARGE_PRINT_A5.label,
    media_type=PDF,
    suffix="-large-print-booklet.pdf",
    template=LARGE_PRINT_A5.template,
    style_sheets=LARGE_PRINT_A5.style_sheets,
    write=booklet,
    furniture=paged,
    line=LARGE_PRINT_A5.line,
    needs=(LARGE_PRINT_A5.name,),
    paper=Paper(Level.LARGE, width=148, height=210, margin=14, fold=Fold.BOOKLET, multiple=4, most=20, tagged=False),
)

CLEAR_PRINT_BOOKLET = Edition(
    name="clear-print-booklet",
    label=CLEAR_PRINT.label,
    media_type=PDF,
    suffix="-clear-print-booklet.pdf",
    template=CLEAR_PRINT.template,
    style_sheets=CLEAR_PRINT.style_sheets,
    write=booklet,
    furniture=paged,
    line=CLEAR_PRINT.line,
    needs=(CLEAR_PRINT.name,),
    paper=Paper(Level.CLEAR, width=148, height=210, margin=14, fold=Fold.BOOKLET, multiple=4, most=20, tagged=False),
)

FLYER_C = Edition(
    name="flyer-c",
    label="Clear print",
    media_type=PDF,
    suffix="-flyer-c.pdf",
    template="flyer.html.j2",
    style_sheets=(*PRINTED, "clear-print.css", "flyer.css", "flyer-c.css"),
    write=flyer,
    furniture=flowing,
    line=22,
    paper=Paper(Level.CLEAR, width=100, height=210, margin=8, fold=Fold.C_FOLD, tagged=False, folios=False),
    on_request=True,
)

FLYER_Z = Edition(
    name="flyer-z",
    label="Clear print",
    media_type=PDF,
    suffix="-flyer-z.pdf",
    template="flyer.html.j2",
    style_sheets=(*PRINTED, "clear-print.css", "flyer.css"),
    write=flyer,
    furniture=flowing,
    line=22,
    paper=Paper(Level.CLEAR, width=99, height=210, margin=8, fold=Fold.Z_FOLD, tagged=False, folios=False),
    on_request=True,
)
