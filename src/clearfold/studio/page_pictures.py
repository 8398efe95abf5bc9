"""Pages of a finished PDF as pictures, for the eye alone: what a screen reader says of them stands beside."""

from io import BytesIO
from pathlib import Path

import pypdfium2

DPI = 108  # at which a page is nearly as large as on paper, on a screen of two dots a px half as large
_POINTS = 72  # in an inch


def page_picture(path: Path, number: int) -> bytes | None:
    """Return a page as PNG, numbered from 1; None where there is no such page, or no PDF."""
    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except pypdfium2.PdfiumError:
        return None
    try:
        if not 1 <= number <= len(document):
            return None
        made = BytesIO()
        document[number - 1].render(scale=DPI / _POINTS).to_pil().save(made, "PNG")
        return made.getvalue()
    finally:
        document.close()
