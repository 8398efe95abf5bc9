"""The grammar of what pages draw: which operators our editions write, with what, and which may stand in which.

From ISO 32000-1, annex A and figure 9. A viewer skips what it does not understand, and each one another part; what
breaks the grammar is seen in one window and not in the next, so nothing of ours does.
"""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    PdfObject,
)

from clearfold.model.messages import message
from clearfold.proof.readers.pdf.objects import NUMBERS, STRINGS, resource
from clearfold.proof.readers.pdf.operators.coloured import uncoloured
from clearfold.proof.readers.pdf.operators.edges import uneven
from clearfold.proof.readers.pdf.operators.laid import mislaid
from clearfold.proof.readers.pdf.operators.order import is_drawing, out_of_turn
from clearfold.proof.readers.pdf.operators.state import Stream
from clearfold.proof.readers.pdf.operators.visitor import Operation, Visitor

SORTS = MappingProxyType(
    {"n": NUMBERS, "N": (NameObject,), "s": STRINGS, "a": (ArrayObject,), "p": (NameObject, DictionaryObject)}
)
OPERANDS = MappingProxyType(
    {
        **dict.fromkeys("q Q h S s f f* B B* b b* n W W* BT ET EMC".split(), ""),
        **dict.fromkeys("w J j M g G Tr".split(), "n"),
        **dict.fromkeys("m l".split(), "nn"),
        **dict.fromkeys("rg RG".split(), "nnn"),
        **dict.fromkeys("re k K v y".split(), "nnnn"),
        **dict.fromkeys("cm c Tm".split(), "nnnnnn"),
        **dict.fromkeys("gs cs CS sh Do BMC".split(), "N"),
        **dict.fromkeys("scn SCN".split(), "colour"),
        **{"d": "an", "Tf": "Nn", "TJ": "a", "BDC": "Np"},
    }
)
"""Each operator that an edition writes, and the sorts of its operands."""
TYPES = MappingProxyType(
    {one: tuple(SORTS[sort] for sort in sorts) for one, sorts in OPERANDS.items() if sorts != "colour"}
)
"""The same as types, but for colours, which have as many numbers as their space has parts."""
RESOURCES = MappingProxyType(
    {"Tf": "/Font", "gs": "/ExtGState", "Do": "/XObject", "sh": "/Shading", "cs": "/ColorSpace"}
)
DEVICE = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"})
OVERPRINTS = MappingProxyType({"/Overprint": ("True", "True", "1"), "/KnockOut": ("False", "False", "0")})
OPACITY = re.compile(r"/(a|A)(\d+(?:\.\d+)?)")
ROUNDED = 1e-5
FILLED_OR_DRAWN = MappingProxyType({"a": "/ca", "A": "/CA"})
ARTIFACTS = frozenset(("/Layout", "/Pagination"))
OPENED = MappingProxyType({"q": "Q", "BT": "ET", "BDC": "EMC", "BMC": "EMC"})
CLOSING = frozenset(OPENED.values())
BEGIN, BUILD = frozenset("m re".split()), frozenset("m l c v y h re".split())
CLIP, PAINT = frozenset("W W*".split()), frozenset("f f* B B* b b* S s n".split())
TEXT, PLACED = frozenset("Tf Tr Tm TJ".split()), frozenset("Tm TJ".split())
# What may stand between BT and ET beside text: colour, state, and marks.
BESIDE = frozenset("rg RG g G k K cs CS scn SCN gs w J j M d BDC BMC EMC".split())


class SyntaxVisitor(Visitor):
    """Gathers what breaks the grammar on one page, what has no colour of its own or stands out of turn, each once."""

    def __init__(self) -> None:
        self.strange: dict[str, None] = {}
        self.uncoloured: dict[str, None] = {}
        self.turned: dict[str, None] = {}

    def began(self, operations: Sequence[Operation], stream: Stream) -> None:
        """Read a content stream before its operators run."""
        self.strange.update(dict.fromkeys(broken(operations, stream.resources)))
        if not stream.depth:
            self.strange.update(dict.fromkeys(uneven(operations)))
            self.strange.update(dict.fromkeys(mislaid(operations, stream.resources)))
            self.uncoloured.update(dict.fromkeys(uncoloured(operations)))
            self.turned.update(dict.fromkeys(out_of_turn(operations)))


def broken(operations: Sequence[Operation], resources: DictionaryObject) -> Iterator[str]:
    """Yield what breaks the grammar in a content stream."""
    waited: list[str] = []  # the operators that must close what is open
    ready: set[str] = set()  # what a text has been given since it began
    path = ""  # "", "open" while one is built, "clip" when it is also to be clipped with
    drawing = False  # one may have a path without a point
    for operands, raw in operations:
        operator = raw.decode("latin-1")
        drawing = is_drawing(operands, operator, drawing=drawing)
        if not _fits(operands, operator):
            yield message("the operator {operator} with {told}", operator=operator, told=_told(operands))
        elif name := _missing(operands, operator, resources):
            yield message(
                "the operator {operator} with {name}, which the page has not", operator=operator, name=name[1:]
            )
        elif operator == "BDC" and not _says(operands[1]):
            yield message("marked content that says nothing of itself, or what is not known")
        elif operator == "gs" and not _as_named(str(operands[0]), resources):
            yield message("the state {operands}, which is another than its name says", operands=str(operands[0])[1:])
        if path or operator in BUILD:
            if not _goes_on(operator, path):
                yield message("the operator {operator} in a path", operator=operator)
            path = "" if operator in PAINT else "clip" if operator in CLIP else "open"
        elif (operator in PAINT and not drawing) or operator in CLIP:
            yield message("the operator {operator} without a path", operator=operator)
        if operator == "BT":
            ready = set()
        ready.add(operator)
        if operator == "TJ" and not ready >= {"Tm", "Tf"}:
            yield message("the operator {operator} before its place and font", operator=operator)
        if operator in OPENED:
            waited.append(OPENED[operator])
        elif operator in CLOSING and (not waited or waited.pop() != operator):
            yield message("the operator {operator} where something else is open", operator=operator)
        elif ("ET" in waited) != (operator in PLACED or operator in BESIDE or operator in TEXT) and (
            operator in PLACED or "ET" in waited
        ):
            yield message(
                "the operator {operator} {what} of text",
                operator=operator,
                what=message("inside") if "ET" in waited else message("outside"),
            )
    if waited or path:
        yield message("the end without {what}", what=waited[-1] if waited else message("painting a path"))


def _goes_on(operator: str, path: str) -> bool:
    """Say whether an operator may stand where a path is built."""
    if not path:
        return operator in BEGIN
    if path == "clip":
        return operator == "n"  # what is clipped with is not painted
    return operator in PAINT or operator in BUILD or operator in CLIP


def _fits(operands: Sequence[PdfObject], operator: str) -> bool:
    if OPERANDS.get(operator) == "colour":
        numbers = operands[:-1] if operands and isinstance(operands[-1], NameObject) else operands
        return bool(operands) and all(isinstance(one, NUMBERS) for one in numbers)
    types = TYPES.get(operator)
    return types is not None and len(operands) == len(types) and all(map(isinstance, operands, types))


def _missing(operands: Sequence[PdfObject], operator: str, resources: DictionaryObject) -> str:
    """Return the name that an operator asks of the resources, and that they have not; "" where there is none."""
    kind = RESOURCES.get(operator) or ("/Pattern" if operator in ("scn", "SCN") else "")
    name = operands[0] if operands and operator == "Tf" else operands[-1] if operands else None
    if not kind or not isinstance(name, NameObject) or (kind == "/ColorSpace" and name in DEVICE):
        return ""
    return "" if resource(resources, kind, name) is not None else str(name)


def _says(properties: PdfObject) -> bool:
    """Say whether marked content has a number, a text (all that is left in a file for paper), or a known type."""
    return not isinstance(properties, DictionaryObject) or (
        "/MCID" in properties or "/ActualText" in properties or str(properties.get("/Type")) in ARTIFACTS
    )


def _as_named(name: str, resources: DictionaryObject) -> bool:
    """Say whether a state is the one by which it is named: of how inks lie over others, or of opacity.

    That is /a1.0 of what is filled, /A0.5 of what is drawn.
    """
    named = OPACITY.fullmatch(name)
    state = resource(resources, "/ExtGState", name)
    if not isinstance(state, DictionaryObject):
        return True
    over = tuple(str(state[key]) if key in state else "" for key in ("/OP", "/op", "/OPM"))
    if over != OVERPRINTS.get(name, ("", "", "")):
        return False
    if named is None:
        return True
    # What writes the number rounds it; the name has all its places.
    return abs(float(str(state.get(FILLED_OR_DRAWN[named[1]], 1))) - float(named[2])) < ROUNDED


def _told(operands: Sequence[PdfObject]) -> str:
    text = " ".join(str(one) for one in operands)
    return f"“{text[:40]}”" if text else message("nothing")
