"""Words that are drawn as shapes: a page that looks right, and holds no text for search, copy or a screen reader."""

from collections import defaultdict
from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.checks.page.breaches import Breach, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.page_model import PageLook

LARGEST = 80.0  # pt; a shape that is higher or wider is no letter
ROW = 5  # shapes on one height, from which they may be a line of letters
WIDTHS = 4  # of them, to half a point, that differ, as those of m, n, r and i do
MANY = 50  # such shapes, from which a page may hold words


def outlines(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pages whose words are shapes (TXT-012): without text, or with less of it than shapes, and words are missing.

    A drawing has shapes in rows too, of people that are counted for instance; but those are all as wide.
    """
    if not evidence.looks:
        return
    lost = sum(high - low for low, high in evidence.content.alignment.lost)
    drawn = [(look.number, _in_rows(look), sum(len(line.text) for line in look.lines)) for look in evidence.looks]
    found = [
        Breach(page, "")
        for page, shapes, letters in drawn
        if shapes >= MANY and (not letters or letters < shapes <= 2 * lost)
    ]
    yield from told("TXT-012", found)


def _in_rows(look: PageLook) -> int:
    """Count the small shapes with curves or slopes that stand on one height with others, those of pictures left out."""
    rows: dict[int, list[int]] = defaultdict(list)
    for box in (shape.box for shape in look.shapes if not shape.plain and not shape.figure):
        wide = box.right - box.left
        if wide < LARGEST and box.top - box.bottom < LARGEST:
            rows[round(box.bottom)].append(round(2 * wide))
    return sum(len(widths) for widths in rows.values() if len(widths) >= ROW and len(set(widths)) >= WIDTHS)
