"""Hold our reader of PDF text against pdf.js: each marked-content sequence must have the same text in both.

    python tests/witnesses/compare_pdfjs.py FOLDER-OF-pdfjs-dist FILE.pdf …

Compared without white space, which pdf.js adds where glyphs stand apart. Exit code 1 where they differ.
"""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from clearfold.proof.readers.pdf.file import open_pdf

SCRIPT = Path(__file__).with_name("pdfjs_text.mjs")


def ours(path: Path) -> dict[str, str]:
    """Return the text of each marked-content sequence, as Clearfold's reader has it."""
    found: dict[str, str] = defaultdict(str)
    for page in open_pdf(path.read_bytes()).pieces:
        for piece in page:
            if piece.mcid >= 0 and not piece.form:
                found[f"{piece.page + 1} {piece.mcid}"] += piece.text
    return found


def theirs(library: Path, path: Path) -> dict[str, str]:
    """Return the same as pdf.js has it."""
    told = subprocess.run(["node", SCRIPT, library, path], check=True, capture_output=True, text=True, encoding="utf-8")
    found: dict[str, str] = json.loads(told.stdout)
    return found


def bare(text: str) -> str:
    """Return text without white space."""
    return "".join(text.split())


def main(library: Path, paths: list[Path]) -> int:
    """Compare every file and return the exit code."""
    wrong = 0
    for path in paths:
        if open_pdf(path.read_bytes()).tree is None:
            print(f"{path.name}: not compared, it has no tags")
            continue
        one, two = ours(path), theirs(library, path)
        keys = {key for key in (*one, *two) if bare(one.get(key, "")) or bare(two.get(key, ""))}
        differing = [key for key in sorted(keys) if bare(one.get(key, "")) != bare(two.get(key, ""))]
        print(f"{path.name}: {len(keys) - len(differing)} of {len(keys)} marked-content sequences read the same")
        for key in differing[:10]:
            print(f"  page and id {key}: {one.get(key, '')!r} here, {two.get(key, '')!r} in pdf.js")
        wrong += len(differing)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
