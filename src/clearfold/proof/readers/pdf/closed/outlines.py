"""Bookmarks of an edition of ours: each is open, and leads to the place on its page where its heading stands."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.closed.announced import destinations_of, parts, resolved, stands
from clearfold.proof.readers.pdf.closed.elements import read_elements
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary, text_string

HEADINGS = frozenset(("Title", "H1", "H2", "H3", "H4", "H5", "H6"))


@foreign()
def read_outlines(pdf: PdfFile) -> tuple[str, ...]:
    """Return what is wrong with the bookmarks, each once; that their words are headings is asked elsewhere."""
    elements = read_elements(pdf)
    by_number = {element.number: element for element in elements}
    headings = [element for element in elements if element.kind in HEADINGS]
    named = destinations_of(pdf)
    found: dict[str, None] = {}
    for item in _items(pdf):
        title = text_string(item.get("/Title"))
        action = dictionary(item.get("/A"))
        where = resolved(item.get("/Dest") if action is None else action.get("/D"), named)
        meant = [one for one in headings if fold(one.text) == fold(title)]
        beside = where is None or (meant and not any(stands(pdf, where, one) for one in meant))
        if beside or parts(pdf, action, named, by_number) is not None:
            found[message("the bookmark “{title}” leads beside its heading", title=title[:40])] = None
        if str(item.get("/Count", "0")).startswith("-"):
            found[message("the bookmark “{title}” hides those below it", title=title[:40])] = None
    return tuple(found)


def _items(pdf: PdfFile) -> Iterator[DictionaryObject]:
    """Yield the bookmarks, each once."""
    outlines = dictionary(pdf.catalogue.get("/Outlines"))
    waiting = [dictionary(outlines.get("/First"))] if outlines is not None else []
    met: set[int] = set()
    while waiting:
        item = waiting.pop()
        if item is None or id(item) in met:
            continue
        met.add(id(item))
        yield item
        waiting += [dictionary(item.get(key)) for key in ("/Next", "/First")]
