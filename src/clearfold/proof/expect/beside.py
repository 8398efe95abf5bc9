"""What a copy says of itself beside its text, and what it shows: facts of the front matter, and files of pictures."""

import unicodedata
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from clearfold.model.source import Source
from clearfold.model.transcript import Block
from clearfold.proof.expect.front_matter import Fields
from clearfold.proof.expect.picture_files import picture_file
from clearfold.proof.html.elements import name_of


def named_after(folder: str) -> str:
    """Return the id of a leaflet that gives none: its folder's name in small letters, digits and hyphens."""
    letters = [c for c in unicodedata.normalize("NFKD", folder) if c.isascii()]
    return "-".join("".join(c if c.isalnum() else " " for c in letters).lower().split()) or "leaflet"


def facts_of(
    source: Source, front: Fields, publisher: Fields, body: Element, rights: Iterable[Block]
) -> Iterator[tuple[str, str]]:
    """Yield what the front matter says of the leaflet, several values of one key parted by line ends."""
    yield "id", front.text("id").strip() or named_after(source.path.resolve().parent.name)
    if name := " ".join((front.text("publisher") or publisher.text("name")).split()):
        yield "publisher", name
    for key in ("series", "version", "status", "published", "review_by", "online"):
        if text := front.text(key).strip():
            yield key, text
    for key in ("authors", "reviewers", "subjects"):
        if values := front.lists.get(key):
            yield key, "\n".join(" ".join(value.text.split()) for value in values)
    if licence := " ".join(block.text for block in rights):
        yield "licence", licence
    if evaluation := front.maps.get("evaluation"):
        yield "evaluation", evaluation.text("standard")
        for key, name in (("by", "evaluated by"), ("date", "evaluated on"), ("report", "evaluation report")):
            if text := evaluation.text(key).strip():
                yield name, text
    contact = front.maps.get("contact") or publisher.maps.get("contact")
    for fields, keys in ((contact, ("phone", "email", "website")), (front, ("online",))):
        for key, value in fields.some(*keys) if fields else ():
            yield key, " ".join(value.text.split())
    # A heading within a block of HTML begins no section: the leaflet is parted at those that stand on their own.
    own = [e for e in body if name_of(e) == "h2"]
    inner = [e for e in body.iter() if name_of(e) == "h2" and e not in own]
    if inner:
        yield "inner headings", "\n".join(" ".join("".join(e.itertext()).split()) for e in inner)


def pictures_of(
    source: Source, front: Fields, publisher: Fields, trees: Iterable[Element]
) -> Iterator[tuple[str, str]]:
    """Yield each picture's alternative and the path of its file, "" where there is none."""
    for fields, key in ((publisher, "logo"), (front, "cover")):
        if (named := fields.maps.get(key)) and (address := named.texts.get("image")):
            path = picture_file(address.location.path.parent, address.text.strip())
            yield named.text("alt"), str(path or "")
    for sponsor in front.lists.get("sponsors") or publisher.lists.get("sponsors", ()):
        if sponsor.picture:
            path = picture_file(sponsor.location.path.parent, sponsor.picture)
            yield sponsor.text, str(path or "")
    for image in (element for tree in trees for element in tree.iter("img")):
        yield image.get("alt") or "", str(picture_file(source.path.parent, image.get("src") or "") or "")
