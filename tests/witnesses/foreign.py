"""Prove what other tools make of two copies, and see that nothing is told of them that was not looked into.

    python tests/witnesses/foreign.py FOLDER

FOLDER/python holds pypandoc_binary and typst: pandoc's EPUB, and PDFs by WeasyPrint and Typst from pandoc. LibreOffice
is asked too where `soffice` stands on the PATH. docs/other-tools.md says of each code why it is true of these files; a
code that is not named there, or a number that is told as changed, ends with exit code 1.
"""

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.source import read_source
from clearfold.proof.findings.rules import RULES, Rank
from clearfold.proof.prove import expect, prove

COPIES = {"example": Path("content/car-t-cell/nl-BE.md"), "long": Path("tests/cases/long/garden/en.md")}
TEXT = "TXT-001 TXT-003 TXT-005 TXT-016"
TAGS = "ALT-001 TAG-002 TAG-003 TAG-004 TAG-005 TAG-006 TAG-007 TAG-008 TAG-009 TXT-007"
BOOK = "ALT-001 TAG-003 TAG-004 TAG-005 EPB-052 EPB-053 EPB-054"
TRUE = {
    "pandoc.epub": f"{TEXT} {BOOK} TXT-004 CON-004 EPB-005 EPB-033 EPB-055",
    "weasyprint.pdf": f"{TEXT} TXT-004 TXT-008 ORD-001",
    "weasyprint-tagged.pdf": f"{TEXT} {TAGS} TXT-004 TXT-008 ORD-001",
    "typst.pdf": f"{TEXT} {TAGS} TXT-015 TAG-001 ORD-001 ORD-003 CON-006",
    "libreoffice.pdf": f"{TEXT} TXT-004 ORD-001 ORD-002",
    "libreoffice-tagged.pdf": f"{TEXT} {TAGS} TAG-001 ALT-003 ORD-001 ORD-002",
    "libreoffice.epub": f"{TEXT} {TAGS} {BOOK} ALT-003 TAG-001 ORD-001 CON-003 EPB-004 EPB-007 EPB-014 EPB-017 EPB-022",
}
"""The codes that were looked into, file by file, and are true."""
BROKEN = {("long", "pandoc.epub"): {"TXT-090"}}
"""pandoc takes over the copy's HTML, of which an empty element is not closed: no reader of books can open that."""
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def make(folder: Path, copy: Path, tools: Path) -> Iterator[Path]:
    """Make the files, and yield them."""
    folder.mkdir()
    pandoc = tools / "pypandoc/files/pandoc"
    read = (str(pandoc), "--from", "markdown+mark", str(copy), "--resource-path", str(copy.parent), "--standalone")
    book, page, typeset, word = (folder / name for name in ("pandoc.epub", "page.html", "leaflet.typ", "leaflet.docx"))
    subprocess.run([*read, "--toc", "-o", book], check=True)
    yield book
    subprocess.run([*read, "--embed-resources", "-o", page], check=True)
    for name, words in (("weasyprint.pdf", ()), ("weasyprint-tagged.pdf", ("--pdf-variant", "pdf/ua-1"))):
        subprocess.run([sys.executable, "-m", "weasyprint", *words, page, folder / name], check=True)
        yield folder / name
    media = ("--extract-media", str(folder / "media"))
    subprocess.run([*read, *media, "--to", "typst", "-o", typeset], check=True)
    compiled = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root='/')"
    made = folder / "typst.pdf"
    subprocess.run([sys.executable, "-c", compiled, typeset, made], check=True, env={"PYTHONPATH": str(tools)})
    yield made
    if not (office := shutil.which("soffice")):
        return
    subprocess.run([*read, "-o", word], check=True)
    user = f"-env:UserInstallation={(folder / 'user').as_uri()}"
    for name, form in (("libreoffice.pdf", "pdf"), ("libreoffice-tagged.pdf", TAGGED), ("libreoffice.epub", "epub")):
        order = (office, user, "--headless", "--convert-to", form, "--outdir", str(folder / "office"), str(word))
        subprocess.run(order, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        yield (folder / "office/leaflet").with_suffix(Path(name).suffix).rename(folder / name)


def main(folder: Path) -> int:
    """Print for each file what was told of it, and return the exit code."""
    wrong = 0
    if not shutil.which("soffice"):
        print("LibreOffice: not run, there is no soffice on the PATH")
    for copy, source in COPIES.items():
        expected = expect(read_source(source))
        for path in make(folder.resolve() / copy, source, folder.resolve() / "python"):
            media_type = "application/pdf" if path.suffix == ".pdf" else "application/epub+zip"
            told = prove(expected, path.read_bytes(), media_type, name=path.name).diagnostics
            codes = Counter(d.code for d in told)
            known = BROKEN.get((copy, path.name)) or set(TRUE[path.name].split())
            print(f"{copy} {path.name}: {len(told)} findings,", ", ".join(f"{c} {n}" for c, n in sorted(codes.items())))
            harm = {code for code in codes if RULES[code].rank is Rank.HARM}
            strange = [d for d in told if d.code in (codes.keys() - known) | (harm - known)]
            print("".join(f"  not looked into: {d}\n" for d in strange), end="")
            wrong += len(strange)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
