"""How fast we are, as ratios to others on the same machine in the same minutes: `nox -s bench`, or a part of it.

Run from the repository: ``python -m tests.bench [PART …] [--rounds N] [--leaflets N]``, on a quiet machine. What is
compared takes turns, and the median of the rounds counts. A tool that is not there is “not run”.
"""

import argparse
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from clearfold.model.source import read_source
from clearfold.press.design.style_sheets import styles_folder
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.leaflet import Picture
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.page import page
from tests.bench_many import batch, growth
from tests.bench_timing import STANDARD, Run, clearfold, command, medians, table
from tests.bench_warm import edits

ROOT = Path(__file__).parents[1]
COPY = ROOT / "content/car-t-cell/nl-BE.md"


def main() -> None:
    """Print every part that is asked for, all of them where none is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--leaflets", type=int, default=200)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        for name in options.parts or PARTS:
            print(f"\n{name}", flush=True)
            PARTS[name](Path(folder), options)


def cold(folder: Path, options: argparse.Namespace) -> None:
    """Three editions, against what others take for one file of the same words."""
    html, pdf = folder / "page.html", folder / "page.pdf"
    html.write_text(_page(), "utf-8")
    runs: dict[str, Run] = {
        "weasyprint, the large-print page": lambda: command("weasyprint", html, pdf),
        "clearfold, three editions": lambda: clearfold(folder, COPY, "--no-cache", "--no-check", *STANDARD),
        "clearfold, three editions proven": lambda: clearfold(folder, COPY, "--no-cache", *STANDARD),
        **_others(folder),
    }
    table(medians(runs, options.rounds), "weasyprint, the large-print page")


def warm(folder: Path, options: argparse.Namespace) -> None:
    """Nothing changed, against everything made anew; then what follows an edit in a process that is warm."""
    clearfold(folder, COPY, *STANDARD)
    runs: dict[str, Run] = {
        "cold": lambda: clearfold(folder, COPY, "--no-cache", *STANDARD),
        "warm": lambda: clearfold(folder, COPY, *STANDARD),
    }
    table(medians(runs, options.rounds), "cold")
    edits(folder, COPY, options, lambda copy: _others(folder, copy))


def _others(folder: Path, copy: Path = COPY) -> dict[str, Run]:
    plain = folder / "plain.html"
    has = {name: importlib.util.find_spec(name) is not None for name in ("pypandoc", "typst")}
    if not has["pypandoc"]:
        print("  pandoc: not run")
        return {}
    pandoc = import_module("pypandoc").get_pandoc_path()

    def convert(*words: str) -> None:
        subprocess.run([pandoc, copy, "-s", f"--resource-path={copy.parent}", *words], check=True, capture_output=True)

    def weasyprint() -> None:
        convert("-o", str(plain))
        command("weasyprint", plain, folder / "plain.pdf", "--base-url", copy)

    runs: dict[str, Run] = {
        "pandoc + weasyprint": weasyprint,
        "pandoc's EPUB": lambda: convert("-o", str(folder / "plain.epub")),
    }
    if has["typst"]:
        # Typst reads below one folder alone.
        def typst() -> None:
            source = folder / "plain.typ"
            convert("-t", "typst", "-o", str(source), f"--extract-media={folder}")
            words = f"import typst; typst.compile({str(source)!r}, output={str(folder / 'typst.pdf')!r}, root='/')"
            subprocess.run([sys.executable, "-c", words], check=True, capture_output=True)

        runs["pandoc + Typst"] = typst
    else:
        print("  pandoc + Typst: not run")
    return runs


def _page() -> str:
    """Return the large-print page with links to its style sheets, as anybody would give it to WeasyPrint."""
    leaflet = read_leaflet(read_source(COPY))

    def address(picture: Picture | None) -> str:
        return picture.path.as_uri() if picture else ""

    html = page(leaflet, LARGE_PRINT, logo=address(leaflet.publisher.logo), cover=address(leaflet.metadata.cover))
    sheets = (f'<link rel="stylesheet" href="{(styles_folder() / s).as_uri()}"/>' for s in LARGE_PRINT.style_sheets)
    base = f'<base href="{COPY.parent.as_uri()}/"/>'
    return html.replace("</head>", f"{base}{''.join(sheets)}</head>", 1)


PARTS: Mapping[str, Callable[[Path, argparse.Namespace], None]] = {
    "cold": cold,
    "warm": warm,
    "growth": growth,
    "batch": batch,
}

if __name__ == "__main__":
    main()
