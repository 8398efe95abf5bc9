"""Drawing: what the pages of an edition of ours draw keeps the grammar in which our pages are written."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.pdf.closed.cells import read_cells
from clearfold.proof.readers.pdf.closed.unused import read_unused
from clearfold.proof.readers.pdf.content import place


def drawing(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of operators that no page of ours has, or that stand where they mean another thing to each viewer."""
    if evidence.pdf is None or not evidence.ours:
        return
    # One colour may be written in two ways in an association's own style sheet, and is then given twice; where a page
    # is written anew in inks, colours are given in another way.
    inks = evidence.paper is not None and evidence.paper.bleed > 0
    other = inks or evidence.design is None or evidence.design.styled
    alone = not inks and evidence.pdf.unfolded is None
    for number, page in enumerate(evidence.pdf.pdf.pages):
        for what in (*page.strange, *(() if other else page.uncoloured), *(page.turned if alone else ())):
            yield finding("PDF-030", None, place=place(number), found=what, fact=what)
    # Sheets that are folded are forms themselves, and what is written anew in inks is named otherwise.
    for what in read_unused(evidence.pdf.pdf) if alone else ():
        yield finding("PDF-030", None, place=evidence.name, found=what, fact=what)
    for what in read_cells(evidence.pdf.pdf):
        yield finding("PDF-030", None, place=message("patterns"), found=what, fact=what)
