"""Letters: an edition of ours draws them with the fonts that it declares, as these have them."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.pdf.closed.letters import read_letters


def letters(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of letters that the edition's font draws otherwise, sets at other widths, or never makes of their text."""
    if evidence.pdf is None or evidence.design is None or not evidence.ours:
        return
    for strange in read_letters(evidence.pdf.pdf, evidence.design.fonts):
        yield finding("PDF-011", None, place=strange.place, found=strange.what, fact=strange.what)
