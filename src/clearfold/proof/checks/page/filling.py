"""Pages that are filled: none ends early where what follows on the next page would have stood on it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind
from clearfold.proof.checks.page.breaches import Breach, in_margin, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.large_print_rules import LEAST_EMPTY, LEAST_LINES
from clearfold.proof.page.page_model import PageLook, PlacedBlock, Row

COVER = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.AUDIENCE, Kind.PUBLISHER, Kind.LABEL, Kind.ALTERNATIVE})
"""Kinds that end a page because the next one is another part."""
TEXT = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
AHEAD = 2  # blocks that may have to stay with the one before: what a sentence announces, its note
SPACE = 1.5  # lines of room before a block, and for what is not known
SET = 1.6  # times the type size, a line that is set widely


def page_filling(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pages that end early, although the next one begins with text that had room on them (TYP-024)."""
    paper = evidence.paper
    if paper is None or paper.screen or evidence.foreign or not evidence.flowing:
        return
    yield from told("TYP-024", list(_early(evidence)))


def _early(evidence: Evidence) -> Iterator[Breach]:
    ends = {look.number: _end(evidence, look) for look in evidence.looks}
    blocks = evidence.flowing
    foot = min((row.baseline for block in blocks for row in block.rows), default=0.0)
    head = max((row.baseline + row.size for block in blocks for row in block.rows), default=0.0)
    for index, (before, block) in enumerate(pairwise(blocks), start=1):
        row = block.rows[0]
        if row.page != before.rows[-1].page + 1 or before.block.kind in COVER:
            continue
        left = ends[row.page - 1] - foot
        if left < LEAST_EMPTY * (head - foot) or _above(evidence.looks[row.page], row):
            continue
        needed = _needed(blocks[index : index + 1 + AHEAD], before)
        if needed is not None and needed < left:
            share = message("{value:.0f} % of the page stays empty", value=100 * left / (head - foot))
            yield Breach(row.page - 1, before.rows[-1].text, before.block, share)


def _end(evidence: Evidence, look: PageLook) -> float:
    """Return how far down a page something stands, its running head and folio aside, in pt from its lower edge."""
    furniture = in_margin(evidence, look)
    lines = [line.baseline for line in look.lines if line.number not in furniture]
    shapes = [shape.box.bottom for shape in look.shapes if shape.box.top < look.height and shape.box.bottom > 0]
    return min((*lines, *(picture.box.bottom for picture in look.pictures), *shapes), default=look.height)


def _above(look: PageLook, row: Row) -> bool:
    """Say whether something else stands above a line: a picture, or the edge of a box that is kept whole."""
    tops = [*(shape.box.top for shape in look.shapes), *(picture.box.top for picture in look.pictures)]
    return any(row.baseline + row.size / 2 < top < look.height - 1 for top in tops)


def _needed(blocks: Sequence[PlacedBlock], before: PlacedBlock) -> float | None:
    """Return how much room the first of some blocks would have taken on the page before, None where nobody knows.

    A paragraph is parted into three lines and three at least. What it announces, and a note, may have to stay with it.
    """
    first, *others = blocks
    if first.block.kind not in TEXT or first.block.row or before.block.kind is Kind.HEADING:
        return None
    room = _height(first, whole=bool(others))
    for block in others:
        if block.block.kind is Kind.NOTE or (block.block.kind is Kind.LIST_ITEM and first.block.kind is Kind.PARAGRAPH):
            room += _height(block, whole=True)
        else:
            break
    return room


def _height(block: PlacedBlock, *, whole: bool) -> float:
    lines = len(block.rows) if whole or len(block.rows) < 2 * LEAST_LINES else LEAST_LINES
    return (lines + SPACE) * SET * max(row.size for row in block.rows)
