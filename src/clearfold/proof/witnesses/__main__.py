"""Ask every outside witness about finished editions: `python -m clearfold.proof.witnesses DIR…`.

Each PDF is judged by the standards that it claims in its own metadata, each book by EPUBCheck and Ace. Exit codes: 0
where EPUBCheck and veraPDF passed everything, 1 where a witness found a fault or one of these two could not be asked, 2
where there is nothing to judge. Ace needs a browser: where it is absent that is said, and is no fault.
"""

import logging
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from clearfold.proof.witnesses import Outcome
from clearfold.proof.witnesses.ask import EPUB, PDF, ask

USAGE = "usage: python -m clearfold.proof.witnesses FILE|FOLDER…"


def main(words: Sequence[str]) -> int:
    """Print the verdicts on the files, and on those in the folders, that are named; return the exit code."""
    files = sorted(set(editions(map(Path, words))))
    if not files:
        print(USAGE, file=sys.stderr)
        return 2
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # of a broken file the witnesses say enough
    failed = False
    for verdict in chain.from_iterable(map(ask, files)):
        print(verdict, flush=True)
        absent = verdict.outcome is Outcome.NOT_RUN and verdict.witness != "Ace"
        failed = failed or absent or verdict.outcome is Outcome.FAILED
    return int(failed)


def editions(paths: Iterator[Path]) -> Iterator[Path]:
    """Yield the PDFs and EPUBs among the paths and in the folders among them."""
    for path in paths:
        found = path.rglob("*") if path.is_dir() else (path,)
        yield from (file for file in found if file.suffix in {PDF, EPUB})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
