"""Say how the tags of the brochure are to be set: blocks one under another, each of cells side by side.

Between the brochure's tags and the pages on which typeset.py puts them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.faults.tagged import Node, leaves

INK, PRIMARY, WHITE, ACCENT, TINT = "0 0 0", "0.0706 0.1882 0.3608", "1 1 1", "1 0.7804 0.1725", "0.9176 0.9412 0.9765"
H1, H2, H3 = 32 / 19, 25 / 19, 22 / 19  # of the size of the text
PAD = 0.6  # between the edge of a tint, or of a column, and its text, in em
Part = tuple[int, str]
"""A leaf, by its place in the tree, and its words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of some leaves in a column: ``x`` and ``width`` are in em of the text, a width of 0 is what is left.

    ``right`` text ends at the right edge; ``last`` text stands on the last line of its block.
    """

    parts: tuple[Part, ...]
    x: float = 0.0
    width: float = 0.0
    bold: bool = False
    right: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Cells side by side, set as one: ``size`` and ``leading`` are of the text and of the size, ``before`` in lines.

    ``keep`` holds it on the page of the next block, ``whole`` on one page, and ``fresh`` begins a page with it.
    ``fill`` colours it; ``rule`` is drawn under it; ``dots`` lead to its last cell; ``picture`` is a leaf's.
    """

    cells: tuple[Cell, ...]
    size: float = 1.0
    leading: float = 0.0
    ink: str = INK
    before: float = 0.6
    pad: float = 0.0
    keep: bool = False
    whole: bool = False
    fresh: bool = False
    fill: str = ""
    rule: bool = False
    dots: bool = False
    picture: int = -1


def blocks_of(nodes: Sequence[Node], columns: float) -> tuple[Block, ...]:
    """Return the blocks of the tags; the first four are the cover's. ``columns`` is the text's width in em."""
    reader = _Reader(columns)
    made = [block for node in nodes for block in reader.of(node)]
    cover = [replace(block, ink=WHITE, fresh=index == 0) for index, block in enumerate(made[:4])]
    return (*cover, replace(made[4], fresh=True), *made[5:])


class _Reader:
    """Walks the tree; each leaf gets the next number."""

    def __init__(self, columns: float) -> None:
        self.columns = columns
        self.leaf = 0

    def parts(self, *nodes: Node) -> tuple[Part, ...]:
        found = [leaf for node in nodes for leaf in leaves(node)]
        self.leaf += len(found)
        return tuple((self.leaf - len(found) + i, leaf.text) for i, leaf in enumerate(found))

    def of(self, node: Node, depth: float = 0.0) -> Iterator[Block]:
        kind = node.kind
        if kind in ("H1", "H2", "H3"):
            size = {"H1": H1, "H2": H2, "H3": H3}[kind]
            yield Block(
                (Cell(self.parts(node), bold=True),), size, 1.25, PRIMARY, 1.6, keep=True, whole=True, rule=kind == "H2"
            )
        elif kind == "L":
            for item in node.kids:
                yield from self.item(item, depth)
        elif kind == "BlockQuote":
            for kid in node.kids:
                yield from self.of(kid, depth)
        elif kind == "Table":
            yield from self.table(node)
        elif kind == "TOC":
            for entry in node.kids:
                title, folio = entry.kids[0].kids
                wide = Cell(self.parts(title), width=self.columns - 4, bold=True)
                number = Cell(self.parts(folio), self.columns - 4, 4, bold=True, right=True, last=True)
                yield Block((wide, number), whole=True, dots=True)
        elif kind == "Div" and node.kids[0].kind == "Figure":
            yield Block((), picture=self.parts(node.kids[0])[0][0], keep=True)
            yield Block((Cell(self.parts(node.kids[1])),), whole=True, before=0.3)
        elif kind == "Div":
            title, *rest = node.kids
            yield Block((Cell(self.parts(title), PAD, bold=True),), pad=PAD, keep=True, whole=True, fill=TINT)
            for kid in rest:
                yield Block((Cell(self.parts(kid), PAD),), before=0, pad=PAD, whole=True, fill=TINT)
        else:
            parts = self.parts(node)
            yield Block((Cell(parts),), keep=parts[-1][1].endswith(":"))  # what it announces stands with it

    def item(self, item: Node, depth: float) -> Iterator[Block]:
        *labels, body = item.kids
        first, *inner = body.kids
        if labels and len(labels[0].text) > 2:  # a term, and what it means under it
            yield Block((Cell(self.parts(labels[0]), bold=True),), keep=True, whole=True)
            yield Block((Cell(self.parts(first), 1.5),), before=0)
        else:
            label = [Cell(self.parts(mark), depth + 0.2, 1.3) for mark in labels]
            yield Block((*label, Cell(self.parts(first), depth + 1.5)), before=0.25)
        for kid in inner:
            yield from self.of(kid, depth + 1.5)

    def table(self, table: Node) -> Iterator[Block]:
        caption, head, body = table.kids
        yield Block((Cell(self.parts(caption), bold=True),), ink=PRIMARY, keep=True, whole=True)
        numbers = all(row.kids[1].text.isdecimal() for row in body.kids)
        half = self.columns / 2
        for row in (*head.kids, *body.kids):
            first = Cell(self.parts(row.kids[0]), PAD, half - 2 * PAD, bold=True)
            second = Cell(self.parts(row.kids[1]), half, half - PAD, bold=row in head.kids, right=numbers)
            block = Block((first, second), before=0, pad=PAD / 2, whole=True, rule=True)
            yield replace(block, ink=WHITE, fill=PRIMARY, keep=True, before=0.3) if row in head.kids else block
