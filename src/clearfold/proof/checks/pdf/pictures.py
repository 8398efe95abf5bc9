"""Pictures: where an alternative of the copy stands, a page of an edition of ours shows the copy's own picture."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind
from clearfold.model.units import MM
from clearfold.proof.checks.text.structure import block_pairs
from clearfold.proof.evidence import Evidence, OpenedPdf
from clearfold.proof.expect.drawn_pictures import SHARP, cropped_pictures, drawn_picture, in_squares, part_drawn
from clearfold.proof.expect.picture_files import picture_file
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.crops import part_of
from clearfold.proof.page.close_up import Standing
from clearfold.proof.page.page_model import Box
from clearfold.proof.page.pictures import DrawnPicture
from clearfold.proof.readers.pdf.content import place

FIGURE = "Figure"
ON_COVER = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.AUDIENCE, Kind.DRAWING})
SMALL = 72.0  # points of the shorter side: of less, a cell is three dots or fewer of the page as it is rendered
SEEN = 0.82  # of a cover's picture: the logo stands on a tab that reaches into it
TAB = 6 * MM  # around the sign: the ground on which it stands
CLOSER, FINER = 2, 8  # times as sharply as a picture is looked at first, and as finely as its page is rendered then
EDGE = 0.02  # of a cover's picture at each side
Frame = tuple[int, Box]
"""A page, counted from 0, and where a picture stands on it."""


def drawn_pictures(evidence: Evidence) -> Iterator[Diagnostic]:
    """Render each picture in its place and hold it against the copy's file, drawn by another program (PDF-010)."""
    if evidence.pdf is None or evidence.view is None or not evidence.ours:
        return
    cover = _cover(evidence)
    profile = evidence.pdf.pdf.profile if evidence.paper is not None and evidence.paper.bleed > 0 else b""
    for block, frame in _paired(evidence, evidence.pdf):
        file = picture_file(block.location.path.parent, block.picture) if block.location else None
        drawn = _shown_of(file, block) if file is not None else None
        if file is None or drawn is None:
            continue
        if frame is not None and min(_sides(frame[1], drawn.ratio)) < SMALL:
            drawn = replace(drawn, coarse=True)
        if frame is None:
            fact = message("{text} stands for a picture that is drawn nowhere", text=quoted(block.text))
            yield finding("PDF-010", block, place=evidence.name, expected=block.picture, fact=fact)
            continue
        number, box = frame
        sheet = Box(0, 0, evidence.looks[number].width, evidence.looks[number].height)
        covered = tuple(_covered(evidence.pdf, frame)) if block is cover else ()
        standing = Standing(evidence.view, number, box, sheet, covered, profile)
        first = standing.shows(drawn) or (block is cover and _fills(standing, file, drawn))
        if not first and not _seen_closer(standing, file, drawn, block):
            fact = message(
                "{text} stands where {picture} is not seen as it is", text=quoted(block.text), picture=block.picture
            )
            yield finding("PDF-010", block, place=place(number), expected=block.picture, fact=fact)


def _seen_closer(standing: Standing, file: Path, drawn: DrawnPicture, block: Block) -> bool:
    """Say whether a picture is seen in its place at a second and closer look, which the first one leads to.

    A renderer draws what is thinner than a dot as wide as one: of finer dots it makes less of it. Between the dots of a
    picture that it enlarges it draws transitions of its own, which it can leave out.
    """
    closer = replace(standing, times=FINER)
    if file.suffix.lower() != ".svg" and max(drawn.size) < SHARP:
        return any(map(closer.shows, in_squares(file, part_of(block.crop) if block.crop else None)))
    sharper = None if block.crop else drawn_picture(file, CLOSER * SHARP)
    return sharper is not None and closer.shows(replace(sharper, coarse=drawn.coarse))


def _sides(frame: Box, ratio: float) -> tuple[float, float]:
    """Return how wide and how high a picture is in its frame, which is as wide as the text where it stands alone."""
    width, height = frame.right - frame.left, frame.top - frame.bottom
    return min(width, height * ratio), min(height, width / ratio)


def _shown_of(file: Path, block: Block) -> DrawnPicture | None:
    return part_drawn(file, *part_of(block.crop)) if block.crop else drawn_picture(file)


def _cover(evidence: Evidence) -> Block | None:
    """Return the alternative of the picture on the cover: it comes right behind the words there."""
    seen = False
    for block in evidence.expected.blocks:
        seen = seen or block.kind is Kind.TITLE
        if seen and block.kind is Kind.ALTERNATIVE:
            return block
        if seen and block.kind not in ON_COVER:
            break
    return None


def _fills(standing: Standing, file: Path, whole: DrawnPicture) -> bool:
    """Say whether a picture fills its place on the cover, cropped, with the sign of the association over a part."""
    width, height = (standing.frame.right - standing.frame.left, standing.frame.top - standing.frame.bottom)
    several = (*cropped_pictures(file, width / height if height else 1.0), whole)
    return any(standing.shows(one, SEEN) for one in several)


def _covered(opened: OpenedPdf, frame: Frame) -> Iterator[Box]:
    """Yield what may be covered of the picture on a cover: by the sign with its tab, and a little at each edge."""
    number, box = frame
    signs = (one.clip for one in opened.pdf.pages[number].sequences if one.tag == FIGURE and one.clip != box)
    for sign in signs:
        yield Box(sign.left - TAB, sign.bottom - TAB, sign.right + TAB, sign.top + TAB)
    across, down = EDGE * (box.right - box.left), EDGE * (box.top - box.bottom)
    yield Box(box.left, box.bottom, box.left + across, box.top)
    yield Box(box.right - across, box.bottom, box.right, box.top)
    yield Box(box.left, box.bottom, box.right, box.bottom + down)
    yield Box(box.left, box.top - down, box.right, box.top)


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
        # The sign of the association may lie over the picture of the cover, which is drawn before it then.
        drawn.sort(key=lambda frame: (frame[0], _area(frame[1]) if frame[0] == 0 else 0.0))
        yield from zip(wanted, [*drawn, *[None] * len(wanted)], strict=False)
        return
    for ours, theirs in block_pairs(evidence.streams[0]):
        if ours.kind is theirs.kind is Kind.ALTERNATIVE and ours.picture:
            key = (int(theirs.place.rpartition(" ")[2]) - 1, int(theirs.picture or -1))
            yield ours, frames.get(key)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)
