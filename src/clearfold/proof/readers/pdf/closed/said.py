"""Elements of the tags that say their text otherwise than by its letters, beside what is drawn in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pypdf.generic import DictionaryObject, IndirectObject, NumberObject

from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.structure import DEEPEST, Key, by_mark, page_of
from clearfold.proof.readers.pdf.structure_types import CELLS, heading_level, standard_type, text_of

OF_TEXT = CELLS | frozenset(
    "P LBody Lbl Caption BlockQuote Quote Note FENote Span Em Strong Sub Sup Code Title".split()
)
"""Types whose words are read themselves; an alternative of a picture, a formula, a link or a table names it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an element says, and what is drawn in it, each with single spaces; ``page`` counts from 0."""

    page: int
    said: str
    drawn: str


@foreign()
def read_said(pdf: PdfFile) -> tuple[Said, ...]:
    """Return each element with ActualText, in the order of the tags."""
    return _read(pdf, lambda element: text_of(element, "/ActualText"))


@foreign()
def read_spoken(pdf: PdfFile) -> tuple[Said, ...]:
    """Return each element of text that has an alternative or an expansion, which is spoken in place of its words."""

    def spoken(element: DictionaryObject) -> str:
        kind = standard_type(element, pdf.tree, old=pdf.old)
        if kind not in OF_TEXT and not heading_level(kind):
            return ""
        return text_of(element, "/Alt") or text_of(element, "/E")

    return _read(pdf, spoken)


def _read(pdf: PdfFile, said_by: Callable[[DictionaryObject], str]) -> tuple[Said, ...]:
    if pdf.tree is None:
        return ()
    walk = _Walk(pdf, said_by)
    return tuple(walk.below(pdf.tree, 0, 0))


class _Walk:
    """One walk through the tree; an element that it names twice is met once."""

    def __init__(self, pdf: PdfFile, said_by: Callable[[DictionaryObject], str]) -> None:
        self._pdf = pdf
        self._said_by = said_by
        self._pieces = by_mark(pdf)
        self._seen: set[int] = set()

    def below(self, element: DictionaryObject, page: int, depth: int) -> Iterator[Said]:
        """Yield the elements in an element that say something."""
        page = page_of(self._pdf, element, page)
        for kid in items(element.get("/K")) if depth < DEEPEST else ():
            found = dictionary(kid)
            number = kid.idnum if isinstance(kid, IndirectObject) else 0
            if found is None or "/S" not in found or number in self._seen:
                continue
            self._seen |= {number} if number else set()
            if said := self._said_by(found):
                inside = page_of(self._pdf, found, page)
                yield Said(inside, _spaced(said), _spaced("".join(self._drawn(found, inside, depth))))
            yield from self.below(found, page, depth + 1)

    def _drawn(self, element: DictionaryObject, page: int, depth: int) -> Iterator[str]:
        for kid in items(element.get("/K")) if depth < DEEPEST else ():
            target, found = kid.get_object(), dictionary(kid)
            key: Key | None = None
            if isinstance(target, NumberObject):
                key = (page, 0, int(target))
            elif found is not None and "/MCID" in found:
                key = (page_of(self._pdf, found, page), 0, int(str(found["/MCID"])))
            elif found is not None and "/S" in found:
                yield from self._drawn(found, page_of(self._pdf, found, page), depth + 1)
            if key is not None:
                yield from (piece.text for piece in self._pieces.get(key, ()))


def _spaced(text: str) -> str:
    return " ".join(text.split())
