"""Lay the rows that the parser was given beside the lines that somebody wrote: some are put in its words before.

Each character of a row is traced to the one that is written. What is written and in no row must be a sign that
docs/writing.md has at that place.
"""

from collections.abc import Iterator, Sequence

from clearfold.proof.expect.accounting import signs
from clearfold.proof.expect.accounting.pairing import paired
from clearfold.proof.expect.accounting.written import Written

NOWHERE = -1


def as_given(written: Written, rows: Sequence[tuple[int, str]]) -> Written:
    """Return the text that the parser was given, traced to what is written; each row with the number of its line."""
    text = "\n".join(row for _, row in rows)
    if text == written.text:
        return written
    origin: list[int] = []
    for number, row in rows:
        low, high = written.line(number)
        origin += _traced(written.text[low:high], row, low)
        origin.append(NOWHERE)
    return Written(written.path, text, written.first, base=written, origin=origin[:-1])


def settle(given: Written) -> Written:
    """Account for what is written by what is known of the text given to the parser, and return what is written."""
    written = given.base
    if written is None:
        return given
    here = {at for at in given.origin if at != NOWHERE}
    written.mark_all(at for at, known in zip(given.origin, given.known, strict=True) if known and at != NOWHERE)
    for row in range(len(written.starts) - 1):
        low, high = written.line(row)
        if not here.issuperset(at for at in range(low, high) if not written.text[at].isspace()):
            written.mark_all(at for at in _signs(written.text, low, high) if at not in here)
    return written


def _traced(line: str, row: str, low: int) -> Iterator[int]:
    """Yield for each character of a row the place of the one that is written, NOWHERE for one that is not."""
    ours, theirs = row.strip(), line.strip()
    lead = len(row) - len(row.lstrip()) if ours else len(row)
    first = low + len(line) - len(line.lstrip())
    yield from (NOWHERE for _ in range(lead))
    if ours == theirs:
        yield from range(first, first + len(ours))
    else:
        places = [NOWHERE] * len(ours)
        for here, there, size in paired(ours, theirs):
            places[here : here + size] = range(first + there, first + there + size)
        yield from places
    yield from (NOWHERE for _ in range(len(row) - lead - len(ours)))


def _signs(text: str, low: int, high: int) -> Iterator[int]:
    """Yield the places of a line that signs may take."""
    for pattern in signs.AT_BEGINNING:
        if match := pattern.match(text, low, high):
            yield from range(*match.span())
    for pattern in signs.AT_END:
        if match := pattern.search(text, low, high):
            yield from range(*match.span())
