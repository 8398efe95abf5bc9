"""Roles of tagged elements: which stand within a line, which are notes, what is a list of contents."""

import re
from collections.abc import Iterator, Sequence

from clearfold.importers.document import Place
from clearfold.importers.pdf.tags.letters import Row
from clearfold.importers.pdf.tags.tree import Element, Mark

INLINE = frozenset(
    "Span Link Reference Em Strong Quote Code Lbl BibEntry Annot Sub Ruby Warichu RB RT RP WT WP NonStruct".split()
)
HEADING = re.compile(r"H([1-6])?|Title")
NOTES = ("Note", "FENote")


def walked(element: Element) -> Iterator[Element]:
    """Yield an element and all below it."""
    yield element
    for kid in element.elements():
        yield from walked(kid)


def own_marks(element: Element) -> Iterator[Mark]:
    """Yield the marked content below an element; that of notes, which are read elsewhere, only where it is one."""
    for kid in element.children:
        if isinstance(kid, Mark):
            yield kid
        elif kid.role not in NOTES:
            yield from own_marks(kid)


def marks_of(kid: "Element | Mark") -> Iterator[Mark]:
    """Yield the marked content of a child and below it."""
    if isinstance(kid, Mark):
        yield kid
    else:
        yield from kid.marks()


def label_of(element: Element) -> Element | None:
    """Return the label of an item or a note."""
    return next((kid for kid in element.elements() if kid.role == "Lbl"), None)


def has_blocks(element: Element) -> bool:
    """Tell whether blocks stand within an element."""
    return any(kid.role not in INLINE and kid.role not in NOTES for kid in element.elements())


def as_group(element: Element) -> Element:
    """Return an element as a group of what stands in it."""
    return Element("Div", kids=element.kids)


def opened(body: Element) -> Element:
    """Return the body of an item with what stands in its LBody."""
    kids: list[Element | Mark] = []
    for kid in body.children:
        kids += kid.children if isinstance(kid, Element) and kid.role == "LBody" else [kid]
    return Element("LBody", kids=dict(enumerate(kids)))


def is_contents(element: Element) -> bool:
    """Tell whether a group is a list of contents with its heading."""
    roles = [kid.role for kid in element.elements()]
    return "TOC" in roles and all(role == "TOC" or HEADING.fullmatch(role) for role in roles)


def digits(label: str) -> str:
    """Return the letters and figures of the label of a note."""
    return re.sub(r"\W", "", label) or "n"


def place_of(rows: Sequence[Row]) -> Place:
    """Return where lines begin."""
    panel, box = rows[0].panel, rows[0].line.box
    return Place(page=panel.page, panel=panel.place, box=(box.left, box.top, box.right, box.bottom))
