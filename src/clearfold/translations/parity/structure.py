"""Parts of the text that are in one language only: headings, items, cells, boxes, pictures, notes, paragraphs."""

from collections.abc import Iterator, Sequence

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind
from clearfold.translations.parity.sides import Sides, shown
from clearfold.translations.sections import Beside


def structure(sides: Sides, pairs: Sequence[Beside], sure: Sequence[Beside]) -> Iterator[Diagnostic]:
    """Tell of the parts that only one side has; of the paragraphs ``sure`` there is no doubt."""
    rows: set[tuple[str, int]] = set()
    for number, pair in enumerate(pairs):
        if pair.source and pair.here:
            yield from _levels(sides, pair)
            continue
        told = (pair.source or pair.here)[0].block
        if told.kind is Kind.TABLE_CELL:
            key = ("source" if pair.source else "here", told.row)
            if key in rows:
                continue
            rows.add(key)
        yield from _lone(sides, pair, told, _near(sides, pairs, number), sure=pair in sure)


def _near(sides: Sides, pairs: Sequence[Beside], number: int) -> Location:
    """Return where in the translation something is missing: behind what answers the block before it."""
    before = (pair for pair in reversed(pairs[:number]) if pair.here)
    after = (pair for pair in pairs[number:] if pair.here)
    return sides.at([pair for pair in (next(before, None) or next(after, None),) if pair])


def _lone(sides: Sides, pair: Beside, block: Block, near: Location, *, sure: bool) -> Iterator[Diagnostic]:
    text, where = shown(block.text), sides.there(block)
    at = block.location or near
    kind = message("row or cell of a table") if block.kind is Kind.TABLE_CELL else str(block.kind)
    match block.kind, bool(pair.source):
        case Kind.HEADING, True:
            yield mistake("TRL-020", near, "missing", there=text, source=where)
        case Kind.HEADING, False:
            yield mistake("TRL-020", at, "extra", here=text, source=sides.source.path.name)
        case Kind.PARAGRAPH, True if not sure:
            yield mistake("TRL-022", near, "missing", there=text, source=where)
        case Kind.PARAGRAPH, False if not sure:
            yield mistake("TRL-022", at, "extra", here=text, source=sides.source.path.name)
        case _, True:
            yield mistake("TRL-021", near, "missing", kind=kind, there=text, source=where)
        case _:
            name = sides.source.path.name
            yield mistake("TRL-021", at, "extra", kind=kind, here=text, source=name)


def _levels(sides: Sides, pair: Beside) -> Iterator[Diagnostic]:
    ours, theirs = pair.source[0].block, pair.here[0].block
    if ours.level == theirs.level:
        return
    at, where = sides.at([pair]), sides.there(ours)
    levels = {"mine": theirs.level, "theirs": ours.level}
    if ours.kind is Kind.HEADING:
        yield mistake("TRL-020", at, "level", here=shown(theirs.text), there=shown(ours.text), source=where, **levels)
    elif ours.kind is Kind.LIST_ITEM:
        yield mistake("TRL-021", at, "level", there=shown(ours.text), source=where, **levels)


def same_text(pair: Beside) -> bool:
    """Say whether the two sides are the same letter by letter."""
    ours, theirs = (" ".join(one.block.text for one in side) for side in (pair.source, pair.here))
    return ours == theirs


def untranslated(sides: Sides, pairs: Sequence[Beside]) -> Iterator[Diagnostic]:
    """Tell of blocks that are the same, letter by letter, and in the language of the source."""
    for pair in pairs:
        if not same_text(pair) or sides.source.lang == sides.here.lang:
            continue
        text = " ".join(one.block.text for one in pair.here)
        block = pair.here[0].block
        if block.kind is Kind.DRAWING:
            continue  # its picture is told of
        foreign = sum(span.end - span.start for span in block.spans if span.lang)
        letters = [word for word in text.split() if word.isalpha()]
        if len(letters) > 3 and foreign < len(text) / 2:
            yield mistake("TRL-011", sides.at([pair]), text=shown(text), source=sides.there(pair.source[0].block))
