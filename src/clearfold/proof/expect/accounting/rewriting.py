"""What is made of a row before the parser sees it loses no letter: only the signs of other programs are taken off."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from clearfold.proof.expect.rows import Row

SYNTAX = re.compile(
    r"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*"
    r"(?:(?:!!!|\?\?\?\+?)\s*[\w-]*|\[![A-Za-z]+\]|:{3,}\s*(?:\{[^}]*\}|[\w-]+)?|[ovØüv§]\t|[a-z][.)](?=\s)|Table:)?"
)
TASK = re.compile(r"^([\s>]*(?:[-*+]|\d+[.)])\s+)\[[xX]\](?=\s)")


def changed(lines: Sequence[str], rows: Sequence[Row], apart: Collection[int]) -> Iterator[int]:
    """Yield the numbers of the lines of which a letter or figure is in none of the rows that were made of them."""
    made: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        made[row.number].append(row.text)
    for number, line in enumerate(lines):
        kept = _letters(SYNTAX.sub("", TASK.sub(r"\1", line), count=1))
        if number not in apart and kept not in _letters(" ".join(made[number])):
            yield number


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
