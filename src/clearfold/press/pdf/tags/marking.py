"""Paint pages so that each piece of text or picture can be told apart, and collect those pieces.

First of the four steps from a laid-out page to a tagged one: marking, wording, structure, objects.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from clearfold.press.edition import INVISIBLE
from clearfold.press.pdf.render_error import RenderError
from clearfold.press.pdf.tags.list_markers import paint_in_order

# Layout may want hyphens and spaces at which no line breaks; who reads or searches wants the ones that people type.
TYPED = {"\u2010": "-", "\u2011": "-", "\u00a0": " "}
AS_READ = str.maketrans(TYPED | dict.fromkeys(INVISIBLE, ""))


class Box(Protocol):
    """What is used of WeasyPrint's boxes: ``element_tag`` is ``li::marker`` in a pseudo-element; lengths in CSS px."""

    element: Element | None
    element_tag: str | None
    children: Sequence["Box"]
    style: Mapping[str, object]
    link_annotation: pydyf.Dictionary | None
    width: float
    height: float

    def content_box_x(self) -> float:
        """Return where its content begins, from the left of the page."""

    def content_box_y(self) -> float:
        """Return where its content begins, from the top of the page."""


Link: TypeAlias = tuple[str, str, tuple[float, float, float, float], Box]


@dataclass(frozen=True, slots=True)
class Artifact:
    """A type of artifact (ISO 32000-1, 14.8.2.2.2): what is drawn but not read; a folio is a page number alone."""

    type: str
    subtype: str = ""
    attached: str = ""
    folio: bool = False


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

    links: list[Link]

    def __init__(self, page: Page) -> None:
        super().__init__(page._page_box)
        self.links = list(_outermost(self.links))
        self.marks: dict[Box, Mapping[str, object]] = {}

    def annotations(self) -> Iterator[tuple[Element, pydyf.Dictionary | None]]:
        """Yield the annotation of each line of each link, with its ``a``; None where it leads nowhere."""
        for *_, box in self.links:
            assert box.element is not None, "only an a has a link"
            yield box.element, box.link_annotation

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Paint as ever, on a copy of the stream that marks content and notes them here; markers in their order."""
        paint_in_order(self._page_box)
        marked = stream.clone(tags=self.marks)
        marked.transform(d=-1, f=self.height * scale)
        assert marked.stream == stream.stream, "WeasyPrint set the page up otherwise than 70.0 does"
        super().paint(marked, scale)
        stream.stream += marked.stream[1:]


def collect(pages: Sequence[MarkedPage], hidden: Collection[Element]) -> list[Leaf]:
    """Return the pieces of painted pages, in the order of the boxes.

    Those of ``hidden`` elements, of margin boxes and of table heads that are repeated are artifacts.

    Raises RenderError where something was painted that no box accounts for.
    """
    leaves: list[Leaf] = []
    first_page: dict[Element, int] = {}
    for number, page in enumerate(pages):
        known = len(leaves)
        for box, artifact in _walk(page._page_box, None, number, first_page, hidden):
            if box in page.marks:
                leaves.append(_leaf(box, number, artifact))
        lost = page.marks.keys() - {leaf.box for leaf in leaves[known:]}
        if lost:
            raise RenderError(tuple(sorted(f"page {number + 1}: painted and not in the page: {box}" for box in lost)))
    return leaves


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
        return _in_margin(box)
    if box.element in hidden or getattr(box, "is_leader", False):
        return LAYOUT
    if isinstance(box, boxes.ReplacedBox) and _pseudo(box):
        return LAYOUT  # a bullet or an ornament that is drawn as a picture
    repeats = getattr(box, "is_header", False) or getattr(box, "is_footer", False) or box.style["position"] == "fixed"
    if repeats and box.element is not None and first_page.setdefault(box.element, page) != page:
        return REPEATED
    return None


def _in_margin(box: boxes.MarginBox) -> Artifact:
    """Return what a margin box holds: a header or footer, by its place, and whether it is the page number alone."""
    edge = box.at_keyword.removeprefix("@").partition("-")[0].title()
    folio = all(part[:1] == ("counter()",) and part[1][0] == "page" for part in box.style["content"])
    return Artifact("Pagination", {"Top": "Header", "Bottom": "Footer"}.get(edge, ""), edge, folio)


def _leaf(box: Box, page: int, artifact: Artifact | None) -> Leaf:
    # A box's own text has lost a space at the end of a line that its layout may still paint.
    text = box.pango_layout.text if isinstance(box, boxes.TextBox) else None
    blank = text is not None and not text.translate(AS_READ).strip()  # the wording says where spaces are
    if blank or box.style["visibility"] != "visible":
        artifact = artifact or LAYOUT
    return Leaf(box, box.element, _pseudo(box), page, text, artifact)


def _pseudo(box: Box) -> str:
    """Return "marker", "before", "after" and the like, or "" for an element's own box."""
    name = (box.element_tag or "").partition("::")[2]
    return "" if name in ("first-letter", "first-line") else name


def _outermost(links: Sequence[Link]) -> Iterator[Link]:
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
