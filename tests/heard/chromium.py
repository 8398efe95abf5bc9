"""Chromium, its tags of PDFs switched on, which are on trial: new for each file, its tree read until it rests."""

import os
from pathlib import Path

from tests.heard.desktop import Desktop, HeardError, started
from tests.heard.tree import Thing, read

DUMP = Path(__file__).with_name("dump_tree.py")
NAMES = ("chromium", "chromium-browser", "google-chrome")
LOADED = {".pdf": "Finished loading PDF"}  # what stands in the tree then
ALIKE, MOST = 3, 40  # dumps that agree; dumps at most


def chromium_tree(desktop: Desktop, file: Path, program: str) -> Thing:
    """Return the tree of a file as Chromium shows it; raise HeardError where it does not come to rest."""
    flags = (
        "--enable-features=PdfTags",
        "--force-renderer-accessibility",
        "--no-first-run",
        "--disable-gpu",
        "--disable-component-update",
        "--disable-background-networking",
        f"--user-data-dir={desktop.folder / 'chromium'}",
        f"--window-size={desktop.size[0]},{desktop.size[1]}",
        *(("--no-sandbox",) if os.geteuid() == 0 else ()),  # it does not start as root otherwise
    )
    with started((program, *flags, file.as_uri()), desktop.environment):
        alike, last = 0, ""
        for _ in range(MOST):
            told = desktop.python(DUMP, "chrom")
            alike = alike + 1 if told == last and LOADED.get(file.suffix, "document web") in told else 0
            last = told
            if alike == ALIKE - 1:
                return read(told)
    raise HeardError(f"{file.name}: Chromium does not come to rest")
