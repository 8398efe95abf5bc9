"""Grounds and borders of boxes, which our pages draw in a few ways, each of which says twice where it is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from pypdf.generic import PdfObject

from clearfold.model.messages import message
from clearfold.proof.readers.pdf.objects import floats
from clearfold.proof.readers.pdf.operators.visitor import Operation

GROUND = "rg re W n re f"
BORDER = "m l l l W* n"
DOTTED = frozenset(("h", "re"))  # what closes the last dot or dash
UNCUT = "m l l l n"
FRAME, DOUBLE = "re re f*", "re re re re f*"
CORNERS = "m l c l c l c l c W n"
BETWEEN = frozenset("gs rg cs scn".split())
RULE = "m l S"
AFTER = MappingProxyType({"cm": frozenset("q gs cm".split()), "n": frozenset("W W*".split())})
PATH, PAINTED = frozenset("m l c h re".split()), frozenset("f f* S s B B* b b*".split())
BEFORE = MappingProxyType({"cm": frozenset("q Q gs cm Do K k".split())})  # in inks a drawing may begin with its own
WITHIN = "W n BDC q".split()  # between round corners and the ground in them
CURVED, PENS = frozenset(("m", "l", "c")), frozenset(("RG", "K"))
DRAWN = frozenset(("M", "m", "l"))  # before the lines of drawings
FROM_TOP, IN_PIXELS = (1, 0, 0, -1, 0), (0.75, 0, 0, 0.75, 0, 0)  # how a page measures that is on no sheet
MARKS = frozenset(("BDC", "BMC"))
SPACES = MappingProxyType({"scn": "cs", "SCN": "CS"})  # a colour of a space is given right behind its space
NEAR = 0.02  # of the page's own lengths
QUARTER = 0.55  # of the side of its corner: where the handles of a quarter of a circle stand
TILED, DRAWN_IN = "re W n BDC q cs scn re f", "re W n BDC re W n Do"  # what fills the room to which it is clipped


def uneven(operations: Sequence[Operation]) -> Iterator[str]:
    """Yield what is drawn beside what goes with it.

    The ground of a box fills the room to which it is clipped; the corners of a border's side lie on the corners of its
    frame, of which the inner one lies within the outer; a rule is level or upright.
    """
    # Operators of colour and state stand between the two halves of a border, in an order of their own.
    names = [operator.decode("latin-1") for _, operator in operations]
    by_itself = names[:3] == ["cm", "q", "cm"] and _same(floats(operations[0][0])[:5], FROM_TOP)
    if by_itself and not _same(floats(operations[2][0]), IN_PIXELS):
        yield message("a page in another scale, or beside its place")
    drawing = False  # a drawing has transformations of its own, and is looked at as a picture
    for at, ((operands, _), name) in enumerate(zip(operations, names, strict=True)):
        drawing = name in MARKS if name in MARKS or name == "EMC" else drawing
        if not drawing:
            yield from _out_of_turn(names, at)
        if name in PAINTED and names[at - 1 : at] and names[at - 1] not in PATH:  # in a drawing too: nothing is painted
            yield message("the operator {name} behind {names}", name=name, names=names[at - 1])
        if name == "re" and list(operations[at + 1 : at + 2]) == [operations[at]]:
            yield message("a rectangle that is drawn twice")
        if name in ("cs", "CS") and names[at + 1 : at + 2] != [name.replace("cs", "scn").replace("CS", "SCN")]:
            yield message("the operator {name} without a colour behind it", name=name)
        elif name in SPACES and names[at - 1] != SPACES[name]:
            yield message("the operator {name} behind {names}", name=name, names=names[at - 1])
        elif name == "re" and any(
            _stand(names, at, row) and not _same(floats(operands), floats(operations[at + inner][0]))
            for row, inner in ((TILED, 7), (DRAWN_IN, 4))
        ):
            yield message("a ground beside the room of its box")
        elif name == "rg" and _stand(names, at, GROUND):
            ground = _edges(operations[at + 1][0])
            if not _same(floats(operations[at + 1][0]), floats(operations[at + 4][0])):
                yield message("a ground beside the room of its box")
            elif not _same(ground, _rounded(operations, names, at) or ground):
                yield message("a ground beside its corners")
        elif name == "m" and _stand(names, at, BORDER):
            frame = _behind_dashes(names, _behind(names, at + 6))
            if names[frame : frame + 1] == ["re"] and not _is_frame(names, frame):
                yield message("a border without its frame")
            elif _is_frame(names, frame) and not _lies_on(
                [floats(operands) for operands, _ in operations[at : at + 4]], _frames(operations, names, frame)
            ):
                yield message("a border beside its frame")
        elif name == "W*" and _is_frame(names, _behind(names, at + 2)) and not _is_side(names, at):
            yield message("a border whose side has lost a corner")
        elif name == "c" and not drawing and not _is_round(operations, names, at):
            yield message("round corners that are not those of a box")
        elif name == "m" and _stand(names, at, UNCUT) and _is_frame(names, _behind(names, at + 5)):
            yield message("a border whose side is not cut out")
        elif name == "m" and _stand(names, at, RULE) and not _is_rule(operations, names, at):
            yield message("a rule that is neither level nor upright, or without its colour or pen")


def _behind_dashes(names: Sequence[str], at: int) -> int:
    """Return where what is drawn goes on behind the dashes within which the side of a border is cut out once more."""
    end = next((n for n in range(at, len(names)) if names[n] != "re"), len(names))
    return _behind(names, end + 2) if end > at and names[end : end + 2] == ["W*", "n"] else at


def _is_frame(names: Sequence[str], at: int) -> bool:
    """Say whether a border is painted: one line, or the two of a double one."""
    return _stand(names, at, FRAME) or _stand(names, at, DOUBLE)


def _frames(operations: Sequence[Operation], names: Sequence[str], at: int) -> list[tuple[float, float, float, float]]:
    """Return the rectangles of a border, from one edge to the other: those of a double one, or of two halves, too."""
    second = _behind(names, at + 3)
    places = list(range(at, at + (4 if _stand(names, at, DOUBLE) else 2)))
    if len(places) == 2 and _stand(names, second, FRAME) and operations[second][0] == operations[at + 1][0]:
        places.append(second + 1)
    return [_edges(operations[place][0]) for place in places]


def _is_side(names: Sequence[str], at: int) -> bool:
    """Say whether a clip is the side of a border, or the dots or dashes within one."""
    return _stand(names, at - 4, BORDER) or names[at - 1] in DOTTED


def _behind(names: Sequence[str], at: int) -> int:
    """Return where what is drawn goes on, behind operators of colour and state."""
    return next((n for n in range(at, min(at + 4, len(names))) if names[n] not in BETWEEN), len(names))


def _out_of_turn(names: Sequence[str], at: int) -> Iterator[str]:
    """Yield where an operator follows, or is followed by, what none of ours has beside it."""
    name = names[at]
    if name in AFTER and names[at - 1 : at] and names[at - 1] not in AFTER[name]:
        yield message("the operator {name} behind {names}", name=name, names=names[at - 1])
    if name in BEFORE and names[at + 1 :] and names[at + 1] not in BEFORE[name]:
        yield message("the operator {name} before {names}", name=name, names=names[at + 1])


def _is_round(operations: Sequence[Operation], names: Sequence[str], at: int) -> bool:
    """Say whether a curve is the corner of a box with four, whose sides are level or upright."""
    start = next((n for n in range(at, -1, -1) if names[n] == "m"), at)
    if not _stand(names, start, CORNERS):
        return False
    ends = [floats(operations[n][0])[-2:] for n in range(start, start + 9)]
    sides = (zip(*ends[n : n + 2], strict=True) for n in range(0, 8, 2))
    bends = [floats(operations[n][0]) for n in range(start + 2, start + 9, 2)]
    level = all(any(abs(one - two) <= NEAR for one, two in side) for side in sides)
    return level and all(_bends(ends[2 * n + 1], bend) for n, bend in enumerate(bends))


def _bends(start: Sequence[float], bend: Sequence[float]) -> bool:
    """Say whether a curve from a point is a quarter of an ellipse (or a corner without one)."""
    x, y = start
    x1, y1, x2, y2, right, foot = bend
    across, down = right - x, foot - y
    level = abs(y1 - y) <= NEAR and abs(x2 - right) <= NEAR
    steps = (x1 - x, across), (foot - y2, down)
    if not level:
        steps = (right - x2, across), (y1 - y, down)
        level = abs(x1 - x) <= NEAR and abs(y2 - foot) <= NEAR
    return level and all(abs(step - QUARTER * side) <= NEAR + 0.01 * abs(side) for step, side in steps)


def _is_rule(operations: Sequence[Operation], names: Sequence[str], at: int) -> bool:
    """Say whether a line is a drawing's or a sheet's, or level or upright, with its own colour and pen."""
    before = names[max(at - 3, 0) : at]
    if not DRAWN.isdisjoint(before) or before[-1:] == ["S"] or before[-2:] == ["q", "w"]:
        return True
    (left, bottom), (right, top) = (floats(operations[at + n][0]) for n in range(2))
    straight = abs(left - right) <= NEAR or abs(bottom - top) <= NEAR
    # Dots and dashes of a line stand between its colour and its pen.
    return straight and "w" in before and any(name in PENS for name in names[max(at - 5, 0) : at])


def _rounded(
    operations: Sequence[Operation], names: Sequence[str], at: int
) -> tuple[float, float, float, float] | None:
    """Return the room of the round corners within which a ground is drawn, None where it has none."""
    start = at - len(WITHIN)
    if start < 0 or list(names[start:at]) != WITHIN:
        return None
    points: list[tuple[float, float]] = []
    while start > 0 and names[start - 1] in CURVED:
        start -= 1
        given = floats(operations[start][0])
        points += list(zip(given[::2], given[1::2], strict=False))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys)) if points else None


def _stand(names: Sequence[str], at: int, wanted: str) -> bool:
    row = wanted.split()
    return list(names[at : at + len(row)]) == row


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _edges(operands: list[PdfObject]) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a rectangle."""
    x, y, width, height = floats(operands)
    return min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height)


def _lies_on(corners: Sequence[Sequence[float]], frames: Sequence[tuple[float, float, float, float]]) -> bool:
    """Say whether corners lie on the innermost and outermost of rectangles, each of which lies within the next one."""
    boxes = sorted(frames, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    within = all(_holds(outer, inner) for inner, outer in pairwise(boxes))
    ends = boxes[0], boxes[-1]
    across, up = {box[n] for box in ends for n in (0, 2)}, {box[n] for box in ends for n in (1, 3)}
    on = all(min(abs(x - a) for a in across) <= NEAR and min(abs(y - a) for a in up) <= NEAR for x, y in corners)
    return within and on and _turns_one_way(corners)


def _holds(outer: Sequence[float], inner: Sequence[float]) -> bool:
    low, high = zip(inner[:2], outer[:2], strict=True), zip(inner[2:], outer[2:], strict=True)
    return all(a >= b - NEAR for a, b in low) and all(a <= b + NEAR for a, b in high)


def _turns_one_way(corners: Sequence[Sequence[float]]) -> bool:
    """Say whether the sides between corners do not cross."""
    ring = [*corners, *corners[:2]]
    turns = [
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
        for a, b, c in zip(ring, ring[1:], ring[2:], strict=False)
    ]
    return all(turn >= -NEAR for turn in turns) or all(turn <= NEAR for turn in turns)
