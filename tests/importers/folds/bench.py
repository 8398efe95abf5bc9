"""How well folded PDFs are imported: `python -m tests.importers.folds.bench`, with seeds behind it for other leaflets.

Each is printed, imported as a user does it, proven, and held against what was printed. An order of panels that is wrong
and was not asked about is a fault, whatever the rest may be.
"""

import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from clearfold.pipeline.import_files import Import, import_files
from tests.importers.folds.leaflets import LANGUAGES
from tests.importers.folds.making import folded
from tests.importers.folds.measuring import Measured, measure
from tests.importers.folds.printing import WAYS

WORDS, PARTS = 0.999, 0.98  # at least: words in order where nothing was asked; headings, items


def main(seeds: list[int]) -> int:
    """Print a line a leaflet and the means; return 1 where something is below what is promised."""
    rows: list[tuple[Measured, bool]] = []
    bad = 0
    every = [(way.name, n + 100 * seed) for seed in seeds for n, way in enumerate(WAYS)]
    for lang, (way, seed) in product(LANGUAGES, every):
        made = folded(lang, way, seed)
        if made is None:
            continue
        told, data = made
        started = time.monotonic()
        found = imported(f"{lang}-{way}-{seed}", data)
        seconds = time.monotonic() - started
        measured = measure(told, found.told.document)
        asked = any(entry.code == "IMP-057" for entry in found.told.entries)
        rows.append((measured, asked))
        fault = not found.proven or (measured.words < 0.98 and not asked)
        bad += fault
        print(f"{lang}-{way}-{seed}: {said(measured)} {'asked ' * asked}{'FAULT ' * fault}{seconds:.1f} s", flush=True)
    for line in means(rows):
        print(line)
    sure = [measured for measured, asked in rows if not asked]
    enough = (
        fmean(m.words for m in sure) >= WORDS
        and min(fmean(m.headings for m, _ in rows), fmean(m.items for m, _ in rows)) >= PARTS
    )
    return 0 if enough and not bad else 1


def imported(name: str, data: bytes) -> Import:
    """Import a PDF as a user does."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}.pdf"
        file.write_bytes(data)
        return import_files([file], Path(folder) / "made")[0]


def said(m: Measured) -> str:
    """Return what was measured in one line."""
    return (
        f"words {m.words:.4f} headings {m.headings:.2f} (+{m.false_headings}) items {m.items:.2f} "
        f"cells {m.cells:.2f} captions {m.captions:.2f}"
    )


def means(rows: list[tuple[Measured, bool]]) -> Iterator[str]:
    """Yield what was measured over all leaflets."""
    for name, some in (("not asked", [m for m, asked in rows if not asked]), ("all", [m for m, _ in rows])):
        if some:
            mean = Measured(
                fmean(m.words for m in some),
                fmean(m.headings for m in some),
                sum(m.false_headings for m in some),
                fmean(m.items for m in some),
                fmean(m.cells for m in some),
                fmean(m.captions for m in some),
            )
            yield f"{name}, {len(some)} leaflets: {said(mean)}"


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or [0]))
