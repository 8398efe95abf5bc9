"""Patterns that fill a rectangle, such as leaders of contents: each begins where its own rectangle does."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pypdf.generic import DictionaryObject, NameObject

from clearfold.model.messages import message
from clearfold.proof.readers.pdf.objects import floats, items, resource
from clearfold.proof.readers.pdf.operators.visitor import Operation

SCALE = (0.75, 0.0, 0.0, -0.75)  # from the page's own lengths to points
MARKS = frozenset((b"BDC", b"BMC", b"EMC"))
NEAR = 0.05  # points


def mislaid(operations: Sequence[Operation], resources: DictionaryObject) -> Iterator[str]:
    """Yield where a pattern is larger or smaller than its page, beside its rectangle, or higher than others like it.

    A drawing measures in its own lengths, which it says within its marked content, and is looked at as a picture.
    """
    heights: dict[str, tuple[float, float]] = {}  # above the upper and the lower edge of the first of its kind
    drawing = False
    for (operands, operator), (corner, follows) in pairwise(operations):
        drawing = operator == b"cm" or (drawing and operator not in MARKS)
        name = operands[-1] if operands and operator == b"scn" else None  # those of an inline image are a dictionary
        if drawing or follows != b"re" or not isinstance(name, NameObject):
            continue
        pattern = resource(resources, "/Pattern", name)
        if not isinstance(pattern, DictionaryObject):
            continue
        matrix, cell = floats(items(pattern.get("/Matrix"))), str(pattern.get("/BBox"))
        left, top, _, high = floats(corner)
        if len(matrix) != 6 or not _near(matrix[:4], SCALE):
            yield message("a pattern in another scale than its page")
        elif abs(matrix[4] - left * SCALE[0]) > NEAR:
            yield message("a pattern beside the rectangle that it fills")
        else:
            upper, lower = matrix[5] - top * SCALE[3], matrix[5] - (top + high) * SCALE[3]
            first = heights.setdefault(cell, (upper, lower))
            # The leader of an entry of several lines stands at the last of them.
            if abs(first[0] - upper) > high * SCALE[0] and abs(first[1] - lower) > NEAR:
                yield message("a pattern above or below the rectangle that it fills")


def _near(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))
