"""Draw pages of a finished PDF, with the place of a finding marked as a proofreader would.

Words are boxed; where words are missing, a caret points between those that are there. Pages are rendered only here, and
only those of which something is told.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING
from zipfile import ZipFile

from clearfold.proof.compare.letters import fold
from clearfold.proof.findings.finding import Finding
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.epub.file import open_epub
from clearfold.proof.report.spots import Spot, spots

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

WIDTH = 820  # px of a page, sharp on screens that show it at half its size
SMALL = 132  # px of the first page at a glance, shown at half its size or a little more
AROUND = 150  # px above and below what is marked
HIGHEST = 620  # px of a picture
COLOURS = 32  # pages look the same, at a third of the bytes
MOST = 12_000_000  # px of a page that is drawn: an A4 page at the width above has a million
TALLEST = 12_000  # px
KEPT = 6  # pages
MARK, HALO = (176, 0, 78), (255, 255, 255)

Box = tuple[float, float, float, float]
"""Left, top, right and bottom on a picture, in px."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with its size in px; ``marked`` says whether a place is marked on it."""

    data: bytes
    width: int
    height: int
    marked: bool = False


@dataclass(slots=True)
class Pages:
    """The pages of a PDF, drawn when they are asked for; the last few are remembered."""

    pdf: "pypdfium2.PdfDocument"
    drawn: "OrderedDict[int, _Page]" = field(default_factory=OrderedDict)

    def picture(self, finding: Finding) -> Picture | None:
        """Return the part of the page where a finding was made; None where its place is no page."""
        import pypdfium2

        number = page_of(finding.place)
        if not 1 <= number <= len(self.pdf):
            return None
        if number not in self.drawn:
            try:
                self.drawn[number] = _draw(self.pdf[number - 1])
            except pypdfium2.PdfiumError:
                return None
            while len(self.drawn) > KEPT:
                self.drawn.popitem(last=False)
        page = self.drawn[number]
        return _marked(page, spots(page.letters, finding))


def open_pages(data: bytes) -> Pages | None:
    """Open a PDF to draw its pages; None where that cannot be done."""
    import pypdfium2

    try:
        return Pages(pypdfium2.PdfDocument(data))
    except pypdfium2.PdfiumError:
        return None


def page_of(place: str) -> int:
    """Return the number of the first page that a place names ("page 3", "pages 3, 4", "page 3, page 4"), 0 for none."""
    words = place.replace(",", " ").split()
    return int(words[1]) if len(words) > 1 and words[0] in ("page", "pages") and words[1].isdecimal() else 0


def first_page(data: bytes) -> Picture | None:
    """Return the first page of a PDF, small; None where it cannot be drawn."""
    import pypdfium2

    pages = open_pages(data)
    if pages is None or not len(pages.pdf):
        return None
    try:
        page = pages.pdf[0]
        # Drawn larger and made smaller, so that the title stays readable.
        image = page.render(scale=_scale(page, 3 * SMALL), may_draw_forms=False).to_pil()
    except pypdfium2.PdfiumError:
        return None
    return _small(image)


def cover(data: bytes) -> Picture | None:
    """Return the cover of an EPUB, small; None where there is none that can be drawn."""
    from PIL import Image, UnidentifiedImageError

    try:
        items = open_epub(data).manifest.values()
        path = next((item.path for item in items if "cover-image" in item.properties), "")
        with ZipFile(BytesIO(data)) as archive:
            return _small(Image.open(BytesIO(archive.read(path)))) if path else None
    except (UnreadableError, UnidentifiedImageError, KeyError, OSError):
        return None


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it is drawn, its letters, and the box of each."""

    image: "Image"
    letters: str
    boxes: tuple[Box, ...]


def _draw(page: "pypdfium2.PdfPage") -> _Page:
    from pypdfium2 import raw

    bitmap = page.render(scale=_scale(page, WIDTH), may_draw_forms=False)
    place = bitmap.get_posconv(page)
    text = page.get_textpage()
    letters, boxes = [], []
    for index in range(text.count_chars()):
        for letter in fold(chr(raw.FPDFText_GetUnicode(text, index))):
            if letter.isprintable():  # PDFium has a sign of its own for the hyphen at the end of a line
                left, bottom, right, top = text.get_charbox(index, loose=True)
                one, two = place.to_bitmap(left, top), place.to_bitmap(right, bottom)
                letters.append(letter)
                boxes.append((min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])))
    return _Page(bitmap.to_pil().convert("RGB"), "".join(letters), tuple(boxes))


def _scale(page: "pypdfium2.PdfPage", width: int) -> float:
    """Return the scale at which a page is so many px wide, or as large as can be borne; for none, that of no page."""
    import pypdfium2

    across, up = float(page.get_width()), float(page.get_height())
    if across <= 0 or up <= 0:
        raise pypdfium2.PdfiumError("the page has no size")
    return min(width / across, sqrt(MOST / (across * up)), TALLEST / up)


def _marked(page: _Page, found: Sequence[Spot]) -> Picture:
    from PIL import ImageDraw

    # What is drawn beyond the page is not in its picture.
    boxes = [box for spot in found for box in _boxes(page, spot) if _is_on(page.image.size, box)]
    view = _view(page.image.size, boxes)
    # The colours of the marks have places of their own in the palette, so that no page makes them pale.
    image = _quantized(page.image.crop(view))
    palette = [*(image.getpalette() or ())[: 3 * COLOURS]]
    image.putpalette([*palette, *([0] * (3 * COLOURS - len(palette))), *MARK, *HALO])
    pen, mark, halo = ImageDraw.Draw(image), COLOURS, COLOURS + 1
    for left, above, right, below in boxes:
        top, bottom = above - view[1], below - view[1]
        if left < right:
            pen.rectangle((left - 6, top - 4, right + 6, bottom + 4), outline=halo, width=6)
            pen.rectangle((left - 5, top - 3, right + 5, bottom + 3), outline=mark, width=4)
        else:
            pen.line((left, top, left, bottom + 8), fill=halo, width=10)
            pen.line((left, top, left, bottom + 8), fill=mark, width=5)
            pen.polygon(((left - 15, bottom + 24), (left, bottom + 2), (left + 15, bottom + 24)), fill=mark)
    return _png(image, marked=bool(boxes))


def _is_on(size: tuple[int, int], box: Box) -> bool:
    left, above, right, below = box
    return left < size[0] and right > 0 and above < size[1] and below > 0


def _boxes(page: _Page, spot: Spot) -> list[Box]:
    """Return a box for each line on which a spot has letters; for a place between letters, one without width."""
    if spot.high > spot.low:
        return _lines(page.boxes[spot.low : spot.high])
    if not page.boxes:
        return []
    left, top, right, bottom = page.boxes[max(0, spot.low - 1)]
    at = right + 4 if spot.low else left - 4
    return [(at, top, at, bottom)]


def _lines(boxes: Sequence[Box]) -> list[Box]:
    lines: list[Box] = []
    for left, top, right, bottom in boxes:
        if lines and top < lines[-1][3] and bottom > lines[-1][1] and left > lines[-1][0] - 1:
            last = lines[-1]
            lines[-1] = (last[0], min(last[1], top), max(last[2], right), max(last[3], bottom))
        else:
            lines.append((left, top, right, bottom))
    return lines


def _view(size: tuple[int, int], boxes: Sequence[Box]) -> tuple[int, int, int, int]:
    """Return the part of a page to show: its whole width, and what is marked with what stands around it."""
    width, height = size
    if not boxes:
        return 0, 0, width, min(height, HIGHEST)
    top = max(0, int(min(box[1] for box in boxes)) - AROUND)
    bottom = min(height, int(max(box[3] for box in boxes)) + AROUND, top + HIGHEST)
    return 0, top, width, bottom


def _small(image: "Image") -> Picture:
    image = image.convert("RGB")
    image.thumbnail((SMALL, 2 * SMALL))
    return _png(_quantized(image))


def _quantized(image: "Image") -> "Image":
    from PIL.Image import Dither, Quantize

    return image.quantize(COLOURS, Quantize.FASTOCTREE, dither=Dither.NONE)


def _png(image: "Image", *, marked: bool = False) -> Picture:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return Picture(out.getvalue(), image.width, image.height, marked)
