"""Web page: words are marked as in the copy: bold, raised, lowered, quoted."""

import re
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

SOFT, BREAK = "\u00ad", "\u200b"
"""Signs by which the press says where a line may end: in long words, and in addresses."""
LONG = 8  # letters of a word that may be parted: of the widest heading's, some more
ADDRESS = re.compile(r"://|\w@\w|www\.|mailto:|tel:|\w\.[a-z]{2,}/", re.IGNORECASE)


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
    words = (word for block in blocks for word in block.text.split())
    return Counter(sign for word in words for sign in word if category(sign) == "Cf" and not _ends_lines(sign, word))


def _ends_lines(sign: str, word: str) -> bool:
    """Say whether a sign lets a line end where one may: within a long word, or an address."""
    if sign == BREAK:
        return bool(ADDRESS.search(word.replace(BREAK, "")))
    return sign == SOFT and len(word.replace(SOFT, "")) >= LONG
