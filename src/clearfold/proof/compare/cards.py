"""Put the headers of a table that is drawn as cards where the eye meets them: each before the first cell below it.

Between the expected transcript and the alignment, for the order in which pages are drawn. In the structure tree such a
table has its head first, as the copy has it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from clearfold.model.transcript import Block, Furniture, Transcript

CARDS = "cards"  # the name of the furniture that declares a table drawn so, by the words of its head
PARTED = "\n"  # between these
FIRST = 2  # the row of the first card


def in_cards(expected: Transcript, furniture: Iterable[Furniture]) -> Transcript:
    """Return what the copy promises, in the order in which cards show it, of an edition that declares such tables."""
    heads = {item.text for item in furniture if item.name == CARDS}
    if not heads:
        return expected
    return replace(expected, blocks=tuple(_ordered(expected.blocks, heads)))


def _ordered(blocks: Sequence[Block], heads: set[str]) -> Iterator[Block]:
    for is_cell, run in groupby(blocks, lambda block: block.row > 0):
        for table in _tables(list(run)) if is_cell else [list(run)]:
            first = [block for block in table if block.row == 1]
            known = is_cell and PARTED.join(block.text for block in first) in heads
            yield from _as_cards(table) if known else table


def _tables(cells: Sequence[Block]) -> Iterator[list[Block]]:
    """Part the cells of tables that follow each other: each begins in a first row."""
    table: list[Block] = []
    for cell in cells:
        if table and cell.row < table[-1].row:
            yield table
            table = []
        table.append(cell)
    yield table


def _as_cards(table: Sequence[Block]) -> Iterator[Block]:
    """Yield the cells in the order of the cards: the first one holds all headers, also those of empty cells."""
    waiting = {cell.column: cell for cell in table if cell.row == 1}
    for cell in table:
        if cell.row == 1:
            continue
        ready = sorted(column for column in waiting if cell.row > FIRST or column <= cell.column)
        yield from (waiting.pop(column) for column in ready)
        yield cell
    yield from waiting.values()
