"""What the elements of HTML are to a reader: which stand apart as blocks, what their text is, how lists count."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clearfold.model.transcript import Kind

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th thead tr ul".split()
)
SILENT = frozenset(
    "head link meta script style template title base param source track noscript annotation annotation-xml".split()
)
HEADINGS = {f"h{n}": n for n in range(1, 7)}
KINDS = {
    "blockquote": Kind.QUOTATION,
    "caption": Kind.CAPTION,
    "dd": Kind.DEFINITION,
    "dt": Kind.TERM,
    "figcaption": Kind.CAPTION,
    "pre": Kind.CODE,
}
# What marks words, as editions have it (docs/writing.md): underlining, colour and keys are said in bold.
MARKS = {name: name for name in "strong em b i sub sup q cite s del dfn var samp bdo".split()}
MARKS |= dict.fromkeys(("u", "mark", "kbd"), "strong")
# What a drawing does not paint where it stands (SVG 2, 5 and 14).
UNPAINTED = frozenset("defs symbol clippath mask pattern marker title desc metadata".split())
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"})
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def name_of(element: Element) -> str:
    """Return the element's name in small letters, without its name space; "" for a comment."""
    tag: object = element.tag  # a function where the element is a comment
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def lang_of(element: Element) -> str:
    """Return the language that the element declares, "" where it declares none."""
    return (element.get("lang") or element.get(XML_LANG) or "").strip()


def roles_of(element: Element) -> frozenset[str]:
    """Return what the element says that it is, in ARIA and in EPUB's own words."""
    return frozenset(f"{element.get('role') or ''} {element.get(EPUB_TYPE) or element.get('epub:type') or ''}".split())


def is_note(element: Element) -> bool:
    """Say whether the element holds a footnote."""
    return bool(roles_of(element) & NOTE_ROLES)


def mark_of(element: Element) -> str:
    """Return by which mark the element's words differ from those around it; "" for none."""
    credit = name_of(element) == "span" and "credit" in (element.get("class") or "").split()
    return "credit" if credit else MARKS.get(name_of(element), "")


def is_hidden(element: Element) -> bool:
    """Say whether the element's text is kept from readers by its own attributes."""
    style = "".join((element.get("style") or "").lower().split())
    hidden = "display:none" in style or "visibility:hidden" in style
    return hidden or element.get("aria-hidden") == "true" or element.get("hidden") is not None


def alternative(element: Element) -> str:
    """Return the text alternative of a picture; "" for one that only decorates."""
    if element.get("role") in ("presentation", "none") or element.get("aria-hidden") == "true":
        return ""
    title = next((e for e in element if name_of(e) == "title"), None)
    label = element.get("alt") or element.get("aria-label") or ("".join(title.itertext()) if title is not None else "")
    return " ".join(label.split())


def said(picture: Element) -> Iterator[tuple[Kind, str]]:
    """Yield what a picture says: its text alternative, then the words that a drawing shows as text."""
    if text := alternative(picture):
        yield Kind.ALTERNATIVE, text
    for element in _painted(picture):
        if name_of(element) == "text" and (words := " ".join(_letters(element).split())):
            yield Kind.TEXT, words


def _painted(element: Element) -> Iterator[Element]:
    """Yield an element of a drawing and what is in it, without what is hidden, or stands there to be used elsewhere."""
    shown = element.get("display") != "none" and element.get("visibility") not in ("hidden", "collapse")
    if shown and not is_hidden(element) and name_of(element) not in UNPAINTED:
        yield element
        for child in element:
            yield from _painted(child)


def _letters(element: Element) -> str:
    """Return the text of an element of a drawing, without what is hidden in it."""
    shown = {id(one) for one in _painted(element)}
    return (element.text or "") + "".join(
        (_letters(child) if id(child) in shown else "") + (child.tail or "") for child in element
    )


def label(number: int, style: str) -> str:
    """Write an item's number in the style of HTML's type attribute: 1, a, A, i or I."""
    if style in ("a", "A") and number > 0:
        text = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            text = chr(ord("a") + rest) + text
        return text.upper() if style == "A" else text
    if style in ("i", "I") and 0 < number < 4000:  # CSS Counter Styles 3, 6.1: beyond, figures
        text = ""
        for value, letters in ROMAN:
            while number >= value:
                text += letters
                number -= value
        return text.upper() if style == "I" else text
    return str(number)


def numbers(items: Element) -> Iterator[tuple[Element, str]]:
    """Yield the children of a list, each with its own number; "" in a list of bullets."""
    ordered = name_of(items) == "ol"
    count = sum(1 for child in items if name_of(child) == "li")
    backwards = items.get("reversed") is not None
    number = _integer(items.get("start"), count if backwards else 1)
    for child in items:
        if not ordered or name_of(child) != "li":
            yield child, ""
            continue
        number = _integer(child.get("value"), number)
        yield child, label(number, items.get("type") or "1")
        number += -1 if backwards else 1


@dataclass(slots=True)
class Grid:
    """Where the cells of one table stand, rows and columns counted from 1; cells may span several of both.

    ``until`` is, for each column, the last row that a cell met so far fills.
    """

    row: int = 0
    column: int = 0
    until: dict[int, int] = field(default_factory=dict)

    def next_row(self) -> None:
        """Go to the start of the next row."""
        self.row += 1
        self.column = 0

    def place(self, columns: int, rows: int) -> tuple[int, int]:
        """Return row and column of the next cell, which spans so many columns and rows."""
        self.column += 1
        while self.until.get(self.column, 0) >= self.row > 0:
            self.column += 1
        row, column = self.row, self.column
        for covered in range(column, column + columns):
            self.until[covered] = max(self.until.get(covered, 0), row + rows - 1)
        return row, column


def span_of(cell: Element, name: str) -> int:
    """Return how many rows or columns a cell spans, from 1 to 1000."""
    return min(max(_integer(cell.get(name), 1), 1), 1000)


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return default
