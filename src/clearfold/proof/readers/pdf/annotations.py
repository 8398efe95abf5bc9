"""Read what lies over the pages of a PDF and is no part of them: comments, stamps, form fields (ISO 32000-1, 12.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf.generic import DictionaryObject, NameObject, StreamObject

from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import PdfFile, origin
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.operators.cells import words_of
from clearfold.proof.readers.pdf.operators.layers import Layers
from clearfold.proof.readers.pdf.operators.matrix import around, box_of
from clearfold.proof.readers.pdf.structure_types import target

HIDDEN, PRINT, NO_VIEW = 2, 4, 32  # bits of /F


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation that is shown: its page from 0, its kind without the slash, the words it has, and its room.

    ``drawn`` is true where it has an appearance of its own, or is a window that stands open; ``looks`` are the words
    that its appearance draws; ``way`` is where a link leads.
    """

    page: int
    kind: str
    words: str
    box: Box
    drawn: bool = False
    looks: str = ""
    way: str = ""


@foreign()
def read_annotations(pdf: PdfFile, *, hidden: bool = False) -> tuple[Annotation, ...]:
    """Return the annotations that are shown or printed, page by page, links among them; the ``hidden`` if asked."""
    return tuple(found for number in range(len(pdf.reader.pages)) for found in _on_page(pdf, number, hidden=hidden))


def _on_page(pdf: PdfFile, number: int, *, hidden: bool) -> Iterator[Annotation]:
    page = pdf.reader.pages[number]
    layers = Layers.of(page)
    for item in items(page.get("/Annots")):
        annotation = dictionary(item)
        if annotation is None or not (hidden or _shown(annotation, layers)):
            continue
        sides = items(annotation.get("/Rect"))
        if len(sides) == 4:
            box = around(origin(page), box_of(sides))
            kind = str(annotation.get("/Subtype") or "")[1:]
            look = _look(annotation)
            looks = words_of(look, DictionaryObject(), page, pdf.fonts) if look is not None else ""
            drawn = look is not None or (kind == "Popup" and str(annotation.get("/Open")) in ("True", "true"))
            yield Annotation(number, kind, _words(annotation), box, drawn, looks, target(annotation))


def _shown(annotation: DictionaryObject, layers: Layers) -> bool:
    """Say whether an annotation is on the screen, or on paper alone (ISO 32000-1, table 165), and its layer is on."""
    flags = int(str(annotation.get("/F") or 0))
    if "/OC" in annotation and layers.hide(annotation.raw_get("/OC")):
        return False
    return not flags & HIDDEN and (not flags & NO_VIEW or bool(flags & PRINT))


def _look(annotation: DictionaryObject) -> StreamObject | None:
    """Return how an annotation looks, in the state in which it is (ISO 32000-1, 12.5.5); None without a look."""
    looks = dictionary(annotation.get("/AP"))
    usual = dictionary(looks.get("/N")) if looks is not None else None
    if usual is not None and not isinstance(usual, StreamObject):
        usual = dictionary(usual.get(str(annotation.get("/AS"))))
    return usual if isinstance(usual, StreamObject) else None


def _words(annotation: DictionaryObject) -> str:
    """Return the words of an annotation: its contents, or the value of the field that it shows."""
    for key in ("/Contents", "/V"):
        value = annotation.get(key)
        held = value.get_object() if value is not None else None
        text = " ".join(str(held).split()) if held is not None else ""
        if text and not isinstance(held, NameObject):  # the state of a box to tick has a name, and no words
            return text
    return ""
