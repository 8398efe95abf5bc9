"""The reading session: build books, open them as readers do, and hold what is shown against the copy.

`python tests/reading/read.py FOLDER`, where FOLDER holds node_modules with foliate-js and playwright-core, and a folder
python with pymupdf; `nox -s reading` puts them there. Two engines read each book: foliate-js in Chromium, and MuPDF.
Exit code 1 where a block of the copy is missing or out of order in one of them, or a word is cut off in a view.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import clearfold
from clearfold.model.source import read_source
from clearfold.model.transcript import Kind, Transcript
from clearfold.proof.compare.letters import fold
from clearfold.proof.prove import expect

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/cases"
COPIES = (
    ROOT / "content/car-t-cell/nl-BE.md",
    CASES / "long/garden/en.md",
    *(
        next((CASES / "good").glob(f"{number}-*/*.md"))
        for number in ("03", "12", "16", "18", "21", "26", "32", "39", "43", "46", "50", "55")
    ),
)


def main(folder: Path) -> int:
    """Build the books into FOLDER/books, read them twice, print what was found and return the exit code."""
    books = folder / "books"
    books.mkdir(parents=True, exist_ok=True)
    expected = dict(_build(books))
    subprocess.run(["node", str(Path(__file__).with_name("session.mjs")), str(folder)], check=True)
    found = json.loads((folder / "found.json").read_text("utf-8"))
    faults = 0
    for name, transcript in expected.items():
        seen = found[name]
        pages = "".join(_mupdf(books / name, folder / "python"))
        lost = [f"foliate-js: {text}" for text in missing(transcript, "".join(seen["texts"]), alternatives=True)]
        lost += [f"MuPDF: {text}" for text in missing(transcript, pages, alternatives=False)]
        cut = [f"{view}: {word}" for view, words in seen["clipped"].items() for word in words]
        told = [*lost, *cut, *seen["coloured"], *seen["complaints"]]
        print(f"{name}: {len(transcript.blocks)} blocks in two engines, {len(lost)} lost", end="; ")
        print(f"{len(seen['clipped'])} views, {len(cut)} words cut off")
        for line in told[:20]:
            print(f"  {line}")
        faults += len(told)
    return int(faults > 0)


def missing(expected: Transcript, text: str, *, alternatives: bool) -> Iterator[str]:
    """Yield the blocks of the copy that do not stand in a text after the block before them."""
    letters, reached = fold(text), 0
    for block in expected.blocks:
        words = fold(block.text)
        if block.kind is Kind.ALTERNATIVE and not alternatives:
            continue
        # MuPDF has no captions: it shows one after its table.
        moved = block.kind is Kind.CAPTION and not alternatives
        place = letters.find(words, 0 if moved else reached)
        if place < 0:
            yield block.text
        elif not moved:
            reached = place + len(words)


def _build(books: Path) -> Iterator[tuple[str, Transcript]]:
    for copy in COPIES:
        with TemporaryDirectory() as folder:
            (built,) = clearfold.build([copy], Path(folder), ["epub"], check=False)
            assert built.folder is not None, built.diagnostics
            (book,) = built.folder.glob("*.epub")
            (books / book.name).write_bytes(book.read_bytes())
            yield book.name, expect(read_source(copy))


def _mupdf(book: Path, library: Path) -> Iterator[str]:
    """Yield the text of each page as MuPDF lays the book out; it is a tool of this session, and no requirement."""
    program = "import pymupdf, sys; [sys.stdout.write(page.get_text()) for page in pymupdf.open(sys.argv[1])]"
    block = subprocess.run(
        [sys.executable, "-c", program, str(book)],
        env={"PYTHONPATH": str(library), "PYTHONIOENCODING": "utf-8"},
        check=True,
        capture_output=True,
    )
    yield block.stdout.decode()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
