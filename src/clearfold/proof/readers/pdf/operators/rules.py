"""Rules of pages, and the edges at which they may end: those of boxes, and of other rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from clearfold.proof.readers.pdf.objects import floats
from clearfold.proof.readers.pdf.operators.state import Stream
from clearfold.proof.readers.pdf.operators.visitor import Operation, Visitor

RULE = ("m", "l", "S")
PIXEL = 0.75  # points
SCALE = [PIXEL, 0.0, 0.0, PIXEL, 0.0, 0.0]  # of a page by itself, in which all but its drawings is drawn


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line: its ends, its height from the top of the page, and its pen, in points."""

    left: float
    right: float
    top: float
    pen: float


class RuleVisitor(Visitor):
    """Gathers the level rules of one page, and the left and right edges of all that is square, without drawings."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.edges: set[tuple[float, float]] = set()

    def began(self, operations: Sequence[Operation], stream: Stream) -> None:
        """Read the page's own stream, where it is a page by itself."""
        names = [operator.decode("latin-1") for _, operator in operations]
        if stream.depth or names[:3] != ["cm", "q", "cm"] or floats(operations[2][0]) != SCALE:
            return
        drawing, pen = False, 1.0
        for at, (operands, _) in enumerate(operations):
            name = names[at]
            if name in ("BDC", "EMC"):
                drawing = name == "BDC" and bool(operands) and str(operands[0]) == "/Figure"
            elif drawing:
                continue
            elif name == "w":
                pen = floats(operands)[0]
            elif name == "re":
                x, y, width, _ = (PIXEL * one for one in floats(operands))
                self.edges |= {(x, y), (x + width, y)}
            elif tuple(names[at : at + 3]) == RULE:
                (left, top), (right, foot) = floats(operands), floats(operations[at + 1][0])
                self.edges |= {(PIXEL * left, PIXEL * top), (PIXEL * right, PIXEL * foot)}
                if top == foot and names[at - 1] == "w":
                    self.rules.append(Rule(PIXEL * left, PIXEL * right, PIXEL * top, PIXEL * pen))
