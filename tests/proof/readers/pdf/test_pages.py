"""The look of a page is read from its content stream: where letters stand, how they are drawn, what is beside them."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from clearfold.proof.page.page_model import Box, Line, PageLook
from clearfold.proof.readers.pdf.content import read_content
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.pages import read_looks
from clearfold.proof.readers.pdf.render import Renderer
from tests.faults.tagged import FONT, saved
from tests.proof.printed import pdf


def page(content: str, **entries: pikepdf.Object) -> bytes:
    """Return one page of that content, in Helvetica; entries are resources, or the page's own in small letters."""
    made = pikepdf.new()
    blank = made.add_blank_page(page_size=(300, 200))
    blank.Resources = Dictionary(Font=Dictionary(F1=FONT))
    for name, value in entries.items():
        if name[0].islower():
            blank[f"/{name[0].upper()}{name[1:]}"] = value
        else:
            blank.Resources[f"/{name}"] = value
    blank.Contents = made.make_stream(content.encode("latin-1"))
    return saved(made)


def look(content: str, **entries: pikepdf.Object) -> PageLook:
    (found,) = read_looks(open_pdf(page(content, **entries)))
    return found


def lines(content: str, **entries: pikepdf.Object) -> tuple[Line, ...]:
    return look(content, **entries).lines


def sides(box: Box) -> list[float]:
    return [round(side, 2) for side in (box.left, box.bottom, box.right, box.top)]


def test_letters_have_their_places() -> None:
    """Widths, spacing, kerning and stretch move the text on; a second operator goes on where the first one ends."""
    (plain,) = lines("BT /F1 10 Tf 20 50 Td (ii) Tj (i) Tj ET")
    assert [20.0, 22.22, 24.44] == [round(x, 2) for x in plain.starts]
    (spaced,) = lines("BT /F1 10 Tf 1 Tc 2 Tw 20 50 Td (i i) Tj ET")
    assert [20.0, 23.22, 29.0] == [round(x, 2) for x in spaced.starts]
    (stretched,) = lines("BT /F1 10 Tf 200 Tz 20 50 Td [(i) -100 (i)] TJ ET")
    assert [20.0, 26.44] == [round(x, 2) for x in stretched.starts]
    (quoted,) = lines('BT /F1 10 Tf 12 TL 20 50 Td 5 1 (i i) " ET')
    assert ([20.0, 23.22, 32.0], 38.0) == ([round(x, 2) for x in quoted.starts], quoted.baseline)


def test_size_is_that_on_the_page() -> None:
    """Matrices of page and text count; the size stands upright to the baseline, and a slant is told."""
    (big,) = lines("2 0 0 2 0 0 cm BT /F1 10 Tf 1 0 0 1.5 20 50 Tm (x) Tj ET")
    assert (30.0, False) == (big.state.size, big.state.slanted)
    assert pytest.approx(30 * 0.523 * 25.4 / 72) == big.state.x_height
    (slanted,) = lines("BT /F1 10 Tf 1 0 .2 1 20 50 Tm (x) Tj ET")
    assert (True, 0.0) == (slanted.state.slanted, slanted.state.angle)


def test_text_on_its_side_has_its_room() -> None:
    """A line that goes up the page has a box that does, and is not level."""
    (up,) = lines("BT /F1 10 Tf 0 1 -1 0 50 20 Tm (iiii) Tj ET")
    assert (90, False) == (round(up.state.angle), up.upright)
    assert [42.8, 20.0, 52.1, 28.88] == sides(up.box)


@pytest.mark.parametrize(
    ("operators", "colour"),
    [
        ("", (0.0, 0.0, 0.0)),
        ("1 0 0 rg", (1.0, 0.0, 0.0)),
        (".5 g", (0.5, 0.5, 0.5)),
        ("0 0 0 0 k", (1.0, 1.0, 1.0)),
        ("/Icc cs 0 1 0 sc", (0.0, 1.0, 0.0)),
        ("/Ink cs", (0.0, 0.0, 1.0)),
        ("/Ink cs .5 scn", (0.5, 0.5, 1.0)),
        ("/Black cs .25 scn", (0.75, 0.75, 0.75)),
        ("/Odd cs .5 scn", None),
        ("/Lab cs 50 0 0 scn", None),
        ("/Pattern cs /P1 scn", None),
        ("/DeviceGray cs", (0.0, 0.0, 0.0)),
    ],
)
def test_colours_are_told_in_srgb(operators: str, colour: tuple[float, float, float] | None) -> None:
    """Device and ICC spaces are followed, inks by their tint; what cannot be told is None."""
    made = pikepdf.new()
    profile = made.make_stream(b"", {"/N": 3})
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0, 0, 1], N=1)
    odd = Dictionary(FunctionType=4)
    spaces = Dictionary(
        Icc=Array([Name.ICCBased, profile]),
        Ink=Array([Name.Separation, Name.Blue, Name.DeviceRGB, tint]),
        Black=Array([Name.Separation, Name.Black, Name.DeviceCMYK, tint]),
        Odd=Array([Name.Separation, Name.Odd, Name.DeviceRGB, odd]),
        Lab=Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]),
    )
    blank = made.add_blank_page(page_size=(300, 200))
    blank.Resources = Dictionary(Font=Dictionary(F1=FONT), ColorSpace=spaces)
    blank.Contents = made.make_stream(f"BT {operators} /F1 10 Tf 20 50 Td (x) Tj ET".encode())
    (found,) = read_looks(open_pdf(saved(made)))
    assert colour == found.lines[0].state.colour


def test_state_is_saved_and_brought_back() -> None:
    """Colour, alpha, mode, rise and spacing are of the graphics state, which Q brings back."""
    states = Dictionary(G=Dictionary(ca=0.5))
    one, two = lines("BT /F1 10 Tf 20 50 Td q 1 0 0 rg /G gs 3 Tr 4 Ts (x) Tj Q 0 -20 Td (x) Tj ET", ExtGState=states)
    assert ((1.0, 0.0, 0.0), 0.5, 3, False, 54.0) == (
        one.state.colour,
        one.state.alpha,
        one.state.mode,
        one.state.seen,
        one.baseline,
    )
    assert ((0.0, 0.0, 0.0), 1.0, 0, True, 30.0) == (
        two.state.colour,
        two.state.alpha,
        two.state.mode,
        two.state.seen,
        two.baseline,
    )


def test_shapes_are_told_with_what_they_cover() -> None:
    """Rectangles and level lines are plain, curves and slopes are not; a clip cuts off what is painted."""
    found = look(
        "q 10 10 20 20 re W n 0 0 100 100 re 1 1 1 rg f Q 2 w 50 50 m 90 50 l S 10 10 m 20 30 40 50 60 60 c f "
        "0 0 m 9 9 l S 5 5 m 6 6 7 7 v 8 8 9 9 y h f 1 1 m n"
    )
    assert [
        ([10, 10, 30, 30], True, (1.0, 1.0, 1.0)),
        ([49, 49, 91, 51], True, None),
        ([10, 10, 60, 60], False, (0.0, 0.0, 0.0)),
        ([-1, -1, 10, 10], False, None),
        ([5, 5, 9, 9], False, (0.0, 0.0, 0.0)),
    ] == [(sides(shape.box), shape.plain, shape.colour) for shape in found.shapes]


def test_pictures_are_images_forms_and_drawings() -> None:
    """An image has the room of its unit square; shapes of a tag are one picture, as are curves that stand together."""
    made = pikepdf.new()
    image = made.make_stream(b"\0" * 3, {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 1, "/Height": 1})
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    blank = made.add_blank_page(page_size=(300, 200))
    blank.Resources = Dictionary(Font=Dictionary(F1=FONT), XObject=Dictionary(I=image))
    blank.Contents = made.make_stream(
        b"q 30 0 0 20 5 5 cm /I Do Q q 9 0 0 9 90 5 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI Q "
        b"/Figure <</MCID 0>> BDC 100 100 10 10 re f 120 100 10 10 re f EMC "
        b"200 100 m 205 110 210 120 210 100 c f 215 100 m 220 110 225 120 225 100 c f 0 0 9 9 re f"
    )
    (found,) = read_looks(open_pdf(saved(made)))
    assert [[5, 5, 35, 25], [90, 5, 99, 14], [100, 100, 130, 110], [200, 100, 225, 120]] == [
        sides(picture.box) for picture in found.pictures
    ]


@pytest.mark.parametrize(
    ("entries", "size", "box"),
    [
        ({}, (300, 200), [20, 47.9, 25, 57.2]),
        ({"trimBox": Array([10, 20, 290, 180])}, (280, 160), [10, 27.9, 15, 37.2]),
        ({"rotate": 90}, (200, 300), [47.9, 275, 57.2, 280]),
        ({"rotate": 180}, (300, 200), [275, 142.8, 280, 152.1]),
        ({"rotate": 270}, (200, 300), [142.8, 20, 152.1, 25]),
        ({"userUnit": 2}, (600, 400), [40, 95.8, 50, 114.4]),
    ],
)
def test_lengths_are_from_the_corner_of_the_trimmed_page(
    entries: dict[str, pikepdf.Object], size: tuple[int, int], box: list[float]
) -> None:
    """TrimBox, rotation and user unit of a page are followed."""
    found = look("BT /F1 10 Tf 20 50 Td (x) Tj ET", **entries)
    assert (size, box) == ((round(found.width), round(found.height)), sides(found.lines[0].box))


def test_links_have_their_areas() -> None:
    """Links of the page are told, other annotations not."""
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[30, 20, 10, 10])
    other = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9])
    assert [[10, 10, 30, 20]] == [sides(box) for box in look("", annots=Array([link, other])).links]


def test_runs_of_content_point_to_their_lines() -> None:
    """A run of content has the text of the line that it points to, on every page; what stands apart is another line."""
    opened = open_pdf(pdf(tagged=False))
    found = [line for one in read_looks(opened) for line in one.lines]
    blocks = read_content(opened).blocks
    assert [line.text for line in found] == [block.text for block in blocks]
    assert list(range(len(found))) == [block.line for block in blocks] == [line.number for line in found]
    assert {"Griep", "3", "paracetamol", "500 mg"} <= {line.text for line in found}


def test_replaced_text_keeps_what_is_drawn() -> None:
    """ActualText is the text, spread over the letters that it replaces; the letters are told beside it."""
    (line,) = lines("/Span <</ActualText (Let op)>> BDC BT /F1 10 Tf 20 50 Td (LET OP) Tj (!) Tj ET EMC")
    assert ("Let op", "LET OP!", 20.0) == (line.text, line.drawn, line.starts[0])
    assert pytest.approx(line.starts[2] - line.starts[1]) == line.starts[1] - line.starts[0]
    assert ["alleen gezegd"] == [block.text for block in lines("/Span <</ActualText (alleen gezegd)>> BDC EMC")]


def test_artifacts_figures_and_missing_text_are_told() -> None:
    """A line knows its artifact's type and whether a picture's tag holds it; a code without text is U+FFFD."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.A, Encoding=Name("/Identity-H"))
    font.DescendantFonts = Array([Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.A)])
    content = (
        "/Artifact <</Type /Pagination>> BDC BT /F1 9 Tf 9 9 Td (3) Tj ET EMC "
        "/Figure <</MCID 0>> BDC BT 9 30 Td (cel) Tj /F2 9 Tf <0001> Tj ET EMC"
    )
    made = pikepdf.open(BytesIO(page(content)))
    made.pages[0].Resources.Font.F2 = font
    one, two = read_looks(open_pdf(saved(made)))[0].lines
    assert ("Pagination", False, "3") == (one.artifact, one.figure, one.text)
    assert ("", True, "cel\ufffd") == (two.artifact, two.figure, two.text)


def test_what_is_behind_text_is_seen_without_it() -> None:
    """A box shows the colours behind its letters, whether letters show there, and theirs."""
    renderer = Renderer(
        page("1 0 0 rg 10 40 80 40 re f 0 0 1 rg BT /F1 20 Tf 20 50 Td (mm) Tj ET 0 1 0 rg 200 0 90 90 re f")
    )
    here, there = Box(20, 50, 50, 60), Box(210, 10, 220, 20)
    patch = renderer.patch(0, here)
    assert ([(1.0, 0.0, 0.0)], True) == ([colour for _, colour in patch.colours], patch.inked)
    assert (0.0, 0.0, 1.0) == renderer.ink(0, here)
    assert (False, None) == (renderer.patch(0, there).inked, renderer.ink(0, there))


def test_a_trimmed_page_is_rendered_as_it_is_trimmed() -> None:
    """Boxes of the renderer are those of the reader."""
    renderer = Renderer(page("1 0 0 rg 100 100 50 50 re f", trimBox=Array([100, 100, 200, 200])))
    assert [(1.0, 0.0, 0.0)] == [colour for _, colour in renderer.patch(0, Box(5, 5, 45, 45)).colours]
