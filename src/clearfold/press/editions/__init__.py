"""Every edition that Clearfold makes, as an explicit list."""

from clearfold.press.edition import Edition
from clearfold.press.editions.accessible import ACCESSIBLE
from clearfold.press.editions.epub import BOOK
from clearfold.press.editions.large_print import LARGE_PRINT

EDITIONS: tuple[Edition, ...] = (LARGE_PRINT, ACCESSIBLE, BOOK)
