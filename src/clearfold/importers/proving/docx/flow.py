"""The flow of a Word file's part, paragraph by paragraph: what has text is read unless it is known not to be."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from clearfold.importers.document import Place
from clearfold.importers.proving.docx.drawings import alternatives, blips, decorates, outermost, said, words_of
from clearfold.importers.proving.docx.styles import SIGNS, Sheet
from clearfold.importers.proving.office import first, get, local
from clearfold.importers.reading import Passage
from clearfold.model.transcript import Kind

_PROPERTIES = frozenset("pPr rPr tblPr trPr tcPr tblGrid sectPr sdtPr sdtEndPr tblPrEx oMathParaPr ctrlPr".split())
_KNOWN = frozenset("wps wpg wpc w14 w15 w16se w16cid w16 wp14 a14 cx wp15".split())
_GONE = ("del", "moveFrom")
_PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF")
_CONTENTS = ("TOC", "INDEX", "TOA", "RD")


class Flow:
    """Gathers passages of one part; fields and text that is left out may go over several paragraphs."""

    def __init__(self, sheet: Sheet, leads: Mapping[str, tuple[str, str]], notes: frozenset[str]) -> None:
        self.sheet = sheet
        self.there = notes
        self.leads = leads
        self.passages: list[Passage] = []
        self.left: list[Passage] = []
        self.order: list[str] = []
        self.notes: dict[str, tuple[Passage, ...]] = {}
        self.titled = False
        self.part = "text"
        self.number = 0
        self._fields: list[list[str]] = []  # the words of each that is open, and whether it shows
        self._text: list[str] = []
        self._left: dict[str, str] = {}
        self._last = ""
        self._boxes: list[Element] = []
        self._run: Element | None = None
        self._style = ""
        self._reason = ""

    def body(self, element: Element, part: str) -> None:
        """Read what a part, a cell or a text box holds."""
        self.part = part
        self._flow(element, 0, 0)

    def _flow(self, element: Iterable[Element], row: int, column: int) -> None:
        for one in element:
            name = local(one.tag)
            if name == "p":
                self._paragraph(one, row, column)
            elif name == "tbl":
                self._table(one)
            elif name == "sdt":
                before = self._reason
                self._reason = before or self._of_sdt(one)
                content = first(one, "sdtContent")
                if content is not None:
                    self._flow(content, row, column)
                self._reason = before
            elif name in ("oMathPara", "oMath"):
                self._paragraph(_around(one), row, column)
            elif name == "AlternateContent":
                inside = _chosen(one)
                self._flow(inside if inside is not None else (), row, column)
            elif name not in _PROPERTIES and name not in ("altChunk", *_GONE):
                self._flow(one, row, column)

    @staticmethod
    def _of_sdt(one: Element) -> str:
        if get(first(one, "sdtPr", "docPartObj", "docPartGallery"), "val") == "Table of Contents":
            return "contents"
        shows = first(one, "sdtPr", "showingPlcHdr")
        return "empty" if shows is not None and get(shows, "val").lower() not in ("0", "false", "off") else ""

    def _table(self, table: Element) -> None:
        row = 0
        for line in _all(table, "tr"):
            gone = first(line, "trPr", "del") is not None
            cells = _all(line, "tc")
            row += bool(cells) and not gone
            before = self._reason
            self._reason = before or ("deleted" if gone else "")
            column = 1 + _int(get(first(line, "trPr", "gridBefore"), "val"))
            for cell in cells:
                self._flow(cell, row, column)
                column += max(_int(get(first(cell, "tcPr", "gridSpan"), "val")), 1)
            self._reason = before

    def _paragraph(self, paragraph: Element, row: int, column: int) -> None:
        self.number += 1
        place = Place(self.part, self.number)
        properties = first(paragraph, "pPr")
        self._text, self._left, self._boxes, self._last = [], {}, [], ""
        self._style = get(first(properties, "pStyle"), "val")
        before = self._reason
        if self.sheet.contents(properties):
            self._reason = before or "contents"
        self._inside(paragraph)
        self._reason = before
        self.left += [Passage(Kind.TEXT, text, place) for text in self._left.values() if text.strip()]
        text, boxes = "".join(self._text), self._boxes
        if text.strip():
            self.passages.append(Passage(self._kind(properties, row), text, place, 0, row, column))
        for box in boxes:
            self._flow(box, 0, 0)

    def _kind(self, properties: "Element | None", row: int) -> Kind:
        if self.sheet.title(properties) and not self.titled and self.part == "text":
            self.titled = True
            return Kind.TITLE
        drop = get(first(properties, "framePr"), "dropCap") in ("drop", "margin")
        if self.sheet.heading(properties) or (self.sheet.title(properties) and self.titled):
            return Kind.TABLE_CELL if row else Kind.HEADING
        if self.sheet.item(properties) and not drop:
            return Kind.LIST_ITEM
        return Kind.QUOTATION if self.sheet.quoted(properties) else Kind.TABLE_CELL if row else Kind.PARAGRAPH

    def _inside(self, element: Element) -> None:
        for one in element:
            name = local(one.tag)
            reason = self._reason
            if name in _PROPERTIES or name in ("Fallback", "object", "OLEObject"):
                continue
            if name == "AlternateContent":
                self._alternate(one)
            elif name == "drawing" or (name == "pict" and self._reason != "deleted"):
                self._drawing(one)
            elif name in ("oMath", "oMathPara"):
                self._say(f" {''.join(t.text or '' for t in one.iter() if local(t.tag) == 't')} ")
            elif name == "ruby":
                self._ruby(one)
            elif name in ("t", "delText"):
                self._words(one)
            elif name == "r":
                outer, self._run = self._run, first(one, "rPr")
                self._inside(one)
                self._run = outer
            else:
                self._reason = reason or ("deleted" if name in _GONE else self._of_sdt(one) if name == "sdt" else "")
                self._other(one, name)
                self._inside(one)
                self._reason = reason

    def _other(self, one: Element, name: str) -> None:
        """Take in what is no text and changes what text is."""
        signs = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "tab": " ", "ptab": " ", "br": " ", "cr": " "}
        if name in signs:
            self._say(signs[name])
        elif name == "sym" and get(one, "char"):
            code = int(get(one, "char"), 16)
            pictured = 0xF000 <= code <= 0xF0FF or get(one, "font").lower() in SIGNS
            self._say(chr(0xF000 | (code & 0xFF)) if pictured else chr(code))
        elif name == "fldChar":
            self._field(get(one, "fldCharType"))
        elif name == "fldSimple":
            self._reason = self._reason or _of_field(get(one, "instr"))
        elif name == "instrText" and self._fields:
            self._fields[-1][0] += one.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(f"{name[0]}{get(one, 'id')}")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "shows"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, label: str) -> None:
        if self._why() or any(not shows for _, shows in self._fields) or label not in self.there:
            return
        if label not in self.order:
            self.order.append(label)
        self._text.append(f"[{self.order.index(label) + 1}]")
        self._last = ""

    def _alternate(self, one: Element) -> None:
        taken = _chosen(one)
        if taken is not None:
            self._inside(taken)

    def _ruby(self, one: Element) -> None:
        reason, self._reason = self._reason, self._reason or "ruby"
        for above in one:
            if local(above.tag) == "rt":
                self._inside(above)
        self._reason = reason
        for base in one:
            if local(base.tag) == "rubyBase":
                self._inside(base)

    def _words(self, one: Element) -> None:
        text = one.text or ""
        if get(one, "space") != "preserve":
            text = text.strip(" \t\n\r")
        if self.sheet.signs(self._run, self._style):
            text = "".join(
                chr(0xF000 | (ord(c) & 0xFF)) if not c.isspace() and ord(c) & ~0xF0FF == 0 else c for c in text
            )
        self._say(text)

    def _why(self) -> str:
        """Return why text here is left out, "" where it is taken."""
        if self._reason:
            return self._reason
        if reason := next((r for words, _ in self._fields if (r := _of_field(words))), ""):
            return reason
        if self.sheet.on("vanish", self._run, self._style):
            return "hidden"
        struck = self.sheet.on("strike", self._run, self._style) or self.sheet.on("dstrike", self._run, self._style)
        return "struck" if struck else ""

    def _say(self, text: str) -> None:
        if not text or any(not shows for _, shows in self._fields):
            return
        why = self._why()
        if not why:
            self._text.append(text)
        else:
            words = self._left.get(why, "")
            self._left[why] = words + text if self._last == why else f"{words} {text}"
        self._last = why

    def _drawing(self, one: Element) -> None:
        if self._reason == "deleted":
            return
        inside: set[int] = set()
        for box in outermost(one):
            self._boxes.append(box)
            inside |= {id(e) for e in box.iter()}
        shapes = [e for e in one.iter() if id(e) not in inside]
        place = Place(self.part, self.number)
        for text in alternatives(shapes):
            self.passages.append(Passage(Kind.ALTERNATIVE, text, place))
        floats = any(local(e.tag) == "anchor" for e in shapes)
        if blips(shapes) and not (floats and self._text):
            self._say(" ")  # a picture parts the words between which it stands
        if words := words_of(shapes):
            self.left.append(Passage(Kind.TEXT, words, place))
        if not blips(shapes) and (about := said(shapes)) and not decorates(shapes):
            self.left.append(Passage(Kind.TEXT, about, place))


def _of_field(words: str) -> str:
    kind = (words.split() or [""])[0].upper()
    return "pages" if kind in _PAGES else "contents" if kind in _CONTENTS else ""


def _chosen(one: Element) -> Element | None:
    """Return the one of several versions that a program of today shows."""
    choices = [c for c in one if local(c.tag) == "Choice"]
    known = [c for c in choices if set(get(c, "Requires").split()) <= _KNOWN]
    taken = known[0] if known else first(one, "Fallback")
    return choices[0] if taken is None and choices else taken


def _all(element: Element, name: str) -> list[Element]:
    """Return the rows or cells of a table, not those of tables within it."""
    found: list[Element] = []
    for one in element:
        if local(one.tag) == name:
            found.append(one)
        elif local(one.tag) not in ("tc", "tr", "p", "tbl", *_PROPERTIES):
            found += _all(one, name)
    return found


def _around(one: Element) -> Element:
    around = Element("p")
    around.append(one)
    return around


def _int(text: str) -> int:
    return int(text) if text.isdigit() else 0
