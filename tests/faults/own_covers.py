"""Faults in the cover and the feet of a finished PDF of ours: its title, art, grounds and sign, and running heads."""

from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Name, Page
from PIL import Image

from tests.faults.fault import Injected, fault
from tests.faults.own_drawn import Edit, Instruction, edited, read, written
from tests.faults.tagged import saved

ON_PAPER = "cover on paper"
MM = 96 / 25.4  # pages are drawn in pixels of CSS
WIDE, MARGIN = 148 * MM, 14 * MM - 1
WORDS = 3  # pieces of a running head, at least: a folio has fewer


def _title(operators: list[Instruction]) -> list[int]:
    """Return where the matrices of a title's lines are set."""
    inside, found = False, []
    for at, (operands, operator) in enumerate(operators):
        if str(operator) == "BDC":
            inside = operands[0] == Name.H1
        elif inside and str(operator) == "Tm":
            found.append(at)
    return found


def _moved(across: float, down: float) -> Edit:
    """Return what moves a title, by so many mm."""

    def edit(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
        places = _title(operators)
        for at in places:
            *turn, x, y = operators[at][0]
            moved = " ".join(str(part) for part in (*turn, float(x) + across * MM, float(y) + down * MM))
            operators[at : at + 1] = written(f"{moved} Tm")
        return operators if places else None

    return edit


def _banded(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Lay the ground of another design, in a colour of the edition, over the words of a cover."""
    places = _title(operators)
    if not places:
        return None
    end = next(n for n in range(places[-1], len(operators)) if str(operators[n][1]) == "EMC")
    top = float(operators[places[0]][0][5]) - 20 * MM
    band = f"/Artifact <</Type /Layout>> BDC q 0.070588 0.188235 0.360784 rg 0 {top} 559 {60 * MM} re f Q EMC"
    return [*operators[: end + 1], *written(band), *operators[end + 1 :]]


def _figures(operators: list[Instruction]) -> list[int]:
    """Return where images are drawn on a page that has a title."""
    drawn = [at for at, (_, operator) in enumerate(operators) if str(operator) == "Do"]
    return drawn if _title(operators) else []


def _art(operators: list[Instruction], pdf: pikepdf.Pdf, page: Page, _: Random) -> list[Instruction] | None:
    """Show the art of another leaflet."""
    places = _figures(operators)
    if not places:
        return None
    out = BytesIO()
    Image.effect_mandelbrot((180, 135), (-2, -1, 1, 1), 40).convert("RGB").save(out, "JPEG")
    art = pdf.make_stream(out.getvalue())
    art.update(
        pikepdf.Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=180,
            Height=135,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
            Interpolate=True,
        )
    )
    page.Resources.XObject[str(operators[places[0]][0][0])] = art
    return operators


def _unsigned(operators: list[Instruction], _: pikepdf.Pdf, __: Page, ___: Random) -> list[Instruction] | None:
    """Leave out the sign of the association: of the pictures on a cover, the one that is drawn in shapes."""
    for at, (operands, operator) in enumerate(operators) if _title(operators) else ():
        if str(operator) == "BDC" and operands[0] == Name.Figure:
            end = next(n for n in range(at, len(operators)) if str(operators[n][1]) == "EMC")
            if "Do" not in {str(one) for _, one in operators[at:end]}:
                return [*operators[: at + 1], *operators[end:]]
    return None


def _repeated(*, tab: bool) -> Edit:
    """Return what repeats the running head, or the tab of the thumb index, of another page."""

    def edit(operators: list[Instruction], pdf: pikepdf.Pdf, _: Page, __: Random) -> list[Instruction] | None:
        own = _running(operators, tab=tab)
        if own is None:
            return None
        for other in pdf.pages:
            theirs = read(other)
            at = _running(theirs, tab=tab)
            if at is not None and str(theirs[at][0]) != str(operators[own][0]):
                operators[own] = theirs[at]
                return operators
        return None

    return edit


def _running(operators: list[Instruction], *, tab: bool) -> int | None:
    """Return where the running head of a page is shown, or its tab, which stands in the outer margin."""
    inside, outer = False, False
    for at, (operands, operator) in enumerate(operators):
        if str(operator) == "BDC":
            inside = operands[0] == Name.Artifact and dict(operands[1]).get("/Type") == Name.Pagination
        elif str(operator) == "Tm":
            outer = not MARGIN < float(operands[4]) < WIDE - MARGIN
        elif inside and str(operator) == "TJ" and (outer if tab else len(list(operands[0])) >= WORDS):
            return at
    return None


def _told(data: bytes, _: Random) -> Injected | None:
    """Put the place where a photograph was taken back into its file."""
    notes = Image.Exif()
    notes[0x8825] = {1: "N", 2: (51.0, 12.0, 3.0)}
    with pikepdf.open(BytesIO(data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Filter") == Name.DCTDecode:
                coded = one.read_raw_bytes()
                exif = notes.tobytes()
                segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif
                one.write(coded[:2] + segment + coded[2:], filter=Name.DCTDecode)
                return Injected(saved(pdf))
    return None


FAULTS = (
    fault(ON_PAPER, "title on the picture", "TYP-015", edited(_moved(0, -60)), also="ORD-003 TYP-007"),
    fault(ON_PAPER, "title below what follows it", "ORD-003", edited(_moved(0, 70)), also="TYP-002 TYP-007 TYP-011"),
    fault(ON_PAPER, "title beyond the edge", "TYP-011", edited(_moved(60, 0))),
    fault(ON_PAPER, "title over the name above it", "TYP-002", edited(_moved(0, -14)), also="ORD-003"),
    fault(ON_PAPER, "band over the words", "TYP-007", edited(_banded), also="PDF-010 PDF-030"),
    fault(ON_PAPER, "cover without the sign of the association", "PDF-010", edited(_unsigned), also="PDF-030"),
    fault(ON_PAPER, "art of another leaflet", "PDF-010", edited(_art)),
    fault(ON_PAPER, "running head of another section", "TYP-050", edited(_repeated(tab=False))),
    fault(ON_PAPER, "tab of another section", "TYP-051", edited(_repeated(tab=True))),
    fault(ON_PAPER, "place in a photograph", "CON-023", _told),
)
