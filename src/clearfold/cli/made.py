"""What a build came to, in words for the person who asked: what is proven, where the files are, which is for whom."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.cli.command_line import wording
from clearfold.model.messages import counted, message, told
from clearfold.store.published_set import PROOF

if TYPE_CHECKING:
    from clearfold.pipeline.building.build import Built

USES = {
    "large-print": message("to print, in large letters, on A4"),
    "large-print-a5": message("to print, in large letters, on A5"),
    "large-print-booklet": message("to print, fold and staple: an A5 booklet in large letters"),
    "print-shop": message("for the print shop"),
    "clear-print": message("to print, in clear letters, on A5"),
    "clear-print-booklet": message("to print, fold and staple: an A5 booklet in clear letters"),
    "flyer-c": message("to print and fold inwards: one sheet of A4"),
    "flyer-z": message("to print and fold as a concertina: one sheet of A4"),
    "giant-print": message("to print, in very large letters, on A4"),
    "accessible": message("for screens, to be read aloud, and for archives"),
    "epub": message("for e-readers and telephones"),
    "web": message("for your website: one file"),
    "braille": message("for any embosser"),
    "braille-pef": message("for embossers that know PEF"),
    "ebraille": message("for braille displays"),
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
        yield wording("{name}: made, and not proven", name=name)
    elif words:
        yield wording(
            "{name}: proven. Every file was read back: all {words} words of your copy are there, in your order.",
            name=name,
            words=words,
        )
    else:
        yield wording("{name}: proven", name=name)
    yield wording("  in {folder}:", folder=folder)
    names = {report.name for report in built.reports}
    files = [file for file in manifest.files if not names or file.path in names]
    wide = max(len(name) for file in files for name in (file.path, file.ticket or ""))
    for file in files:
        yield f"    {file.path:{wide}}  {told(USES[file.edition])}"
        if file.ticket:
            yield f"    {file.ticket:{wide}}  {wording('to give to the printer with it')}"
    if older := len(manifest.files) - len(files):
        more = counted(older, "and {count} that was made before", "and {count} that were made before")
        yield f"    {told(more)}"
    if Path(folder, PROOF).is_file():
        yield f"    {PROOF:{wide}}  {wording('for you: what was looked at, and what was found')}"
