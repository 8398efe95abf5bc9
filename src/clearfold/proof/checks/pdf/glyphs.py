"""Glyphs: what letters look like is what the file says they are."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.content import place


def glyphs(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell, page by page, of glyphs that show other letters than the file says they are."""
    for number, page in enumerate(evidence.pdf.pdf.pieces if evidence.pdf else ()):
        told = [piece for piece in page if piece.seen]
        if told:
            said, seen = " ".join(piece.drawn for piece in told), " ".join(piece.seen for piece in told)
            fact, shown = (
                message("{said} looks like {seen}", said=quoted(said), seen=quoted(seen)),
                tuple(piece.text for piece in told),
            )
            yield finding("TXT-011", None, place=place(number), expected=said, found=seen, fact=fact, shown=shown)
