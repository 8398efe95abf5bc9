"""Make the picture by which a book stands on a shelf: the leaflet's own cover, as its printed editions have it.

Shelves show a picture of a file, never a page: Kindle, Kobo and Apple Books want JPEG or PNG, and leave an SVG out or
show a grey book. So the cover is laid out as the brochure's is, with the imprint of the e-book, and then drawn.
"""

from dataclasses import replace
from io import BytesIO

import pypdfium2

from clearfold.model.media_types import JPEG
from clearfold.press.edition import PRINTED, Edition, Output
from clearfold.press.leaflet import Leaflet
from clearfold.press.pdf.pages import print_cover

# What the large-print edition is made with.
TEMPLATE, SHEETS, LINE = "page.html.j2", (*PRINTED, "large-print.css"), 40
COVER = "epub-cover"
# Shelves of today's telephones and tablets draw a cover at most this high, in pixels.
HEIGHT = 1600
QUALITY = 85


def draw_cover(leaflet: Leaflet, edition: Edition) -> Output:
    """Return the cover as a JPEG; raise LeafletError where a picture or style sheet of the leaflet cannot be drawn."""
    printed = print_cover(leaflet, replace(edition, template=TEMPLATE, style_sheets=SHEETS, line=LINE))
    document = pypdfium2.PdfDocument(printed.data)
    try:
        first = document[0]
        picture = first.render(scale=HEIGHT / first.get_height()).to_pil().convert("RGB")
    finally:
        document.close()
    file = BytesIO()
    picture.save(file, "JPEG", quality=QUALITY, optimize=True, subsampling=0)
    return Output(COVER, "cover.jpg", JPEG, file.getvalue(), 0, ())
