"""A picture with too few dots for its size in print is told, with the size at which it is sharp."""

from pathlib import Path

import pytest
from PIL import Image

from clearfold.model.diagnostic import Location
from clearfold.press.images.sharpness import BESIDE, IN_TEXT, ON_COVER, WITHIN, Room, coarse


def told(folder: Path, size: tuple[int, int], room: Room, turned: int = 1) -> str:
    notes = Image.Exif()
    notes[0x0112] = turned
    image = Image.linear_gradient("L").resize(size)
    image.save(folder / "a.jpg", exif=notes)
    found = tuple(coarse(folder / "a.jpg", "a.jpg", Location(folder / "en.md", 7), room))
    assert all(one.location.line == 7 for one in found)
    return " ".join(f"{one.fact} {one.hint}" for one in found)


def test_size_is_told_with_the_one_at_which_it_is_sharp(tmp_path: Path) -> None:
    """Of 640 dots over 160 mm there are 101 an inch; at 81 mm there are 200."""
    found = told(tmp_path, (640, 480), IN_TEXT)
    assert "640 × 480 dots, and is printed 160 × 120 mm large: 101 dots an inch" in found
    assert found.endswith("with at least 1,260 × 945 dots; this one is sharp up to 81 × 60 mm")


@pytest.mark.parametrize(
    ("size", "room"),
    [((1300, 975), IN_TEXT), ((700, 1040), IN_TEXT), ((450, 300), BESIDE), ((1700, 1000), ON_COVER)],
)
def test_picture_of_enough_dots_is_not_told(tmp_path: Path, size: tuple[int, int], room: Room) -> None:
    """As large as it is shown: over the width, as high as a figure may be, beside the text, on the whole cover."""
    assert "" == told(tmp_path, size, room)


def test_camera_that_was_held_upright_counts(tmp_path: Path) -> None:
    """A picture is measured as it is seen, and not as it is stored."""
    assert "" == told(tmp_path, (1040, 700), IN_TEXT, turned=6)


def test_picture_in_a_sentence_is_not_enlarged(tmp_path: Path) -> None:
    """It has 96 dots an inch, as on a screen."""
    assert "26 × 26 mm large: 96 dots an inch" in told(tmp_path, (100, 100), WITHIN)


def test_plain_colour_is_sharp_at_any_size(tmp_path: Path) -> None:
    """Nothing in it can be blurred."""
    Image.new("RGB", (2, 2), "navy").save(tmp_path / "a.png")
    assert () == tuple(coarse(tmp_path / "a.png", "a.png", Location(tmp_path), IN_TEXT))
