"""Marks of printed pages in a book of ours: each stands where its page begins in the printed edition."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.elements import roles_of
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import BREAKS, marker_label
from clearfold.proof.readers.pdf.page_texts import page_texts

FEW = 12  # letters: what is shorter may stand anywhere
SEEN = 30  # letters of the beginning and the end of a page that are looked for
NEAR = 4  # letters: the number of an item stands before the mark in it
Stretch = tuple[str, str]
"""The label of a printed page, and the letters from its mark to the next; "" before the first."""


def book_page_marks(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of marks that stand elsewhere than their page begins (EPB-075), where the printed edition is at hand.

    Words that the book has elsewhere, or that the end of a page parts, tell nothing.
    """
    epub, binding = evidence.epub, evidence.binding
    if epub is None or not evidence.ours or binding is None or not binding.printed:
        return
    found = list(_stretches(epub))
    everything = "".join(words for _, words in found)
    passed, marks = 0, dict[str, int]()
    for label, words in found:
        marks[label] = passed
        passed += len(words)
    for (_, before), (label, page) in pairwise([("", ""), *page_texts(binding.printed)]):
        if label not in marks:
            continue
        ends = _letters(before)[-SEEN:]
        early = _once(ends, everything) and everything.index(ends) + len(ends) > marks[label] + NEAR
        if early or not _begins(_letters(page), everything, marks[label]):
            fact = message("the mark of page {label}, which begins elsewhere", label=label)
            yield finding("EPB-075", None, place=epub.nav, found=label, fact=fact)


def _begins(page: str, everything: str, mark: int) -> bool:
    """Say whether a page begins at a mark, or it is not known where: what is drawn alone may stand before its words."""
    for passed in range(FEW):
        words = page[passed : passed + SEEN]
        if len(words) >= FEW and words in everything:
            return words in everything[max(mark - NEAR, 0) : mark + passed + SEEN + NEAR]
    return True


def _once(words: str, text: str) -> bool:
    return len(words) >= FEW and text.count(words) == 1


def _stretches(epub: EpubFile) -> Iterator[Stretch]:
    label, words = "", list[str]()
    for path in epub.spine:
        for piece in _pieces(epub.documents[path]) if path in epub.documents else ():
            if isinstance(piece, str):
                words.append(piece)
            else:
                yield label, _letters("".join(words))
                label, words = marker_label(piece), []
    yield label, _letters("".join(words))


def _pieces(element: Element) -> Iterator[str | Element]:
    """Yield the words of an element and the marks of pages in it, in their order.

    Labels of cells, which are hidden from screen readers, are no text of the printed page either.
    """
    if roles_of(element) & BREAKS:
        yield element
    elif element.tag.rpartition("}")[2] != "head" and element.get("aria-hidden") != "true":
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""


def _letters(text: str) -> str:
    return "".join(sign for sign in fold(text) if sign.isalnum())
