"""Drawing: what the pages of an edition of ours draw keeps the grammar in which our pages are written."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.pdf.closed.cells import read_cells
from clearfold.proof.readers.pdf.content import place


def drawing(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of operators that no page of ours has, or that stand where they mean another thing to each viewer."""
    if evidence.pdf is None or not evidence.ours:
        return
    for number, page in enumerate(evidence.pdf.pdf.pages):
        for what in page.strange:
            yield finding("PDF-030", None, place=place(number), found=what, fact=what)
    for what in read_cells(evidence.pdf.pdf):
        yield finding("PDF-030", None, place=message("patterns"), found=what, fact=what)
