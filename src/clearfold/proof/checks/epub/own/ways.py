"""The ways through a book of ours: contents, landmarks, pages and NCX are its headings and marks, to the letter."""

from collections.abc import Iterator
from itertools import zip_longest
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import EPUB_TYPE, XML_LANG, name_of
from clearfold.proof.readers.epub.closed.trees import attributes_of
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import entries, marker_label, markers, ncx_entries, part, words_of

Way = tuple[str, tuple[str, str]]
"""Words and where they lead: a path and an id."""
LANDMARKS = ("glossary", "bibliography")


def book_ways(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of each part of the navigation of which an entry, a name or a count is not what the book makes it."""
    epub, binding = evidence.epub, evidence.binding
    if epub is None or not evidence.ours or binding is None or epub.nav not in epub.documents:
        return
    names = dict(binding.names)
    title = evidence.expected.title
    contents, pages = tuple(_contents(epub, title)), tuple(_pages(epub))
    wanted = {"toc": contents, "landmarks": tuple(_landmarks(epub, names)), "page-list": pages}
    for kind, ways in wanted.items():
        yield from _listed(epub, kind, names[kind], ways)
    for path, root in epub.documents.items():
        said = next((_text(e) for e in root.iter() if name_of(e) == "title"), "")
        if said not in _titles(root, title):
            yield _told(path, message("the title {said}", said=quoted(said)))
    if epub.ncx is None:
        yield _told(epub.package_path, message("no contents for older readers"))
    else:
        if (lang := epub.ncx.get(XML_LANG)) != evidence.expected.lang:
            yield _told(epub.ncx_path, message("the language {lang}", lang=lang))
        yield from _older(epub, binding.identifier, title, names["page-list"], (contents, pages))


def _listed(epub: EpubFile, kind: str, name: str, ways: tuple[Way, ...]) -> Iterator[Diagnostic]:
    found = part(epub, kind)
    if found is None or not ways:
        if (found is None) != (not ways):
            yield _told(
                epub.nav,
                message(
                    "{kind}, which is {what}", kind=kind, what=message("missing") if ways else message("of no pages")
                ),
            )
        return
    heading = next((_text(e) for e in found.iter() if name_of(e) == "h2"), "")
    labelled = found.get("aria-labelledby") == next((e.get("id") for e in found.iter() if name_of(e) == "h2"), "")
    if heading != name or not labelled:
        yield _told(epub.nav, message("the heading {heading}", heading=quoted(heading)))
    yield from _compared(epub.nav, ways, tuple((entry.label, entry.target) for entry in entries(epub, kind)))
    if kind == "landmarks":
        given = tuple(e.get(EPUB_TYPE) or "" for e in found.iter() if name_of(e) == "a")
        if given[:2] != ("titlepage", "bodymatter") or any(one not in LANDMARKS for one in given[2:]):
            yield _told(epub.nav, message("the kinds of the landmarks"))
    elif any(e.get(EPUB_TYPE) for e in found.iter() if name_of(e) == "a"):
        yield _told(epub.nav, message("a kind of an entry of {kind}", kind=kind))


def _compared(place: str, wanted: tuple[Way, ...], found: tuple[Way, ...]) -> Iterator[Diagnostic]:
    """Tell of the first entry that differs: those behind it are mostly moved by it."""
    for ours, theirs in zip_longest(wanted, found):
        if ours != theirs:
            yield _told(place, message("the entry {theirs}", theirs=quoted((theirs or ours or ("", ("", "")))[0])))
            return


def _contents(epub: EpubFile, title: str) -> Iterator[Way]:
    """Yield the heading of each document that has one over all of it; a book without any lists its title page."""
    listed = False
    for path in epub.spine:
        heading = _heading(epub.documents[path]) if path in epub.documents else None
        if heading is not None:
            listed = True
            yield words_of(heading)[1], (path, "")
    if not listed and epub.spine:
        yield title, (epub.spine[0], "")


def _heading(root: Element) -> Element | None:
    section = next((e for e in root.iter() if name_of(e) == "section"), None)
    named = section.get("aria-labelledby") if section is not None else None
    return next((e for e in root.iter() if named and e.get("id") == named), None)


def _titles(root: Element, title: str) -> tuple[str, ...]:
    heading = _heading(root)
    return words_of(heading) if heading is not None else (title,)


def _landmarks(epub: EpubFile, names: dict[str, str]) -> Iterator[Way]:
    spine = [path for path in epub.spine if path in epub.documents]
    for name, path in zip(("titlepage", "bodymatter"), spine, strict=False):
        yield names[name], (path, "")
    for path in spine:
        section = next((e for e in epub.documents[path].iter() if name_of(e) == "section"), None)
        heading = _heading(epub.documents[path])
        if section is not None and heading is not None and section.get(EPUB_TYPE) in LANDMARKS:
            yield _text(heading), (path, "")


def _pages(epub: EpubFile) -> Iterator[Way]:
    return ((marker_label(marker), (path, marker.get("id") or "")) for path, marker in markers(epub))


def _older(
    epub: EpubFile, identifier: str, title: str, pages: str, ways: tuple[tuple[Way, ...], tuple[Way, ...]]
) -> Iterator[Diagnostic]:
    """Hold the contents for older readers against the same headings and marks."""
    place, root = epub.ncx_path, epub.ncx
    if root is None:
        return
    for kind, listed in zip(("navPoint", "pageTarget"), ways, strict=True):
        yield from _compared(place, listed, tuple((e.label, e.target) for e in ncx_entries(epub, kind)))
    said = {e.get("name") or "": e.get("content") or "" for e in root.iter() if name_of(e) == "meta"}
    numbers = [words for words, _ in ways[1] if words.isdecimal()]
    wanted = {
        "dtb:uid": identifier,
        "dtb:depth": "1",
        "dtb:totalPageCount": str(len(ways[1])),
        "dtb:maxPageNumber": numbers[-1] if numbers else "0",
    }
    if said != wanted:
        yield _told(place, message("what its head says of the book"))
    names = [_text(e) for e in root if name_of(e) == "doctitle"]
    names += [_text(e) for listed in root if name_of(listed) == "pagelist" for e in listed if name_of(e) == "navlabel"]
    if names != [title, *([pages] if ways[1] else [])]:
        yield _told(place, message("the names in it"))
    points = [attributes_of(e) for e in root.iter() if name_of(e) in ("navpoint", "pagetarget")]
    values = [point["value"] for point in points if "value" in point]
    order = [point.get("playOrder", "") for point in points]
    if order != [str(n) for n in range(1, len(points) + 1)] or values != [words for words, _ in ways[1]]:
        yield _told(place, message("the order or the numbers of its entries"))


def _text(element: Element) -> str:
    return tidy("".join(element.itertext()))


def _told(place: str, what: str) -> Diagnostic:
    return finding("EPB-075", None, place=place, found=what, fact=what)
