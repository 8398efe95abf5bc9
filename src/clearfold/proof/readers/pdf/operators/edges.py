"""Grounds and borders of boxes, which our pages draw in a few ways, each of which says twice where it is."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from pypdf.generic import PdfObject

from clearfold.proof.readers.pdf.objects import floats
from clearfold.proof.readers.pdf.operators.visitor import Operation

GROUND = "rg re W n re f"
BORDER = "m l l l W* n"
FRAME = "re re f*"
BETWEEN = frozenset("gs rg cs scn".split())
RULE = "m l S"
AFTER = MappingProxyType({"cm": frozenset("q gs cm".split()), "n": frozenset("W W*".split())})
BEFORE = MappingProxyType({"cm": frozenset("q Q gs cm Do K k".split())})  # in inks a drawing may begin with its own
NEAR = 0.02  # of the page's own lengths


def uneven(operations: Sequence[Operation]) -> Iterator[str]:
    """Yield what is drawn beside what goes with it.

    The ground of a box fills the room to which it is clipped; the corners of a border's side lie on the corners of its
    frame, of which the inner one lies within the outer; a rule is level or upright.
    """
    # Operators of colour and state stand between the two halves of a border, in an order of their own.
    names = [operator.decode("latin-1") for _, operator in operations]
    for at, name in enumerate(names):
        if name in AFTER and names[at - 1 : at] and names[at - 1] not in AFTER[name]:
            yield f"the operator {name} behind {names[at - 1]}"
        if name in BEFORE and names[at + 1 :] and names[at + 1] not in BEFORE[name]:
            yield f"the operator {name} before {names[at + 1]}"
        if name == "rg" and _stand(names, at, GROUND):
            if not _same(floats(operations[at + 1][0]), floats(operations[at + 4][0])):
                yield "a ground beside the room of its box"
        elif name == "m" and _stand(names, at, BORDER):
            frame = next((n for n in range(at + 6, min(at + 10, len(names))) if names[n] not in BETWEEN), len(names))
            if _stand(names, frame, FRAME) and not _lies_on(
                [floats(operands) for operands, _ in operations[at : at + 4]],
                [_edges(operations[frame + n][0]) for n in range(2)],
            ):
                yield "a border beside its frame"
        elif name == "m" and _stand(names, at, RULE) and (at == 0 or names[at - 1] == "w"):
            (left, bottom), (right, top) = (floats(operations[at + n][0]) for n in range(2))
            if abs(left - right) > NEAR and abs(bottom - top) > NEAR:
                yield "a rule that is neither level nor upright"


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
    """Say whether corners lie on those of two rectangles, of which one lies within the other."""
    inner, outer = sorted(frames, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    within = all(a >= b - NEAR for a, b in zip(inner[:2], outer[:2], strict=True)) and all(
        a <= b + NEAR for a, b in zip(inner[2:], outer[2:], strict=True)
    )
    across, up = {box[n] for box in frames for n in (0, 2)}, {box[n] for box in frames for n in (1, 3)}
    on = all(min(abs(x - a) for a in across) <= NEAR and min(abs(y - a) for a in up) <= NEAR for x, y in corners)
    return within and on
