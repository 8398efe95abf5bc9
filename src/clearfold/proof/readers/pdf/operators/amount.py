"""How much a page draws where each form counts as often as it is drawn, known before anything is drawn.

Forms that draw one another ten times each, over twenty levels, are 10^20 drawings in three kilobytes, and no program
comes to their end. What a form draws is counted once; whatever draws it multiplies that. Counted as well is what only
a page draws that is rendered: cells of patterns, masks, glyphs that are content streams, looks of annotations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject, PdfObject, StreamObject

from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.pdf.objects import STRINGS, dictionary, items, mask_of, resource
from clearfold.proof.readers.pdf.operators.content import operations_of
from clearfold.proof.readers.pdf.operators.visitor import Operation

DEEPEST = 28  # forms within forms: other programs follow as many
ON_A_PAGE = 2_000_000  # bytes of content that are drawn again; a map of ten thousand signs has one million
IN_A_FILE = 128_000_000  # the same with what several pages draw: one megabyte on each of a hundred
SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
NAMED = frozenset((b"Do", b"scn", b"SCN", b"gs"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stream that another one draws so many times; of a ``glyph`` only counts what it draws in turn."""

    number: int
    times: int
    glyph: bool = False


@dataclass(slots=True)
class Content:
    """The content of a stream: its bytes, what it draws, and the bytes and levels of all that together."""

    size: int
    drawn: tuple[Drawn, ...] = ()
    whole: int = 0
    levels: int = 1


@dataclass(slots=True)
class Amounts:
    """Counts what the pages of a file draw, one page after the other; ``again`` are the bytes that are drawn again."""

    known: dict[int, Content] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)
    again: int = 0

    def count(self, page: PageObject, operations: Sequence[Operation]) -> None:
        """Count what a page draws with these operators, and what lies over it.

        Raises UnreadableError where that is more, or deeper, than can be followed, or never ends.
        """
        resources = dictionary(page.get("/Resources"))
        content = Content(0, tuple(self._drawn(operations, resources if resources is not None else DictionaryObject())))
        looks = [self._one(look, DictionaryObject()) for look in _looks(page)]
        content.drawn += tuple(Drawn(number, 1) for number in looks)
        self._sum(content)
        met: set[int] = set()
        left = [one.number for one in content.drawn]
        while left:
            if (number := left.pop()) not in met:
                met.add(number)
                left += [one.number for one in self.known[number].drawn]
        again = content.whole - sum(self.known[number].size for number in met)
        self.again += again
        if again > ON_A_PAGE or self.again > IN_A_FILE:
            raise UnreadableError(
                message("its drawings hold one another, and are drawn too many times to be followed to an end")
            )

    def _one(self, stream: StreamObject, outer: DictionaryObject) -> int:
        """Count a stream that is met in one of these resources, and return its number."""
        reference = stream.indirect_reference
        number = reference.idnum if reference is not None else -id(stream)
        if number in self.open or len(self.open) > DEEPEST:
            raise UnreadableError(message("its drawings hold themselves, or stand in one another without an end"))
        if number not in self.known:
            self.open.add(number)
            own = dictionary(stream.get("/Resources"))
            operations = operations_of(ContentStream(stream, None))
            content = Content(len(stream.get_data()))
            content.drawn = tuple(self._drawn(operations, own if own is not None else outer))
            self._sum(content)
            self.known[number] = content
            self.open.discard(number)
        return number

    def _sum(self, content: Content) -> None:
        content.whole = content.size
        for one in content.drawn:
            inner = self.known[one.number]
            content.whole += one.times * (inner.whole - (inner.size if one.glyph else 0))
            content.levels = max(content.levels, inner.levels + 1)
        if content.levels > DEEPEST:
            raise UnreadableError(message("its drawings hold themselves, or stand in one another without an end"))

    def _drawn(self, operations: Sequence[Operation], resources: DictionaryObject) -> Iterator[Drawn]:
        """Yield what operators draw: forms, cells of patterns, masks, and glyphs that are content streams."""
        times: dict[int, int] = {}
        letters: dict[str, int] = {}
        font = ""
        for operands, operator in operations:
            if operator in SHOWING:
                letters[font] = letters.get(font, 0) + _letters(operands)
            elif operator == b"Tf" and operands:
                font = str(operands[0])
            elif operator in NAMED and (stream := _stream(operands, operator, resources)) is not None:
                number = self._one(stream, resources)
                times[number] = times.get(number, 0) + 1
        yield from (Drawn(number, count) for number, count in times.items())
        for name, count in letters.items():
            found = dictionary(resource(resources, "/Font", name))
            glyphs = _streams(found.get("/CharProcs")) if found is not None else []
            own = dictionary(found.get("/Resources")) if found is not None else None
            for glyph in glyphs:  # ISO 32000-1, 9.6.5
                number = self._one(glyph, own if own is not None else resources)
                yield Drawn(number, count // len(glyphs) + 1, glyph=True)


def _stream(operands: list[PdfObject], operator: bytes, resources: DictionaryObject) -> StreamObject | None:
    """Return the stream that an operator draws, or that something is drawn with from then on; None for none."""
    if not operands or not isinstance(name := operands[-1], NameObject):
        return None
    if operator in (b"scn", b"SCN"):
        found = resource(resources, "/Pattern", name)
    elif operator == b"gs":
        found = mask_of(resources, name)
    else:
        found = resource(resources, "/XObject", name)
    return found if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image" else None


def _letters(operands: list[PdfObject]) -> int:
    shown = operands[-1] if operands else None
    parts = shown if isinstance(shown, ArrayObject) else [shown]
    return sum(len(part.original_bytes) for part in parts if isinstance(part, STRINGS))


def _looks(page: PageObject) -> Iterator[StreamObject]:
    """Yield how the annotations of a page look (ISO 32000-1, 12.5.5), those of all their states."""
    for item in items(page.get("/Annots")):
        annotation = dictionary(item)
        looks = dictionary(annotation.get("/AP")) if annotation is not None else None
        yield from _streams(looks.get("/N") if looks is not None else None)


def _streams(value: object) -> list[StreamObject]:
    """Return the stream that a value is, or those that a dictionary holds."""
    found = dictionary(value)
    several = [found] if isinstance(found, StreamObject) else map(dictionary, found.values()) if found else ()
    return [one for one in several if isinstance(one, StreamObject)]
