"""The large-print brochure on A5, for the print shop: with bleed and crop marks, in four inks, black for all text."""

from dataclasses import replace

from clearfold.model.paper import Level, Paper
from clearfold.press.editions.large_print import LARGE_PRINT_A5
from clearfold.press.writers import press_ready

PRINT_SHOP = replace(
    LARGE_PRINT_A5,
    name="print-shop",
    suffix="-print-shop.pdf",
    style_sheets=(*LARGE_PRINT_A5.style_sheets, "print-shop.css"),
    write=press_ready,
    paper=Paper(Level.LARGE, width=148, height=210, margin=14, bleed=3, multiple=4, most=20, tagged=False),
)
