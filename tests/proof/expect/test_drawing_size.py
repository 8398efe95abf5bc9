"""The size that a drawing gives itself, and the canvas on which it is drawn whole."""

from io import BytesIO

import pytest
from PIL import Image
from resvg_py import svg_to_bytes

from clearfold.proof.expect.drawing_size import read_drawing


def drawing(attributes: str) -> bytes:
    """Return a drawing that is red to its last edge."""
    red = '<rect width="999" height="999" fill="#f00"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{red}</svg>'.encode()


@pytest.mark.parametrize(
    ("attributes", "ratio"),
    [
        ('width="30.6" height="20.4"', 1.5),
        ('width="3cm" height="20mm"', 1.5),
        ('viewBox="0,0 30 20"', 1.5),
        ('width="60" viewBox="0 0 30 20"', 1.5),
        ('width="100%" height="100%" viewBox="5 5 30 20"', 1.5),
        ('width="1in" height="36pt"', 2.0),
        ('viewBox="0 0 wide 20"', 0.0),
        ("", 0.0),
    ],
)
def test_ratio_of_a_drawing(attributes: str, ratio: float) -> None:
    """Units of any kind, a size or a box alone; 0 where nothing tells it."""
    assert read_drawing(drawing(attributes), "a.svg").ratio == pytest.approx(ratio)


@pytest.mark.parametrize(
    "attributes", ['width="30.6" height="20.7"', 'viewBox="0 0 7.5 3.4"', 'width="9.1" height="70"']
)
def test_canvas_has_whole_pixels(attributes: str) -> None:
    """No part of a pixel is cut off, nor left empty, at any edge."""
    made = svg_to_bytes(svg_string=read_drawing(drawing(attributes), "a.svg").on_canvas(96))
    image = Image.open(BytesIO(made))
    assert 96 == max(image.size)
    assert {(255, 0, 0, 255)} == {colour for _, colour in image.convert("RGBA").getcolors() or []}


def test_box_of_another_shape_keeps_its_room() -> None:
    """A square box stands in the middle of a wide drawing, as its file wants it."""
    square = drawing('width="40" height="20" viewBox="0 0 9 9"').replace(b"999", b"9")
    image = Image.open(BytesIO(svg_to_bytes(svg_string=read_drawing(square, "a.svg").on_canvas(96)))).getchannel("A")
    assert [0, 255, 0] == [image.getpixel((x, 24)) for x in (12, 48, 84)]
