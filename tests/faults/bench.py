"""The fault bench, `nox -s faults`: faults put into finished files, one at a time, and what the proof says of each.

Before that, characters are dropped between the two readings of each copy (dropped.py).
Good files are those of the example, of the long leaflet, and of leaflets made at random by seed; the places of faults
are drawn by seed too. Prints what was missed, or told elsewhere, or with other errors, and then the table; ends with 1
where that is below the bar. No test, since real editions change with the press: test_faults.py has files of its own.
"""

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from clearfold.model.media_types import PDF
from tests.faults import (
    dropped,
    epub,
    epub_package,
    harm,
    outlined,
    own,
    page,
    page_breaks,
    page_faces,
    page_layout,
    page_lines,
    page_spacing,
    pdf,
    unseen,
)
from tests.faults.fault import Fault
from tests.faults.goods import EXAMPLE, LONG, STANDARD, Good, built, made_at_random
from tests.faults.scoring import Verdict, below, judge, table

TAGS = pdf.FAULTS
PAGES = (
    *page.FAULTS,
    *page_faces.FAULTS,
    *page_lines.FAULTS,
    *page_breaks.FAULTS,
    *page_layout.FAULTS,
    *page_spacing.FAULTS,
)
BOOK = (*epub.FAULTS, *epub_package.FAULTS)
RANDOM = 60  # leaflets made at random
DEEP = 15  # of every so many of them one is given every fault; all are given some of those that can hurt
SOME = 6
FEW = 6  # leaflets made at random of a quick run
Task = tuple[int, int, int]
"""A good file, a fault of those that suit it, and the seed of its place."""


def suiting(good: Good) -> tuple[Fault, ...]:
    """Return the faults that make sense in a file; folded sheets and files without tags are for false alarms alone.

    Of a file whose paper promises nothing only what the eye does not meet is told.
    """
    if good.media_type != PDF:
        return (*BOOK, *harm.EPUB_FAULTS)
    if good.paper is None:
        return (*unseen.FAULTS, *outlined.FAULTS)
    if not good.paper.tagged:
        return ()
    pages = tuple(one for one in PAGES if _promised(one, good))
    return (
        *TAGS,
        *own.FAULTS,
        *unseen.PROMISED,
        *outlined.FAULTS,
        *(() if good.paper.screen else pages),
        *harm.PDF_FAULTS,
    )


def _promised(one: Fault, good: Good) -> bool:
    """Say whether the paper promises what a fault breaks; a booklet's thickness is a warning, and not counted."""
    return one.codes != {"TYP-018"} and (one.codes != {"TYP-017"} or bool(good.paper and good.paper.multiple > 1))


def chosen(goods: Sequence[Good], asked: argparse.Namespace) -> Iterator[Task]:
    """Yield what is to be done: all faults in some files, and in the others some faults, drawn by seed."""
    for number, good in enumerate(goods):
        suited = suiting(good)
        fit = [n for n, one in enumerate(suited) if re.search(asked.k, f"{one.family}: {one.name}")]
        harmful = [n for n in fit if suited[n].first]
        if good.seed < 0:
            # The long leaflet takes long to prove: of its two tagged editions each is given every other fault.
            turn = STANDARD.index(good.edition) if good.edition in STANDARD[:2] else 2
            halved = good.copy == "garden" and turn < 2
            drawn = [n for n in fit if n not in harmful and not (halved and n % 2 != turn)]
            drawn += Random(good.name).sample(harmful, min(len(harmful), 4 * SOME))
        elif good.seed % DEEP == 0 and good.edition in STANDARD:
            drawn = [n for n in fit if n not in harmful]
            drawn += Random(good.name).sample(harmful, min(len(harmful), 4 * SOME))
        else:
            drawn = Random(f"{good.name} {good.seed}").sample(harmful, min(len(harmful), SOME))
        yield from ((number, n, place) for n in drawn for place in range(asked.places))


_goods: tuple[Good, ...] = ()


def take(goods: tuple[Good, ...]) -> None:
    """Give a process the good files."""
    global _goods  # a process has them once, and not with every task
    _goods = goods


def alarms_of(number: int) -> list[str]:
    """Return what the proof says of a good file: nothing, if it is right."""
    good = _goods[number]
    return [f"{good.name}: {str(d).partition(chr(10))[0]}" for d in good.told(good.data)]


def attempt(task: Task) -> Verdict | None:
    """Put one fault into one file, and judge what the proof says; None where the file has no place for it."""
    number, fault, seed = task
    good = _goods[number]
    one = suiting(good)[fault]
    item = one.inject(good.data, Random(f"{good.name} {one.name} {seed}"))
    if item is None or item.data == good.data:
        return None
    return judge(one, item, good.asked, good.told(item.data))


def files(asked: argparse.Namespace, pool: ProcessPoolExecutor, say: Callable[[str], None]) -> Iterator[Good]:
    """Build the good files that are asked for."""
    written = {EXAMPLE: (*STANDARD, "large-print-a5"), LONG: STANDARD}
    jobs = [pool.submit(built, path, names) for path, names in written.items() if not asked.quick or path == EXAMPLE]
    jobs += [pool.submit(made_at_random, seed) for seed in range(asked.first, asked.first + asked.random)]
    for done, job in enumerate(jobs, start=1):
        if done % 10 == 0:
            say(f"{done} of {len(jobs)} leaflets are built")
        yield from (good for good in job.result() if asked.e in ("", good.edition))


def copies(asked: argparse.Namespace, pool: ProcessPoolExecutor) -> Iterator[tuple[list[str], list[Verdict]]]:
    """Yield the false alarms on each copy, and what became of the characters that a parser drops from it."""
    written = [EXAMPLE, *(() if asked.quick else (LONG, *sorted(dropped.GOOD.glob("*/*.md"))))]
    jobs = [pool.submit(dropped.run_file, path, asked.k, tuple(dropped.PIECES)) for path in written]
    seeds = range(asked.first, asked.first + asked.random)
    jobs += [pool.submit(dropped.run_seed, seed, asked.k) for seed in seeds]
    for job in jobs:
        yield job.result()


def main(words: Sequence[str]) -> int:
    """Run the bench, print its table, and return 1 where it is below the bar."""
    parser = argparse.ArgumentParser(prog="nox -s faults --", description="faults put into finished files")
    parser.add_argument("-k", default="", help="only faults whose “family: name” has this pattern")
    parser.add_argument("-e", default="", help="only one edition")
    parser.add_argument("--places", type=int, default=1, help="places of each fault in a file")
    parser.add_argument("--random", type=int, default=RANDOM, help="how many leaflets made at random")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first of them")
    parser.add_argument("--quick", action="store_true", help="the example and 6 leaflets made at random")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1, help="processes")
    asked = parser.parse_args(words)
    if asked.quick:
        asked.random = min(asked.random, FEW)
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {text}", flush=True)

    with ProcessPoolExecutor(asked.j) as pool:
        goods = tuple(files(asked, pool, say))
    say(f"{len(goods)} good files of {len({good.copy for good in goods})} leaflets are built")
    alarms: list[str] = []
    verdicts: list[Verdict] = []
    if not asked.e:
        with ProcessPoolExecutor(asked.j) as pool:
            for told, found in copies(asked, pool):
                alarms += told
                verdicts += found
        print(*(f"  {verdict.note}" for verdict in verdicts if verdict.note), sep="\n", flush=True)
        say(f"{len(verdicts)} pieces were dropped from copies")
    with ProcessPoolExecutor(asked.j, initializer=take, initargs=(goods,)) as pool:
        alarms += [alarm for told in pool.map(alarms_of, range(len(goods))) for alarm in told]
        say("the good files are proven")
        print(*(f"  false alarm: {alarm}" for alarm in alarms), sep="\n", flush=True)
        tasks = sorted(chosen(goods, asked))
        say(f"{len(tasks)} faults are to be put in")
        for done, verdict in enumerate(pool.map(attempt, tasks, chunksize=4), start=1):
            if verdict is not None:
                verdicts.append(verdict)
                if verdict.note:
                    print(f"  {goods[tasks[done - 1][0]].name}: {verdict.note}", flush=True)
            if done % 200 == 0:
                say(f"{done} of {len(tasks)}")
    say("done")
    print(table(verdicts, len(alarms)))
    short = below(verdicts, len(alarms))
    print(*(f"below the bar: {one}" for one in short), sep="\n")
    return 1 if short else 0


if __name__ == "__main__":
    os.chdir(Path(__file__).parents[2])
    sys.exit(main(sys.argv[1:]))
