"""Render pages of a PDF where a check must see what stands behind letters: once with its text, and once without.

A page is rendered the first time that somebody asks, at a low resolution; the text is then made invisible in memory, so
that what is behind it shows without the blurred edges of letters.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING

from clearfold.proof.page.page_model import CELLS, Box, Colour, Dots, Patch, Pixel, Seen
from clearfold.proof.readers.guard import foreign

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

SCALE = 1.0  # pixels a point
SHARPER = 4.0  # where the colour of letters has to be read from the picture
DEEPEST = 12  # forms within forms
INVISIBLE = 3
FINE, THIN, MOST = 480, 48, 4096  # pixels of a picture's longer side; of its shorter at least; of its longer at most
READABLE = 2.0  # pixels a point, where a code is read
LARGEST = 36_000_000  # pixels of a page: an A4 page at the sharper scale has 8 million
KEPT = 20_000_000  # pixels of pages that are remembered: forty A4 pages; of larger ones the last
AROUND = 6  # pixels


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a rendered page: its dots a point across and down, and the dots left of it and above it."""

    picture: "Image"
    across: float
    down: float
    left: float
    top: float

    def sides(self, box: Box) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a box within the part, in dots; of one dot at least."""
        wide, high = float(self.picture.width), float(self.picture.height)
        left = min(max(box.left * self.across - self.left, 0.0), wide - 1)
        top = min(max(-box.top * self.down - self.top, 0.0), high - 1)
        right = max(min(box.right * self.across - self.left, wide), left + 1)
        return left, top, right, max(min(-box.bottom * self.down - self.top, high), top + 1)


@dataclass(slots=True)
class Renderer:
    """A PDF whose pages are rendered when they are asked for; boxes are as in ``look``."""

    data: bytes
    opened: "pypdfium2.PdfDocument | None" = None
    pages: "OrderedDict[tuple[int, float], tuple[Image, Image, float]]" = field(default_factory=OrderedDict)
    last: "tuple[tuple[int, Box, int, bool], Cut] | None" = None

    def patch(self, page: int, box: Box) -> Patch:
        """Return what a box of a page, counted from 0, shows behind its text, and whether its text shows at all."""
        from PIL import ImageChops

        behind, before = self._parts(page, box, SCALE)
        counted = behind.getcolors(behind.width * behind.height) or []
        inked = ImageChops.difference(behind, before).getbbox() is not None
        return Patch(tuple((count, _colour(pixel)) for count, pixel in counted), inked)

    def ink(self, page: int, box: Box) -> Colour | None:
        """Return the colour of the letters in a box, read where it differs most from what is behind; None for none."""
        behind, before = self._parts(page, box, SHARPER)
        one, two = behind.tobytes(), before.tobytes()
        # The pixels of both, three bytes each; the one that the text changes most is all its own.
        pixels = [(tuple(one[i : i + 3]), tuple(two[i : i + 3])) for i in range(0, len(one), 3)]
        ground, letter = max(pixels, key=lambda pair: sum(abs(a - b) for a, b in zip(*pair, strict=True)))
        return _colour(letter) if ground != letter else None

    def _parts(self, page: int, box: Box, scale: float) -> "tuple[Image, Image]":
        """Cut a box out of the page without its text, and out of the page with it; at least one pixel."""
        with_text, without, scale = self._page(page, scale)
        left = min(max(int(box.left * scale), 0), without.width - 1)
        top = min(max(int(without.height - box.top * scale), 0), without.height - 1)
        right = min(max(round(box.right * scale), left + 1), without.width)
        bottom = min(max(round(without.height - box.bottom * scale), top + 1), without.height)
        area = (left, top, right, bottom)
        return without.crop(area), with_text.crop(area)

    def seen(self, page: int, frame: Box, parts: Sequence[Box], times: int = 1, *, smooth: bool = True) -> Seen:
        """Return what parts of a frame of a page, counted from 0, show as grids, and what is around the frame."""
        from PIL.Image import Resampling

        made = self._frame(page, frame, times, smooth)
        cut = made.picture

        def grid(box: Box) -> bytes:
            return cut.resize((CELLS, CELLS), Resampling.BOX, box=made.sides(box)).tobytes()

        wide, high = cut.width - 1, cut.height - 1
        ends = [(x, y) for x in (min(1, wide), max(wide - 1, 0)) for y in (min(1, high), max(high - 1, 0))]
        corners = [cut.getpixel(end) for end in ends]
        return Seen(tuple(map(grid, parts)), tuple(_pixel(corner) for corner in corners))

    def dots(
        self, page: int, frame: Box, part: Box, most: tuple[int, int], times: int = 1, *, smooth: bool = True
    ) -> Dots:
        """Return what a part of a frame shows without its text, no finer than ``most`` dots across and down."""
        from PIL.Image import Resampling

        made = self._frame(page, frame, times, smooth)
        sides = made.sides(part)
        size = (min(most[0], ceil(sides[2] - sides[0])), min(most[1], ceil(sides[3] - sides[1])))
        return Dots(*size, made.picture.resize(size, Resampling.BOX, box=sides).tobytes())

    @foreign()
    def codes(self, page: int) -> tuple[str, ...]:
        """Return what the QR codes of a page say, as a telephone reads them."""
        from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

        opened = self._open(page)
        image = opened.render(scale=_borne(opened, READABLE), may_draw_forms=False, grayscale=True).to_pil()
        opened.close()
        return tuple(code.text for code in read_barcodes(image, formats=BarcodeFormats(BarcodeFormat.QRCode)))

    def _frame(self, number: int, frame: Box, times: int, smooth: bool) -> "Cut":
        """Return a frame of a page; the last one is kept."""
        key = (number, frame, times, smooth)
        if self.last is None or self.last[0] != key:
            self.last = (key, self._wordless(*key))
        return self.last[1]

    @foreign()
    def _wordless(self, number: int, frame: Box, times: int, smooth: bool) -> "Cut":
        """Render a frame of a page and a little around it, without text."""
        page = self._open(number)
        _hide_text(page)
        width, height = page.get_size()
        long = max(frame.right - frame.left, frame.top - frame.bottom, 1e-3)
        short = max(min(frame.right - frame.left, frame.top - frame.bottom), 1e-3)
        wanted = min(times * max(FINE / long, THIN / short), MOST / long)
        across, down = ceil(width * wanted), ceil(height * wanted)
        left = max(0, floor(frame.left / width * across) - AROUND)
        right = min(across, ceil(frame.right / width * across) + AROUND)
        top = max(0, floor((height - frame.top) / height * down) - AROUND)
        bottom = min(down, ceil((height - frame.bottom) / height * down) + AROUND)
        # Whole pixels, a hair less, so that the renderer rounds up to them.
        sides = (left, down - bottom, across - right, top)
        crop = tuple(max(0.0, side / wanted - 1e-6) for side in sides)
        cut = (
            page.render(scale=wanted, crop=crop, may_draw_forms=False, no_smoothimage=not smooth)
            .to_pil()
            .convert("RGB")
        )
        page.close()
        return Cut(cut, across / width, down / height, left, top - down)

    def _open(self, number: int) -> "pypdfium2.PdfPage":
        """Open a page, as it is trimmed."""
        import pypdfium2

        self.opened = self.opened or pypdfium2.PdfDocument(self.data)
        page = self.opened[number]
        page.set_cropbox(*page.get_trimbox())
        return page

    @foreign()
    def _page(self, number: int, scale: float) -> "tuple[Image, Image, float]":
        """Return a page with its text and without it, and their scale: the one asked for, or what can be borne."""
        key = (number, scale)
        if key not in self.pages:
            page = self._open(number)
            borne = _borne(page, scale)
            with_text = page.render(scale=borne, may_draw_forms=False).to_pil().convert("RGB")
            _hide_text(page)
            without = page.render(scale=borne, may_draw_forms=False).to_pil().convert("RGB")
            self.pages[key] = (with_text, without, borne)
            page.close()
            while len(self.pages) > 1 and sum(a.width * a.height for a, _, _ in self.pages.values()) > KEPT:
                self.pages.popitem(last=False)
        self.pages.move_to_end(key)
        return self.pages[key]


def _borne(page: "pypdfium2.PdfPage", scale: float) -> float:
    """Return a scale, or as much of it as a page of this size can be rendered at."""
    width, height = page.get_size()
    return min(scale, sqrt(LARGEST / max(width * height, 1.0)))


def _hide_text(page: "pypdfium2.PdfPage") -> None:
    from pypdfium2 import raw

    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=DEEPEST):
        raw.FPDFTextObj_SetTextRenderMode(text.raw, INVISIBLE)


def _pixel(pixel: tuple[int, ...] | float | None) -> Pixel:
    red, green, blue = pixel[:3] if isinstance(pixel, tuple) else (255, 255, 255)
    return red, green, blue


def _colour(pixel: tuple[int, ...] | float) -> Colour:
    red, green, blue = pixel if isinstance(pixel, tuple) else (int(pixel),) * 3
    return (red / 255, green / 255, blue / 255)
