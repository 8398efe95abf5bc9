"""Put the words that an edition's templates must add among those of the copy, so that they are asked for as these are.

Between the expected transcript and the alignment, for files that an edition of ours is: a label is a block like any
other, and is told when it is lost, changed or moved.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clearfold.model.transcript import Block, Furniture, Kind, Transcript

LEVEL = 2  # of a panel's heading


def with_labels(expected: Transcript, furniture: Iterable[Furniture]) -> Transcript:
    """Return what the copy promises with each label right before the parts that it introduces.

    A label has the place in the copy of the block that follows it, or of the last one.
    """
    labels = tuple(item for item in furniture if item.before)
    if not labels:
        return expected
    blocks: list[Block] = []
    done = 0
    for part, at in expected.parts:
        blocks.extend(expected.blocks[done:at])
        done = at
        blocks.extend(_label(item, expected, at) for item in labels if item.before == part)
    return replace(expected, blocks=(*blocks, *expected.blocks[done:]), parts=())


def unplaced(expected: Transcript, furniture: Iterable[Furniture]) -> Iterator[Furniture]:
    """Yield the furniture that ``with_labels`` puts nowhere."""
    parts = {part for part, _ in expected.parts}
    return (item for item in furniture if item.before not in parts)


def _label(item: Furniture, expected: Transcript, at: int) -> Block:
    near = expected.blocks[min(at, len(expected.blocks) - 1)] if expected.blocks else None
    level = LEVEL if item.kind is Kind.HEADING else 0
    location = near.location if near else None
    return Block(item.kind, item.text, location, lang=expected.lang, level=level, spans=item.spans, added=True)
