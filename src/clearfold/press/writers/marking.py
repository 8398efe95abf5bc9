"""Paint pages so that each piece of text or picture can be told apart, and collect those pieces.

First of the four steps from a laid-out page to a tagged one: marking, wording, structure, objects.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import Element

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from clearfold.press.writers.render_error import RenderError


class Box(Protocol):
    """What is used here of WeasyPrint's boxes; ``element_tag`` is ``li::marker`` in a pseudo-element."""

    element: Element | None
    element_tag: str | None
    children: Sequence["Box"]
    style: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Artifact:
    """A type of artifact (ISO 32000-1, 14.8.2.2.2): what is drawn but not read."""

    type: str
    subtype: str = ""
    attached: str = ""


LAYOUT = Artifact("Layout")
REPEATED = Artifact("Pagination")


@dataclass(slots=True, eq=False)
class Leaf:
    """A marked piece of one page: the text of a line in one element, or a picture.

    ``start`` and ``end`` are its place in the wording; ``space`` is the white space that follows it in the text
    but was not painted; ``number`` is its MCID, once the page's content has been numbered.
    """

    box: Box
    element: Element | None
    pseudo: str
    page: int
    text: str | None
    artifact: Artifact | None
    start: int = 0
    end: int = 0
    space: str = ""
    number: int = -1


class MarkedPage(Page):  # type: ignore[misc]  # WeasyPrint has no type hints
    """A page whose ``marks`` tell, once it is painted, which box got which marked-content number."""

    def __init__(self, page: Page) -> None:
        super().__init__(page._page_box)
        self.links = list(_outermost(self.links))
        self.marks: dict[Box, Mapping[str, object]] = {}

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Paint as ever, on a copy of the stream that marks content and notes the marks here."""
        marked = stream.clone(tags=self.marks)
        marked.transform(d=-1, f=self.height * scale)
        assert marked.stream == stream.stream, "WeasyPrint set the page up otherwise than 70.0 does"
        super().paint(marked, scale)
        stream.stream += marked.stream[1:]


@dataclass(slots=True)
class Marked:
    """All pieces of all pages in the order of the boxes, and the elements that have a box."""

    leaves: list[Leaf] = field(default_factory=list)
    first_box: dict[Element, Box] = field(default_factory=dict)


def collect(pages: Sequence[MarkedPage], hidden: Collection[Element]) -> Marked:
    """Return the pieces of painted pages; those of ``hidden`` elements, margin boxes and repeats are artifacts.

    Raises RenderError where something was painted that no box accounts for.
    """
    marked = Marked()
    first_page: dict[Element, int] = {}
    for number, page in enumerate(pages):
        known = len(marked.leaves)
        for box, artifact in _walk(page._page_box, None, number, first_page, hidden):
            if box.element is not None:
                marked.first_box.setdefault(box.element, box)
            if box in page.marks:
                marked.leaves.append(_leaf(box, number, artifact))
        if len(marked.leaves) - known != len(page.marks):
            lost = set(page.marks) - {leaf.box for leaf in marked.leaves[known:]}
            raise RenderError(tuple(sorted(f"page {number + 1}: painted and not in a box: {box}" for box in lost)))
    return marked


def _walk(
    box: Box, artifact: Artifact | None, page: int, first_page: dict[Element, int], hidden: Collection[Element]
) -> Iterator[tuple[Box, Artifact | None]]:
    """Yield a box and all boxes in it, each with the artifact that it is, if it is one."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    artifact = artifact or _artifact(box, page, first_page, hidden)
    yield box, artifact
    for child in box.children:
        yield from _walk(child, artifact, page, first_page, hidden)


def _artifact(box: Box, page: int, first_page: dict[Element, int], hidden: Collection[Element]) -> Artifact | None:
    if isinstance(box, boxes.MarginBox):
        edge = box.at_keyword.removeprefix("@").partition("-")[0].title()
        return Artifact("Pagination", {"Top": "Header", "Bottom": "Footer"}.get(edge, ""), edge)
    if box.element in hidden or getattr(box, "is_leader", False):
        return LAYOUT
    if isinstance(box, boxes.ReplacedBox) and _pseudo(box):
        return LAYOUT  # a bullet or an ornament that is drawn as a picture
    repeats = getattr(box, "is_header", False) or getattr(box, "is_footer", False) or box.style["position"] == "fixed"
    if repeats and box.element is not None and first_page.setdefault(box.element, page) != page:
        return REPEATED
    return None


def _leaf(box: Box, page: int, artifact: Artifact | None) -> Leaf:
    text = box.text if isinstance(box, boxes.TextBox) else None
    if text is not None and not text.strip():
        artifact = artifact or LAYOUT  # WeasyPrint 70 paints no glyph for white space alone: see wording.spaces
    return Leaf(box, box.element, _pseudo(box), page, text, artifact)


def _pseudo(box: Box) -> str:
    """Return "marker", "before", "after" and the like, or "" for an element's own box."""
    name = (box.element_tag or "").partition("::")[2]
    return "" if name in ("first-letter", "first-line") else name


def _outermost(links: Sequence[tuple[str, str, tuple[float, float, float, float], Box]]) -> Iterator[object]:
    """Yield one link for each line of each ``a``: WeasyPrint 70 adds one for every box inside it."""
    areas: list[tuple[Element, tuple[float, float, float, float]]] = []
    for link in links:
        x1, y1, x2, y2 = link[2]
        element = link[3].element
        if element is None or element.tag != "a" or _pseudo(link[3]) or x1 == x2 or y1 == y2:
            continue
        inside = any(a <= x1 and b <= y1 and c >= x2 and d >= y2 for other, (a, b, c, d) in areas if other is element)
        if not inside:
            areas.append((element, link[2]))
            yield link
