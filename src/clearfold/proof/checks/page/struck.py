"""Lines through words: who looks at the page takes them for taken back, and who listens hears them as if they held."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import Box, Line, PageLook, Shape
from clearfold.proof.readers.pdf.content import place

THIN = 0.15  # of the type size; what is thicker is a bar, or the ground of a cell
LOW, HIGH = 0.12, 0.5  # of the type size above the baseline: what is lower underlines
COVERED = 0.6  # of the width of a word that is struck
ENDS = 0.75  # of the type size; a line that goes on further from its words is a table's, or a drawing's


def struck(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find words through which the page of a file that others made draws a line: no copy has such (TXT-014)."""
    if not evidence.foreign:
        return
    for look in evidence.looks:
        rules = [shape for shape in look.shapes if shape.plain and not shape.figure]
        for words in dict.fromkeys(words for rule in rules if (words := _through(rule, look))):
            fact = message("a line is drawn through {words}", words=quoted(words))
            yield finding("TXT-014", None, place=place(look.number), found=words, fact=fact)


def _through(rule: Shape, look: PageLook) -> str:
    """Return the words through which a rule goes, "" for one that goes through none, or on beyond them."""
    height = (rule.box.bottom + rule.box.top) / 2
    found = [
        (line.text[low:high], line.part(low, high))
        for line in look.lines
        if line.upright and not line.artifact and _crosses(rule.box, height, line)
        for low, high in line.words()
        if _covered(rule.box, line.part(low, high))
    ]
    if not found:
        return ""
    size = max(box.top - box.bottom for _, box in found)
    left, right = min(box.left for _, box in found), max(box.right for _, box in found)
    near = abs(rule.box.left - left) <= ENDS * size and abs(rule.box.right - right) <= ENDS * size
    words = " ".join(text for text, _ in found)
    return words if near and any(char.isalnum() for char in words) else ""


def _crosses(box: Box, height: float, line: Line) -> bool:
    size = line.state.size
    return box.top - box.bottom <= THIN * size and LOW * size <= height - line.baseline <= HIGH * size


def _covered(rule: Box, word: Box) -> bool:
    return min(rule.right, word.right) - max(rule.left, word.left) >= COVERED * (word.right - word.left)
