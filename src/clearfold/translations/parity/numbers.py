"""Numbers that are not the same in two languages, section by section, or that stand in another order."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Kind
from clearfold.translations.parity.sides import Sides, around
from clearfold.translations.reading.medicines import names
from clearfold.translations.reading.quantities import Quantity, counts_words, differing
from clearfold.translations.sections import Beside, Part, Told

_STRUCTURED = frozenset({Kind.LIST_ITEM, Kind.TABLE_CELL, Kind.CAPTION, Kind.DEFINITION})


def surely_lost(sides: Sides, part: Part) -> tuple[Beside, ...]:
    """Return the paragraphs without an answer that name a number or a medicine which the other side does not."""
    ours = [n for one in part.source for n in counted(sides, one)]
    theirs = [n for one in part.here for n in counted(sides, one)]
    lone = {id(number) for side in differing(ours, theirs) for number in side}
    texts = ["\n".join(one.block.text for one in side) for side in (part.here, part.source)]
    found = []
    for pair in part.pairs:
        if (pair.source and pair.here) or not is_text(pair):
            continue
        other = texts[0] if pair.source else texts[1]
        told = (pair.source or pair.here)[0]
        numbers = any(id(number) in lone for number in counted(sides, told))
        if numbers or any(not names(other, name) for name in told.medicines):
            found.append(pair)
    return tuple(found)


def is_text(pair: Beside) -> bool:
    """Say whether blocks that answer each other, or one alone, are paragraphs."""
    return all(one.block.kind is Kind.PARAGRAPH for one in (*pair.source, *pair.here))


def numbers(sides: Sides, pairs: Sequence[Beside], *, by_part: bool) -> Iterator[Diagnostic]:
    """Tell of numbers that only one side has; the same numbers in other places are a warning."""
    ours = [(one, number) for pair in pairs for one in pair.source for number in counted(sides, one)]
    theirs = [(one, number) for pair in pairs for one in pair.here for number in counted(sides, one)]
    left, right = differing([number for _, number in ours], [number for _, number in theirs])
    lone = {id(number) for number in (*left, *right)}
    if not lone:
        if not by_part:
            yield from _exchanged(sides, pairs)
        return
    rest = [(one, n) for one, n in theirs if id(n) in lone]
    for pair in pairs:
        mine = [(one, n) for one in pair.here for n in counted(sides, one) if any(n is m for _, m in rest)]
        for one, number in ours:
            if id(number) not in lone or one not in pair.source:
                continue
            there, where = around(one, number), sides.there(one.block)
            if mine:
                told, other = mine.pop(0)
                rest = [(block, n) for block, n in rest if n is not other]
                at = told.block.location or sides.at([pair])
                yield mistake("TRL-023", at, "both", here=around(told, other), there=there, source=where)
            else:
                yield mistake("TRL-023", sides.at([pair, *pairs]), "missing", there=there, source=where)
    for told, other in rest:
        name = sides.source.path.name
        yield mistake("TRL-023", told.block.location or sides.at(pairs), "extra", here=around(told, other), source=name)


def counted(sides: Sides, one: Told) -> Sequence[Quantity]:
    """Return the quantities of a block; where one language's words for numbers are not known, only figures."""
    if counts_words(sides.source.lang, sides.here.lang):
        return one.quantities
    return one.figures


def _exchanged(sides: Sides, pairs: Sequence[Beside]) -> Iterator[Diagnostic]:
    for pair in pairs:
        if not pair.source or not pair.here:
            continue
        ours = [n for one in pair.source for n in counted(sides, one)]
        theirs = [n for one in pair.here for n in counted(sides, one)]
        moved = differing(ours, theirs)
        structured = pair.source[0].block.kind in _STRUCTURED
        if (any(moved) and structured) or (not any(moved) and _turned(ours, theirs)):
            here, there = (_listed(side) for side in (pair.here, pair.source))
            yield mistake("TRL-024", sides.at([pair]), here=here, there=there, source=sides.there(pair.source[0].block))


def _turned(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Say whether numbers of one unit stand in another order; those of several units languages may order freely."""
    units = Counter(number.unit for number in ours if not number.loose)
    for unit, many in units.items():
        mine = [number for number in ours if number.unit == unit and not number.loose]
        others = [number for number in theirs if number.unit == unit and not number.loose]
        if many == len(others) > 1 and not all(a.same(b) for a, b in zip(mine, others, strict=True)):
            return True
    return False


def _listed(side: Sequence[Told]) -> str:
    return ", ".join(f"“{one.written(n)}”" for one in side for n in one.quantities if not n.loose) or "none"
