"""Read a tree of HTML elements as a reader meets it: blocks of text in document order.

Used on what the second Markdown parser makes of the copy, on the page that the press makes, and on EPUB documents.
An attribute ``data-line`` gives the blocks below it their line in the copy.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Location
from clearfold.model.transcript import Block, Kind, Span
from clearfold.proof.html.crops import crop_said
from clearfold.proof.html.elements import (
    BLOCKS,
    HEADINGS,
    KINDS,
    SILENT,
    Grid,
    alternative,
    is_hidden,
    is_note,
    lang_of,
    mark_of,
    name_of,
    numbers,
    said,
    span_of,
)

LINE = "data-line"
BOX = "data-box"  # the type of a box that has no title of its own
WHITE = re.compile(r"[ \t\n\r\f]+")  # what HTML folds; a no-break space stays


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of text from the elements around it; ``block`` has everything but its words."""

    block: Block
    depth: int = 0
    line: int = 0
    exact: bool = False
    fixed: bool = False  # the kind stands, whatever is inside: contents, hidden text
    grid: Grid | None = None

    def text(self, kind: Kind) -> "Context":
        """Return the context of a block of that kind; the marks of the block around it are dropped."""
        if self.fixed:
            return self
        bare = Block(kind, "", place=self.block.place, lang=self.block.lang)
        return replace(self, block=bare)


class Walker:
    """Walks elements and gathers blocks; ``locate`` turns a line of the copy and the block's text into a place."""

    def __init__(
        self,
        place: str = "",
        locate: Callable[[int, str], Location | None] = lambda _line, _text: None,
        drawn: Callable[[str], str] = lambda _name: "",
    ) -> None:
        """Start with no blocks; ``place`` is the place in the output that all blocks get.

        ``drawn`` gives the words that a picture of that name shows.
        """
        self.place = place
        self.locate = locate
        self.drawn = drawn
        self.blocks: list[Block] = []
        self.boxes: list[tuple[str, int]] = []  # each type of a box without a title, and its first block
        self._parts: list[str] = []
        self._length = 0
        self._space = True  # white space here would be folded away
        self._spans: list[Span] = []

    def start(self, lang: str = "", kind: Kind = Kind.PARAGRAPH) -> Context:
        """Return the context in which a document's body, or a piece of one, is read."""
        return Context(Block(kind, "", place=self.place, lang=lang))

    def block(self, element: Element, context: Context) -> None:
        """Read one element that stands apart, with all that is in it; the text after it is not read."""
        self._flush(context)
        if box := element.get(BOX):
            self.boxes.append((box, len(self.blocks)))
        inner = self._inside(element, context)
        name = name_of(element)
        if name in ("ol", "ul", "menu"):
            self._list(element, inner)
        elif name == "table":
            self._children(element, replace(inner, grid=Grid()))
        else:
            self._children(element, inner)
        self._flush(inner)

    def _inside(self, element: Element, context: Context) -> Context:
        """Return the context of what an element holds."""
        name = name_of(element)
        line = int(element.get(LINE) or context.line)
        block = context.block
        if lang := lang_of(element):
            block = replace(block, lang=lang)
        inner = replace(context, block=block, line=line)
        if is_hidden(element):
            return replace(inner.text(Kind.ARTIFACT), fixed=True)
        if name == "nav":
            return replace(inner.text(Kind.CONTENTS), fixed=True)
        if name in HEADINGS and not inner.fixed:
            inner = inner.text(Kind.HEADING)
            return replace(inner, block=replace(inner.block, level=HEADINGS[name]))
        if is_note(element):
            return inner.text(Kind.NOTE)
        if "admonition-title" in (element.get("class") or "").split():
            return inner.text(Kind.BOX_TITLE)
        if name in KINDS:
            return replace(inner.text(KINDS[name]), exact=name == "pre")
        if name == "tr" and inner.grid:
            inner.grid.next_row()
        if name in ("td", "th") and inner.grid:
            row, column = inner.grid.place(span_of(element, "colspan"), span_of(element, "rowspan"))
            cell = inner.text(Kind.TABLE_CELL)
            return replace(cell, block=replace(cell.block, row=row, column=column, header=name == "th"), grid=None)
        return inner

    def _list(self, element: Element, context: Context) -> None:
        depth = context.depth + 1
        self._say(element.text or "", context)  # not allowed there, and read all the same
        for child, number in numbers(element):
            name = name_of(child)
            if name in BLOCKS:
                self._flush(context)
            if name == "li":
                item = context.text(Kind.LIST_ITEM)
                if not item.fixed:
                    item = replace(item, block=replace(item.block, level=depth, number=number))
                self.block(child, replace(item, depth=depth))
            elif name in BLOCKS:
                self.block(child, replace(context, depth=depth))
            elif name and name not in SILENT:
                self._inline(child, name, context)
            self._say(child.tail or "", context)

    def flow(self, element: Element, context: Context, after: Callable[[Element], None]) -> None:
        """Read what an element holds, and call ``after`` for each block right in it, once its blocks are there."""
        self._children(element, context, after)
        self._flush(context)

    def _children(self, element: Element, context: Context, after: Callable[[Element], None] | None = None) -> None:
        self._say(element.text or "", context)
        for child in element:
            name = name_of(child)
            if name in BLOCKS:
                context = self._flush(context)
                self.block(child, context)
                if after:
                    after(child)
                context = _without_number(context)
            elif name and name not in SILENT:
                self._inline(child, name, context)
            self._say(child.tail or "", context)

    def _inline(self, element: Element, name: str, context: Context) -> None:
        if name in ("img", "svg"):
            line = int(element.get(LINE) or context.line)
            for kind, text in said(element):
                self._flush(context)
                shown = _of_item(context.text(kind), context)
                seen = replace(shown.block, picture=element.get("src") or "", crop=crop_said(element))
                shown = replace(shown, block=seen, line=line)
                self._emit(shown, text, ())
            if words := self.drawn(element.get("src") or ""):
                self._flush(context)
                self._emit(replace(context.text(Kind.DRAWING), line=line), words, ())
            return
        if name == "br":
            self._say(" ", context)
            return
        if name == "area":
            if (words := alternative(element)) and element.get("href") is not None:
                self._flush(context)
                self._emit(context.text(Kind.ALTERNATIVE), words, ())
            return
        if is_hidden(element):
            self._flush(context)
            self._children(element, replace(context.text(Kind.ARTIFACT), fixed=True))
            self._flush(context.text(Kind.ARTIFACT))
            return
        with self._span(element, name, context):
            self._children(element, context)

    @contextmanager
    def _span(self, element: Element, name: str, context: Context) -> Iterator[None]:
        """Note what an inline element says of its words."""
        start = self._length
        yield
        link = (element.get("href") or "") if name == "a" else ""
        expansion = (element.get("title") or "") if name == "abbr" else ""
        lang = lang_of(element)
        code, mark = name == "code", mark_of(element)
        if (lang or link or expansion or code or mark) and self._length > start:
            self._spans.append(Span(start, self._length, lang, " ".join(expansion.split()), link, code, mark))

    def _say(self, text: str, context: Context) -> None:
        """Add words to the block, white space folded unless the text is preformatted."""
        if not context.exact:
            text = WHITE.sub(" ", text)
            if self._space:
                text = text.lstrip(" ")
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._space = text[-1].isspace()

    def _flush(self, context: Context) -> Context:
        """End the block that is being read, and return the context for what follows it."""
        text = "".join(self._parts)
        spans = tuple(self._spans)
        self._parts, self._length, self._space, self._spans = [], 0, True, []
        kept = text.strip("\n") if context.exact else text.rstrip()
        if kept.strip():
            self._emit(context, kept, tuple(s for s in spans if s.start < len(kept)))
            return _without_number(context)
        return context

    def _emit(self, context: Context, text: str, spans: tuple[Span, ...]) -> None:
        cut = tuple(replace(s, end=min(s.end, len(text))) for s in spans)
        self.blocks.append(replace(context.block, text=text, location=self.locate(context.line, text), spans=cut))


def _of_item(picture: Context, context: Context) -> Context:
    """Return the context of a picture with the item's depth and number, where it stands in the item of a list."""
    if context.block.kind is not Kind.LIST_ITEM:
        return picture
    return replace(picture, block=replace(picture.block, level=context.block.level, number=context.block.number))


def _without_number(context: Context) -> Context:
    """Return the context of the second paragraph of a list item: the number stands before the first."""
    return replace(context, block=replace(context.block, number="")) if context.block.number else context
