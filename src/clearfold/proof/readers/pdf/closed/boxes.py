"""Read the boxes of a PDF's pages as the file gives them, none made up for what is missing (ISO 32000-1, 14.11.2)."""

from pypdf import PdfReader

from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.objects import items
from clearfold.proof.readers.pdf.operators.matrix import box_of

NAMES = ("MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox")
Boxes = tuple[tuple[str, tuple[float, float, float, float]], ...]
"""The boxes of one page by name, each left, bottom, right and top in points."""


@foreign()
def read_boxes(reader: PdfReader) -> tuple[Boxes, ...]:
    """Return the boxes of each page."""
    return tuple(
        tuple((name, box_of(items(page[f"/{name}"]))) for name in NAMES if f"/{name}" in page) for page in reader.pages
    )
