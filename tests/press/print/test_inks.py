"""Colours of the screen become inks that a press can print, and letters black alone."""

import pytest
from PIL import Image

from clearfold.press.print.inks import BLACK, MOST, PAPER, Inks, inks, lettering, lights, limited, printed

STEPS = [round(step * 255 / 16) for step in range(17)]


@pytest.mark.parametrize(("light", "black"), [(0.0, 1.0), (0.2, 0.8), (1.0, 0.0)])
def test_grey_is_black_alone(light: float, black: float) -> None:
    """A grey of the screen is a tint of black; black is all of it, and white none."""
    assert (0.0, 0.0, 0.0, black) == inks(light, light, light)


def test_colour_is_mixed_by_the_profile() -> None:
    """Dark blue is mostly cyan with magenta, and yellow is yellow."""
    cyan, magenta, yellow, _ = inks(0x12 / 255, 0x30 / 255, 0x5C / 255)
    assert cyan > magenta > yellow
    cyan, magenta, yellow, black = inks(1, 0.78, 0.17)
    assert yellow > 0.8 > 0.3 > magenta > cyan
    assert 0 == black


def test_no_colour_takes_more_ink_than_the_paper() -> None:
    """Over the whole space of sRGB there are 300 % of ink at most."""
    cube = Image.new("RGB", (17 * 17, 17))
    cube.putdata([(red, green, blue) for blue in STEPS for green in STEPS for red in STEPS])
    made = printed(cube).tobytes()
    assert MOST >= max(sum(made[at : at + 4]) for at in range(0, len(made), 4)) / 255


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((1.0, 1.0, 1.0, 1.0), (0.6666, 0.6666, 0.6666, 1.0)),
        ((0.5, 0.4, 0.3, 0.2), (0.5, 0.4, 0.3, 0.2)),
        (BLACK, BLACK),
    ],
)
def test_too_much_ink_makes_way_for_the_black(given: Inks, kept: Inks) -> None:
    """Inks that an author gives are left as they are, unless there are more than 300 % of them."""
    assert kept == limited(given)


@pytest.mark.parametrize(
    ("colour", "letters"),
    [
        ((0.0, 0.0, 0.0), BLACK),
        ((0.07, 0.19, 0.36), BLACK),
        ((0.35, 0.35, 0.35), BLACK),
        ((1.0, 1.0, 1.0), PAPER),
        ((1.0, 0.78, 0.17), PAPER),
        ((0.62, 0.62, 0.62), PAPER),
    ],
)
def test_letters_are_black_or_paper(colour: tuple[float, float, float], letters: Inks) -> None:
    """Text that is dark enough to be read on paper is black; text that is light enough for a dark ground is paper."""
    assert letters == lettering(*colour)


def test_inks_look_dark_where_there_is_much_of_them() -> None:
    """What inks look like is good enough to tell whether letters are dark."""
    assert (0.0, 0.0, 0.0) == lights(BLACK)
    assert (1.0, 1.0, 1.0) == lights(PAPER)


def test_grey_picture_is_printed_with_black_alone() -> None:
    """A photograph without colour, saved with three, takes one plate; one of four inks stays as it is."""
    assert "L" == printed(Image.new("RGB", (4, 4), (90, 91, 90))).mode
    assert "L" == printed(Image.new("1", (4, 4))).mode
    assert "CMYK" == printed(Image.new("RGB", (4, 4), (90, 20, 90))).mode
    assert (1, 2, 3, 4) == printed(Image.new("CMYK", (4, 4), (1, 2, 3, 4))).getpixel((0, 0))
