"""Measure what our structure tree costs: the time to print a long page with it, against WeasyPrint's own tagging.

Run from the repository: ``python tests/press/pdf/tagging_benchmark.py [ROUNDS]``. The two take turns, and the
quickest of the rounds of each counts, as everything else that the machine does only adds to a round. Exits with 1 if
ours takes more than 1.10 times as long.
"""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from clearfold.press.leaflet import PdfProfile

HERE = Path(__file__).parents[1]
BOUND = 1.10
COPIES = 12  # of the pages of trees/, about as long as a leaflet; ids are left out, since they may stand once only
PAGES = ("text", "lists", "tables", "boxes", "over-pages")


def main(rounds: int) -> float:
    """Return the quickest time of ours divided by the quickest of WeasyPrint's."""
    body = "".join((HERE / "trees" / f"{name}.html").read_text(encoding="utf-8") for name in PAGES) * COPIES
    conftest = runpy.run_path(str(HERE / "conftest.py"))
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "square.svg").write_text(conftest["SQUARE"], encoding="utf-8")
        html = f'<!DOCTYPE html><html lang="en"><head><title>-</title></head><body>{body}</body></html>'

        def theirs() -> None:
            fonts = FontConfiguration()
            HTML(string=html, base_url=f"{folder.as_uri()}/").write_pdf(
                stylesheets=[CSS(HERE / "page.css", font_config=fonts)],
                font_config=fonts,
                presentational_hints=True,
                pdf_variant="pdf/ua-1",
                pdf_identifier=True,
                output_intent="srgb",
            )

        def ours() -> None:
            conftest["printed"](body, PdfProfile.ARCHIVE, folder)

        times = [(seconds(theirs), seconds(ours)) for _ in range(rounds + 1)][1:]  # the first round fills caches
    stock, tagged = (min(round_[side] for round_ in times) for side in (0, 1))
    print(f"WeasyPrint's tagging {stock:.3f} s, ours {tagged:.3f} s: {tagged / stock:.3f} times")
    return tagged / stock


def seconds(action: Callable[[], None]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7) > BOUND)
