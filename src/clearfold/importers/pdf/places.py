"""Where letters stand, in the coordinates of the file, for whoever reads it again."""

from clearfold.importers.pdf.layout.panels import Panel
from clearfold.importers.pdf.page.glyphs import Box, Page


def room_in_file(page: Page, panel: Panel, box: Box) -> tuple[int, float, float, float, float, int]:
    """Return page, left, bottom, right, top and the quarters by which a part of a panel must be turned to be read."""
    return (page.number, *page.in_file(panel.on_page(box)), (page.turn + panel.turn) % 4)
