"""What other readers see of a web page: lxml its text and what is heard; Chromium both, and the pixels."""

import json

from lxml import etree, html

from tests.mutations.browser import browser, program
from tests.mutations.epub_witness import heard, targets, text_of
from tests.mutations.sight import Sight, letters, witnessed, words

Element = etree._Element
NOTHING = "nothing"


def look(data: bytes) -> Sight:
    """Return what the witnesses see; where there is no Chromium, what lxml does."""
    root = witnessed(lambda: html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")))
    seen: dict[str, tuple[object, ...]]
    if isinstance(root, etree._Element):
        said = [one.get(key) for one in root.iter() for key in ("alt", "aria-label", "title") if one.get(key)]
        text = text_of(root)
        seen = {
            "words": (letters(text), said),
            "targets": (list(targets({"": root})),),
            "spaces": (words(text),),
            "structure": tuple(heard(root)),
            "metadata": tuple(_facts(root)),
        }
    else:
        seen = dict.fromkeys(("words", "targets", "spaces", "structure", "metadata"), (NOTHING,))
    return _with_browser(data, seen) if program() else Sight(seen, ((),))


def _with_browser(data: bytes, seen: dict[str, tuple[object, ...]]) -> Sight:
    page = browser().shown(data)
    more: dict[str, tuple[object, ...]] = {
        "words": (letters(page.text), page.title),
        "targets": page.links,
        "spaces": (words(page.text),),
        "structure": page.tree,
        "metadata": (),
    }
    return Sight({name: (value, more[name]) for name, value in seen.items()}, ((page.picture,),))


def _facts(root: Element) -> list[object]:
    """Return what the page says of itself to programs."""
    metas = [(one.get("name") or one.get("http-equiv") or "", one.get("content") or "") for one in root.iter("meta")]
    facts: list[object] = [*sorted(metas)]
    facts += [words(one.text or "") for one in root.iter("title")]
    for one in root.iter("script"):
        if one.get("type") == "application/ld+json":
            facts.append(witnessed(lambda one=one: json.loads(one.text or "")))  # type: ignore[misc]
    return [*facts, root.get("lang")]
