"""The session about what is heard: our editions opened in Firefox and Chromium, and read aloud by Orca without a sound.

`python -m tests.heard.hear FOLDER`; `nox -s heard` calls it. The editions stay in FOLDER, with the tree of each file in
each viewer, to be looked at. Exit code 1 where Firefox does not give all words of a file in their order, a heading with
its level, a header cell or a picture, where Chromium does not of a web page, or where Orca does not say the same five
times; 2 where a part is missing. PDFs in Chromium are told of, and fail nothing: its tags of PDFs are on trial.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import clearfold
from clearfold.model.source import read_source
from clearfold.model.transcript import Furniture, Transcript
from clearfold.press.editions import EDITIONS
from clearfold.press.markdown import read_leaflet
from clearfold.proof.prove import expect
from clearfold.proof.readers.epub.file import open_epub
from tests.heard.chromium import NAMES as CHROMIUM
from tests.heard.chromium import chromium_tree
from tests.heard.desktop import HeardError, desktop, ending, missing
from tests.heard.firefox import NAMES as FIREFOX
from tests.heard.firefox import firefox, firefox_tree, show
from tests.heard.orca import Answer, ask, orca
from tests.heard.score import Score, score
from tests.heard.tree import Thing, pages
from tests.heard.viewer_faults import FAULTS, write

ROOT = Path(__file__).parents[2]
COPIES = (ROOT / "content/car-t-cell/nl-BE.md", ROOT / "tests/cases/long/garden/en.md")
MADE = (("archive", ("accessible", "epub", "web")), ("next", ("accessible",)))
VIEWERS = {"Firefox": FIREFOX, "Chromium": CHROMIUM}
OPENED = {"Firefox": (".pdf", ".epub", ".html"), "Chromium": (".pdf", ".html")}
SCREEN, ZOOM = (4800, 3600), 35  # pixels, per cent: room for all pages of a long leaflet at once
# To the top; two headings, of which the first has three lines; an entry of the contents; a link, a table, two pictures.
KEYS = ("ctrl+Home", "h", "h", "Down", "k", "t", "g", "g")
RUNS = 5


@dataclass(frozen=True, slots=True)
class File:
    """A finished edition, and what it must say."""

    path: Path
    name: str
    copy: Transcript
    furniture: tuple[Furniture, ...]


def main(folder: Path) -> int:
    """Build the editions, have them heard, print what was heard and return the exit code."""
    programs = {name: next(filter(None, map(shutil.which, names)), None) for name, names in VIEWERS.items()}
    if told := missing(programs):
        print(told, file=sys.stderr)
        return 2
    ending()
    print("; ".join(version(program) for program in programs.values() if program))
    files = tuple(build(folder))
    failed = False
    for viewer, program in programs.items():
        for file in (one for one in files if one.path.suffix in OPENED[viewer]):
            try:
                heard = score(file.copy, file.furniture, tree_of(viewer, str(program), file.path))
            except HeardError as error:
                print(f"{viewer}, {file.name}: {error}")
                failed = True
                continue
            print(f"{viewer}, {file.name}: {told_of(heard)}", flush=True)
            trial = viewer == "Chromium" and file.path.suffix == ".pdf"
            failed = failed or not (heard.passed or trial)
    for line in faults(programs, folder / "faults"):
        print(line, flush=True)
    return int(spoken(str(programs["Firefox"]), files[0]) or failed)


def version(program: str) -> str:
    """Return what a program says that it is."""
    return subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()


def build(folder: Path) -> Iterator[File]:
    """Yield the editions of both copies, in both profiles of PDF."""
    for profile, names in MADE:
        for copy in COPIES:
            (built,) = clearfold.build([copy], folder / profile, names, pdf_profile=profile, check=False)
            assert built.folder is not None, built.diagnostics
            leaflet, promised = read_leaflet(read_source(copy)), expect(read_source(copy))
            for edition in (edition for edition in EDITIONS if edition.name in names):
                path = built.folder / edition.file_name(leaflet)
                yield File(path, f"{path.name} ({profile})", promised, edition.furniture(leaflet, edition))


def tree_of(viewer: str, program: str, file: Path) -> Thing:
    """Return what a viewer, opened for it alone, tells of a file; of a book document by document."""
    with desktop(SCREEN) as screen:
        if viewer == "Chromium":
            tree = chromium_tree(screen, file, program)
            return pages(tree) if file.suffix == ".pdf" else tree
        with firefox(screen, program, ZOOM) as control:
            if file.suffix == ".pdf":
                return pages(firefox_tree(screen, control, file))
            shown = documents(file) if file.suffix == ".epub" else (file,)
            return Thing("document", children=tuple(firefox_tree(screen, control, one) for one in shown))


def documents(book: Path) -> Iterator[Path]:
    """Yield the documents of a book in their order, unpacked beside it."""
    folder = book.with_suffix("")
    with ZipFile(book) as packed:
        packed.extractall(folder)
    return (folder / name for name in open_epub(book.read_bytes()).spine)


def told_of(heard: Score) -> str:
    """Return a score in words, with the first of what is wrong below it."""
    counts = {
        "words in order": heard.words,
        "headings with their level": heard.headings,
        "header cells": heard.header_cells,
        "pictures": heard.pictures,
        **{f"names of {role}s": count for role, count in heard.names.items() if count.all},
    }
    lines = [", ".join(f"{count} {name}" for name, count in counts.items())]
    lines += [f"{name}: {'; '.join(count.wrong[:5])}" for name, count in counts.items() if count.wrong]
    lines += [f"said beside the copy: {'; '.join(heard.added[:5])}"] if heard.added else []
    return "\n  ".join(lines)


def faults(programs: Mapping[str, str | None], folder: Path) -> Iterator[str]:
    """Write the small files of viewers' faults, and yield of each whether it is still there."""
    write(folder)
    for fault in FAULTS:
        path = folder / f"{fault.name}.pdf"
        there = fault.shows(tree_of(fault.viewer, str(programs[fault.viewer]), path))
        yield f"{fault.viewer}, {path.name}: {fault.wrong if there else 'MENDED, take it out of docs/viewers.md'}"


def spoken(program: str, file: File) -> bool:
    """Have a PDF read aloud five times, print what is said, and tell whether it was not always the same."""
    runs: list[tuple[Answer, ...]] = []
    for number in range(RUNS):
        with desktop(SCREEN) as screen, firefox(screen, program, ZOOM) as control, orca(screen) as log:
            show(control, file.path)
            try:
                runs.append(ask(screen, log, KEYS))
            except HeardError as error:
                print(f"Orca, run {number + 1}: {error}")
    for answer in runs[0] if runs else ():
        print(f"Orca, {answer.key}: {' | '.join(answer.said)}")
    print(f"Orca: {sum(run == runs[0] for run in runs)} of {RUNS} runs say the same")
    return len(runs) < RUNS or any(run != runs[0] for run in runs)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
