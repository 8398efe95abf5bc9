"""Where the cells of a table stand: in which columns, and into which rows they go on."""

from collections.abc import Iterable, Iterator

from clearfold.press.document.blocks import Cell, Row


def cells(rows: Iterable[Row]) -> Iterator[tuple[int, range, Cell]]:
    """Yield each cell of a table's part with its row, from 0, and the columns that it covers (HTML, 4.9.12)."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            taken.update((number + n, column + k) for n in range(cell.rows) for k in range(cell.columns))
            yield number, range(column, column + cell.columns), cell
            column += cell.columns
