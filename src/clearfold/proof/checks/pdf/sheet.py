"""Sheets: a page of an edition of ours is as large as its paper, and shows all of itself."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.paper import Fold
from clearfold.model.units import MM
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.pdf.closed.boxes import read_boxes
from clearfold.proof.readers.pdf.content import place

CLOSE = 0.1  # mm


def sheet(evidence: Evidence) -> Iterator[Diagnostic]:
    """Measure each page by the box that a viewer shows; sheets that are folded, or cut, are measured as such."""
    paper = evidence.paper
    if evidence.pdf is None or not evidence.ours or paper is None or paper.fold is not Fold.FLAT or paper.bleed:
        return
    for look in evidence.looks:
        ground = all(shape.box.right - shape.box.left > look.width - MM for shape in look.shapes)
        if not look.lines and not look.pictures and ground:
            yield finding("PDF-004", None, place=place(look.number), fact=message("nothing stands on it"))
    for number, boxes in enumerate(read_boxes(evidence.pdf.whole)):
        for name, (left, bottom, right, top) in boxes:
            width, height = (right - left) / MM, (top - bottom) / MM
            moved = max(abs(left), abs(bottom)) / MM
            if abs(width - paper.width) > CLOSE or abs(height - paper.height) > CLOSE or moved > CLOSE:
                fact = message(
                    "{name} is {width:.1f} × {height:.1f} mm, not {width2:g} × {height2:g} mm",
                    name=name,
                    width=width,
                    height=height,
                    width2=paper.width,
                    height2=paper.height,
                )
                yield finding("PDF-004", None, place=place(number), fact=fact)
                break
