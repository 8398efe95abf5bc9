"""What a leaflet's own web page says of it: its data for programs, its headings, and where its other languages are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

LINKED_DATA = "application/ld+json"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its leaflet in the words of schema.org, and the entries of its contents.

    ``others`` are the other languages that it leads to, each with the address, seen from the page.
    """

    facts: Mapping[str, object]
    headings: tuple[str, ...]
    others: tuple[tuple[str, str], ...] = ()


def page_facts(page: bytes) -> PageFacts:
    """Return what a web page of ours says of its leaflet, nothing of what cannot be read; a page is parsed once."""
    try:
        root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError:
        return PageFacts({}, ())
    data = "".join(one.text or "" for one in root.iter("script") if one.get("type") == LINKED_DATA)
    contents = (nav for nav in root.iter("nav") if nav.get("role") == "doc-toc")
    entries = ("".join(map(str, link.itertext())) for nav in contents for link in nav.iter("a"))
    listed = (nav for nav in root.iter("nav") if nav.get("class") == "languages")
    links = tuple((a.get("hreflang", ""), a.get("href", "")) for nav in listed for a in nav.iter("a"))
    return PageFacts(_facts(data), tuple(" ".join(entry.split()) for entry in entries if entry.strip()), links)


def _facts(data: str) -> Mapping[str, object]:
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
