"""A tree of a web page made plain: what its roles, scripts and authors mean is said by elements."""

import re
from collections.abc import Callable, Sequence
from urllib.parse import urljoin

from clearfold.importers.html.tree import Node

_LISTS = frozenset(("ul", "ol", "menu", "template"))
_LEVELS = frozenset("123456")
_ROLES = {
    "list": "ul", "listitem": "li", "table": "table", "rowgroup": "tbody", "row": "tr", "cell": "td", "gridcell": "td",
    "columnheader": "th", "rowheader": "th",
}  # fmt: skip
_PLAIN = frozenset(("div", "span", "p", "section"))
_ADDRESSES = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-url")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_DOT = 200  # characters of an address that holds a picture of a dot, which stands there until another is fetched
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
CAPTIONED = frozenset(("wp-caption", "image-caption-container", "caption-img"))
_CAPTION = frozenset(("wp-caption-text", "caption-text", "image-caption"))


def mend(root: Node) -> None:
    """Change a page to the elements that are meant; no letter of it is changed."""
    base = _base(root)
    for node in list(root.all()):
        _role(node)
        if node.name == "img":
            _lazy(node)
        elif node.name == "a" and base and node.get("href").strip():
            _link(node, base)
        elif node.name == "picture":
            _sources(node)
        elif node.name in ("div", "span", "p") and node.marks & CAPTIONED:
            _captioned(node)
        if node.name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            _buttons(node, "span")
        if node.name not in _LISTS and node.name:
            _orphans(node)
    _buttons(root, "summary")


def _base(root: Node) -> str:
    """Return the address from which links are meant, where a page says it."""
    for name, key in (("base", "href"), ("link", "href")):
        for node in root.all():
            said = node.name == name and (name == "base" or "canonical" in node.get("rel").lower().split())
            if said and re.match(r"https?://", node.get(key), re.I):
                return node.get(key).strip()
    return ""


def _role(node: Node) -> None:
    role = node.get("role")
    if node.name == "template" and "shadowrootmode" in node.attributes:
        node.name = "div"  # it is shown
    if node.name not in _PLAIN:
        return
    if role == "heading":
        level = node.get("aria-level")
        node.name = f"h{level if level in _LEVELS else 2}"
    elif role in _ROLES:
        node.name = _ROLES[role]


def _lazy(node: Node) -> None:
    """Give a picture that a script would fetch later its own address."""
    address = node.get("src")
    if address and not (address.startswith("data:") and len(address) < _DOT):
        return
    waiting = next((node.get(key) for key in _ADDRESSES if node.get(key)), "")
    waiting = waiting or next((first for key in _SETS if (first := _first(node.get(key)))), "")
    if waiting:
        node.attributes["src"] = waiting


def _first(srcset: str) -> str:
    """Return the first address of a set; one that holds its picture has a comma in it."""
    words = srcset.split()
    return words[0].rstrip(",") if words else ""


def _sources(node: Node) -> None:
    """Give the picture of a set of sources the first of them, where it has no address of its own."""
    source = next((one.get("srcset") for one in node.elements() if one.name == "source"), "")
    for image in node.elements():
        if image.name == "img" and not image.get("src") and source:
            image.attributes["src"] = _first(source)


def _link(node: Node, base: str) -> None:
    address = node.get("href").strip()
    if not address.startswith("#") and not _SCHEME.match(address):
        node.attributes["href"] = urljoin(base, address)


def _captioned(node: Node) -> None:
    node.name = "figure"
    for one in node.elements():
        if one.marks & _CAPTION:
            one.name = "figcaption"


def _buttons(root: Node, name: str) -> None:
    """Take buttons that open a part of the page for what they say: its heading."""
    for node in root.all():
        if node.name == "button" and (name == "span" or opens(node)):
            node.name = name


def opens(node: Node) -> bool:
    """Tell whether a button opens a part of the page that stands there in any case."""
    return bool({"aria-expanded", "aria-controls"} & node.attributes.keys()) and bool(node.words)


def _orphans(node: Node) -> None:
    """Put items that stand in no list into one."""
    if any(child.name == "li" for child in node.elements()):
        node.children = _gathered(node.children, lambda one: one.name == "li")


def _gathered(children: Sequence[Node | str], belongs: Callable[[Node], bool]) -> list[Node | str]:
    told: list[Node | str] = []
    for child in children:
        last = told[-1] if told else None
        inside = isinstance(last, Node) and last.name == "ul" and "orphans" in last.attributes
        if isinstance(child, Node) and belongs(child):
            if not inside:
                last = Node("ul", {"orphans": ""})
                told.append(last)
            if isinstance(last, Node):
                last.children.append(child)
        elif inside and isinstance(last, Node) and isinstance(child, str) and not child.strip():
            last.children.append(child)
        else:
            told.append(child)
    return told
