"""Read the bookmarks of a PDF and where each leads, and what its pages are called (ISO 32000-1, 12.3.3 and 12.4.2).

What a file writes wrongly here is read as far as it goes: no page is harder to read for it.
"""

from collections.abc import Iterator, Mapping

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, NumberObject, PdfObject

from clearfold.proof.readers.guard import PROBLEMS
from clearfold.proof.readers.pdf.objects import dictionary, items, text_string

NOWHERE = -1
DEEPEST = 64  # branches within branches of a tree of names


def read_bookmarks(catalogue: DictionaryObject, page_of: Mapping[int, int]) -> list[tuple[str, int]]:
    """Return the bookmarks in their order, each with the page, from 0, to which it leads; NOWHERE for none.

    One that leads out of the file is none of these. ``page_of`` has the pages by their object numbers.
    """
    outlines = dictionary(catalogue.get("/Outlines"))
    names = dict(_named(catalogue))
    found: list[tuple[str, int]] = []
    met: set[int] = set()
    waiting = [outlines.raw_get("/First")] if outlines is not None and "/First" in outlines else []
    while waiting:
        raw = waiting.pop()
        item = dictionary(raw)
        number = raw.idnum if isinstance(raw, IndirectObject) else 0
        if item is None or number in met:
            continue
        met |= {number} if number else set()
        action = dictionary(item.get("/A"))
        if action is None or action.get("/S") == "/GoTo":
            found.append((text_string(item.get("/Title")), _led(item, action, names, page_of)))
        # What stands below an entry is met before what follows it.
        waiting += [item.raw_get(key) for key in ("/Next", "/First") if key in item]
    return found


def read_labels(reader: PdfReader) -> tuple[str, ...]:
    """Return what each page is called; where a file does not say it in a way that can be read, its number."""
    try:
        return tuple(reader.page_labels)
    except PROBLEMS:
        return tuple(str(number) for number in range(1, len(reader.pages) + 1))


def _led(
    item: DictionaryObject, action: DictionaryObject | None, names: Mapping[str, PdfObject], page_of: Mapping[int, int]
) -> int:
    """Return the page to which an entry leads, by a destination, its name, or a structure element (2.0, 12.3.2.3)."""
    owners = [(item, "/Dest"), *([(action, key) for key in ("/D", "/SD")] if action is not None else [])]
    for owner, key in owners:
        given = owner.get(key)
        target = given.get_object() if isinstance(given, PdfObject) else None
        named = names.get(str(target)) if target is not None else None
        target = named.get_object() if named is not None else target
        if isinstance(target, DictionaryObject):
            target = target.get("/D")
        page = _page(items(target), page_of)
        if page != NOWHERE:
            return page
    return NOWHERE


def _page(destination: list[PdfObject], page_of: Mapping[int, int]) -> int:
    """Return the page that a destination begins with: itself, its number, or the element that stands on it."""
    first = destination[0] if destination else None
    if isinstance(first, IndirectObject) and first.idnum in page_of:
        return page_of[first.idnum]
    target = first.get_object() if first is not None else None
    if isinstance(target, NumberObject):
        return int(target) if 0 <= int(target) < len(page_of) else NOWHERE
    element = target if isinstance(target, DictionaryObject) else None
    reference = element.raw_get("/Pg") if element is not None and "/Pg" in element else None
    return page_of.get(reference.idnum, NOWHERE) if isinstance(reference, IndirectObject) else NOWHERE


def _named(catalogue: DictionaryObject) -> Iterator[tuple[str, PdfObject]]:
    """Yield the named destinations: of the catalogue's dictionary, and of its tree of names (7.9.6)."""
    for name, value in (dictionary(catalogue.get("/Dests")) or DictionaryObject()).items():
        yield str(name), value
    names = dictionary(catalogue.get("/Names"))
    tree = names.get("/Dests") if names is not None else None
    yield from _leaves(tree, set(), 0) if isinstance(tree, PdfObject) else ()


def _leaves(raw: PdfObject, met: set[int], depth: int) -> Iterator[tuple[str, PdfObject]]:
    branch = dictionary(raw)
    number = raw.idnum if isinstance(raw, IndirectObject) else 0
    if branch is None or number in met or depth > DEEPEST:
        return
    met |= {number} if number else set()
    pairs = items(branch.get("/Names"))
    for name, value in zip(pairs[::2], pairs[1::2], strict=False):
        yield str(name.get_object()), value
    for kid in items(branch.get("/Kids")):
        yield from _leaves(kid, met, depth + 1)
