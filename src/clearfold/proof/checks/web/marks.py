"""Web page: words are marked as in the copy: bold, raised, lowered, quoted."""

from collections import Counter
from collections.abc import Iterator
from unicodedata import category

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block
from clearfold.proof.compare.marks import marked_otherwise
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.web.grammar import strangers

ENDING = "\u200b\u2060\u00ad"
"""Signs by which the press says where a line may end, and where not."""


def marks(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of words that are marked otherwise than in the copy, and of signs that nobody sees (WEB-012)."""
    if evidence.web is None or not evidence.ours or any(strangers(evidence.web.root)):
        return  # an element that no page has is told as such
    for one in marked_otherwise(evidence.content):
        ours, theirs = ", ".join(sorted(one.expected)), ", ".join(sorted(one.found))
        fact = message(
            "{words}: {ours} in the copy, {theirs} here",
            words=quoted(one.words),
            ours=ours or message("none"),
            theirs=theirs or message("none"),
        )
        yield finding("WEB-012", one.block, place=one.place, expected=ours, found=theirs, fact=fact)
    more = _unseen(evidence.content.found.blocks) - _unseen(evidence.content.expected.blocks)
    if more:
        signs = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(more))
        yield finding("WEB-012", None, found=signs, fact=message("signs that nobody sees: {signs}", signs=signs))


def _unseen(blocks: tuple[Block, ...]) -> Counter[str]:
    return Counter(sign for block in blocks for sign in block.text if category(sign) == "Cf" and sign not in ENDING)
