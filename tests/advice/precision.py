"""How often advice is followed: ``python -m tests.advice.precision`` reads ten leaflets and prints it by code.

tests/cases/advice holds leaflets in four languages as associations write them, and ``judged.txt``: each piece of advice
on them, and whether their authors would follow it.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearfold.advice import advise
from clearfold.advice.rules import RULES, Section, Sureness
from clearfold.model.source import read_source
from tests.advice.copies import TODAY

CASES = Path(__file__).parents[1] / "cases/advice"
JUDGED = CASES / "judged.txt"
LEAST = {Sureness.PRECISE: 90, Sureness.OFTEN: 75}
SECONDS = 2.0
_SHOWN = 50  # characters of the words that are meant, by which a judgement is found again


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece of advice on a leaflet, by its file, code and words, and whether it is followed."""

    key: tuple[str, str, str]
    followed: bool


def judged() -> Iterator[Judged]:
    """Yield the judgements: a line each, of a file, a code, yes or no, and the words that are meant."""
    for line in JUDGED.read_text("utf-8").splitlines():
        name, code, answer, said = [*line.split(" ", 3), ""][:4]
        yield Judged((name, code, said), answer == "yes")


def told() -> Iterator[tuple[str, str, str]]:
    """Yield the file, the code and the words of each piece of advice on the leaflets."""
    for path in sorted(CASES.rglob("*.md")):
        for one in advise(read_source(path), TODAY).advice:
            yield path.relative_to(CASES).as_posix(), one.code, one.said[:_SHOWN].strip()


def share(found: Sequence[Judged], sureness: Sureness) -> float:
    """Return how many of a hundred pieces of advice of a kind are followed."""
    own = [one.followed for one in found if RULES[one.key[1]].sureness is sureness]
    return 100 * sum(own) / len(own)


def main() -> int:
    """Print what was followed, code by code, how long a leaflet takes, and what is advised on the example."""
    found = list(judged())
    hits, followed = Counter(one.key[1] for one in found), Counter(one.key[1] for one in found if one.followed)
    for section in Section:
        for code in (code for code in RULES if RULES[code].section is section and hits[code]):
            print(f"{code}  {followed[code]:3} of {hits[code]:3}  {RULES[code].sureness:11}  {RULES[code].what}")
    for sureness, least in LEAST.items():
        print(f"{sureness}: {share(found, sureness):.0f} % are followed, of {least} % at least")
    slowest = max(map(_seconds, sorted(CASES.rglob("*.md"))))
    print(f"the slowest leaflet takes {slowest:.2f} s, of {SECONDS:.0f} s at most")
    for path in sorted((CASES.parents[2] / "content").rglob("*.md")):
        own = Counter(one.code for one in advise(read_source(path), TODAY).advice)
        print(f"{path.name} of the example: {', '.join(f'{code} ({n})' for code, n in own.items()) or 'no advice'}")
    good = slowest < SECONDS and all(share(found, sureness) >= least for sureness, least in LEAST.items())
    return 0 if good and Counter(told()) == Counter(one.key for one in found) else 1


def _seconds(path: Path) -> float:
    start = time.perf_counter()
    advise(read_source(path), TODAY)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
