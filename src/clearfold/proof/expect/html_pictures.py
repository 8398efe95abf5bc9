"""Pictures that a copy writes as HTML: what `crop`, `title` and `credit` say is read as if Markdown said it.

Only where it stands alone: of others the press tells that these have no place there (SRC-037).
"""

from xml.etree.ElementTree import Element, SubElement

from clearfold.proof.html.crops import crop_classes
from clearfold.proof.html.elements import name_of


def read_pictures(root: Element) -> None:
    """Give each picture the classes of its crop, and make a figure of one that stands alone with words below it."""
    for parent in list(root.iter()):
        for image in [child for child in parent if name_of(child) == "img"]:
            if crop := image.attrib.pop("crop", ""):
                image.set("class", " ".join([*(image.get("class") or "").split(), *crop_classes(crop).split()]))
            if name_of(parent) == "p" and (len(parent) > 1 or "".join(parent.itertext()).strip()):
                continue
            caption, credit = image.attrib.pop("title", ""), image.attrib.pop("credit", "")
            if not (caption or credit):
                continue
            figure = parent
            if name_of(parent) != "p":  # Python-Markdown puts a picture between blocks into a paragraph of its own
                figure = Element("figure")
                figure.append(image)
                figure.tail, image.tail = image.tail, None
                parent[list(parent).index(image)] = figure
            figure.tag = "figure"
            figure.append(_below(caption, credit))


def _below(caption: str, credit: str) -> Element:
    below = Element("figcaption")
    below.text = caption
    if caption and credit:
        SubElement(below, "br")
    if credit:
        SubElement(below, "span", {"class": "credit"}).text = credit
    return below
