"""What of a book is the copy's own HTML: its trees, with the elements that docs/writing.md says become others."""

from functools import lru_cache
from xml.etree.ElementTree import Element, fromstring

from clearfold.proof.html.elements import name_of

MEANT = {"u": "strong", "mark": "strong", "kbd": "strong", "small": "span", "ins": "span"}
"""Looks that no edition has: what is said by them is said in bold, or plainly."""
BOX = "admonition"
OURS = "data-"  # begins what the proof's own parser notes on elements


@lru_cache(maxsize=4)
def copy_trees(markup: tuple[str, ...]) -> tuple[Element, ...]:
    """Return the trees of a copy as a book has them; not to be changed."""
    trees = tuple(map(fromstring, markup))
    for tree in trees:
        for element in tree.iter():
            name = name_of(element)
            box = BOX in (element.get("class") or "").split()
            element.tag = "aside" if box else MEANT.get(name, name)
            for key in [key for key in element.attrib if key.startswith(OURS)]:
                del element.attrib[key]
    return trees
