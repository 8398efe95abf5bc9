"""Hold what the cells of a tagged table say of their headers against where they stand (ISO 32000-1, 14.8.5.7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf.generic import PdfObject

from clearfold.model.messages import message
from clearfold.proof.readers.pdf.closed.elements import Element
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.structure_types import attribute, text_of

PARTS = ("THead", "TBody", "TFoot")


@dataclass(frozen=True, slots=True)
class _Cell:
    element: Element
    rows: range
    columns: range
    among_headers: bool

    @property
    def scope(self) -> str:
        return str(_said(self.element, "/Scope") or "")[1:]


def cells_of(table: Element, *, scoped: bool) -> Iterator[str]:
    """Yield where a header is said to be another's, or a cell names other headers than stand above and before it."""
    cells = list(_placed(table))
    heads = [cell for cell in cells if cell.element.kind == "TH"]
    columns = [(_name(head), head) for head in heads if head.scope == "Column"]
    rows = [(_name(head), head) for head in heads if head.scope == "Row"]
    for head in heads if not scoped else ():
        if head.scope != ("Column" if head.among_headers else "Row"):
            yield message(
                "the header “{text}” is said to be one of a {scope}",
                text=head.element.text[:40],
                scope=head.scope.lower() or message("nothing"),
            )
    for cell in cells:
        above = {name for name, h in columns if _over(h.columns, cell.columns) and h.rows.start < cell.rows.start}
        before = {name for name, h in rows if _over(h.rows, cell.rows) and h.columns.start < cell.columns.start}
        named = {str(one.get_object()) for one in items(_said(cell.element, "/Headers"))}
        if named != above | before:
            yield message("the cell “{text}” names other headers than it has", text=cell.element.text[:40])


def _placed(table: Element) -> Iterator[_Cell]:
    """Yield the cells in the grid of their table."""
    rows = [(row, part.kind == "THead") for part in table.kids if part.kind in PARTS for row in part.kids]
    taken: set[tuple[int, int]] = set()
    for y, (row, in_head) in enumerate(rows):
        x = 0
        headers = in_head or all(cell.kind == "TH" for cell in row.kids)
        for cell in row.kids:
            while (y, x) in taken:
                x += 1
            down, across = attribute(cell.entries, "/RowSpan"), attribute(cell.entries, "/ColSpan")
            made = _Cell(cell, range(y, y + down), range(x, x + across), headers)
            taken.update((line, column) for line in made.rows for column in made.columns)
            yield made


def _said(element: Element, key: str) -> PdfObject | None:
    """Return an attribute of a cell."""
    owners = (dictionary(one) for one in items(element.entries.get("/A")))
    return next((owner[key] for owner in owners if owner is not None and key in owner), None)


def _name(cell: _Cell) -> str:
    return text_of(cell.element.entries, "/ID")


def _over(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
