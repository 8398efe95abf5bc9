"""Books of other makers: words are not taken back, figures are not raised, and labels say what they name."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.marks import marked_otherwise
from clearfold.proof.compare.spoken import misleads
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import name_of, roles_of
from clearfold.proof.html.restyled import raised, struck
from clearfold.proof.readers.epub.links import BREAKS, REFERENCES
from clearfold.proof.readers.epub.spine import styles_of

RAISED = frozenset(("sup", "sub"))
NAMED = frozenset("a abbr b button code em h1 h2 h3 h4 h5 h6 i li p span strong td th".split())
"""Elements whose label is spoken in place of their words; that of a section, a list or a table only names it."""
SPOKEN = ("aria-label", "aria-description", "alttext")
"""Attributes that are spoken in place of words, or beside them; the last is that of a formula."""


def words_marked(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of words with a line through them and of figures that are raised (EPB-070), and of labels (TXT-015)."""
    epub = evidence.epub
    if epub is None or not evidence.foreign:
        return
    spans = [(block.text[one.start : one.end], one.mark) for block in evidence.expected.blocks for one in block.spans]
    wanted = {fold(words) for words, mark in spans if mark in ("del", "s")}
    for path in dict.fromkeys(epub.spine):
        root = epub.documents.get(path)
        if root is None:
            continue
        for words in dict.fromkeys(struck(root, styles_of(epub, path))):
            if fold(words) not in wanted:
                fact = message("a line is drawn through {words}", words=quoted(words))
                yield finding("EPB-070", None, place=path, found=words, fact=fact)
        for words in dict.fromkeys(raised(root, styles_of(epub, path))):
            fact = message("{words} is raised or lowered within a number", words=quoted(words))
            yield finding("EPB-070", None, place=path, found=words, fact=fact)
        yield from _labels(root, path)
    for one in marked_otherwise(evidence.content):
        if (
            one.words.isdecimal()
            and (one.expected ^ one.found) & RAISED
            and _within_a_number(one.block.text, one.words)
        ):
            fact = message("{words} is raised or lowered within a number", words=quoted(one.words))
            yield finding("EPB-070", one.block, place=one.place, found=one.words, fact=fact)


def _within_a_number(text: str, figures: str) -> bool:
    at = text.find(figures)
    while at >= 0:
        if text[at - 1 : at].isdecimal() and at:
            return True
        at = text.find(figures, at + 1)
    return False


def _labels(root: Element, path: str) -> Iterator[Diagnostic]:
    for element in root.iter():
        words = " ".join("".join(element.itertext()).split())
        for label in filter(None, map(element.get, SPOKEN)):
            named = name_of(element) in NAMED and not roles_of(element) & (BREAKS | REFERENCES)
            if (named or name_of(element) == "math") and misleads(words, label):
                fact = message("{drawn} is drawn, {said} is said", drawn=quoted(words), said=quoted(label))
                yield finding("TXT-015", None, place=path, expected=words, found=label, fact=fact)
