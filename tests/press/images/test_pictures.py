"""Pictures of every kind are shown on pages, found by their names, or told of in plain words."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from clearfold.model.diagnostic import Location
from clearfold.press.images.find import find, nearly
from clearfold.press.images.for_pages import for_pages
from clearfold.press.images.image_files import picture_faults
from clearfold.press.images.svg_words import svg_words

GREY = Image.linear_gradient("L")


def saved(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


def test_grey_of_sixteen_bits_is_made_grey_of_eight() -> None:
    """Black stays black, white stays white, and what lies between as light as it was."""
    deep = GREY.convert("I").point(lambda value: value * 257).convert("I;16")
    with Image.open(BytesIO(for_pages(saved(deep, "PNG")))) as shown:
        assert ("L", GREY.tobytes()) == (shown.mode, shown.tobytes())


def test_picture_of_inks_is_made_one_of_light() -> None:
    """PDF/A admits no inks beside sRGB."""
    with Image.open(BytesIO(for_pages(saved(GREY.convert("CMYK"), "JPEG")))) as shown:
        assert ("PNG", "RGB", GREY.size) == (shown.format, shown.mode, shown.size)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_other_pictures_stay_as_they_are(mode: str) -> None:
    """What pages can show keeps its bytes."""
    data = saved(GREY.convert(mode), "PNG")
    assert data == for_pages(data)


@pytest.mark.parametrize(
    "written", ["My%20garden.png", "My garden.png", "\u00e9t\u00e9.png", "e\u0301te\u0301.png", "%C3%A9t%C3%A9.png"]
)
def test_names_are_found_as_people_write_them(tmp_path: Path, written: str) -> None:
    """A space may be written as in addresses, and an accent as one character or as two."""
    for name in ("My garden.png", unicodedata.normalize("NFD", "été.png")):
        (tmp_path / name).write_bytes(b"")
    assert find(tmp_path / written).is_file()


@pytest.mark.parametrize("written", ["photo.jpg", "Photo.JPG", "photo.png"])
def test_name_that_was_meant_is_told(tmp_path: Path, written: str) -> None:
    """Other capitals, or another ending, are told with the name that the file has."""
    (tmp_path / "Photo.jpg").write_bytes(b"")
    assert "Photo.jpg" == nearly(tmp_path / written)


@pytest.mark.parametrize(
    ("expected", "name", "data"),
    [
        ("of another kind than its name says: PNG", "a.jpg", saved(GREY, "PNG")),
        ("of another kind than its name says: WebP", "a.png", saved(GREY, "WEBP")),
        ("of another kind than its name says: HEIC", "a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0"),
        ("is no whole PNG: it is broken, or was cut off", "a.png", saved(GREY, "PNG")[:90]),
    ],
)
def test_picture_that_cannot_be_shown_is_told_plainly(tmp_path: Path, expected: str, name: str, data: bytes) -> None:
    """What a picture is, and not what a library stumbled over."""
    path = tmp_path / name
    path.write_bytes(data)
    (fault,) = picture_faults(path, name, Location(path))
    assert fault.fact.endswith(expected)


@pytest.mark.parametrize(
    ("expected", "drawing"),
    [
        (
            ("left atrium", "aorta"),
            "<text>left <tspan>atrium</tspan></text><g><text> aorta </text></g><text>aorta</text>",
        ),
        ((), "<title>Heart</title><desc>A heart</desc><text display='none'>x</text>"),
        (("used",), "<defs><text id='u'>used</text></defs><use href='#u'/>"),
    ],
)
def test_words_of_a_drawing(expected: tuple[str, ...], drawing: str) -> None:
    """Each text that may be drawn is told once; what describes the drawing, or is hidden, is not drawn."""
    assert expected == svg_words(f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode())
