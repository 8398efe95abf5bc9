"""Covers for shelves of e-readers: the picture that stands in the e-book, and a small one of it."""

from io import BytesIO
from zipfile import ZipFile

from clearfold.site.shelf import Shelved

COVER, SMALL = "cover.jpg", "cover-small.jpg"
HEIGHT = 320  # px of the small one: OPDS 1.2, 5.2.3 asks for less than the cover itself
INSIDE = "EPUB/cover.jpg"


def covers(leaflet: Shelved) -> dict[str, bytes]:
    """Return the cover's files by their names, none where there is no e-book."""
    book = leaflet.book
    if book is None:
        return {}
    with ZipFile(BytesIO(leaflet.files[book.path])) as archive:
        if INSIDE not in archive.namelist():
            return {}
        cover = archive.read(INSIDE)
    return {COVER: cover, SMALL: _small(cover)}


def _small(cover: bytes) -> bytes:
    from PIL import Image

    with Image.open(BytesIO(cover)) as picture:
        # A JPEG can be read at a half, a quarter or an eighth of its size.
        picture.draft("RGB", (max(1, picture.width * HEIGHT // max(1, picture.height)), HEIGHT))
        picture.thumbnail((HEIGHT, HEIGHT))
        file = BytesIO()
        picture.save(file, "JPEG", quality=80)
    return file.getvalue()
