"""Every check that advice makes of one copy: one tuple, one signature."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from clearfold.advice.advice import Advice
from clearfold.advice.checks import abbreviations, action, chances, doses, links, plain, shouting, trust, ways
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
    abbreviations.unexplained,
    abbreviations.unused,
    plain.address,
    plain.long_sentences,
    plain.long_paragraphs,
    plain.turns,
    shouting.capitals,
    plain.hard_words,
    ways.headings,
    ways.key_messages,
    ways.stretches,
    ways.lists,
    links.links,
    links.twins,
    links.alternatives,
    links.captions,
    links.long_alternatives,
    action.when_to_ask,
    action.numbers,
    action.vague,
)
