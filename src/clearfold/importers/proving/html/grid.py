"""In which row and column a cell of a table stands, those that go over several reckoned in."""

_MOST = 1000


class Grid:
    """The cells of a table so far."""

    def __init__(self) -> None:
        self._row = 0
        self._taken: set[tuple[int, int]] = set()

    def next_row(self) -> None:
        """Begin a row."""
        self._row += 1

    def place(self, columns: str, rows: str) -> tuple[int, int]:
        """Put the next cell, and return its row and column."""
        column = 1
        while (self._row, column) in self._taken:
            column += 1
        wide, high = (min(int(n), _MOST) if n.strip().isdigit() and int(n) else 1 for n in (columns, rows))
        self._taken |= {(self._row + y, column + x) for y in range(high) for x in range(wide)}
        return self._row, column
