"""What a page draws with is turned into inks, once, wherever the page names it."""

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from clearfold.press.pdf.render_error import RenderError
from clearfold.press.print.separated_resources import Separated


def named(**entries: object) -> DictionaryObject:
    made = DictionaryObject()
    for key, value in entries.items():
        made[NameObject(f"/{key}")] = value if isinstance(value, PdfObject) else _made(value)
    return made


def _made(value: object) -> PdfObject:
    if isinstance(value, str):
        return NameObject(f"/{value}")
    if isinstance(value, list):
        return ArrayObject(FloatObject(part) for part in value)
    return NumberObject(str(value))


def drawn(data: bytes, writer: PdfWriter, **entries: object) -> PdfObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    stream.update(named(**entries))
    return writer._add_object(stream)


def at(value: object, *path: str | int) -> object:
    """Return what stands at the end of a path of keys and places."""
    for step in path:
        assert isinstance(value, DictionaryObject | ArrayObject)
        value = value[step].get_object()  # type: ignore[index]
    return value


def page_of(writer: PdfWriter, **resources: DictionaryObject) -> DictionaryObject:
    """Turn a page with those resources, and return them."""
    page = writer.add_blank_page(300, 300)
    page[NameObject("/Resources")] = named(**resources)
    separated = Separated(writer, overprint=False)
    assert b"" == separated.page(page)
    separated.finish()
    found = page["/Resources"]
    assert isinstance(found, DictionaryObject)
    return found


def gradient(one: list[float], two: list[float], space: str = "DeviceRGB") -> DictionaryObject:
    function = named(FunctionType=2, N=1, C0=one, C1=two)
    stitched = named(FunctionType=3, Functions=ArrayObject([function]))
    return named(ShadingType=2, ColorSpace=space, Function=stitched)


def test_gradient_goes_between_inks() -> None:
    """Both ends of a gradient are turned, in a pattern and by itself."""
    writer = PdfWriter()
    pattern = named(PatternType=2, Shading=gradient([1, 1, 1], [0, 0, 0]))
    alone = gradient([1, 1, 1], [0, 0, 0])
    page_of(writer, Pattern=named(P=pattern), Shading=named(S=alone))
    for shading in (at(pattern, "/Shading"), alone):
        assert "/DeviceCMYK" == at(shading, "/ColorSpace")
        ends = [at(shading, "/Function", "/Functions", 0, end) for end in ("/C0", "/C1")]
        assert [[0, 0, 0, 0], [0, 0, 0, 1]] == ends


def test_gradient_by_a_table_is_refused() -> None:
    """A function that is a table of samples is not one that WeasyPrint writes, and is not guessed at."""
    shading = named(ShadingType=2, ColorSpace="DeviceRGB", Function=named(FunctionType=0))
    with pytest.raises(RenderError, match="by a table"):
        page_of(PdfWriter(), Shading=named(S=shading))


def test_gradient_of_a_mask_stays_grey() -> None:
    """A mask says how much is seen; its gradient is of greys, and its group is blended in greys."""
    writer = PdfWriter()
    inner = named(Shading=named(S=gradient([1, 1, 1], [0, 0, 0])))
    group = named(S="Transparency", CS="DeviceRGB")
    mask = drawn(b"/S sh", writer, Subtype="Form", Resources=inner, Group=group)
    found = page_of(writer, ExtGState=named(G=named(SMask=named(S="Luminosity", G=mask))))
    form = at(found, "/ExtGState", "/G", "/SMask", "/G")
    shading = at(form, "/Resources", "/Shading", "/S")
    assert "/DeviceGray" == at(form, "/Group", "/CS")
    assert "/DeviceGray" == at(shading, "/ColorSpace")
    assert [1] == at(shading, "/Function", "/Functions", 0, "/C0")


def test_picture_of_sixteen_bits_is_refused() -> None:
    """What cannot be turned stops the edition, with what to do."""
    writer = PdfWriter()
    picture = drawn(b"\0" * 6, writer, Subtype="Image", ColorSpace="DeviceRGB", BitsPerComponent=16, Width=1, Height=1)
    with pytest.raises(RenderError, match="save it as 8 bits"):
        page_of(writer, XObject=named(X=picture))


def test_stencil_has_no_colour_to_turn() -> None:
    """An image mask stays as it is; so does what is no stream at all."""
    writer = PdfWriter()
    stencil = drawn(
        b"\xff", writer, Subtype="Image", ImageMask=BooleanObject(True), BitsPerComponent=1, Width=1, Height=1
    )
    found = page_of(writer, XObject=named(X=stencil, Y=named(Subtype="Form")))
    kept = at(found, "/XObject", "/X")
    assert isinstance(kept, StreamObject)
    assert b"\xff" == kept.get_data()
