"""The room between the letters and the words of printed pages: as their font has it, or more."""

from collections.abc import Iterator
from statistics import median

from clearfold.diagnostic import Diagnostic
from clearfold.proof.checks.page_breaches import Breach, owners, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.limits import LEAST_BETWEEN_WORDS, LEAST_WIDTH, MOST_OVER, MOST_SQUEEZED
from clearfold.proof.look import Line

SEVERAL = 3  # gaps between letters, from which a word tells how it is set; a pair may be kerned


def page_spacing(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find letters or words that stand too close together, and letters that are made narrower (TYP-023)."""
    if evidence.paper is not None:
        yield from told("TYP-023", list(_squeezed(evidence)))


def _squeezed(evidence: Evidence) -> Iterator[Breach]:
    """Yield the words of which something is too close, each once."""
    owner = owners(evidence)
    for look in evidence.looks:
        for line in look.lines:
            if not all(stretch.ink.seen for stretch in line.stretches):
                continue
            last = -1
            for low, high in line.words():
                measured = _narrow(line, low, high) or _letters(line, low, high)
                if measured:
                    yield Breach(look.number, line.text[low:high], owner.get(line.number), measured)
                elif last >= 0 and (gap := _gap(line, last, low)) < LEAST_BETWEEN_WORDS:
                    words = line.text[line.text.rfind(" ", 0, last) + 1 : high]
                    measured = f"{gap:.2f} of the type size between words; at least {LEAST_BETWEEN_WORDS}"
                    yield Breach(look.number, words, owner.get(line.number), measured)
                last = high - 1


def _gap(line: Line, one: int, two: int) -> float:
    """Return the room between two characters of a line, of the type size; what their font has at their sides aside."""
    size = max(ink.size for ink in line.inks(one, one + 1))
    return (line.starts[two] - line.ends[one]) / size


def _letters(line: Line, low: int, high: int) -> str:
    """Say how close the letters of a word are, "" where they are not too close."""
    gaps = [_gap(line, at, at + 1) for at in range(low, high - 1)]
    if len(gaps) >= SEVERAL and (usual := median(gaps)) < -MOST_SQUEEZED:
        return f"letters {-usual:.2f} of the type size closer than their font sets them"
    for at, gap in enumerate(gaps, start=low):
        both = line.text[at].isalnum() and line.text[at + 1].isalnum()
        if both and gap < -MOST_OVER and line.ends[at + 1] > line.starts[at]:
            return f"“{line.text[at : at + 2]}” over each other"
    return ""


def _narrow(line: Line, low: int, high: int) -> str:
    """Say how narrow the letters of a word are made, "" where they are as wide as their font has them."""
    width = min(ink.width for ink in line.inks(low, high))
    return f"letters {width:.0%} as wide as their font has them" if width < LEAST_WIDTH else ""
