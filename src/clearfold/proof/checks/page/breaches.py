"""Tell what the checks of printed pages find: one finding a page, or one a file where it is the same everywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clearfold.model.diagnostic import Diagnostic, Severity
from clearfold.model.messages import counted, joined, message
from clearfold.model.transcript import Block, Kind
from clearfold.model.units import MM
from clearfold.proof.compare.furniture_match import PAGE
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, listed, quoted
from clearfold.proof.page.page_model import Line, PageLook

TOLD = 5  # words or pages that one finding names
APART = 3  # pages that get a finding of their own; more of them share one

OF_DRAWINGS = message("draw the letters of the picture larger and darker, or write its words in the text beside it")
PAGINATION = "Pagination"  # the type of an artifact: ISO 32000-1, 14.8.2.2.2
HEADS = frozenset({Kind.TITLE, Kind.HEADING, Kind.BOX_TITLE})
"""Kinds that are read at a glance."""
BODY = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION, Kind.NOTE, Kind.DEFINITION, Kind.CODE, Kind.CAPTION})
"""Kinds of running text."""


@dataclass(frozen=True, slots=True)
class Breach:
    """Words that break a rule: their page from 0, their block of the copy where they have one, what was measured."""

    page: int
    words: str
    block: Block | None = None
    measured: str = ""


def told(code: str, breaches: Sequence[Breach], limit: str = "", apart: int = APART) -> Iterator[Diagnostic]:
    """Tell breaches of one rule page by page, or at once where there are many pages; ``limit`` is what was promised.

    ``apart`` is how many pages get a finding of their own.
    """
    drawn = [one for one in breaches if one.block is not None and one.block.kind is Kind.DRAWING]
    if drawn:  # the letters of a picture are the writer's to decide, as those of a photograph are
        others = [one for one in breaches if one not in drawn]
        yield from told(code, others, limit, apart)
        found = _finding(code, drawn, limit, page_name(drawn[0].page))
        yield replace(found, severity=Severity.WARNING, hint=OF_DRAWINGS)
        return
    pages = sorted({breach.page for breach in breaches})
    if len(pages) <= apart:
        for page in pages:
            yield _finding(code, [breach for breach in breaches if breach.page == page], limit, page_name(page))
    else:
        more = message(" and {pages} more", pages=len(pages) - TOLD) if len(pages) > TOLD else ""
        named = ", ".join(str(page + 1) for page in pages[:TOLD])
        yield _finding(
            code,
            breaches,
            limit,
            counted(len(pages), "page {named}{more}", "pages {named}{more}", named=named, more=more),
        )


def page_name(page: int) -> str:
    """Name a page, counted from 0, as people count."""
    return message("page {page}", page=page + 1)


def _finding(code: str, breaches: Sequence[Breach], limit: str, place: str) -> Diagnostic:
    words = list(dict.fromkeys(quoted(breach.words) for breach in breaches if breach.words))
    more = message(" and {words} more", words=len(words) - TOLD) if len(words) > TOLD else ""
    measures = list(dict.fromkeys(breach.measured for breach in breaches if breach.measured))
    found = joined(", ", measures[:TOLD])
    parts = [listed(words[:TOLD], more), found, limit]
    at = next((breach.block for breach in breaches if breach.block), None)
    fact = joined("; ", [part for part in parts if part])
    first = min(breach.page for breach in breaches)
    shown = tuple(breach.words for breach in breaches if breach.words and breach.page == first)
    return finding(code, at, place=place, expected=limit, found=found, fact=fact, shown=shown)


def owners(evidence: Evidence) -> dict[int, Block]:
    """Return the block of the copy that each line belongs to, by the line's number."""
    return {line: block.block for block in reversed(evidence.placed) for row in block.rows for line in row.lines}


def in_margin(evidence: Evidence, look: PageLook) -> frozenset[int]:
    """Return the numbers of the lines that are a page's furniture, its running head and folio.

    They are artifacts of pagination. In a file that has none they are known by their words, which the edition declares,
    or by being figures, and by standing in the margin or in the lowest row.
    """
    if any(line.artifact == PAGINATION for page in evidence.looks for line in page.lines):
        return frozenset(line.number for line in look.lines if line.artifact == PAGINATION)
    patterns = [item.pattern.replace(PAGE, re.escape(look.label)) for item in evidence.furniture if not item.limit]
    fits = [k for k in look.lines if k.text.isdigit() or any(re.fullmatch(p, k.text) for p in patterns)]
    margin = evidence.paper.margin * MM if evidence.paper else 0.0
    lowest = min((line.baseline for line in look.lines), default=0.0) + 1
    foot = lowest if any(line.baseline <= lowest and line.text == look.label for line in fits) else 0.0
    return frozenset(
        line.number
        for line in fits
        if line.box.bottom < margin or line.box.top > look.height - margin or line.baseline <= foot
    )


def seen(line: Line) -> bool:
    """Say whether a line is drawn level, in letters that are painted."""
    return line.upright and all(stretch.state.seen for stretch in line.stretches)
