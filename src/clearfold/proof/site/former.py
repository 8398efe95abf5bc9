"""Site: a former version is told as one, leads to the newest, and is found in no search and no catalogue."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.media_types import HTML
from clearfold.model.messages import message
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.web.languages import language_links
from clearfold.proof.site.links import Named
from clearfold.proof.site.standing import INDEX, Set, Standing


def former_versions(site: Standing, sets: tuple[Set, ...], named: list[Named]) -> Iterator[Diagnostic]:
    """Hold each former version against the newest, its page, and what leads to it."""
    newest = {str(one.at): one for one in sets if not one.older}
    for one in sets:
        if one.older:
            leaflet = str(one.at.parent.parent)
            for fact in (*_of_page(site, one, leaflet), *_waymarks(site, one), *_led_to(site, one, leaflet, named)):
                yield finding("SIT-007", None, place=one.page, fact=fact)
            now = newest.get(leaflet)
            if now is None:
                fact = message("{at} is of a leaflet that is not offered any more", at=one.at)
                yield finding("SIT-005", None, place=one.page, fact=fact)
            elif _called(now) == _called(one):
                yield finding(
                    "SIT-007", None, place=one.page, fact=message("{at} has version and date of the newest", at=one.at)
                )


def _of_page(site: Standing, one: Set, leaflet: str) -> Iterator[str]:
    """Yield what is wrong with the page of a former version."""
    if one.page not in site.files:
        yield message("{page} is not there", page=one.page)
        return
    root = site.page(one.page)
    told = [meta.get("content") for meta in root.iter("meta") if meta.get("name") == "robots"]
    if told != ["noindex"]:
        yield message("{page} may be found by searches", page=one.page)
    links = [link for link in root.iter("a") if site.path(one.page, link.get("href") or "") == f"{leaflet}/{INDEX}"]
    if not links:
        yield message("{page} does not lead to the newest version", page=one.page)
    states = [element for element in root.iter("p") if element.get("class") == "state"]
    offers = [link for link in root.iter("a") if link.get("download") is not None]
    for element in (*states[:1], *offers):
        if one.version and one.version not in _text(element):
            yield message(
                "“{text}” does not say that it is version {version}", text=_text(element), version=one.version
            )
    if not states:
        yield message("{page} does not say that it is an older version", page=one.page)


def _waymarks(site: Standing, one: Set) -> Iterator[str]:
    """Yield what is wrong with the pages at which a former version looks for other languages."""
    for path in (path for path in one.files if path in site.files):
        page = site.web_page(path) if one.files[path]["media_type"] == HTML else None
        for link in language_links(page) if page else ():
            mark = site.path(path, link.href)
            if link.current or mark is None or mark not in site.files:
                continue  # a link that leads to nothing is told as one
            name, own, root = one.at.parts[0], one.at.parts[1], site.page(mark)
            lang = link.lang if f"{name}/{link.lang}/{INDEX}" in site.files else own
            ways = [site.path(mark, way.get("href") or "") for way in root.iter("a")]
            if f"{name}/{lang}/{INDEX}" not in ways or root.get("lang") != lang:
                yield message("{page} does not lead to the newest version", page=mark)
            if [meta.get("content") for meta in root.iter("meta") if meta.get("name") == "robots"] != ["noindex"]:
                yield message("{page} may be found by searches", page=mark)


def _led_to(site: Standing, one: Set, leaflet: str, named: list[Named]) -> Iterator[str]:
    """Yield what leads to a former version and must not, and what should and does not."""
    seen = False
    for link in named:
        path = site.path(link.place, link.href) or ""
        if path == one.page and link.place == f"{leaflet}/{INDEX}" and one.version in link.words:
            seen = True
        elif path.startswith(f"{one.at}/") and link.place != one.page:
            yield message("{place} leads to {path} as if it were the newest", place=link.place, path=path)
    if not seen:
        yield message(
            "{leaflet}/{index} does not lead to {page} with its version", leaflet=leaflet, index=INDEX, page=one.page
        )


def _called(one: Set) -> tuple[str, object]:
    return one.version, one.facts.get("datePublished")


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
