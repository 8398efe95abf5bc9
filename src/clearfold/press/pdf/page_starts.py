"""Find where each printed page begins in the text, so that a book without pages can tell the same page numbers.

A step beside those from a laid-out page to a tagged one: it reads the painted pieces once they have their places.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from clearfold.press.edition import PageStart, drawn
from clearfold.press.pdf.tags.marking import Leaf
from clearfold.press.pdf.tags.text_positions import Wording


def page_starts(root: Element, leaves: Iterable[Leaf], wording: Wording) -> Iterator[PageStart]:
    """Yield the place of the first text or picture of each page in reading order; none for a page without one.

    ``leaves`` have been given their places in a wording of the same page of HTML.
    """
    first: dict[int, Leaf] = {}
    for leaf in leaves:
        if not leaf.artifact and (leaf.page not in first or leaf.start < first[leaf.page].start):
            first[leaf.page] = leaf
    parents = {child: parent for parent in root.iter() for child in parent}
    body = root.find("body")
    assert body is not None, "WeasyPrint's parser makes one"
    for number, leaf in sorted(first.items()):
        around = leaf.element
        while around is not None and around is not body and not around.get("id"):
            around = parents.get(around)
        around = body if around is None else around
        yield PageStart(number + 1, around.get("id", ""), drawn(wording.text[wording.start[around] : leaf.start]))
