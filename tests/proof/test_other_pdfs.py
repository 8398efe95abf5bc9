"""Small PDFs of other makers, each with one thing that readers of PDFs must know; and what is told of it."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from clearfold.proof.prove import prove
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.fonts.right_to_left import logical
from clearfold.proof.readers.pdf.tag_text import show_tags
from clearfold.proof.report.exhibit import Exhibit
from clearfold.proof.report.page import to_html
from tests.proof.copies import source

HEAD = "---\ntitle: Koorts\nlang: nl\n---\n"
TEXT = "Neem 1 tablet, niet meer."
DRAWN = "/H1 <</MCID 0>> BDC BT /F1 20 Tf 72 750 Td (Koorts) Tj ET EMC /P <</MCID 1>> BDC {} EMC"
SAID = f"BT /F1 14 Tf 72 700 Td ({TEXT}) Tj ET"
OTHER = SAID.replace(" 1 ", " 10 ")
Change = Callable[[Pdf], None]


def made(content: str = SAID, change: Change = lambda _: None, *, version: str = "1.7") -> bytes:
    """Return a tagged PDF of a heading and a paragraph, whose content draws it; ``change`` has the last word."""
    pdf = Pdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page = pdf.add_blank_page(page_size=(595, 842))
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(DRAWN.format(content).encode("latin-1"))
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    kids = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=whole, Pg=page.obj, K=number))
        for number, kind in enumerate((Name.H1, Name.P))
    ]
    whole.K, root.K = Array(kids), whole
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array(kids)])))
    pdf.Root.StructTreeRoot, pdf.Root.Lang = root, String("nl")
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = "Koorts"
    change(pdf)
    out = BytesIO()
    pdf.save(out, force_version=version)
    return out.getvalue()


def told(data: bytes, media_type: str = "application/pdf") -> list[str]:
    report = prove(source(TEXT + "\n", HEAD), data, media_type, name="blad.pdf")
    return sorted({found.code for found in report.diagnostics if found.severity == "error"})


def element(pdf: Pdf, number: int) -> Dictionary:
    found = pdf.Root.StructTreeRoot.K.K[number]
    assert isinstance(found, Dictionary)
    return found


def over(kind: str) -> Change:
    """Return a change that lays an annotation over the paragraph."""

    def change(pdf: Pdf) -> None:
        area = Array([72, 695, 300, 715])
        note = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=area, F=4, Contents=String("10"))
        pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
        if kind == "/Widget":
            note.FT = Name.Tx
            pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots)

    return change


def off(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(L=layer)


def mask(pdf: Pdf) -> None:
    form = pdf.make_stream(b"0 g 0 0 595 842 re f")
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842])))
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    soft = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form))
    pdf.pages[0].Resources.ExtGState = Dictionary(M=soft)


def bookmark(address: str = "") -> Change:
    """Return a change that adds a bookmark, to an address or to the element of the heading."""

    def change(pdf: Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
        item = pdf.make_indirect(Dictionary(Title=String("Koorts"), Parent=root))
        if address:
            item.A = Dictionary(S=Name.URI, URI=String(address))
        else:
            item.Dest = Array([element(pdf, 0), Name.Fit])
        root.First = root.Last = item
        pdf.Root.Outlines = root

    return change


def spaced(pdf: Pdf) -> None:
    """Name the paragraph's type in a name space of its own, which maps it."""
    standard = Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn"))
    own = Dictionary(Type=Name.Namespace, NS=String("urn:own"), RoleMapNS=Dictionary(Alinea=Array([Name.P, standard])))
    element(pdf, 1).S, element(pdf, 1).NS = Name.Alinea, pdf.make_indirect(own)


def titled(pdf: Pdf) -> None:
    """Tag the heading as Title, which PDF 1.7 does not have, and map it to a paragraph."""
    element(pdf, 0).S = Name.Title
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Title=Name.P)


def in_a_form(pdf: Pdf) -> None:
    """Draw the paragraph in a form, whose marked content the tree names."""
    page = pdf.pages[0]
    form = pdf.make_stream(f"/P <</MCID 0>> BDC {SAID} EMC".encode())
    form.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=page.Resources)
    )
    page.Resources = Dictionary(Font=page.Resources.Font, XObject=Dictionary(X=form))
    page.Contents = pdf.make_stream(b"/H1 <</MCID 0>> BDC BT /F1 20 Tf 72 750 Td (Koorts) Tj ET EMC /X Do")
    element(pdf, 1).K = Dictionary(Type=Name.MCR, Pg=page.obj, Stm=form, MCID=0)


def turned(pdf: Pdf) -> None:
    pdf.pages[0].MediaBox = Array([595, 842, 0, 0])


def cropped(pdf: Pdf) -> None:
    pdf.pages[0].CropBox = Array([700, 900, 800, 1000])


def round_about(pdf: Pdf) -> None:
    """Have the tree name itself."""
    whole = pdf.Root.StructTreeRoot.K
    whole.K.append(whole)


def doubled(pdf: Pdf) -> None:
    """Have each of many elements name the next one twice."""
    last = element(pdf, 1)
    for _ in range(40):
        last = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, K=Array([last, last])))
    pdf.Root.StructTreeRoot.K.K[1] = last


def without_number(pdf: Pdf) -> None:
    element(pdf, 1).K = Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(made(), id="plain"),
        pytest.param(made(change=bookmark()), id="a bookmark to an element"),
        pytest.param(made(change=bookmark("https://example.org")), id="elsewhere"),
        pytest.param(made(change=spaced, version="2.0"), id="types of a name space"),
        pytest.param(made(change=in_a_form), id="tagged content of a form"),
        pytest.param(made(change=turned), id="corners the other way"),
        pytest.param(made(change=cropped), id="cropped beyond the paper"),
        pytest.param(made(change=round_about), id="a tree that names itself"),
        pytest.param(made(change=doubled), id="a tree that names all twice"),
        pytest.param(made(change=over("/Link")), id="a link"),
        pytest.param(
            made(f"/Span <</ActualText (Neem 1 tablet, niet meer.)>> BDC {SAID} EMC"), id="the same words said"
        ),
    ],
)
def test_a_right_pdf_is_proven(data: bytes) -> None:
    """What readers of PDFs know how to read is read."""
    assert [] == told(data)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        pytest.param(made(f"/OC /L BDC {SAID} EMC", off), ["TXT-010"], id="a layer that is off"),
        pytest.param(made(f"/M gs {SAID}", mask), ["TXT-010"], id="a mask that hides"),
        pytest.param(made(change=over("/FreeText")), ["TXT-014"], id="a typed comment"),
        pytest.param(made(change=over("/Stamp")), ["TXT-014"], id="a stamp"),
        pytest.param(made(change=over("/Widget")), ["TXT-014"], id="a form field"),
        pytest.param(made(change=over("/Square")), ["TXT-014"], id="a box over words"),
        pytest.param(
            made(f"/Span <</ActualText ({TEXT})>> BDC {SAID.replace(' 1 ', ' 10 ')} EMC"), ["TXT-015"], id="a lie"
        ),
        pytest.param(made(change=titled), ["TAG-001"], id="a type of PDF 2.0 in an old file"),
        pytest.param(made(change=without_number), ["TXT-009"], id="marked content without a number"),
    ],
)
def test_a_pdf_that_says_something_else_is_told(data: bytes, codes: list[str]) -> None:
    """What the eye or a screen reader meets and the copy does not hold is told, by its own code alone."""
    assert codes == told(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + made(), "web server"),
        (b"<!DOCTYPE html><p>Neem 1 tablet.", "web page"),
        (b"Neem 1 tablet, niet meer.", "neither a PDF, nor an EPUB"),
    ],
)
def test_what_is_no_pdf_is_said_to_be_what_it_is(data: bytes, words: str) -> None:
    """A file is told by its own bytes, in plain words."""
    report = prove(source(TEXT + "\n", HEAD), data, "", name="blad.pdf")
    assert ["TXT-090"] == [found.code for found in report.diagnostics]
    assert words in report.diagnostics[0].fact


def test_an_encrypted_pdf_without_a_password_is_read() -> None:
    """A file that asks for no password to be opened is read, whatever it is encrypted with."""
    out = BytesIO()
    with pikepdf.open(BytesIO(made())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="eigenaar", user="", R=6))
    assert [] == told(out.getvalue())


@pytest.mark.parametrize("change", [round_about, doubled, without_number], ids=lambda change: str(change.__name__))
def test_tags_of_an_odd_tree_are_shown(change: Change) -> None:
    """The listing of an odd tree ends, and has the words once."""
    shown = show_tags(open_pdf(made(change=change)))
    assert shown.count(TEXT) == (0 if change is without_number else 1)
    assert len(shown) < 20_000


@pytest.mark.parametrize("size", [(1, 14_400), (14_400, 1), (0.001, 0.001)])
def test_pages_of_odd_sizes_are_shown_within_bounds(size: tuple[float, float]) -> None:
    """The page for editors bears pages of any size."""

    def resized(pdf: Pdf) -> None:
        pdf.pages[0].MediaBox = Array([0, 0, *size])

    data = made(change=resized)
    report = prove(source(TEXT + "\n", HEAD), data, "", name="blad.pdf")
    assert "blad.pdf" in to_html((Exhibit(report, data, source(TEXT + "\n", HEAD), "Koorts", "nl", None),))


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        (list("ابحرم"), "مرحبا"),
        (list("םולש"), "שלום"),
        (["ة", "ع", "ا", "س", " ", "1", "2"], "12 ساعة"),
        (["م", "لا", "س"], "سلام"),
    ],
)
def test_letters_from_right_to_left_are_read_so(glyphs: list[str], text: str) -> None:
    """Glyphs in the order of the page say words in the order of reading, figures as they stand."""
    assert text == "".join(logical(glyphs))
