"""Every edition that Clearfold makes, as an explicit list; what an edition needs stands before it."""

from clearfold.press.edition import Edition
from clearfold.press.editions.accessible import ACCESSIBLE
from clearfold.press.editions.booklets import CLEAR_PRINT_BOOKLET, FLYER_C, FLYER_Z, LARGE_PRINT_BOOKLET
from clearfold.press.editions.braille import BRAILLE, BRAILLE_PEF, EBRAILLE_BOOK
from clearfold.press.editions.clear_print import CLEAR_PRINT
from clearfold.press.editions.epub import BOOK
from clearfold.press.editions.giant_print import GIANT_PRINT
from clearfold.press.editions.large_print import LARGE_PRINT, LARGE_PRINT_A5
from clearfold.press.editions.print_shop import PRINT_SHOP
from clearfold.press.editions.web import WEB

EDITIONS: tuple[Edition, ...] = (
    LARGE_PRINT,
    LARGE_PRINT_A5,
    PRINT_SHOP,
    LARGE_PRINT_BOOKLET,
    CLEAR_PRINT,
    CLEAR_PRINT_BOOKLET,
    FLYER_C,
    FLYER_Z,
    GIANT_PRINT,
    ACCESSIBLE,
    BOOK,
    WEB,
    BRAILLE,
    BRAILLE_PEF,
    EBRAILLE_BOOK,
)
STANDARD: tuple[Edition, ...] = (LARGE_PRINT, ACCESSIBLE, BOOK, WEB)
"""What is made where nobody says what to make."""
