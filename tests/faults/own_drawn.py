"""Faults in what a finished PDF of ours draws: its pictures, letters, lines and grounds."""

from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Name, Operator, Page

from tests.faults.fault import Injected, fault
from tests.faults.tagged import saved

Instruction = tuple[Sequence[pikepdf.Object], Operator]
Edit = Callable[[list[Instruction], pikepdf.Pdf, Page, Random], list[Instruction] | None]
"""Returns the operators of a page with a fault, None where there is no place for it."""
LETTER = 15.0  # CSS px that a figure of the text is high


def edited(edit: Edit) -> Callable[[bytes, Random], Injected | None]:
    """Return what edits the operators of one page, of those that have a place for it."""

    def inject(data: bytes, random: Random) -> Injected | None:
        with pikepdf.open(BytesIO(data)) as pdf:
            pages = list(pdf.pages)
            random.shuffle(pages)
            for page in pages:
                operators = read(page)
                changed = edit(operators, pdf, page, random)
                if changed is not None:
                    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(changed))
                    return Injected(saved(pdf))
        return None

    return inject


def read(page: Page) -> list[Instruction]:
    """Return the operators of a page."""
    return [(list(one.operands), one.operator) for one in pikepdf.parse_content_stream(page)]


def written(text: str) -> list[Instruction]:
    """Return operators that are written as a page has them."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(text.encode())
        return read(pdf.pages[0])


def _figure(operators: list[Instruction]) -> tuple[int, int] | None:
    """Return where the content of the first picture of a page begins and ends."""
    for at, (operands, operator) in enumerate(operators):
        if str(operator) == "BDC" and operands[0] == Name.Figure:
            end = next(n for n in range(at, len(operators)) if str(operators[n][1]) == "EMC")
            return at + 1, end
    return None


def _frame(operators: list[Instruction], start: int) -> tuple[float, float, float, float]:
    """Return left, top, width and height of the clip within which a picture is drawn."""
    at = max(n for n in range(start) if str(operators[n][1]) == "re")
    left, top, width, height = (float(one) for one in operators[at][0])
    return left, top, width, height


def _picture(change: Callable[[list[Instruction], tuple[float, float, float, float]], list[Instruction]]) -> Edit:
    """Return what changes the operators of a picture."""

    def edit(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
        found = _figure(operators)
        if found is None:
            return None
        start, end = found
        changed = change(operators[start:end], _frame(operators, start))
        return [*operators[:start], *changed, *operators[end:]]

    return edit


def _turned(across: int, down: int) -> Edit:
    """Return what draws a picture turned about its middle, or as in a mirror."""

    def change(inner: list[Instruction], frame: tuple[float, float, float, float]) -> list[Instruction]:
        left, top, width, height = frame
        x = 2 * left + width if across < 0 else 0
        y = 2 * top + height if down < 0 else 0
        return [*written(f"q {across} 0 0 {down} {x} {y} cm"), *inner, ([], Operator("Q"))]

    return _picture(change)


def _instead(inner: list[Instruction], frame: tuple[float, float, float, float]) -> list[Instruction]:
    """Draw a star where the picture was."""
    left, top, width, height = frame
    points = " ".join(f"{left + x * width} {top + y * height} l" for x, y in ((1, 0.4), (0, 0.4), (0.9, 1), (0.5, 0)))
    return written(f"q 0.8 0.1 0.1 rg {left} {top + height} m {points} h f Q")


def _covered(inner: list[Instruction], frame: tuple[float, float, float, float]) -> list[Instruction]:
    left, top, width, height = frame
    return [*inner, *written(f"q 1 1 1 rg {left} {top} {width / 2} {height} re f Q")]


def _words(inner: list[Instruction], frame: tuple[float, float, float, float]) -> list[Instruction]:
    """Draw a thick 1 and a 0 over a third of the picture, as outlines."""
    left, top, width, height = frame
    x, y, size = left + 0.3 * width, top + 0.3 * height, 0.3 * min(width, height)
    one = f"{x} {y} {size / 4} {size} re f"
    nought = f"{x + size / 2} {y} {size / 2} {size} re {x + size * 0.7} {y + size / 5} {size / 8} {size * 0.6} re f*"
    return [*inner, *written(f"q 0 0 0 rg {one} {nought} Q")]


def _seven(inner: list[Instruction], frame: tuple[float, float, float, float]) -> list[Instruction]:
    """Draw a thin 7 over the picture, as large as the figures of the text."""
    left, top, width, height = frame
    x, y, size = left + 0.45 * width, top + 0.4 * height, LETTER
    path = f"{x} {y} m {x + size / 2} {y} l {x + size / 5} {y + size} l S"
    return [*inner, *written(f"q 0 0 0 RG {size / 10} w {path} Q")]


def _said_alone(operators: list[Instruction], pdf: pikepdf.Pdf, page: Page, _: Random) -> list[Instruction]:
    return [*operators, *written("/Span <</ActualText (x)>> BDC EMC")]


FAULTS = (
    fault("drawn", "words said where no letter is", "TXT-009 PDF-030", edited(_said_alone)),
    fault("drawn", "another picture", "PDF-010", edited(_picture(_instead))),
    fault("drawn", "picture upside down", "PDF-010", edited(_turned(1, -1))),
    fault("drawn", "picture in a mirror", "PDF-010", edited(_turned(-1, 1))),
    fault("drawn", "picture that is not painted", "PDF-010", edited(_picture(lambda _, __: [])), also="PDF-030"),
    fault("drawn", "picture half covered", "PDF-010", edited(_picture(_covered))),
    fault("drawn", "figures drawn over a picture", "PDF-010", edited(_picture(_words))),
    fault("drawn", "small figure drawn over a picture", "PDF-010", edited(_picture(_seven))),
)
