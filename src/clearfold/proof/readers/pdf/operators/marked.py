"""Gather the marked-content sequences of a page: what each says of itself, and within which clip it is drawn."""

from dataclasses import dataclass
from functools import lru_cache

from pypdf.generic import DictionaryObject, PdfObject

from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.pdf.operators.state import Stream
from clearfold.proof.readers.pdf.operators.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked-content sequence: its tag without the slash, its id (-1: none), the form that holds it (0: none).

    ``clip`` is the room that may be painted when it begins: the frame of a picture. ``keys`` are those of its
    properties; ``inner`` is true of one that stands within another.
    """

    tag: str
    mcid: int
    form: int
    clip: Box
    keys: frozenset[str] = frozenset()
    inner: bool = False


class MarkVisitor(Visitor):
    """Gathers the marked-content sequences of one page in their order."""

    def __init__(self) -> None:
        self.marked: list[Marked] = []

    def opened(self, operands: list[PdfObject], stream: Stream) -> None:
        """Add a sequence."""
        mark = stream.marks[-1]
        given = operands[1] if len(operands) > 1 else None
        keys = _keys(tuple(given)) if isinstance(given, DictionaryObject) else frozenset[str]()
        tag = str(operands[0])[1:] if operands else ""
        inner = len(stream.marks) > 2 or stream.depth > 0
        self.marked.append(Marked(tag, mark.mcid, mark.form, stream.now.clip, keys, inner))


@lru_cache(maxsize=256)
def _keys(given: tuple[str, ...]) -> frozenset[str]:
    """Return keys without their slash: a book has few sets of them, and each of them many times."""
    return frozenset(key[1:] for key in given)
