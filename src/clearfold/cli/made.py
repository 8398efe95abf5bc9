"""What a build came to, in words for the person who asked: what is proven, where the files are, which is for whom."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.store.published_set import PROOF

if TYPE_CHECKING:
    from clearfold.pipeline.build import Built

USES = {
    "large-print": "to print, in large letters, on A4",
    "large-print-a5": "to print, in large letters, on A5",
    "large-print-booklet": "to print, fold and staple: an A5 booklet in large letters",
    "print-shop": "for the print shop",
    "clear-print": "to print, in clear letters, on A5",
    "clear-print-booklet": "to print, fold and staple: an A5 booklet in clear letters",
    "flyer-c": "to print and fold inwards: one sheet of A4",
    "flyer-z": "to print and fold as a concertina: one sheet of A4",
    "giant-print": "to print, in very large letters, on A4",
    "accessible": "for screens, to be read aloud, and for archives",
    "epub": "for e-readers and telephones",
    "web": "for your website: one file",
    "braille": "for any embosser",
    "braille-pef": "for embossers that know PEF",
    "ebraille": "for braille displays",
}
"""Which edition is for whom, by its name."""


def told_of(built: "Built") -> Iterator[str]:
    """Yield the lines on a leaflet that was made and published, but for what it may do next."""
    manifest, folder = built.manifest, built.folder
    assert manifest is not None
    assert folder is not None
    words = max((stream.expected for report in built.reports for stream in report.streams), default=0)
    name = f"{manifest.title} ({manifest.lang})"
    if not built.reports:
        yield f"{name}: made, and not proven"
    elif words:
        yield f"{name}: proven. Every file was read back: all {words} words of your copy are there, in your order."
    else:
        yield f"{name}: proven"
    yield f"  in {folder}:"
    names = {report.name for report in built.reports}
    files = [file for file in manifest.files if not names or file.path in names]
    wide = max(len(file.path) for file in files)
    for file in files:
        yield f"    {file.path:{wide}}  {USES[file.edition]}"
        if file.ticket:
            yield f"    {file.ticket:{wide}}  to give to the printer with it"
    if older := len(manifest.files) - len(files):
        yield f"    and {older} that {'was' if older == 1 else 'were'} made before"
    if Path(folder, PROOF).is_file():
        yield f"    {PROOF:{wide}}  for you: what was looked at, and what was found"
