"""What a leaflet's own web page says of it: its data for programs, and the headings by which it is found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

LINKED_DATA = "application/ld+json"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its leaflet in the words of schema.org, and the entries of its contents."""

    facts: Mapping[str, object]
    headings: tuple[str, ...]


def page_facts(page: bytes) -> PageFacts:
    """Return what a web page of ours says of its leaflet, nothing of what cannot be read; a page is parsed once."""
    try:
        root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError:
        return PageFacts({}, ())
    data = "".join(one.text or "" for one in root.iter("script") if one.get("type") == LINKED_DATA)
    contents = (nav for nav in root.iter("nav") if nav.get("role") == "doc-toc")
    entries = ("".join(map(str, link.itertext())) for nav in contents for link in nav.iter("a"))
    return PageFacts(_facts(data), tuple(" ".join(entry.split()) for entry in entries if entry.strip()))


def _facts(data: str) -> Mapping[str, object]:
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
