"""The catalogues from which e-readers take books: OPDS 1.2 (Atom) and OPDS 2.0 (JSON).

Both list the leaflets that are not withdrawn; the times are those of publication, so that equal sets give equal bytes.
"""

import json
from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from clearfold.press.reflow.identifier import identifier
from clearfold.site.covers import COVER, SMALL
from clearfold.site.shelf import Shelved

ATOM, DC = "http://www.w3.org/2005/Atom", "http://purl.org/dc/terms/"
CATALOGUE, CATALOGUE_2 = "catalogue.xml", "catalogue.json"
OPDS = "application/atom+xml;profile=opds-catalog;kind=acquisition"
OPDS_2 = "application/opds+json"
FREE = "http://opds-spec.org/acquisition/open-access"
IMAGE = "http://opds-spec.org/image"
_NAMES: dict[str | None, str] = {None: ATOM, "dc": DC}
LONG_AGO = "2000-01-01"  # of a leaflet that does not say when it was published


def opds_1(leaflets: Sequence[Shelved], name: str, address: str) -> bytes:
    """Return the catalogue as OPDS 1.2; addresses are relative, or begin with ``address`` where that is known."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=_NAMES)  # type: ignore[arg-type]  # the stubs know no default name space
    _add(feed, "id", catalogue_id(leaflets))
    _add(feed, "title", name)
    _add(feed, "updated", latest(leaflets))
    _add(_add(feed, "author"), "name", name)
    for rel in ("self", "start"):
        _add(feed, "link", rel=rel, type=OPDS, href=f"{address}{CATALOGUE}")
    for leaflet in offered(leaflets):
        _entry(feed, leaflet, name, address)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)


def opds_2(leaflets: Sequence[Shelved], name: str, address: str) -> bytes:
    """Return the catalogue as OPDS 2.0; a leaflet without a cover is left out, since one must be named there."""
    feed = {
        "metadata": {"title": name, "modified": latest(leaflets)},
        "links": [{"rel": "self", "href": f"{address}{CATALOGUE_2}", "type": OPDS_2}],
        "publications": [_publication(one, address) for one in offered(leaflets) if one.book],
    }
    return json.dumps(feed, ensure_ascii=False, indent=2).encode() + b"\n"


def offered(leaflets: Sequence[Shelved]) -> Iterator[Shelved]:
    """Yield the leaflets that can be had."""
    return (leaflet for leaflet in leaflets if leaflet.downloads)


def moment(leaflet: Shelved) -> str:
    """Return when a leaflet was published, as RFC 3339."""
    return f"{leaflet.fact('datePublished') or LONG_AGO}T00:00:00Z"


def latest(leaflets: Sequence[Shelved]) -> str:
    """Return when the last of some leaflets was published."""
    return max(map(moment, leaflets))


def catalogue_id(leaflets: Sequence[Shelved]) -> str:
    """Return the name of a catalogue: the same as long as it has the same leaflets."""
    names = " ".join(leaflet.path for leaflet in leaflets)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:clearfold:site {names}')}"


def _entry(feed: etree._Element, leaflet: Shelved, name: str, address: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", identifier(leaflet.manifest.leaflet, leaflet.lang))
    _add(entry, "title", leaflet.manifest.title)
    _add(entry, "updated", moment(leaflet))
    for author in leaflet.facts_of("author") or (leaflet.fact("publisher") or name,):
        _add(_add(entry, "author"), "name", author)
    etree.SubElement(entry, f"{{{DC}}}language").text = leaflet.lang
    if published := leaflet.fact("datePublished"):
        etree.SubElement(entry, f"{{{DC}}}issued").text = published
    if publisher := leaflet.fact("publisher"):
        etree.SubElement(entry, f"{{{DC}}}publisher").text = publisher
    for subject in leaflet.subjects:
        _add(entry, "category", term=subject, label=subject)
    if summary := _summary(leaflet):
        _add(entry, "summary", summary)
    at = f"{address}{leaflet.path}"
    if leaflet.book:
        _add(entry, "link", rel=IMAGE, type="image/jpeg", href=f"{at}{COVER}")
        _add(entry, "link", rel=f"{IMAGE}/thumbnail", type="image/jpeg", href=f"{at}{SMALL}")
    _add(entry, "link", rel="alternate", type="text/html", hreflang=leaflet.lang, href=f"{at}index.html")
    for file in leaflet.downloads:
        href, length = f"{at}{file.path}", str(file.bytes)
        _add(entry, "link", rel=FREE, type=file.media_type, hreflang=leaflet.lang, href=href, length=length)


def _publication(leaflet: Shelved, address: str) -> dict[str, object]:
    at = f"{address}{leaflet.path}"
    metadata = {
        "@type": "http://schema.org/Book",
        "identifier": identifier(leaflet.manifest.leaflet, leaflet.lang),
        "title": leaflet.manifest.title,
        "subtitle": leaflet.fact("alternativeHeadline"),
        "author": list(leaflet.facts_of("author")),
        "publisher": leaflet.fact("publisher"),
        "language": leaflet.lang,
        "subject": list(leaflet.subjects),
        "modified": moment(leaflet),
        "published": leaflet.fact("datePublished"),
        "description": _summary(leaflet),
    }
    return {
        "metadata": {key: value for key, value in metadata.items() if value},
        "links": [
            {
                "rel": FREE,
                "href": f"{at}{file.path}",
                "type": file.media_type,
                "language": leaflet.lang,
                "size": file.bytes,
            }
            for file in leaflet.downloads
        ],
        "images": [
            {"href": f"{at}{COVER}", "type": "image/jpeg"},
            {"href": f"{at}{SMALL}", "type": "image/jpeg"},
        ],
    }


def _summary(leaflet: Shelved) -> str:
    return " – ".join(filter(None, (leaflet.fact("alternativeHeadline"), leaflet.fact("audience", "audienceType"))))


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text or None
    return element
