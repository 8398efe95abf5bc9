"""Photographs are shown in part as their writers ask, in print and on screens, and no other part is proven."""

from pathlib import Path

import pytest
from PIL import Image

from clearfold.pipeline.building.build import build
from clearfold.pipeline.checking.check import check
from clearfold.press.images.cropping import crop_in, crop_of, cropped

BLUE, GREEN, RED = (20, 40, 160), (20, 120, 40), (160, 20, 30)
FRONT = "---\ntitle: The flag\nlang: en\n---\n\nIt hangs here.\n\n"
TURNED = 6  # a camera that was held upright: EXIF 3.0, 4.6.5.1.6


def flag(path: Path, *, turned: bool = False) -> Path:
    """Save three bands, blue above green above red, each with light lines across it, 900 dots wide and 1,500 high."""
    image = Image.new("RGB", (900, 1500))
    for at, colour in enumerate((BLUE, GREEN, RED)):
        image.paste(colour, (0, 500 * at, 900, 500 * (at + 1)))
        for line in range(60, 900, 90 + 40 * at):
            image.paste((240, 230, 200), (line, 500 * at, line + 30, 500 * (at + 1)))
    notes = Image.Exif()
    notes[0x0112] = TURNED if turned else 1
    kept = image.transpose(Image.Transpose.ROTATE_90) if turned else image
    kept.save(path, quality=95, exif=notes)
    return path


@pytest.mark.parametrize(
    ("said", "size", "colour"),
    [("square top", (900, 900), BLUE), ("16:9", (900, 506), GREEN), ("3:2 Bottom", (900, 600), RED)],
)
@pytest.mark.parametrize("turned", [False, True])
def test_part_is_the_one_that_is_asked_for(
    tmp_path: Path, said: str, size: tuple[int, int], colour: tuple[int, int, int], turned: bool
) -> None:
    """It has the shape, and what is kept, of the picture as it is seen."""
    crop = crop_of(said)
    assert crop is not None
    data = cropped(flag(tmp_path / "flag.jpg", turned=turned).read_bytes(), crop)
    (tmp_path / "part.jpg").write_bytes(data)
    with Image.open(tmp_path / "part.jpg") as part:
        seen = part.getpixel((5, part.height // 2))
        assert isinstance(seen, tuple)
        assert (size, True) == (part.size, all(abs(one - other) < 12 for one, other in zip(seen, colour, strict=True)))


@pytest.mark.parametrize("said", ["square", "16:9 top", "2:3 left", "3:2 centre"])
def test_classes_say_the_crop(said: str) -> None:
    """What style sheets know a crop by says all of it."""
    crop = crop_of(said)
    assert crop is not None
    assert crop == crop_in(("beside", *crop.classes))


@pytest.mark.parametrize("said", ["", "wide", "16:10", "top", "square top left", "square middle"])
def test_other_words_are_no_crop(said: str) -> None:
    """A shape that is not in the list, or two parts at once, crop nothing."""
    assert crop_of(said) is None


@pytest.mark.slow("builds two editions, and proves one against two copies")
def test_only_the_part_that_is_asked_for_is_proven(tmp_path: Path) -> None:
    """A copy that asks for another part, or for all of the picture, is not what the pages show."""
    (tmp_path / "images").mkdir()
    flag(tmp_path / "images/flag.jpg")
    copy, out = tmp_path / "en.md", tmp_path / "build"
    picture = "![Three bands](images/flag.jpg)"
    copy.write_text(f'{FRONT}{picture}{{crop="16:9 top"}}\n', "utf-8")
    (built,) = build([copy], out, ["large-print", "web"])
    assert built.folder is not None
    for other in (f'{picture}{{crop="16:9 bottom"}}', picture):
        copy.write_text(f"{FRONT}{other}\n", "utf-8")
        found = {one.code for report in check([built.folder], copy) for one in report.diagnostics}
        assert found >= {"PDF-010", "WEB-013"}
