"""Faults put into a finished file of folded sheets with pikepdf alone."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Name

from clearfold.model.units import MM
from tests.faults.fault import Injected, fault
from tests.faults.folded import HEIGHT, WIDTH
from tests.faults.tagged import saved

Change = Callable[[pikepdf.Pdf, Random], None]
# What is told as well where pages change places: their words, and the numbers that no longer are theirs.
MOVED = "ORD-001 ORD-002 TXT-001 TXT-002 TXT-003 TXT-004 TXT-005 TYP-012 TYP-020"
BESIDE = "TYP-011 TYP-012"  # of a page that stands elsewhere on its side: its folio does, and its margin is narrower


def putting(change: Change) -> Callable[[bytes, Random], Injected]:
    def inject(data: bytes, random: Random) -> Injected:
        pdf = pikepdf.open(BytesIO(data))
        change(pdf, random)
        return Injected(saved(pdf))

    return inject


def _any_side(pdf: pikepdf.Pdf, random: Random) -> pikepdf.Page:
    return pdf.pages[random.randrange(len(pdf.pages))]


def _swap(pdf: pikepdf.Pdf, random: Random) -> None:
    """Draw the two pages of a side in each other's place."""
    group = _any_side(pdf, random).Resources.XObject
    group.X0, group.X1 = group.X1, group.X0


def _around(pdf: pikepdf.Pdf, page: pikepdf.Page, before: str) -> None:
    page.contents_add(pdf.make_stream(f"q {before} cm".encode()), prepend=True)
    page.contents_add(pdf.make_stream(b"Q"))


def _backs_upside_down(pdf: pikepdf.Pdf, random: Random) -> None:
    for page in list(pdf.pages)[1::2]:
        _around(pdf, page, f"-1 0 0 -1 {WIDTH} {HEIGHT}")


def _long_edge(pdf: pikepdf.Pdf, random: Random) -> None:
    pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge


def _lose_sheet(pdf: pikepdf.Pdf, random: Random) -> None:
    first = random.randrange(len(pdf.pages) // 2 - 1) * 2 + 2
    del pdf.pages[first : first + 2]


def _lose_back(pdf: pikepdf.Pdf, random: Random) -> None:
    del pdf.pages[-1]


def _place(matrix: str, name: str = "X1", left: float = 148.5) -> Change:
    """Draw one page of a side elsewhere, or otherwise."""

    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        page = _any_side(pdf, random)
        other, other_left = ("X0", 0.5) if name == "X1" else ("X1", 148.5)
        drawn = f"q {matrix} cm /{name} Do Q q 1 0 0 1 {other_left * MM} 0 cm /{other} Do Q"
        page.Contents = pdf.make_stream(drawn.encode())

    return change


def _at(a: float, d: float, x: float, y: float = 0) -> str:
    """Return a matrix that scales by a and d, and moves to x and y in mm."""
    return f"{a} 0 0 {d} {x * MM:.4f} {y * MM:.4f}"


def _in_pieces(pdf: pikepdf.Pdf, random: Random) -> None:
    """Write a page onto its side, instead of placing it as a whole."""
    page = _any_side(pdf, random)
    own = page.Resources.XObject.X1
    page.Resources.Font = own.Resources.Font
    move = f"1 0 0 1 {148.5 * MM:.4f} 0 cm"
    drawn = f"q 1 0 0 1 {0.5 * MM:.4f} 0 cm /X0 Do Q q {move} ".encode() + own.read_bytes() + b" Q"
    page.Contents = pdf.make_stream(drawn)


def _paper(width: float, height: float, turn: int = 0) -> Change:
    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        page = _any_side(pdf, random)
        page.MediaBox = [0, 0, width * MM, height * MM]
        if turn:
            page.Rotate = turn

    return change


def _scaling(said: str) -> Change:
    def change(pdf: pikepdf.Pdf, random: Random) -> None:
        del pdf.Root.ViewerPreferences.PrintScaling
        if said:
            pdf.Root.ViewerPreferences.PrintScaling = Name(said)

    return change


FAULTS = (
    fault("folding", "two pages swapped", "PRT-001", putting(_swap), also=MOVED),
    fault("folding", "backs upside down", "PRT-003", putting(_backs_upside_down), also=f"PRT-001 {MOVED}"),
    fault("folding", "turned over on the long edge", "PRT-003", putting(_long_edge), also=f"PRT-001 {MOVED}"),
    fault("folding", "sheet missing", "PRT-002", putting(_lose_sheet), also=MOVED),
    fault("folding", "last back missing", "PRT-002", putting(_lose_back), also=MOVED),
    fault("folding", "side of US Letter", "PRT-002", putting(_paper(279.4, 215.9))),
    fault("folding", "side turned by the viewer", "PRT-002", putting(_paper(297, 210, turn=180))),
    fault("folding", "page upside down", "PRT-003", putting(_place(_at(-1, -1, 296.5, 210))), also=f"{BESIDE} TYP-024"),
    fault("folding", "page at 97 %", "PRT-003", putting(_place(_at(0.97, 0.97, 148.5))), also=BESIDE),
    fault(
        "folding",
        "page at 97 % in its middle",
        "PRT-003",
        putting(_place(_at(0.97, 0.97, 148.5 + 2.2, 3.2))),
        also=BESIDE,
    ),
    fault("folding", "page narrowed", "PRT-003", putting(_place(_at(0.97, 1, 148.5))), also=BESIDE),
    fault("folding", "page 2 mm beside its place", "PRT-003", putting(_place(_at(1, 1, 146.5))), also=BESIDE),
    fault("folding", "page in pieces", "PRT-003", putting(_in_pieces)),
    fault("folding", "scaling left to the printer", "PRT-004", putting(_scaling("/AppDefault"))),
    fault("folding", "nothing said of scaling", "PRT-004", putting(_scaling(""))),
)
