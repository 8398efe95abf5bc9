"""Items of lists, one after the other, as lists within each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearfold.importers.document import Block, Blocks, Item, ListBlock
from clearfold.importers.docx.numbering import Counted


@dataclass(frozen=True, slots=True)
class Hung:
    """A block of a list: an item with how it is counted, or, without that, what hangs on the item before it."""

    counted: Counted | None
    block: Block


def nested(entries: Sequence[Hung]) -> Iterator[ListBlock]:
    """Yield the lists that items make; the first entry is an item."""
    at = 0
    while at < len(entries):
        block, at = _list(entries, at)
        yield block


def _list(entries: Sequence[Hung], at: int) -> tuple[ListBlock, int]:
    """Return the list that begins at an entry, and where the next one does."""
    first = entries[at].counted or Counted(0, None, "bullet", "")
    items: list[Blocks] = []
    last: Counted | None = None
    place = entries[at].block.place
    while at < len(entries):
        counted = entries[at].counted
        if counted is None or (last is not None and counted.level > first.level):
            if counted is None:
                items[-1] = (*items[-1], entries[at].block)
                at += 1
            else:
                inner, at = _list(entries, at)
                items[-1] = (*items[-1], inner)
            continue
        if last is not None and not _goes_on(last, counted, first):
            break
        items.append((entries[at].block,))
        last = counted
        at += 1
    return ListBlock(tuple(map(Item, items)), place, first.number, letters=first.letters), at


def _goes_on(last: Counted, one: Counted, first: Counted) -> bool:
    if one.level < first.level or (one.number is None) is not (last.number is None):
        return False
    return one.number is None or last.number is None or one.number == last.number + 1
