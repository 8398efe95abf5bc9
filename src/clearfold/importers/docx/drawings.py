"""Pictures of a Word file with their alternatives, and text boxes, in drawings old and new."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from clearfold.importers.document import Picture
from clearfold.importers.docx.names import attribute, inner, name_of
from clearfold.importers.docx.story import Story
from clearfold.model.messages import message

_BY_MACHINE = (
    "automatically generated", "automatisch gegenereerd", "générée automatiquement", "généré automatiquement",
    "automatisch generiert", "generada automáticamente", "generata automaticamente",
)  # fmt: skip


@dataclass(slots=True)
class Drawn:
    """What a drawing holds: pictures, and the contents of text boxes.

    ``floats`` where it stands beside the text, ``lost`` where a picture of it could not be taken.
    """

    pictures: list[Picture] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    floats: bool = False
    lost: bool = False


def drawn(element: etree._Element, story: Story) -> Drawn:
    """Read a drawing; what it has beside pictures and text boxes is listed."""
    found = Drawn()
    boxes = list(_outermost(element))
    found.boxes = boxes
    inside = {id(one) for box in boxes for one in box.iter()}
    shapes = [one for one in element.iter() if id(one) not in inside]
    alternative, decorates = _said(shapes)
    blips = [one for one in shapes if name_of(one) in ("a:blip", "v:imagedata") and _source(one)]
    for number, blip in enumerate(blips):
        own = _own(blip) if len(blips) > 1 else ""
        text = "" if decorates else (alternative if number == 0 else "") or own or ("" if alternative else None)
        if picture := _taken(blip, text, story):
            found.pictures.append(picture)
    found.floats = any(name_of(one) == "wp:anchor" for one in shapes)
    found.lost = len(found.pictures) < len(blips)
    words = [attribute(one, "string") for one in shapes if name_of(one) == "v:textpath"]
    words += [one.text or "" for one in shapes if name_of(one) == "a:t"]
    words += [
        " ".join(map(str, one.itertext())).strip() for one in shapes if ":" not in name_of(one) and _in_old_box(one)
    ]
    if words and any(words):
        story.tell("IMP-076", " ".join(words), name=message("letters that are drawn"))
    if not blips and alternative and not decorates:
        story.tell("IMP-079", alternative, name=message("what is said of a drawing, which is not taken"))
    return found


def _in_old_box(one: etree._Element) -> bool:
    """Tell whether an element stands right in an old text box, which holds text of other programs so."""
    around = one.getparent()
    return around is not None and name_of(around) == "v:textbox"


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    for one in element:
        if name_of(one) == "w:txbxContent":
            yield one
        else:
            yield from _outermost(one)


def _said(shapes: list[etree._Element]) -> tuple[str, bool]:
    """Return the alternative of a drawing, and whether it only decorates."""
    for one in shapes:
        if name_of(one) == "wp:docPr":
            text = attribute(one, "descr").strip() or attribute(one, "title").strip()
            decorates = any(
                str(e.tag).endswith("}decorative") and attribute(e, "val") in ("1", "true") for e in one.iter()
            )
            return text or _first_own(shapes), decorates
    old = [one for one in shapes if name_of(one)[:2] == "v:"]
    told = (attribute(one, key).strip() for key in ("alt", "title") for one in old)
    return next(filter(None, told), ""), False


def _first_own(shapes: list[etree._Element]) -> str:
    own = [attribute(one, "descr").strip() for one in shapes if name_of(one) in ("pic:cNvPr",)]
    return own[0] if len(own) == 1 else ""


def _own(blip: etree._Element) -> str:
    """Return what a picture in a group says of itself."""
    around = blip.getparent()
    while around is not None and name_of(around) != "pic:pic":
        around = around.getparent()
    return (
        next((attribute(one, "descr").strip() for one in inner(around, "pic:cNvPr")), "") if around is not None else ""
    )


def _source(blip: etree._Element) -> tuple[str, str]:
    return attribute(blip, "r:embed") or attribute(blip, "r:id"), attribute(blip, "r:link")


def _taken(blip: etree._Element, alternative: str | None, story: Story) -> Picture | None:
    embedded, linked = _source(blip)
    relation = story.relations.get(embedded)
    told = alternative or ""
    if relation is None or relation.outside:
        address = relation or story.relations.get(linked)
        name = address.target if address else message("it is not in the file")
        story.tell("IMP-053", told, name=message("linked, not in the file ({name})", name=name) if address else name)
        return None
    if relation.target not in story.package.archive.names:
        story.tell("IMP-053", told, name=message("it is not in the file"))
        return None
    before = len(story.pictures.changed)
    name, why = story.pictures.add(story.package.archive.read(relation.target))
    if why:
        story.tell("IMP-053", told, name=why)
        return None
    for changed, how in story.pictures.changed[before:]:
        story.tell("IMP-023", name=f"{changed}: {how}")
    if told and any(words in told.lower() for words in _BY_MACHINE):
        story.tell("IMP-040", told, told)
    return Picture(name, " ".join(alternative.split()) if alternative is not None else None)
