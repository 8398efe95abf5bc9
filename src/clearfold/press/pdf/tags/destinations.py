"""Tie bookmarks, named destinations and inner links to the structure tree, as PDF/UA-2 asks (ISO 14289-2, 8.8)."""

from codecs import BOM_UTF16_BE
from collections.abc import Iterator, Mapping

import pydyf

from clearfold.press.pdf.tags.marking import AS_READ
from clearfold.press.pdf.tags.tree import HEADINGS, Node


def tidy(pdf: pydyf.PDF) -> None:
    """Sort the names by their bytes, as a name tree wants, and write the bookmarks as they are read."""
    for bookmark in _bookmarks(pdf):
        bookmark["Title"] = pydyf.String(bookmark["Title"].string.translate(AS_READ))
    if names := pdf.catalog.get("Names", {}).get("Dests"):
        pairs = sorted(zip(names["Names"][::2], names["Names"][1::2], strict=True), key=lambda pair: _bytes(pair[0]))
        names["Names"] = pydyf.Array(part for pair in pairs for part in pair)


def tie(pdf: pydyf.PDF, document: Node, targets: Mapping[str, Node], elements: Mapping[Node, pydyf.Dictionary]) -> None:
    """Give every destination the structure element it means (SD, ISO 32000-2, 12.3.2.3) beside its place on a page.

    ``targets`` are the nodes of the ids in the HTML. A bookmark of no heading leads to the document's element.
    """
    structure: dict[str, pydyf.Array] = {}
    if names := pdf.catalog.get("Names", {}).get("Dests"):
        for index in range(0, len(names["Names"]), 2):
            name, place = names["Names"][index].string, names["Names"][index + 1]
            structure[name] = _inside(elements[targets.get(name, document)], place)
            names["Names"][index + 1] = pydyf.Dictionary({"D": place, "SD": structure[name]})
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Annot" and "Dest" in item:
            name = item.pop("Dest")
            item["A"] = _go_to(name, structure[name.string])
    headings = iter([node for node in document.nodes() if node.type in HEADINGS])
    for bookmark in _bookmarks(pdf):
        title = " ".join(bookmark["Title"].string.split())
        heading = next((node for node in headings if node.text() == title), document)
        place = bookmark.pop("Dest")
        bookmark["A"] = _go_to(place, _inside(elements[heading], place))


def _bookmarks(pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and "Title" in item and "Dest" in item:
            yield item


def _inside(element: pydyf.Dictionary, place: pydyf.Array) -> pydyf.Array:
    """Return the same place as a structure destination: the element instead of the page."""
    return pydyf.Array([element.reference, *place[1:]])


def _go_to(place: object, structure: pydyf.Array) -> pydyf.Dictionary:
    return pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", "D": place, "SD": structure})


def _bytes(name: pydyf.String) -> bytes:
    """Return a string as PDF writes it: ASCII, or UTF-16 with its mark."""
    text: str = name.string
    return text.encode() if text.isascii() else BOM_UTF16_BE + text.encode("utf-16-be")
