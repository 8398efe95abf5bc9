"""Every check that advice makes of one copy: one tuple, one signature."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from clearfold.advice.advice import Advice
from clearfold.advice.checks import chances, doses, links, trust, ways
from clearfold.advice.reading import Reading

Check: TypeAlias = Callable[[Reading], Iterator[Advice]]

CHECKS: tuple[Check, ...] = (
    chances.denominators,
    chances.comparisons,
    chances.percentages,
    doses.glued,
    doses.two_ways,
    doses.signs,
    doses.in_words,
    doses.unit_spelled_twice,
    doses.misread,
    doses.decimal_signs,
    trust.missing,
    trust.passed,
    trust.search,
    trust.claims,
    ways.headings,
    ways.key_messages,
    ways.stretches,
    ways.lists,
    links.links,
    links.twins,
    links.alternatives,
    links.captions,
)
