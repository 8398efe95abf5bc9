"""Say what differs between two outputs of one name beyond their bytes: PDF by PDF, EPUB by EPUB, or line by line."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, StreamObject

SCALE = 1.0
"""Pixels for each point: enough for a letter that moves by one, and quick."""
SUMS = re.compile(rb'\b[0-9a-f]{64}\b|(?<="bytes": )\d+')
"""What follows from the bytes of other outputs, where an output tells of them: manifest.json does."""
PACKING = ("/Length", "/Filter", "/DecodeParms")
XML = (".xhtml", ".opf", ".ncx", ".svg", ".xml")


def differences(name: str, one: bytes, two: bytes) -> list[str]:
    """Return what differs beyond bytes."""
    if name.endswith(".pdf"):
        return list(pdf_differences(one, two))
    if name.endswith(".epub"):
        return list(epub_differences(one, two))
    here, there = (SUMS.sub(b"", data).decode() for data in (one, two))
    return [] if here == there else [first(here, there)]


def first(one: str, two: str) -> str:
    """Return the first line that differs, in both, no longer than can be read."""
    pairs = zip_longest(one.splitlines(), two.splitlines(), fillvalue="nothing")
    differing = ((number, pair) for number, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    number, (here, there) = next(differing, (0, ("", "")))
    if not number:
        return "other line ends"
    common = next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    begin = max(0, common - 20)
    return f"line {number}: {here[begin : common + 40].strip()!r} became {there[begin : common + 40].strip()!r}"


def epub_differences(one: bytes, two: bytes) -> Iterator[str]:
    """Yield the entries that differ as XML, or as bytes where they are none; their order, times and packing may."""
    here, there = (entries(BytesIO(data)) for data in (one, two))
    yield from (f"{name} only in the first" for name in here.keys() - there.keys())
    yield from (f"{name} only in the second" for name in there.keys() - here.keys())
    for name in sorted(here.keys() & there.keys()):
        if here[name] == there[name]:
            continue
        if not name.endswith(XML):
            yield f"{name} differs"
            continue
        trees = [etree.fromstring(entry[name]) for entry in (here, there)]
        canonical = [etree.tostring(tree, method="c14n", exclusive=True).decode() for tree in trees]
        if canonical[0] != canonical[1]:
            texts = [" ".join(" ".join(map(str, tree.itertext())).split()) for tree in trees]
            kind = "tree" if texts[0] == texts[1] else "text"
            yield f"{name} has another {kind}, {first(*(texts if kind == 'text' else canonical))}"


def entries(file: Path | BytesIO) -> Mapping[str, bytes]:
    """Return every file of an archive."""
    with ZipFile(file) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def pdf_differences(one: bytes, two: bytes) -> Iterator[str]:
    """Yield what differs of two PDFs' pages, looks, text, tags and other objects, however those are numbered."""
    here, there = (parts(PdfReader(BytesIO(data))) for data in (one, two))
    if here == there:
        return
    seen, met = ([*drawn(data)] for data in (one, two))
    if len(seen) != len(met):
        yield f"{len(seen)} pages became {len(met)}"
    pairs = [*zip(seen, met, strict=False)]
    for number, what in enumerate(("look", "text")):
        pages = [str(page) for page, (a, b) in enumerate(pairs, 1) if a[number] != b[number]]
        if pages:
            yield f"other {what} on page {', '.join(pages[:8])}{f' and {len(pages) - 8} more' if pages[8:] else ''}"
    trees = ["\n".join(tags(PdfReader(BytesIO(data)))) for data in (one, two)]
    if trees[0] != trees[1]:
        yield f"other tags, {first(*trees)}"
    others = sorted(key for key in here.keys() | there.keys() if here.get(key) != there.get(key))
    yield f"other objects in {' '.join(others)}"


def drawn(data: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield each page's picture, as a sum, and its text."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            bitmap = page.render(scale=SCALE)
            picture = repr((bitmap.width, bitmap.height)).encode() + bytes(bitmap.buffer)
            yield sha256(picture).digest(), page.get_textpage().get_text_bounded()


def parts(reader: PdfReader) -> dict[str, tuple[str, ...]]:
    """Return the objects of a PDF below each key of its catalogue, and of its information, without their numbers."""
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    catalogue = reader.root_object
    names = {number: f"page {n}" for number, n in pages.items()}
    elements: dict[int, str] = {}
    found: dict[str, tuple[str, ...]] = {}
    # The tree first, because what stands elsewhere may point at its elements, and they at all of it.
    for key in sorted(catalogue, key=lambda key: (key != "/StructTreeRoot", key)):
        known = names if key == "/StructTreeRoot" else {**names, **elements}
        reached: dict[int, str] = {}
        # The tree of pages is the writer's affair, the pages are not.
        roots = [page.indirect_reference for page in reader.pages] if key == "/Pages" else [catalogue.raw_get(key)]
        found[key] = tuple(token for root in roots for token in objects(root, known, reached))
        if key == "/StructTreeRoot":
            elements = {number: f"tag {name}" for number, name in reached.items()}
    found["/Info"] = tuple(objects(reader.trailer.get("/Info"), names, {}))
    return found


def objects(root: object, known: Mapping[int, str], reached: dict[int, str]) -> Iterator[str]:
    """Yield an object and all it points at, in order; one that is known or was reached is named, and not followed."""
    begin = root.idnum if isinstance(root, IndirectObject) else None
    stack = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, IndirectObject):
            name = reached.get(item.idnum) or (known.get(item.idnum) if item.idnum != begin else None)
            if name:
                yield name
                continue
            reached[item.idnum] = f"object {len(reached)}"
            item = item.get_object()
        if isinstance(item, DictionaryObject):
            # A page's way up leads to all others; how a stream is packed says nothing of what it holds.
            left = PACKING if isinstance(item, StreamObject) else ("/Parent",) if item.get("/Type") == "/Page" else ()
            keys = sorted(key for key in item if key not in left)
            yield f"<<{' '.join(keys)}>>"
            stack += [item.raw_get(key) for key in reversed(keys)]
            if isinstance(item, StreamObject):
                yield sha256(item.get_data()).hexdigest()
        elif isinstance(item, ArrayObject):
            yield f"[{len(item)}]"
            stack += reversed([*list.__iter__(item)])
        else:
            yield repr(item)


def tags(reader: PdfReader) -> Iterator[str]:
    """Yield each element of a structure tree, as far in as it is deep, with all that it says of itself."""
    root = reader.root_object.get("/StructTreeRoot", NullObject()).get_object()
    stack: list[tuple[int, object]] = [(0, root.get("/K"))] if isinstance(root, DictionaryObject) else []
    while stack:
        depth, item = stack.pop()
        if isinstance(item, IndirectObject):
            item = item.get_object()
        if isinstance(item, ArrayObject):
            stack += [(depth, kid) for kid in reversed([*list.__iter__(item)])]
        elif isinstance(item, DictionaryObject) and "/S" in item:
            said = {
                key: item[key] for key in sorted(item) if key in ("/Alt", "/ActualText", "/E", "/ID", "/Lang", "/T")
            }
            attributes = " ".join(objects(item.get("/A"), {}, {})) if "/A" in item else ""
            yield f"{'  ' * depth}{item['/S']} {said or ''} {attributes}".rstrip()
            stack.append((depth + 1, item.get("/K")))
