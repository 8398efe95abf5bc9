"""Pictures of few dots, as icons are: printed large they raise nothing, and another one in their place is told."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageOps

from tests.faults.goods import Good, built
from tests.faults.tagged import saved

CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "in a mirror": ImageOps.mirror,
    "upside down": ImageOps.flip,
    "in other colours": ImageOps.invert,
    "a row further": lambda image: image.transform(image.size, Image.Transform.AFFINE, (1, 0, 0, 0, 1, 4)),
}


def icon(wide: int, high: int) -> Image.Image:
    """Return an arrow with hard edges and single dots, on nothing."""
    image = Image.new("RGBA", (wide, high))
    pen = ImageDraw.Draw(image)
    pen.polygon(((0, high // 2), (wide // 2, 0), (wide // 2, high - 1)), fill=(190, 20, 20, 255))
    pen.rectangle((wide // 2, high // 3, wide - 2, high // 2), fill=(20, 90, 30, 255))
    for at in range(0, wide, 3):
        image.putpixel((at, high - 1), (0, 0, 0, 255))
    return image


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> tuple[Good, ...]:
    folder = tmp_path_factory.mktemp("icons")
    lines = ["---", "title: Icons", "lang: en", "---", ""]
    for wide, high in ((7, 5), (16, 16), (22, 22), (64, 20), (35, 38), (48, 91)):
        icon(wide, high).save(folder / f"{wide}.png")
        lines += [f"Icon {wide} stands here.", "", f"![icon {wide}]({wide}.png)", ""]
    for width in (35, 48):
        lines += [f"A square of {width}.", "", f'![part of icon {width}]({width}.png){{crop="square"}}', ""]
    (folder / "en.md").write_text("\n".join(lines), "utf-8")
    return tuple(good for good in built(folder / "en.md", ("large-print", "accessible")) if good.edition)


def changed(data: bytes, width: int, change: Callable[[Image.Image], Image.Image]) -> bytes:
    """Return a PDF with the dots of its picture of a width changed; not where it is seen through."""
    pdf = pikepdf.open(BytesIO(data))
    image = next(one for page in pdf.pages for one in page.get_images().values() if one.Width == width)
    dots = Image.frombytes("RGB", (int(image.Width), int(image.Height)), image.read_bytes())
    image.write(change(dots).tobytes())
    return saved(pdf)


def test_small_pictures_raise_nothing(goods: tuple[Good, ...]) -> None:
    assert [good.told(good.data) for good in goods] == [(), ()]


@pytest.mark.parametrize("width", [16, 22, 64])
@pytest.mark.parametrize("name", CHANGES)
def test_change_of_a_small_picture_is_told(name: str, width: int, goods: tuple[Good, ...]) -> None:
    accessible = goods[-1]
    assert "PDF-010" in {found.code for found in accessible.told(changed(accessible.data, width, CHANGES[name]))}
