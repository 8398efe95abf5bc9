"""Fit a cover to its page: how tall its words are is measured, and its picture takes the room that they leave.

A step of the paged writer, between one layout of the cover and the next. Where the words leave the picture too little,
the title is set smaller, then the space between them; what does not fit then is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.images import SVGImage

from clearfold.model.units import PX
from clearfold.press.edition import Fit
from clearfold.press.template.cover_look import MOTIF
from clearfold.press.template.title_lines import steps

AMPLE, SMALLEST = 0.24, 0.07  # of the page's height: a picture that is worth its place, and the least one
OF_MOTIF = 0.15  # of a motif, which says nothing: the title comes first
CLOSE = 0.3  # of the space between what the cover says, where else it would not stand on one page
SEVERAL = 2  # steps by which a title becomes smaller at once: each costs a layout
EXACT = 0.4  # mm
SEAM = 0.3  # mm by which a picture goes on below the foot: else paper might show between the two
FIRST = 3  # pages on which what a cover says may stand, before it fits
CROPPED, OF_DRAWING = 0.45, 0.6  # of a picture that has to be left where it is cropped: of dots, of lines
FILLS = 0.97  # of its place: a frame that is nearly so wide is as wide
STAMP = 0.4  # of the page's width: a photograph that would be shown smaller is cropped all the same


@dataclass(frozen=True, slots=True)
class Cover:
    """What was measured of a cover, in mm: its height, what is left for a picture, and whether it has one.

    ``ratio`` is the picture's width by its height, 0 where its place may crop it as it likes; ``drawn`` is true of an
    SVG, and ``ample`` the share of the page's height that is worth its place.
    """

    height: float = 0.0
    width: float = 0.0
    room: float = 0.0
    pictured: bool = False
    ratio: float = 0.0
    drawn: bool = False
    ample: float = AMPLE

    def is_cropped(self, art: float) -> bool:
        """Say whether a place so high, as wide as the page, would crop a photograph too much."""
        if self.drawn or not self.ratio or art * self.ratio < STAMP * self.width:
            return False
        place = self.width / art
        return min(self.ratio / place, place / self.ratio) < CROPPED

    def frame(self, art: float) -> tuple[float, float]:
        """Return the width and height in mm that a drawing fills of a place so high, (0, 0) where it fills all of it.

        It is cropped so far that it would still be known, and its ground goes on beside it.
        """
        if not self.drawn or not self.ratio:
            return (0.0, 0.0)
        wide, high = art * self.ratio / OF_DRAWING, self.width / self.ratio / OF_DRAWING
        if wide >= FILLS * self.width and high >= FILLS * art:
            return (0.0, 0.0)
        return (round(min(wide, self.width), 1), round(min(high, art), 1))


def measure_cover(document: Document) -> Cover:
    """Measure the cover, which stands on the first pages."""
    pages = document.pages[:FIRST]
    found = [box for page in pages for box in page._page_box.descendants(placeholders=True)]
    cover = next((box for box in found if _is(box, "header", "cover")), None)
    if cover is None:
        return Cover()
    said = sum(sum(_heights(page._page_box)) for page in pages)
    place = next((box for box in found if _is(box, "p", "picture")), None)
    image = next((box for box in place.descendants() if _is(box, "img")), None) if place else None
    height = pages[0].height
    drawn = image is not None and isinstance(image.replacement, SVGImage)
    ample = OF_MOTIF if image is not None and image.element.get("src") == MOTIF else AMPLE
    return Cover(height * PX, cover.width * PX, (height - said) * PX, place is not None, _ratio(image), drawn, ample)


def _heights(page: boxes.Box) -> Iterator[float]:
    """Yield how high each part of a page is that says something; the lines within one are boxes of its element too."""
    told = set()
    for box in page.descendants(placeholders=True):
        if box.element not in told and any(_is(box, "div", name) for name in ("name", "words", "foot")):
            told.add(box.element)
            yield box.margin_height()


def _ratio(image: boxes.ReplacedBox | None) -> float:
    """Return the width of a picture by its height; 0 of a motif, and where the writer says what of it is to be kept."""
    if image is None or image.element.get("src") == MOTIF or "focused" in (image.element.get("class") or ""):
        return 0.0
    sizes = image.replacement.get_intrinsic_size(image.style["image_resolution"], image.style["font_size"])
    return float(sizes[2] or 0.0)


def _is(box: boxes.Box, tag: str, name: str = "") -> bool:
    classes = (box.element.get("class") or "").split() if box.element is not None else ()
    return box.element_tag == tag and (not name or name in classes) and isinstance(box, boxes.BlockLevelBox)


def fit_cover(fit: Fit, cover: Cover) -> Fit:
    """Return what fits better than what was laid out, or the same where nothing does."""
    if not cover.height:
        return fit
    wanted = cover.ample * cover.height if cover.pictured else 0.0
    if cover.room < wanted and fit.smaller < steps(cover.width):
        return replace(fit, smaller=min(fit.smaller + SEVERAL, steps(cover.width)))
    if cover.room < wanted and fit.cover > CLOSE:
        return replace(fit, cover=CLOSE)
    if cover.pictured and abs(cover.room + SEAM - fit.art) > EXACT:
        art = max(round(cover.room + SEAM, 1), SMALLEST * cover.height)
        return replace(fit, art=art, whole=cover.is_cropped(art), frame=cover.frame(art))
    return fit


def over(cover: Cover) -> float:
    """Return by how many mm the words of a cover, and the least picture, reach beyond it."""
    return (SMALLEST * cover.height if cover.pictured else 0.0) - cover.room if cover.height else 0.0
