"""EPUB: contents, notes, languages and packaging agree with the text that is read; the other checks on its package."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Kind, Transcript
from clearfold.proof.checks.epub.documents import documents
from clearfold.proof.checks.epub.metadata import claims
from clearfold.proof.checks.epub.navigation import navigation
from clearfold.proof.checks.epub.page_list import pages
from clearfold.proof.checks.epub.style import style
from clearfold.proof.compare.letters import fold, tidy
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import EPUB_TYPE, is_note, lang_of, name_of, roles_of
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import heading_at, words_of

STREAM = "EPUB package"


def publication(epub: EpubFile, expected: Transcript) -> Iterator[Diagnostic]:
    """Find what an EPUB's package, contents and notes get wrong."""
    name, whole = epub.first
    if name != "mimetype" or not whole:
        yield finding("EPB-006", None, place=name or "mimetype")
    for path in epub.absent:
        yield finding("EPB-001", None, place=path)
    for path, root in epub.documents.items():
        lang = lang_of(root)
        if lang.lower() != expected.lang.lower():
            fact = f"“{expected.lang}” in the copy, “{lang}” here"
            yield finding("EPB-007", None, place=path, expected=expected.lang, found=lang, fact=fact)
        yield from _notes(root, path, {e.get("id") for e in root.iter()})
    if epub.nav in epub.documents:
        yield from _contents(epub, expected)
    yield from navigation(epub, expected)
    yield from pages(epub)
    yield from documents(epub, expected)
    yield from claims(epub, expected)
    yield from style(epub)


def _contents(epub: EpubFile, expected: Transcript) -> Iterator[Diagnostic]:
    """Compare each entry of the contents with the heading to which it leads."""
    headings = {fold(run.text): run for run in expected.runs if run.kind in (Kind.HEADING, Kind.TITLE)}
    for link in _entries(epub.documents[epub.nav]):
        label = tidy("".join(link.itertext()))
        path, fragment = urldefrag(posixpath.join(posixpath.dirname(epub.nav), unquote(link.get("href") or "")))
        target = epub.documents.get(posixpath.normpath(path))
        heading = heading_at(target, fragment) if target is not None else None
        if target is None or heading is None:
            yield finding("EPB-004", headings.get(fold(label)), place=epub.nav, found=label, fact=f"“{label}”")
            continue
        words, plain = words_of(heading)
        if fold(label) not in (fold(words), fold(plain)):
            at = headings.get(fold(words))
            fact = f"“{label}” in the contents, “{words}” over the text"
            yield finding("EPB-003", at, place=epub.nav, expected=words, found=label, fact=fact)


def _entries(root: Element) -> Iterator[Element]:
    for nav in root.iter():
        if name_of(nav) == "nav" and "toc" in (nav.get(EPUB_TYPE) or "").split():
            yield from (e for e in nav.iter() if name_of(e) == "a")


def _notes(root: Element, path: str, ids: set[str | None]) -> Iterator[Diagnostic]:
    for note in root.iter():
        if not is_note(note):
            continue
        back = [e for e in note.iter() if name_of(e) == "a" and roles_of(e) & {"doc-backlink", "backlink"}]
        back = back or [e for e in note.iter() if name_of(e) == "a" and "#" in (e.get("href") or "")]
        if not any(urldefrag(e.get("href") or "")[1] in ids for e in back):
            text = tidy("".join(note.itertext()))
            yield finding("EPB-005", None, place=path, found=text, fact=f"“{text[:60]}”")
