"""Whether headings, items and cells of the original are such in the copy, and no other words are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clearfold.importers.ledger import Entry
from clearfold.importers.proving.differences import Laid
from clearfold.importers.proving.streams import Part, Stream
from clearfold.importers.rules import Act
from clearfold.model.messages import message
from clearfold.model.transcript import Kind


@dataclass(frozen=True, slots=True)
class Unlike:
    """A block that is something else in the copy than in the original."""

    part: Part
    expected: str
    found: str


def unlike(original: Stream, copy: Stream, laid: Laid, ledger: Iterable[Entry]) -> Iterator[Unlike]:
    """Yield what differs and is in no entry of the ledger."""
    # Words that were left out are none of those that are something else now.
    kept = (entry for entry in ledger if entry.act is not Act.LEFT)
    told = {tuple(text.split()) for entry in kept for text in (entry.before, entry.after) if text}
    there = dict(_started(original))
    here = dict(_started(copy))
    met: set[int] = set()
    for start, part in there.items():
        twin = laid.same.get(start)
        if twin is None:
            continue
        found = here.get(twin)
        met.add(twin)
        if (said := _differs(part, found)) and not _is_told(told, part, found):
            yield Unlike(part, _name(part), said)
    back = {number: word for word, number in laid.same.items()}
    for start, part in here.items():
        if part.kind not in (None, Kind.CODE) and start not in met and start in back and not _is_told(told, part, None):
            yield Unlike(part, message("the middle of a block"), _name(part))


def _started(stream: Stream) -> Iterator[tuple[int, Part]]:
    start = 0
    for part in stream:
        yield start, part
        start += len(part.words)


def _differs(part: Part, found: Part | None) -> str:
    """Say what a block of the original is in the copy, "" where that is the same."""
    if part.kind is Kind.CODE or (found is not None and found.kind is Kind.CODE):
        return ""  # code is that within an item or a cell as well
    if found is None:
        return message("the middle of a block") if part.kind is not None else ""
    if part.kind is not found.kind:
        return _name(found)
    if part.kind is Kind.TABLE_CELL and part.row and (part.row, part.column) != (found.row, found.column):
        return _name(found)
    return ""


def _is_told(told: set[tuple[str, ...]], *parts: Part | None) -> bool:
    return any(part is not None and part.words in told for part in parts)


def _name(part: Part) -> str:
    if part.kind is Kind.TABLE_CELL and part.row:
        return message("cell {column} of row {row}", column=part.column, row=part.row)
    return str(part.kind or Kind.TEXT)
