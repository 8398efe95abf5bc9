"""The headings of printed pages: with what follows them, and as large as their level."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind
from clearfold.proof.checks.page.breaches import BODY, Breach, in_margin, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.large_print_rules import LADDER
from clearfold.proof.page.page_model import PageLook, PlacedBlock

EXACT = 0.02  # pt
STEPS = 3  # levels that are larger than what comes below them


def page_headings(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find headings that are last on their page (TYP-014), or whose size does not tell their level (TYP-022)."""
    if evidence.paper is not None and evidence.placed:
        yield from told("TYP-014", list(_last(evidence)))
        yield from told("TYP-022", list(_ladder(evidence)))


def _last(evidence: Evidence) -> Iterator[Breach]:
    """Yield headings below which nothing stands, while what follows them stands on a later page."""
    blocks = evidence.placed
    for block, following in pairwise(blocks):
        row = block.rows[-1]
        if block.block.kind in (Kind.HEADING, Kind.BOX_TITLE) and following.rows[0].page > row.page:
            look = evidence.looks[row.page]
            if not _goes_on_below(evidence, look, row.baseline, row.size):
                yield Breach(
                    row.page,
                    block.block.text,
                    block.block,
                    message("the text goes on on page {page}", page=following.rows[0].page + 1),
                )


def _goes_on_below(evidence: Evidence, look: PageLook, baseline: float, size: float) -> bool:
    """Say whether text or a picture stands lower on a page."""
    furniture = in_margin(evidence, look)
    text = any(k.baseline < baseline - size / 2 for k in look.lines if k.number not in furniture)
    return text or any(p.box.top < baseline and p.box.top - p.box.bottom > size for p in look.pictures)


def _body(evidence: Evidence) -> float:
    """Return the size in which most running text is set, in pt; 0 where there is none.

    What is bold may be a telephone number or an amount in large letters, of which a short leaflet may have most.
    """
    sizes: Counter[float] = Counter()
    for block in evidence.placed:
        for row in block.rows if block.block.kind in BODY and not _is_bold(block.block) else ():
            sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_bold(block: Block) -> bool:
    return 2 * sum(span.end - span.start for span in block.spans if span.mark == "strong") >= len(block.text)


def _ladder(evidence: Evidence) -> Iterator[Breach]:
    levels: dict[int, list[PlacedBlock]] = {}
    for block in evidence.placed:
        if block.block.kind in (Kind.TITLE, Kind.HEADING):
            levels.setdefault(1 if block.block.kind is Kind.TITLE else block.block.level, []).append(block)
    usual = {level: median(_size(block) for block in blocks) for level, blocks in levels.items()}
    body = _body(evidence)
    for level, blocks in levels.items():
        for block in blocks:
            size = _size(block)
            lower = next((usual[other] for other in range(level + 1, 7) if other in usual), 0.0)
            if level <= STEPS and size < LADDER * (lower or body) - EXACT:
                what = message("the next") if lower else message("the text")
                measured = message(
                    "level {level} is {size:.1f} pt, {what} {lower:.1f} pt",
                    level=level,
                    size=size,
                    what=what,
                    lower=lower or body,
                )
                yield Breach(block.rows[0].page, block.block.text, block.block, measured)
            elif size < body - EXACT:
                measured = message(
                    "level {level} is {size:.1f} pt, the text {body:.1f} pt", level=level, size=size, body=body
                )
                yield Breach(block.rows[0].page, block.block.text, block.block, measured)


def _size(block: PlacedBlock) -> float:
    return max(row.size for row in block.rows)
