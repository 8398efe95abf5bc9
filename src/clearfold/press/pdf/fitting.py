"""Fit a part of a brochure to its paper: what can only be told once its pages are laid out, and is then laid out anew.

A step of the paged writer, between one layout and the next: a title of four lines is set smaller, a list of contents
that spills over is set tighter, and so is a back cover; the cover's picture makes way for words, and long words are
parted where they must be.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from math import floor

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from clearfold.model.units import PX
from clearfold.press.edition import Fit

TITLE_LINES = 3  # a cover's title is read at a glance
SMALLER = 0.88  # of the title's size; smaller yet, on A5 it would be no larger than the headings inside
CLOSE = 0.3  # of the space between what the cover says, where else it would not stand on one page
TIGHTEST = 0.1  # of the space between entries of the contents
PICTURE_LEAST = 20.0  # mm; a smaller one says little
PICTURE_SMALLEST = 12.0  # mm; where nothing else makes room
BACK = (1.0, 0.7, 0.4, 0.1)  # of the space between the parts of the back cover, from roomy to tight
GAP = 5.0  # mm between the picture and what stands below it
FIRST = 6  # pages on which the cover and the contents may stand
BACK_COVER = "panel contact back"


@dataclass(frozen=True, slots=True)
class Laid:
    """What was measured of the pages of a part: the lines of the title.

    ``spilled`` is how much of the space between the entries of the contents would have to go for them to stand on one
    page, as a share. ``picture`` is the height of the cover's picture, and ``over`` how far it reaches into what stands
    below, in mm. ``back`` is how many pages the back cover takes. ``cut`` are the beginnings of words that reach beyond
    the end of their line.
    """

    title_lines: int = 0
    spilled: float = 0.0
    picture: float = 0.0
    over: float = 0.0
    back: int = 0
    cut: frozenset[str] = frozenset()


def measure(document: Document, *, parted: bool = False) -> Laid:
    """Measure laid-out pages; ``parted`` says that long words may be parted on them."""
    title = next((box for box in _boxes(document, 1) if _is(box, "h1")), None)
    height, over = _picture(document)
    lines, cut = len(title.children) if title else 0, frozenset(_cut(document) if parted else ())
    return Laid(lines, _spilled(document), height, over, _back(document), cut)


def _picture(document: Document) -> tuple[float, float]:
    """Return the height of the cover's picture, and how far it, or the words without one, reach too far, in mm."""
    first = list(_boxes(document, 1))
    cover = [box for page in range(1, FIRST + 1) for box in _boxes(document, page)]
    frame = next((box for box in cover if _is(box, "p", "picture")), None)
    picture = next((box for box in frame.descendants() if _is(box, "img")), None) if frame else None
    foot = next((box for box in cover if _is(box, "div", "foot")), None)
    if foot is None:
        return 0.0, 0.0
    end = document.pages[0].height - foot.margin_height()
    words = [box for box in cover if any(_is(box, "p", name) for name in ("publisher", "subtitle", "audience"))]
    words += [box for box in cover if _is(box, "h1")]
    beyond = [box for box in words if box not in first]
    lowest = max((box.position_y + box.margin_height() for box in words if box in first), default=0.0)
    if frame is None or picture is None:
        return 0.0, max((lowest - end) * PX, sum(box.margin_height() for box in beyond) * PX)
    # Where no room was left for it, it went to the next page.
    top = picture.position_y if frame in first else lowest + frame.padding_top
    more = sum(box.margin_height() for box in beyond)
    return picture.height * PX, (top + more + picture.height - end) * PX + GAP


def refit(fit: Fit, laid: Laid) -> Fit:
    """Return what fits better than what was laid out, or the same where nothing does."""
    if not laid.cut <= fit.cut:
        return replace(fit, cut=fit.cut | laid.cut)
    if laid.back > 1 and fit.back > BACK[-1]:
        return replace(fit, back=BACK[BACK.index(fit.back) + 1])
    if laid.title_lines > TITLE_LINES and fit.title > SMALLER:
        # The picture is measured again, under the title that it then has above it.
        return replace(fit, title=SMALLER)
    if laid.over > 0 and laid.picture > PICTURE_LEAST + 1:
        return replace(fit, picture=max(PICTURE_LEAST, floor(laid.picture - laid.over)))
    if laid.over > 0 and fit.cover > CLOSE:
        return replace(fit, cover=CLOSE, picture=0.0)  # the picture is measured again, in the room that it then has
    if laid.over > 0 and laid.picture > PICTURE_SMALLEST + 1:
        return replace(fit, picture=max(PICTURE_SMALLEST, floor(laid.picture - laid.over)))
    if laid.spilled and fit.contents > TIGHTEST:
        return replace(fit, contents=max(TIGHTEST, floor(100 * fit.contents * (1 - laid.spilled)) / 100))
    return fit


def _boxes(document: Document, page: int) -> Iterator[boxes.Box]:
    if page <= len(document.pages):
        yield from document.pages[page - 1]._page_box.descendants(placeholders=True)


def _cut(document: Document) -> Iterator[str]:
    """Yield the beginnings of parted words that overflow their line.

    Where not even the first syllable of a word fits, WeasyPrint 70 puts it there all the same.
    """
    for page in range(1, len(document.pages) + 1):
        for block in _boxes(document, page):
            for line in block.children if isinstance(block, boxes.BlockBox) else ():
                texts = [box for box in line.descendants() if isinstance(box, boxes.TextBox)]
                end = texts[-1].position_x + texts[-1].width if isinstance(line, boxes.LineBox) and texts else 0.0
                hyphen = texts[-1].style["hyphenate_character"] if texts else ""
                if end > block.content_box_x() + block.width + 1 and texts[-1].text.endswith(hyphen):
                    yield texts[-1].text.removesuffix(hyphen).split()[-1]


def _back(document: Document) -> int:
    """Return how many pages the back cover takes; none where it has no page of its own."""
    # The last pages: it stands behind everything else.
    pages = range(len(document.pages), 0, -1)
    on_it = (any(_is(box, "section", BACK_COVER) for box in _boxes(document, page)) for page in pages)
    return sum(takewhile(bool, on_it))


def _is(box: boxes.Box, tag: str, name: str = "") -> bool:
    element = box.element
    return box.element_tag == tag and (not name or (element is not None and element.get("class") == name))


def _spilled(document: Document) -> float:
    pages = [[box for box in _boxes(document, page) if _is(box, "nav", "contents")] for page in range(1, FIRST + 1)]
    # Lines have the tag of the block that they are in.
    lists = [[box for nav in page for box in nav.descendants() if isinstance(box, boxes.BlockBox)] for page in pages]
    entries = [[box for box in page if _is(box, "li")] for page in lists]
    on_each = [page for page in entries if page]
    space = sum(box.padding_top + box.padding_bottom for page in on_each for box in page)
    over = sum(box.margin_height() for page in on_each[1:] for box in page)
    return min(over / space, 1.0) if space else 0.0
