"""What a fault is: a change to a finished file, the codes that must tell of it, and the words that it hits."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.transcript import Transcript
from clearfold.proof.compare.letters import fold
from clearfold.proof.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Injected:
    """A file with one fault; ``words`` are those of the copy at which it must be told, "" where there are none.

    ``place`` is where in the file it must be told, such as "page 3", "" where that is not said.
    """

    data: bytes
    words: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault: its name, family, the codes of which at least one must, and no other may, be raised.

    ``inject`` puts it into a file at a place drawn by the random generator, and returns None where the file has
    no place for it. ``also`` are codes that may come with it; ``first`` says that its code must be told before others.
    """

    name: str
    family: str
    codes: frozenset[str]
    inject: Callable[[bytes, Random], Injected | None]
    also: frozenset[str] = frozenset()
    first: bool = False


def fault(
    family: str, name: str, codes: str, inject: Callable[[bytes, Random], Injected | None], also: str = ""
) -> Fault:
    """Make a fault; codes are parted by spaces."""
    return Fault(name, family, frozenset(codes.split()), inject, frozenset(also.split()))


def places(expected: Transcript, item: Injected) -> set[Location | None]:
    """Return the places in the copy of the blocks that a fault hit; none where it hit furniture."""
    hit = {fold(words) for words in item.words.split("\n")}
    return {block.location for block in expected.blocks if any(_is(words, fold(block.text)) for words in hit)}


def _is(words: str, block: str) -> bool:
    return block == words or (len(words) > 8 and words in block) or (len(block) > 8 and block in words)


def right(diagnostic: Diagnostic, expected: Transcript, item: Injected) -> bool:
    """Say whether a finding is where the fault is: on its page or pages, else at its words, else anywhere."""
    if item.place:
        said = diagnostic.place.removeprefix("pages ").split(" and ")[0] if isinstance(diagnostic, Finding) else ""
        return item.place.removeprefix("page ") in said.removeprefix("page ").split(", ")
    return not item.words or diagnostic.location in places(expected, item)
