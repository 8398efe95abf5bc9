"""Draw the README's pictures from the built editions: pages side by side on grey, as they come from the printer.

    python docs/pictures/make.py build/car-t-cell/nl-BE

Needs pypdfium2 and Pillow.
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
GAP, GREY = 14, (112, 112, 112)


def sheet(pdf: Path, pages: tuple[int, ...], columns: int, width: int, target: Path) -> None:
    """Draw some pages (counted from 1) in rows, each as wide as given in pixels."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = [document[n - 1].render(scale=2 * width / document[n - 1].get_width()).to_pil() for n in pages]
    images = [
        image.convert("RGB").resize((width, image.height * width // image.width), Image.Resampling.LANCZOS)
        for image in drawn
    ]
    height = images[0].height
    rows = -(-len(images) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GREY)
    for index, image in enumerate(images):
        whole.paste(image, (GAP + index % columns * (width + GAP), GAP + index // columns * (height + GAP)))
    whole.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


def main(folder: Path) -> None:
    """Draw both pictures."""
    (large,) = folder.glob("*-large-print.pdf")
    (screen,) = folder.glob("*-accessible.pdf")
    sheet(large, (1, 2, 3, 4, 5, 7, 8, 13), 4, 380, HERE / "large-print.png")
    sheet(screen, (1, 4, 6), 3, 510, HERE / "accessible.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
