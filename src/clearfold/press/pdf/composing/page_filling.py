"""Fill pages to their foot, as a compositor does: what is left over on a page is shared among the spaces on it.

A step of the paged writer, once a part is laid out for good. Blocks are moved down on their own page, and none to
another one: what stands on which page was the layout's to say. A heading takes more of the room before it than a
paragraph does, an item of a list less; a page of which much is left keeps it at its foot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds

from clearfold.model.units import PX

OPENED = frozenset({"ul", "ol", "dl", "table", "tbody"})  # a table whose rows are cards is made of blocks
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
WEIGHTS = {"h2": 2.2, **dict.fromkeys(sorted(HEADINGS - {"h2"}), 1.6), "li": 0.5, "tr": 0.5, "dt": 0.5, "dd": 0.0}
STEP = 1.0  # of a step, which is done before the next is read
FRAMED = frozenset({"aside", "figure", "table", "blockquote"})
FRAME = 1.5  # before and behind what stands apart: it may stand farther
AROUND = frozenset({"html", "body", "section"})
MOST = 0.77  # of the size of letters, for each space of a paragraph: 0.42 of a row; more is seen as a gap
SHARE = 0.92  # of what is left over, so that rounding never reaches beyond the foot
LEAST = 0.25  # of a line; less is left as it is
AIR = 2.0  # of the size of letters, that a key message may grow which shares its page with the body
SUMMARY = "panel summary"
LINE = 14.0  # mm between lines to write on: styles/paged.css
WRITTEN = 9.0 - LINE  # mm above the first of them, and below the last
HEADED = 4.6  # of the size of letters: their heading, with the space before it
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on its page, and those around it that begin with it, from the outermost."""

    box: boxes.Box
    around: tuple[boxes.Box, ...] = ()


def fill(document: Document) -> None:
    """Share out what is left over on each page, but on the last one: nothing need follow it."""
    for page, following in pairwise(document.pages):
        _fill_page(page, following)


def room_left(page: Page, following: Page | None) -> float:
    """Return how much of a page's height, in CSS px, stands empty below its last block, and below what floats on it."""
    if not (placed := list(flow(page))):
        return page_height(page)
    floating = [bottom(box) for block in placed for box in _inner(block) if box.is_floated()]
    low = max([bottom(placed[-1], goes_on=_goes_on(placed[-1], following)), *floating])
    return max(0.0, _foot(page) - low)  # what floats may reach below it by its own margin


def lines_below(document: Document) -> int:
    """Return how many lines to write on have room on the last page, below a heading of their own; 0 where too few."""
    page = document.pages[-1]
    if not (placed := list(flow(page))):
        return 0
    left = (room_left(page, None) - HEADED * float(placed[-1].style["font_size"])) * PX
    lines = int((left - WRITTEN) / LINE)
    return lines if lines >= FEWEST else 0


def bottom(box: boxes.Box, *, goes_on: bool = False) -> float:
    """Return where the border of a box ends, in CSS px from the top of the page.

    One that ``goes_on`` on the next page ends below the last line or row that it has on this one: WeasyPrint 70 gives
    it the height of the page.
    """
    inner = [child for child in box.children if child.is_in_normal_flow()] if isinstance(box, boxes.ParentBox) else []
    if goes_on and inner and not isinstance(box, boxes.LineBox | boxes.TableRowBox):
        return bottom(inner[-1], goes_on=True)
    if isinstance(box, boxes.LineBox):
        return float(box.position_y + box.height)
    return float(box.border_box_y() + box.border_height())


def page_height(page: Page) -> float:
    """Return the height of the room for text, in CSS px."""
    return float(page._page_box.height)


def flow(page: Page) -> Iterator[boxes.Box]:
    """Yield the blocks of a page that can be moved by themselves, in reading order."""
    return (placed.box for placed in placed_on(page))


def placed_on(page: Page) -> Iterator[Placed]:
    """Yield the blocks of a page that can be moved by themselves, in reading order, and what begins with each."""
    return _blocks(page._page_box.children)


def weights_on(page: Page) -> list[float]:
    """Return the weight of the space before each block of a page."""
    return [weight_of(before, box) for before, box in pairwise([None, *flow(page)])]


def grows(page: Page) -> float:
    """Return by how much the space of a paragraph may grow, in CSS px."""
    return MOST * float(page._page_box.children[0].style["font_size"])


def weight_of(before: boxes.Box | None, box: boxes.Box) -> float:
    """Return how much of the room left over the space before a block takes: none of the first, nor below a heading."""
    if before is None or before.element_tag in HEADINGS:
        return 0.0
    if _class(box) == "step":
        return STEP
    usual = WEIGHTS.get(box.element_tag, 1.0)
    return max(usual, FRAME) if {before.element_tag, box.element_tag} & FRAMED else usual


def _fill_page(page: Page, following: Page) -> None:
    sections, grounds = list(_sections(page)), _Grounds(page)
    panel = next((section for section in sections if _class(section) == SUMMARY), None)
    if panel and len(sections) == 1:
        _spread(panel, _foot(page) - bottom(panel), grounds)
        return
    held = set(panel.descendants() if panel else ())
    blocks = zip(placed_on(page), weights_on(page), strict=True)
    shares = [(block, weight) for block, weight in blocks if block.box not in held]
    total = sum(weight for _, weight in shares)
    if not total:
        return
    last = shares[-1][0].box
    line, left = float(last.style["font_size"]), room_left(page, following)
    if left < LEAST * line:
        return
    unit, by = min(grows(page), SHARE * left / total), 0.0
    if panel:
        by = min(left - unit * total, AIR * line * len(list(_items(panel))))
        _spread(panel, by, grounds)
    for block, weight in shares:
        by += unit * weight
        block.box.translate(0, by)
        for around in block.around:
            around.position_y += by  # links lead to where it begins
        if block.box is last and _goes_on(block.box, following):
            _shorten(block.box, by)
        grounds.follow(block.box)


def _spread(panel: boxes.Box, by: float, grounds: "_Grounds") -> None:
    """Make the panel of key messages taller, and share this among them, each in the middle of its part."""
    items = list(_items(panel))
    if by <= 0 or not items:
        return
    more = by / len(items)
    panel.height += by
    for index, item in enumerate(items):
        item.translate(0, more * index)
        item.height += more
        for inner in item.children:
            inner.translate(0, more / 2)
    grounds.follow(panel)


def _items(box: boxes.Box) -> Iterator[boxes.Box]:
    """Yield the items of the lists in a box, and none that are in others."""
    for child in getattr(box, "children", ()):
        if child.element_tag == "li" and isinstance(child, boxes.BlockBox):
            yield child
        else:
            yield from _items(child)


class _Grounds:
    """The backgrounds of a page, which WeasyPrint 70 has placed on it before the boxes move."""

    def __init__(self, page: Page) -> None:
        self._page = page._page_box
        self._images: dict[str, object] = {}
        for box in self._page.descendants(placeholders=True):
            if getattr(box, "background", None):
                named = zip(box.style["background_image"], box.background.layers, strict=True)
                self._images |= {value: layer.image for (kind, value), layer in named if kind == "url"}

    def follow(self, box: boxes.Box) -> None:
        """Place the backgrounds of a box, and of all in it, where it stands now."""
        layout_box_backgrounds(self._page, box, self._image)

    def _image(self, url: str, orientation: object = None) -> object:
        return self._images.get(url)


def _blocks(children: Sequence[boxes.Box], around: tuple[boxes.Box, ...] = ()) -> Iterator[Placed]:
    for box in children:
        if isinstance(box, boxes.MarginBox) or not box.is_in_normal_flow():
            continue
        if box.element_tag in AROUND or (box.element_tag in OPENED and _is_plain(box)):
            yield from _blocks(box.children, (*around, box))
        elif isinstance(box, boxes.BlockLevelBox) and _class(box) != "skipped":
            yield Placed(box, around)
        else:
            continue
        around = ()


def _inner(box: boxes.Box) -> Iterator[boxes.Box]:
    return box.descendants() if isinstance(box, boxes.ParentBox) else iter(())


def _is_plain(box: boxes.Box) -> bool:
    return isinstance(box, boxes.BlockBox) and all(isinstance(child, boxes.BlockBox) for child in box.children)


def _sections(page: Page) -> Iterator[boxes.Box]:
    return (box for box in page._page_box.descendants() if box.element_tag == "section")


def _class(box: boxes.Box) -> str:
    return (box.element.get("class") or "") if box.element is not None else ""


def _shorten(box: boxes.Box, by: float) -> None:
    """Let what goes on on the next page end at the foot of this one, though it was moved down."""
    box.height -= by
    inner = [child for child in box.children if child.is_in_normal_flow()] if isinstance(box, boxes.BlockBox) else []
    if inner and isinstance(inner[-1], boxes.BlockBox):
        _shorten(inner[-1], by)


def _goes_on(box: boxes.Box, following: Page | None) -> bool:
    first = next(flow(following), None) if following else None
    return first is not None and first.element is box.element


def _foot(page: Page) -> float:
    """Return where the room for text ends."""
    box = page._page_box
    return float(box.content_box_y() + box.height)
