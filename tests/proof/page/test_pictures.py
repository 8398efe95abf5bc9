"""A picture is known by a grid of mean colours, in whatever way a program draws its edges."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from clearfold.proof.expect.drawn_pictures import drawn_picture
from clearfold.proof.page.page_model import CELLS, Box, Seen
from clearfold.proof.page.pictures import alike, places

WHITE = (255, 255, 255)
SAVED: dict[str, Callable[[Image.Image], Image.Image]] = {
    "plain.png": lambda image: image,
    "small.jpg": lambda image: image,
    "inks.jpg": lambda image: image.convert("CMYK"),
    "few colours.png": lambda image: image.quantize(16),
    "grey.png": lambda image: image.convert("L").convert("RGB"),
}


def dots() -> Image.Image:
    """Return a picture with a corner of another colour in each place."""
    image = Image.new("RGB", (240, 160), (200, 210, 220))
    pen = ImageDraw.Draw(image)
    pen.ellipse((10, 10, 90, 90), fill=(20, 60, 200))
    pen.rectangle((150, 20, 230, 60), fill=(200, 30, 30))
    pen.rectangle((120, 110, 200, 150), fill=(30, 120, 40))
    return image


def seen(image: Image.Image) -> Seen:
    """Return a page that shows a picture."""
    return Seen((image.convert("RGB").resize((CELLS, CELLS), Image.Resampling.BOX).tobytes(),), (WHITE,))


@pytest.mark.parametrize("name", SAVED)
def test_picture_is_known_in_each_form_of_file(name: str, tmp_path: Path) -> None:
    """A page that shows a picture shows that of the file, whatever the file's kind."""
    made = SAVED[name](dots())
    made.save(tmp_path / name)
    drawn = drawn_picture(tmp_path / name)
    assert drawn is not None
    assert alike(seen(made), drawn)


@pytest.mark.parametrize("turn", [Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM])
def test_picture_that_is_turned_is_another(turn: Image.Transpose, tmp_path: Path) -> None:
    """A picture in a mirror, or upside down, is not the file's."""
    dots().save(tmp_path / "plain.png")
    drawn = drawn_picture(tmp_path / "plain.png")
    assert drawn is not None
    assert not alike(seen(dots().transpose(turn)), drawn)


def test_drawing_stands_on_its_ground(tmp_path: Path) -> None:
    """What a drawing leaves open shows the page behind it."""
    path = tmp_path / "half.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v4h-8z"/></svg>')
    drawn = drawn_picture(path)
    page = Image.new("RGB", (80, 80), (18, 48, 92))
    ImageDraw.Draw(page).rectangle((0, 0, 79, 39), fill=(0, 0, 0))
    assert drawn is not None
    assert alike(Seen(seen(page).places, ((18, 48, 92),)), drawn)


def test_words_of_a_drawing_are_left_to_those_who_read_them(tmp_path: Path) -> None:
    """Letters of a drawing are letters of the page, in a typeface of which its file knows nothing."""
    path = tmp_path / "words.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><text y="30">soil</text></svg>')
    drawn = drawn_picture(path)
    assert drawn is not None
    assert bytes(len(drawn.cells)) == drawn.cells


def test_file_that_is_no_picture_is_compared_with_nothing(tmp_path: Path) -> None:
    """Of a picture that nobody can draw nothing is said here; the press tells of it."""
    (tmp_path / "broken.png").write_bytes(b"no picture")
    (tmp_path / "broken.svg").write_bytes(b"<svg")
    assert [None, None] == [drawn_picture(tmp_path / "broken.png"), drawn_picture(tmp_path / "broken.svg")]


def test_wide_picture_may_stand_at_the_left_of_its_frame() -> None:
    """A frame that is wider than its picture has it at its left, or in its middle."""
    assert (Box(0, 0, 90, 30), Box(0, 0, 30, 30), Box(30, 0, 60, 30)) == places(Box(0, 0, 90, 30), 1.0)
