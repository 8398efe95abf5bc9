"""A picture is looked at dot by dot: what is drawn upon it is told, and what programs do at edges is not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFilter

from clearfold.proof.expect.drawn_pictures import drawn_picture
from clearfold.proof.page.close_up import Standing
from clearfold.proof.page.page_model import CELLS, EVERYWHERE, Box, Colour, Dots, Patch, Seen

FRAME = Box(0, 0, 240, 160)  # points; the picture has two dots to each
WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that shows a picture in the whole of its frame."""

    image: Image.Image

    def seen(self, page: int, frame: Box, parts: Sequence[Box], times: int = 1, *, smooth: bool = True) -> Seen:
        grid = self.image.resize((CELLS, CELLS), Image.Resampling.BOX).tobytes()
        return Seen(tuple(grid for _ in parts), (WHITE,))

    def dots(
        self, page: int, frame: Box, part: Box, most: tuple[int, int], times: int = 1, *, smooth: bool = True
    ) -> Dots:
        return Dots(*most, self.image.resize(most, Image.Resampling.BOX).tobytes())

    def patch(self, page: int, box: Box) -> Patch:
        raise NotImplementedError

    def codes(self, page: int) -> tuple[str, ...]:
        raise NotImplementedError

    def ink(self, page: int, box: Box) -> Colour | None:
        raise NotImplementedError


def picture() -> Image.Image:
    """Return a picture with soft and sharp edges, and a grain."""
    image = Image.radial_gradient("L").resize((480, 320)).convert("RGB")
    pen = ImageDraw.Draw(image)
    pen.rectangle((300, 40, 460, 120), fill=(200, 30, 30))
    pen.line((20, 300, 460, 180), fill=(20, 60, 200), width=3)
    return Image.blend(image, Image.frombytes("RGB", (480, 320), Random(1).randbytes(3 * 480 * 320)), 0.15)


def moved(image: Image.Image) -> Image.Image:
    """Return a picture that is drawn a dot further to the right, and up."""
    made = image.copy()
    made.paste(image, (1, -1))
    return made


def seamed(image: Image.Image) -> Image.Image:
    """Return a picture with a dark line, a dot wide, where a gradient ends."""
    made = image.copy()
    ImageDraw.Draw(made).line((470, 30, 470, 300), fill=(0, 0, 0))
    return made


CHANGED: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as it is": lambda image: image,
    "blurred": lambda image: image.filter(ImageFilter.GaussianBlur(0.7)),
    "drawn anew in other sizes": lambda image: image.resize((613, 409)).resize((480, 320)),
    "a dot further": moved,
    "with a seam": seamed,
}


def stands(shown: Image.Image, file: Path) -> bool:
    """Say whether a page that shows one picture has that of a file."""
    picture().save(file)
    drawn = drawn_picture(file)
    assert drawn is not None
    return Standing(Page(shown), 0, FRAME, EVERYWHERE).shows(drawn)


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_picture_may_be_drawn_by_another_program(change: Callable[[Image.Image], Image.Image], tmp_path: Path) -> None:
    """Other edges, and a place that is a dot off, are no finding."""
    assert stands(change(picture()), tmp_path / "a.png")


@pytest.mark.parametrize("at", [(60, 60), (240, 160), (400, 260), (350, 60)])
def test_thin_figure_upon_a_picture_is_told(at: tuple[int, int], tmp_path: Path) -> None:
    """A 1 as large as the text is seen, wherever it stands."""
    shown = picture()
    dark = sum(shown.resize((1, 1), Image.Resampling.BOX, box=(*at, at[0] + 8, at[1] + 16)).tobytes()) < 300
    ImageDraw.Draw(shown).line((*at, at[0], at[1] + 16), fill=WHITE if dark else (0, 0, 0), width=3)
    assert not stands(shown, tmp_path / "a.png")
