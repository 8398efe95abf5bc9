"""EPUB: contents, notes, languages and packaging agree with the text that is read."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind, Transcript
from clearfold.proof.compare.letters import fold, tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import EPUB_TYPE, is_note, lang_of, name_of, roles_of
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import heading_at, parted, place_of, reached, words_of

STREAM = "EPUB package"


def publication(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find what an EPUB's package, contents and notes get wrong."""
    epub, expected = evidence.epub, evidence.expected
    if epub is None:
        return
    name, whole = epub.first
    if name != "mimetype" or not whole:
        yield finding("EPB-006", None, place=name or "mimetype")
    for path in epub.twice:
        yield finding("EPB-061", None, place=path, found=path, fact=f"“{path}”")
    if epub.packages > 1:
        yield finding(
            "EPB-063", None, place="META-INF/container.xml", fact=message("{packages} packages", packages=epub.packages)
        )
    for path in epub.absent:
        yield finding("EPB-001", None, place=path)
    for path, root in epub.documents.items():
        lang = lang_of(root)
        if name_of(root) == "html" and lang.lower() != expected.lang.lower():
            fact = message("“{lang}” in the copy, “{lang2}” here", lang=expected.lang, lang2=lang)
            yield finding("EPB-007", None, place=path, expected=expected.lang, found=lang, fact=fact)
        yield from _notes(epub, root, path)
    if epub.nav in epub.documents:
        yield from _contents(epub, expected)


def _contents(epub: EpubFile, expected: Transcript) -> Iterator[Diagnostic]:
    """Compare each entry of the contents with the heading to which it leads."""
    headings = {fold(block.text): block for block in expected.blocks if block.kind in (Kind.HEADING, Kind.TITLE)}
    for link in _entries(epub.documents[epub.nav]):
        label = tidy("".join(link.itertext()))
        path, fragment = parted(posixpath.join(posixpath.dirname(epub.nav), unquote(link.get("href") or "")))
        target = epub.documents.get(posixpath.normpath(path))
        heading = heading_at(target, fragment) if target is not None else None
        if target is None or heading is None:
            yield finding("EPB-004", headings.get(fold(label)), place=epub.nav, found=label, fact=f"“{label}”")
            continue
        words, plain = words_of(heading)
        if fold(label) not in (fold(words), fold(plain)):
            at = headings.get(fold(words))
            fact = message("“{label}” in the contents, “{words}” over the text", label=label, words=words)
            yield finding("EPB-003", at, place=epub.nav, expected=words, found=label, fact=fact)


def _entries(root: Element) -> Iterator[Element]:
    for nav in root.iter():
        if name_of(nav) == "nav" and "toc" in (nav.get(EPUB_TYPE) or "").split():
            yield from (e for e in nav.iter() if name_of(e) == "a")


def _notes(epub: EpubFile, root: Element, path: str) -> Iterator[Diagnostic]:
    """Find notes without a way back; the text that refers to them may stand in another document."""
    for note in root.iter():
        if not is_note(note):
            continue
        back = [e for e in note.iter() if name_of(e) == "a" and roles_of(e) & {"doc-backlink", "backlink"}]
        back = back or [e for e in note.iter() if name_of(e) == "a" and "#" in (e.get("href") or "")]
        ways = (place_of(path, e.get("href") or "") for e in back)
        if not any(fragment and reached(epub, to, fragment) is not None for to, fragment in ways):
            text = tidy("".join(note.itertext()))
            yield finding("EPB-005", None, place=path, found=text, fact=f"“{text[:60]}”")
