"""What prints on a page, and with which inks, however the file says it."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.print.ink_colours import CMYK, read_space
from clearfold.proof.readers.pdf.print.inks import Kind, Mark

PDF = pikepdf.new()  # one for all pages: what is drawn with belongs to the file that made it
BLACK = (0.0, 0.0, 0.0, 1.0)


def marks(operators: str, **resources: pikepdf.Object) -> list[Mark]:
    """Return what a page of those operators prints; resources are named by kind and name, as ``XObject_X``."""
    page = PDF.add_blank_page(page_size=(300, 300))
    page.Resources = Dictionary()
    for name, value in resources.items():
        kind, key = (f"/{part}" for part in name.split("_"))
        page.Resources[kind] = Dictionary({key: value})
    page.Contents = PDF.make_stream(operators.encode())
    found = list(open_pdf(_saved(), inks=True).pages[0].marks)
    del PDF.pages[0]
    return found


def _saved() -> bytes:
    out = BytesIO()
    PDF.save(out)
    return out.getvalue()


def stream(data: bytes, **entries: object) -> pikepdf.Object:
    return PDF.make_stream(data, {f"/{name}": value for name, value in entries.items()})


def image(data: bytes, space: object, width: int, height: int, **entries: object) -> pikepdf.Object:
    fixed = {"Subtype": Name.Image, "ColorSpace": space, "Width": width, "Height": height, "BitsPerComponent": 8}
    return stream(data, **{**fixed, **entries})


def indexed(base: Name, table: bytes) -> pikepdf.Object:
    return Array([Name.Indexed, base, 1, pikepdf.String(table)])


@pytest.mark.parametrize(
    ("operators", "inks"),
    [
        ("0 0 9 9 re f", BLACK),
        (".5 g 0 0 9 9 re f", (0.0, 0.0, 0.0, 0.5)),
        (".1 .2 .3 .4 k 0 0 9 9 re f", (0.1, 0.2, 0.3, 0.4)),
        ("/DeviceCMYK cs 0 0 9 9 re f", BLACK),
        ("/DeviceCMYK cs .1 .2 .3 .4 sc 0 0 9 9 re f", (0.1, 0.2, 0.3, 0.4)),
        ("1 0 0 rg 0 0 9 9 re f", None),
        ("/DeviceRGB cs 0 0 9 9 re f", None),
        ("q .5 g Q 0 0 9 9 re f", BLACK),
        ("Q .5 g 0 0 9 9 re f", (0.0, 0.0, 0.0, 0.5)),
        ("/DeviceCMYK cs 1 sc 0 0 9 9 re f", None),
    ],
)
def test_shape_is_told_with_its_inks(operators: str, inks: Sequence[float] | None) -> None:
    """A colour is read however it is set, and after q and Q it is the one before."""
    assert [(Kind.SHAPE, inks)] == [(mark.kind, mark.inks) for mark in marks(operators)]


def test_painted_and_outlined_shape_has_two_colours() -> None:
    """B paints with one colour and outlines with the other."""
    assert [CMYK["none"], BLACK] == [mark.inks for mark in marks("1 g 0 G 0 0 9 9 re B")]


def test_registration_is_on_every_plate() -> None:
    """A crop mark is not told as too much ink."""
    tint = Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    assert [Kind.REGISTRATION] == [m.kind for m in marks("/R CS 1 SCN 0 0 m 9 9 l S", ColorSpace_R=space)]
    assert [CMYK["all"]] == [m.inks for m in marks("/R CS 0 0 m 9 9 l S", ColorSpace_R=space)]


def test_text_is_told_with_its_words_and_colour() -> None:
    """Letters that are not drawn print nothing; overprint counts in mode 1 alone."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    (mark,) = marks("BT /F 9 Tf [(T) 9 (ea)] TJ ET", Font_F=font)
    assert (Kind.TEXT, BLACK, "Tea") == (mark.kind, mark.inks, mark.text)
    assert [] == marks("BT /F 9 Tf 3 Tr (Tea) Tj ET", Font_F=font)
    assert [""] == [mark.text for mark in marks("BT (Tea) Tj ET")]


@pytest.mark.parametrize(("mode", "over"), [(0, False), (1, True)])
def test_overprint_counts_where_inks_of_none_are_left_out(mode: int, over: bool) -> None:
    """White letters vanish with overprint mode 1, and knock out with mode 0."""
    state = Dictionary(OP=True, OPM=mode)
    assert [over] == [mark.overprint for mark in marks("/O gs 0 0 0 0 k 0 0 9 9 re f", ExtGState_O=state)]


def test_form_is_run_with_the_colour_of_its_page() -> None:
    """A form that sets no colour has the page's; its matrix counts for the size of pictures."""
    form = stream(b"0 0 9 9 re f", Subtype=Name.Form, BBox=[0, 0, 9, 9], Matrix=[2, 0, 0, 2, 0, 0])
    assert [(0.0, 0.0, 0.0, 0.5)] == [mark.inks for mark in marks(".5 g /X Do", XObject_X=form)]


def test_letters_in_a_gradient_are_letters_of_its_colours() -> None:
    """A pattern gives letters the colours of what it draws."""
    function = Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0, 0, 0, 1], C1=[1, 0, 0, 0])
    both = Dictionary(FunctionType=3, Domain=[0, 1], Functions=[function], Bounds=[], Encode=[0, 1])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9], Function=both)
    pattern = Dictionary(PatternType=2, Shading=shading)
    found = marks("/Pattern cs /P scn BT (a) Tj ET 0 0 9 9 re f", Pattern_P=pattern)
    assert [Kind.TEXT, Kind.TEXT, Kind.GRADIENT, Kind.GRADIENT] == [mark.kind for mark in found]
    assert {BLACK, (1.0, 0.0, 0.0, 0.0)} == {mark.inks for mark in found}


def test_gradient_by_a_table_is_not_known() -> None:
    """What cannot be told is not waved through."""
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9])
    assert [None] == [mark.inks for mark in marks("/S sh", Shading_S=shading)]
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9], Function=Array([Name.X]))
    assert [None] == [mark.inks for mark in marks("/S sh", Shading_S=shading)]


def test_picture_has_the_inks_of_its_wettest_pixel_and_its_size_in_print() -> None:
    """The pixel with most ink counts, and the side with fewer pixels to the inch."""
    data = bytes([0, 0, 0, 255]) * 3 + bytes([255, 255, 0, 51])
    (mark,) = marks("q 36 0 0 72 0 0 cm /X Do Q", XObject_X=image(data, Name.DeviceCMYK, 2, 2))
    assert (1.0, 1.0, 0.0, 0.2) == mark.inks
    assert 2 == mark.resolution


@pytest.mark.parametrize(
    ("picture", "inks"),
    [
        (image(b"\0\0\0\0", Name.DeviceGray, 2, 2), BLACK),
        (image(b"\0" * 12, Name.DeviceRGB, 2, 2), None),
        (image(b"short", Name.DeviceCMYK, 2, 2), None),
        (image(b"\0" * 32, Name.DeviceCMYK, 2, 2, BitsPerComponent=16), None),
        (
            image(b"\0\1", Array([Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String(b"\0\0\0\xff\xff\0\0\0")]), 2, 1),
            BLACK,
        ),
        (image(b"\0\1", Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\0\0\0\xff\xff\xff")]), 2, 1), None),
        (image(b"\0\1", Array([Name.Indexed, Name.DeviceGray, 1, pikepdf.String(b"\0\xff")]), 2, 1), BLACK),
    ],
)
def test_picture_is_read_in_its_space(picture: pikepdf.Object, inks: Sequence[float] | None) -> None:
    """A picture in the inks is told with them, one of the screen or one that is broken without."""
    assert [inks] == [mark.inks for mark in marks("q 9 0 0 9 0 0 cm /X Do Q", XObject_X=picture)]


def test_photograph_is_opened() -> None:
    """A JPEG of four inks is looked into."""
    out = BytesIO()
    Image.new("CMYK", (8, 8), (255, 255, 255, 255)).save(out, "JPEG")
    photo = image(out.getvalue(), Name.DeviceCMYK, 8, 8)
    photo.write(out.getvalue(), filter=Name.DCTDecode)
    (mark,) = marks("q 9 0 0 9 0 0 cm /X Do Q", XObject_X=photo)
    assert mark.inks is not None
    assert 3.9 < sum(mark.inks)


def test_stencil_is_printed_in_the_colour_of_the_page() -> None:
    """An image mask has no colour of its own."""
    stencil = stream(b"\xff", Subtype=Name.Image, ImageMask=True, Width=1, Height=1, BitsPerComponent=1)
    (mark,) = marks("1 0 0 0 k q 72 0 0 72 0 0 cm /X Do Q", XObject_X=stencil)
    assert (Kind.PICTURE, (1.0, 0.0, 0.0, 0.0), 1.0) == (mark.kind, mark.inks, mark.resolution)


def test_picture_in_the_content_is_not_waved_through() -> None:
    """An inline image is told, since it is not read."""
    assert [None] == [mark.inks for mark in marks("BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI")]


@pytest.mark.parametrize(("parts", "plain"), [(1, True), (4, True), (3, False)])
def test_profiles_are_told_by_their_parts(parts: int, plain: bool) -> None:
    """A profile of one part or of four is of the inks, one of three is of a screen."""
    space = Array([Name.ICCBased, stream(b"", N=parts)])
    values = " ".join(["1"] * parts)
    (mark,) = marks(f"/S cs {values} scn 0 0 9 9 re f", ColorSpace_S=space)
    assert plain is (mark.inks is not None)
    assert plain is (mark.space == "")


def test_space_that_is_not_given_is_none_of_the_inks() -> None:
    """A picture without a colour space is told."""
    assert not read_space(None).plain
