"""A table of one row without a head: a box, or text that was only set side by side."""

from collections.abc import Iterator, Sequence

from clearfold.importers.document import Block, Box, Cell, Heading, Place, Table
from clearfold.importers.ledger import Entry
from clearfold.importers.walk import words_of


def alone(row: Sequence[Cell], place: Place, ledger: list[Entry]) -> Iterator[Block]:
    """Yield a box for the only cell of a table, else what stands in its cells, one after the other; list either."""
    blocks = tuple(block for cell in row for block in cell.blocks)
    box = len(row) == 1 and not any(isinstance(block, Heading | Table) for block in blocks)
    for block in blocks:
        words = words_of(block)
        ledger.append(Entry("IMP-012" if box else "IMP-027", block.place, words, words))
    if box:
        yield Box(blocks, place)
    else:
        yield from blocks
