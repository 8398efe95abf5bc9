"""The words of an OpenDocument text, paragraph by paragraph."""

from xml.etree.ElementTree import Element

from clearfold.importers.document import Place
from clearfold.importers.proving.odt.styles import Sheet
from clearfold.importers.proving.office import Files, first, get, local
from clearfold.importers.reading import Passage
from clearfold.model.transcript import Kind

_INDEXES = "table-of-content illustration-index table-index object-index user-index alphabetical-index".split()
_SILENT = (
    "tracked-changes annotation-end forms sequence-decls variable-decls enhanced-geometry title desc glue-point".split()
)


class Flow:
    """Gathers the passages of a body, a cell, a note or a text box."""

    def __init__(self, sheet: Sheet, files: Files) -> None:
        self.sheet, self.files = sheet, files
        self.passages: list[Passage] = []
        self.left: list[Passage] = []
        self.notes: list[Element] = []
        self.titled = False
        self.number = 0
        self._text: list[str] = []
        self._left: dict[str, str] = {}
        self._last = ""
        self._boxes: list[Element] = []
        self._reason = ""
        self._style = ""
        self._span = ""

    def read(self, element: Element, kind: Kind = Kind.PARAGRAPH, row: int = 0, column: int = 0) -> None:
        """Read what an element holds."""
        for one in element:
            name, before = local(one.tag), self._reason
            if name in ("p", "h") or _is_drawn(one):
                self._paragraph(one, kind, row, column)
            elif name == "list":
                for item in one:
                    if local(item.tag) in ("list-item", "list-header"):
                        self.read(item, Kind.LIST_ITEM)
            elif name == "table":
                self._table(one)
            elif name not in _SILENT:
                hidden = name == "section" and (get(one, "display") == "none" or get(one, "is-hidden") == "true")
                self._reason = before or ("contents" if name in _INDEXES else "hidden" if hidden else "")
                self.read(one, kind, row, column)
                self._reason = before

    def _table(self, table: Element) -> None:
        number = 0
        for row in _rows(table):
            for _ in range(min(_count(get(row, "number-rows-repeated")), 50)):
                number += any(local(cell.tag) == "table-cell" for cell in row)
                column = 1
                for cell in row:
                    name = local(cell.tag)
                    again = _count(get(cell, "number-columns-repeated"))
                    if name == "table-cell":
                        for step in range(again if again < 50 or len(cell) else 1):
                            self._cell(cell, number, column + step)
                    elif name == "covered-table-cell":
                        self._covered(cell)
                    if name in ("table-cell", "covered-table-cell"):
                        column += again

    def _cell(self, cell: Element, row: int, column: int) -> None:
        first_passage = len(self.passages)
        self.read(cell, Kind.TABLE_CELL, row, column)
        counted = get(cell, "string-value").strip()
        if counted and len(self.passages) == first_passage:
            self.passages.append(Passage(Kind.TABLE_CELL, counted, Place("text", self.number), 0, row, column))

    def _covered(self, cell: Element) -> None:
        before, self._reason = self._reason, "hidden"
        self.read(cell)
        self._reason = before

    def _paragraph(self, one: Element, kind: Kind, row: int, column: int) -> None:
        self.number += 1
        place = Place("text", self.number)
        outer = (self._text, self._left, self._last, self._boxes, self._style, self._span)
        self._text, self._left, self._last, self._boxes = [], {}, "", []
        self._style, self._span = get(one, "style-name"), ""
        if _is_drawn(one):
            self._drawn(one)
        else:
            self._inside(one)
        text = "".join(self._text)
        self.left += [Passage(Kind.TEXT, words, place) for words in self._left.values() if words.strip()]
        if text.strip():
            self.passages.append(Passage(self._kind(one, kind), text, place, 0, row, column))
        boxes = self._boxes
        self._text, self._left, self._last, self._boxes, self._style, self._span = outer
        for box in boxes:
            self.read(box)

    def _kind(self, one: Element, kind: Kind) -> Kind:
        style = get(one, "style-name")
        if self.sheet.title(style) and not self.titled:
            self.titled = True
            return Kind.TITLE
        heading = local(one.tag) == "h" or self.sheet.heading(style) or self.sheet.title(style)
        if heading and kind is not Kind.TABLE_CELL:
            return Kind.HEADING
        return Kind.QUOTATION if self.sheet.quoted(style) else kind

    def _inside(self, element: Element) -> None:
        self._say(element.text or "")
        for one in element:
            self._one(one)
            self._say(one.tail or "")

    def _one(self, one: Element) -> None:
        name = local(one.tag)
        reason, span = self._reason, self._span
        if name in ("line-break", "tab", "s"):
            self._say(" ")
        elif name == "note":
            self._note(one)
        elif name == "annotation":
            self.left.append(Passage(Kind.TEXT, "".join(_joined(one)), Place("comments")))
        elif _is_drawn(one):
            self._drawn(one)
        elif name not in _SILENT:
            why = {"page-number": "pages", "page-count": "pages", "page-continuation": "pages", "ruby-text": "above"}
            why |= {"placeholder": "empty", "hidden-text": "hidden"}
            if get(one, "display") == "none":
                why[name] = "hidden"
            self._reason = reason or why.get(name, "")
            if name == "span":
                self._span = get(one, "style-name")
            if name == "hidden-text":
                self._say(get(one, "string-value"))
            self._inside(one)
        self._reason, self._span = reason, span

    def _note(self, one: Element) -> None:
        body = first(one, "note-body")
        if body is not None:
            self.notes.append(body)
            self._text.append(f"[{len(self.notes)}]")
            self._last = ""

    def _why(self) -> str:
        if self._reason:
            return self._reason
        if self.sheet.says("display", self._span, self._style) == "none":
            return "hidden"
        return (
            "struck" if self.sheet.says("text-line-through-style", self._span, self._style) not in ("", "none") else ""
        )

    def _say(self, text: str) -> None:
        if not text:
            return
        why = self._why()
        if why:
            words = self._left.get(why, "")
            self._left[why] = words + text if self._last == why else f"{words} {text}"
        else:
            self._text.append(text)
        self._last = why

    def _drawn(self, one: Element) -> None:
        names = [local(part.tag) for part in one]
        about = next((t for n in ("desc", "title") if (t := " ".join((_text(first(one, n))).split()))), "")
        shown = "image" in names and "object" not in names and "object-ole" not in names
        before = next((i for i, n in enumerate(names) if n in ("image", "text-box")), 0)
        shown = shown and names[before] == "image"
        place = Place("text", self.number)
        if about and not (shown and get(one, "decorative") == "true"):
            if shown:
                self.passages.append(Passage(Kind.ALTERNATIVE, about, place))
            else:
                self.left.append(Passage(Kind.TEXT, about, place))
        floats = get(one, "anchor-type") in ("char", "paragraph", "page", "frame")
        if shown and not (floats and self._text):
            self._say(" ")  # a picture parts the words between which it stands
        if any(name in ("p", "h", "list") for name in names):
            holder = Element("text-box")
            holder.extend([part for part in one if local(part.tag) in ("p", "h", "list")])
            self._boxes.append(holder)
        for part in one:
            name = local(part.tag)
            if name == "text-box":
                self._boxes.append(part)
            elif name in ("object", "object-ole"):
                self._object(part)
            elif _is_drawn(part) and name != "image":
                self._drawn(part)

    def _object(self, part: Element) -> None:
        folder = get(part, "href").removeprefix("./")
        root = self.files.root(f"{folder}/content.xml") if folder else None
        root = root if root is not None else first(part, "math")
        if root is None:
            return
        if local(root.tag) == "math":
            self._say(f" {_formula(root)} ")
        else:
            self.left.append(Passage(Kind.TEXT, " ".join(root.itertext()), Place(folder)))


def _is_drawn(one: Element) -> bool:
    return "xmlns:drawing:" in one.tag


def _text(one: Element | None) -> str:
    return (one.text or "") if one is not None else ""


def _joined(note: Element) -> list[str]:
    return [f"{''.join(p.itertext())} " for p in note if local(p.tag) in ("p", "list")]


def _formula(one: Element) -> str:
    parts = [one.text or ""]
    for part in one:
        parts += [_formula(part) if not local(part.tag).startswith("annotation") else "", part.tail or ""]
    return " ".join("".join(parts).split())


def _rows(table: Element) -> list[Element]:
    found: list[Element] = []
    for one in table:
        name = local(one.tag)
        if name == "table-row":
            found.append(one)
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            found += _rows(one)
    return found


def _count(text: str) -> int:
    return min(max(int(text), 1), 1000) if text.isdigit() else 1
