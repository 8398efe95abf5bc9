"""What the pages of a PDF name as their own and none of them draws: forms and patterns."""

from collections.abc import Iterator

from pypdf.generic import IndirectObject, StreamObject

from clearfold.model.messages import message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary

GROUPS = {"/XObject": message("an icon that no page draws"), "/Pattern": message("a pattern that no page draws")}


@foreign()
def read_unused(pdf: PdfFile) -> tuple[str, ...]:
    """Return what is named and not drawn, each sort once: it was drawn when the page was made."""
    used = {number for page in pdf.pages for number in page.used}
    return tuple(dict.fromkeys(what for number, what in _named(pdf) if number not in used))


def _named(pdf: PdfFile) -> Iterator[tuple[int, str]]:
    """Yield the number of each form and pattern of the pages' resources, with what is said where none draws it."""
    for page in pdf.reader.pages:
        resources = dictionary(page.get("/Resources"))
        for group, what in GROUPS.items() if resources is not None else ():
            named = dictionary(resources.get(group)) if resources is not None else None
            for raw in (named.raw_get(name) for name in named) if named is not None else ():
                one = dictionary(raw)
                image = isinstance(one, StreamObject) and one.get("/Subtype") == "/Image"
                if isinstance(raw, IndirectObject) and one is not None and not image:
                    yield raw.idnum, what
