"""Where a web page leads to the leaflet in other languages: a list of links at the head of the page."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.web.file import WebPage

LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """An entry of the list: what it is called, its language, and where it leads; ``current`` for the page itself."""

    words: str
    lang: str
    href: str
    current: bool


def list_of(root: Element) -> Element | None:
    """Return the list of languages in the head of a page, None where it has none."""
    body = next((e for e in root if name_of(e) == "body"), root)
    heads = (child for head in body if name_of(head) == "header" for child in head)
    return next((e for e in heads if name_of(e) == "nav" and e.get("class") == LANGUAGES), None)


def without_list(root: Element) -> Element:
    """Return a page as it is without its list of languages."""
    copied = deepcopy(root)
    listed = list_of(copied)
    for head in copied.iter("header") if listed is not None else ():
        for child in [child for child in head if child is listed]:
            head.remove(child)
    return copied


def language_links(page: WebPage) -> Iterator[LanguageLink]:
    """Yield the entries of a page's list of languages."""
    listed = list_of(page.root)
    for element in listed.iter() if listed is not None else ():
        if name_of(element) == "a" or element.get("aria-current"):
            words = " ".join("".join(element.itertext()).split())
            lang = element.get("hreflang") or element.get("lang") or ""
            yield LanguageLink(words, lang, element.get("href") or "", element.get("aria-current") is not None)
