"""Small PDFs of other makers, each with one thing that readers of PDFs must know; and what is told of it."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

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
DOWN = " ".join(f"BT /F1 14 Tf 40 {800 - 16 * at} Td ({char}) Tj ET" for at, char in enumerate(re.findall(". ?", TEXT)))
SEVEN = "1 beginbfchar <37> <0031> endbfchar"
PARTED = (
    "BT /F1 14 Tf 72 700 Td (Neem 1 ) Tj /Span <</ActualText (tablet, )>> BDC (tab-) Tj 0 -16 Td ({}) Tj EMC "
    "30 0 Td (niet meer.) Tj ET"
)
THROUGH = SAID.replace("BT", "BT 7 Tr")
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


def told(data: bytes, media_type: str = "application/pdf", text: str = TEXT) -> list[str]:
    report = prove(source(text + "\n", HEAD), data, media_type, name="blad.pdf")
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


def nameless(pdf: Pdf) -> None:
    """Add a font whose first glyph has a name that says nothing, as subsets of ligatures have."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.Encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([1, Name.g17]))
    pdf.pages[0].Resources.Font.F2 = pdf.make_indirect(font)


def composite(cmap: str, codes: bytes, to_unicode: bytes | Name | None = None) -> bytes:
    """Return a PDF whose paragraph is codes of a font by a CMap of that name."""

    def change(pdf: Pdf) -> None:
        known = Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=2)
        inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name.X, CIDSystemInfo=known, DW=1000)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, Encoding=Name(f"/{cmap}"))
        font.DescendantFonts = Array([pdf.make_indirect(inner)])
        if to_unicode is not None:
            font.ToUnicode = pdf.make_stream(to_unicode) if isinstance(to_unicode, bytes) else to_unicode
        pdf.pages[0].Resources.Font.F2 = pdf.make_indirect(font)

    return made(f"BT /F2 14 Tf 72 700 Td <{codes.hex()}> Tj ET", change)


def in_font(name: str, to_unicode: str = "") -> Change:
    """Return a change that adds a standard font of that name, and what it says of its codes."""

    def change(pdf: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"))
        if to_unicode:
            font.ToUnicode = pdf.make_stream(to_unicode.encode())
        pdf.pages[0].Resources.Font.F2 = pdf.make_indirect(font)

    return change


def saying(key: str, words: str) -> Change:
    """Return a change that has the paragraph say something in place of its words."""

    def change(pdf: Pdf) -> None:
        element(pdf, 1)[key] = String(words)

    return change


def drawn_over(kind: str) -> Change:
    """Return a change that lays an annotation with an appearance of its own over the paragraph."""

    def change(pdf: Pdf) -> None:
        look = pdf.make_stream(b"1 g 0 0 228 20 re f")
        look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 228, 20])))
        over(kind)(pdf)
        pdf.pages[0].Annots[0].AP = Dictionary(N=look)

    return change


def at_root(key: str, value: Dictionary) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.Root[key] = value

    return change


def layered(expression: Callable[[object], Array]) -> Change:
    """Return a change that makes the paragraph's layer one that shows by an expression of another, which is on."""

    def change(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())
        shown = pdf.make_indirect(Dictionary(Type=Name.OCMD, VE=expression(layer)))
        pdf.pages[0].Resources.Properties = Dictionary(L=shown)

    return change


def unviewed(pdf: Pdf) -> None:
    """Have a layer say that it is off on screens."""
    layer = pdf.make_indirect(
        Dictionary(Type=Name.OCG, Name=String("x"), Usage=Dictionary(View=Dictionary(ViewState=Name.OFF)))
    )
    event = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([layer]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(AS=Array([event])))
    pdf.pages[0].Resources.Properties = Dictionary(L=layer)


def celled(cell: bytes) -> Change:
    """Return a change that adds a pattern whose cell draws that."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        size: dict[str, Any] = {"BBox": Array([0, 0, 595, 842]), "XStep": 595, "YStep": 842}
        pattern = pdf.make_stream(cell)
        pattern.update(Dictionary(Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, **size))
        pattern.Resources = Dictionary(Font=page.Resources.Font)
        page.Resources.Pattern = Dictionary(P=pattern)

    return change


def drawn_glyphs(glyph: bytes) -> Change:
    """Return a change that adds a font of Type 3 whose letters are all drawn so, and whose space is empty."""

    def change(pdf: Pdf) -> None:
        codes = sorted(set(TEXT.encode()))
        size: dict[str, Any] = {"FontBBox": Array([0, 0, 600, 700]), "FontMatrix": Array([0.001, 0, 0, 0.001, 0, 0])}
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FirstChar=0, LastChar=127, Widths=Array([600] * 128), **size
        )
        font.Resources = Dictionary()
        draws = {f"/g{code}": pdf.make_stream(b"600 0 d0 " + (glyph if code != 32 else b"")) for code in codes}
        font.CharProcs = Dictionary(draws)
        font.Encoding = Dictionary(Differences=Array([one for code in codes for one in (code, Name(f"/g{code}"))]))
        font.ToUnicode = pdf.make_stream(b"1 beginbfrange <00> <7f> <0000> endbfrange")
        pdf.pages[0].Resources.Font.F2 = pdf.make_indirect(font)

    return change


def layered_comment(pdf: Pdf) -> None:
    """Lay a comment over the paragraph, in a layer that is off."""
    over("/FreeText")(pdf)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].Annots[0].OC = layer


def saying_comment(pdf: Pdf) -> None:
    """Lay a box beside the words, whose appearance draws others."""
    drawn_over("/Square")(pdf)
    note = pdf.pages[0].Annots[0]
    del note.Contents
    note.Rect = Array([72, 300, 300, 320])
    note.AP.N.write(b"BT /F1 12 Tf 2 2 Td (Neem 10 tabletten.) Tj ET")
    note.AP.N.Resources = Dictionary(Font=pdf.pages[0].Resources.Font)


def forms(levels: int, calls: int, *, round_about: bool = False) -> bytes:
    """Return a PDF whose paragraph is drawn by forms on so many levels, each of which draws the next so many times."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        known = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
        first = form = pdf.make_stream(SAID.encode())
        form.update(known)
        form.Resources = Dictionary(Font=page.Resources.Font)
        for _ in range(levels):
            outer = pdf.make_stream(b"/X Do " * calls)
            outer.update(known)
            outer.Resources = Dictionary(XObject=Dictionary(X=form))
            form = outer
        if round_about:
            first.write(b"/X Do")
            first.Resources = Dictionary(XObject=Dictionary(X=form))
        page.Resources.XObject = Dictionary(X=form)

    return made("/X Do", change)


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
        pytest.param(made(PARTED.format("let,")), id="a word in two lines, said whole"),
        pytest.param(made(change=saying("/Alt", TEXT)), id="the same words as an alternative"),
        pytest.param(
            made(f"/OC /L BDC {SAID} EMC", layered(lambda one: Array([Name.Or, one]))), id="a layer that is on"
        ),
        pytest.param(made(change=in_font("Helvetica", "1 beginbfchar <31> <0031> endbfchar")), id="a map that is true"),
        pytest.param(made(change=layered_comment), id="a comment in a layer that is off"),
        pytest.param(
            made(f"q 1 0 0 -1 0 842 cm {SAID.replace('72 700 Td', '1 0 0 -1 72 142 Tm')} Q"), id="turned twice"
        ),
        pytest.param(made(SAID.replace("72 700 Td", "0 1 -1 0 300 300 Tm")), id="upwards"),
        pytest.param(made(f"/Pattern cs /P scn {SAID}", celled(b"0 g 0 0 595 842 re f")), id="letters of a pattern"),
        pytest.param(made(SAID.replace("F1", "F2"), drawn_glyphs(b"0 0 500 700 re f")), id="glyphs that are streams"),
        pytest.param(forms(20, 1), id="forms in one another"),
        pytest.param(made(f"{SAID} 166 698 24 0.7 re f"), id="a word that is underlined"),
        pytest.param(made(f"{SAID} 0.5 w 20 704 m 570 704 l S"), id="a rule of a table, or a drawing, behind words"),
        pytest.param(made(f"0.9 g 166 699 24 12 re f 0 g {SAID}"), id="a word on a ground of its own"),
        pytest.param(made(f"q {THROUGH} 0 g 0 0 595 842 re f Q"), id="letters through which a colour shows"),
        pytest.param(made(DOWN), id="a column of single characters"),
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
        pytest.param(
            made(SAID.replace(" 1 ", " 7 ").replace("F1", "F2"), in_font("Helvetica", SEVEN)), ["TXT-011"], id="a map"
        ),
        pytest.param(made(PARTED.format("len,")), ["TXT-015"], id="another word in two lines"),
        pytest.param(made(change=saying("/Alt", "Neem 10 tabletten.")), ["TXT-015"], id="an alternative"),
        pytest.param(made(change=saying("/E", "Neem 10 tabletten.")), ["TXT-015"], id="an expansion"),
        pytest.param(
            made(SAID.replace(" tab", ") Tj /Span <</ActualText ()>> BDC (0) Tj EMC ( tab")), ["TXT-015"], id="a figure"
        ),
        pytest.param(made(f"{SAID} 166 704 24 0.7 re f"), ["TXT-014"], id="a word that is struck through"),
        pytest.param(made(f"{SAID} 1 w 72 704 m 229 704 l S"), ["TXT-014"], id="a line that is struck through"),
        pytest.param(made(change=drawn_over("/Link")), ["TXT-014"], id="a link that is painted over"),
        pytest.param(made(change=drawn_over("/Text")), ["TXT-014"], id="a note that is painted over"),
        pytest.param(made(f"/OC /L BDC {SAID} EMC", unviewed), ["TXT-010"], id="a layer for paper"),
        pytest.param(
            made(f"/OC /L BDC {SAID} EMC", layered(lambda one: Array([Name.Not, one]))),
            ["TXT-010"],
            id="a layer not on",
        ),
        pytest.param(made(change=at_root("/AcroForm", Dictionary(XFA=String("x")))), ["TXT-017"], id="a form in XFA"),
        pytest.param(made(change=at_root("/Collection", Dictionary())), ["TXT-017"], id="a collection of files"),
        pytest.param(
            made(change=at_root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("x")))),
            ["TXT-017"],
            id="a script",
        ),
        pytest.param(made(SAID.replace("72 700 Td", "-1 0 0 1 300 700 Tm")), ["TXT-010"], id="in a mirror"),
        pytest.param(made(f"q {THROUGH} Q"), ["TXT-010"], id="letters through which nothing shows"),
        pytest.param(made(f"q {THROUGH} 1 g 0 0 595 842 re f Q"), ["TXT-010"], id="letters through which white shows"),
        pytest.param(made(SAID.replace("72", "-100 Tz 300")), ["TXT-010"], id="stretched to the left"),
        pytest.param(made(f"/Pattern cs /P scn {SAID}", celled(b"")), ["TXT-010"], id="letters of an empty pattern"),
        pytest.param(
            made(f"{SAID} /Pattern cs /P scn 0 0 595 600 re f", celled(OTHER.replace("700", "500").encode())),
            ["TXT-017"],
            id="words in a pattern",
        ),
        pytest.param(made(SAID.replace("F1", "F2"), drawn_glyphs(b"")), ["TXT-010"], id="glyphs that draw nothing"),
        pytest.param(made(change=saying_comment), ["TXT-014"], id="a comment that draws words"),
        pytest.param(composite("Identity-H", b"\0\1\0\2\0\3"), ["TXT-001", "TXT-005", "TXT-017"], id="letters unnamed"),
        pytest.param(
            made(SAID.replace("F1", "F2").replace("ni", "\x01"), nameless), ["TXT-017"], id="a ligature unnamed"
        ),
        pytest.param(
            made(SAID.replace("F1", "F2").replace("niet", "\x01ts"), nameless), ["TXT-002"], id="another word with it"
        ),
        pytest.param(forms(20, 10), ["TXT-090"], id="forms that draw one another"),
        pytest.param(forms(2, 1, round_about=True), ["TXT-090"], id="forms that draw themselves"),
        pytest.param(forms(40, 1), ["TXT-090"], id="forms too deep in one another"),
        pytest.param(made(change=titled), ["TAG-001"], id="a type of PDF 2.0 in an old file"),
        pytest.param(made(change=without_number), ["TXT-009"], id="marked content without a number"),
    ],
)
def test_a_pdf_that_says_something_else_is_told(data: bytes, codes: list[str]) -> None:
    """What the eye or a screen reader meets and the copy does not hold is told, by its own code alone."""
    assert codes == told(data)


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("https://example.org/koorts", []),
        ("https://example.com/koorts", ["TAG-006"]),
        ("tel:080012345", ["TAG-006"]),
        ("tel:080012354", ["TAG-006"]),
    ],
)
def test_links_of_a_file_without_tags_lead_where_the_copy_says(address: str, codes: list[str]) -> None:
    """What such a file's link lies over tells which link of the copy it is."""

    def change(pdf: Pdf) -> None:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
        way = Dictionary(S=Name.URI, URI=String(address))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([105, 695, 160, 715]), A=way)
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    text = TEXT.replace("1 tablet", "[1 tablet](https://example.org/koorts)")
    assert codes == told(made(change=change), text=text)
    called = made(SAID.replace("1 tablet", "080012345"), change)
    assert (["TAG-006"] if address[-1:] == "4" else []) == told(called, text=TEXT.replace("1 tablet", "080012345"))


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


def bare(pdf: Pdf) -> None:
    """Take the tags out of a file, as Ghostscript does, and set a bullet before the paragraph."""
    del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
    item = f"BT /F1 20 Tf 72 750 Td (Koorts) Tj /F1 14 Tf 0 -50 Td [(\\225) -800 ({TEXT})] TJ ET"
    pdf.pages[0].Contents = pdf.make_stream(item.encode())


def glyph_by_glyph(pdf: Pdf) -> None:
    """Draw words in Arabic from the left, each glyph by itself and in the form that it has in a word."""
    shown = "\N{ARABIC LETTER MEEM FINAL FORM}\N{ARABIC LETTER LAM MEDIAL FORM}\N{ARABIC LETTER AIN INITIAL FORM} 12"
    codes = {sign: 65 + n for n, sign in enumerate(dict.fromkeys(shown))}
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.X, FirstChar=65, Widths=Array([600] * 9))
    font.FontDescriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.X, Flags=4)  # signs of its own
    said = "".join(f"<{code:02x}> <{ord(sign):04x}>" for sign, code in codes.items())
    font.ToUnicode = pdf.make_stream(f"9 beginbfchar {said} endbfchar".encode())
    pdf.pages[0].Resources.Font.F2 = pdf.make_indirect(font)
    # A figure stands to the left of the word that it follows.
    drawn = "".join(f"<{codes[sign]:02x}> Tj " for sign in f"{shown[4:]}{shown[3]}{shown[:3]}")
    pdf.pages[0].Contents = pdf.make_stream(DRAWN.format(f"BT /F2 14 Tf 72 700 Td {drawn} ET").encode())


def test_words_that_are_drawn_glyph_by_glyph_from_the_left_are_read_from_the_right() -> None:
    """Chromium and cairo draw lines of Arabic so; the figure behind the word stays a figure."""
    assert [] == told(made(change=glyph_by_glyph), text="علم 12")


def figures_below(pdf: Pdf) -> None:
    """Draw words in Arabic, and below them a line of figures that ends their sentence, as it stands on the page."""
    glyph_by_glyph(pdf)
    words = " ".join(f"BT /F2 14 Tf {72 + 60 * at} 700 Td <414243> Tj ET" for at in range(3))
    pdf.pages[0].Contents = pdf.make_stream(DRAWN.format(f"{words} BT /F1 14 Tf 200 680 Td (.45 123) Tj ET").encode())


def test_figures_that_end_a_sentence_from_right_to_left_are_read_so() -> None:
    """A last line without a letter does not tell its way; the sign at its left end does."""
    assert {"TXT-007"} >= set(told(made(change=figures_below), text="علم علم علم 123 45."))


@pytest.mark.parametrize(("aside", "codes"), [(0.4, []), (60, ["TXT-002"])])
def test_words_that_are_drawn_over_themselves_are_drawn_once(aside: float, codes: list[str]) -> None:
    """Letters are made bold so in files without tags; what stands beside itself stands there twice."""

    def again(pdf: Pdf) -> None:
        bare(pdf)
        one = (
            "BT /F1 20 Tf 72 750 Td (Koorts) Tj ET BT /F1 14 Tf 72 700 Td (Neem) Tj ET BT /F1 14 Tf {} 700 Td (1) Tj ET"
        )
        drawn = f"{one.format(120)} {one.format(120 + aside)} BT /F1 14 Tf 190 700 Td (tablet, niet meer.) Tj ET"
        pdf.pages[0].Contents = pdf.make_stream(drawn.encode())

    assert codes == told(made(change=again))


def test_bullet_that_a_distance_parts_is_no_part_of_its_word() -> None:
    """In a file without tags an item's sign and its words may be one string, with a gap between them."""
    assert [] == told(made(change=bare), text=f"- {TEXT}")


PILL, HIGH = "薬を一錠。", "𠀀薬。"
SINGLE = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <0001> <85AC> endbfchar"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (composite("UniJIS-UTF16-H", PILL.encode("utf-16-be")), PILL),
        (composite("UniGB-UTF16-V", HIGH.encode("utf-16-be")), HIGH),
        (composite("UniJIS-UTF8-H", PILL.encode()), PILL),
        (composite("UniJIS-UTF32-H", PILL.encode("utf-32-be")), PILL),
        (composite("90ms-RKSJ-H", f"A1{PILL}".encode("cp932")), f"A1{PILL}"),
        (composite("83pv-RKSJ-H", PILL.encode("cp932")), PILL),
        (composite("EUC-V", PILL.encode("euc_jp")), PILL),
        (composite("H", bytes(byte & 0x7F for byte in PILL.encode("euc_jp"))), PILL),
        (composite("GBK-EUC-H", "每天1片药。".encode("gbk")), "每天1片药。"),
        (composite("ETen-B5-H", "每天1片藥。".encode("big5")), "每天1片藥。"),
        (composite("KSCms-UHC-H", "하루 1알.".encode("cp949")), "하루 1알."),
        (composite("Identity-H", TEXT.encode("utf-16-be"), Name("/Identity-H")), TEXT),
        (composite("Identity-H", b"\0\1", SINGLE), "薬"),
        (made("BT /F2 14 Tf 72 700 Td (m) Tj /F1 14 Tf (g is niet mg.) Tj ET", in_font("Symbol")), "μg is niet mg."),
        (made("BT /F2 14 Tf 72 700 Td (4) Tj /F1 14 Tf ( gedaan.) Tj ET", in_font("ZapfDingbats")), "✔ gedaan."),
    ],
)
def test_codes_of_fonts_are_read_by_their_maps(data: bytes, text: str) -> None:
    """The codes of CMaps that have a name, and of fonts with an encoding of their own, say their characters."""
    assert [] == told(data, text=text)
