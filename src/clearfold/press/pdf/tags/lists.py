"""Lists in the structure tree: bulleted, numbered, of descriptions, and the list of contents."""

from collections.abc import Iterable
from itertools import groupby, pairwise
from xml.etree.ElementTree import Element

from clearfold.press.pdf.tags.marking import Leaf
from clearfold.press.pdf.tags.tree import Kid, Node, is_inline, leaves

# CSS names of list styles → ListNumbering (ISO 32000-1, table 347).
NUMBERING = {
    **{"disc": "Disc", "circle": "Circle", "square": "Square", "decimal": "Decimal"},
    **{"lower-roman": "LowerRoman", "upper-roman": "UpperRoman"},
    **dict.fromkeys(("lower-alpha", "lower-latin"), "LowerAlpha"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "UpperAlpha"),
}


def items(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make an L with the kind of its labels; a list right in a list stays one, anything else gets an LI."""
    inside: list[Kid] = [
        kid if isinstance(kid, Node) and kid.type in ("LI", "L") else Node("LI", kids=[Node("LBody", kids=[kid])])
        for kid in kids
    ]
    return [Node("L", element, inside, {"List": {"ListNumbering": _numbering(element, inside)}})]


def item(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make an LI of its marker, as Lbl, and all the rest, inner lists too, as LBody."""
    if "step" in (element.get("class") or "").split():
        kids = _number_first(kids)
    parts: list[Kid] = [Node("Lbl" if marker else "LBody", kids=list(run)) for marker, run in groupby(kids, _is_marker)]
    return [Node("LI", element, parts)]


def descriptions(element: Element, kids: list[Kid]) -> list[Kid]:
    """Make an L in which a term or more (Lbl) and what follows them (LBody) are an LI; a ``div`` between is opened."""
    flat: list[Node] = []
    for kid in kids:
        if isinstance(kid, Node):
            flat.extend(kid.children() if kid.type in ("Div", "P") else (kid,))
    entries: list[Kid] = []
    after_body = True
    for node in flat:
        if (after_body and node.type == "Lbl") or not entries:
            entries.append(Node("LI"))
        entry = entries[-1]
        assert isinstance(entry, Node)
        entry.kids.append(node)
        after_body = node.type == "LBody"
    return [Node("L", element, entries, {"List": {"ListNumbering": "Description"}})]


def turn_into_contents(nodes: Iterable[Kid]) -> None:
    """Turn the lists in a list of contents into TOC, their items into TOCI with a Reference and its page number."""
    for node in nodes:
        if not isinstance(node, Node):
            continue
        if node.type == "L":
            node.type, node.attributes = "TOC", {}
        elif node.type == "LI":
            node.type = "TOCI"
            node.kids = _entry(node)
            node.target = next((kid.target for kid in node.nodes() if kid.target), "")
        turn_into_contents(node.kids)


def _entry(node: Node) -> list[Kid]:
    """Return what is in an item of the contents: its text as a Reference, then lists of what is below it."""
    kids: list[Kid] = []
    for part in node.children():
        bare = [k for kid in part.kids for k in (kid.kids if isinstance(kid, Node) and kid.type == "P" else [kid])]
        for inline, run in groupby(bare, is_inline):
            together = list(run)
            if inline:
                _part_page_numbers(together)
            kids.extend([Node("Reference", kids=together)] if inline else together)
    return kids


def _part_page_numbers(run: Iterable[Kid]) -> None:
    """Put a space between a page number, which is generated text, and the word before it."""
    for before, after in pairwise(leaves(run)):
        if after.pseudo == "after" and not (before.text or "").endswith(" "):
            before.space = " "


def _number_first(kids: list[Kid]) -> list[Kid]:
    """Return the kids of a step with its number, which stands in the first line, before its first paragraph."""
    first = kids[0] if kids else None
    if isinstance(first, Node) and first.type == "P" and first.kids and _is_marker(first.kids[0]):
        return [first.kids.pop(0), *kids]
    return kids


def _is_marker(kid: Kid) -> bool:
    """Tell whether a kid is a list's own sign, or the number of a step (styles/base.css)."""
    return isinstance(kid, Leaf) and (kid.pseudo == "marker" or (kid.pseudo == "before" and _is_digit(kid)))


def _is_digit(leaf: Leaf) -> bool:
    return (leaf.text or "").isdecimal()


def _numbering(element: Element, entries: Iterable[Kid]) -> str:
    marker = next((leaf for leaf in leaves(entries) if _is_marker(leaf)), None)
    if marker is None:
        return "None"
    style = "decimal" if marker.pseudo == "before" else str(marker.box.style["list_style_type"])
    return NUMBERING.get(style, "Disc" if element.tag == "ul" else "Decimal")
