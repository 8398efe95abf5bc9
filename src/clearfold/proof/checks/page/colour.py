"""What stands behind and under the letters of printed pages: enough contrast, no picture, no line.

What is behind letters is read from the rendered page without its text, so that the blurred edges of letters do not
count; a page is rendered only where something is painted under its text.
"""

from collections.abc import Iterator, Sequence

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block
from clearfold.proof.checks.page.breaches import Breach, owners, seen, told
from clearfold.proof.evidence import Evidence
from clearfold.proof.page.contrast import contrast
from clearfold.proof.page.large_print_rules import LEAST_CONTRAST
from clearfold.proof.page.page_model import Box, Colour, Line, PageLook, Patch, Picture, Shape, Stretch, TextState, View

UNSEEN = 0.0  # instead of a contrast, which is 1 at least
WHITE: Colour = (1.0, 1.0, 1.0)
ALIKE = 0.012  # of a colour channel; a plain colour may differ by as much
STRAY = 0.05  # part of the pixels behind a word that may have another colour: an edge that is not under the letters
THIN, THIN_PT = 0.12, 2.0  # of the type size, and in pt: a line under words is no thicker
UNDER, OVER = 0.35, 0.02  # of the type size below and above the baseline where a line under words is drawn
IN_CELLS = 0.2  # the same below words in a cell: the rules of a table stand lower
ENDS = 0.4  # of the type size by which it may differ from the words' own ends
LETTER = 0.5  # em; the height of small letters of a face that does not tell


def page_colour(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find letters of too little contrast (TYP-007), underlined (TYP-009), and on pictures (TYP-015)."""
    if evidence.paper is None or evidence.view is None:
        return
    owner, view = owners(evidence), evidence.view
    pale = [
        Breach(
            look.number,
            line.text[low:high],
            owner.get(line.number),
            f"{ratio:.1f}:1" if ratio else message("nothing shows"),
        )
        for look in evidence.looks
        for line in look.lines
        for low, high, ratio in faint(look, line, view, LEAST_CONTRAST - 0.05)
    ]
    yield from told("TYP-007", pale, message("at least {least_contrast:g}:1", least_contrast=LEAST_CONTRAST))
    yield from told("TYP-009", list(_underlined(evidence, owner)))
    covered = [
        Breach(look.number, line.text, owner.get(line.number))
        for look in evidence.looks
        for line in look.lines
        if any(_stands_on(picture, line, look, view) for picture in look.pictures)
    ]
    yield from told("TYP-015", covered)


def faint(
    look: PageLook, line: Line, view: View, least: float, *, ruled: bool = False
) -> Iterator[tuple[int, int, float]]:
    """Yield the words of less contrast than the least, each with its own; UNSEEN for what does not show.

    Where they may be ``ruled``, thin lines behind them do not count: these hide no letter.
    """
    page, painted = Box(0, 0, look.width, look.height), _painted(look)
    thin = [s.box for s in look.shapes if s.plain and _is_thin(s.box, line)] if ruled else []
    for low, high in line.words():
        # What is beyond the page is told as too near to its edge.
        if not any(char.isalnum() for char in line.text[low:high]) or not page.meets(line.part(low, high)):
            continue
        parts = [s for s in line.stretches if s.low < high and s.high > low]
        ends = [(part, max(low, part.low), min(high, part.high)) for part in parts]
        worst = min(_contrast(look, line, *letters, painted, view, thin) for letters in ends)
        if worst < least:
            yield low, high, worst


def _is_thin(box: Box, line: Line) -> bool:
    return min(box.top - box.bottom, box.right - box.left) <= THIN * line.state.size


def _contrast(
    look: PageLook,
    line: Line,
    part: Stretch,
    low: int,
    high: int,
    painted: Sequence[Box],
    view: View,
    thin: Sequence[Box],
) -> float:
    if not part.state.seen:
        return UNSEEN
    box = _letters(line, part, low, high)
    if part.state.colour is not None and not part.state.masked and not any(one.meets(box) for one in painted):
        return contrast(_mixed(part.state, part.state.colour, WHITE), WHITE)
    patch = view.patch(look.number, box)
    if not patch.inked:
        return UNSEEN
    stray = STRAY + sum(_area(one.within(box)) for one in thin) / (_area(box) or 1.0)
    colour = part.state.colour
    if colour is None:
        drawn = view.ink(look.number, box)
        return _worst(patch, part.state, drawn, stray) if drawn else UNSEEN
    return _worst(patch, part.state, colour, stray)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)


def _letters(line: Line, part: Stretch, low: int, high: int) -> Box:
    """Return the room of the small letters of a word: no more, so that nothing counts that is not behind them."""
    if not line.upright:
        return line.part(low, high)
    height = (part.state.face.x_height or LETTER) * part.state.size
    return Box(line.starts[low], part.baseline, line.ends[high - 1], part.baseline + height)


def _painted(look: PageLook) -> list[Box]:
    """Return where anything but white paper may be behind letters of a page, or before them."""
    shapes = (shape.box for shape in look.shapes if not _is_paper(shape))
    return [*(picture.box for picture in look.pictures), *shapes]


def _is_paper(shape: Shape) -> bool:
    return shape.plain and not shape.shading and shape.colour == WHITE and not shape.after


def _worst(patch: Patch, state: TextState, colour: Colour, stray: float) -> float:
    """Return the contrast with what is behind, the worst but for a few stray pixels."""
    ratios = sorted((contrast(_mixed(state, colour, behind), behind), count) for count, behind in patch.colours)
    left = stray * sum(count for _, count in ratios)
    for ratio, count in ratios:
        left -= count
        if left < 0:
            return ratio
    return ratios[-1][0]


def _mixed(state: TextState, colour: Colour, behind: Colour) -> Colour:
    """Return the colour that letters have which let some of what is behind them through."""
    share = state.alpha if state.colour is not None else 1.0
    red, green, blue = (share * c + (1 - share) * b for c, b in zip(colour, behind, strict=True))
    return (red, green, blue)


def _underlined(evidence: Evidence, owner: dict[int, Block]) -> Iterator[Breach]:
    """Yield words that have a line of their own width under them, but for those of links in a file for screens.

    A line with the same ends that has no such words elsewhere is a rule of the layout, whatever it is under here.
    """
    screen = evidence.paper is not None and evidence.paper.screen
    bars = [(look, bar, _words_over(look, bar, owner)) for look in evidence.looks for bar in _bars(look.shapes)]
    rules = {(round(bar.left), round(bar.right)) for _, bar, words in bars if not words}
    for look, bar, words in bars:
        link = screen and any(area.meets(bar) or _touches(area, bar) for area in look.links)
        if words and not link and (round(bar.left), round(bar.right)) not in rules:
            text = " ".join(line.text[low:high] for line, low, high in words)
            yield Breach(look.number, text, owner.get(words[0][0].number))


def _words_over(look: PageLook, bar: Box, owner: dict[int, Block]) -> list[tuple[Line, int, int]]:
    """Return the words right over a thin line as wide as they are: line, first letter, letter after the last."""
    lines = [line for line in look.lines if seen(line)]
    cells = {line.number for line in lines if line.number in owner and owner[line.number].column}
    over = [line for line in lines if _is_under(bar, line, IN_CELLS if line.number in cells else UNDER)]
    words = [(line, low, high) for line in over for low, high in line.words() if _above(bar, line, low, high)]
    if not words:
        return []
    reach = ENDS * words[0][0].state.size
    start = min(line.starts[low] for line, low, _ in words)
    end = max(line.ends[high - 1] for line, _, high in words)
    return words if abs(start - bar.left) <= reach and abs(end - bar.right) <= reach else []


def _bars(shapes: Sequence[Shape]) -> Iterator[Box]:
    """Yield thin level lines, those joined that go on at the same height."""
    thin = [s.box for s in shapes if s.plain and s.box.top - s.box.bottom <= 2 * THIN_PT < s.box.right - s.box.left]
    bar: Box | None = None
    for box in sorted(thin, key=lambda box: (-round(box.bottom, 1), box.left)):
        if bar is not None and abs(box.bottom - bar.bottom) < 0.5 and box.left - bar.right < 0.5:
            bar = bar.joined(box)
            continue
        if bar is not None:
            yield bar
        bar = box
    if bar is not None:
        yield bar


def _is_under(bar: Box, line: Line, reach: float) -> bool:
    size, thick = line.state.size, bar.top - bar.bottom
    height = (bar.top + bar.bottom) / 2 - line.baseline
    return thick <= max(THIN * size, THIN_PT) and -reach * size <= height <= OVER * size


def _above(bar: Box, line: Line, low: int, high: int) -> bool:
    middle = (line.starts[low] + line.ends[high - 1]) / 2
    return bar.left <= middle <= bar.right


def _touches(area: Box, bar: Box) -> bool:
    return area.left <= (bar.left + bar.right) / 2 <= area.right and abs(area.bottom - bar.top) < 2 * THIN_PT


def _stands_on(picture: Picture, line: Line, look: PageLook, view: View) -> bool:
    """Say whether words of a line that is none of the picture's own stand where it shows more than a plain colour."""
    if line.figure or not line.state.seen or not picture.box.meets(line.box) or _is_own(picture, line, look):
        return False
    for low, high in line.words():
        part = next(s for s in line.stretches if s.low < high and s.high > low)
        box = _letters(line, part, low, high)
        if picture.box.meets(box) and not _is_plain(view.patch(look.number, box)):
            return True
    return False


def _is_own(picture: Picture, line: Line, look: PageLook) -> bool:
    """Say whether a line is drawn as part of a picture: within its graphics state, where no text beside it is."""
    scope = picture.scope
    if not scope or line.scope[: len(scope)] != scope:
        return False
    inside = [other for other in look.lines if other.scope[: len(scope)] == scope]
    return all(picture.box.meets(other.box) for other in inside)


def _is_plain(patch: Patch) -> bool:
    """Say whether nearly all pixels have one colour."""
    _, main = max(patch.colours)
    other = sum(n for n, colour in patch.colours if any(abs(a - b) > ALIKE for a, b in zip(colour, main, strict=True)))
    return other <= STRAY * sum(count for count, _ in patch.colours)
