"""The cells of patterns, which no interpreter of a page runs: what they draw keeps the grammar of pages."""

from collections.abc import Iterator

from pypdf.generic import ContentStream, DictionaryObject, IndirectObject, StreamObject

from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary
from clearfold.proof.readers.pdf.operators.syntax import broken

GROUPS = ("/Pattern", "/XObject")
DEEPEST = 12  # forms within cells


@foreign()
def read_cells(pdf: PdfFile) -> tuple[str, ...]:
    """Return what breaks the grammar in the cells of patterns, and in the forms that they draw, each sort once."""
    seen: set[int] = set()
    found: dict[str, None] = {}
    for page in pdf.reader.pages:
        resources = dictionary(page.get("/Resources"))
        for cell in _streams(resources, GROUPS[:1], seen, 0) if resources is not None else ():
            own = dictionary(cell.get("/Resources"))
            operations = ContentStream(cell, pdf.reader).operations
            found.update(dict.fromkeys(broken(operations, own if own is not None else DictionaryObject())))
            if not operations:
                found["a pattern that draws nothing"] = None
    return tuple(found)


def _streams(
    resources: DictionaryObject, groups: tuple[str, ...], seen: set[int], depth: int
) -> Iterator[StreamObject]:
    """Yield the streams of some groups of resources, and those of their own, each once."""
    for group in groups:
        named = dictionary(resources.get(group))
        for raw in (named.raw_get(name) for name in named) if named is not None else ():
            number = raw.idnum if isinstance(raw, IndirectObject) else 0
            stream = dictionary(raw)
            if number in seen or not isinstance(stream, StreamObject) or stream.get("/Subtype") == "/Image":
                continue
            seen |= {number} - {0}
            yield stream
            own = dictionary(stream.get("/Resources"))
            if own is not None and depth < DEEPEST:
                yield from _streams(own, GROUPS, seen, depth + 1)
