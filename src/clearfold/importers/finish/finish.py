"""Finish a document, whatever file it comes from, and list what was changed, guessed, and is left to a person."""

import re
from dataclasses import replace
from pathlib import PurePath

from clearfold.importers.document import (
    NOWHERE,
    Block,
    Blocks,
    Document,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    ListBlock,
    NoteMark,
    Paragraph,
    Picture,
    Place,
    Strong,
    Table,
    Text,
)
from clearfold.importers.finish.blocks import guessed_blocks
from clearfold.importers.finish.language import guessed, tag
from clearfold.importers.finish.levels import levelled
from clearfold.importers.finish.signs import cleaned
from clearfold.importers.finish.titles import beside_title, titled
from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Imported, NotImportableError, Options
from clearfold.importers.walk import changed, changed_document, content_of, inlines_of, said, walked, words_of
from clearfold.importers.writing.tables import why_html
from clearfold.model.messages import message

_SCHEMES = ("https:", "http:", "mailto:", "tel:")
_LABEL = re.compile(r"[^A-Za-z0-9-]+")


def finish(imported: Imported, name: str, options: Options) -> Imported:
    """Return the document that is written; raises NotImportableError where it has neither words nor pictures."""
    finisher = _Finisher(imported, name)
    return replace(imported, document=finisher.run(options), ledger=(*imported.ledger, *finisher.ledger))


class _Finisher:
    def __init__(self, imported: Imported, name: str) -> None:
        self.document = imported.document
        self.name = name
        self.ledger: list[Entry] = []
        self.linked: set[str] = set()

    def run(self, options: Options) -> Document:
        self.document = changed_document(self.document, lambda one, _: (one,), _without_empty)
        if not self.document.blocks and not self.document.title:
            raise NotImportableError(message("it has no text"))
        blocks, entries = guessed_blocks(self.document.blocks)
        self.ledger += entries
        self.document = replace(self.document, blocks=blocks)
        self._title()
        title, subtitle = (self._clean(text, NOWHERE) for text in (self.document.title, self.document.subtitle))
        blocks = self._levels(self.document.blocks)
        self.document = replace(self.document, title=title, subtitle=subtitle, blocks=blocks)
        self._languages(options)
        self._links()
        self.document = changed_document(self.document, self._inline, self._block)
        return self._with_notes(self.document)

    def _title(self) -> None:
        """Find a title: a heading of its own level that stands first, else the file's name until a person gives one."""
        document = self.document
        if document.title:
            return
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        highest = [block for block in headings if block.level <= min(h.level for h in headings)]
        # One heading above all others; a lone one in the middle of a text is a heading of that.
        if len(highest) == 1 and highest[0] is headings[0] and (len(headings) > 1 or headings[0] is document.blocks[0]):
            first = headings[0]
            title = said(first.content)
            guessed = any(entry.code == "IMP-030" and entry.place == first.place for entry in self.ledger)
            self.ledger += titled("IMP-034" if guessed else "IMP-004", first.content, first.place)
            kept = beside_title(first.content, first.place)
            at = document.blocks.index(first)
            rest = (*document.blocks[:at], *kept, *document.blocks[at + 1 :])
            self.document = replace(document, title=title, blocks=rest)
            return
        title = PurePath(self.name).stem.replace("_", " ").strip() or "?"
        self.ledger.append(Entry("IMP-050", NOWHERE, "", title))
        self.document = replace(document, title=title)

    def _levels(self, blocks: Blocks) -> Blocks:
        blocks, entries = levelled(blocks)
        self.ledger += entries
        return blocks

    def _languages(self, options: Options) -> None:
        document = self.document
        declared = tag(options.lang) or tag(document.lang)
        if not options.lang:
            text = " ".join(words_of(block) for block in document.blocks)
            heard = guessed(text)
            if heard and heard != declared.split("-")[0]:
                self.ledger.append(Entry("IMP-033", NOWHERE, name=heard))
                declared = heard
            elif not declared:
                self.ledger.append(Entry("IMP-051", NOWHERE))
                declared = "en"
        self.document = replace(document, lang=declared)

    def _links(self) -> None:
        blocks = [*self.document.blocks, *(b for note in self.document.notes.values() for b in note)]
        for block in walked(tuple(blocks)):
            for one in inlines_of(content_of(block)):
                if isinstance(one, Link) and one.target.startswith("#"):
                    self.linked.add(one.target[1:])

    def _inline(self, one: Inline, place: Place) -> Inlines:
        match one:
            case Text():
                return (Text(self._clean(one.text, place)),)
            case Link():
                return self._link(one, place)
            case Foreign():
                return self._foreign(one, place)
            case NoteMark():
                return (NoteMark(_label(one.label)),)
            case Picture():
                if one.alternative is None:
                    self.ledger.append(Entry("IMP-052", place, name=one.name))
                    return (one,)
                return (replace(one, alternative=self._clean(one.alternative, place)),)
            case _:
                return (one,)

    def _clean(self, text: str, place: Place) -> str:
        text, entries = cleaned(text, place)
        self.ledger += entries
        return text

    def _link(self, one: Link, place: Place) -> Inlines:
        target = one.target.strip()
        if not said(one.content):
            return one.content
        if target.startswith("#") and target[1:] in self._ids():
            return (replace(one, target=f"#{_id(target[1:])}"),)
        if target.lower().startswith(_SCHEMES):
            return (replace(one, target=target),)
        if target:
            self.ledger.append(Entry("IMP-060", place, name=target[:80]))
        return one.content

    def _ids(self) -> set[str]:
        return {block.id for block in walked(self.document.blocks) if isinstance(block, Heading)} - {""}

    def _foreign(self, one: Foreign, place: Place) -> Inlines:
        lang, words = tag(one.lang), said(one.content)
        if not lang or not words or lang.split("-")[0] == self.document.lang.split("-")[0]:
            return one.content
        self.ledger.append(Entry("IMP-015", place, words, words, name=lang))
        return (replace(one, lang=lang),)

    def _block(self, block: Block) -> Blocks:
        match block:
            case Heading():
                linked = block.id in self.linked and block.id
                return (replace(block, id=_id(block.id) if linked else ""),)
            case Paragraph():
                return (_figure(replace(block, id="")),)
            case Table():
                if why := why_html(block):
                    self.ledger.append(Entry("IMP-013", block.place, name=why))
                    return self._noted(block)
                return (block,)
            case _:
                return (block,)

    def _noted(self, table: Table) -> Blocks:
        """Return a table in HTML, where no Markdown is read, with its notes referred to below it."""
        order = list(dict.fromkeys(self._references(self.document.blocks)))
        labels = list(dict.fromkeys(self._references((table,))))
        if not labels:
            return (table,)

        def written(one: Inline, _: Place) -> Inlines:
            # Printed, a reference is its number between brackets.
            return (Text(f"[{order.index(_label(one.label)) + 1}]"),) if isinstance(one, NoteMark) else (one,)

        marks: list[Inline] = []
        for label in labels:
            marks += [NoteMark(label), Text(" ")]
            self.ledger.append(Entry("IMP-021", table.place, "", f"[{order.index(label) + 1}]"))
        return (*changed((table,), written), Paragraph(tuple(marks[:-1]), table.place))

    def _references(self, blocks: Blocks) -> list[str]:
        found = (one for block in walked(blocks) for one in inlines_of(content_of(block)))
        return [_label(one.label) for one in found if isinstance(one, NoteMark)]

    def _with_notes(self, document: Document) -> Document:
        return replace(document, notes={_label(label): self._flat(blocks) for label, blocks in document.notes.items()})

    def _flat(self, blocks: Blocks) -> Blocks:
        """Return the blocks of a note, which is read as paragraphs."""

        def flat(block: Block) -> Blocks:
            if isinstance(block, ListBlock):
                return tuple(b for item in block.items for b in item.blocks)
            if isinstance(block, Table):
                self.ledger.append(Entry("IMP-027", block.place))
                cells = tuple(b for row in block.rows for cell in row for b in cell.blocks)
                return (Paragraph(block.caption, block.place), *cells) if block.caption else cells
            return (block,)

        return changed(blocks, lambda one, _: (one,), flat)


def _figure(block: Paragraph) -> Block:
    told = [one for one in block.content if not (isinstance(one, Text) and not one.text.strip())]
    if len(told) == 1 and isinstance(told[0], Picture):
        return Figure(told[0], block.place)
    return block


def _without_empty(block: Block) -> Blocks:
    match block:
        case Heading() | Paragraph():
            speaks = any(
                isinstance(one, Picture | NoteMark) or type(one).__name__ == "Remark"
                for one in inlines_of(block.content)
            )
            return (block,) if said(block.content) or speaks else ()
        case ListBlock():
            items = tuple(item for item in block.items if item.blocks)
            return (replace(block, items=items),) if items else ()
        case Table():
            rows = tuple(row for row in block.rows if row)
            shows = any(cell.blocks for row in rows for cell in row)
            return (replace(block, rows=rows),) if shows else ()
        case _:
            return (block,)


def in_items(block: Block) -> Block:
    """Return a block for the inside of a list, where no heading stands."""
    return Paragraph((Strong(block.content),), block.place) if isinstance(block, Heading) else block


def item(blocks: Blocks) -> Item:
    """Return an item of a list."""
    return Item(tuple(map(in_items, blocks)))


def _label(label: str) -> str:
    return _LABEL.sub("-", label).strip("-") or "n"


def _id(name: str) -> str:
    safe = _LABEL.sub("-", name).strip("-").lower()
    return safe if safe[:1].isalpha() else f"p-{safe}"
