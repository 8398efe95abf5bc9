"""EPUB: each document has a title and one language, the book opens with text, and notes lead there and back."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import SILENT, XML_LANG, is_note, name_of, roles_of
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import place_of, reached

REFERENCES = frozenset({"doc-noteref", "noteref"})
NOTES = frozenset({"doc-endnotes", "footnotes", "endnotes", "rearnotes"})  # a list of which each item is a note
BACKLINKS = frozenset({"doc-backlink", "backlink"})


def documents(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find what the documents get wrong beside their text."""
    epub, expected = evidence.epub, evidence.expected
    if epub is None:
        return
    if epub.lang and epub.lang.lower() != expected.lang.lower():
        fact = message("“{lang}” in the copy, “{lang2}” here", lang=expected.lang, lang2=epub.lang)
        yield finding("EPB-030", None, expected=expected.lang, found=epub.lang, fact=fact)
    first = epub.documents.get(epub.spine[0]) if epub.spine else None
    if first is not None and not _text(first):
        yield finding("EPB-023", None, place=epub.spine[0])
    for path, root in epub.documents.items():
        if not any(tidy("".join(e.itertext())) for e in root.iter() if name_of(e) == "title"):
            yield finding("EPB-022", None, place=path)
        for element in root.iter():
            one, two = element.get("lang"), element.get(XML_LANG)
            if one is not None and two is not None and one.lower() != two.lower():
                fact = message("lang is “{one}”, xml:lang is “{two}”", one=one, two=two)
                yield finding("EPB-021", None, place=path, expected=one, found=two, fact=fact)
        yield from _notes(epub, path, root)


def _text(element: Element) -> str:
    """Return the text of an element and of what is in it, without that of elements that show none."""
    if name_of(element) in SILENT:
        return ""
    inner = (f"{_text(child)} {child.tail or ''}" for child in element)
    return " ".join(f"{element.text or ''} {' '.join(inner)}".split()) if name_of(element) else ""


def _notes(epub: EpubFile, path: str, root: Element) -> Iterator[Diagnostic]:
    """Follow each reference to its note, and each way back to a reference of that same note."""
    for link in root.iter():
        if name_of(link) != "a" or not roles_of(link) & (REFERENCES | BACKLINKS) or not link.get("href"):
            continue
        target = place_of(path, link.get("href") or "")
        element = reached(epub, *target)
        if target[0] in epub.absent:
            continue
        words = tidy("".join(link.itertext()))
        if roles_of(link) & REFERENCES:
            if element is None or not _in_note(epub.documents[target[0]], element):
                yield finding("EPB-025", None, place=path, found=words, fact=f"“{words}”")
        elif element is not None and roles_of(element) & REFERENCES:
            there = reached(epub, *place_of(target[0], element.get("href") or ""))
            if there is not None and is_note(there) and link not in list(there.iter()):
                yield finding("EPB-026", None, place=path, found=words, fact=f"“{words}”")


def _in_note(root: Element, element: Element) -> bool:
    return any(element in list(note.iter()) for note in root.iter() if is_note(note) or roles_of(note) & NOTES)
