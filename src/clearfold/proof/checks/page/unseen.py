"""Text that a file holds and nobody sees: not painted, as small as dust, beyond the page, clipped away, or covered.

Where somebody has said what is promised of the paper, the rules of pages tell all of it but what is clipped away.
"""

from collections.abc import Iterator
from dataclasses import replace

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.checks.page.breaches import Breach, owners, told
from clearfold.proof.checks.page.colour import faint
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.page_model import INVISIBLE, Box, Line, PageLook, Stretch

LEAST = 1.5  # contrast; of less, letters cannot be told from what is behind them
DUST = 1.0  # pt
LEFT = 0.25  # of the room of a word; where less of it is within the clip, the word is clipped away
SCAN = 0.5  # of a page that a picture covers which has its text under it, unpainted, so that it can be copied
CLIPPING = 7  # text rendering mode: the letters are a hole through which something else shows
STROKED = frozenset({1, 2, 5, 6})


def unseen(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find text that is read and not seen (TXT-010)."""
    owner = owners(evidence)
    found = [
        Breach(look.number, words, owner.get(line.number), why)
        for look in evidence.looks
        for line in look.lines
        if not line.artifact and any(char.isalnum() for char in line.text)
        for words, why in _hidden(evidence, look, line)
    ]
    yield from told("TXT-010", found)


def _hidden(evidence: Evidence, look: PageLook, line: Line) -> Iterator[tuple[str, str]]:
    """Yield the words of a line that are not seen, each stretch of them with the reason."""
    promised = evidence.paper is not None
    left: list[Stretch] = []
    for stretch in line.stretches:
        words = line.text[stretch.low : stretch.high].strip()
        why = _clipped(line, stretch) or ("" if promised else _unpainted(look, line, stretch))
        if not why and not promised and stretch.state.mode == CLIPPING and evidence.view is not None:
            # What shows through letters is another colour than what is between them.
            colours = evidence.view.patch(look.number, line.part(stretch.low, stretch.high)).colours
            why = message("it is not painted") if len(colours) == 1 else ""
        if why and any(char.isalnum() for char in words):
            yield words, why
        elif not why and not promised and stretch.state.mode not in INVISIBLE:
            left.append(_filled(stretch))
    if not left or evidence.view is None:
        return
    # What is left is looked at word by word, for its contrast with what is behind it.
    for part in left:
        alone = replace(line, stretches=(part,), text=_only(line.text, part))
        pale = list(faint(look, alone, evidence.view, LEAST, ruled=True))
        if pale:
            ratio = min(ratio for _, _, ratio in pale)
            why = message("its contrast is {ratio:.1f}:1", ratio=ratio) if ratio else message("something covers it")
            yield line.text[pale[0][0] : pale[-1][1]], why


def _only(text: str, part: Stretch) -> str:
    """Return the text with all blank but that part, so that its letters keep their places."""
    return " " * part.low + text[part.low : part.high] + " " * (len(text) - part.high)


def _filled(stretch: Stretch) -> Stretch:
    """Return a stretch whose colour is unknown where letters are outlined: the pen's colour is not read."""
    ink = stretch.state
    return replace(stretch, state=replace(ink, colour=None)) if ink.mode in STROKED else stretch


def _unpainted(look: PageLook, line: Line, stretch: Stretch) -> str:
    """Say why letters are not seen that are not clipped, whatever is behind them; "" where they may be."""
    box, ink = line.part(stretch.low, stretch.high), stretch.state
    if not ink.seen:
        return "" if ink.mode == CLIPPING or _under_scan(look, box) else message("it is not painted")
    if ink.mirrored:
        return message("it is drawn as in a mirror")
    if ink.size < DUST:
        return message("its letters are {size:.1f} pt large", size=ink.size)
    return "" if box.meets(Box(0, 0, look.width, look.height)) else message("it is beyond the page")


def _clipped(line: Line, stretch: Stretch) -> str:
    box = line.part(stretch.low, stretch.high)
    return "" if _area(box.within(stretch.clip)) >= LEFT * _area(box) else message("it is clipped away")


def _under_scan(look: PageLook, box: Box) -> bool:
    """Say whether a picture that fills the page shows the words: a scan, with its text under it."""
    page = Box(0, 0, look.width, look.height)
    scans = (p.box for p in look.pictures if _area(p.box.within(page)) >= SCAN * _area(page))
    return any(scan.meets(box) for scan in scans)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)
