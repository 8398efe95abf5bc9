"""Fit a part of a brochure to its paper: what can only be told once its pages are laid out, and is then laid out anew.

A step of the paged writer, between one layout and the next: a list of contents that spills over is set tighter, and
long words are parted where they must be. The cover and the back cover have modules of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from clearfold.press.edition import Fit
from clearfold.press.pdf.back_fitting import Back, fit_back, measure_back
from clearfold.press.pdf.cover_fitting import Cover, fit_cover, measure_cover

TIGHTEST = 0.1  # of the space between entries of the contents
FIRST = 6  # pages on which the cover and the contents may stand


@dataclass(frozen=True, slots=True)
class Laid:
    """What was measured of the pages of a part: the cover and the back cover, if they are on them.

    ``spilled`` is how much of the space between the entries of the contents would have to go for them to stand on one
    page, as a share. ``cut`` are the beginnings of words that reach
    beyond the end of their line.
    """

    cover: Cover
    back: Back
    spilled: float = 0.0
    cut: frozenset[str] = frozenset()


def measure(document: Document, *, parted: bool = False) -> Laid:
    """Measure laid-out pages; ``parted`` says that long words may be parted on them."""
    cut = frozenset(_cut(document) if parted else ())
    return Laid(measure_cover(document), measure_back(document), _spilled(document), cut)


def refit(fit: Fit, laid: Laid) -> Fit:
    """Return what fits better than what was laid out, or the same where nothing does."""
    if not laid.cut <= fit.cut:
        return replace(fit, cut=fit.cut | laid.cut)
    if (better := fit_back(fit, laid.back)) != fit:
        return better
    if (better := fit_cover(fit, laid.cover)) != fit:
        return better
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
