"""A published picture is the copy's where it shows the same, whatever its bytes are; another one is not."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageOps

from clearfold.proof.expect.shown_pictures import shows
from clearfold.proof.readers.picture_data import beside

SCENE = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn).resize((2400, 1500)) for turn in (0, 90, 180)])


def saved(image: Image.Image, **named: object) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=88, **named)
    return out.getvalue()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a photograph of a camera that was held upright."""
    notes = Image.Exif()
    notes[0x0112] = 6
    notes[0x8825] = {1: "N", 2: (51.0, 12.0, 3.0)}
    path = tmp_path_factory.mktemp("pictures") / "a.jpg"
    path.write_bytes(saved(SCENE, exif=notes, comment=b"at home"))
    return path


def upright(file: Path) -> Image.Image:
    with Image.open(file) as image:
        return ImageOps.exif_transpose(image)


def test_upright_and_smaller_is_the_same_picture(file: Path) -> None:
    """The press may turn it and take dots away."""
    small = upright(file)
    small.thumbnail((1600, 1600))
    assert shows(file, saved(small))


@pytest.mark.parametrize(
    "change",
    [
        lambda image: image.transpose(Image.Transpose.ROTATE_180),
        ImageOps.mirror,
        lambda image: image.resize((800, 1280)),
        lambda image: image.crop((0, 0, 1000, 1600)),
    ],
    ids=["upside down", "in a mirror", "too few dots", "cropped"],
)
def test_another_picture_is_not_the_same(file: Path, change: type) -> None:
    """What is turned otherwise, too coarse, or a part of it is another."""
    assert not shows(file, saved(change(upright(file))))


def test_words_that_are_painted_over_are_seen(file: Path) -> None:
    """A small part that is other than in the copy's file is enough."""
    image = upright(file)
    ImageDraw.Draw(image).rectangle((300, 300, 420, 360), fill="white")
    assert not shows(file, saved(image))


def test_what_a_file_says_beside_its_picture_is_named(file: Path) -> None:
    """The place is told first: it is what can hurt."""
    assert ("where it was taken", "Exif", "a comment") == beside(file.read_bytes())


def test_second_picture_and_what_follows_are_named() -> None:
    """Telephones put films and other pictures behind the end of a photograph."""
    data = saved(SCENE.resize((90, 60)))
    assert ((), ("something behind its end",), ("another picture",)) == tuple(
        map(beside, (data, data + b"film", data + data))
    )
