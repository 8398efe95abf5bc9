"""The headings of printed pages: with what follows them, and as large as their level."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from clearfold.diagnostic import Diagnostic
from clearfold.proof.checks.page_breaches import BODY, Breach, in_margin, owners, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.limits import BOLD, LADDER
from clearfold.proof.look import Block, Line, PageLook
from clearfold.transcript import Kind

EXACT = 0.02  # pt
STEPS = 3  # levels that are larger than what comes below them
LARGER = 1.05  # times the size of the text, from which a line that is not the copy's is a heading


def page_headings(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find headings that are last on their page (TYP-014), or whose size does not tell their level (TYP-022)."""
    if evidence.paper is not None and evidence.blocks:
        yield from told("TYP-014", [*_last_of_copy(evidence), *_last_of_template(evidence)])
        yield from told("TYP-022", list(_ladder(evidence)))


def _last_of_copy(evidence: Evidence) -> Iterator[Breach]:
    """Yield headings of the copy below which nothing stands, while what follows them stands on a later page."""
    blocks = evidence.blocks
    for block, following in pairwise(blocks):
        row = block.rows[-1]
        if block.run.kind in (Kind.HEADING, Kind.BOX_TITLE) and following.rows[0].page > row.page:
            look = evidence.looks[row.page]
            if not _goes_on_below(evidence, look, row.baseline, row.size):
                yield Breach(
                    row.page, block.run.text, block.run, f"the text goes on on page {following.rows[0].page + 1}"
                )


def _goes_on_below(evidence: Evidence, look: PageLook, baseline: float, size: float) -> bool:
    """Say whether text or a picture stands lower on a page."""
    furniture = in_margin(evidence, look)
    text = any(k.baseline < baseline - size / 2 for k in look.lines if k.number not in furniture)
    return text or any(p.box.top < baseline and p.box.top - p.box.bottom > size for p in look.pictures)


def _last_of_template(evidence: Evidence) -> Iterator[Breach]:
    """Yield headings that a template adds, known by their size and weight, with nothing below them on their page."""
    owner, body = owners(evidence), _body(evidence)
    for look in evidence.looks[1:-1]:
        furniture = in_margin(evidence, look)
        lines = [line for line in look.lines if line.number not in furniture and line.upright]
        if not lines or not body:
            continue
        last = min(lines, key=lambda line: line.baseline)
        below = _goes_on_below(evidence, look, last.baseline, last.ink.size)
        if last.number not in owner and _is_heading(last, body) and not below:
            yield Breach(look.number, last.text, None, "nothing follows it on the page")


def _is_heading(line: Line, body: float) -> bool:
    return line.ink.size > LARGER * body and line.ink.face.weight >= BOLD


def _body(evidence: Evidence) -> float:
    """Return the size in which most running text is set, in pt; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for block in evidence.blocks:
        for row in block.rows if block.run.kind in BODY else ():
            sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _ladder(evidence: Evidence) -> Iterator[Breach]:
    levels: dict[int, list[Block]] = {}
    for block in evidence.blocks:
        if block.run.kind in (Kind.TITLE, Kind.HEADING):
            levels.setdefault(1 if block.run.kind is Kind.TITLE else block.run.level, []).append(block)
    usual = {level: median(_size(block) for block in blocks) for level, blocks in levels.items()}
    body = _body(evidence)
    for level, blocks in levels.items():
        for block in blocks:
            size = _size(block)
            lower = next((usual[other] for other in range(level + 1, 7) if other in usual), 0.0)
            if level <= STEPS and size < LADDER * (lower or body) - EXACT:
                what = "the next" if lower else "the text"
                measured = f"level {level} is {size:.1f} pt, {what} {lower or body:.1f} pt"
                yield Breach(block.rows[0].page, block.run.text, block.run, measured)
            elif size < body - EXACT:
                measured = f"level {level} is {size:.1f} pt, the text {body:.1f} pt"
                yield Breach(block.rows[0].page, block.run.text, block.run, measured)
    yield from _template_ladder(evidence, next((usual[level] for level in range(3, 7) if level in usual), body))


def _template_ladder(evidence: Evidence, lower: float) -> Iterator[Breach]:
    """Yield headings that a template adds, at level 2, and that are no larger than the next level or the text."""
    owner = owners(evidence)
    patterns = [item.pattern for item in evidence.furniture if item.name.endswith("heading")]
    for look in evidence.looks:
        furniture = in_margin(evidence, look)
        numbers = [line for line in look.lines if line.text.isdigit()]
        for line in look.lines:
            free = line.number not in owner and line.number not in furniture
            if not free or not any(re.fullmatch(pattern, line.text) for pattern in patterns):
                continue
            # The same words stand in the contents, as large as the text, with a number beside them.
            entry = any(abs(number.baseline - line.baseline) < line.ink.size / 2 for number in numbers)
            if not entry and line.ink.size < LADDER * lower - EXACT:
                measured = f"level 2 is {line.ink.size:.1f} pt, the next {lower:.1f} pt"
                yield Breach(look.number, line.text, None, measured)


def _size(block: Block) -> float:
    return max(row.size for row in block.rows)
