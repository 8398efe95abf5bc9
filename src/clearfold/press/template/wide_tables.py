"""Tables that are wider than an edition's line are set as cards: a row each, a cell a line, after its header.

On pages, a header's own words stand where the first card says them, and the head is drawn nowhere else; its cell in
the structure tree takes them from there (pdf/tags/tables.py). Books and web pages have no second tree: they keep the
head for screen readers, and their style sheets do not draw it where the cards say all of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from clearfold.press.design.text_width import LETTER, scale_of, width
from clearfold.press.document.attributes import Attributes
from clearfold.press.document.blocks import Cell, Node, Row, RowGroup, Table
from clearfold.press.document.inlines import Image, Inline, LineBreak, Link, NoteReference, Style, Styled, Text
from clearfold.press.document.walk import Nodes, rewritten, texts, walk, words_of
from clearfold.press.leaflet import Leaflet, Typeface
from clearfold.press.template.spacing_by_language import whole_parts
from clearfold.press.template.table_columns import PADDING
from clearfold.press.template.table_grid import cells
from clearfold.press.template.tall_rows import is_long, is_tall

WEEK = 7
DAY_PADDING = 0.35  # em of a cell of a calendar
COLONS = {"fr": "\u00a0: "}  # a space before it is the rule there
CELL_PADDING = 2  # in characters, both sides of a cell together; PADDING is that of pages, in em
# What marks a label; a copy cannot write it, for the allow-list does not have aria-hidden.
_LABEL = Attributes((("class", "label"), ("aria-hidden", "true")))
HEAD = "data-head"  # before a header's own words in a card: the number of its column, from 0
Label = Styled | LineBreak | Text


class Head(Enum):
    """What becomes of the head of a table that is set as cards."""

    MOVED = auto()  # pages: its words stand in the first card
    UNDRAWN = auto()  # books and web pages: kept, and not drawn where the cards say all of it
    KEPT = auto()  # braille: a line above the rows


@dataclass(frozen=True, slots=True)
class _Heads:
    """The headers of a table by their columns, the colon of its language, and the cells whose words move to the cards.

    Of these, ``said`` are the columns whose header has been placed. ``alone`` where the cards alone show the head:
    then a cell that heads its row has a label as well.
    """

    words: Mapping[int, Sequence[str]]
    colon: str
    moved: Mapping[int, Cell]
    said: set[int]
    alone: bool

    def before(self, columns: range) -> str:
        """Return the headers of a cell as they stand before it, "" where it has none."""
        # Each header once: of a cell over two columns, the one above both and the two below it.
        head = ", ".join(dict.fromkeys(text for column in columns for text in self.words.get(column, []) if text))
        return f"{head}{self.after(head)}" if head else ""

    def after(self, head: str) -> str:
        """Return what parts a header from its cell."""
        return " " if head[-1] in "?!:." else self.colon

    def own(self, columns: range) -> tuple[Label, ...]:
        """Return the words of a header itself where they are to be placed before this cell, none elsewhere."""
        cell = self.moved.get(columns.start)
        if cell is None or columns.start in self.said:
            return ()
        self.said.add(columns.start)
        inside = tuple(node for node in cell.children if isinstance(node, Inline))
        words = Styled(Style.SPAN, inside, Attributes((("class", "label"), (HEAD, str(columns.start)))))
        after = self.after(words_of(cell.children))
        return (words, *(_label(after) if after.strip() else (Text(after),)))


def stack_wide_tables(leaflet: Leaflet, line: int, head: Head = Head.MOVED) -> Leaflet:
    """Return a leaflet whose tables fit a line of so many characters, and, on pages, those, as far as is known.

    A stacked table keeps its rows and cells, and so its meaning to a screen reader; the label that each cell
    repeats for the eye is ``aria-hidden``. Where a cell goes on through several rows, a table that is only wide stays
    as it is; of one that is stacked because its rows are tall, each of these rows says again what the cell has.
    """
    lang = leaflet.metadata.lang
    paged = head is Head.MOVED
    face = leaflet.publisher.typeface if paged else None
    colon = colon_of(lang)

    def change(siblings: Nodes) -> Iterator[Node]:
        for node in siblings:
            unfit = (
                isinstance(node, Table)
                and not _is_week(node, line, face)
                and _is_unfit(node, line, lang if paged else "", face)
            )
            yield _stacked(node, line, head, colon) if unfit and isinstance(node, Table) else node

    return replace(leaflet, sections=tuple(replace(s, blocks=rewritten(s.blocks, change)) for s in leaflet.sections))


def colon_of(lang: str) -> str:
    """Return the colon of a language, with the space behind it, and the one before it where that is the rule."""
    return COLONS.get(lang.split("-")[0].lower(), ": ")


def labels(leaflet: Leaflet) -> tuple[str, ...]:
    """Return every label that stacking has added, in order."""
    nodes = (node for part in leaflet.sections for node in walk(part.blocks))
    return tuple(words_of([node]) for node in nodes if isinstance(node, Styled) and node.attributes == _LABEL)


def heads_in_cards(leaflet: Leaflet) -> Iterator[tuple[str, ...]]:
    """Yield the words of the head of each table whose head has moved to its cards."""
    for node in (node for part in leaflet.sections for node in walk(part.blocks)):
        if isinstance(node, Table):
            moved = (one for one in walk([node]) if isinstance(one, Styled) and one.attributes.get(HEAD) is not None)
            if head := tuple("".join(texts(one.children)) for one in moved):
                yield head


def _is_unfit(table: Table, line: int, lang: str, face: Typeface | None) -> bool:
    """Say whether a table is too wide for a line of so many letters, or too tall for a page of such lines.

    The type of pages is known: what stands together in a cell of the language ``lang`` is measured, in the ``face`` of
    an association's own. Without pages there is no ``lang``, and letters are counted.
    """
    return _is_wide(table, line, lang, face) or (bool(lang) and is_tall(table, line))


def _is_week(table: Table, line: int, face: Typeface | None) -> bool:
    """Say whether a table is of the days of weeks, whose short words stand in seven columns alike."""
    column = line * LETTER / WEEK - DAY_PADDING * scale_of(face)
    words = (word for group in table.groups for row in group.rows for cell in row.cells for word in _words(cell))
    return "days" in table.attributes.classes and all(width(word, bold=True, face=face) <= column for word in words)


def _words(cell: Cell) -> list[str]:
    return words_of(cell.children).split()


def _is_wide(table: Table, line: int, lang: str, face: Typeface | None) -> bool:
    if _width(table, lang, face) <= line:
        return False
    below = walk(group for group in table.groups if group.tag == "tbody")
    return not any(isinstance(node, Cell) and node.attributes.get("rowspan") for node in below)


def _width(table: Table, lang: str, face: Typeface | None) -> float:
    """Return the least width of a table in letters: what is longest of each column, and the padding.

    A cell over several columns is left out: the words below and above it are what makes them wide.
    """
    longest: dict[int, float] = {}
    for group in table.groups:
        for _, columns, cell in cells(group.rows):
            least = _longest(cell, lang, face) if len(columns) == 1 else 0.0
            for column in columns:
                longest[column] = max(longest.get(column, 0.0), least)
    return sum(longest.values()) + (PADDING * scale_of(face) / LETTER if lang else CELL_PADDING) * len(longest)


def _longest(cell: Cell, lang: str, face: Typeface | None) -> float:
    """Return how many letters of the widest sort the longest part of a cell has within which no line ends."""
    if not lang:
        return max(map(len, _words(cell)), default=0)
    parts = whole_parts(words_of(cell.children), lang)
    return max((width(part, bold=True, face=face) for part in parts), default=0.0) / LETTER


def _stacked(table: Table, line: int, head: Head, colon: str) -> Table:
    """Return a table set as rows; those that are long for a page with such lines may go on to the next."""
    heads: dict[int, list[str]] = {}
    for group in table.groups:
        for _, columns, cell in cells(group.rows) if group.tag == "thead" else ():
            for column in columns:
                heads.setdefault(column, []).append(words_of(cell.children))
    moved = _movable(table) if head is Head.MOVED else {}
    alone = bool(moved) or (head is Head.UNDRAWN and _is_said(table, heads))
    classes = " ".join((*table.attributes.classes, "stacked", *(["cards"] if alone else [])))
    told = _Heads(heads, colon, moved, set(), alone)
    page = line if head is Head.MOVED else 0
    groups = tuple(
        _labelled(group, told, page) if group.tag == "tbody" else _emptied(group) if moved else group
        for group in table.groups
    )
    return replace(table, groups=groups, attributes=table.attributes.having("class", classes))


def _movable(table: Table) -> Mapping[int, Cell]:
    """Return the headers whose words can stand in the cards alone: those of one row, each over one column and told."""
    rows = [row for group in table.groups if group.tag == "thead" for row in group.rows]
    if len(rows) != 1 or any(group.tag == "tfoot" for group in table.groups):
        return {}
    heads = {columns.start: cell for _, columns, cell in cells(rows)}
    plain = all(cell.columns == 1 and cell.rows == 1 and not cell.attributes.lang for cell in heads.values())
    inline = all(isinstance(node, Inline) for cell in heads.values() for node in cell.children)
    body = [row for group in table.groups if group.tag == "tbody" for row in group.rows]
    below = [cell for row in body for cell in row.cells]
    whole = all(cell.columns == 1 and cell.rows == 1 and not cell.attributes.lang for cell in below)
    whole = whole and all(len(row.cells) == len(heads) for row in body)
    told = {number: cell for number, cell in heads.items() if words_of(cell.children)}
    return told if plain and inline and whole and below else {}


def _is_said(table: Table, heads: Mapping[int, Sequence[str]]) -> bool:
    """Say whether the labels of its cells show a table's head whole: no column is empty, no link or picture is lost."""
    above = walk(group for group in table.groups if group.tag == "thead")
    below = [cells(group.rows) for group in table.groups if group.tag == "tbody"]
    filled = {x for placed in below for _, columns, cell in placed if words_of(cell.children) for x in columns}
    return (
        all(group.tag in ("thead", "tbody") for group in table.groups)
        and not any(isinstance(node, Link | NoteReference | Image) for node in above)
        and all(column in filled for column, said in heads.items() if any(said))
    )


def _emptied(head: RowGroup) -> RowGroup:
    """Return a head whose cells keep their places: their words stand in the cards."""
    return replace(
        head, rows=tuple(replace(row, cells=tuple(replace(c, children=()) for c in row.cells)) for row in head.rows)
    )


def _labelled(body: RowGroup, heads: _Heads, line: int) -> RowGroup:
    """Return a body whose cells begin with their headers; ``line`` is that of a page, 0 where there is none."""
    labelled: list[list[Cell]] = [[] for _ in body.rows]
    going_on: dict[int, list[Label]] = {}
    for number, columns, cell in cells(body.rows):
        head = heads.before(columns)
        before = going_on.get(number, []) if not labelled[number] else []
        own = heads.own(columns)
        labels = own or (*before, *_of_cell(cell, head, cards=heads.alone))
        labelled[number].append(_with_labels(cell, labels) if labels or cell.children else _unseen(cell))
        for below in range(number + 1, number + cell.rows):
            words = words_of(cell.children)
            going_on.setdefault(below, []).extend((*_label(f"{head}{words}"), LineBreak()) if words else ())
    rows = [replace(row, cells=tuple(made)) for row, made in zip(body.rows, labelled, strict=True)]
    return replace(body, rows=tuple(_breakable(row) if line and is_long(row, line) else row for row in rows))


def _unseen(cell: Cell) -> Cell:
    """Return an empty cell, of which nothing is drawn."""
    return replace(cell, attributes=cell.attributes.having("class", " ".join((*cell.attributes.classes, "empty"))))


def _breakable(row: Row) -> Row:
    return replace(row, attributes=row.attributes.having("class", " ".join((*row.attributes.classes, "long"))))


def _of_cell(cell: Cell, head: str, *, cards: bool) -> tuple[Label, ...]:
    """Return the label of a cell that is not empty; in cards also of one that heads its row."""
    return _label(head) if head and words_of(cell.children) and (cards or not cell.header) else ()


def _label(words: str) -> tuple[Label, ...]:
    return (Styled(Style.SPAN, (Text(words),), _LABEL),)


def _with_labels(cell: Cell, labels: Sequence[Label]) -> Cell:
    return replace(cell, children=(*labels, *cell.children)) if labels else cell
