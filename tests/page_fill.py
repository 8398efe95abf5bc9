"""Measure how full the pages of a printed leaflet are: from where text begins to the last ink, of the room for text.

    python -m tests.page_fill FILE.pdf …

Of each file are told: its pages one by one, the mean of those of its body and the least of them. The body begins behind
the cover, the contents and the key messages; its last page ends where the text does, and is not counted.
"""

import sys
from io import BytesIO
from pathlib import Path
from statistics import mean

import pypdfium2
from PIL import Image

from clearfold.model.units import MM

INK = 235  # of 255: what is darker was printed
A5 = 160.0  # mm: a narrower page has the margins of A5
MARGINS = {True: (14.0, 17.7), False: (25.0, 30.0)}  # mm: above and beside the text, and below it
FRONT = 3  # pages before the body
WORDS = 60  # letters, at most, of a page that is ruled to be written on


def fills(data: bytes) -> list[float]:
    """Return how full each page is, from 0 to 1."""
    document = pypdfium2.PdfDocument(BytesIO(data))
    return [_fill(page.render(scale=1).to_pil().convert("L"), page.get_height() / MM) for page in document]


def _fill(image: Image.Image, height: float) -> float:
    scale = image.height / height
    margin, foot = MARGINS[image.width / scale < A5]
    sides = (int((margin - 4) * scale), int(image.width - (margin - 4) * scale))
    room = image.crop((sides[0], int(margin * scale), sides[1], int((height - foot) * scale)))
    inked = room.point(lambda value: 255 if value < INK else 0).getbbox()
    return inked[3] / room.height if inked else 0.0


def body(data: bytes) -> list[float]:
    """Return how full the pages of a body are but the last, behind which ruled pages and the back cover stand."""
    document = pypdfium2.PdfDocument(BytesIO(data))
    ruled = [n for n in range(len(document)) if len(document[n].get_textpage().get_text_range()) < WORDS]
    last = len(document) - 2  # before the back cover
    while last in ruled:
        last -= 1
    return fills(data)[FRONT:last]


def main(paths: list[str]) -> None:
    """Tell how full the pages of each file are."""
    for path in paths:
        shares, counted = fills(Path(path).read_bytes()), body(Path(path).read_bytes())
        print(f"{Path(path).name}: {len(shares)} pages; {' '.join(f'{100 * share:.0f}' for share in shares)}")
        if counted:
            print(f"  body: {100 * mean(counted):.1f} % on average, {100 * min(counted):.0f} % at least")


if __name__ == "__main__":
    main(sys.argv[1:])
