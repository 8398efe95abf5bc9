"""Draw the pictures of the documents from built editions: pages side by side on grey, as they come from the printer.

    python docs/pictures/make.py build

The folder holds the example leaflet and those of tests/cases/long and tests/cases/flyer, in every edition, and in its
own folder brochures three more on A5 (`nox -s pictures` builds them). Needs pypdfium2 and Pillow.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
GAP, GREY = 14, (112, 112, 112)
# Pages of the README, counted from 1: of brochures on A5, four covers above four pages, by leaflet; and of the PDF for
# screens; how wide each is in pixels.
COVERS = (("car-t-cell", 1), ("whole-german", 1), ("whole-french", 1), ("whole-english", 1))
INSIDE = (("car-t-cell", 9), ("whole-german", 5), ("whole-french", 7), ("whole-english", 20))
BROCHURE, SCREEN = 380, 510
ON_SCREEN = (1, 4, 6)
SHEET = 1240  # the width of a contact sheet, in pixels
LEAST = 105  # the width of a page on it


def pages(pdf: Path, wanted: Sequence[int], width: int) -> list[Image.Image]:
    """Return pages as pictures, each as wide as given in pixels."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = [document[n - 1].render(scale=2 * width / document[n - 1].get_width()).to_pil() for n in wanted]
    return [
        image.convert("RGB").resize((width, image.height * width // image.width), Image.Resampling.LANCZOS)
        for image in drawn
    ]


def sheet(images: Sequence[Image.Image], columns: int, target: Path, gap: int = GAP) -> None:
    """Write pictures in rows, on grey."""
    width, height = images[0].width, max(image.height for image in images)
    rows = -(-len(images) // columns)
    whole = Image.new("RGB", (columns * (width + gap) + gap, rows * (height + gap) + gap), GREY)
    for index, image in enumerate(images):
        whole.paste(image, (gap + index % columns * (width + gap), gap + index // columns * (height + gap)))
    whole.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


def contact_sheet(pdf: Path, target: Path) -> None:
    """Write every page of a file on one sheet."""
    document = pypdfium2.PdfDocument(pdf)
    count, wide = len(document), document[0].get_width() > document[0].get_height()
    columns = min(count, 5 if wide else 8 if count <= 32 else SHEET // (LEAST + GAP // 2))
    width = min(SHEET // columns - GAP // 2, 560)
    sheet(pages(pdf, range(1, count + 1), width), columns, target, GAP // 2)


def main(folder: Path) -> None:
    """Draw all pictures."""
    shown = [
        pages(next(folder.glob(f"**/{name}-*-large-print-a5.pdf")), [n], BROCHURE)[0] for name, n in COVERS + INSIDE
    ]
    sheet(shown, len(COVERS), HERE / "large-print-a5.png")
    (pdf,) = folder.glob("car-t-cell/*/*-accessible.pdf")
    sheet(pages(pdf, ON_SCREEN, SCREEN), len(ON_SCREEN), HERE / "accessible.png")
    for pdf in sorted(folder.glob("*/*/*.pdf")):
        leaflet, lang = pdf.parent.parent.name, pdf.parent.name
        target = HERE / "sheets" / leaflet / f"{pdf.stem.removeprefix(f'{leaflet}-{lang}-')}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        contact_sheet(pdf, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
