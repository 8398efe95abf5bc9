"""The parts of a printed page that can be laid out by themselves: which there are, and what each of them holds."""

from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from clearfold.press.edition import Edition
from clearfold.press.leaflet import Leaflet
from clearfold.press.template.page import page, panels_of
from clearfold.press.template.page_text import page_tree

COVER, BACK = "cover", "back"
"""The parts that have no heading: what stands before the contents, and what stands behind the body."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its id, with its heading, "" where it has none, and its HTML, which is another after an edit."""

    id: str
    title: str
    html: str


def parts_of(leaflet: Leaflet, edition: Edition) -> tuple[Part, ...]:
    """Return the parts of a leaflet in reading order; the contents, which follow from the others, are none."""
    logo, cover = leaflet.publisher.logo, leaflet.metadata.cover
    told = {"logo": logo.name if logo else "", "cover": cover.name if cover else ""}
    titles = {entry.id: entry.title for entry in panels_of(leaflet, edition).contents}

    def made(name: str) -> list[Element]:
        return page_tree(page(leaflet, edition, parts=(name,), **told)).findall("body/*")

    def html(elements: list[Element]) -> str:
        return "".join(ElementTree.tostring(element, encoding="unicode") for element in elements)

    body = (Part(name, titles.get(name, ""), html([each])) for each in made("body") if (name := each.get("id", "")))
    return (Part(COVER, "", html(made("cover"))), *body, Part(BACK, "", html(made("end"))))


def untie(root: Element) -> None:
    """Take from a page that has one part alone its links to others: their words stay."""
    known = {f"#{element.get('id')}" for element in root.iter() if element.get("id")}
    for link in root.iter("a"):
        if link.get("href", "").startswith("#") and link.get("href") not in known:
            del link.attrib["href"]
