"""Fit a brochure to its paper: what can only be told once its pages are laid out, and is then laid out anew.

A step of the paged writer, between one layout and the next: a title of four lines is set smaller, a list of contents
that spills over is set tighter, the cover's picture makes way for words, and ruled pages fill the last sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from clearfold.press.edition import Edition, Fit

TITLE_LINES = 3  # a cover's title is read at a glance
TITLE_STEP, TITLE_LEAST = 0.86, 0.74  # smaller, and it would be no larger than the headings inside
TIGHT = 0.2  # of the space between entries, where the contents spill over
PICTURE_LEAST = 20.0  # mm; a smaller one says nothing
GAP = 5.0  # mm between the picture and what stands below it
PX = 25.4 / 96  # mm


@dataclass(frozen=True, slots=True)
class Laid:
    """What was measured of laid-out pages: their number, lines of the title, pages of the contents.

    ``picture`` is the height of the cover's picture and ``over`` how far it reaches into what stands below, in mm.
    """

    pages: int
    title_lines: int = 0
    contents_pages: int = 0
    picture: float = 0.0
    over: float = 0.0


def measure(document: Document) -> Laid:
    """Measure laid-out pages."""
    title = next((box for box in _boxes(document, 1) if _is(box, "h1")), None)
    frame = next((box for box in _boxes(document, 1) if _is(box, "p", "picture")), None)
    picture = next((box for box in frame.descendants() if _is(box, "img")), None) if frame else None
    foot = next((box for box in _boxes(document, 1) if _is(box, "div", "foot")), None)
    contents = [page for page in range(1, len(document.pages) + 1) if _has_contents(document, page)]
    height = picture.height * PX if picture is not None else 0.0
    over = 0.0
    if picture is not None and foot is not None:
        over = (picture.position_y + picture.height - foot.position_y) * PX + GAP
    return Laid(len(document.pages), len(title.children) if title else 0, len(contents), height, over)


def refit(fit: Fit, laid: Laid, edition: Edition) -> Fit:
    """Return what fits better than what was laid out, or the same where nothing does."""
    if laid.title_lines > TITLE_LINES and fit.title > TITLE_LEAST:
        # The picture is measured again, under the title that it then has above it.
        return replace(fit, title=max(TITLE_LEAST, round(fit.title * TITLE_STEP, 2)))
    if laid.over > 0 and laid.picture > PICTURE_LEAST:
        fit = replace(fit, picture=max(PICTURE_LEAST, floor(laid.picture - laid.over)))
    if laid.contents_pages > 1 and fit.contents > TIGHT:
        return replace(fit, contents=TIGHT)
    if edition.questions and edition.paper:
        every = edition.paper.multiple
        written = laid.pages - fit.questions
        fit = replace(fit, questions=-written % every or every)
    return fit


def _boxes(document: Document, page: int) -> Iterator[boxes.Box]:
    yield from document.pages[page - 1]._page_box.descendants(placeholders=True)


def _is(box: boxes.Box, tag: str, name: str = "") -> bool:
    element = box.element
    return box.element_tag == tag and (not name or (element is not None and element.get("class") == name))


def _has_contents(document: Document, page: int) -> bool:
    return any(_is(box, "nav", "contents") for box in _boxes(document, page))
