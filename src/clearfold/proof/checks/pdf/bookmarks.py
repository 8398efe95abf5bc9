"""Bookmarks: each leads to the page on which its words stand."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Kind
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.content import place


def bookmarks(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare each bookmark with the blocks on the page to which it leads; that these are headings is TAG-001's."""
    file = evidence.pdf
    if file is None or file.structure is None:
        return
    blocks = file.structure.blocks
    there = {(block.place, fold(block.text)) for block in blocks if block.kind is not Kind.CONTENTS}
    anywhere = {text for _, text in there}
    # A bookmark with the copy's words over a heading that has others is right: the heading is told as changed.
    titles = (block for block in evidence.expected.blocks if block.kind in (Kind.HEADING, Kind.TITLE))
    promised = {fold(block.text) for block in titles} - anywhere
    for title, page in file.pdf.bookmarks():
        if (place(page), fold(title)) not in there and fold(title) not in promised:
            yield finding("TAG-011", None, place=place(page), found=title, fact=quoted(title))
