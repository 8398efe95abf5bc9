"""The flow of an OpenDocument text: headings, paragraphs, lists, tables, sections, text boxes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from clearfold.importers.document import (
    Block,
    Blocks,
    Cell,
    Figure,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Picture,
    Place,
    Quotation,
    Strong,
    Table,
    Text,
)
from clearfold.importers.finish.titles import beside_title, titled
from clearfold.importers.ledger import Entry
from clearfold.importers.lone_row import alone
from clearfold.importers.odt.lines import Lines
from clearfold.importers.odt.names import attribute, name_of
from clearfold.importers.odt.story import Story
from clearfold.importers.pieces import Piece, composed
from clearfold.importers.walk import said
from clearfold.model.messages import message

_CONTENTS = frozenset(
    f"text:{name}"
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_PASSED = frozenset(("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls"))
_WIDE = 1000


@dataclass(frozen=True, slots=True)
class Flowed:
    """A block, and what its style says it is."""

    block: Block
    kind: str = ""


class Flow:
    """Reads what a body, a cell, an item, a note or a text box holds."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.lines = Lines(story)
        self.title = ""
        self.subtitle = ""
        self._counts: dict[str, int] = {}

    def read(self, element: etree._Element) -> Blocks:
        """Return the blocks of an element."""
        return tuple(_captioned(list(_quoted(list(self._flow(element)))), self.story))

    def _flow(self, element: Iterable[etree._Element]) -> Iterator[Flowed]:
        for one in element:
            name = name_of(one)
            if name in ("text:p", "text:h"):
                yield from self._paragraph(one, name)
            elif name == "text:list":
                yield from (Flowed(block) for block in self._list(one, "", 1))
            elif name == "table:table":
                yield from (Flowed(block) for block in self._table(one))
            elif name in _CONTENTS:
                yield from self._left(one, "IMP-074")
            elif name == "text:section" and "none" in (attribute(one, "text:display"), _hides(one)):
                yield from self._left(one, "IMP-072")
            elif name.startswith("draw:"):
                yield from self._paragraph(one, name)
            elif name and name not in _PASSED:
                yield from self._flow(one)

    def _left(self, one: etree._Element, reason: str) -> Iterator[Flowed]:
        before = self.lines.reason
        self.lines.reason = before or reason
        yield from self._flow(one)
        self.lines.reason = before

    def _paragraph(self, one: etree._Element, name: str) -> Iterator[Flowed]:
        self.story.paragraph += 1
        place, style = self.story.place, attribute(one, "text:style-name")
        line = self.lines.read(one)
        kind = self.story.styles.kind(style)
        level = attribute(one, "text:outline-level") if name == "text:h" else ""
        depth = int(level) if level.isdigit() else self.story.styles.level(style) or int(name == "text:h")
        yield from self._flowed(line.pieces, line.marks, kind, depth, place)
        for box in line.boxes:
            blocks = self.read(box)
            if blocks:
                self.story.tell("IMP-011")
            yield from (Flowed(block) for block in blocks)

    def _flowed(
        self, pieces: Sequence[Piece], marks: Sequence[str], kind: str, depth: int, place: Place
    ) -> Iterator[Flowed]:
        if depth or kind in ("title", "subtitle"):
            pieces = [replace(piece, look=replace(piece.look, bold=False)) for piece in pieces]
        content = composed(pieces)
        words = said(content)
        if not words and not any(not isinstance(piece.inline, Text) for piece in pieces):
            return
        if kind in ("title", "subtitle") and words and self.story.part == "text" and self._front(kind, content):
            yield from (Flowed(block) for block in beside_title(content, place))
        elif depth or kind == "title":
            yield Flowed(Heading(depth or 1, content, place, marks[0] if marks else ""))
        else:
            yield Flowed(Paragraph(content, place), kind)

    def _front(self, kind: str, content: Inlines) -> bool:
        words = said(content)
        if kind == "title" and not self.title:
            self.title = words
        elif kind == "subtitle" and self.title and not self.subtitle:
            self.subtitle = words
        else:
            return False
        self.story.ledger += titled("IMP-004", content, self.story.place)
        return True

    def _list(self, one: etree._Element, style: str, level: int) -> Iterator[Block]:
        own = attribute(one, "text:style-name") or style
        numbered, letters, start = self.story.styles.numbered(own, level)
        place = replace(self.story.place, paragraph=self.story.paragraph + 1)
        key = f"{own} {level}"
        if attribute(one, "text:continue-numbering") == "true" or attribute(one, "text:continue-list"):
            start = self._counts.get(key, start - 1) + 1
        items: list[Item] = []
        headings: list[Block] = []
        for item in one:
            if name_of(item) not in ("text:list-item", "text:list-header"):
                continue
            first = attribute(item, "text:start-value")
            if first.isdigit() and items and int(first) != start + len(items):
                # It is counted on from another number: a list of its own.
                yield ListBlock(tuple(items), place, start if numbered else None, letters=letters)
                items, place = [], replace(place, paragraph=self.story.paragraph + 1)
            start = int(first) if first.isdigit() and not items else start
            blocks = self._item(item, own, level)
            if blocks and all(isinstance(block, Heading) for block in blocks) and not items:
                headings += blocks  # numbered headings stand in lists of their own
            elif blocks:
                items.append(Item(blocks))
        yield from headings
        if items:
            self._counts[key] = start + len(items) - 1
            yield ListBlock(tuple(items), place, start if numbered else None, letters=letters)

    def _item(self, item: etree._Element, style: str, level: int) -> Blocks:
        found: list[Block] = []
        for part in item:
            if name_of(part) == "text:list":
                found += self._list(part, style, level + 1)
            else:
                found += [one.block for one in self._flow((part,))]
        return tuple(found)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        place = replace(self.story.place, paragraph=self.story.paragraph + 1)
        about = (str(part.text or "") for part in table if name_of(part) in ("table:title", "table:desc"))
        if words := " ".join(" ".join(about).split()):
            told = Entry("IMP-079", place, words, name=message("what is said of a table, which nobody sees"))
            self.story.ledger.append(told)
        rows: list[tuple[Cell, ...]] = []
        heads = 0
        for head, row in _rows(table, head=False):
            cells = tuple(self._cells(row))
            if cells:
                heads += head and len(rows) == heads
                rows.append(cells)
        if not any(cell.blocks for row in rows for cell in row):
            return
        if len(rows) == 1 and not heads:
            yield from alone(rows[0], place, self.story.ledger)
            return
        heads = min(heads, len(rows) - 1) if len(rows) > 1 else 0
        if not heads:
            bold = all(map(_is_bold, rows[0]))
            name = message("it is bold") if bold else ""
            self.story.ledger.append(Entry("IMP-032" if bold else "IMP-054", place, name=name))
            heads = 1
        if len(rows) > 2 and all(_is_bold(row[0]) for row in rows[heads:]):
            rows = [(replace(r[0], head=True), *r[1:]) if n >= heads else r for n, r in enumerate(rows)]
        yield Table(tuple(rows), place, heads)

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        for one in row:
            if name_of(one) != "table:table-cell":
                for _ in self._left(one, "IMP-072"):  # what another cell covers
                    pass
                continue
            columns, rows, again = (
                _count(attribute(one, f"table:{name}"))
                for name in ("number-columns-spanned", "number-rows-spanned", "number-columns-repeated")
            )
            cell = Cell(self.read(one) or self._value(one), columns, rows)
            yield from (cell for _ in range(again if cell.blocks or again < 50 else 1))

    def _value(self, one: etree._Element) -> Blocks:
        """Return what a cell that only counts holds."""
        words = attribute(one, "office:string-value").strip()
        return (Paragraph((Text(words),), self.story.place),) if words else ()


def _rows(table: etree._Element, *, head: bool) -> Iterator[tuple[bool, etree._Element]]:
    for one in table:
        name = name_of(one)
        if name == "table:table-row":
            again = _count(attribute(one, "table:number-rows-repeated"))
            yield from ((head, one) for _ in range(min(again, 50)))
        elif name == "table:table-header-rows":
            yield from _rows(one, head=True)
        elif name in ("table:table-rows", "table:table-row-group"):
            yield from _rows(one, head=head)


def _hides(section: etree._Element) -> str:
    return "none" if attribute(section, "text:is-hidden") == "true" else ""


def _count(text: str) -> int:
    return min(max(int(text), 1), _WIDE) if text.isdigit() else 1


def _is_bold(cell: Cell) -> bool:
    told = [one for block in cell.blocks if isinstance(block, Paragraph) for one in block.content]
    told = [one for one in told if not (isinstance(one, Text) and not one.text.strip())]
    return bool(told) and all(isinstance(one, Strong) for one in told)


def _quoted(flow: Sequence[Flowed]) -> Iterator[Flowed]:
    at = 0
    while at < len(flow):
        end = at + 1
        if flow[at].kind == "quote":
            while end < len(flow) and flow[end].kind == "quote":
                end += 1
            yield Flowed(Quotation(tuple(one.block for one in flow[at:end]), flow[at].block.place))
        else:
            yield flow[at]
        at = end


def _captioned(flow: Sequence[Flowed], story: Story) -> Iterator[Block]:
    """Yield blocks, captions with the table or the picture that stands beside them."""
    told: dict[int, Block] = {}
    taken: set[int] = set()
    for number, one in enumerate(flow):
        if one.kind != "caption" or not isinstance(one.block, Paragraph):
            continue
        near = [n for n in (number - 1, number + 1) if 0 <= n < len(flow) and n not in told]
        for beside in sorted(near, key=lambda n: isinstance(flow[n].block, Table) is (n < number)):
            if (owner := _with_caption(flow[beside].block, one.block.content)) is not None:
                words = said(one.block.content)
                moved = isinstance(owner, Table) and beside < number
                code, name = ("IMP-024", "") if moved else ("IMP-020", "a caption")
                story.ledger.append(Entry(code, one.block.place, words, words, name))
                told[beside] = owner
                taken.add(number)
                break
    for number, one in enumerate(flow):
        if number not in taken:
            yield told.get(number, one.block)


def _with_caption(block: Block, caption: Inlines) -> Block | None:
    if isinstance(block, Table) and not block.caption:
        return replace(block, caption=caption)
    if isinstance(block, Paragraph):
        shown = [one for one in block.content if not (isinstance(one, Text) and not one.text.strip())]
        if len(shown) == 1 and isinstance(shown[0], Picture):
            return Figure(shown[0], block.place, caption)
    return None
