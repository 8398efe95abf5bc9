"""The catalogue of a PDF says what a reading program needs first: that there are tags, and that the title is shown."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding


def tagged(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of an edition of ours without tags, unless it is for paper alone; what others made need not have them."""
    promised = not evidence.foreign and (evidence.paper is None or evidence.paper.tagged)
    if evidence.pdf is not None and evidence.pdf.structure is None and promised:
        yield finding("TAG-010", None, place=evidence.name)


def catalogue(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell what the catalogue of a tagged PDF leaves out (ISO 14289-1, 7.1)."""
    if evidence.pdf is None or evidence.pdf.structure is None:
        return
    if not evidence.pdf.pdf.shows_title:
        yield finding("CON-006", None, place=message("catalogue"))
    if not evidence.pdf.pdf.marked:
        yield finding("CON-007", None, place=message("catalogue"))
