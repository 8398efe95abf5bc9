"""What the pages and catalogues of a site name: links and offers, each with what is said of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clearfold.model.messages import message
from clearfold.proof.html.elements import lang_of, name_of
from clearfold.proof.readers.web.file import WebPage
from clearfold.proof.readers.web.languages import language_links
from clearfold.proof.readers.xml_tree import parse_xml

FREE = "http://opds-spec.org/acquisition/open-access"


@dataclass(frozen=True, slots=True)
class Named:
    """A link of a page or a catalogue: where it stands, where it leads, its words or title, and what is said of it.

    ``size`` is in bytes; -1, as "" elsewhere, where nothing is said. ``between`` tells that it leads to the same
    leaflet in another language.
    """

    place: str
    href: str
    words: str = ""
    lang: str = ""
    media_type: str = ""
    size: int = -1
    offered: bool = False
    between: bool = False


def of_page(place: str, root: Element) -> Iterator[Named]:
    """Yield the links and pictures of a page."""
    for element in root.iter():
        name = name_of(element)
        href = element.get("href") if name in ("a", "link", "area", "base") else element.get("src")
        if href:
            words = " ".join("".join(element.itertext()).split())
            download = element.get("download") is not None
            yield Named(place, href, words, element.get("hreflang") or "", element.get("type") or "", offered=download)


def of_set_page(place: str, page: WebPage) -> Iterator[Named]:
    """Yield what leads from a leaflet's web page to its other languages."""
    for link in language_links(page):
        if not link.current:
            yield Named(place, link.href, link.words, link.lang, between=True)


def of_atom(place: str, data: bytes) -> Iterator[Named]:
    """Yield the links of an Atom feed or a sitemap; those of an entry with its title and language."""
    root = parse_xml(data, place)
    entries = [element for element in root.iter() if name_of(element) == "entry"]
    inside = {link for entry in entries for link in entry.iter()}
    for element in root.iter():
        if element not in inside and name_of(element) in ("link", "loc"):
            href = element.get("href") or (element.text or "").strip()
            yield Named(place, href, lang=element.get("hreflang") or "", media_type=element.get("type") or "")
    for entry in entries:
        title, lang = _text(entry, "title"), _text(entry, "language") or lang_of(entry)
        for link in (element for element in entry.iter() if name_of(element) == "link"):
            offered, own = link.get("rel") == FREE, link.get("hreflang") or lang
            both = lang if own == lang else message("{lang} and {own}", lang=lang, own=own)
            yield Named(place, link.get("href") or "", title, both, link.get("type") or "", _size(link), offered)


def of_json(place: str, data: bytes) -> Iterator[Named]:
    """Yield the links of a catalogue in JSON; those of a publication with its title and language."""
    feed = json.loads(data)
    for link in feed.get("links", []):
        yield Named(place, link["href"], media_type=link.get("type", ""))
    for publication in feed.get("publications", []):
        about = publication["metadata"]
        for link in (*publication.get("links", []), *publication.get("images", [])):
            size, offered = int(link.get("size", -1)), link.get("rel") == FREE
            kind, lang = link.get("type", ""), about.get("language", "")
            own = link.get("language", lang)
            both = lang if own == lang else message("{lang} and {own}", lang=lang, own=own)
            yield Named(place, link["href"], about.get("title", ""), both, kind, size, offered)


def _text(entry: Element, name: str) -> str:
    found = (element.text or "" for element in entry if name_of(element) == name)
    return " ".join(next(found, "").split())


def _size(link: Element) -> int:
    text = link.get("length") or ""
    return int(text) if text.isdecimal() else -1
