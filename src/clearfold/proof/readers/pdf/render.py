"""Render pages of a PDF where a check must see what stands behind letters: once with its text, and once without.

A page is rendered the first time that somebody asks, at a low resolution; the text is then made invisible in memory, so
that what is behind it shows without the blurred edges of letters.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clearfold.proof.page.page_model import Box, Colour, Patch
from clearfold.proof.readers.guard import foreign

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

SCALE = 1.0  # pixels a point
SHARPER = 4.0  # where the colour of letters has to be read from the picture
DEEPEST = 12  # forms within forms
INVISIBLE = 3


@dataclass(slots=True)
class Renderer:
    """A PDF whose pages are rendered when they are asked for; boxes are as in ``look``."""

    data: bytes
    opened: "pypdfium2.PdfDocument | None" = None
    pages: "dict[tuple[int, float], tuple[Image, Image]]" = field(default_factory=dict)

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
        with_text, without = self._page(page, scale)
        left = min(max(int(box.left * scale), 0), without.width - 1)
        top = min(max(int(without.height - box.top * scale), 0), without.height - 1)
        right = min(max(round(box.right * scale), left + 1), without.width)
        bottom = min(max(round(without.height - box.bottom * scale), top + 1), without.height)
        area = (left, top, right, bottom)
        return without.crop(area), with_text.crop(area)

    @foreign()
    def _page(self, number: int, scale: float) -> "tuple[Image, Image]":
        key = (number, scale)
        if key not in self.pages:
            import pypdfium2
            from pypdfium2 import raw

            self.opened = self.opened or pypdfium2.PdfDocument(self.data)
            page = self.opened[number]
            page.set_cropbox(*page.get_trimbox())
            with_text = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
            for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=DEEPEST):
                raw.FPDFTextObj_SetTextRenderMode(text.raw, INVISIBLE)
            self.pages[key] = (with_text, page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB"))
            page.close()
        return self.pages[key]


def _colour(pixel: tuple[int, ...] | float) -> Colour:
    red, green, blue = pixel if isinstance(pixel, tuple) else (int(pixel),) * 3
    return (red / 255, green / 255, blue / 255)
