"""Advise on one copy: every check made, what its writers have switched off left out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from clearfold.advice.advice import Advice
from clearfold.advice.checks import CHECKS
from clearfold.advice.off import kept
from clearfold.advice.reading import Reading, read
from clearfold.advice.rules import RULES
from clearfold.model.source import Source


@dataclass(frozen=True, slots=True)
class Advised:
    """What is advised of one copy, in the order of its places."""

    reading: Reading
    advice: tuple[Advice, ...]


def advise(source: Source, today: date) -> Advised:
    """Return the advice on a copy; raise LeafletError where its front matter cannot be read."""
    reading = read(source, today)
    return Advised(reading, _sorted(kept(source, (one for check in CHECKS for one in check(reading)))))


def more(advised: Advised, told: Iterable[Advice]) -> Advised:
    """Return what is advised of a copy, with more that is told of it."""
    own = (one for one in told if one.place.path == advised.reading.source.path)
    return replace(advised, advice=_sorted((*advised.advice, *own)))


def _sorted(told: Iterable[Advice]) -> tuple[Advice, ...]:
    order = list(RULES)
    return tuple(sorted(set(told), key=lambda one: (one.place, order.index(one.code), one.said)))
