"""How fast we are, as ratios to others on the same machine in the same minutes: `nox -s bench`, or a part of it.

Run from the repository: ``python tests/bench.py [PART …] [--rounds N] [--leaflets N]``, on a quiet machine. What is
compared takes turns, and the median of the rounds counts. A tool that is not there is “not run”.
"""

import argparse
import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from clearfold.build import cores
from clearfold.press.copy import read_leaflet
from clearfold.press.edition import page
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.leaflet import Picture
from clearfold.press.styles import styles_folder
from clearfold.source import read_source

ROOT = Path(__file__).parents[1]
COPY = ROOT / "content/car-t-cell/nl-BE.md"
STANDARD = ("-e", "large-print", "-e", "accessible", "-e", "epub")
PART = "## Part {0}\n\n" + "Water the plants early, before the sun stands high; look under leaves {0}.\n\n" * 6
Run = Callable[[], None]


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
        "weasyprint, the large-print page": lambda: _command("weasyprint", html, pdf),
        "clearfold, three editions": lambda: _clearfold(folder, "--no-cache", "--no-check", *STANDARD),
        "clearfold, three editions proven": lambda: _clearfold(folder, "--no-cache", *STANDARD),
        **_others(folder),
    }
    _table(_medians(runs, options.rounds), "weasyprint, the large-print page")


def warm(folder: Path, options: argparse.Namespace) -> None:
    """Nothing changed, against everything made anew."""
    _clearfold(folder, *STANDARD)
    runs: dict[str, Run] = {
        "cold": lambda: _clearfold(folder, "--no-cache", *STANDARD),
        "warm": lambda: _clearfold(folder, *STANDARD),
    }
    _table(_medians(runs, options.rounds), "cold")


def growth(folder: Path, options: argparse.Namespace) -> None:
    """Leaflets 1, 4, 16 and 64 times as long, made and proven."""
    runs: dict[str, Run] = {}
    for times in (1, 4, 16, 64):
        copy = folder / f"long-{times}" / "en.md"
        copy.parent.mkdir()
        body = "".join(PART.format(number) for number in range(times))
        copy.write_text(f"---\ntitle: Garden\nlang: en\n---\n\n{body}", "utf-8")
        runs[f"{times} times"] = lambda copy=copy: _clearfold(folder, "--no-cache", *STANDARD, copy=copy)  # type: ignore[misc]
    _table(_medians(runs, options.rounds), "1 times")


def catalogue(folder: Path, options: argparse.Namespace) -> None:
    """Many small leaflets: one process, one a core, and a Dask cluster of two workers; once each, for it takes long."""
    content = folder / "many"
    for number in range(options.leaflets):
        copy = content / f"leaflet-{number}" / "en.md"
        copy.parent.mkdir(parents=True)
        copy.write_text(f"---\ntitle: Leaflet {number}\nlang: en\n---\n\n{PART.format(number)}", "utf-8")
    words = ("--no-cache", *STANDARD)
    runs: dict[str, Run] = {
        "serial": lambda: _clearfold(folder, *words, "--jobs", "1", copy=content),
        f"pool of {cores()}": lambda: _clearfold(folder, *words, copy=content),
    }
    times = {}
    for name, run in runs.items():
        times[name] = _seconds(run)
        # The largest of all processes so far; it stays where memory is flat.
        print(f"  {name}: peak {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB a process")
    if importlib.util.find_spec("distributed"):
        cluster = import_module("distributed").LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
        try:
            address = cluster.scheduler_address
            times["Dask, two workers"] = _seconds(
                lambda: _clearfold(folder, *words, "--scheduler", address, copy=content)
            )
        finally:
            cluster.close()
    else:
        print("  Dask, two workers: not run")
    _table(times, "serial")


def _others(folder: Path) -> Mapping[str, Run]:
    plain = folder / "plain.html"
    has = {name: importlib.util.find_spec(name) is not None for name in ("pypandoc", "typst")}
    if not has["pypandoc"]:
        print("  pandoc: not run")
        return {}
    pandoc = import_module("pypandoc").get_pandoc_path()

    def convert(*words: str) -> None:
        subprocess.run([pandoc, COPY, "-s", f"--resource-path={COPY.parent}", *words], check=True, capture_output=True)

    def weasyprint() -> None:
        convert("-o", str(plain))
        _command("weasyprint", plain, folder / "plain.pdf", "--base-url", COPY)

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


def _clearfold(folder: Path, *words: str, copy: Path = COPY) -> None:
    _command("clearfold", "build", copy, "-o", folder / "build", "-q", *words)


def _command(module: str, *words: str | Path) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, words)], check=True, capture_output=True)


def _seconds(run: Run) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _medians(runs: Mapping[str, Run], rounds: int) -> dict[str, float]:
    """Return the median time of each, all of them taking turns; a tool that fails is named and left out."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            try:
                times[name].append(_seconds(run))
            except subprocess.CalledProcessError as error:
                print(f"  {name}: failed: {error.stderr.decode('utf-8', 'replace').strip()[-200:]}")
    return {name: statistics.median(taken) for name, taken in times.items() if taken}


def _table(times: Mapping[str, float], base: str) -> None:
    for name, taken in times.items():
        print(f"  {name:36} {taken:8.2f} s {taken / times[base]:8.2f} times", flush=True)


PARTS: Mapping[str, Callable[[Path, argparse.Namespace], None]] = {
    "cold": cold,
    "warm": warm,
    "growth": growth,
    "catalogue": catalogue,
}

if __name__ == "__main__":
    main()
