"""The lines of printed pages: far enough apart, short enough, ragged right, and not alone at a page's end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import counted, message
from clearfold.model.transcript import Kind
from clearfold.model.units import MM
from clearfold.proof.checks.page.breaches import BODY, HEADS, Breach, owners, seen, told
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.large_print_rules import (
    LEAST_LEADING,
    LEAST_LEADING_OF_HEADINGS,
    LEAST_LINES,
    MOST_CHARACTERS,
)
from clearfold.proof.page.page_model import Box, Line, PageLook, PlacedBlock, Row
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees

FEW = 3  # lines from which a block tells how it is set
EXACT = 0.01
SOLID = 1.0  # of the type size; closer lines touch, also where there are only two
WIDE, HIGH = (
    0.5,
    0.3,
)  # of the type size, and of the height of small letters: what lines share that are drawn over
SMALL = 0.5  # em; the height of small letters of a face that does not tell
OWN_PLACE = 1.0  # pt by which left edges may differ and be one
SHIFTED = 1.0  # of the type size by which a heading begins further right than the text, at least, to be told
BESIDE_ICON = 4.0  # of the type size by which the title of a box may begin further right than the text: after an icon
SHORT_OF_EDGE = 0.5  # of the type size by which a heading may end before the longest line, and be at the right
NEARLY = 6.0  # pt; the right edge of ragged text is known no better
SAMPLE = 10  # lines that go on in the next, from which only these are measured
EVEN = 0.06  # of the type size that edges or middles may differ and still be in line: WeasyPrint rounds to pixels
UNEVEN = 0.4  # of the type size by which left edges differ in text that does not begin at one place
STRETCHED = 0.03  # of the type size by which the spaces of justified lines differ
MANY = 5  # lines whose right edges are even by no chance
BLANK = re.compile(r"([._·…-])\1{9,}")  # a row of dots or dashes to write on, which nobody reads
SHORT = frozenset({Kind.HEADING, Kind.BOX_TITLE, Kind.CAPTION})  # kinds that seldom fill three lines
OWN_EDGE = re.compile(r"text-align:\s*(?:right|center)")
NEVER_JUDGED = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.AUDIENCE, Kind.PUBLISHER})  # the cover's own


def page_lines(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find lines that are too close (TYP-002), too long (TYP-003), not ragged right (TYP-004) or alone (TYP-013)."""
    if evidence.paper is None:
        return
    yield from _leading(evidence.flowing)
    yield from told("TYP-002", list(_on_each_other(evidence)))
    yield from lengths(evidence.flowing, MOST_CHARACTERS[evidence.paper.level])
    aligned = _aligned(evidence)
    ragged = [breach for block in evidence.flowing for breach in _not_ragged(block, aligned)]
    shifted = list(_shifted(evidence.flowing))
    beyond = [breach for breach in _beyond(evidence) if breach.block not in [one.block for one in shifted]]
    yield from told("TYP-004", [*ragged, *shifted, *beyond])
    alone = [breach for block in evidence.flowing for breach in _widows_and_orphans(block)]
    yield from told("TYP-013", alone, message("at least {least_lines} lines on each side", least_lines=LEAST_LINES))


def _on_pages(block: PlacedBlock) -> list[list[Row]]:
    """Return the lines of a block page by page."""
    return [list(rows) for _, rows in groupby(block.rows, lambda row: row.page)]


def _gaps(rows: Sequence[Row]) -> list[float]:
    """Return the distances from baseline to baseline, of the type size.

    Between a line of large figures and one of text it is the text's: the figures have no line of theirs beside them.
    """
    size = median(row.size for row in rows)
    return [(one.baseline - two.baseline) / min(size, one.size, two.size) for one, two in pairwise(rows)]


def _leading(blocks: Sequence[PlacedBlock]) -> Iterator[Diagnostic]:
    body = [block for block in blocks if block.block.kind not in HEADS | NEVER_JUDGED]
    all_gaps = [(block, gap) for block in body for rows in _on_pages(block) for gap in _gaps(rows) if gap > 0]
    usual = Counter(round(gap, 2) for _, gap in all_gaps).most_common(1)
    if usual and usual[0][0] < LEAST_LEADING - EXACT:
        first = next(block for block, gap in all_gaps if round(gap, 2) == usual[0][0])
        measured = message("{usual:.2f} times the type size in most of the text", usual=usual[0][0])
        breach = Breach(first.rows[0].page, first.rows[0].text, first.block, measured)
        yield from told("TYP-002", [breach], message("at least {least_leading} times", least_leading=LEAST_LEADING))
        body = []
    yield from told(
        "TYP-002",
        list(_tight(body, LEAST_LEADING)),
        message("at least {least_leading} times the type size", least_leading=LEAST_LEADING),
    )
    heads = [block for block in blocks if block.block.kind in HEADS | NEVER_JUDGED]
    limit = message(
        "at least {least_leading_of_headings} times the type size in a heading",
        least_leading_of_headings=LEAST_LEADING_OF_HEADINGS,
    )
    yield from told("TYP-002", list(_tight(heads, LEAST_LEADING_OF_HEADINGS)), limit)


def _on_each_other(evidence: Evidence) -> Iterator[Breach]:
    """Yield lines whose small letters are drawn over those of another line, but for letters drawn twice."""
    owner = owners(evidence)
    for look in evidence.looks:
        cores = [(line, _core(line)) for line in look.lines if seen(line)]
        for index, (line, core) in enumerate(cores):
            for other, below in cores[:index]:
                both = core.within(below)
                across, up = both.right - both.left, both.top - both.bottom
                if across > WIDE * line.state.size and up > HIGH * (core.top - core.bottom) and line.text != other.text:
                    yield Breach(look.number, line.text, owner.get(line.number), message("drawn over other text"))


def _core(line: Line) -> Box:
    """Return the room of a line's small letters."""
    height = (line.state.face.x_height or SMALL) * line.state.size
    return Box(line.starts[0], line.baseline, line.ends[-1], line.baseline + height)


def _tight(blocks: Sequence[PlacedBlock], least: float) -> Iterator[Breach]:
    for block in blocks:
        for rows in _on_pages(block):
            gaps = [gap for gap in _gaps(rows) if gap > 0]
            if gaps and min(gaps) < (least if len(rows) >= FEW else SOLID) - EXACT:
                yield Breach(rows[0].page, rows[0].text, block.block, message("{gaps:.2f} times", gaps=min(gaps)))


def lengths(blocks: Sequence[PlacedBlock], most: int) -> Iterator[Diagnostic]:
    """Find lines of more characters than 19 in 20 may have (TYP-003)."""
    body = [block for block in blocks if block.block.kind in BODY and not block.block.column]
    full = [(block, row) for block in body for row in block.rows[:-1]]
    lines = full if len(full) >= SAMPLE else [(block, row) for block in body for row in block.rows]
    lines = [(block, row) for block, row in lines if not BLANK.search(row.text)]
    ordered = sorted(lines, key=lambda item: len(item[1].text))
    if not ordered:
        return
    # Of fewer than twenty lines one may be longer too: letters are of many widths.
    kept = min(-(-len(ordered) * 95 // 100), max(1, len(ordered) - 1))
    length = len(ordered[kept - 1][1].text)
    if length > most:
        block, row = ordered[-1]
        breach = Breach(
            row.page, row.text, block.block, message("19 in 20 lines have up to {length} characters", length=length)
        )
        yield from told("TYP-003", [breach], message("at most {most}", most=most))


def _aligned(evidence: Evidence) -> frozenset[str]:
    """Return the letters of cells that the copy itself centres, or aligns to the right."""
    return frozenset(
        fold("".join(cell.itertext()))
        for tree in copy_trees(evidence.expected.markup)
        for cell in tree.iter()
        if cell.tag in ("td", "th") and OWN_EDGE.search(cell.get("style") or "")
    )


def _not_ragged(block: PlacedBlock, aligned: frozenset[str]) -> Iterator[Breach]:
    if block.block.kind in NEVER_JUDGED:
        return
    own = bool(block.block.column) and fold(block.block.text) in aligned
    for rows in _on_pages(block):
        last_page = rows[-1] is block.rows[-1]
        how = setting(rows, ends=last_page) if len(rows) >= FEW else ""
        if how and (how == "justified" or not own):
            yield Breach(rows[0].page, rows[0].text, block.block, how)


def setting(rows: Sequence[Row], *, ends: bool) -> str:
    """Say how lines are set, "" where they are ragged right; ``ends`` is true where the last line ends the block."""
    full = rows[:-1] if ends else rows
    lefts, rights = [row.left for row in rows[1:]], [row.right for row in full]
    size = rows[0].size
    # A justified line has all of its spaces stretched: the narrowest and the usual one. One with bold words has some
    # that are wider, and a French one some before a sign that are narrower.
    least, usual = ([of(row.gaps) for row in full if row.gaps] for of in (min, median))
    # Lines of the same words end together by themselves; of two that alternate, each with spaces of its own.
    different = len({row.text for row in full})
    stretched = min(_spread(least), _spread(usual)) > STRETCHED * size and 2 * different > len(full)
    even = EVEN * size
    if _spread(lefts) <= even and len(full) > 1 and _spread(rights) <= even and (stretched or different >= MANY):
        return message("justified")
    uneven = _spread([row.left for row in rows]) > UNEVEN * size
    if uneven and _spread([row.left + row.right for row in rows]) <= 2 * even:
        return message("centred")
    if uneven and _spread([row.right for row in rows]) <= even:
        return message("aligned to the right")
    return ""


def _shifted(blocks: Sequence[PlacedBlock]) -> Iterator[Breach]:
    """Yield headings and captions that begin where nothing else does, in the middle of the text or at its right."""
    judged = [block for block in blocks if block.block.kind not in NEVER_JUDGED]
    for side in (0, 1):
        rows = [(block, row) for block in judged for row in block.rows if row.page % 2 == side]
        text = [row for block, row in rows if block.block.kind in BODY]
        if not text:
            continue
        left, right = min(row.left for row in text), max(row.right for row in text)
        for block, row in rows:
            least = BESIDE_ICON if block.block.kind is Kind.BOX_TITLE else SHIFTED
            if block.block.kind not in SHORT or row.left - left < least * row.size:
                continue
            if any(two is not row and abs(two.left - row.left) < OWN_PLACE for _, two in rows):
                continue
            if abs(row.left + row.right - left - right) < 2 * NEARLY:
                yield Breach(row.page, row.text, block.block, message("centred"))
            elif abs(row.right - right) < max(NEARLY, SHORT_OF_EDGE * row.size):
                yield Breach(row.page, row.text, block.block, message("aligned to the right"))


def _line_left(row: Row, looks: Sequence[PageLook]) -> float:
    """Return where a line begins, with a picture that stands in it right before its words."""
    before = [
        picture.box.left
        for look in looks
        if look.number == row.page
        for picture in look.pictures
        if picture.box.bottom <= row.baseline + row.size and picture.box.top >= row.baseline
        if 0 <= row.left - picture.box.right < row.size
    ]
    return min((row.left, *before))


def _beyond(evidence: Evidence) -> Iterator[Breach]:
    """Yield headings that begin further right than what follows them, where no other text and no picture begins."""
    blocks = evidence.flowing
    text = [(row.page, row.left) for block in blocks if block.block.kind in BODY for row in block.rows]
    for block, following in pairwise(blocks):
        row, below = block.rows[-1], following.rows[0]
        # Of a heading that lacks its first letter it is not known where it begins.
        if block.block.kind is not Kind.HEADING or not block.whole or below.page != row.page:
            continue
        by = _line_left(row, evidence.looks) - below.left
        if by < SHIFTED * row.size:
            continue
        if below.baseline < row.baseline and not any(
            page == row.page and abs(left - row.left) < OWN_PLACE for page, left in text
        ):
            yield Breach(
                row.page,
                row.text,
                block.block,
                message("begins {by:.0f} mm further right than what follows it", by=by / MM),
            )


def _spread(values: Sequence[float]) -> float:
    return max(values) - min(values) if values else 0.0


def _widows_and_orphans(block: PlacedBlock) -> Iterator[Breach]:
    pages = _on_pages(block)
    if len(pages) < 2 or not block.whole or sorted(rows[0].page for rows in pages) != [rows[0].page for rows in pages]:
        return
    for rows, before in ((pages[0], True), (pages[-1], False)):
        if len(rows) < LEAST_LINES:
            many = len(rows)
            count = (
                counted(many, "one line before the page's end", "{count} lines before the page's end")
                if before
                else counted(many, "one line after the page's end", "{count} lines after the page's end")
            )
            yield Breach(rows[0].page, rows[0].text, block.block, count)
