"""What stands beside the text of a web page, and why: navigation, cookie bars, forms, hidden text."""

import re

from clearfold.importers.html.tree import Node

SILENT = frozenset("script style template link meta base head title source track wbr param col colgroup rp".split())
_OTHERS = frozenset("iframe video audio object embed canvas applet svg noscript map".split())
_FORMS = frozenset("form button select textarea input datalist output progress meter fieldset dialog".split())
_PAGE = frozenset("nav footer".split())
_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog doc-toc".split())
_COOKIE = re.compile(r"cookie|consent|gdpr", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def reason(node: Node, *, inside: bool) -> tuple[str, str]:
    """Return the code under which an element is left out, and its name; "" where it is taken.

    ``inside`` says that it stands within the text of the page, where an aside is a box and a header a heading.
    """
    name = node.name
    if "hidden" in node.attributes or node.get("aria-hidden") == "true" or _HIDDEN.search(node.get("style")):
        return "IMP-072", f" ({name})"
    if _COOKIE.search(f"{node.get('id')} {node.get('class')}") and name not in ("body", "html", "main", "a", "p"):
        return "IMP-078", "a bar about cookies"
    if name in _FORMS:
        return "IMP-080", name
    if name in _OTHERS:
        return "IMP-076", name
    if (
        name in _PAGE
        or (node.get("role") in _ROLES and not any(n.name == "h1" for n in node.all()))
        or "toc" in node.get("epub:type").split()
    ):
        return "IMP-078", name
    if not inside and (name == "aside" or (name == "header" and not any(n.name == "h1" for n in node.all()))):
        return "IMP-078", name
    if name in ("del", "s", "strike"):
        return "IMP-084", ""
    if name == "rt":
        return "IMP-083", "the small letters above others"
    if "doc-pagebreak" in node.marks or "pagebreak" in node.marks:
        return "IMP-075", ""
    return "", ""


def main_of(body: Node) -> Node:
    """Return the element that holds the text: main, the only article, else the whole body."""
    for names in (("main",), ("article",)):
        found = [node for node in body.all() if node.name in names or (node.get("role") in names)]
        if len(found) == 1 and found[0].words:
            return found[0]
    return body
