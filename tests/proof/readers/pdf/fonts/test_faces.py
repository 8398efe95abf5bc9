"""A face is measured in the font program that the file embeds, whatever is left in it."""

from io import BytesIO

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.fonts.fonts import Font, read_font
from clearfold.proof.readers.pdf.fonts.widths import read_widths
from tests.faults.tagged import saved

HEIGHTS = {"x": 480, "o": 500, "h": 730, "p": 480, "H": 700}


def square(pen: TTGlyphPen | T2CharStringPen, low: int, high: int) -> None:
    pen.moveTo((50, low))
    for point in ((450, low), (450, high), (50, high)):
        pen.lineTo(point)
    pen.closePath()


def font(letters: str, *, kind: str = "glyf", x_height: int = 0, weight: int = 400, angle: float = 0) -> TTFont:
    """Return a font of boxes as high as those letters are; the box of .notdef is 600 high."""
    names = [".notdef", *letters]
    builder = FontBuilder(1000, isTTF=kind == "glyf")
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): char for char in letters})
    drawn = {}
    for name in names:
        pen = TTGlyphPen(None) if kind == "glyf" else T2CharStringPen(500, None)
        square(pen, -200 if name == "p" else 0, HEIGHTS.get(name, 600))
        drawn[name] = pen.glyph() if isinstance(pen, TTGlyphPen) else pen.getCharString()
    if kind == "glyf":
        builder.setupGlyf(drawn)
    else:
        builder.setupCFF("Test", {}, drawn, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(version=4, sxHeight=x_height, usWeightClass=weight)
    builder.setupPost(italicAngle=angle)
    return builder.font


def embedded(program: TTFont, letters: str, *, simple: bool = False, bare: bool = False, **descriptor: object) -> Font:
    """Return a font as the reader finds it in a PDF that embeds it."""
    out = BytesIO()
    program.save(out)
    data = TTFont(BytesIO(out.getvalue())).getTableData("CFF ") if bare else out.getvalue()
    made = pikepdf.new()
    stream = made.make_stream(data, {"/Subtype": Name.Type1C} if bare else {})
    told = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Test"), Flags=4, ItalicAngle=0)
    told["/FontFile3" if bare else "/FontFile2"] = stream
    for key, value in descriptor.items():
        told[f"/{key}"] = value
    if simple:
        entry = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Test"), FontDescriptor=told)
        entry.Encoding = Name.WinAnsiEncoding
    else:
        inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Test, FontDescriptor=told)
        inner.W = Array([1, Array([600, 700]), 3, 9, 400])
        inner.DW = 250
        pairs = "".join(f"<{code:04x}> <{ord(char):04x}> " for code, char in enumerate(letters, start=1))
        codes = f"1 begincodespacerange <0000> <ffff> endcodespacerange 9 beginbfchar {pairs} endbfchar"
        entry = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Test"), DescendantFonts=Array([inner])
        )
        entry.ToUnicode = made.make_stream(codes.encode())
    page = made.add_blank_page(page_size=(9, 9))
    page.Resources = Dictionary(Font=Dictionary(F1=entry))
    opened = open_pdf(saved(made))
    resources = opened.reader.pages[0]["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"].get_object()
    assert isinstance(fonts, DictionaryObject)
    found = fonts["/F1"].get_object()
    assert isinstance(found, DictionaryObject)
    return read_font(found)


@pytest.mark.parametrize(
    ("letters", "told", "expected"),
    [
        ("xoH", 0, 0.48),
        ("oH", 300, 0.3),
        ("oH", 0, 0.49),
        ("H", 0, 0.504),
        ("·", 0, 0.0),
    ],
)
def test_x_height_is_measured_in_what_is_left(letters: str, told: int, expected: float) -> None:
    """The outline of x counts; without it OS/2, then round letters, then capitals; a sign alone tells nothing."""
    assert pytest.approx(expected) == embedded(font(letters, x_height=told), letters).face.x_height


def test_ascent_and_descent_are_measured() -> None:
    """They are those of tall and deep letters, and what most faces have where there are none."""
    both = embedded(font("xhp"), "xhp").face
    assert (0.73, -0.2) == (both.ascent, both.descent)
    assert -0.21 == embedded(font("x"), "x").face.descent


def test_bare_outlines_are_measured_too() -> None:
    """A CFF program without the tables of OpenType is read, by its glyphs' names or their numbers."""
    program = font("xoH", kind="cff")
    for simple in (True, False):
        found = embedded(program, "xoH", simple=simple, bare=True)
        assert pytest.approx(0.48) == found.face.x_height
    assert ord("q") in embedded(program, "xoH", simple=True, bare=True).missing


def test_simple_fonts_lead_to_glyphs_by_their_letters() -> None:
    """A code without a glyph in the program is missing, one with a glyph is not."""
    found = embedded(font("xoH"), "xoH", simple=True)
    assert (True, False) == (ord("q") in found.missing, ord("x") in found.missing)
    assert pytest.approx(0.48) == found.face.x_height


def test_a_box_in_another_place_is_missing_too() -> None:
    """A glyph with the outline of .notdef is a box, whatever letter it is said to be."""
    assert {2} == embedded(font("xq"), "xq").missing


def test_weight_and_slant() -> None:
    """The font's own tables tell, then the descriptor, then the name."""
    assert 300 == embedded(font("x", weight=300), "x").face.weight
    assert embedded(font("x", angle=-9), "x").face.slanted
    assert embedded(font("x"), "x", Flags=68).face.slanted
    assert not embedded(font("x"), "x").face.slanted


def test_widths_of_a_composite_font() -> None:
    """Widths come one by one or for a range; what is not told has the width of all others."""
    widths = embedded(font("xoH"), "xoH").widths
    assert [0.6, 0.7, 0.4, 0.25] == [widths.of(code) for code in (1, 2, 9, 77)]


def entry(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def numbers(*given: int) -> ArrayObject:
    return ArrayObject(NumberObject(number) for number in given)


def test_widths_of_simple_fonts() -> None:
    """A simple font tells them from its first code on; one that every reader has tells none, and has the renderer's."""
    simple = entry(FirstChar=NumberObject(65), Widths=numbers(500, 600))
    assert [0.5, 0.6, 0.0] == [read_widths(simple, {}).of(code) for code in (65, 66, 67)]
    drawn = entry(Subtype=NameObject("/Type3"), FontMatrix=numbers(1, 0, 0, 1, 0, 0), Widths=numbers(2))
    assert 2.0 == read_widths(drawn, {}).of(0)
    standard = read_widths(entry(BaseFont=NameObject("/Helvetica")), {65: "A", 66: "Bé"})
    assert [0.667, 0.5] == [round(standard.of(code), 3) for code in (65, 66)]
    assert 0.5 == read_widths(entry(Subtype=NameObject("/Type0")), {}).of(1)


@pytest.mark.parametrize(
    ("name", "weight", "slanted"),
    [
        ("Helvetica", 400, False),
        ("Helvetica-BoldOblique", 700, True),
        ("ABCDEF+Some-Light", 300, False),
        ("ABCDEF+Some-SemiBoldItalic", 600, True),
        ("Some-ExtraLight", 200, False),
        ("Some-Black", 900, False),
    ],
)
def test_a_font_that_is_not_embedded_is_told_by_its_name(name: str, weight: int, slanted: bool) -> None:
    """Weight and slant stand in the names of most fonts."""
    face = read_font(entry(BaseFont=NameObject(f"/{name}"))).face
    assert (weight, slanted) == (face.weight, face.slanted)


def test_a_stem_tells_the_weight_where_nothing_else_does() -> None:
    """A thin stem is a light face, a thick one is bold, none says regular."""
    faces = [
        read_font(entry(BaseFont=NameObject("/Some"), FontDescriptor=entry(StemV=NumberObject(stem)))).face.weight
        for stem in (40, 90, 140, 0)
    ]
    assert [300, 400, 700, 400] == faces


def test_what_the_descriptor_tells_is_believed_where_nothing_is_embedded() -> None:
    """XHeight counts in thousandths of an em; fonts that every reader has are known."""
    told = entry(BaseFont=NameObject("/Some"), FontDescriptor=entry(XHeight=NumberObject(510)))
    assert [0.51, 0.523, 0.0] == [
        read_font(one).face.x_height
        for one in (told, entry(BaseFont=NameObject("/Helvetica")), entry(BaseFont=NameObject("/Some")))
    ]


def test_a_broken_program_is_as_good_as_none() -> None:
    """What fontTools cannot read leaves what the descriptor says."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(9, 9))
    told = Dictionary(Type=Name.FontDescriptor, XHeight=490, FontFile2=made.make_stream(b"no font"))
    page.Resources = Dictionary(
        Font=Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.A, FontDescriptor=told))
    )
    page.Contents = made.make_stream(b"BT /F1 9 Tf (x) Tj ET")
    assert 0.49 == open_pdf(saved(made)).pieces[0][0].state.face.x_height
