"""The words of a page in the order in which they are read, and those that stand beside its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clearfold.importers.document import Place
from clearfold.importers.proving.html.beside import opens, stands_beside
from clearfold.importers.proving.html.grid import Grid
from clearfold.importers.proving.html.references import References
from clearfold.importers.proving.html.tags import Tag
from clearfold.importers.reading import Passage
from clearfold.model.transcript import Kind

_APART = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure".split()
    + "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section".split()
    + "summary table tbody td tfoot th thead tr ul".split()
)
_NO_TEXT = frozenset("script style link meta base head title source track wbr param col colgroup rp".split())
_BLANK = ("div", "span", "p", "section")
_MEANT = ("heading", "list", "listitem")
_OTHER = ("blockquote", "dd", "dt", "caption", "figcaption", "pre", "summary", "legend")


@dataclass(frozen=True, slots=True)
class At:
    """Where the reading is: what words are there."""

    kind: Kind = Kind.PARAGRAPH
    row: int = 0
    column: int = 0
    level: int = 0


class Flow:
    """Gathers the passages of a page."""

    def __init__(self, references: References, part: str, *, inside: bool) -> None:
        self.references = references
        self.part = part
        self.inside = inside
        self.passages: list[Passage] = []
        self.left: list[Passage] = []
        self.order: list[str] = []
        self.note = ""
        self._words: list[str] = []

    def read(self, tag: Tag, at: At) -> None:
        """Read what an element holds."""
        for one in tag.held:
            if isinstance(one, str):
                self._words.append(one)
                continue
            name = one.name
            opening = name == "button" and (at.kind is Kind.HEADING or opens(one))
            if name in _NO_TEXT or (not opening and self.leave(one)) or self.references.is_note(one, self.note):
                continue
            if "untitled" in tag.marks and one.marks & {"admonition-title", "title"}:
                self.left.append(Passage(Kind.LABEL, one.letters(), Place(self.part)))
            elif (name in _APART or name == "button") and at.kind is Kind.HEADING:
                self._words.append(" ")
                self.read(one, at)
                self._words.append(" ")
            elif name in _APART or (name in _BLANK and one.said.get("role") in _MEANT) or name == "button":
                self.flush(at)
                self._apart(one, at)
            elif name == "br":
                self._words.append(" ")
            elif name == "img":
                self._picture(one)
            elif name == "math":
                self._words.append(f" {self._formula(one)} ")
            elif name == "a" and (label := self.references.refers(tag, one)):
                if label not in self.order:
                    self.order.append(label)
                self._words.append(f"[{self.order.index(label) + 1}]")
            elif not (self.note and self.references.is_back(one)):
                self.read(one, at)

    def _formula(self, tag: Tag) -> str:
        told = ""
        for one in tag.held:
            if isinstance(one, str):
                told += one
            elif not self.leave(one):
                told += self._formula(one)
        return told

    def flush(self, at: At) -> None:
        """End a block of words."""
        text = "".join(self._words)
        self._words = []
        if text.strip():
            self.passages.append(Passage(at.kind, text, Place(self.part), at.level, at.row, at.column))

    def _apart(self, tag: Tag, at: At) -> None:
        name = tag.name
        if name == "table":
            self._table(tag)
            return
        role = tag.said.get("role") if name in _BLANK else ""
        if re.fullmatch("h[1-6]", name) or role == "heading":
            at = replace(at, kind=Kind.HEADING if at.kind not in (Kind.LIST_ITEM, Kind.TABLE_CELL) else at.kind)
        elif name == "li" or role == "listitem":
            at = At(Kind.LIST_ITEM)
        elif name in _OTHER:
            at = At(Kind.CODE if name == "pre" else Kind.TEXT)
        self.read(tag, at)
        self.flush(at)

    def _table(self, table: Tag) -> None:
        astray = Tag("div", held=list(_astray(table)))
        self.read(astray, At())
        self.flush(At())
        grid = Grid()
        plain = table.said.get("role") in ("presentation", "none")
        for row in _rows(table):
            if row.name == "caption":
                self.read(row, At(Kind.CAPTION))
                self.flush(At(Kind.CAPTION))
                continue
            if self.leave(row):
                continue
            grid.next_row()
            for cell in row.held:
                if isinstance(cell, Tag) and cell.name in ("td", "th"):
                    number, column = grid.place(cell.said.get("colspan", ""), cell.said.get("rowspan", ""))
                    if self.leave(cell):
                        continue
                    at = At() if plain else At(Kind.TABLE_CELL, number, column)
                    self.read(cell, at)
                    self.flush(at)

    def _picture(self, tag: Tag) -> None:
        self._words.append(" ")  # a picture parts the words between which it stands
        text = tag.said.get("alt", "").strip() or tag.said.get("aria-label", "").strip()
        if text and tag.said.get("role") not in ("presentation", "none"):
            self.passages.append(Passage(Kind.ALTERNATIVE, text, Place(self.part)))

    def leave(self, tag: Tag) -> bool:
        """Take in the words of an element that stands beside the text; tell whether it does."""
        if not stands_beside(tag, inside=self.inside):
            return False
        text = words_of(tag)
        if text.strip():
            self.left.append(Passage(Kind.TEXT, text, Place(self.part)))
        return True


def _rows(table: Tag) -> list[Tag]:
    rows: list[Tag] = []
    for one in table.held:
        if isinstance(one, Tag) and one.name in ("thead", "tbody", "tfoot"):
            rows += [row for row in one.held if isinstance(row, Tag) and row.name == "tr"]
        elif isinstance(one, Tag) and one.name in ("tr", "caption"):
            rows.append(one)
    return rows


def _astray(table: Tag) -> "Iterator[Tag | str]":
    """Yield what may not stand in a table and stands in none of its cells: browsers show it above the table."""
    for one in table.held:
        if isinstance(one, str):
            yield one
        elif one.name in ("thead", "tbody", "tfoot", "tr"):
            yield from _astray(one)
        elif one.name not in ("td", "th", "caption", "colgroup", "col", "script", "style", "template"):
            yield one


def words_of(tag: Tag) -> str:
    """Return the letters of an element, of its pictures and its fields."""
    if tag.name in ("script", "style"):
        return ""
    text = f" {tag.said.get('alt', '')} " if tag.name == "img" else ""
    if tag.name == "input" and tag.said.get("type") not in ("hidden", "checkbox", "radio"):
        text = f" {tag.said.get('value') or tag.said.get('placeholder', '')} "
    text += "".join(one if isinstance(one, str) else words_of(one) for one in tag.held)
    return f" {text} " if tag.name in (*_APART, "option", "br", "button", "label", "title", "text") else text
