"""Faults in the make of a finished PDF of ours that change what it shows or announces, and no word."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Page

from tests.faults.fault import Injected, fault
from tests.faults.own_drawn import Edit, Instruction, edited, written
from tests.faults.tagged import saved

Change = Callable[[pikepdf.Pdf], object]
"""Changes a file; False where there is no place for it."""

HEADS = "TYP-011 TYP-012 TYP-050"


def _whole(change: Change) -> Callable[[bytes, Random], Injected | None]:
    def inject(data: bytes, _: Random) -> Injected | None:
        with pikepdf.open(BytesIO(data)) as pdf:
            return None if change(pdf) is False else Injected(saved(pdf))

    return inject


def _forms(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    named = pdf.pages[0].Resources.get("/XObject", Dictionary())
    found = [named[name] for name in sorted(named.keys())]
    return [one for one in found if isinstance(one, pikepdf.Stream) and one.Subtype == Name.Form]


def _forms_exchanged(pdf: pikepdf.Pdf) -> bool:
    """Exchange what two icons draw: each draws where the other does, and is clipped away there."""
    forms = _forms(pdf)
    if len(forms) > 1:
        first, second = forms[0].read_bytes(), forms[1].read_bytes()
        forms[0].write(second)
        forms[1].write(first)
    return len(forms) > 1


def _form_undrawn(pdf: pikepdf.Pdf) -> bool:
    for page in pdf.pages:
        operators = list(pikepdf.parse_content_stream(page))
        kept = [one for one in operators if str(one.operator) != "Do"]
        if len(kept) < len(operators):
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
            return True
    return False


def _form_cut(pdf: pikepdf.Pdf) -> bool:
    """Cut the lower half of a form away, icon and all."""
    forms = _forms(pdf)
    for form in forms[:1]:
        form.BBox = Array([0, 0, 30, 30])
    return bool(forms)


def _form_turned(pdf: pikepdf.Pdf) -> bool:
    """Let a form's room end where it began."""
    forms = _forms(pdf)
    for form in forms[:1]:
        form.BBox = Array([*list(form.BBox)[1:], 0])
    return bool(forms)


def _leader_cut(pdf: pikepdf.Pdf) -> None:
    """Cut one row of leaders to half its height."""
    pattern = pdf.pages[0].Resources.Pattern["/p0"]
    pattern.BBox = Array([*list(pattern.BBox)[:3], float(pattern.BBox[3]) / 2])


def _destination(at: int, value: float) -> Change:
    """Return what lets the first name of a place lead elsewhere on its page."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names.Dests.Names[1][at] = value

    return change


def _contents_first(pdf: pikepdf.Pdf) -> bool:
    """Let the contents be read before their heading."""
    parts = [one.P for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == Name.TOC]
    for part in parts[:1]:
        part.K = Array(list(part.K)[::-1])
    return bool(parts)


def _names_turned(pdf: pikepdf.Pdf) -> None:
    """Let the tree of names begin with its second name."""
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    pdf.Root.StructTreeRoot.IDTree.Names = Array([*names[2:4], *names[:2], *names[4:]])


def _without(key: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[f"/{key}"]

    return change


def _intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents = Array([*pdf.Root.OutputIntents, *pdf.Root.OutputIntents])


def _unnamed(pdf: pikepdf.Pdf) -> None:
    """Take away what the names of places stand for."""
    del pdf.Root.Names["/Dests"]


def _unpacked(pdf: pikepdf.Pdf) -> None:
    """Let a font file be read as it is packed."""
    file = next(one for one in pdf.objects if isinstance(one, Dictionary) and "/FontFile2" in one).FontFile2
    file.write(file.read_raw_bytes())


def _blank(pdf: pikepdf.Pdf) -> None:
    """Add a page on which nothing stands, with the ground that each has."""
    first = pdf.pages[-1]
    pdf.pages.append(first)
    page = pdf.pages[-1]
    page.Contents = pdf.make_stream(b"")
    for key in ("/Annots", "/StructParents"):
        if key in page:
            del page[key]


def _descendants(pdf: pikepdf.Pdf) -> None:
    """Give a font two fonts below it: programs draw nothing with it."""
    fonts = (one for one in pdf.objects if isinstance(one, Dictionary) and "/DescendantFonts" in one)
    font = next(fonts)
    font.DescendantFonts = Array([*font.DescendantFonts, *font.DescendantFonts])


def _renamed(kind: str, other: str) -> Change:
    """Return what calls the last element of a type another one."""

    def change(pdf: pikepdf.Pdf) -> bool:
        fit = [
            one
            for one in pdf.objects
            if isinstance(one, Dictionary) and one.get("/Type") == Name.StructElem and one.S == f"/{kind}"
        ]
        for one in fit[-1:]:
            one.S = Name(f"/{other}")
        return bool(fit)

    return change


def _quoted(pdf: pikepdf.Pdf) -> bool:
    """Call a paragraph that holds a picture alone a quotation."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == Name.Figure and one.P.S == Name.P:
            one.P.S = Name.BlockQuote
            return True
    return False


def _heads(pdf: pikepdf.Pdf) -> None:
    """Exchange the head of a table and its rows."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") in (Name.THead, Name.TBody):
            one.S = Name.TBody if one.S == Name.THead else Name.THead


def _bearings(pdf: pikepdf.Pdf) -> None:
    """Draw each letter of a font further right than its font has it."""
    file = next(one for one in pdf.objects if isinstance(one, Dictionary) and "/FontFile2" in one).FontFile2
    program = TTFont(BytesIO(file.read_bytes()))
    metrics = program["hmtx"].metrics
    for name, (advance, bearing) in list(metrics.items()):
        metrics[name] = (advance, bearing + 60)
    out = BytesIO()
    program.save(out)
    file.write(out.getvalue())


def _emptied(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Draw no letter of a running head or folio."""
    names = [str(operator) for _, operator in operators]
    texts = [at for at, name in enumerate(names) if name == "TJ" and names[at + 1] == "ET"]
    return [*operators[: texts[-1]], *operators[texts[-1] + 1 :]] if texts else None


def _moved(name: str, at: int, by: float, after: str) -> Edit:
    """Return what adds to an operand of the last operator of a name; ``after`` names those that follow it."""
    behind = after.split()

    def edit(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
        names = [str(operator) for _, operator in operators]
        fit = [n for n, one in enumerate(names) if one == name and names[n + 1 : n + 1 + len(behind)] == behind]
        if not fit:
            return None
        operands = list(operators[fit[-1]][0])
        operands[at] = float(operands[at]) + by  # type: ignore[call-overload]  # plain numbers too
        return [*operators[: fit[-1]], (operands, operators[fit[-1]][1]), *operators[fit[-1] + 1 :]]

    return edit


def _clipped(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Let what is painted first be clipped: nothing is left to be painted."""
    at = next((n for n, (_, operator) in enumerate(operators) if str(operator) == "f"), 0)
    return [*operators[:at], *written("W n"), *operators[at:]] if at else None


def _raised(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Draw the middle line of three, of one size at even distances, three points higher."""
    lines = [at for at, (_, operator) in enumerate(operators) if str(operator) == "Tm"]
    for one, two, three in zip(lines, lines[1:], lines[2:], strict=False):
        starts = {float(operators[at][0][4]) for at in (one, two, three)}
        high, middle, low = (float(operators[at][0][5]) for at in (one, two, three))
        sizes = {float(operators[at + 1][0][1]) for at in (one, two, three)}
        if len(starts) == 1 and len(sizes) == 1 and abs(middle - high - low + middle) < 0.01 and middle > high + 20:
            operands = list(operators[two][0])
            operands[5] = middle - 4  # type: ignore[call-overload]  # plain numbers too
            return [*operators[:two], (operands, operators[two][1]), *operators[two + 1 :]]
    return None


FAULTS = (
    fault("made", "running head without its letters", "PDF-030", edited(_emptied), also=f"{HEADS} TXT-001 TXT-003"),
    fault("made", "corner of a box that is moved", "PDF-030", edited(_moved("l", 1, 300, "c")), also="TYP-007 PDF-010"),
    fault(
        "made", "rule that goes on into the margin", "PDF-030", edited(_moved("l", 0, 40, "S Q Q EMC")), also="PDF-014"
    ),
    fault("made", "leader that is wider than its room", "PDF-030", edited(_moved("re", 2, 40, "f")), also="TYP-009"),
    fault("made", "ground that is clipped in place of painted", "PDF-030", edited(_clipped), also="TYP-007"),
    fault("made", "line a little higher", "PDF-030", edited(_raised), also="PDF-002 PDF-014 TYP-002"),
    fault("made", "two icons exchanged", "PDF-030", _whole(_forms_exchanged)),
    fault("made", "icon that is not drawn", "PDF-030", _whole(_form_undrawn), also="PDF-010"),
    fault("made", "icon that is cut", "PDF-030", _whole(_form_cut)),
    fault("made", "icon whose room is turned", "PDF-030", _whole(_form_turned)),
    fault("made", "contents read before their heading", "PDF-017", _whole(_contents_first)),
    fault("made", "leader that is cut", "PDF-030", _whole(_leader_cut)),
    fault("made", "name of a place that lies elsewhere on its page", "PDF-017", _whole(_destination(3, 90))),
    fault("made", "name of a place that enlarges its page", "PDF-001", _whole(_destination(4, 2))),
    fault("made", "names of places taken away", "PDF-017", _whole(_unnamed), also="TAG-006"),
    fault("made", "font that cannot be read", "PDF-011", _whole(_unpacked), also="TYP-016 TYP-001 TXT-011"),
    fault("made", "names out of their order", "PDF-017", _whole(_names_turned)),
    fault("made", "colours of the output taken away", "PDF-001", _whole(_without("OutputIntents"))),
    fault("made", "colours of the output given twice", "PDF-001", _whole(_intents)),
    fault("made", "numbers of pages taken away", "PDF-001", _whole(_without("PageLabels"))),
    fault("made", "page on which nothing stands", "PDF-004", _whole(_blank), also="TYP-012 TYP-021 PDF-003 TYP-011"),
    fault("made", "font with two fonts below it", "PDF-001", _whole(_descendants), also="TYP-007"),
    fault("made", "document called a part", "PDF-017", _whole(_renamed("Document", "Sect"))),
    fault("made", "group called a part", "PDF-017", _whole(_renamed("Div", "Sect"))),
    fault("made", "picture called a quotation", "PDF-017", _whole(_quoted)),
    fault("made", "head and rows of a table exchanged", "PDF-017", _whole(_heads), also="TAG-003"),
    fault("made", "letters further right than their font has them", "PDF-011", _whole(_bearings)),
)
