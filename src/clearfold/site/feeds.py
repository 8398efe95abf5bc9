"""What readers of news and searches are told, where the site's address is known: an Atom feed and a sitemap."""

from collections.abc import Sequence

from lxml import etree

from clearfold.press.reflow.identifier import identifier
from clearfold.site.catalogues import ATOM, catalogue_id, latest, moment
from clearfold.site.shelf import Shelved

SITEMAP, XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"
_ATOM: dict[str | None, str] = {None: ATOM}
_SITEMAP: dict[str | None, str] = {None: SITEMAP, "xhtml": XHTML}
FEED, MAP = "feed.xml", "sitemap.xml"


def feed(leaflets: Sequence[Shelved], name: str, address: str) -> bytes:
    """Return the leaflets as news (RFC 4287), the latest first."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_ATOM)  # type: ignore[arg-type]  # the stubs know no default name space
    for tag, text in (("id", f"{catalogue_id(leaflets)}"), ("title", name), ("updated", latest(leaflets))):
        etree.SubElement(root, f"{{{ATOM}}}{tag}").text = text
    etree.SubElement(etree.SubElement(root, f"{{{ATOM}}}author"), f"{{{ATOM}}}name").text = name
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=f"{address}{FEED}")
    for leaflet in sorted(leaflets, key=lambda one: (moment(one), one.path), reverse=True):
        entry = etree.SubElement(root, f"{{{ATOM}}}entry")
        entry.set("{http://www.w3.org/XML/1998/namespace}lang", leaflet.lang)
        told = (
            ("id", identifier(leaflet.manifest.leaflet, leaflet.lang)),
            ("title", leaflet.manifest.title),
            ("updated", moment(leaflet)),
        )
        href = f"{address}{leaflet.path}index.html"
        for tag, text in told:
            etree.SubElement(entry, f"{{{ATOM}}}{tag}").text = text
        etree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", hreflang=leaflet.lang, href=href)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def sitemap(leaflets: Sequence[Shelved], address: str) -> bytes:
    """Return the pages of the site for searches (sitemaps.org), each with the same in other languages."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=_SITEMAP)  # type: ignore[arg-type]  # as above
    _url(root, f"{address}index.html")
    for leaflet in leaflets:
        for name in ("index.html", *(() if leaflet.withdrawn else (leaflet.page.path,))):
            url = _url(root, f"{address}{leaflet.path}{name}")
            if name == "index.html":
                for other in (one for one in leaflets if one.manifest.leaflet == leaflet.manifest.leaflet):
                    href = f"{address}{other.path}index.html"
                    etree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=other.lang, href=href)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _url(root: etree._Element, address: str) -> etree._Element:
    url = etree.SubElement(root, f"{{{SITEMAP}}}url")
    etree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
    return url
