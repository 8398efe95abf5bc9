"""Read a tagged PDF in the order of its structure tree: what a screen reader says.

Each block-level structure element is a block; text that the element does not hold is not in it, and no space is made
up.
ISO 32000-1, 14.7 and 14.8. Text whose marked-content id no element claims is read apart.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pypdf.generic import DictionaryObject, IndirectObject, NumberObject, PdfObject

from clearfold.model.transcript import Block, Kind, Span, Transcript, opened
from clearfold.proof.html.elements import Grid
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.element_context import Context, inside
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.objects import dictionary, items
from clearfold.proof.readers.pdf.structure_types import (
    GROUPS,
    INLINE,
    drawn_label,
    label_number,
    link_of,
    list_numbering,
    standard_type,
    text_of,
)
from clearfold.proof.readers.pdf.text_pieces import Piece

DEEPEST = 400  # elements within elements
Key = tuple[int, int, int]
"""Page from 0, form's object number or 0, marked-content id."""


@foreign()
def read_tagged(pdf: PdfFile) -> tuple[Transcript, tuple[Block, ...]]:
    """Return the text of the structure elements in their order, and that of marked content that none of them claims.

    The latter is no artifact. An untagged PDF yields no blocks, and all its marked content.
    """
    walker = _Walker(pdf, by_mark(pdf))
    if pdf.tree is not None:
        walker.kids(pdf.tree, Context(Block(Kind.TEXT, "", lang=pdf.lang)))
        walker.flush()
    unplaced: list[Block] = []
    for key, pieces in walker.pieces.items():
        text = " ".join("".join(piece.text for piece in pieces).split())
        if key not in walker.claimed and text:
            unplaced.append(Block(Kind.TEXT, text, place=place(key[0])))
    return Transcript(tuple(walker.blocks), pdf.lang, pdf.title), tuple(unplaced)


def read_structure(pdf: PdfFile) -> Transcript:
    """Return the text of the structure elements in their order; an untagged PDF yields no blocks."""
    return read_tagged(pdf)[0]


def read_unplaced(pdf: PdfFile) -> tuple[Block, ...]:
    """Return the text of marked content that no structure element claims, and that is no artifact."""
    return read_tagged(pdf)[1]


@dataclass(slots=True)
class _Walker:
    """One walk through the tree."""

    pdf: PdfFile
    pieces: dict[Key, list[Piece]]
    blocks: list[Block] = field(default_factory=list)
    claimed: set[Key] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    context: Context | None = None
    page: int = -1
    number: str = ""
    label: str = ""  # of the note that is being read, which stands before its first words
    unlabelled: bool = False  # in an item of which nothing has been read yet, not even its label
    late: list[Block] = field(default_factory=list)  # notes within the block that is being read

    def kids(self, element: DictionaryObject, context: Context) -> None:
        """Read the children of an element in their order."""
        page = page_of(self.pdf, element, context.page)
        inner = replace(context, page=page, depth=context.depth + 1)
        if inner.depth > DEEPEST:
            return
        for kid in items(element.get("/K")):
            target = kid.get_object()
            if isinstance(target, NumberObject):
                self._content((page, 0, int(target)), inner)
            elif isinstance(target, DictionaryObject):
                self._kid(kid, target, inner)

    def _kid(self, kid: PdfObject, target: DictionaryObject, context: Context) -> None:
        if target.get("/Type") == "/MCR":
            page = page_of(self.pdf, target, context.page)
            form = target.raw_get("/Stm") if "/Stm" in target else None
            number = form.idnum if isinstance(form, IndirectObject) else 0
            if "/MCID" in target:
                self._content((page, number, int(str(target["/MCID"]))), context)
        elif target.get("/Type") != "/OBJR":
            if isinstance(kid, IndirectObject):
                if kid.idnum in self.seen:
                    return
                self.seen.add(kid.idnum)
            self._element(target, context)

    def _content(self, key: Key, context: Context) -> None:
        """Add the text of a marked-content sequence to the block."""
        self.claimed.add(key)
        for piece in self.pieces.get(key, ()):
            if self.unlabelled and context.block.kind is Kind.LIST_ITEM and piece.text.strip():
                self.unlabelled = False
                if label := drawn_label(piece.text):  # some programs draw it, and give it no tag
                    self.number = label_number(label)
                    continue
            self._say(piece.text, piece.page, context, piece.lang, piece.expansion)

    def _say(self, text: str, page: int, context: Context, lang: str = "", expansion: str = "") -> None:
        if not self.text.strip():
            self.text, self.spans, self.page = "", [], page
            self.context = context
        start = len(self.text)
        self.text += text
        if lang or expansion:
            self.spans.append(Span(start, len(self.text), lang, expansion))

    def flush(self) -> None:
        """End the block that is being read."""
        text = self.text.rstrip()
        if text.strip() and self.context is not None:
            lead = len(text) - len(text.lstrip())
            spans = tuple(
                replace(s, start=max(s.start - lead, 0), end=min(s.end - lead, len(text) - lead)) for s in self.spans
            )
            kind = Kind.TEXT if self.context.loose else self.context.block.kind
            block = replace(self.context.block, kind=kind, text=text.strip(), place=place(max(self.page, 0)))
            block = replace(block, spans=tuple(s for s in spans if s.start < s.end))
            if block.kind is Kind.LIST_ITEM:
                block, self.number = replace(block, number=self.number), ""
            elif block.kind is Kind.NOTE and self.label:
                block, self.label = opened(block, f"{self.label} "), ""
            self._labelled(block)
        self.text, self.spans = "", []
        self.blocks.extend(self.late)
        self.late = []

    def _labelled(self, block: Block) -> None:
        """Keep a block; before one that is no words of its note, such as the item of a list, its label stands alone."""
        if self.label:
            self.blocks.append(Block(Kind.NOTE, self.label, place=block.place, lang=block.lang))
            self.label = ""
        self.blocks.append(block)

    def _element(self, element: DictionaryObject, context: Context) -> None:
        kind = standard_type(element, self.pdf.tree, old=self.pdf.old)
        page = page_of(self.pdf, element, context.page)
        context = replace(context, page=page)
        if kind in ("Note", "FENote") and context.inside and self.text.strip():
            self._within(element, context)
            return
        # The label of a note, and of an item that begins, stands apart; any other goes on with its text, like a mark.
        own = context.block.kind is Kind.NOTE or (
            context.block.kind is Kind.LIST_ITEM and (self.unlabelled or context.term)  # terms may share what is said
        )
        labels = kind == "Lbl" and own and not context.fixed
        inline = kind in INLINE or (kind == "Lbl" and not labels)
        block = not inline or not context.inside or (kind in GROUPS and context.quoting)
        if block:
            self.flush()
        lang, expansion, link = text_of(element, "/Lang"), text_of(element, "/E"), link_of(element, kind)
        if lang and block:
            context = replace(context, block=replace(context.block, lang=lang))
        start = len(self.text)
        if (alt := text_of(element, "/Alt")) and kind in ("Figure", "Formula"):
            self._alternative(element, alt, context)
        elif actual := text_of(element, "/ActualText"):
            self._claim(element, context)
            self._say(actual, page, inside(element, kind, context))
        elif labels:
            self._label(element, context)
        else:
            self._descend(element, kind, context)
        if block:
            self._note(0, "", expansion, link)
            self.flush()
            if kind in ("Note", "FENote") and self.label:  # a note that is nothing but its label
                self._say(self.label, self.page, inside(element, kind, context))
                self.label = ""
                self.flush()
        else:
            self._note(start, lang, expansion, link)

    def _within(self, element: DictionaryObject, context: Context) -> None:
        """Read a note that stands within a block: the block is one all the same, and the note comes after it."""
        apart = _Walker(self.pdf, self.pieces, seen=self.seen, claimed=self.claimed)
        apart._element(element, replace(context.text(Kind.TEXT), inside=False))
        apart.flush()
        self.late.extend(apart.blocks)

    def _note(self, start: int, lang: str, expansion: str, link: str) -> None:
        """Note what an element says of the words that it holds."""
        if (lang or expansion or link) and len(self.text) > start:
            self.spans.append(Span(start, len(self.text), lang, expansion, link))

    def _alternative(self, element: DictionaryObject, alt: str, context: Context) -> None:
        """Read a picture: its alternative is said in place of what it draws."""
        self.flush()
        keys = self._claim(element, context)
        page = keys[0][0] if keys else page_of(self.pdf, element, context.page)
        block = context.text(Kind.ALTERNATIVE).block
        picture = str(keys[0][2]) if keys else ""
        self._labelled(replace(block, text=" ".join(alt.split()), place=place(max(page, 0)), picture=picture))

    def _claim(self, element: DictionaryObject, context: Context) -> list[Key]:
        """Claim the content of an element whose text is replaced; return what marks it, in order."""
        apart = _Walker(self.pdf, self.pieces, seen=self.seen, claimed=self.claimed)
        before = set(self.claimed)
        apart.kids(element, context)
        return sorted(self.claimed - before)

    def _descend(self, element: DictionaryObject, kind: str, context: Context) -> None:
        inner = inside(element, kind, context)
        if kind == "LI":
            self.number, self.unlabelled = "", True
        if kind == "L":
            description = self._describes(element, context)
            inner = replace(inner, lists=inner.lists + (not description), term=description, inside=False)
        elif kind == "Table":
            inner = replace(inner, grid=Grid(), inside=False)
        elif kind == "TR" and inner.grid:
            inner.grid.next_row()
        self.kids(element, inner)

    def _label(self, element: DictionaryObject, context: Context) -> None:
        """Read a label: the term that a list of terms explains, the number of the item, or what a note begins with."""
        self.unlabelled = False
        apart = _Walker(self.pdf, self.pieces, seen=self.seen, claimed=self.claimed)
        apart.kids(element, replace(context.text(Kind.TERM), page=context.page))
        apart.flush()
        words = " ".join(block.text for block in apart.blocks)
        if context.block.kind is Kind.NOTE:
            self.label = words
        elif context.term:
            self.blocks.extend(apart.blocks)
        else:
            self.number = label_number(words)

    def _describes(self, element: DictionaryObject, context: Context) -> bool:
        """Say whether a list explains terms: its labels are words, not bullets or numbers."""
        numbering = list_numbering(element)
        if numbering:
            return numbering == "Description"
        for item in _children(element, "LI", self.pdf):
            for mark in _children(item, "Lbl", self.pdf):
                apart = _Walker(self.pdf, self.pieces, seen=set(), claimed=set())
                apart.kids(mark, replace(context, page=page_of(self.pdf, item, context.page)))
                apart.flush()
                words = " ".join(block.text for block in apart.blocks)
                return bool(words) and label_number(words) == words and not words.isdecimal()
        return False


def by_mark(pdf: PdfFile) -> dict[Key, list[Piece]]:
    """Gather the pieces of text by the marked-content sequence that holds them."""
    gathered: dict[Key, list[Piece]] = defaultdict(list)
    for page in pdf.pieces:
        for piece in page:
            if piece.mcid >= 0:
                gathered[piece.page, piece.form, piece.mcid].append(piece)
    return gathered


def _children(element: DictionaryObject, kind: str, pdf: PdfFile) -> Iterator[DictionaryObject]:
    for kid in items(element.get("/K")):
        child = dictionary(kid)
        if child is not None and "/S" in child and standard_type(child, pdf.tree, old=pdf.old) == kind:
            yield child


def page_of(pdf: PdfFile, element: DictionaryObject, otherwise: int) -> int:
    """Return the page, from 0, that an element or reference names, else the one of its parent."""
    reference = element.raw_get("/Pg") if "/Pg" in element else None
    return pdf.page_of.get(reference.idnum, otherwise) if isinstance(reference, IndirectObject) else otherwise
