"""Fit the back cover to its page: how tall its parts are is measured, and it is set wider or tighter until they fit.

A step of the paged writer, between one layout of the back cover and the next. What fits in no way is told, with what
takes most of the room.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from clearfold.press.edition import Fit

STYLED = 1.0  # the space between the parts
STEPS = (2.2, 1.7, 1.3, 0.99, 0.7, 0.4, 0.1, 0.02, 0.01)  # of it: from wide, where much would stay empty, to tight
ANOTHER = 0.98  # of a step: a nearer one is the same
EMPTY = 4.0  # lines that are left over on a cover that is set wider
LEADING = 1.3  # of the back cover: styles/back.css
LAST = 3  # pages on which it may stand, before it fits
# Parts of the back cover that a writer may shorten, by their classes, and what the copy calls them.
PARTS = {"said": "contact.text", "hours": "contact.hours", "address": "contact.address", "formats": "formats"}
PARTS |= {"email": "contact.email", "website": "contact.website", "online": "online", "sponsors": "sponsors"}
NAMED = 3  # parts that are named to be shortened


@dataclass(frozen=True, slots=True)
class Back:
    """What was measured of a back cover: by how many lines it is too tall, or how many are left over.

    ``parts`` are the lines that its parts take.
    """

    over: float = 0.0
    left: float = 0.0
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def longest(self) -> str:
        """Return which parts take most of the room: “formats” (7 lines), “contact.text” (5 lines)."""
        several = sorted(self.parts, key=lambda part: -part[1])[:NAMED]
        return ", ".join(f"“{name}” ({lines} lines)" for name, lines in several if lines > 1)


def measure_back(document: Document) -> Back:
    """Measure the back cover, which stands behind everything else; nothing of pages that have none."""
    found = [box for page in document.pages[-LAST:] for box in page._page_box.descendants(placeholders=True)]
    back = next((box for box in found if _is(box, "section", "back")), None)
    if back is None:
        return Back()
    line = float(back.style["font_size"]) * LEADING
    parts = [box for box in found if any(_is(box, "div", name) for name in ("call", "reach", "signature"))]
    page = document.pages[-1]
    # At the print shop the signature goes on beyond the foot of the page, where it is cut.
    over = sum(box.margin_height() for box in parts) - page.height - page.bleed["bottom"]
    return Back(max(0.0, over / line), max(0.0, -over / line), tuple(_parts(found, line)))


def fit_back(fit: Fit, back: Back) -> Fit:
    """Return what fits better than what was laid out, or the same where nothing does."""
    if fit.back == STYLED and back.left > EMPTY:
        return replace(fit, back=STEPS[0])
    if back.over <= 0 or fit.back <= STEPS[-1]:
        return fit
    return replace(fit, back=next(step for step in STEPS if step < ANOTHER * fit.back))


def _parts(found: list[boxes.Box], line: float) -> Iterator[tuple[str, int]]:
    """Yield what the copy calls each part, with the lines that it takes."""
    for name, called in PARTS.items():
        # The tallest: what stands in it without a block of its own has one with the same name.
        height = max((box.height for box in found if _is(box, "div", name) or _is(box, "p", name)), default=0.0)
        if height:
            yield called, round(height / line)


def _is(box: boxes.Box, tag: str, name: str) -> bool:
    classes = (box.element.get("class") or "").split() if box.element is not None else ()
    return box.element_tag == tag and name in classes and isinstance(box, boxes.BlockLevelBox)
