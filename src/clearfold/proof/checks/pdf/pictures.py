"""Pictures: where an alternative of the copy stands, a page of an edition of ours shows the copy's own picture."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Block, Kind
from clearfold.proof.checks.text.structure import block_pairs
from clearfold.proof.evidence import Evidence, OpenedPdf
from clearfold.proof.expect.drawn_pictures import drawn_picture
from clearfold.proof.expect.picture_files import picture_file
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import Box
from clearfold.proof.page.pictures import alike, places
from clearfold.proof.readers.pdf.content import place

FIGURE = "Figure"
Frame = tuple[int, Box]
"""A page, counted from 0, and where a picture stands on it."""


def drawn_pictures(evidence: Evidence) -> Iterator[Diagnostic]:
    """Render each picture in its place and hold it against the copy's file, drawn by another program (PDF-010)."""
    if evidence.pdf is None or evidence.view is None or not evidence.ours:
        return
    profile = evidence.pdf.pdf.profile if evidence.paper is not None and evidence.paper.bleed > 0 else b""
    for block, frame in _paired(evidence, evidence.pdf):
        file = picture_file(block.location.path.parent, block.picture) if block.location else None
        drawn = drawn_picture(file) if file is not None else None
        if drawn is None:
            continue
        if frame is None:
            fact = f"{quoted(block.text)} stands for a picture that is drawn nowhere"
            yield finding("PDF-010", block, place=evidence.name, expected=block.picture, fact=fact)
        elif not alike(evidence.view.seen(*frame, places(frame[1], drawn.ratio)), drawn, profile):
            fact = f"{quoted(block.text)} stands where {block.picture} is not seen as it is"
            yield finding("PDF-010", block, place=place(frame[0]), expected=block.picture, fact=fact)


def _paired(evidence: Evidence, opened: OpenedPdf) -> Iterator[tuple[Block, Frame | None]]:
    """Yield each alternative of the copy that the file has, with where its picture is drawn."""
    frames = {
        (number, one.mcid): (number, one.clip)
        for number, page in enumerate(opened.pdf.pages)
        for one in page.sequences
        if one.tag == FIGURE and not one.form
    }
    if opened.structure is None:
        wanted = [block for block in evidence.expected.blocks if block.kind is Kind.ALTERNATIVE and block.picture]
        drawn = [
            (number, one.clip)
            for number, page in enumerate(opened.pdf.pages)
            for one in page.sequences
            if one.tag == FIGURE
        ]
        yield from zip(wanted, [*drawn, *[None] * len(wanted)], strict=False)
        return
    for ours, theirs in block_pairs(evidence.streams[0]):
        if ours.kind is theirs.kind is Kind.ALTERNATIVE and ours.picture:
            key = (int(theirs.place.rpartition(" ")[2]) - 1, int(theirs.picture or -1))
            yield ours, frames.get(key)
