"""The bench of mutations, `nox -s mutations`: finished files changed by grammar and seed, judged by outside witnesses.

A mutation that a witness sees (sight.py) and of which the proof says nothing is a miss; one that the proof tells and no
witness sees is counted apart. Prints each miss with what makes it again, then tables by kind and by what was seen;
ends with 1 where that is below the bar.
"""

import argparse
import json
import logging
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from pikepdf import PdfError

from clearfold.model.media_types import BRF, EBRAILLE, EPUB, HTML, PEF
from tests.faults.goods import EXAMPLE, LONG, SMALL, STANDARD, Good, built, made_at_random
from tests.mutations import braille_witness, epub_witness, pdf_witness, web_witness
from tests.mutations.braille_files import BRF_GROUPS, EBRAILLE_GROUPS, PEF_GROUPS
from tests.mutations.epub_files import FILES
from tests.mutations.epub_trees import TREES
from tests.mutations.mutation import Mutant, Mutator
from tests.mutations.pdf_content import CONTENT
from tests.mutations.pdf_objects import OBJECTS
from tests.mutations.rewrites import rewrites_of
from tests.mutations.sight import Sight, differences
from tests.mutations.verdicts import Judged, below, tables
from tests.mutations.web_pages import PAGES

WHOLE = tuple(sorted(Path("tests/cases/printed").glob("whole-*/*.md")))
RANDOM = 6  # leaflets made at random
TRIES = 40  # a mutator may find no place, and another is drawn
GROUPS = {
    EPUB: {"tree": TREES, "file": FILES},
    HTML: PAGES,
    BRF: BRF_GROUPS,
    PEF: PEF_GROUPS,
    EBRAILLE: EBRAILLE_GROUPS,
}
LOOKS = {EPUB: epub_witness.look, HTML: web_witness.look}
ENDINGS = {EPUB: "epub", HTML: "html", BRF: "brf", PEF: "pef", EBRAILLE: "ebrl"}
EDITIONS = (*STANDARD, "web")
BRAILLE = ("braille", "braille-pef", "ebraille")
"""Made where -e asks for braille, so that the seeds of the others make what they made before."""


def mutators(good: Good) -> dict[str, Mutator]:
    """Return what may be done to a file, by its family and name."""
    groups = GROUPS.get(good.media_type, {"object": OBJECTS, "content": CONTENT})
    return {f"{family}: {name}": one for family, group in groups.items() for name, one in group.items()}


def mutant(good: Good, seed: str, pattern: str = "") -> tuple[str, Mutant]:
    """Return the mutation of a file that a seed such as 7:123 makes, and what made it."""
    random = Random(f"{seed} {good.name}")
    fit = {name: one for name, one in mutators(good).items() if re.search(pattern, name)}
    for _ in range(TRIES):
        name = random.choice(sorted(fit))
        try:
            made = fit[name](good.data, random)
        except (LookupError, ValueError, TypeError, PdfError):
            continue  # nothing that the library lets us write
        if made is not None and made.data != good.data:
            return name, made
    raise RuntimeError(f"{good.name}: seed {seed} makes nothing")


def look(good: Good, data: bytes) -> Sight:
    """Return what the witnesses see of a file of the good one's type."""
    if good.media_type in (BRF, PEF, EBRAILLE):
        return braille_witness.look(data, good.media_type, good.expected.lang)
    return LOOKS.get(good.media_type, pdf_witness.look)(data)


_goods: tuple[Good, ...] = ()
_sights: dict[int, Sight] = {}


def take(goods: tuple[Good, ...]) -> None:
    """Give a process the good files."""
    global _goods  # a process has them once, and not with every task
    _goods = goods
    _sights.clear()
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of broken files is not asked for


def attempt(number: int, seed: str, pattern: str, keep: Path | None, *, misses: bool = False) -> Judged:
    """Make one mutation, and judge what the proof says of it; for ``misses`` alone, what is told is not looked at."""
    good = _goods[number]
    family, made = mutant(good, seed, pattern)
    if keep is not None:
        ending = ENDINGS.get(good.media_type, "pdf")
        (keep / f"{good.copy}-{good.edition}-{seed.replace(':', '-')}.{ending}").write_bytes(made.data)
    if number not in _sights:
        _sights[number] = look(good, good.data)
    began = time.monotonic()
    try:
        told = tuple(dict.fromkeys(one.code for one in good.told(made.data)))
    except Exception as error:
        told = (f"crash: {type(error).__name__}: {error}"[:200],)
    spent = time.monotonic() - began
    seen = () if misses and told else differences(_sights[number], look(good, made.data))
    return Judged(good.name, good.edition, seed, family, made.kind, made.note, seen, told, round(spent, 2))


def false_alarms(number: int) -> list[str]:
    """Return what the proof tells of a good file and of the harmless rewritings of it."""
    good = _goods[number]
    alarms = [f"{good.name}, untouched: {one.code}" for one in good.told(good.data)]
    sight = look(good, good.data)
    for name, data in rewrites_of(good.data, good.media_type):
        alarms += [f"{good.name}, {name}: a witness sees other {seen}" for seen in differences(sight, look(good, data))]
        alarms += [f"{good.name}, {name}: {str(one).partition(chr(10))[0]}" for one in good.told(data)]
    return alarms


def files(asked: argparse.Namespace) -> Iterator[Good]:
    """Build the good files that are asked for."""
    felt = "brai" in asked.e
    for path in (SMALL, EXAMPLE, *WHOLE, LONG):
        if asked.leaflet in str(path):
            yield from (one for one in built(path, BRAILLE if felt else EDITIONS) if one.edition)
    for seed in range(asked.random):
        if asked.leaflet in f"random-{seed}":
            yield from (one for one in made_at_random(seed, BRAILLE if felt else ()) if one.edition)


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(prog="nox -s mutations --", description="finished files changed by seed")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other mutations")
    parser.add_argument("--count", type=int, default=1000, help="how many")
    parser.add_argument(
        "--at", type=int, default=0, help="the number of the first: --seed 7 --at 123 --count 1 makes 7:123"
    )
    parser.add_argument("-k", default="", help="only mutators whose “family: name” has this pattern; makes other ones")
    parser.add_argument("-e", default="", help="only editions whose name has this pattern")
    parser.add_argument("-l", dest="leaflet", default="", help="only leaflets whose path has this in it")
    parser.add_argument("--random", type=int, default=RANDOM, help="how many leaflets made at random")
    parser.add_argument("--json", type=Path, help="a file for the figures and each mutation")
    parser.add_argument("--keep", type=Path, help="a folder for the changed files")
    parser.add_argument(
        "--misses", action="store_true", help="in half the time: the witnesses see only what is not told"
    )
    parser.add_argument("--no-rewrites", action="store_true", help="leave the harmless rewritings out")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1, help="processes")
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Run the bench, print its tables, and return 1 where it is below the bar."""
    asked = arguments(words)
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {text}", flush=True)

    goods = tuple(one for one in files(asked) if re.search(asked.e, one.edition))
    say(f"{len(goods)} good files are built")
    alarms: list[str] = []
    judged: list[Judged] = []
    with ProcessPoolExecutor(asked.j, initializer=take, initargs=(goods,)) as pool:
        if not asked.no_rewrites:
            alarms = [alarm for told in pool.map(false_alarms, range(len(goods))) for alarm in told]
            print(*(f"  false alarm: {alarm}" for alarm in alarms), sep="\n", flush=True)
            say("the good files and their harmless rewritings are proven")
        # A file's mutations follow each other, so that its pixels are remembered.
        numbers = [(n * len(goods) // asked.count, asked.at + n) for n in range(asked.count)]
        jobs = [
            pool.submit(attempt, good, f"{asked.seed}:{n}", asked.k, asked.keep, misses=asked.misses)
            for good, n in numbers
        ]
        for done, job in enumerate(jobs, start=1):
            one = job.result()
            judged.append(one)
            if one.missed or one.crashed:
                print(f"  {one}", flush=True)
            if done % 100 == 0:
                say(f"{done} of {asked.count}")
    say("done")
    print(tables(judged, len(alarms)))
    if asked.json:
        rows = {"seed": asked.seed, "alarms": alarms, "mutations": [one.as_dict() for one in judged]}
        asked.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    short = below(judged, len(alarms))
    print(*(f"below the bar: {one}" for one in short), sep="\n")
    return 1 if short else 0


if __name__ == "__main__":
    os.chdir(Path(__file__).parents[2])
    sys.exit(main(sys.argv[1:]))
