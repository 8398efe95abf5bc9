"""Set the brochure in type, by fontTools and pikepdf alone: a good printed edition, of which the proof says nothing.

Every rule of docs/checks.md on pages is kept: sizes, leading, ragged lines that break at spaces alone, three lines on
each side of a page break, headings with what they head, folios, right numbers in the contents.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pikepdf
from pikepdf import Dictionary, Name

from clearfold.model.paper import Level, Paper
from clearfold.model.units import MM
from tests.faults import brochure, sample
from tests.faults.blocks import ACCENT, INK, PRIMARY, Block, Cell, blocks_of
from tests.faults.faces import ATKINSON, Face, Subset, embed, subset
from tests.faults.tagged import Box, Drawing, Node, Sheets, leaves, pagination, tagged_pdf

LAYOUT = "<</Type /Layout>>"
FOOT = 10 * MM  # between the text and the lower margin, where the folio stands
LEAST = 3  # lines of a paragraph on each side of a page break
A5_LARGE = Paper(Level.LARGE, width=148, height=210, margin=14, multiple=4, most=20)


@dataclass(frozen=True, slots=True)
class Style:
    """How a brochure is set: on which paper, in which typeface, ``size`` in points and ``leading`` in em."""

    paper: Paper = A5_LARGE
    face: Face = ATKINSON
    size: float = 19.0
    leading: float = 1.4
    measure: float = 26.0  # the longest line, in em
    early: int = -1  # the number of a block that begins a page, although the last one had room for it


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A part of a line: its leaf, its words, and where it begins, in points from the left edge of its cell."""

    leaf: int
    text: str
    x: float


@dataclass(slots=True)
class _Setter:
    style: Style
    leaves: list[list[Drawing]]
    links: frozenset[int] = frozenset()  # leaves that are links, underlined on screens
    blocks: tuple[Block, ...] = ()
    first: list[Drawing] = field(default_factory=list)
    page: int = -1
    y: float = 0.0  # of the next block's top, in points from the page's
    waiting: list[Drawing] = field(default_factory=list)

    @property
    def margin(self) -> float:
        return self.style.paper.margin * MM

    @property
    def height(self) -> float:
        return self.style.paper.height * MM

    @property
    def bottom(self) -> float:
        return self.height - self.margin - FOOT

    @property
    def column(self) -> float:
        return min(self.style.paper.width * MM - 2 * self.margin, self.style.measure * self.style.size)

    def set(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        for index, block in enumerate(blocks):
            before = 0.0 if self.top else block.before * self.style.leading * self.style.size
            fresh = block.fresh or index == self.style.early
            if fresh or (self.y + before + self.need(index) > self.bottom and not self.top):
                self.turn()
                before = 0.0
            self.y += before
            self.draw(block)

    @property
    def top(self) -> bool:
        return self.page < 0 or self.y == self.margin

    def turn(self) -> None:
        self.page, self.y = self.page + 1, self.margin

    def need(self, index: int) -> float:
        """Return the height that a block wants at the foot of a page, with what it is to be kept with."""
        block = self.blocks[index]
        count = self.count(block)
        lines = count if block.whole or block.keep or count < 2 * LEAST else LEAST
        height = 2 * self.pad(block) + lines * self.line(block) + self.pictured(block)
        if not block.keep:
            return height
        return height + self.blocks[index + 1].before * self.style.leading * self.style.size + self.need(index + 1)

    def pad(self, block: Block) -> float:
        return block.pad * self.style.size

    def line(self, block: Block) -> float:
        return (block.leading or self.style.leading) * block.size * self.style.size

    def pictured(self, block: Block) -> float:
        return self.column / 3 if block.picture >= 0 else 0.0

    def count(self, block: Block) -> int:
        return max((len(self.lines(block, cell)) for cell in block.cells), default=0)

    def draw(self, block: Block) -> None:
        if block.picture >= 0:
            width, height = 2 * self.pictured(block), self.pictured(block)
            place = f"{width:.2f} 0 0 {height:.2f} {self.margin:.2f} {self.height - self.y - height:.2f}"
            self.leaves[block.picture].append(Drawing(self.page, f"q {place} cm /Im1 Do Q"))
            self.y += height
        lines, count = [self.lines(block, cell) for cell in block.cells], self.count(block)
        self.paint(block, count)
        self.y += self.pad(block)
        room = int((self.bottom - self.y + 0.01) / self.line(block))
        cut = count if room >= count or block.whole else min(room, count - LEAST)
        for index in range(count):
            if index == cut:
                self.turn()
            for cell, found in zip(block.cells, lines, strict=True):
                at = index - (count - len(found)) if cell.last else index
                if 0 <= at < len(found):
                    self.show(block, cell, found[at], lines[0][-1] if cell.last else [])
            self.y += self.line(block)
        self.y += self.pad(block)

    def paint(self, block: Block, count: int) -> None:
        """Draw what is behind a block and under it."""
        height = count * self.line(block) + 2 * self.pad(block)
        low = self.height - self.y - height
        left, wide = self.margin, self.column
        if block.fill:
            self.aside(f"{block.fill} rg {left:.2f} {low:.2f} {wide:.2f} {height:.2f} re f")
        if block.rule:
            self.aside(f"{PRIMARY} RG 1.5 w {left:.2f} {low:.2f} m {left + wide:.2f} {low:.2f} l S")

    def aside(self, operators: str) -> None:
        self.waiting.append(Drawing(self.page, f"q {operators} Q", LAYOUT))

    def show(self, block: Block, cell: Cell, fragments: list[_Fragment], before: list[_Fragment]) -> None:
        """Draw one line of a cell, its baseline where the middle of its letters is the line's."""
        size = block.size * self.style.size
        font = self.cut(cell)
        y = self.height - self.y - self.line(block) / 2 - 0.34 * size
        left = self.margin + cell.x * self.style.size
        if cell.right:
            left += self.width(block, cell) - _end(fragments, font, size)
        if block.dots and before:
            start = self.margin + _end(before, font, size) + size / 2
            self.aside(f"{PRIMARY} RG 2 w [0 6] 0 d 1 J {start:.2f} {y:.2f} m {left - size / 2:.2f} {y:.2f} l S")
        for part in fragments:
            if self.style.paper.screen and part.leaf in self.links:
                low, wide = y - 0.13 * size, font.width(part.text.rstrip()) * size
                self.aside(f"{block.ink} rg {left + part.x:.2f} {low:.2f} {wide:.2f} {0.06 * size:.2f} re f")
            text = f"BT {block.ink} rg /{_name(cell.bold)} {size:.2f} Tf 1 0 0 1 {left + part.x:.2f} {y:.2f} Tm"
            right = left + part.x + font.width(part.text.rstrip()) * size
            box = (left + part.x, y - 0.3 * size, right, y + 0.8 * size)
            self.put(part.leaf, f"{text} {font.code(part.text)} Tj ET", box)

    def put(self, leaf: int, operators: str, box: Box) -> None:
        """Draw a part of a leaf, one after another of a page in one piece; what waits is drawn before it."""
        drawn = self.leaves[leaf]
        if drawn and drawn[-1].page == self.page:
            a, b, c, d = drawn[-1].box
            box = (min(a, box[0]), min(b, box[1]), max(c, box[2]), max(d, box[3]))
            if not self.waiting:
                operators = f"{drawn.pop().operators} {operators}"
        drawn.extend(self.waiting)
        self.waiting.clear()
        drawn.append(Drawing(self.page, operators, box=box))

    def cut(self, cell: Cell) -> Subset:
        return subset(self.style.face.bold if cell.bold else self.style.face.regular)

    def width(self, block: Block, cell: Cell) -> float:
        left = cell.x * self.style.size
        return cell.width * self.style.size if cell.width else self.column - left - self.pad(block)

    def lines(self, block: Block, cell: Cell) -> list[list[_Fragment]]:
        """Break a cell's text at its spaces, each line as full as it will be."""
        font, size, width = self.cut(cell), block.size * self.style.size, self.width(block, cell)
        lines: list[list[_Fragment]] = [[]]
        x = 0.0
        for word in _words(cell):
            wide = font.width("".join(text for _, text in word).rstrip()) * size
            if lines[-1] and x + wide > width:
                lines.append([])
                x = 0.0
            for leaf, text in word:
                last = lines[-1][-1] if lines[-1] else None
                if last is not None and last.leaf == leaf:
                    lines[-1][-1] = _Fragment(leaf, last.text + text, last.x)
                else:
                    lines[-1].append(_Fragment(leaf, text, x))
                x += font.width(text) * size
        return lines


def _words(cell: Cell) -> Iterator[list[tuple[int, str]]]:
    """Yield what may not be broken: the letters up to a space and with it, which may be several leaves'."""
    word: list[tuple[int, str]] = []
    for leaf, text in cell.parts:
        for piece in text.replace(" ", " \n").split("\n"):
            if piece:
                word.append((leaf, piece))
            if piece.endswith(" "):
                yield word
                word = []
    if word:
        yield word


def _end(fragments: list[_Fragment], font: Subset, size: float) -> float:
    return fragments[-1].x + font.width(fragments[-1].text.rstrip()) * size


def _name(bold: bool) -> str:
    return "F2" if bold else "F1"


@cache
def brochure_pdf(style: Style = Style()) -> bytes:
    """Return the brochure as a tagged PDF in a style; its number of pages is a multiple of the paper's."""
    folios = tuple(0 for _ in brochure.CONTENTS)
    while True:
        nodes = brochure.nodes(folios)
        flat = [leaf for node in nodes for leaf in leaves(node)]
        links = frozenset(index for index, leaf in enumerate(flat) if leaf.kind == "Link")
        setter = _Setter(style, [[] for _ in flat], links)
        setter.set(blocks_of(nodes, setter.column / style.size))
        set_on = {leaf: drawn[-1].page + 1 for leaf, drawn in zip(flat, setter.leaves, strict=True)}
        found = tuple(set_on[Node("H2", title)] for title in brochure.CONTENTS)
        if found == folios:
            break
        folios = found
    count = -(-(setter.page + 1) // style.paper.multiple) * style.paper.multiple
    sheets = Sheets(
        style.paper.width * MM,
        style.paper.height * MM,
        count,
        tuple(_furniture(style, setter, count)),
        tuple(tuple(drawn) for drawn in setter.leaves),
        lambda pdf: _resources(pdf, style.face),
    )
    return tagged_pdf(nodes, title=sample.TITLE, lang=sample.LANG, author=sample.AUTHOR, sheets=sheets)


def _furniture(style: Style, setter: _Setter, count: int) -> Iterator[Drawing]:
    """Yield the cover's ground, a running head and a folio for each other page, and lines to write on at the end."""
    wide, high, low = style.paper.width * MM, style.paper.height * MM, style.paper.margin * MM
    yield Drawing(0, f"{PRIMARY} rg 0 0 {wide:.2f} {high:.2f} re f {ACCENT} rg 0 60 {wide:.2f} 8 re f", LAYOUT)
    for page in range(1, count):
        outer = style.paper.screen or page % 2 == 0
        for bold, text, right, kind in (
            (True, str(page + 1), outer, "Footer"),
            (False, sample.TITLE, not outer, "Header"),
        ):
            font = subset(style.face.bold if bold else style.face.regular)
            x = wide - low - font.width(text) * style.size if right else low
            shown = f"{style.size} Tf 1 0 0 1 {x:.2f} {low:.2f} Tm {font.code(text)} Tj ET"
            yield Drawing(page, f"BT {INK} rg /{_name(bold)} {shown}", pagination(kind))
    for page in range(setter.page + 1, count):
        for line in range(1, int((setter.bottom - low) / (15 * MM)) + 1):
            y = high - low - line * 15 * MM
            yield Drawing(page, f"{PRIMARY} RG 1 w {low:.2f} {y:.2f} m {wide - low:.2f} {y:.2f} l S", LAYOUT)


def _resources(pdf: pikepdf.Pdf, face: Face) -> Dictionary:
    """Return both weights of the face, and the picture: a thermometer, in very few pixels."""
    bar = bytes.fromhex("eaf0f9" * 12 + ("eaf0f9" * 2 + "12305c" * 8 + "eaf0f9" * 2) * 2 + "eaf0f9" * 12)
    picture = pdf.make_stream(
        bar,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=12,
        Height=4,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
    )
    fonts = Dictionary(F1=embed(pdf, subset(face.regular)), F2=embed(pdf, subset(face.bold)))
    return Dictionary(Font=fonts, XObject=Dictionary(Im1=picture))
