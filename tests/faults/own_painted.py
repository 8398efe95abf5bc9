"""Faults in what a finished PDF of ours paints among its letters, and in their colours and places."""

from collections.abc import Sequence
from random import Random

import pikepdf
from pikepdf import Name, Operator, Page

from tests.faults.fault import fault
from tests.faults.own_drawn import Edit, Instruction, edited, written

ON_PAPER = "painted on paper"
MODULES = 100  # operators of the path of a code, at least
MANY = 8  # lines of a page of running text, at least
LONG = 12  # glyphs of a line that is long enough


def _shown(operators: list[Instruction], long: int = LONG) -> list[int]:
    """Return where the text of paragraphs is shown: the operators in their marked content."""
    found: list[int] = []
    inside = False
    for at, (operands, operator) in enumerate(operators):
        if str(operator) == "BDC":
            inside = operands[0] in (Name.P, Name.LBody) and "/MCID" in dict(operands[1])
        elif str(operator) == "EMC":
            inside = False
        elif inside and str(operator) == "TJ" and len(list(operands[0])) >= long:
            found.append(at)
    return found


def _matrix(operators: list[Instruction], at: int) -> tuple[int, list[float]]:
    """Return where the matrix of a text is set, and what it is."""
    place = max(n for n in range(at) if str(operators[n][1]) == "Tm")
    return place, [float(one) for one in operators[place][0]]


def _size(operators: list[Instruction], at: int) -> float:
    place = max(n for n in range(at) if str(operators[n][1]) == "Tf")
    return float(operators[place][0][1])


def _beside(left: float, low: float, wide: float, high: float) -> Edit:
    """Return what fills a rectangle at the beginning of a paragraph's line; sizes are parts of the type's."""

    def edit(operators: list[Instruction], _: pikepdf.Pdf, __: Page, random: Random) -> list[Instruction] | None:
        places = _shown(operators)
        if not places:
            return None
        at = random.choice(places)
        end = next(n for n in range(at, len(operators)) if str(operators[n][1]) == "EMC")
        flip, x, y = _matrix(operators, at)[1][3:]
        size, up = _size(operators, at), 1 if flip > 0 else -1
        path = f"{x + left * size} {y + up * low * size} {wide * size} {up * high * size} re f"
        return [*operators[: end + 1], *written(f"q 0 0 0 rg {path} Q"), *operators[end + 1 :]]

    return edit


def _lowered(operators: list[Instruction], _: pikepdf.Pdf, __: Page, random: Random) -> list[Instruction] | None:
    """Show the second half of a line two points lower."""
    places = _shown(operators)
    if not places:
        return None
    at = random.choice(places)
    parts = list(operators[at][0][0])
    half = len(parts) // 2
    first, rest = [([pikepdf.Array(some)], Operator("TJ")) for some in (parts[:half], parts[half:])]
    return [*operators[:at], first, *written("-2 Ts"), rest, *written("0 Ts"), *operators[at + 1 :]]


def _blue(operators: list[Instruction], _: pikepdf.Pdf, __: Page, random: Random) -> list[Instruction] | None:
    """Show a line in another colour."""
    places = _shown(operators)
    if not places:
        return None
    at = random.choice(places)
    return [*operators[:at], *written("0.05 0.05 0.35 rg"), operators[at], *written("0 0 0 rg"), *operators[at + 1 :]]


def _smaller(operators: list[Instruction], _: pikepdf.Pdf, __: Page, random: Random) -> list[Instruction] | None:
    """Show a line in letters that are a little smaller."""
    places = _shown(operators)
    if len(places) < MANY:  # a cover, whose lines have sizes of their own
        return None
    at = random.choice(places)
    size = max(n for n in range(at) if str(operators[n][1]) == "Tf")
    name, points = operators[size][0]
    return [*operators[:size], *written(f"{name} {float(points) * 0.93} Tf"), *operators[size + 1 :]]


def _uncoloured(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Leave out the colour of a heading, which then has that of the words before it."""
    for at, (operands, operator) in enumerate(operators):
        if str(operator) == "BDC" and str(operands[0]) in ("/H2", "/H3"):
            colour = next(n for n in range(at, len(operators)) if str(operators[n][1]) in ("rg", "EMC"))
            if str(operators[colour][1]) == "rg" and any(str(one) == "Tm" for _, one in operators[:at]):
                return [*operators[:colour], *operators[colour + 1 :]]
    return None


def _inherited(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Leave out the colour of an item's words, which then have that of their label."""
    for at, (operands, operator) in enumerate(operators):
        own = str(operator) == "BDC" and operands[0] == Name.LBody and str(operators[at + 1][1]) == "rg"
        if own and str(operators[at - 1][1]) == "EMC":
            return [*operators[: at + 1], *operators[at + 2 :]]
    return None


def _unmarked(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Leave out the colour of an item's label, which then has that of the item before it."""
    for at, (operands, operator) in enumerate(operators):
        own = str(operator) == "BDC" and operands[0] == Name.Lbl and str(operators[at + 1][1]) == "rg"
        if own and any(str(one) == "Tm" for _, one in operators[:at]):
            return [*operators[: at + 1], *operators[at + 2 :]]
    return None


def _uncoded(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Leave the QR code unpainted: it is the path of many level strokes."""
    for at in range(MODULES, len(operators)):
        path = {str(operator) for _, operator in operators[at - MODULES : at]}
        if str(operators[at][1]) == "B" and path <= {"m", "l", "h"}:
            return [*operators[:at], *written("n"), *operators[at + 1 :]]
    return None


def _late(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Draw the label of an item behind all that is on its page."""
    for at, (operands, operator) in enumerate(operators):
        if str(operator) == "BDC" and operands[0] == Name.Lbl and str(operators[at + 1][1]) in ("gs", "rg"):
            end = next(n for n in range(at, len(operators)) if str(operators[n][1]) == "EMC") + 1
            return [*operators[:at], *operators[end:], *written("q"), *operators[at:end], *written("Q")]
    return None


def _traced(operators: list[Instruction], _: pikepdf.Pdf, __: Page, random: Random) -> list[Instruction] | None:
    """Show a line by its outlines."""
    places = _shown(operators)
    if not places:
        return None
    at = random.choice(places)
    return [*operators[:at], *written("1 Tr"), operators[at], *written("0 Tr"), *operators[at + 1 :]]


def _over(operators: list[Instruction], _: pikepdf.Pdf, __: Page, random: Random) -> list[Instruction] | None:
    """Draw the running head over the middle of a line."""
    places = _shown(operators)
    heads = [at for at, (operands, operator) in enumerate(operators) if str(operator) == "BDC" and _is_head(operands)]
    if not places or not heads:
        return None
    put, was = next(n for n in range(heads[0], len(operators)) if str(operators[n][1]) == "Tm"), random.choice(places)
    matrix = _matrix(operators, was)[1]
    numbers = [*matrix[:4], matrix[4] + 3 * _size(operators, was), matrix[5]]
    moved = written(f"BT {' '.join(map(str, numbers))} Tm ET")[1]
    return [*operators[:put], moved, *operators[put + 1 :]]


def _is_head(operands: Sequence[pikepdf.Object]) -> bool:
    return operands[0] == Name.Artifact and dict(operands[1]).get("/Subtype") in (Name.Footer, Name.Header)


FAULTS = (
    fault("painted", "line through words", "PDF-014", edited(_beside(0, 0.25, 6, 0.06)), also="TYP-007 PDF-030"),
    fault("painted", "point drawn between letters", "PDF-014", edited(_beside(0.45, 0, 0.1, 0.1)), also="PDF-030"),
    fault("painted", "line drawn with outlines", "PDF-011", edited(_traced), also="PDF-030"),
    fault("painted", "running head drawn over a line", "TYP-002", edited(_over), also="TYP-012 TYP-050"),
    fault("painted", "stroke like a 1", "PDF-014", edited(_beside(-0.2, 0, 0.1, 0.7)), also="TYP-007 PDF-030"),
    fault("painted", "half a line two points lower", "PDF-016", edited(_lowered), also="PDF-030"),
    fault(ON_PAPER, "QR code that is not painted", "PDF-013 PDF-030", edited(_uncoded)),
    fault(
        "painted", "label of an item drawn behind its page", "PDF-017", edited(_late), also="PDF-030 TXT-005 TYP-007"
    ),
    fault("painted", "heading in the colour of the words before it", "PDF-015", edited(_uncoloured), also="PDF-030"),
    fault("painted", "item in the colour of its label", "PDF-030", edited(_inherited), also="PDF-015"),
    fault(
        "painted", "label of an item in the colour of what is before it", "PDF-030", edited(_unmarked), also="PDF-015"
    ),
    fault("painted", "line in another colour", "PDF-015", edited(_blue), also="PDF-030 TYP-007"),
    fault("painted", "line in smaller letters", "PDF-030", edited(_smaller), also="TYP-001 TYP-023"),
)
