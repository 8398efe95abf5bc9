"""Open a web page: the tree that a browser makes of it, and what stands in its head."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clearfold.model.limits import DEEPEST
from clearfold.model.messages import message
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.parser import parse_page
from clearfold.proof.readers import UnreadableError

LINKED_DATA = "application/ld+json"
# Deeper than any page of ours, and far from what the walkers, which are recursive, can follow.
MOST_DEEP = 4 * DEEPEST
# HTML, 13.1.1: the type, before which comments and white space may stand.
STANDARD = re.compile(r"(?:\s|<!--.*?-->)*<!doctype\s+html\s*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class WebPage:
    """An open web page: its tree, style sheets and scripts as (type, text), in their order.

    ``standard`` says whether its document type is that of HTML, without which browsers show it in quirks mode.
    """

    root: Element
    sheets: tuple[str, ...]
    scripts: tuple[tuple[str, str], ...]
    standard: bool = True

    @property
    def body(self) -> Element:
        """Return what a browser shows."""
        return next((e for e in self.root if name_of(e) == "body"), self.root)

    @property
    def title(self) -> str:
        """Return what the window is called, "" where the page does not say."""
        return next((" ".join("".join(e.itertext()).split()) for e in self.root.iter("title")), "")

    @property
    def lang(self) -> str:
        """Return the language of the page, "" where it declares none."""
        return (self.root.get("lang") or "").strip()

    def metas(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield what the metas of one sort say, as (name, content); ``key`` is name or http-equiv."""
        for element in self.root.iter("meta"):
            if name := element.get(key):
                yield name.lower(), element.get("content") or ""

    def linked_data(self) -> object:
        """Return what the page says of itself to programs, None where it says nothing that can be read."""
        texts = [text for kind, text in self.scripts if kind == LINKED_DATA]
        try:
            return json.loads(texts[0]) if len(texts) == 1 else None
        except (ValueError, RecursionError):
            return None


def open_page(data: bytes, *, text: bool = True) -> WebPage:
    """Open a web page, or what stands around its text; raise UnreadableError where that cannot be done."""
    try:
        written = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(message("its letters are not in UTF-8")) from error
    root = parse_page(written, without="" if text else "main")
    if _depth(root) > MOST_DEEP:
        raise UnreadableError(
            message("its elements stand more than {most_deep} deep in each other", most_deep=MOST_DEEP)
        )
    sheets = tuple("".join(e.itertext()) for e in root.iter("style"))
    scripts = tuple((e.get("type") or "", "".join(e.itertext())) for e in root.iter("script"))
    return WebPage(root, sheets, scripts, standard=STANDARD.match(written) is not None)


def _depth(root: Element) -> int:
    deepest, waiting = 0, [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in element]
    return deepest
