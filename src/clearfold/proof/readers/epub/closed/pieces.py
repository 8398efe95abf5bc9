"""What parts a copy's text, or says what sort of text it is: line breaks, rules, code, quotations, heads of tables."""

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.html.elements import is_note, name_of

PARTING = ("br", "hr")
SORTS = ("code", "pre", "blockquote")
ROWS = ("thead", "tfoot")
INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060"))
END = 60  # letters by which words are known
Piece = tuple[str, str]
"""The name of an element, and the last letters of its words; of a row that of its group."""


def misplaced(copy: Iterable[Element], roots: Iterable[Element]) -> Iterator[str]:
    """Yield what some documents have of such pieces and the copy has not, or the other way round."""
    ours = Counter(piece for tree in copy for piece in _pieces(tree))
    theirs = Counter(piece for root in roots for piece in _pieces(root))
    for name, words in (theirs - ours).elements():
        # A table that is written without a head may get one; a foot, never.
        if name != "thead":
            yield message("a <{name_of}> that the copy has not: {words}", name_of=name, words=words or "–")
    for name, words in (ours - theirs).elements():
        yield message("a <{name_of}> of the copy that is missing: {words}", name_of=name, words=words or "–")


def _pieces(root: Element) -> Iterator[Piece]:
    for element in root.iter():
        name = name_of(element)
        if name in PARTING:
            yield name, ""
        elif name in SORTS:
            yield name, _end(element)
        elif name in ROWS:
            yield from ((name, _end(row)) for row in element if name_of(row) == "tr")


def _end(element: Element) -> str:
    return fold("".join(_words(element)).translate(INVISIBLE))[-END:]


def _words(element: Element) -> Iterator[str]:
    """Yield the words of an element without notes and what refers to them, which stand elsewhere in the copy."""
    refers = element.get("role") == "doc-noteref" or element.get("href") == "#note"
    if is_note(element) or refers or element.get("aria-hidden") == "true":
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
