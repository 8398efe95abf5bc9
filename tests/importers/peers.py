"""How many words of Word files other programs keep, beside ours, in one run: files that come with packages.

    python -m tests.importers.peers PYTHON FOLDER

PYTHON is one that has mammoth, pypandoc and markitdown; FOLDER holds .docx files at any depth. What a reader of the
file sees is taken from our prover, which shares no code with our maker.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from clearfold.importers.child import read_twice
from clearfold.importers.finish import finish
from clearfold.importers.proving.prove import prove
from clearfold.importers.reading import NotImportableError, Options
from clearfold.importers.writing import write
from clearfold.model.source import parse_source
from clearfold.model.transcript import Kind
from clearfold.proof.prove import expect

PEERS = {
    "mammoth": "import mammoth\nout = mammoth.extract_raw_text(open(path, 'rb')).value",
    "pandoc": "import pypandoc\nout = pypandoc.convert_file(path, 'plain', 'docx', extra_args=['--wrap=none'])",
    "markitdown": "import markitdown\nout = markitdown.MarkItDown().convert(path).text_content",
}
ASK = """
import json, sys, warnings
warnings.simplefilter("ignore")
for path in json.load(sys.stdin):
    try:
        {code}
        print(json.dumps(out), flush=True)
    except Exception:
        print("null", flush=True)
"""


@dataclass(slots=True)
class Score:
    """What became of the words of all files."""

    missing: int = 0
    files: int = 0
    failed: int = 0
    seconds: float = 0.0

    def add(self, expected: Counter[str], text: str | None) -> None:
        """Count the words of one file that are not in what a program made of it."""
        if text is None:
            self.failed += 1
            return
        lost = (expected - Counter(letters(text))).total()
        self.missing += lost
        self.files += lost > 0


def letters(text: str) -> list[str]:
    """Return words without signs: those of Markdown and of lists are each program's own."""
    words = ("".join(sign for sign in word if sign.isalnum()) for word in text.split())
    return [word for word in words if word]


def main(python: str, folder: str) -> int:
    """Measure, and print a table."""
    expected: dict[str, Counter[str]] = {}
    ours, unexplained, refused = Score(), 0, 0
    begun = time.monotonic()
    for path in sorted(Path(folder).rglob("*.docx")):
        try:
            read = read_twice(path.read_bytes(), path.name, Options())
            imported = finish(read.imported, path.name, Options())
        except NotImportableError as error:
            refused += 1
            print(f"refused: {path.name}: {error}")
            continue
        copy = expect(parse_source(Path("nowhere/en.md"), write(imported.document).text.encode()))
        seen = (p for p in read.original.passages if p.kind is not Kind.ALTERNATIVE)
        expected[str(path)] = Counter(word for passage in seen for word in letters(passage.text))
        ours.add(expected[str(path)], " ".join(block.text for block in copy.blocks))
        unexplained += len(prove(read.original, imported.ledger, copy).differences)
    ours.seconds = time.monotonic() - begun
    words = sum(map(Counter.total, expected.values()))
    print(f"{len(expected)} files, {words:,} words; {refused} refused; ours: {unexplained} unexplained")
    print("| Program | Words not there | in files | failed on | Seconds |\n| --- | --- | --- | --- | --- |")
    show("Clearfold, proof and all", ours)
    for name, code in PEERS.items():
        show(name, asked(python, code, expected))
    return 0


def asked(python: str, code: str, expected: dict[str, Counter[str]]) -> Score:
    """Have a program read all files."""
    score, begun = Score(), time.monotonic()
    program = ASK.format(code=code.replace("\n", "\n        "))
    told = subprocess.run(
        [python, "-c", program], input=json.dumps(list(expected)), capture_output=True, text=True, check=False
    )
    lines = told.stdout.splitlines()
    for words, line in zip(expected.values(), [*lines, *["null"] * (len(expected) - len(lines))], strict=True):
        score.add(words, json.loads(line))
    score.seconds = time.monotonic() - begun
    return score


def show(name: str, score: Score) -> None:
    """Print a row."""
    print(f"| {name} | {score.missing} | {score.files} | {score.failed} | {score.seconds:.1f} |")


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
