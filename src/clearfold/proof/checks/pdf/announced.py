"""What a screen reader is told beside the words: of lists, tables, references, links and pictures."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.checks.epub.own.links import links_of_the_copy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.pdf.closed.announced import read_announced
from clearfold.proof.readers.pdf.closed.nesting import read_misplaced
from clearfold.proof.readers.pdf.closed.outlines import read_outlines

PARTS = frozenset("section nav header footer main article".split())
"""Elements of HTML in a copy that are parts of a section."""
GROUPS = PARTS | {"blockquote", "aside"}


def announced(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of tags of an edition of ours that announce otherwise than their words and places say (PDF-017)."""
    if evidence.pdf is None or evidence.pdf.structure is None or not evidence.ours:
        return
    scoped = any(" scope=" in tree for tree in evidence.expected.markup)
    links = (span.link for block in evidence.expected.blocks for span in block.spans)
    calls = {re.sub(r"\D", "", link) for link in links if link.startswith("tel:")}
    ways: dict[str, set[str]] = {}
    for words, target in links_of_the_copy(evidence):
        ways.setdefault(words, set()).add(target)
    for strange in dict.fromkeys(read_announced(evidence.pdf.pdf, scoped=scoped, calls=calls, ways=ways)):
        yield finding("PDF-017", None, place=strange.place, found=strange.what, fact=strange.what)


def nested(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of tags of an edition of ours that stand in others where they may not (PDF-017)."""
    if evidence.pdf is None or evidence.pdf.structure is None or not evidence.ours:
        return
    elements = (element for tree in copy_trees(evidence.expected.markup) for element in tree.iter())
    copy = [element for element in elements if element.tag in GROUPS and _says(element)]
    wanted = {
        "BlockQuote": sum(element.tag == "blockquote" for element in copy),
        "Sect": sum(element.tag in PARTS for element in copy),
    }
    if evidence.pdf.pdf.old:  # in PDF 2.0 a picture with its caption is an Aside too
        wanted["Aside"] = sum(element.tag == "aside" for element in copy)
    for strange in dict.fromkeys(read_misplaced(evidence.pdf.pdf, wanted)):
        yield finding("PDF-017", None, place=strange.place, found=strange.what, fact=strange.what)


def _says(element: Element) -> bool:
    """Say whether an element holds anything: the tags leave an empty one out."""
    return bool("".join(element.itertext()).strip()) or any(inner.tag in ("img", "svg") for inner in element.iter())


def outlined(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of bookmarks of an edition of ours that lead beside their headings, or hide others (PDF-017)."""
    if evidence.pdf is None or evidence.pdf.structure is None or not evidence.ours:
        return
    for what in read_outlines(evidence.pdf.pdf):
        yield finding("PDF-017", None, place=message("bookmarks"), found=what, fact=what)
