"""Prove what other tools make of the example's copy: pandoc's EPUB, and PDFs by WeasyPrint and Typst from pandoc.

    python tests/witnesses/foreign.py FOLDER

FOLDER/python holds pypandoc_binary and typst. These tools read no front matter but the title and the authors, so much
is missing, and that is told; they change no number. Exit code 1 where one is told as changed.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from clearfold.proof.codes import RULES, Rank
from clearfold.proof.prove import expect, prove
from clearfold.source import read_source

COPY = Path("content/car-t-cell/nl-BE.md")


def make(folder: Path) -> list[Path]:
    """Make the files, and return them."""
    tools = folder / "python"
    pandoc = tools / "pypandoc/files/pandoc"
    read = (str(pandoc), "--from", "markdown+mark", str(COPY), "--resource-path", str(COPY.parent), "--standalone")
    book, page, typeset = folder / "pandoc.epub", folder / "page.html", folder / "leaflet.typ"
    subprocess.run([*read, "--toc", "-o", book], check=True)
    subprocess.run([*read, "--embed-resources", "-o", page], check=True)
    media = ("--extract-media", str(folder / "media"))
    subprocess.run([*read, *media, "--to", "typst", "-o", typeset], check=True)
    made = [book, folder / "weasyprint.pdf", folder / "weasyprint-tagged.pdf", folder / "typst.pdf"]
    subprocess.run([sys.executable, "-m", "weasyprint", page, made[1]], check=True)
    subprocess.run([sys.executable, "-m", "weasyprint", "--pdf-tags", page, made[2]], check=True)
    compiled = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root='/')"
    subprocess.run([sys.executable, "-c", compiled, typeset, made[3]], check=True, env={"PYTHONPATH": str(tools)})
    return made


def main(folder: Path) -> int:
    """Print for each file what was told of it, and return the exit code."""
    expected = expect(read_source(COPY))
    harm = 0
    for path in make(folder.resolve()):
        media_type = "application/pdf" if path.suffix == ".pdf" else "application/epub+zip"
        told = prove(expected, path.read_bytes(), media_type, name=path.name).diagnostics
        print(f"{path.name}: {len(told)} findings, {dict(sorted(Counter(d.code for d in told).items()))}")
        hurting = [d for d in told if RULES[d.code].rank is Rank.HARM]
        print("".join(f"  {d}\n" for d in hurting), end="")
        harm += len(hurting)
    return 1 if harm else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
