"""What a mutation is: a finished file with one thing in it changed, dropped, moved, added or exchanged by seed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed file; ``kind`` says what was done to which sort of thing, ``note`` to which one."""

    data: bytes
    kind: str
    note: str


Mutator = Callable[[bytes, Random], Mutant | None]
"""Changes one thing of a file at a place drawn by the random generator; None where it has no such thing."""


def shortened(value: object, length: int = 70) -> str:
    """Return a value in one short line, for a note."""
    text = " ".join(str(value).split())
    return text if len(text) <= length else f"{text[:length]}…"


def two(random: Random, things: Sequence[T]) -> tuple[T, T] | None:
    """Draw two things that are not the same one; None where there is but one."""
    if len(things) < 2:
        return None
    first, second = random.sample(range(len(things)), 2)
    return things[first], things[second]
