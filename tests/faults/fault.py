"""What a fault is: a change to a finished file, the codes that must tell of it, and the words that it hits."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


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
    no place for it. ``also`` are codes that may come with it.
    """

    name: str
    family: str
    codes: frozenset[str]
    inject: Callable[[bytes, Random], Injected | None]
    also: frozenset[str] = frozenset()


def fault(
    family: str, name: str, codes: str, inject: Callable[[bytes, Random], Injected | None], also: str = ""
) -> Fault:
    """Make a fault; codes are parted by spaces."""
    return Fault(name, family, frozenset(codes.split()), inject, frozenset(also.split()))
