"""What is even on the pages of an edition of ours: rules end where others do, and lines stand at even distances."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.paper import Fold
from clearfold.model.transcript import Kind
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import PlacedBlock, Row
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.file import PdfFile

NEAR = 0.15  # points: what ends at one edge
BEHIND = 8.0  # points: a line below a link goes on below the space at its end
UNEVEN = 1.5  # points: a sign of another font moves a line by less
DISC = 0.12  # of the type size by which the number of a step, in its disc, moves the line below it
BESIDE = 0.12  # of the type size by which a line may begin beside the others, as letters of a bold face do
RUN_IN = frozenset({Kind.DEFINITION, Kind.DETAIL, Kind.NOTE})
"""Kinds whose first line may begin behind a term, or a label."""
TICKS = ("☐", "☑")  # of a checklist, which hang before the lines of their items
FREE = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.AUDIENCE, Kind.PUBLISHER, Kind.LABEL, Kind.TABLE_CELL, Kind.DRAWING})
FREE |= {Kind.CODE}
"""Kinds that are fitted to their room, centred, or aligned; lines of code begin behind spaces of their own."""
RUNNING = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
"""Kinds that are set alike wherever they stand."""
MANY, FEW = 12, 2  # distances of lines, of a kind and of a block, of which none stands alone
Lines = Sequence[Row]
"""The lines of a block on one page."""


def even(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of a rule that ends where nothing else does, and of a line that is shifted out of its block (PDF-030)."""
    flat = evidence.paper is not None and evidence.paper.fold is Fold.FLAT and not evidence.paper.bleed
    if evidence.pdf is None or evidence.design is None or not evidence.ours or not flat or evidence.design.styled:
        return
    for number, what in (*_rules(evidence.pdf.pdf), *_lines(evidence.flowing)):
        yield finding("PDF-030", None, place=place(number), found=what, fact=what)


def _rules(pdf: PdfFile) -> Iterator[tuple[int, str]]:
    """Yield the page of each rule of which an end stands where no box, other rule or word begins or ends."""
    shared: dict[float, set[tuple[int, float]]] = {}
    for number, page in enumerate(pdf.pages):
        for across, top in page.edges:
            shared.setdefault(round(across, 1), set()).add((number, round(top, 1)))
    for number, page in enumerate(pdf.pages):
        for rule in page.rules:
            if not all(_meets(end, number, shared, pdf) for end in (rule.left, rule.right)):
                yield number, message("a rule that ends where nothing else does")


def _meets(end: float, number: int, shared: Mapping[float, set[tuple[int, float]]], pdf: PdfFile) -> bool:
    here = {place for step in (-1, 0, 1) for place in shared.get(round(end + step / 10, 1), ())}
    if len(here) > 1:
        return True
    pieces = (piece for piece in pdf.pages[number].pieces if len(piece.starts))
    return any(abs(end - at) < BEHIND for piece in pieces for at in (min(piece.starts), max(piece.ends)))


def _lines(blocks: Sequence[PlacedBlock]) -> Iterator[tuple[int, str]]:
    """Yield the page of each line that stands nearer to one of its neighbours, or beside those of its block."""
    parts = [
        (block, list(rows))
        for block in blocks
        if block.block.kind not in FREE
        for _, rows in groupby(block.rows, lambda row: row.page)
    ]
    usual: dict[tuple[Kind, float], list[float]] = {}
    for block, rows in parts:
        for gap, size in _gaps(rows):
            usual.setdefault((block.block.kind, round(size, 1)), []).append(gap)
    for block, rows in parts:
        own = list(_gaps(rows))
        for at, (gap, size) in enumerate(own):
            alike = usual[block.block.kind, round(size, 1)] if block.block.kind in RUNNING else []
            others = alike if len(alike) > MANY else [one for one, _ in own] if len(own) > FEW else []
            disc = DISC * size if block.block.number and not at and rows[0] is block.rows[0] else 0
            near = max(UNEVEN, disc)
            if others and sum(abs(other - gap) < near for other in others) == 1 and not _skips(gap, others):
                yield (
                    rows[0].page,
                    message("a line of {text} is higher or lower than the others", text=quoted(rows[0].text)),
                )
                break
        lefts = [row.left for row in rows if not _is_indented(block, row)]
        hung = block.block.kind in RUN_IN or block.block.text.startswith(TICKS)
        first = hung or rows[0] is not block.rows[0]
        rest = lefts[1:] if first else lefts
        if len(rest) > 1 and max(rest) - min(rest) > BESIDE * rows[0].size:
            yield rows[0].page, message("a line of {text} begins beside the others", text=quoted(rows[0].text))


def _skips(gap: float, others: Sequence[float]) -> bool:
    """Say whether a line stands below an empty one or two: the copy has several breaks there."""
    return any(abs(gap - times * other) < NEAR for other in others for times in (2, 3))


def _is_indented(block: PlacedBlock, row: Row) -> bool:
    """Say whether the copy has no-break spaces before the words with which a line begins, as poems have."""
    return bool(re.search(rf"(?:^|\s)\xa0{re.escape(row.text.partition(' ')[0])}", block.block.text))


def _gaps(rows: Lines) -> Iterator[tuple[float, float]]:
    """Yield the distances of baselines, with the size of the letters, where two lines have one."""
    for one, two in pairwise(rows):
        if abs(one.size - two.size) < NEAR and one.baseline > two.baseline:
            yield one.baseline - two.baseline, one.size
