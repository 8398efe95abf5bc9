"""Cells of a table that is shown as cards: the words before each, for the eye alone, are those over its column."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.proof.compare.letters import fold
from clearfold.proof.html.elements import Grid, name_of, span_of
from clearfold.proof.readers.epub.closed.trees import kinds_in
from clearfold.proof.readers.epub.links import words_of


def mislabelled(root: Element) -> Iterator[tuple[str, str, str]]:
    """Yield the letters of each cell whose label is another column's, or is missing: its words, its label, its head."""
    for table, kind in kinds_in(root):
        if kind == "table-stacked":
            for cell, head in _cells(table):
                label, words = _parted(cell)
                if head and words and label.rstrip(":") != head.rstrip(":"):
                    yield words, label, head


def _cells(table: Element) -> Iterator[tuple[Element, str]]:
    """Yield each cell of a table's body that is no header, with the letters of the headers over it."""
    heads: dict[int, list[str]] = {}
    for group in table:
        grid = Grid()
        for row in group if name_of(group) in ("thead", "tbody") else ():
            grid.next_row()
            for cell in row:
                across = span_of(cell, "colspan")
                _, column = grid.place(across, span_of(cell, "rowspan"))
                columns = range(column, column + across)
                if name_of(group) == "thead":
                    for one in columns:
                        heads.setdefault(one, []).append(words_of(cell)[1])
                elif name_of(cell) == "td":
                    over = dict.fromkeys(text for one in columns for text in heads.get(one, []) if text)
                    yield cell, fold(", ".join(over))


def _parted(cell: Element) -> tuple[str, str]:
    """Return the letters of the labels of a cell, and those of its own words."""
    labels = [child for child in cell if child.get("aria-hidden") == "true"]
    label = fold("".join("".join(child.itertext()) for child in labels))
    return label, fold(words_of(cell)[1]).removeprefix(label)
