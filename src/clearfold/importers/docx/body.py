"""The flow of a Word file's parts: headings, paragraphs, lists, captions, tables, text boxes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree

from clearfold.importers.document import (
    Block,
    Blocks,
    Figure,
    Heading,
    Inlines,
    Paragraph,
    Picture,
    Place,
    Quotation,
    Table,
    Text,
)
from clearfold.importers.docx.lines import Lines
from clearfold.importers.docx.lists import Hung, nested
from clearfold.importers.docx.names import PROPERTIES, attribute, child, chosen, is_on, name_of, value
from clearfold.importers.docx.numbering import Counted
from clearfold.importers.docx.story import Line, Story
from clearfold.importers.docx.tables import read_table
from clearfold.importers.finish.titles import beside_title, titled
from clearfold.importers.ledger import Entry
from clearfold.importers.pieces import Piece, composed
from clearfold.importers.walk import said, words_of
from clearfold.model.messages import message

_GONE = ("w:del", "w:moveFrom")
_FEW = 2  # words, below which a language of its own is most often a slip of the program's


@dataclass(frozen=True, slots=True)
class Flowed:
    """A block of the flow, and what its paragraph's style says of it: item, title, subtitle, caption or quote."""

    block: Block
    kind: str = ""
    counted: Counted | None = None


class Body:
    """Reads what stands in a body, a cell, a note or a text box."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.lines = Lines(story)
        self.title = ""
        self.subtitle = ""
        self._dropped: tuple[Piece, ...] = ()

    def read(self, element: etree._Element) -> Blocks:
        """Return the blocks of a body."""
        return tuple(_captioned(tuple(_grouped(list(self._flow(element)), self.story)), self.story))

    def _flow(self, element: Iterable[etree._Element]) -> Iterator[Flowed]:
        for one in element:
            name = name_of(one)
            if name == "w:p":
                yield from self._paragraph(one)
            elif name == "w:tbl":
                yield from self._table(one)
            elif name == "w:sdt":
                yield from self._sdt(one)
            elif name == "mc:AlternateContent":
                inside = chosen(one)
                yield from self._flow(inside if inside is not None else ())
            elif name in ("m:oMathPara", "m:oMath"):
                around = etree.Element("p")
                around.append(one)
                yield from self._paragraph(around)
            elif name and name not in (*PROPERTIES, *_GONE):
                yield from self._flow(one)

    def _sdt(self, one: etree._Element) -> Iterator[Flowed]:
        content = child(one, "w:sdtContent")
        before = self.lines.reason
        gallery = value(one, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
        if gallery == "Table of Contents":
            self.lines.reason = before or "IMP-074"
        elif is_on(child(one, "w:sdtPr"), "w:showingPlcHdr"):
            self.lines.reason = before or "IMP-080"
        if content is not None:
            yield from self._flow(content)
        self.lines.reason = before

    def _table(self, one: etree._Element) -> Iterator[Flowed]:
        for block in read_table(one, self.story, self.read, self._struck):
            yield Flowed(block)

    def _struck(self, one: etree._Element) -> None:
        """List what stands in a cell of a row that was struck."""
        before, self.lines.reason = self.lines.reason, "IMP-073"
        self.read(one)
        self.lines.reason = before

    def _paragraph(self, one: etree._Element) -> Iterator[Flowed]:
        properties = child(one, "w:pPr")
        style = value(properties, "w:pStyle")
        place = self.story.next_paragraph()
        # Contents that are no field have styles of their own.
        before, kind = self.lines.reason, self.story.styles.kind(style)
        if kind == "toc":
            self.lines.reason = before or "IMP-074"
        line = self.lines.read(one, style)
        self.lines.reason = before
        if attribute(child(properties, "w:framePr"), "w:dropCap") in ("drop", "margin"):
            self._dropped = tuple(line.pieces)
            return
        if self._dropped:
            self._join(line)
        yield from self._flowed(line, properties, style, kind, place)
        for box in line.boxes:
            blocks = self.read(box)
            if blocks:
                self.story.tell("IMP-011", name="")
            yield from (Flowed(block, "box") for block in blocks)

    def _join(self, line: Line) -> None:
        first = "".join(p.inline.text for p in self._dropped if isinstance(p.inline, Text)).strip()
        rest = "".join(p.inline.text for p in line.pieces if isinstance(p.inline, Text)).lstrip()
        word = rest.split(" ")[0] if rest else ""
        self.story.tell("IMP-025", f"{first} {word}", f"{first}{word}")
        line.pieces.insert(0, Piece(Text(first), line.pieces[0].look) if line.pieces else Piece(Text(first)))
        self._dropped = ()

    def _flowed(
        self, line: Line, properties: etree._Element | None, style: str, kind: str, place: Place
    ) -> Iterator[Flowed]:
        level = self._level(properties, style)
        mark = next((name for name in line.marks if name in self.story.anchors), "")
        pieces = _plain(line.pieces) if level or kind in ("title", "subtitle") else line.pieces
        content = composed(_without_slips(pieces))
        words = said(content)
        if not words and not any(not isinstance(piece.inline, Text) for piece in line.pieces):
            return
        if kind in ("title", "subtitle") and words and self.story.part == "text" and self._front(kind, content):
            yield from (Flowed(block) for block in beside_title(content, place))
            return
        counted = self._counted(properties, style)
        if level or kind == "title":
            if counted is not None and counted.number is not None:
                self.story.tell("IMP-026")
            yield Flowed(Heading(level or 1, content, place, mark))
        elif counted is not None and kind != "toc":
            yield Flowed(Paragraph(content, place, mark), "item", counted)
        else:
            yield Flowed(Paragraph(content, place, mark), kind)

    def _front(self, kind: str, content: Inlines) -> bool:
        """Take a title into the front matter; the first one counts."""
        words = said(content)
        if kind == "title" and not self.title:
            self.title = words
        elif kind == "subtitle" and self.title and not self.subtitle:
            self.subtitle = words
        else:
            return False
        self.story.ledger += titled("IMP-004", content, self.story.place)
        return True

    def _level(self, properties: etree._Element | None, style: str) -> int:
        own = value(properties, "w:outlineLvl")
        if own.isdigit():
            return int(own) + 1 if int(own) < 9 else 0
        return self.story.styles.level(style)

    def _counted(self, properties: etree._Element | None, style: str) -> Counted | None:
        own = child(properties, "w:numPr")
        number, level, said_by = value(own, "w:numId"), value(own, "w:ilvl"), ""
        if not number:
            number, from_style, said_by = self.story.styles.numbering(style)
            level = level or from_style
        if number:
            return self.story.numbering.count(number, level, said_by or style)
        if (named := self.story.styles.list_by_name(style)) is not None:
            return self.story.numbering.count_named(*named)
        return None


def _plain(pieces: Sequence[Piece]) -> list[Piece]:
    return [replace(piece, look=replace(piece.look, bold=False)) for piece in pieces]


def _without_slips(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without the language of a single word."""
    told: list[Piece] = []
    for lang, some in groupby(pieces, key=lambda piece: piece.look.lang):
        group = list(some)
        words = "".join(piece.inline.text for piece in group if isinstance(piece.inline, Text)).split()
        few = bool(lang) and len(words) < _FEW
        told += [replace(piece, look=replace(piece.look, lang="")) for piece in group] if few else group
    return told


def _grouped(flow: Sequence[Flowed], story: Story) -> Iterator[Flowed]:
    """Yield the flow with items as lists, and quotations in a row as one."""
    at = 0
    while at < len(flow):
        end = at + 1
        if flow[at].kind == "item":
            # A list goes on over what hangs on its items.
            while end < len(flow) and flow[end].kind in ("item", "continued", "box"):
                if flow[end].kind != "item":
                    words = words_of(flow[end].block)
                    story.ledger.append(
                        Entry("IMP-020", flow[end].block.place, words, words, message("a part of the item above"))
                    )
                end += 1
            yield from (Flowed(block) for block in nested([Hung(one.counted, one.block) for one in flow[at:end]]))
        elif flow[at].kind == "quote":
            while end < len(flow) and flow[end].kind == "quote":
                end += 1
            yield Flowed(Quotation(tuple(one.block for one in flow[at:end]), flow[at].block.place))
        else:
            yield flow[at]
        at = end


def _captioned(flow: Sequence[Flowed], story: Story) -> Iterator[Block]:
    """Yield blocks, captions with their table or picture."""
    taken: set[int] = set()
    told: dict[int, Block] = {}
    for number, one in enumerate(flow):
        if one.kind != "caption" or not isinstance(one.block, Paragraph):
            continue
        for beside in _owners(flow, number):
            if beside not in told:
                owner = _with_caption(flow[beside].block, one.block.content)
                if owner is not None:
                    words = said(one.block.content)
                    after_table = isinstance(owner, Table) and beside < number
                    code, name = ("IMP-024", "") if after_table else ("IMP-020", "a caption")
                    story.ledger.append(Entry(code, one.block.place, words, words, name=name))
                    told[beside] = owner
                    taken.add(number)
                    break
    for number, one in enumerate(flow):
        if number not in taken:
            yield told.get(number, one.block)


def _owners(flow: Sequence[Flowed], number: int) -> list[int]:
    """Return what a caption may belong to: a picture above it, a table below it, and then the other way round."""
    near = [n for n in (number - 1, number + 1) if 0 <= n < len(flow)]
    return sorted(near, key=lambda n: isinstance(flow[n].block, Table) is (n < number))


def _with_caption(block: Block, caption: Inlines) -> Block | None:
    if isinstance(block, Table) and not block.caption:
        return replace(block, caption=caption)
    if isinstance(block, Paragraph):
        shown = [one for one in block.content if not (isinstance(one, Text) and not one.text.strip())]
        if len(shown) == 1 and isinstance(shown[0], Picture):
            return Figure(shown[0], block.place, caption)
    return None
