"""The tag tree of a PDF → blocks of a document; the ledger lists what is left out, and signs that were typed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from clearfold.importers.document import (
    Block,
    Blocks,
    Cell,
    Definitions,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Item,
    ListBlock,
    NoteMark,
    Paragraph,
    Picture,
    Place,
    Quotation,
    Table,
    Text,
)
from clearfold.importers.document import Box as Framed
from clearfold.importers.labels import box_kind
from clearfold.importers.ledger import Entry
from clearfold.importers.pdf.layout.panels import Panel
from clearfold.importers.pdf.page.glyphs import Box, Glyph
from clearfold.importers.pdf.page.lines import box_around
from clearfold.importers.pdf.runs import Typesetting
from clearfold.importers.pdf.tags.letters import Letters, Row
from clearfold.importers.pdf.tags.roles import (
    HEADING,
    INLINE,
    NOTES,
    as_group,
    digits,
    has_blocks,
    is_contents,
    label_of,
    marks_of,
    opened,
    own_marks,
    place_of,
    walked,
)
from clearfold.importers.pdf.tags.tree import Element, Mark
from clearfold.importers.walk import said
from clearfold.model.messages import message

_NUMBER = re.compile(r"\(?(\d{1,3}|[a-z])[.)]?")
_LEFT = ("TOC", "Artifact")
_SIGN = re.compile(r"\W{0,2}|\(?(?:\d{1,3}|[a-zA-Z])[.)]?|[ivxIVX]{1,5}[.)]")
_CLINGS = re.compile(r"[.,;:!?)\]»”]")


@dataclass(frozen=True, slots=True)
class Room:
    """Where letters stand that are read together: a part of a panel; and whether they are a note's."""

    panel: Panel
    box: Box
    note: bool = False


@dataclass(slots=True)
class TagMaker:
    """Makes blocks of elements; ``shown`` gives the name of a figure's picture, "" where there is none."""

    letters: Letters
    setting: Typesetting
    shown: Callable[[Element], str]
    lang: str = ""
    own: bool = False  # a file of ours, in which a part within a part is a box
    ledger: list[Entry] = field(default_factory=list)
    rooms: list[Room] = field(default_factory=list)
    notes: dict[str, Blocks] = field(default_factory=dict)
    labels: dict[str, Element] = field(default_factory=dict)
    note_rooms: list[Room] = field(default_factory=list)
    title: str = ""
    title_of: Element | None = None
    _last: Glyph | None = None
    _part: bool = False

    def document(self, root: Element) -> Blocks:
        """Return the blocks of a whole tree."""
        elements = list(walked(root))
        self.labels = {self._text(label): one for one in elements if one.role in NOTES and (label := label_of(one))}
        first = [one for one in elements if one.role in ("H1", "Title")]
        self.title_of = first[0] if len({one.role for one in first}) == len(first) and first else None
        return self._blocks(root)

    def _blocks(self, element: Element) -> Blocks:
        """Return the blocks of a group; what stands in it without an element of its own is a paragraph."""
        found: list[Block] = []
        loose = Element("P")
        for kid in [*element.children, None]:
            if isinstance(kid, Mark) or (kid is not None and kid.role in INLINE and not has_blocks(kid)):
                loose.kids[len(loose.kids)] = kid
                continue
            if loose.kids:
                found += self._paragraph(loose)
                loose = Element("P")
            if kid is not None:
                found += self._block(kid)
        return tuple(found)

    def _block(self, element: Element) -> Blocks:
        role = element.role
        if role in _LEFT or is_contents(element):
            self._leave(element)
            return ()
        if role in NOTES:
            return ()
        if HEADING.fullmatch(role):
            return self._heading(element)
        if role == "L":
            return self._list(element)
        if role == "Table":
            return self._table(element)
        if role == "Figure":
            return self._figure(element, ())
        if role == "BlockQuote":
            place = self._place(element)
            return (Quotation(self._blocks(element), place),)
        if role == "Aside" or (role == "Sect" and self.own and self._part):
            return self._box(element)
        if role == "Sect":
            before, self._part = self._part, True
            blocks = self._blocks(element)
            self._part = before
            return blocks
        if role in ("P", "Caption", "Formula"):
            figures = [kid for kid in element.elements() if kid.role == "Figure"]
            if figures or has_blocks(element):
                return self._blocks(as_group(element))
            return self._paragraph(element)
        return self._blocks(element)

    def _box(self, element: Element) -> Blocks:
        """Return a box; a first paragraph in bold, above others, is its title."""
        place = self._place(element)
        first = next(iter(element.elements()), None)
        blocks = self._blocks(element)
        if not blocks:
            return ()
        rows = self.letters.rows(first.marks()) if first is not None and first.role == "P" else []
        if len(blocks) > 1 and isinstance(blocks[0], Paragraph) and rows and all(row.line.bold for row in rows):
            title = said(blocks[0].content)
            return (Framed(blocks[1:], place, box_kind(title, self.lang), title),)
        return (Framed(blocks, place),)

    # text

    def _heading(self, element: Element) -> Blocks:
        place = self._place(element)
        content = self._inlines(element, plain=True)
        if element is self.title_of:
            self.title = said(content)
            self.ledger.append(Entry("IMP-004", place, self.title, self.title))
            return ()
        level = element.role[1:]
        return (Heading(int(level) + 1 if level.isdigit() else 2, content, place),) if content else ()

    def _paragraph(self, element: Element) -> Blocks:
        place = self._place(element)
        rows = self.letters.rows(element.marks())
        # A paragraph that is bold from end to end is set so; what it is, its tag says.
        content = self._inlines(element, plain=bool(rows) and all(row.line.bold for row in rows))
        return (Paragraph(content, place),) if content else ()

    def _inlines(self, element: Element, *, plain: bool = False, note: bool = False) -> Inlines:
        """Return what stands in an element, parts in other languages and references to notes among it."""
        found: list[Inline] = []
        self._rooms(element, note=note)
        for lang, reference, marks in self._runs(element, ""):
            if reference:
                self._note(reference)
                found.append(NoteMark(digits(reference)))
                continue
            rows = self.letters.rows(marks)
            if not rows:
                continue
            place = place_of(rows)
            apart = bool(found) and self._apart(found[-1], rows)
            self._last = rows[-1].line.glyphs[-1]
            content = self.setting.inlines([r.line for r in rows], [r.panel.page for r in rows], place, plain=plain)
            if apart and not _CLINGS.match(said(content)):
                found.append(Text(" "))
            found += [Foreign(content, lang)] if lang else list(content)
        return tuple(found)

    def _apart(self, before: Inline, rows: Sequence[Row]) -> bool:
        """Tell whether a space stands between two runs: a part in another language, or a reference, ended before."""
        first, last = rows[0].line.glyphs[0], self._last
        if isinstance(before, NoteMark) or last is None:
            return True
        return (
            last.spaced
            or abs(first.baseline - last.baseline) > 1
            or first.box.left - last.box.right > 0.16 * first.size
        )

    def _runs(self, element: Element, lang: str) -> Iterator[tuple[str, str, list[Mark]]]:
        """Yield the runs of an element: language, the label of a note that is referred to, marked content."""
        run: list[Mark] = []
        for kid in element.children:
            if isinstance(kid, Mark):
                run.append(kid)
                continue
            if kid.role in NOTES:
                continue
            text = self._text(kid) if kid.role in ("Link", "Reference", "Lbl", "Span") else ""
            if text and text in self.labels and label_of(self.labels[text]) is not kid:
                yield from ((lang, "", run),) if run else ()
                run = []
                yield lang, text, []
            elif kid.lang and kid.lang != lang:
                yield from ((lang, "", run),) if run else ()
                run = []
                yield from self._runs(kid, kid.lang)
            else:
                for inner_lang, reference, marks in self._runs(kid, lang):
                    if inner_lang == lang and not reference:
                        run += marks
                    else:
                        yield from ((lang, "", run),) if run else ()
                        run = []
                        yield inner_lang, reference, marks
        if run:
            yield lang, "", run

    def _note(self, label: str) -> None:
        name = digits(label)
        if name in self.notes:
            return
        self.notes[name] = ()
        element = self.labels[label]
        body = Element("P", kids={n: kid for n, kid in element.kids.items() if kid is not label_of(element)})
        place = self._place(element)
        rooms, self.rooms = self.rooms, []
        self._rooms(element, note=True)
        own, self.rooms = self.rooms, rooms
        kept = list(self.rooms)
        content = self._inlines(body)
        self.rooms = kept
        self.note_rooms += own
        self.notes[name] = (Paragraph(content, place),)

    # lists, tables, figures

    def _list(self, element: Element) -> Blocks:
        items = [kid for kid in element.elements() if kid.role == "LI"]
        place = self._place(element)
        labels = [label_of(item) for item in items]
        signs = [self._text(label) if label is not None else "" for label in labels]
        if any(sign and not _SIGN.fullmatch(sign) for sign in signs):
            return self._definitions(items, labels, place)
        found: list[Item] = []
        for item, label, sign in zip(items, labels, signs, strict=True):
            if label is not None:
                self._rooms(label)
                self.ledger.append(Entry("IMP-005", self._place(label), sign, ""))
            body = Element("LBody", kids={n: kid for n, kid in item.kids.items() if kid is not label})
            found.append(Item(self._blocks(opened(body))))
        number = _NUMBER.fullmatch(signs[0]) if signs else None
        letters = number is not None and not number[1].isdigit()
        start = None if number is None else ord(number[1]) - 96 if letters else int(number[1])
        return (ListBlock(tuple(found), place, start, letters),) if found else ()

    def _definitions(self, items: Sequence[Element], labels: Sequence[Element | None], place: Place) -> Blocks:
        entries: list[tuple[Inlines, Blocks]] = []
        for item, label in zip(items, labels, strict=True):
            term = self._inlines(label, plain=True) if label is not None else ()
            body = Element("LBody", kids={n: kid for n, kid in item.kids.items() if kid is not label})
            entries.append((term, self._blocks(opened(body))))
        return (Definitions(tuple(entries), place),)

    def _table(self, element: Element) -> Blocks:
        place = self._place(element)
        captions = [kid for kid in element.elements() if kid.role == "Caption"]
        caption = self._inlines(captions[0]) if captions else ()
        rows = [row for part in element.elements() for row in ([part] if part.role == "TR" else part.elements())]
        rows = [row for row in rows if row.role == "TR"]
        told = tuple(
            tuple(
                Cell(self._cell(cell), cell.columns, cell.rows, head=cell.role == "TH")
                for cell in row.elements()
                if cell.role in ("TH", "TD")
            )
            for row in rows
        )
        heads = next((n for n, row in enumerate(told) if not all(cell.head for cell in row)), 1)
        return (Table(told, place, max(heads, 1) if told and all(c.head for c in told[0]) else heads, caption),)

    def _cell(self, cell: Element) -> Blocks:
        return self._blocks(cell)

    def _figure(self, element: Element, _: Inlines) -> Blocks:
        place = self._place(element)
        captions = [kid for kid in element.elements() if kid.role == "Caption"]
        name = self.shown(element)
        caption = self._inlines(captions[0]) if captions else ()
        inner = [mark for kid in element.children if kid not in captions for mark in marks_of(kid)]
        words = " ".join(row.line.text for row in self.letters.rows(inner))
        if words:
            self._rooms(Element("Span", kids=dict(enumerate(inner))))
            self.ledger.append(Entry("IMP-088", place, words, "", name=message("letters within a picture")))
        if not name:
            if caption:
                return (Paragraph(caption, place),)
            return ()
        return (Figure(Picture(name, element.alternative or None), place, caption),)

    # places

    def _leave(self, element: Element) -> None:
        self._rooms(element)
        words = " ".join(row.line.text for row in self.letters.rows(element.marks()))
        if words:
            self.ledger.append(Entry("IMP-087", self._place(element), words))

    def _text(self, element: Element) -> str:
        return " ".join(row.line.text for row in self.letters.rows(element.marks()))

    def _place(self, element: Element) -> Place:
        rows = self.letters.rows(element.marks())
        return place_of(rows[:1]) if rows else Place()

    def _rooms(self, element: Element, *, note: bool = False) -> None:
        """Note where the letters of an element stand, in reading order: a room for each run that goes downwards."""
        run: list[Row] = []
        for row in self.letters.rows(own_marks(element)):
            if run and (run[-1].panel is not row.panel or row.line.baseline < run[-1].line.baseline - 1):
                self._room(run, note=note)
                run = []
            run.append(row)
        if run:
            self._room(run, note=note)

    def _room(self, rows: Sequence[Row], *, note: bool) -> None:
        self.rooms.append(Room(rows[0].panel, box_around(row.line.box for row in rows), note))
