"""Measure what our own structure tree costs: the same pages with it and with WeasyPrint's stock tags, in turn.

    python tests/bench/tagging.py content/car-t-cell/nl-BE.md tests/cases/long/garden/en.md

Prints, for each copy, the medians in seconds and their ratio. One process and one warm-up, so that imports count for
neither.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from clearfold.press.copy import read_leaflet
from clearfold.press.edition import page, styles_folder
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.leaflet import Leaflet, Picture
from clearfold.press.wide_tables import stack_wide_tables
from clearfold.press.writers.paged import keep_whole, write_pdf
from clearfold.source import read_source

RUNS = 7


def stock(leaflet: Leaflet) -> bytes:
    """Return the large-print PDF with the tags that WeasyPrint makes by itself."""

    def address(picture: Picture | None) -> str:
        return picture.path.as_uri() if picture else ""

    wide = stack_wide_tables(leaflet, LARGE_PRINT.line)
    logo, cover = address(leaflet.publisher.logo), address(leaflet.metadata.cover)
    html = keep_whole(page(wide, LARGE_PRINT, logo=logo, cover=cover))
    fonts = FontConfiguration()
    sheets = [CSS(styles_folder() / name, font_config=fonts) for name in LARGE_PRINT.style_sheets]
    base = f"{leaflet.source.path.resolve().parent.as_uri()}/"
    options = {"font_config": fonts, "stylesheets": sheets, "presentational_hints": True, "output_intent": "srgb"}
    made: bytes = HTML(string=html, base_url=base).render(**options).write_pdf(pdf_tags=True, output_intent="srgb")
    return made


def seconds(make: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = time.perf_counter()
    make()
    return time.perf_counter() - start


def main(paths: list[Path]) -> None:
    """Measure every copy and print a line for each."""
    for path in paths:
        leaflet = read_leaflet(read_source(path))
        ours: Callable[[], object] = lambda: write_pdf(leaflet, LARGE_PRINT)  # noqa: B023, E731 -- called at once
        theirs: Callable[[], object] = lambda: stock(leaflet)  # noqa: B023, E731 -- called at once
        seconds(ours), seconds(theirs)
        times = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
        one, two = (statistics.median(column) for column in zip(*times, strict=True))
        ratio = statistics.median(a / b for a, b in times)
        print(f"{path}: {one:.3f} s with our tree, {two:.3f} s with stock tags, ratio {ratio:.3f}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
