"""The build of printed pages: one column, free margins, the promised size, and as many pages as fold well."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.paper import Fold, Paper
from clearfold.model.transcript import Block, Kind
from clearfold.model.units import MM
from clearfold.proof.checks.page.breaches import BODY, Breach, in_margin, owners, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.page.large_print_rules import FOLDED_IN, LEAST_TO_EDGE, TOLERANCE
from clearfold.proof.page.page_model import Box, Line, PageLook, Row

SIDE_BY_SIDE = 3  # lines of a page that stand beside others, from which it has columns
GUTTER = 0.5  # of the type size between columns, at least


def page_layout(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find columns (TYP-006), text in the margin (TYP-011), and pages of a wrong number or size (TYP-017, 018, 021)."""
    if evidence.paper is None:
        return
    yield from told("TYP-006", [breach for look in evidence.looks for breach in _columns(evidence, look)])
    if evidence.paper.margin:
        yield from _margins(evidence, evidence.paper.margin)
    yield from _pages(evidence)


def _columns(evidence: Evidence, look: PageLook) -> Iterator[Breach]:
    rows = [
        (block.block, row)
        for block in evidence.placed
        if block.block.kind in BODY | {Kind.TERM} and not block.block.column
        for row in block.rows
        if row.page == look.number
    ]
    beside: dict[int, tuple[Block, Row]] = {}
    for index, (copied, row) in enumerate(rows):
        for other, second in rows[:index]:
            if {copied.kind, other.kind} == {Kind.TERM, Kind.DEFINITION}:
                continue
            if abs(row.baseline - second.baseline) < row.size / 2 and _apart(row, second):
                beside[index] = (copied, row)
    if len(beside) >= SIDE_BY_SIDE:
        copied, row = next(iter(beside.values()))
        yield Breach(look.number, row.text, copied, message("{beside} lines stand beside others", beside=len(beside)))


def _apart(one: Row, two: Row) -> bool:
    gap = max(one.left, two.left) - min(one.right, two.right)
    return gap > GUTTER * one.size


def _margins(evidence: Evidence, margin: float) -> Iterator[Diagnostic]:
    owner = owners(evidence)
    near: list[Breach] = []
    at_edge: list[Breach] = []
    for look in evidence.looks:
        page = Box(0, 0, look.width, look.height)
        furniture = in_margin(evidence, look)
        for line in look.lines:
            # What stands wholly outside and is not the copy's are the marks of a print shop.
            if line.number not in owner and not line.box.meets(page):
                continue
            least = LEAST_TO_EDGE if line.number in furniture else margin
            distance = _distance(line, look)
            if distance < least - TOLERANCE:
                breach = Breach(
                    look.number, line.text, owner.get(line.number), message("{distance:.1f} mm", distance=distance)
                )
                (at_edge if line.number in furniture else near).append(breach)
    yield from told("TYP-011", near, message("at least {margin:g} mm", margin=margin))
    yield from told("TYP-011", at_edge, message("at least {least_to_edge:g} mm", least_to_edge=LEAST_TO_EDGE))


def _distance(line: Line, look: PageLook) -> float:
    """Return how far a line is from the nearest edge, in mm; less than nothing where it goes beyond."""
    box = line.box
    return min(box.left, box.bottom, look.width - box.right, look.height - box.top) / MM


def _pages(evidence: Evidence) -> Iterator[Diagnostic]:
    paper, looks = evidence.paper, evidence.looks
    if paper is None:
        return
    count = len(looks)
    if count % paper.multiple:
        fact = message("{count} pages, a multiple of {multiple} is needed", count=count, multiple=paper.multiple)
        yield finding(
            "TYP-017",
            None,
            expected=message("a multiple of {multiple}", multiple=paper.multiple),
            found=str(count),
            fact=fact,
        )
    if paper.most and count > paper.most:
        fact = message("{count} pages, at most {most}", count=count, most=paper.most)
        yield finding("TYP-018", None, expected=message("at most {most}", most=paper.most), found=str(count), fact=fact)
    if paper.width and paper.height:
        wrong = [Breach(look.number, "", None, _size(look)) for look in looks if _differs(look, paper)]
        yield from told("TYP-021", wrong, message("{width:g} × {height:g} mm", width=paper.width, height=paper.height))


def _differs(look: PageLook, paper: Paper) -> bool:
    wider, higher = look.width / MM - paper.width, look.height / MM - paper.height
    narrower = FOLDED_IN if paper.fold is Fold.C_FOLD else 0.0
    return not -TOLERANCE - narrower <= wider <= TOLERANCE or abs(higher) > TOLERANCE


def _size(look: PageLook) -> str:
    return message("{width:.1f} × {height:.1f} mm", width=look.width / MM, height=look.height / MM)
