"""What a structure element of a PDF says of the text in it: its kind, level, number, place in a table."""

from dataclasses import dataclass, replace

from pypdf.generic import DictionaryObject

from clearfold.model.transcript import Block, Kind
from clearfold.proof.html.elements import Grid
from clearfold.proof.readers.pdf.structure_types import CELLS, GROUPS, INLINE, KINDS, attribute, heading_level


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of text from the elements around it; ``block`` has everything but its words."""

    block: Block
    page: int = -1
    depth: int = 0
    lists: int = 0
    inside: bool = False  # in an element that holds text, so that what is no block goes on with its block
    fixed: bool = False
    term: bool = False
    grid: Grid | None = None
    quoting: bool = False  # right in a quotation, or in groups within it: no paragraph around
    loose: bool = False  # in a group within a quotation: what holds text here is no block

    def text(self, kind: Kind) -> "Context":
        """Return the context of a block of that kind; the marks of the block around it are dropped."""
        if self.fixed:
            return replace(self, inside=True)
        quoting = kind is Kind.QUOTATION
        return replace(self, block=Block(kind, "", lang=self.block.lang), inside=True, quoting=quoting, loose=False)


def inside(element: DictionaryObject, kind: str, context: Context) -> Context:
    """Return the context of what an element holds."""
    if kind in ("TOC", "TOCI"):
        return replace(context.text(Kind.CONTENTS), fixed=True, inside=kind == "TOCI")
    if level := heading_level(kind):
        inner = context.text(Kind.HEADING)
        return inner if inner.fixed else replace(inner, block=replace(inner.block, level=level))
    if kind == "LI":
        inner = context.text(Kind.LIST_ITEM)
        return inner if inner.fixed else replace(inner, block=replace(inner.block, level=inner.lists))
    if kind == "LBody" and context.term:
        return replace(context.text(Kind.DEFINITION), term=False)
    if kind in CELLS and context.grid:
        row, column = context.grid.place(attribute(element, "/ColSpan"), attribute(element, "/RowSpan"))
        inner = context.text(Kind.TABLE_CELL)
        cell = replace(inner.block, row=row, column=column, header=kind == "TH")
        return inner if inner.fixed else replace(inner, block=cell, grid=None)
    if kind in KINDS:
        return context.text(KINDS[kind])
    if kind == "P" and context.block.kind is Kind.TEXT:
        return context.text(Kind.PARAGRAPH)
    # A group holds no text of its own (ISO 32000-1, 14.8.4.2); a quotation is let, since other tools have no P in it.
    quoting = kind in GROUPS and context.quoting
    loose = quoting or (context.loose and kind in INLINE)
    return replace(context, inside=context.inside or kind not in GROUPS, quoting=quoting, loose=loose)
