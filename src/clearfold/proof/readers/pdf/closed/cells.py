"""The cells of patterns, which no interpreter of a page runs: what they draw keeps the grammar of pages."""

from collections.abc import Iterator

from pypdf.generic import ContentStream, DictionaryObject, IndirectObject, StreamObject

from clearfold.model.messages import message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary
from clearfold.proof.readers.pdf.operators.syntax import broken

GROUPS = ("/Pattern", "/XObject")
DEEPEST = 12  # forms within cells
LAID = b"/Artifact"  # begins a cell that a page's own design repeats, such as leaders; those of drawings are pictures


@foreign()
def read_cells(pdf: PdfFile) -> tuple[str, ...]:
    """Return what breaks the grammar in the cells of patterns, and in the forms that they draw, each sort once."""
    seen: set[int] = set()
    found: dict[str, None] = {}
    sizes: dict[str, set[bytes]] = {}
    shapes: dict[bytes, set[str]] = {}
    for page in pdf.reader.pages:
        resources = dictionary(page.get("/Resources"))
        for cell in _streams(resources, GROUPS[:1], seen, 0) if resources is not None else ():
            own = dictionary(cell.get("/Resources"))
            operations = ContentStream(cell, pdf.reader).operations
            found.update(dict.fromkeys(broken(operations, own if own is not None else DictionaryObject())))
            if not operations:
                found[message("a pattern that draws nothing")] = None
            drawn = _drawn(cell, 0)
            if drawn.startswith(LAID):
                sizes.setdefault(str([cell.get(key) for key in ("/BBox", "/XStep", "/YStep")]), set()).add(drawn)
                shapes.setdefault(drawn, set()).add(str(cell.get("/BBox")))
    if any(len(drawn) > 1 for drawn in sizes.values()) or any(len(rooms) > 1 for rooms in shapes.values()):
        found[message("a pattern that is not as others of its size")] = None
    return tuple(found)


def _drawn(stream: StreamObject, depth: int) -> bytes:
    """Return what a cell draws, with the forms in it and their rooms."""
    own = dictionary(stream.get("/Resources"))
    named = dictionary(own.get("/XObject")) if own is not None else None
    forms = [dictionary(value) for value in (named or {}).values()] if depth < DEEPEST else []
    inner = (
        str(form.get("/BBox")).encode() + _drawn(form, depth + 1) for form in forms if isinstance(form, StreamObject)
    )
    return stream.get_data() + b"".join(inner)


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
