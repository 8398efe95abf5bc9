"""Put every fault into real editions, and print what the proof says of them: python -m tests.faults.bench [COPY ...].

COPY is Markdown, content/ and the long case where none is named. -k PATTERN keeps the faults whose “family: name” has
it, -e EDITION one edition; -s SEEDS draws so many places a fault. A fault is judged by what the proof says of the file
with it beyond what it says of the file without. No test, since real editions change with the press.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from clearfold.diagnostic import Diagnostic
from clearfold.paper import Fold, Paper
from clearfold.press.copy import read_leaflet
from clearfold.press.edition import PDF, Edition, Output
from clearfold.press.editions import EDITIONS
from clearfold.press.leaflet import Leaflet
from clearfold.proof.finding import quoted
from clearfold.proof.prove import expect, prove
from clearfold.source import read_source
from clearfold.transcript import Transcript
from tests.faults import epub, epub_package, page, page_breaks, page_faces, page_layout, page_lines, pdf
from tests.faults.fault import Fault, right

PRINTED = (
    *pdf.FAULTS,
    *page.FAULTS,
    *page_faces.FAULTS,
    *page_lines.FAULTS,
    *page_breaks.FAULTS,
    *page_layout.FAULTS,
)
BOOK = (*epub.FAULTS, *epub_package.FAULTS)
ROW = "{:<10} {:<40} {:>8} {:>7} {:>6}  {}"


@dataclass(slots=True)
class Score:
    """What became of one kind of fault: how often it was put in, told, told in the right place, and with what else."""

    injected: int = 0
    caught: int = 0
    placed: int = 0
    others: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Case:
    """An edition of a copy, and what its proof needs."""

    leaflet: Leaflet
    expected: Transcript
    edition: Edition
    output: Output

    def told(self, data: bytes) -> tuple[Diagnostic, ...]:
        """Return what the proof says of a file."""
        return prove(
            self.expected,
            data,
            self.output.media_type,
            name=self.output.name,
            edition=self.edition.name,
            furniture=self.edition.furniture(self.leaflet, self.edition),
            paper=self.edition.paper,
        ).diagnostics


def cases(copies: Sequence[Path], only: str) -> Iterator[Case]:
    """Make every edition of the copies, or the one of that name."""
    for path in copies:
        leaflet = read_leaflet(read_source(path))
        expected = expect(leaflet.source)
        made: list[Output] = []
        for edition in (one for one in EDITIONS if not one.on_request):
            made.append(edition.write(leaflet, edition, tuple(o for o in made if o.edition in edition.needs)))
            flat = edition.paper is None or edition.paper.fold is Fold.FLAT  # what is folded has faults of its own
            if flat and only in ("", edition.name):
                yield Case(leaflet, expected, edition, made[-1])


def applies(one: Fault, paper: Paper | None) -> bool:
    """Say whether a paper promises what a fault breaks: not every one is of whole sheets, or of a stapled booklet."""
    if paper is not None and one.codes == {"TYP-017"}:
        return paper.multiple > 1
    return paper is None or one.codes != {"TYP-018"} or paper.most > 0


def run(case: Case, faults: Sequence[Fault], seeds: int, scores: dict[str, Score]) -> int:
    """Put the faults into an edition, add to their scores, and return how much is said of the good file."""
    good = case.told(case.output.data)
    known = {str(d) for d in good}
    for one in (one for one in faults if applies(one, case.edition.paper)):
        score = scores.setdefault(one.name, Score())
        for seed in range(seeds):
            item = one.inject(case.output.data, Random(seed))
            if item is None:
                continue
            new = [d for d in case.told(item.data) if str(d) not in known]
            told = [d for d in new if d.code in one.codes]
            placed = [d for d in told if right(d, case.expected, item)]
            score.injected += 1
            score.caught += bool(told)
            score.placed += bool(placed)
            others = {d.code for d in new} - one.codes - one.also
            score.others.update(others)
            if others or not placed:
                said = "; ".join(str(d).partition("\n")[0] for d in new[:3])
                print(f"  {one.name}, seed {seed}, {item.place or quoted(item.words)}: {said or 'nothing'}", flush=True)
    for d in good:
        print(f"  false alarm: {str(d).partition(chr(10))[0]}", flush=True)
    return len(good)


def main(words: Sequence[str]) -> None:
    """Print a line for each kind of fault, and the totals."""
    parser = argparse.ArgumentParser(description="the faults that are put into real editions")
    parser.add_argument("copies", nargs="*", type=Path)
    parser.add_argument("-k", default="", help="a pattern of “family: fault”")
    parser.add_argument("-e", default="", help="the name of an edition")
    parser.add_argument("-s", type=int, default=1, help="places a fault")
    asked = parser.parse_args(words)
    copies = asked.copies or [
        *sorted(Path("content").rglob("nl-BE.md")),
        *sorted(Path("tests/cases/long").rglob("*.md")),
    ]
    scores: dict[str, Score] = {}
    alarms = 0
    for case in cases(copies, asked.e):
        print(case.output.name, flush=True)
        faults = PRINTED if case.output.media_type == PDF else BOOK
        alarms += run(case, [one for one in faults if re.search(asked.k, f"{one.family}: {one.name}")], asked.s, scores)
    family = {one.name: one.family for one in (*PRINTED, *BOOK)}
    print(ROW.format("family", "fault", "injected", "caught", "placed", "other codes"))
    for name, score in scores.items():
        others = ", ".join(f"{code} {count}" for code, count in sorted(score.others.items()))
        print(ROW.format(family[name], name, score.injected, score.caught, score.placed, others))
    sums = [sum(getattr(score, key) for score in scores.values()) for key in ("injected", "caught", "placed")]
    with_others = sum(sum(score.others.values()) for score in scores.values())
    print(ROW.format("all", f"{len(scores)} kinds", *sums, f"{with_others} other codes; {alarms} false alarms"))


if __name__ == "__main__":
    main(sys.argv[1:])
