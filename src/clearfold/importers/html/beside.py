"""What stands beside the text of a web page, and why: navigation, cookie bars, forms, hidden text."""

import re

from clearfold.importers.html.tree import Node
from clearfold.model.messages import message

SILENT = frozenset("script style link meta base head title source track wbr param col colgroup rp".split())
_OTHERS = frozenset("iframe video audio object embed canvas applet svg noscript noframes noembed map".split())
_FORMS = frozenset("form button select textarea input datalist output progress meter fieldset dialog".split())
_PAGE = frozenset("nav footer".split())
_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog doc-toc".split())
_COOKIE = re.compile(r"cookie|consent|gdpr", re.I)
_WAY = ("IMP-078", message("the way to the page"))
_CONTENTS = ("IMP-074", "")
_SHARED = ("IMP-078", message("links by which it is passed on"))
_PAGES = ("IMP-078", message("links to other pages"))
_READERS = ("IMP-078", message("what readers have written"))
_KEYS = ("IMP-078", message("a link for keyboards"))
_MARKED = {
    **dict.fromkeys("breadcrumb breadcrumbs yoast-breadcrumbs".split(), _WAY),
    **dict.fromkeys("toc toc_container toc-container table-of-contents ez-toc-container".split(), _CONTENTS),
    **dict.fromkeys("sharedaddy addtoany_share_save_container a2a_kit share sharing share-buttons".split(), _SHARED),
    **dict.fromkeys("social-share social-links social-sharing".split(), _SHARED),
    **dict.fromkeys("pagination pager post-navigation page-links related-posts jp-relatedposts".split(), _PAGES),
    **dict.fromkeys("comments-area comment-list comment-respond".split(), _READERS),
}
_SKIPS = frozenset("skip-link skiplink skip-to-content".split())
_UNSEEN = frozenset(("hidden", "d-none", "is-hidden", "invisible"))
_SEEN = re.compile(r"(?:^|\s)(?:[\w-]+:|d-\w+-)(?:block|flex|grid|inline)", re.I)
_NEVER = frozenset("body html main article a p h1 h2 h3 h4 h5 h6".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def reason(node: Node, *, inside: bool) -> tuple[str, str]:
    """Return the code under which an element is left out, and its name; "" where it is taken.

    ``inside`` says that it stands within the text of the page, where an aside is a box and a header a heading.
    """
    name = node.name
    if name == "template":
        return "IMP-072", f" ({name})"
    if "hidden" in node.attributes or node.get("aria-hidden") == "true" or _HIDDEN.search(node.get("style")):
        return "IMP-072", f" ({name})"
    marked = _marked(node)
    if marked is not None:
        return marked
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
    if name in ("annotation", "annotation-xml"):
        return "IMP-079", message("a formula once more, for other programs")
    if name == "rt":
        return "IMP-083", message("the small letters above others")
    if "doc-pagebreak" in node.marks or "pagebreak" in node.marks:
        return "IMP-075", ""
    return "", ""


def _marked(node: Node) -> tuple[str, str] | None:
    """Return why an element is left out whose name or class says what it is; one that holds the text never is."""
    named = f"{node.get('id')} {node.get('class')}".lower()
    if not named.strip() or any(inner.name in ("h1", "main", "article") for inner in node.all()):
        return None
    names = frozenset(named.split())
    if names & _UNSEEN and not _SEEN.search(named):
        return "IMP-072", f" ({node.name})"
    if names & _SKIPS:
        return _KEYS
    if node.name in _NEVER:
        return None
    if _COOKIE.search(named):
        return "IMP-078", message("a bar about cookies")
    return next((_MARKED[one] for one in sorted(names) if one in _MARKED), None)


def main_of(body: Node) -> Node:
    """Return the element that holds the text: main, the only article, else the whole body."""
    for names in (("main",), ("article",)):
        found = [node for node in body.all() if node.name in names or (node.get("role") in names)]
        if len(found) == 1 and found[0].words:
            return found[0]
    return body
