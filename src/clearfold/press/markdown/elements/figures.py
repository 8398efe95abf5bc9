"""The pictures of the body: what is wrong with them, and their captions; one that stands alone becomes a figure."""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.press.document.blocks import Caption, Figure, Node, Paragraph
from clearfold.press.document.inlines import Image, Text
from clearfold.press.document.walk import Nodes, rewritten, walk
from clearfold.press.markdown.pictures import Pictures
from clearfold.press.markdown.positions import Places


def read(nodes: Nodes, pictures: Pictures, places: Places) -> tuple[Nodes, tuple[Diagnostic, ...]]:
    """Return the nodes with their figures, and what is wrong with their pictures, which ``pictures`` takes in."""
    alone = {id(image) for node in walk(nodes) if isinstance(node, Paragraph) and (image := _alone(node))}
    found = [node for node in walk(nodes) if isinstance(node, Image)]
    faults = tuple(fault for image in found for fault in _faults(image, pictures, places, alone=id(image) in alone))
    return rewritten(nodes, _figures), faults


def _faults(image: Image, pictures: Pictures, places: Places, *, alone: bool) -> Iterator[Diagnostic]:
    caption, place = _caption(image), image.place or places.start
    decoration = image.attributes.role in ("presentation", "none")
    yield from pictures.add(image.name, image.alternative, place, decoration=decoration)
    if caption and " ".join(caption.split()) == " ".join(image.alternative.split()):
        yield mistake("SRC-036", place)
    if caption and not alone:
        yield mistake("SRC-037", place)


def _figures(siblings: Nodes) -> Iterator[Node]:
    for node in siblings:
        if isinstance(node, Image):
            yield _bare(node)
        elif isinstance(node, Figure):
            yield Figure(tuple(_within(node.children)), node.attributes)
        elif isinstance(node, Paragraph) and (image := _alone(node)):
            caption = _caption(image)
            said = (Caption("figcaption", (Text(caption),)),) if caption else ()
            yield Figure((*node.children, *said), node.attributes)
        else:
            yield node


def _within(nodes: Nodes) -> Iterator[Node]:
    """Yield what stands in a figure; a picture without a caption of its own needs no paragraph there."""
    for node in nodes:
        if isinstance(node, Paragraph) and (image := _alone(node)) and not _caption(image):
            yield from node.children
        else:
            yield node


def _alone(paragraph: Paragraph) -> Image | None:
    """Return the picture that is all that a paragraph holds, if there is one."""
    told = [node for node in paragraph.children if not (isinstance(node, Text) and node.blank)]
    return told[0] if len(told) == 1 and isinstance(told[0], Image) else None


def _caption(image: Image) -> str:
    return image.attributes.get("title") or ""


def _bare(image: Image) -> Image:
    return replace(image, attributes=image.attributes.without("title"))
