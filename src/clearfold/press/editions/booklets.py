"""What is folded from A4 sheets: stapled booklets of the pages on A5, and flyers of six panels."""

from dataclasses import replace

from clearfold.model.media_types import PDF
from clearfold.model.paper import Fold, Level, Paper
from clearfold.press.edition import PRINTED, Edition
from clearfold.press.editions.clear_print import CLEAR_PRINT
from clearfold.press.editions.large_print import LARGE_PRINT_A5
from clearfold.press.template.page_furniture import flowing
from clearfold.press.writers import booklet, drawn_with, flyer, no_print

LARGE_PRINT_BOOKLET = replace(
    LARGE_PRINT_A5,
    name="large-print-booklet",
    suffix="-large-print-booklet.pdf",
    write=booklet,
    needs=(LARGE_PRINT_A5.name,),
    paper=Paper(Level.LARGE, width=148, height=210, margin=14, fold=Fold.BOOKLET, multiple=4, most=20, tagged=False),
)

CLEAR_PRINT_BOOKLET = replace(
    CLEAR_PRINT,
    name="clear-print-booklet",
    suffix="-clear-print-booklet.pdf",
    write=booklet,
    needs=(CLEAR_PRINT.name,),
    paper=Paper(Level.CLEAR, width=148, height=210, margin=14, fold=Fold.BOOKLET, multiple=4, most=20, tagged=False),
)

FLYER_C = Edition(
    name="flyer-c",
    label="Clear print",
    media_type=PDF,
    suffix="-flyer-c.pdf",
    template="page.html.j2",
    style_sheets=(*PRINTED, "clear-print.css", "flyer.css", "flyer-c.css"),
    write=flyer,
    kept_from=no_print,
    furniture=flowing,
    design=drawn_with,
    line=22,
    paper=Paper(Level.CLEAR, width=100, height=210, margin=8, fold=Fold.C_FOLD, tagged=False, folios=False),
    on_request=True,
    contents=False,
)

FLYER_Z = replace(
    FLYER_C,
    name="flyer-z",
    suffix="-flyer-z.pdf",
    style_sheets=(*PRINTED, "clear-print.css", "flyer.css"),
    paper=Paper(Level.CLEAR, width=99, height=210, margin=8, fold=Fold.Z_FOLD, tagged=False, folios=False),
)
