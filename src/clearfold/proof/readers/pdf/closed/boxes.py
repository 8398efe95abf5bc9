"""Read the boxes of a PDF's pages as the file gives them, none made up for what is missing (ISO 32000-1, 14.11.2)."""

from io import BytesIO

from pypdf import PdfReader

from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.objects import items
from clearfold.proof.readers.pdf.operators.matrix import box_of

NAMES = ("MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox")
Boxes = tuple[tuple[str, tuple[float, float, float, float]], ...]
"""The boxes of one page by name, each left, bottom, right and top in points."""


@foreign()
def read_boxes(data: bytes) -> tuple[Boxes, ...]:
    """Return the boxes of each page; read anew, since pypdf gives a page the boxes that somebody has asked for."""
    return tuple(
        tuple((name, box_of(items(page[f"/{name}"]))) for name in NAMES if f"/{name}" in page)
        for page in PdfReader(BytesIO(data)).pages
    )
