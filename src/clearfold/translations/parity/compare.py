"""What is not the same in two languages, section by section: the parts of the text, and what it says in figures."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.translations.copies import Copy
from clearfold.translations.parity.facts import facts
from clearfold.translations.parity.mentions import named, referred
from clearfold.translations.parity.negations import negated
from clearfold.translations.parity.numbers import is_text, numbers, surely_lost
from clearfold.translations.parity.pictures import pictures
from clearfold.translations.parity.sides import Sides
from clearfold.translations.parity.structure import same_text, structure, untranslated
from clearfold.translations.sections import Part, lay_beside


def parity(source: Copy, here: Copy, told: frozenset[Location] = frozenset()) -> tuple[Diagnostic, ...]:
    """Return what differs between a copy and its translation, each with both places and both texts.

    What stands at one of the places ``told`` is spoken of already.
    """
    sides = Sides(source, here)
    parts = lay_beside(source, here, told)
    return (*facts(source, here), *pictures(source, here), *(one for part in parts for one in _of_part(sides, part)))


def _of_part(sides: Sides, part: Part) -> Iterator[Diagnostic]:
    if part.name == "abbreviations":
        return
    sure = surely_lost(sides, part)
    if part.name != "glossary":
        yield from structure(sides, part.pairs, sure)
        yield from untranslated(sides, part.pairs)
    # What is missing as a whole is one finding: its numbers are not told once more.
    # Nor is what is the same on both sides, as a language reads the numbers of another one in its own way.
    whole = tuple(
        pair
        for pair in part.pairs
        if (pair.source and pair.here and not same_text(pair))
        or (not (pair.source and pair.here) and is_text(pair) and pair not in sure)
    )
    if part.name != "glossary":
        yield from negated(sides, whole)
    yield from numbers(sides, whole, by_part=part.name == "glossary")
    yield from named(sides, part, whole)
    yield from referred(sides, whole)
