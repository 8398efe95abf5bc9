"""What stands beside the text of a page: for machines, for other pages, or out of sight."""

import re

from clearfold.importers.proving.html.tags import Tag

_FOREIGN = "iframe video audio object embed canvas applet svg noscript noframes noembed map template".split()
_FORM = "form button select textarea input datalist output progress meter fieldset dialog".split()
_ROLES = "navigation banner contentinfo search dialog alertdialog doc-toc".split()
_KEEPS = {"body", "html", "main", "article", "a", "p", "h1", "h2", "h3", "h4", "h5", "h6"}
_BESIDE = {
    *"breadcrumb breadcrumbs yoast-breadcrumbs toc toc_container toc-container table-of-contents".split(),
    *"ez-toc-container sharedaddy addtoany_share_save_container a2a_kit share sharing share-buttons".split(),
    *"social-share social-links social-sharing pagination pager post-navigation page-links related-posts".split(),
    *"jp-relatedposts comments-area comment-list comment-respond".split(),
}
_SKIP = {"skip-link", "skiplink", "skip-to-content"}
_HIDES = {"hidden", "d-none", "is-hidden", "invisible"}


def stands_beside(tag: Tag, *, inside: bool) -> bool:
    """Tell whether an element stands beside the text of its page."""
    name, said = tag.name, tag.said
    style = "".join(said.get("style", "").lower().split())
    if "hidden" in said or said.get("aria-hidden") == "true" or "display:none" in style or "visibility:hidden" in style:
        return True
    if _is_named(tag):
        return True
    titled = any(one.name == "h1" for one in tag.tags())
    if name in _FORM or name in _FOREIGN or name in ("nav", "footer", "del", "s", "strike", "rt"):
        return True
    if name in ("annotation", "annotation-xml"):
        return True
    if (said.get("role") in _ROLES and not titled) or "toc" in said.get("epub:type", "").split():
        return True
    if not inside and (name == "aside" or (name == "header" and not titled)):
        return True
    return bool(tag.marks & {"doc-pagebreak", "pagebreak"})


def _is_named(tag: Tag) -> bool:
    """Tell whether the name or the classes of an element say that it is no text of the page."""
    named = f"{tag.said.get('id', '')} {tag.said.get('class', '')}".lower()
    names = set(named.split())
    if not names or any(one.name in ("h1", "main", "article") for one in tag.tags()):
        return False
    shown = re.search(r"(?i)(^|\s)([\w-]+:|d-\w+-)(block|flex|grid|inline)", named)
    if names & _SKIP or (names & _HIDES and not shown):
        return True
    return tag.name not in _KEEPS and bool(names & _BESIDE or re.search("cookie|consent|gdpr", named))


def opens(tag: Tag) -> bool:
    """Tell whether a button opens a part of the page, which stands there in any case."""
    return bool(tag.letters().strip()) and ("aria-expanded" in tag.said or "aria-controls" in tag.said)
