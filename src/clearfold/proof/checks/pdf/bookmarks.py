"""Bookmarks: each leads to the page on which its words stand."""

import re
from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind
from clearfold.proof.compare.letters import UNSEEN, fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.content import place

HEADINGS = (Kind.HEADING, Kind.TITLE)
WORD = re.compile(r"\w+")


def bookmarks(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare each bookmark with the blocks on the page to which it leads; that these are headings is TAG-001's."""
    file = evidence.pdf
    if file is None or file.structure is None:
        return
    blocks = file.structure.blocks
    there = {(block.place, fold(block.text)) for block in blocks if block.kind is not Kind.CONTENTS}
    anywhere = {text for _, text in there}
    # A bookmark with the copy's words over a heading that has others is right: the heading is told as changed.
    titles = (block for block in evidence.expected.blocks if block.kind in HEADINGS)
    promised = {fold(block.text) for block in titles} - anywhere
    for title, page in file.pdf.bookmarks():
        if (place(page), fold(title)) not in there and fold(title) not in promised:
            yield finding("TAG-011", None, place=place(page), found=title, fact=quoted(title))


def ways(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold the bookmarks of an edition of ours against its headings: one for each, in their order.

    A heading that is missing, or has other words, is told as such, and not once more by its bookmark.
    """
    file = evidence.pdf
    if file is None or file.structure is None or not evidence.ours:
        return
    promised = {fold(block.text) for block in evidence.expected.blocks if block.kind in HEADINGS}
    headings = {fold(block.text): block for block in file.structure.blocks if block.kind in HEADINGS}
    ours = [fold(block.text) for block in file.structure.blocks if block.kind in HEADINGS]
    theirs = [fold(title) for title, _ in file.pdf.bookmarks()]
    wrong = [
        (words, message("none leads to") if theirs.count(words) < ours.count(words) else message("several are of"))
        for words in dict.fromkeys(ours)
        if theirs.count(words) != ours.count(words) and words in promised and len(theirs) != len(ours)
    ]
    if not wrong and sorted(ours) == sorted(theirs):
        wrong = [(two, message("out of its place is")) for one, two in zip(ours, theirs, strict=True) if one != two][:1]
    parted: dict[str, set[tuple[str, ...]]] = {}
    for block in evidence.expected.blocks:
        parted.setdefault(fold(block.text), set()).add(_words(block.text))
    for title, _ in file.pdf.bookmarks():
        if fold(title) in headings and _words(title) not in parted.get(fold(title), {_words(title)}):
            wrong.append((fold(title), message("words are joined, or parted, in")))
    for words, how in wrong:
        block = headings[words]
        yield finding("PDF-005", None, place=block.place, found=block.text, fact=f"{how} {quoted(block.text)}")


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a line, whatever signs stand between them, and with what spaces."""
    return tuple(WORD.findall("".join(char for char in text if char not in UNSEEN)))
