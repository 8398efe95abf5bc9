"""What the elements of a web page are to its reader: which stand apart, how words in them look, their letters."""

from collections.abc import Callable
from dataclasses import replace

from clearfold.importers.html.tree import Node
from clearfold.importers.pieces import Look

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure".split()
    + "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section".split()
    + "summary table tbody td tfoot th thead tr ul".split()
)
LOOKS: dict[str, Callable[[Look], Look]] = {
    **dict.fromkeys(("strong", "b"), lambda look: replace(look, bold=True)),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), lambda look: replace(look, italic=True)),
    "sup": lambda look: replace(look, raised=True),
    "sub": lambda look: replace(look, lowered=True),
}
BOXES = frozenset("admonition callout alert notice infobox info-box highlight-box".split())
PARTS = frozenset("phone amount question person calendar".split())  # types of boxes that have a title always
KINDS = {
    **dict.fromkeys("warning danger caution alert-warning alert-danger is-warning".split(), "warning"),
    "tip": "tip",
    "important": "important",
}

_TOLD_BY = {
    "img": ("alt",),
    "area": ("alt",),
    "track": ("label",),
    "option": ("label",),
    "button": ("aria-label",),
    "optgroup": ("label",),
    "iframe": ("title", "aria-label"),
    "object": ("title", "aria-label"),
    "svg": ("aria-label",),
}


def in_line(node: Node) -> Node:
    """Return an element in which nothing stands apart."""
    children: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and child.name in BLOCKS:
            children += [" ", Node("span", child.attributes, in_line(child).children), " "]
        else:
            children.append(in_line(child) if isinstance(child, Node) else child)
    return Node(node.name, node.attributes, children)


def letters_of(node: Node) -> str:
    """Return the letters of an element and of its fields, blocks apart."""
    if node.name in ("script", "style"):
        return ""
    words = " ".join(f" {node.get(key)} " for key in _TOLD_BY.get(node.name, ()) if node.get(key).strip())
    if node.name == "input" and node.get("type") not in ("hidden", "checkbox", "radio"):
        words = f" {node.get('value') or node.get('placeholder')} "
    if node.name == "datalist":
        words += "".join(f" {one.get('value')} " for one in node.elements() if one.get("value") != one.words)
    for child in node.children:
        words += child if isinstance(child, str) else letters_of(child)
    return f" {words} " if node.name in (*BLOCKS, "option", "br", "button", "label", "title", "text") else words
