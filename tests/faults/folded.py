"""Make small files of folded sheets with pikepdf alone: pages with numbered words, laid on sheets by lists of numbers.

The faults and the readers' tests need sheets that the press did not make, each page at a place written down by hand.
"""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from clearfold.model.paper import Fold, Level, Paper
from clearfold.model.units import MM
from tests.faults import sample
from tests.faults.tagged import saved
from tests.faults.typeset import brochure_pdf

WIDTH, HEIGHT = 297 * MM, 210 * MM
BOOKLET = Paper(Level.LARGE, 148, 210, 14, Fold.BOOKLET, multiple=4, most=20, tagged=False)
# Pages of a booklet of twelve on its sides, as they are printed: written down, not computed.
TWELVE = ((12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7))


def content(lines: Sequence[str], number: int) -> bytes:
    """Return the content of a page of 148 mm: lines of text, and its number as an artifact at the outer corner."""
    shown = [f"BT /F1 12 Tf 40 {540 - 40 * n} Td <{_hex(line)}> Tj ET" for n, line in enumerate(lines)]
    folio = f"BT /F1 12 Tf {360 if number % 2 else 40} 30 Td <{_hex(str(number))}> Tj ET"
    return "\n".join([*shown, f"/Artifact <</Type /Pagination>> BDC {folio} EMC"]).encode()


def form(pdf: pikepdf.Pdf, drawn: bytes, width: float = 148) -> pikepdf.Object:
    """Return a page of that width in mm as a form."""
    stream = pdf.make_stream(drawn, Type=Name.XObject, Subtype=Name.Form)
    stream.BBox = Array([0, 0, width * MM, HEIGHT])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    stream.Resources = Dictionary(Font=Dictionary(F1=font))
    return stream


def sheets(pdf: pikepdf.Pdf, sides: Sequence[Sequence[tuple[pikepdf.Object, float]]]) -> bytes:
    """Return a file of sides, each of forms with their left edges in mm."""
    for side in sides:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.Resources = Dictionary(XObject=Dictionary({f"/X{n}": one for n, (one, _) in enumerate(side)}))
        drawn = "\n".join(f"q 1 0 0 1 {left * MM:.4f} 0 cm /X{n} Do Q" for n, (_, left) in enumerate(side))
        page.Contents = pdf.make_stream(drawn.encode())
    pdf.Root.ViewerPreferences = Dictionary(Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None"))
    pdf.Root.Lang = String(sample.LANG)
    pdf.docinfo["/Title"] = sample.TITLE
    return saved(pdf)


def booklet() -> bytes:
    """Return the brochure of twelve pages as a booklet that the proof has nothing to say about."""
    pdf = pikepdf.new()
    made = pikepdf.open(BytesIO(brochure_pdf()))
    pages = [pdf.copy_foreign(page.as_form_xobject()) for page in made.pages]
    return sheets(pdf, [((pages[left - 1], 0.5), (pages[right - 1], 148.5)) for left, right in TWELVE])


def _hex(text: str) -> str:
    return text.encode("cp1252").hex()
