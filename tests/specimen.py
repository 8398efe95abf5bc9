"""Hold every page of the specimen, docs/specimen, against the picture of it that somebody has looked at.

    python -m tests.specimen            tells which pages look otherwise; both pictures are put into build/specimen
    python -m tests.specimen --accept   takes the pages as they are now: look at them first

A picture of an edition holds all of its pages, small. Pages of an e-book are set for a telephone, as a reading system
might show them. Some pixels may differ: fonts are drawn a little otherwise on other systems.
"""

import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from clearfold.model.media_types import EPUB
from clearfold.model.source import read_source
from clearfold.press.edition import Edition, Output
from clearfold.press.editions import EDITIONS
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.proof.readers.epub.file import open_epub

ROOT = Path(__file__).parents[1]
COPY = ROOT / "docs/specimen/en.md"
PICTURES = ROOT / "docs/pictures"
SHOWN = ("large-print", "large-print-a5", "giant-print", "accessible", "epub")
WIDTH = 180  # pixels of a page
COLUMNS = 8
GROUND = 96  # grey between the pages
GAP = 6
COLOURS = 96
FAR = 60  # of 255, by which a pixel differs that is seen
MOST = 0.0004  # of a page's pixels that may
TELEPHONE = "@page { size: 90mm 150mm; margin: 5mm } html { font: 12pt Atkinson, Noto } "
FONTS = {"Atkinson": "AtkinsonHyperlegibleNext", "Noto": "NotoSans"}


def picture_of(name: str) -> Image.Image:
    """Return the picture of an edition as it is made now."""
    return _sheet(list(_pages(name)))


def differing(name: str) -> list[int]:
    """Return the pages, from 1, of an edition that do not look as in its picture; 0 where their number is another."""
    known, made = Image.open(PICTURES / f"specimen-{name}.png").convert("RGB"), picture_of(name)
    if known.size != made.size:
        return [0]
    pages = list(_pages(name))
    return [n for n, (box, _) in enumerate(_places(pages), 1) if differs(known.crop(box), made.crop(box))]


def differs(one: Image.Image, two: Image.Image) -> bool:
    """Say whether two pictures of a size differ by more than other systems draw fonts."""
    soft = [image.convert("L").filter(ImageFilter.GaussianBlur(1)) for image in (one, two)]
    far = ImageChops.difference(*soft).histogram()[FAR:]
    return sum(far) > MOST * one.width * one.height


@cache
def _outputs() -> dict[str, Output]:
    leaflet = read_leaflet(read_source(COPY))
    made: dict[str, Output] = {}
    for edition in EDITIONS:
        if edition.name in SHOWN:
            made[edition.name] = edition.write(leaflet, edition, _needed(edition, leaflet, made))
    return made


def _needed(edition: Edition, leaflet: Leaflet, made: dict[str, Output]) -> tuple[Output, ...]:
    return tuple(made[name] for name in edition.needs)


def _pages(name: str) -> Iterator[Image.Image]:
    output = _outputs()[name]
    for data in _book(output.data) if output.media_type == EPUB else [output.data]:
        for page in pypdfium2.PdfDocument(BytesIO(data)):
            yield page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")


@cache
def _book(data: bytes) -> tuple[bytes, ...]:
    """Return the documents of a book as pages of a telephone."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: {family}; font-weight: {weight}; "
        f"src: url({(ROOT / 'styles/fonts' / f'{file}-{weight}.ttf').as_uri()}) }}"
        for family, file in FONTS.items()
        for weight in (400, 700)
    )
    looks = CSS(string=TELEPHONE + faces, font_config=fonts)
    with TemporaryDirectory() as folder:
        ZipFile(BytesIO(data)).extractall(folder)
        documents = [HTML(filename=Path(folder) / path) for path in open_epub(data).spine]
        return tuple(document.write_pdf(stylesheets=[looks], font_config=fonts) for document in documents)


def _places(pages: list[Image.Image]) -> Iterator[tuple[tuple[int, int, int, int], Image.Image]]:
    high = max(page.height for page in pages)
    for number, page in enumerate(pages):
        row, column = divmod(number, COLUMNS)
        left, top = GAP + column * (WIDTH + GAP), GAP + row * (high + GAP)
        yield (left, top, left + page.width, top + page.height), page


def _sheet(pages: list[Image.Image]) -> Image.Image:
    places = list(_places(pages))
    size = (GAP + COLUMNS * (WIDTH + GAP), GAP + max(box[3] for box, _ in places))
    sheet = Image.new("RGB", size, (GROUND, GROUND, GROUND))
    for box, page in places:
        sheet.paste(page, box[:2])
    return sheet


def _accept() -> None:
    for name in SHOWN:
        small = picture_of(name).quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(PICTURES / f"specimen-{name}.png", optimize=True)


def _tell() -> int:
    """Tell of the pages that look otherwise, and put the pictures where they can be compared."""
    folder, found = ROOT / "build/specimen", 0
    for name in SHOWN:
        if pages := differing(name):
            found += 1
            folder.mkdir(parents=True, exist_ok=True)
            picture_of(name).save(folder / f"{name}-new.png")
            (folder / f"{name}-known.png").write_bytes((PICTURES / f"specimen-{name}.png").read_bytes())
            what = "another number of pages" if pages == [0] else f"pages {', '.join(map(str, pages))}"
            print(f"{name}: {what} look otherwise: {folder}/{name}-known.png and -new.png")
    return int(bool(found))


if __name__ == "__main__":
    if "--accept" in sys.argv[1:]:
        _accept()
    else:
        sys.exit(_tell())
