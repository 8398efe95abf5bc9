"""Put the words that an edition's templates must add among those of the copy, so that they are asked for as these are.

Between the oracle and the alignment, for files that an edition of ours is: a label is a run like any other, and is
told when it is lost, changed or moved.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clearfold.model.transcript import Furniture, Kind, Run, Transcript

LEVEL = 2  # of a panel's heading


def with_labels(expected: Transcript, furniture: Iterable[Furniture]) -> Transcript:
    """Return what the copy promises with each label right before the parts that it introduces.

    A label has the place in the copy of the run that follows it, or of the last one.
    """
    labels = tuple(item for item in furniture if item.before)
    if not labels:
        return expected
    runs: list[Run] = []
    done = 0
    for part, at in expected.parts:
        runs.extend(expected.runs[done:at])
        done = at
        runs.extend(_label(item, expected, at) for item in labels if item.before == part)
    return replace(expected, runs=(*runs, *expected.runs[done:]), parts=())


def unplaced(expected: Transcript, furniture: Iterable[Furniture]) -> Iterator[Furniture]:
    """Yield the furniture that ``with_labels`` puts nowhere."""
    parts = {part for part, _ in expected.parts}
    return (item for item in furniture if item.before not in parts)


def _label(item: Furniture, expected: Transcript, at: int) -> Run:
    near = expected.runs[min(at, len(expected.runs) - 1)] if expected.runs else None
    level = LEVEL if item.kind is Kind.HEADING else 0
    location = near.location if near else None
    return Run(item.kind, item.text, location, lang=expected.lang, level=level, added=True)
