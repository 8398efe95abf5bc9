"""Write the structure tree of a PDF as indented text: what `clearfold show-tags` prints, and golden tests compare."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, IndirectObject, NumberObject, PdfObject

from clearfold.model.messages import message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.structure import DEEPEST, Key, by_mark, page_of
from clearfold.proof.readers.pdf.structure_types import link_of, standard_type, text_of
from clearfold.proof.readers.pdf.text_pieces import Piece

SAID = ("/Lang", "/Alt", "/ActualText", "/E", "/T", "/ID")


@foreign()
def show_tags(pdf: PdfFile) -> str:
    """Return the tree, an element a line, two spaces a level, with its entries and text; "" for an untagged PDF."""
    if pdf.tree is None:
        return ""
    return "\n".join(_lines(pdf, pdf.tree, by_mark(pdf), -1, 0, set())) + "\n"


def _lines(
    pdf: PdfFile, element: DictionaryObject, pieces: dict[Key, list[Piece]], page: int, depth: int, met: set[int]
) -> Iterator[str]:
    """Yield the lines of an element's children; one that the tree names once more is not followed again."""
    page = page_of(pdf, element, page)
    text = ""
    for kid in items(element.get("/K")) if depth < DEEPEST else ():
        target = kid.get_object()
        child = dictionary(kid)
        if isinstance(target, NumberObject):
            text += _text(pieces, (page, 0, int(target)))
        elif child is not None and child.get("/Type") == "/MCR":
            form = child.raw_get("/Stm") if "/Stm" in child else None
            stream = form.idnum if isinstance(form, IndirectObject) else 0
            if "/MCID" in child:
                text += _text(pieces, (page_of(pdf, child, page), stream, int(str(child["/MCID"]))))
        elif child is not None and child.get("/Type") != "/OBJR":
            if text:
                yield f"{'  ' * depth}“{text}”"
                text = ""
            number = kid.idnum if isinstance(kid, IndirectObject) else 0
            again = message(" (named above already)") if number in met else ""
            yield _line(pdf, child, page, depth) + again
            if not again:
                met |= {number} if number else set()
                yield from _lines(pdf, child, pieces, page, depth + 1, met)
    if text:
        yield f"{'  ' * depth}“{text}”"


def _text(pieces: dict[Key, list[Piece]], key: Key) -> str:
    return "".join(piece.text for piece in pieces.get(key, ()))


def _plain(value: object) -> str:
    """Return a value as it is written; of what stands elsewhere only that it does."""
    target = value.get_object() if isinstance(value, PdfObject) else value
    return "…" if isinstance(target, DictionaryObject) else str(target)


def _line(pdf: PdfFile, element: DictionaryObject, page: int, depth: int) -> str:
    kind = standard_type(element, pdf.tree, old=pdf.old)
    own = str(element.get("/S") or "")[1:]
    name = kind if kind == own else f"{own} → {kind}"
    said = [f"{key[1:]}={text_of(element, key)!r}" for key in SAID if text_of(element, key)]
    for owner in items(element.get("/A")):
        found = dictionary(owner)
        said += [f"{key[1:]}={_plain(value)}" for key, value in (found or {}).items() if key not in ("/O", "/BBox")]
    if link := link_of(element, kind):
        said.append(f"link={link!r}")
    return " ".join(["  " * depth + name, *said])
