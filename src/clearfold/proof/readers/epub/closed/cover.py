"""Lay the cover of a book beside the first page of the printed edition: the same design, drawn by two programs."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from clearfold.model.messages import message
from clearfold.proof.page.page_model import CELLS
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.guard import foreign

if TYPE_CHECKING:
    from PIL.Image import Image

UPPER = 0.79
"""The share of a cover, from its top, above what each edition says of itself."""
MOST = 50_000_000  # pixels of a picture
HIGHEST = 2000  # pixels


@foreign()
def cover_and_page(book: bytes, path: str, printed: bytes) -> tuple[bytes, bytes]:
    """Return the upper part of a book's cover and of a PDF's first page, as grids of mean colours (see page_model)."""
    import pypdfium2
    from PIL import Image

    with ZipFile(BytesIO(book)) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(archive.read(path))) as picture:
                if picture.width * picture.height > MOST:
                    raise UnreadableError(
                        message("{path} has more than {most} million pixels", path=path, most=MOST // 1000000)
                    )
                cover, height = _grid(picture.convert("RGB")), min(picture.height, HIGHEST)
        except (OSError, SyntaxError, Image.DecompressionBombError) as error:  # all that Pillow says of broken pictures
            raise UnreadableError(message("{path} is no picture: {error}", path=path, error=error)) from error
    document = pypdfium2.PdfDocument(printed)
    try:
        page = document[0]
        # As large as the cover, so that what is finer than a dot is drawn alike in both.
        drawn = page.render(scale=height / page.get_height(), may_draw_forms=False).to_pil().convert("RGB")
    finally:
        document.close()
    return cover, _grid(drawn)


def _grid(picture: "Image") -> bytes:
    from PIL.Image import Resampling

    upper = (0, 0, picture.width, picture.height * UPPER)
    return picture.resize((CELLS, CELLS), Resampling.BOX, box=upper).tobytes()
