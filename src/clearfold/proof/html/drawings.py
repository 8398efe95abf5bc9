"""Draw where it is used what a drawing keeps to be used (SVG 2, 5.6): the words in it are seen there."""

from copy import deepcopy
from xml.etree.ElementTree import Element

from clearfold.proof.html.elements import name_of

XLINK = "{http://www.w3.org/1999/xlink}href"
MOST = 20_000  # elements that are drawn so; a book has some hundreds


def draw_used(root: Element) -> None:
    """Put what each <use> names into it; one that names what is around it draws nothing."""
    known = {name: element for element in root.iter() if (name := element.get("id"))}
    left = MOST
    waiting = [(root, frozenset[str]())]
    while waiting and left > 0:
        element, around = waiting.pop()
        name = (element.get("href") or element.get(XLINK) or "") if name_of(element) == "use" else ""
        target = known.get(name[1:]) if name.startswith("#") and name not in around else None
        if target is not None and not len(element):
            drawn = deepcopy(target)
            left -= sum(1 for _ in drawn.iter())
            if name_of(drawn) == "symbol":
                drawn.tag = drawn.tag[: -len("symbol")] + "g"
            drawn.tail = None
            element.append(drawn)
            around = around | {name}
        waiting += [(child, around) for child in element]
