"""The room between the letters and the words of printed pages: as their font has it, or more."""

from collections.abc import Iterator, Sequence
from statistics import median

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.checks.page.breaches import Breach, owners, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.large_print_rules import (
    LEAST_BETWEEN_WORDS,
    LEAST_WIDTH,
    MOST_OVER,
    MOST_SQUEEZED,
    MOST_SQUEEZED_WORD,
)
from clearfold.proof.page.page_model import Line

SEVERAL, MANY = 4, 8  # gaps between letters, from which a word, and a line, tell how they are set


def page_spacing(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find letters or words that stand too close together, and letters that are made narrower (TYP-023)."""
    if evidence.paper is not None:
        yield from told("TYP-023", list(_squeezed(evidence)))


def _squeezed(evidence: Evidence) -> Iterator[Breach]:
    """Yield the words of which something is too close, each once."""
    owner = owners(evidence)
    for look in evidence.looks:
        for line in look.lines:
            if not all(stretch.state.seen for stretch in line.stretches):
                continue
            owned, gaps = owner.get(line.number), _gaps(line)
            inner = [gap for low, high in line.words() for gap in gaps[low : high - 1]]
            if len(inner) >= MANY and (usual := median(inner)) < -MOST_SQUEEZED:
                yield Breach(look.number, line.text, owned, _closer(usual))
            else:
                yield from (Breach(look.number, words, owned, measured) for words, measured in _words(line, gaps))


def _gaps(line: Line) -> tuple[float, ...]:
    """Return the room behind each character of a line but the last, of the type size."""
    size = line.state.size or 1.0
    return tuple((start - end) / size for end, start in zip(line.ends, line.starts[1:], strict=False))


def _words(line: Line, gaps: Sequence[float]) -> Iterator[tuple[str, str]]:
    """Yield the words of a line that are too close in themselves, or to the word before, with what was measured."""
    size, last = line.state.size or 1.0, -1
    narrow = any(stretch.state.width < LEAST_WIDTH for stretch in line.stretches)
    for low, high in line.words():
        between = (line.starts[low] - line.ends[last]) / size if last >= 0 else 1.0
        if measured := (_narrow(line, low, high) if narrow else "") or _letters(line, low, gaps[low : high - 1]):
            yield line.text[low:high], measured
        elif between < LEAST_BETWEEN_WORDS:
            measured = message(
                "{between:.2f} of the type size between words; at least {least_between_words}",
                between=between,
                least_between_words=LEAST_BETWEEN_WORDS,
            )
            yield line.text[line.text.rfind(" ", 0, last) + 1 : high], measured
        last = high - 1


def _closer(usual: float) -> str:
    return message("letters {usual:.2f} of the type size closer than their font sets them", usual=-usual)


def _letters(line: Line, low: int, gaps: Sequence[float]) -> str:
    """Say how close the letters of a word are, "" where they are not too close; capitals may be kerned one and all."""
    close = len(gaps) >= SEVERAL and min(gaps) < -MOST_SQUEEZED_WORD and median(gaps) < -MOST_SQUEEZED_WORD
    if close and not line.text[low : low + len(gaps) + 1].isupper():
        return _closer(median(gaps))
    for at, gap in enumerate(gaps, start=low):
        if gap < -MOST_OVER and line.ends[at + 1] > line.starts[at] and line.text[at : at + 2].isalnum():
            return message("“{text}” over each other", text=line.text[at : at + 2])
    return ""


def _narrow(line: Line, low: int, high: int) -> str:
    """Say how narrow the letters of a word are made, "" where they are as wide as their font has them."""
    width = min(ink.width for ink in line.inks(low, high))
    return message("letters {width:.0%} as wide as their font has them", width=width) if width < LEAST_WIDTH else ""
