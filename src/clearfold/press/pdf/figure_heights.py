"""Lower a picture a little where it then stands on the page that it would leave half empty.

A step of the paged writer, between one layout and the next. A picture keeps its shape, and most of its size.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from clearfold.model.units import PX
from clearfold.press.pdf.page_filling import HEADINGS, flow, page_height, room_left

EMPTY = 0.12  # of a page's height: less is no gap
LOWEST = 0.68  # of a picture's height
GAP = 8.0  # mm: the space before it, and for rounding
Heights = Mapping[int, float]
"""The height in mm of some of the pictures of a page of HTML, by their numbers in it."""
AS_STYLED: Heights = MappingProxyType({})


def lowered(document: Document, root: Element, heights: Heights, worded: frozenset[str]) -> Heights:
    """Return the heights of pictures with those of one more where that fills a page, the same where none does.

    Drawings with words, ``worded`` by their addresses, keep their size: their letters are as large as they may be.
    """
    numbers = {element: number for number, element in enumerate(root.iter("img"))}
    for page, following in zip(document.pages, document.pages[1:], strict=False):
        left = room_left(page)
        if left < EMPTY * page_height(page):
            continue
        found = _first_picture(flow(following))
        if found is None or (number := numbers.get(found[1].element, -1)) in heights or number < 0:
            continue
        block, picture = found
        if picture.element.get("src") in worded:
            continue
        top = following._page_box.content_box_y()
        wanted = block.border_box_y() + block.border_height() - top + GAP / PX
        height = picture.height - (wanted - left)
        if LOWEST * picture.height <= height < picture.height:
            return {**heights, number: round(height * PX, 1)}
    return heights


def set_heights(root: Element, heights: Heights) -> None:
    """Give the pictures of a page of HTML the heights that are known."""
    for number, element in enumerate(root.iter("img")):
        if number in heights:
            element.set("style", f"max-height: {heights[number]}mm")


def _first_picture(blocks: Iterator[boxes.Box]) -> tuple[boxes.Box, boxes.Box] | None:
    """Return the block and the picture with which a page begins, headings aside."""
    first = next((box for box in blocks if box.element_tag not in HEADINGS), None)
    if first is None or first.element_tag not in ("figure", "p"):
        return None
    picture = next((box for box in first.descendants() if isinstance(box, boxes.ReplacedBox)), None)
    return (first, picture) if picture is not None else None
