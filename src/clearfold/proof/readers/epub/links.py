"""Where the links of an EPUB lead: its navigation as entries, each with the document and the id that it names."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from clearfold.proof.compare.letters import tidy
from clearfold.proof.html.elements import EPUB_TYPE, HEADINGS, name_of, roles_of
from clearfold.proof.readers.epub.file import EpubFile

BREAKS = frozenset({"doc-pagebreak", "pagebreak"})
REFERENCES = frozenset({"doc-noteref", "noteref"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the navigation: its words, the path and the id to which it leads, and EPUB's word for it."""

    label: str
    path: str
    fragment: str
    kind: frozenset[str] = frozenset()

    @property
    def target(self) -> tuple[str, str]:
        """Return where the entry leads, as (path, id); the id is "" for the beginning of a document."""
        return self.path, self.fragment


def parted(href: str) -> tuple[str, str]:
    """Part an address from the id behind it; what is no address ("http://[") is parted all the same."""
    path, _, fragment = href.partition("#")
    return path, fragment


def place_of(base: str, href: str) -> tuple[str, str]:
    """Return the path and the id that a link in the file ``base`` names."""
    path, fragment = parted(href)
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path))) if path else base
    return whole, unquote(fragment)


def part(epub: EpubFile, kind: str) -> Element | None:
    """Return a part of the navigation: toc, landmarks or page-list; None where the book has none."""
    root = epub.documents.get(epub.nav)
    parts = (e for e in root.iter() if name_of(e) == "nav") if root is not None else ()
    return next((e for e in parts if kind in (e.get(EPUB_TYPE) or "").split()), None)


def entries(epub: EpubFile, kind: str) -> tuple[Entry, ...]:
    """Return the entries of a part of the navigation, in its order."""
    found = part(epub, kind)
    links = [e for e in found.iter() if name_of(e) == "a"] if found is not None else []
    return tuple(
        Entry(_words(e), *place_of(epub.nav, e.get("href") or ""), frozenset((e.get(EPUB_TYPE) or "").split()))
        for e in links
    )


def ncx_entries(epub: EpubFile, kind: str) -> tuple[Entry, ...]:
    """Return the entries of the NCX that are called ``kind``: navPoint or pageTarget."""
    points = [e for e in epub.ncx.iter() if name_of(e) == kind.lower()] if epub.ncx is not None else []
    return tuple(_point(epub.ncx_path, point) for point in points)


def _point(base: str, point: Element) -> Entry:
    label = next((_words(e) for e in point if name_of(e) == "navlabel"), "")
    href = next((e.get("src") or "" for e in point if name_of(e) == "content"), "")
    return Entry(label, *place_of(base, href))


def reached(epub: EpubFile, path: str, fragment: str) -> Element | None:
    """Return the element at a place; None where there is no such document, or no such id in it."""
    root = epub.documents.get(path)
    if root is None or not fragment:
        return root
    return next((e for e in root.iter() if e.get("id") == fragment), None)


def heading_at(root: Element, fragment: str) -> Element | None:
    """Return the heading at a place of a document: the first one in, or from, the element with that id."""
    passed = not fragment
    for element in root.iter():
        passed = passed or element.get("id") == fragment
        if passed and name_of(element) in HEADINGS:
            return element
    return None


def words_of(heading: Element) -> tuple[str, str]:
    """Return what a heading says, and the same without its references to notes, which contents leave out."""
    return tidy("".join(heading.itertext())), tidy("".join(_unreferred(heading)))


def reading_order(epub: EpubFile) -> dict[tuple[str, str], int]:
    """Return how far on each place of the spine's documents is, counted in elements from the start of the book."""
    order: dict[tuple[str, str], int] = {}
    count = 0
    for path in epub.spine:
        if path in epub.documents:
            order.setdefault((path, ""), count)
            for element in epub.documents[path].iter():
                count += 1
                if identity := element.get("id"):
                    order.setdefault((path, identity), count)
    return order


def markers(epub: EpubFile) -> Iterator[tuple[str, Element]]:
    """Yield the marks of printed pages in the documents of the spine, each with its document."""
    for path in epub.spine:
        if path in epub.documents:
            yield from ((path, e) for e in epub.documents[path].iter() if roles_of(e) & BREAKS)


def marker_label(marker: Element) -> str:
    """Return what a mark of a page says: its label, its title, or its text; "" where it says nothing."""
    return tidy(marker.get("aria-label") or marker.get("title") or "".join(marker.itertext()))


def _unreferred(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not roles_of(child) & REFERENCES:
            yield from _unreferred(child)
        yield child.tail or ""


def _words(element: Element) -> str:
    return tidy("".join(element.itertext()))
