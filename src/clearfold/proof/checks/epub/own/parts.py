"""The make of a book of ours: its zip, its documents and its package hold what such a book is made of, and no more."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, listed
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.epub.closed.entries import read_entries
from clearfold.proof.readers.epub.closed.grammar import DOCUMENT
from clearfold.proof.readers.epub.closed.kinds import Kind
from clearfold.proof.readers.epub.closed.packages import (
    CONTAINER,
    DC,
    NAVIGATION,
    NCX,
    OCF,
    OLDER,
    OPF,
    PACKAGE,
    TYPES,
    XHTML,
)
from clearfold.proof.readers.epub.closed.pieces import misplaced
from clearfold.proof.readers.epub.closed.trees import Known, known_of, strange_in
from clearfold.proof.readers.epub.file import EpubFile

CONTAINER_PATH = "META-INF/container.xml"
TOLD = 3  # places that one finding names
Part = tuple[str, Element, dict[str, Kind], frozenset[str]]


def book_zip(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of what is in the zip and in no book of ours, each thing once."""
    if evidence.opened_epub is not None and evidence.ours:
        for what in read_entries(evidence.opened_epub.data, evidence.opened_epub.epub):
            yield finding("EPB-065", None, found=what, fact=what)


def book_package(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of what is in the container, the package, the navigation and the NCX, and in no book of ours."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    yield from _strange("EPB-066", _around(epub), Known())
    for item in epub.manifest.values():
        if TYPES.get(item.path.rpartition(".")[2]) != item.media_type:
            fact = message("{path} is said to be {media_type}", path=item.path, media_type=item.media_type)
            yield finding("EPB-066", None, place=epub.package_path, found=item.media_type, fact=fact)
    toc = next((e.get("toc") for e in epub.package.iter() if name_of(e) == "spine"), None)
    if toc not in epub.manifest or epub.manifest[toc].path != epub.ncx_path:
        yield finding(
            "EPB-066",
            None,
            place=epub.package_path,
            found=toc or "",
            fact=message("the spine’s contents are {toc}", toc=toc),
        )


def book_documents(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of elements and attributes of documents that neither the templates nor the copy have."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    known = known_of(copy_trees(evidence.expected.markup))
    documents = [
        (path, root, DOCUMENT, frozenset({XHTML})) for path, root in epub.documents.items() if path != epub.nav
    ]
    yield from _strange("EPB-069", documents, known)
    texts = [root for path, root in epub.documents.items() if path in epub.spine]
    for what in dict.fromkeys(misplaced(copy_trees(evidence.expected.markup), texts)):
        yield finding("EPB-069", None, found=what, fact=what)


def _around(epub: EpubFile) -> Iterator[Part]:
    yield CONTAINER_PATH, epub.container, CONTAINER, frozenset({OCF})
    yield epub.package_path, epub.package, PACKAGE, frozenset({OPF, DC})
    if epub.nav in epub.documents:
        yield epub.nav, epub.documents[epub.nav], NAVIGATION, frozenset({XHTML})
    if epub.ncx is not None:
        yield epub.ncx_path, epub.ncx, OLDER, frozenset({NCX})


def _strange(code: str, parts: Iterator[Part] | list[Part], known: Known) -> Iterator[Diagnostic]:
    places: dict[str, list[str]] = {}
    for path, root, grammar, spaces in parts:
        for what in dict.fromkeys(strange_in(root, grammar, spaces, known)):
            places.setdefault(what, []).append(path)
    for what, found in places.items():
        more = message(" and {found} more", found=len(found) - TOLD) if found[TOLD:] else ""
        yield finding(code, None, place=listed(found[:TOLD], more), found=what, fact=what)
