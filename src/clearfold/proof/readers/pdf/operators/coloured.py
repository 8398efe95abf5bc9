"""Colours of what a page of ours draws: each is given anew behind a state that is restored, and never twice on end."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from clearfold.model.messages import message
from clearfold.proof.readers.pdf.operators.visitor import FILLING, STROKING, Operation

TEXT = frozenset((b"TJ",))
FILL = frozenset((b"rg", b"k", b"g", b"scn"))
STROKE = frozenset((b"RG", b"K", b"G", b"SCN"))
NEEDS = MappingProxyType({b"fill": (FILL, FILLING | TEXT), b"stroke": (STROKE, STROKING)})
MARKS = frozenset((b"BDC", b"BMC"))
MARK_OF_A_FOLD = frozenset(((b"w", b"m", b"l", b"S"), (b"S", b"m", b"l", b"S")))
FIGURE = "/Figure"  # a drawing names its colours as its maker did


def uncoloured(operations: Sequence[Operation]) -> Iterator[str]:
    """Yield where something is drawn that lost its colour, and so has that of what was drawn before it.

    What follows it is then given the colour that is in force already; or nothing was given since a state was restored.
    Where one was restored unseen, all is given anew: opacity first, which then stands before the colour.
    """
    given: dict[bytes, object] = {}
    drawing, before = False, b""
    for at, (operands, operator) in enumerate(operations):
        if operator == b"Q":
            given.clear()
        elif operator in MARKS:
            drawing = drawing or (bool(operands) and str(operands[0]) == FIGURE)
        elif operator == b"EMC":
            drawing = False
        for paint, (colours, painting) in NEEDS.items():
            if operator in colours:
                if given.get(paint) == (operator, operands) and before != b"gs" and not drawing:
                    yield message("the same colour twice on end, as if one between were lost")
                given[paint] = (operator, operands)
            elif operator in painting and paint not in given and not drawing and not _folds(operations, at):
                yield message("the operator {operator} without a colour of its own", operator=operator.decode())
        before = operator


def _folds(operations: Sequence[Operation], at: int) -> bool:
    """Say whether a line is the mark of a fold: it has the black with which a page begins."""
    return tuple(name for _, name in operations[max(at - 3, 0) : at + 1]) in MARK_OF_A_FOLD
