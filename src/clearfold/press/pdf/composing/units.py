"""What a laid-out part is made of: its blocks in their order, how tall each is, and where a page may end in them.

A step of the paged writer, between one layout and the next: what was laid out is measured, to find better pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from clearfold.press.pdf.composing.page_filling import Placed, bottom, placed_on, weight_of

AVOID, PAGE = "avoid", "page"
LINES = 3  # of a paragraph that is parted, on either side: styles/base.css


@dataclass(frozen=True, slots=True)
class Unit:
    """A block that is moved as one, over all of its pages; lengths in CSS px.

    ``around`` are the elements that begin with it, whose padding counts as its height. ``before`` is the space before
    it where it begins no page, ``cuts`` are the heights at which a page may end within it, ``again`` is that of a head
    that stands above what goes on, too; ``weight`` is its share of the room left over. A page may end before it where
    it is ``free``, and does where it is ``first``. ``picture`` is a picture that it shows by itself, of such a
    ``pictured`` height.
    """

    element: Element
    around: tuple[Element, ...]
    height: float
    before: float
    cuts: tuple[float, ...]
    weight: float
    free: bool
    first: bool
    picture: Element | None
    pictured: float
    again: float = 0.0


def units_of(document: Document) -> tuple[Unit, ...]:
    """Return the blocks of laid-out pages in reading order."""
    parts: list[list[Placed]] = []  # of each block, what stands on its pages
    spaces: list[float] = []
    tails: list[float] = []  # below each block, what is no space of the next: the padding around it
    opened: set[Element] = set()
    for page in document.pages:
        for above, placed in pairwise([None, *placed_on(page)]):
            assert placed is not None
            if parts and above is None and placed.box.element is parts[-1][-1].box.element:
                parts[-1].append(placed)
                continue
            new = Placed(placed.box, tuple(box for box in placed.around if box.element not in opened))
            opened.update(box.element for box in new.around)
            margin = _margin(new)
            space = margin if above is None else placed.box.border_box_y() - bottom(above.box) - _lead(new)
            spaces.append(max(0.0, min(margin, space)))
            tails.append(max(0.0, space - margin))
            parts.append([new])
    befores: list[Placed | None] = [None, *(block[-1] for block in parts)]
    known = zip(parts, spaces, [*tails[1:], 0.0], befores, strict=False)  # of the last block, nothing follows
    return tuple(_unit(*block) for block in known)


def _unit(block: Sequence[Placed], space: float, tail: float, before: Placed | None) -> Unit:
    first, parts = block[0], [placed.box for placed in block]
    lead = _lead(first)
    breaks = [*_breaks(first), *(_last_breaks(before.box) if before else ())]
    picture = next(_pictures(first.box), None) if first.box.element_tag in ("figure", "p") else None
    return Unit(
        element=first.box.element,
        around=tuple(box.element for box in first.around),
        height=lead + _height(parts) + tail,
        before=space,
        cuts=tuple(lead + cut for cut in _cuts(parts)),
        weight=weight_of(before.box if before else None, first.box),
        free=AVOID not in breaks,
        first=begins_page(first),
        picture=picture.element if picture else None,
        pictured=float(picture.height) if picture else 0.0,
        again=_head(first.box),
    )


def begins_page(placed: Placed) -> bool:
    """Say whether a block begins a page wherever the one before it ends."""
    return PAGE in _breaks(placed)


def _lead(placed: Placed) -> float:
    """Return the padding and borders above a block, of the boxes that begin with it."""
    return sum(float(box.padding_top + box.border_top_width) for box in placed.around)


def _margin(placed: Placed) -> float:
    """Return the space before a block that begins a page, had it begun none."""
    margins = (box.style["margin_top"] for box in (*placed.around, placed.box))
    return max(float(margin.value) for margin in margins)


def _height(parts: Sequence[boxes.Box]) -> float:
    """Return the height of a block, given what of it stands on each page."""
    *others, last = parts
    told = sum(bottom(part, goes_on=True) - float(part.border_box_y()) for part in others)
    return told + float(last.border_height()) - sum(map(_head, parts[1:]))


def _head(part: boxes.Box) -> float:
    """Return how tall the head of a table is, which each page repeats that has some of it."""
    rows = part.children if isinstance(part, boxes.ParentBox) else ()
    inner = [row for row in rows if isinstance(row, boxes.TableBox | boxes.TableRowGroupBox)]
    return sum(float(row.height) if getattr(row, "is_header", False) else _head(row) for row in inner)


def _breaks(placed: Placed) -> Iterator[str]:
    """Yield what the styles say of a page that would end before a block."""
    yield from (box.style["break_before"] for box in (*placed.around, placed.box))
    inner = _children(placed.box)
    while inner:
        yield inner[0].style["break_before"]
        inner = _children(inner[0])


def _last_breaks(box: boxes.Box) -> Iterator[str]:
    """Yield what the styles say of a page that would end after a block."""
    yield box.style["break_after"]
    if inner := _children(box):
        yield from _last_breaks(inner[-1])


def _cuts(parts: Sequence[boxes.Box]) -> Iterator[float]:
    """Yield the heights at which a page may end within a block, given what of it stands on each page."""
    if parts[0].style["break_inside"] == AVOID:
        return
    lines = [line for part in parts for line in part.children if isinstance(line, boxes.LineBox)]
    if lines:
        above = float(lines[0].position_y - parts[0].border_box_y())
        for number, line in enumerate(lines, start=1):
            above += float(line.height)
            if LINES <= number <= len(lines) - LINES:
                yield above
        return
    above = 0.0
    for number, part in enumerate(parts):
        if number:
            yield above
            above -= _head(part)
        yield from (above + cut for cut in _within(part))
        above += bottom(part, goes_on=part is not parts[-1]) - float(part.border_box_y())


def _within(part: boxes.Box) -> Iterator[float]:
    """Yield where a page may end among the blocks that a block holds on one page, and within each of them."""
    top = float(part.border_box_y())
    inner = _children(part)
    for one, following in zip(inner, [*inner[1:], None], strict=False):  # of nothing, nothing follows
        yield from (float(one.border_box_y()) - top + cut for cut in _cuts([one]))
        if following is None or getattr(one, "is_header", False) or isinstance(one, boxes.TableCellBox):
            continue
        if AVOID not in (*_last_breaks(one), following.style["break_before"]):
            yield float(one.border_box_y() + one.border_height()) - top


def _children(box: boxes.Box) -> list[boxes.Box]:
    inner = getattr(box, "children", ())
    return [child for child in inner if isinstance(child, _PARTED) and child.is_in_normal_flow()]


_PARTED = (boxes.BlockLevelBox, boxes.TableRowGroupBox, boxes.TableRowBox)


def _pictures(box: boxes.Box) -> Iterator[boxes.Box]:
    return (inner for inner in box.descendants() if isinstance(inner, boxes.ReplacedBox))
