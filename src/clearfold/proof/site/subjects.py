"""Site: each leaflet stands under its own subjects, on the index and in the catalogues, and under no others."""

import json
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.media_types import HTML
from clearfold.model.messages import message
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.xml_tree import parse_xml
from clearfold.proof.site.standing import INDEX, Set, Standing

ATOM, JSON = "catalogue.xml", "catalogue.json"
Said = Counter[tuple[str, str]]
"""How often a leaflet, by the folder of its set, is said to be about a subject."""


def subjects(site: Standing, sets: tuple[Set, ...]) -> Iterator[Diagnostic]:
    """Hold the subjects of the index and of the catalogues against what each leaflet's own page says."""
    newest = [one for one in sets if not one.older]
    ours: Said = Counter((str(one.at), subject.casefold()) for one in newest for subject in one.subjects)
    for place, read in ((INDEX, _of_index), (ATOM, _of_atom), (JSON, _of_json)):
        if place not in site.files:
            continue
        theirs = Counter((_folder(site, place, href), subject.casefold()) for href, subject in read(site))
        wanted = _listed(ours, newest, place)
        for at, subject in (theirs - wanted).elements():
            fact = message("{at} stands under “{subject}”, which is not its subject", at=at, subject=subject)
            yield finding("SIT-006", None, place=place, found=subject, fact=fact)
        for at, subject in (wanted - theirs).elements():
            yield finding(
                "SIT-006",
                None,
                place=place,
                expected=subject,
                fact=message("{at} does not stand under “{subject}”", at=at, subject=subject),
            )


def _folder(site: Standing, place: str, href: str) -> str:
    return (site.path(place, href) or href).rpartition("/")[0]


def _listed(ours: Said, sets: list[Set], place: str) -> Said:
    """Return what is said of the leaflets in a list: a catalogue has what can be had, the newer one books alone."""
    ends = {INDEX: "", ATOM: "", JSON: ".epub"}[place]
    had = {
        str(one.at)
        for one in sets
        if any(
            name.endswith(ends) and (place == INDEX or file["media_type"] != HTML) for name, file in one.files.items()
        )
    }
    return Counter({key: count for key, count in ours.items() if key[0] in had})


def _of_index(site: Standing) -> Iterator[tuple[str, str]]:
    for section in site.page(INDEX).iter("section"):
        if "subjects" in (section.get("class") or "").split():
            subject = ""
            for child in section:
                if name_of(child) == "h3":
                    subject = _text(child)
                for link in child.iter("a"):
                    yield link.get("href") or "", subject


def _of_atom(site: Standing) -> Iterator[tuple[str, str]]:
    for entry in parse_xml(site.files[ATOM].read_bytes(), ATOM).iter():
        if name_of(entry) == "entry":
            links = [link for link in entry if name_of(link) == "link" and link.get("rel") == "alternate"]
            href = next((link.get("href") or "" for link in links), "")
            yield from ((href, one.get("term") or "") for one in entry if name_of(one) == "category")


def _of_json(site: Standing) -> Iterator[tuple[str, str]]:
    for publication in json.loads(site.files[JSON].read_bytes()).get("publications", []):
        href = next((link["href"] for link in publication.get("links", [])), "")
        yield from ((href, subject) for subject in publication["metadata"].get("subject", []))


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
