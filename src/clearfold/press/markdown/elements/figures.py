"""The pictures of the body: what is wrong with them, and their captions; one that stands alone becomes a figure."""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import Caption, Figure, Node, Paragraph
from clearfold.press.document.inlines import Image, Inline, LineBreak, Style, Styled, Text
from clearfold.press.document.walk import Nodes, rewritten, walk
from clearfold.press.images.cropping import Crop, crop_of
from clearfold.press.images.sharpness import BESIDE, IN_TEXT, WITHIN
from clearfold.press.markdown.pictures import Pictures
from clearfold.press.markdown.positions import Places

CREDIT = "credit"  # the class of the words that say who made a picture


def read(nodes: Nodes, pictures: Pictures, places: Places) -> tuple[Nodes, tuple[Diagnostic, ...]]:
    """Return the nodes with their figures, and what is wrong with their pictures, which ``pictures`` takes in."""
    alone = {id(image) for node in walk(nodes) if isinstance(node, Paragraph) and (image := _alone(node))}
    found = [node for node in walk(nodes) if isinstance(node, Image)]
    figured = {id(below) for node in walk(nodes) if isinstance(node, Figure) for below in node.children}
    faults = tuple(
        fault
        for image in found
        for fault in _faults(image, pictures, places, alone=id(image) in alone, figured=id(image) in figured)
    )
    return rewritten(nodes, _figures), faults


def _faults(image: Image, pictures: Pictures, places: Places, *, alone: bool, figured: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with a picture, which stands alone in a paragraph, or in a figure of HTML, or in a text."""
    caption, place = _caption(image), image.place or places.start
    decoration = image.attributes.role in ("presentation", "none")
    room = (BESIDE if "beside" in image.attributes.classes else IN_TEXT) if alone or figured else WITHIN
    said, crop = image.attributes.get("crop"), _crop(image)
    if said is not None and crop is None:
        yield mistake("SRC-152", place, "unknown", said=said)
    elif crop and image.name.lower().endswith(".svg"):
        yield mistake("SRC-152", place, "drawing", name=image.name)
    elif crop and not (alone or figured):
        yield mistake("SRC-037", place, "crop")
    yield from pictures.add(image.name, image.alternative, place, decoration=decoration, room=replace(room, crop=crop))
    if caption and " ".join(caption.split()) == " ".join(image.alternative.split()):
        yield mistake("SRC-036", place)
    for key, said in (("caption", caption), ("credit", _credit(image))):
        if said and not alone:
            yield mistake("SRC-037", place, key)


def _figures(siblings: Nodes) -> Iterator[Node]:
    for node in siblings:
        if isinstance(node, Image):
            yield _bare(node)
        elif isinstance(node, Figure):
            yield Figure(tuple(_within(node.children)), node.attributes)
        elif isinstance(node, Paragraph) and (image := _alone(node)):
            said = _said(image)
            below = (Caption("figcaption", said),) if said else ()
            yield Figure((*node.children, *below), node.attributes)
        else:
            yield node


def _within(nodes: Nodes) -> Iterator[Node]:
    """Yield what stands in a figure; a picture without a caption of its own needs no paragraph there."""
    for node in nodes:
        if isinstance(node, Paragraph) and (image := _alone(node)) and not _said(image):
            yield from node.children
        else:
            yield node


def _alone(paragraph: Paragraph) -> Image | None:
    """Return the picture that is all that a paragraph holds, if there is one."""
    told = [node for node in paragraph.children if not (isinstance(node, Text) and node.blank)]
    return told[0] if len(told) == 1 and isinstance(told[0], Image) else None


def _caption(image: Image) -> str:
    return image.attributes.get("title") or ""


def _credit(image: Image) -> str:
    return " ".join((image.attributes.get("credit") or "").split())


def _crop(image: Image) -> Crop | None:
    return crop_of(image.attributes.get("crop") or "")


def _said(image: Image) -> tuple[Inline, ...]:
    """Return what stands below a picture: its caption, and on a line of its own who made it."""
    caption, credit = _caption(image), _credit(image)
    named = (Styled(Style.SPAN, (Text(credit),), Attributes((("class", CREDIT),))),) if credit else ()
    between = (LineBreak(),) if caption and credit else ()
    return (*((Text(caption),) if caption else ()), *between, *named)


def _bare(image: Image) -> Image:
    bare, crop = image.attributes.without("title").without("credit").without("crop"), _crop(image)
    if crop:
        bare = bare.having("class", " ".join((*bare.classes, *crop.classes)))
    return replace(image, attributes=bare)
