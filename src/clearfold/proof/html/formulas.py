"""Write out what the places of signs say in a formula (MathML Core): a power, an index, a fraction, a root."""

from xml.etree.ElementTree import Element

from clearfold.proof.html.elements import name_of

XHTML = "{http://www.w3.org/1999/xhtml}"
RAISED = {"msup": "sup", "msub": "sub", "mover": "sup", "munder": "sub"}


def write_out(root: Element) -> None:
    """Mark what is raised or lowered as in a text, and part what stands over and under a line by a stroke."""
    for element in list(root.iter()):
        name, kids = name_of(element), list(element)
        if name == "mphantom":
            element.set("aria-hidden", "true")
        elif name == "mfenced":
            _fence(element)
        elif name == "menclose" and "strike" in (element.get("notation") or ""):
            _mark(element, "del")
        elif name in RAISED and len(kids) == 2:
            _mark(kids[1], RAISED[name])
        elif name in ("msubsup", "munderover") and len(kids) == 3:
            _mark(kids[1], "sub")
            _mark(kids[2], "sup")
        elif name == "mfrac" and len(kids) == 2:
            kids[0].tail = "/"
        elif name in ("msqrt", "mroot"):
            element.text = "\u221a" + (element.text or "")


def _fence(element: Element) -> None:
    """Write out the brackets of a group, and the signs between its members (MathML 3, 3.3.8)."""
    begin, end = element.get("open", "("), element.get("close", ")")
    signs = "".join(element.get("separators", ",").split())
    kids = list(element)
    for at, kid in enumerate(kids[:-1]):
        kid.tail = signs[min(at, len(signs) - 1)] if signs else ""
    element.text = begin
    if kids:
        kids[-1].tail = end
    else:
        element.text += end


def _mark(element: Element, name: str) -> None:
    inner = Element(element.tag)
    inner.text = element.text
    inner.extend(list(element))
    for child in list(element):
        element.remove(child)
    element.tag, element.text = f"{XHTML}{name}", None
    element.append(inner)
