"""What an edition of ours paints beside its pictures: in its own colours, and never among its letters."""

from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Transcript
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import Colour, Line, PageLook, Shape
from clearfold.proof.readers.pdf.content import place

TRACED = frozenset((1, 2, 5, 6))  # text rendering modes of letters whose outline is drawn
NEAR = 2 / 255  # of a colour
THIN = 0.25  # of the type size: a line is no thicker
LOW, HIGH = 0.08, 0.5  # of the type size above the baseline: where a line runs through letters, and not below them
BESIDE = 0.5  # of the type size: what stands as near as this may be taken for a letter
LEAST = 0.04  # of the type size: what is as high as this may be taken for a point
BELOW = 0.02  # of the type size: what has its top further under the baseline underlines a short link, and is no sign
LEVEL = 0.3  # points by which baselines of one line may differ


def painted(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of letters with outlines (PDF-011), shapes among them (PDF-014), and strange colours (PDF-015), by page."""
    if evidence.pdf is None or evidence.design is None or not evidence.ours:
        return
    inks = evidence.paper is not None and evidence.paper.bleed > 0
    allowed = [] if inks else [_read(colour) for colour in evidence.design.colours]
    for look in evidence.looks:
        lines = [line for line in look.lines if line.upright and not line.figure]
        traced = next((line for line in lines if any(part.state.mode in TRACED for part in line.stretches)), None)
        if traced is not None:
            fact = message("{text} is drawn with outlines", text=quoted(traced.text))
            yield finding("PDF-011", None, place=place(look.number), found=traced.text, fact=fact)
        shapes = [shape for shape in look.shapes if not shape.figure]
        hit = next((line for shape in shapes for line in lines if _through(shape, line) or _beside(shape, line)), None)
        if hit is not None:
            fact = message("a shape is drawn among the letters of {text}", text=quoted(hit.text))
            yield finding("PDF-014", None, place=place(look.number), found=hit.text, fact=fact)
        strange = dict.fromkeys(colour for colour in _colours(look) if not any(same(colour, one) for one in allowed))
        for colour in strange if allowed else ():
            yield finding("PDF-015", None, place=place(look.number), found=written(colour), fact=written(colour))


def level(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of letters of one size that stand on one line of a block, and not on one baseline (PDF-016).

    The words of a drawing stand where it has them.
    """
    if evidence.pdf is None or not evidence.ours:
        return
    lines = {line.number: line for look in evidence.looks for line in look.lines if not line.figure}
    raised = frozenset(_raised(evidence.expected))
    for block in evidence.placed:
        for row in block.rows:
            heights: dict[float, set[float]] = {}
            for line in (lines[number] for number in row.lines if number in lines):
                for part in line.stretches:
                    if fold(line.text[part.low : part.high]) not in raised:
                        heights.setdefault(round(part.state.size, 1), set()).add(part.baseline)
            if any(max(found) - min(found) > LEVEL for found in heights.values()):
                fact = message("{text} stands on two baselines", text=quoted(row.text))
                yield finding("PDF-016", block.block, place=place(row.page), found=row.text, fact=fact)


def _raised(expected: Transcript) -> Iterator[str]:
    """Yield what the copy raises or lowers."""
    for tree in map(fromstring, expected.markup):
        for name in ("sub", "sup"):
            yield from (fold("".join(element.itertext())) for element in tree.iter(name))


def _through(shape: Shape, line: Line) -> bool:
    """Say whether a thin shape runs through the letters of a line, as one that strikes them out."""
    box, size = shape.box, line.state.size
    thin = box.top - box.bottom < THIN * size
    high = box.bottom < line.baseline + HIGH * size and box.top > line.baseline + LOW * size
    return thin and high and min(box.right, line.ends[-1]) - max(box.left, line.starts[0]) > BESIDE * size


def _beside(shape: Shape, line: Line) -> bool:
    """Say whether a shape is as high as a letter, and stands where one could; not behind all the letters of a line."""
    box, size = shape.box, line.state.size
    if _behind(shape, line):
        return False
    small = box.right - box.left < 1.2 * size and LEAST * size < box.top - box.bottom < 1.1 * size
    low, top = (height - line.baseline for height in (box.bottom, box.top))
    high = low > -0.3 * size and -BELOW * size < top < 1.1 * size
    return small and high and box.right > line.starts[0] - BESIDE * size and box.left < line.ends[-1] + BESIDE * size


def _behind(shape: Shape, line: Line) -> bool:
    """Say whether a shape is the ground of a line: it reaches beyond its letters on every side."""
    box, size = shape.box, line.state.size
    wide = box.left <= line.starts[0] + NEAR and box.right >= line.ends[-1] - NEAR
    return wide and box.bottom < line.baseline - LOW * size and box.top > line.baseline + HIGH * size


def _colours(look: PageLook) -> Iterator[Colour]:
    """Yield the colours of a page, but for those of its pictures."""
    for line in look.lines:
        if not line.figure:
            yield from (part.state.colour for part in line.stretches if part.state.colour)
    yield from (shape.colour for shape in look.shapes if shape.colour and not shape.figure)


def same(one: Colour, other: Colour) -> bool:
    """Say whether two colours are one, but for what rounding leaves."""
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _read(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def written(colour: Colour) -> str:
    """Return a colour as style sheets write it."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)
