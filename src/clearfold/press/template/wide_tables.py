"""Tables that are wider than an edition's line are set as rows: each cell on a line of its own, after its header."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement, fragment_fromstring

from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown.body import serialise, text_of
from clearfold.press.markdown.html_allowlist import parse

CELL_PADDING = 2  # in characters, both sides of a cell together


def stack_wide_tables(leaflet: Leaflet, line: int) -> Leaflet:
    """Return a leaflet whose tables fit a line of so many characters, where that can be told.

    A stacked table keeps its rows and cells, and so its meaning to a screen reader; the label that each cell
    repeats for the eye is ``aria-hidden``. A body in which a cell goes on through several rows has no rows that can
    be read alone, and stays as it is.
    """
    sections = tuple(
        replace(part, html=_stacked(part.html, line)) if "<table" in part.html else part for part in leaflet.sections
    )
    return replace(leaflet, sections=sections)


def labels(leaflet: Leaflet) -> tuple[str, ...]:
    """Return every label that stacking has added, in order."""
    wide = (part.html for part in leaflet.sections if 'class="label"' in part.html)
    return tuple(text_of(label) for html in wide for label in parse(html).find_class("label"))


def _stacked(html: str, line: int) -> str:
    root = parse(html)
    for table in root.iter("table"):
        if _width(table) > line and table.find("tbody//*[@rowspan]") is None:
            _stack(table)
    return "\n".join(serialise(block) for block in root)


def _width(table: HtmlElement) -> int:
    """Return the least width of a table in characters: the longest word of each column, and the padding.

    A cell over several columns is left out: the words below and above it are what makes them wide.
    """
    longest: dict[int, int] = {}
    for part in table.iterfind("./*"):
        for columns, cell in _cells(part):
            words = text_of(cell).split() if len(columns) == 1 else []
            for column in columns:
                longest[column] = max(longest.get(column, 0), *(len(word) for word in words), 0)
    return sum(longest.values()) + CELL_PADDING * len(longest)


def _cells(part: HtmlElement) -> Iterator[tuple[range, HtmlElement]]:
    """Yield each cell of a table's part with the columns that it covers (HTML, 4.9.12)."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(part.iterfind("tr")):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            wide, deep = (int(cell.get(name) or 1) for name in ("colspan", "rowspan"))
            taken.update((number + n, column + k) for n in range(deep) for k in range(wide))
            yield range(column, column + wide), cell
            column += wide


def _stack(table: HtmlElement) -> None:
    heads: dict[int, list[str]] = {}
    for part in table.iterfind("thead"):
        for columns, cell in _cells(part):
            for column in columns:
                heads.setdefault(column, []).append(text_of(cell))
    table.set("class", f"{table.get('class', '')} stacked".strip())
    for part in table.iterfind("tbody"):
        for columns, cell in _cells(part):
            # Each header once: of a cell over two columns, the one above both and the two below it.
            head = ", ".join(dict.fromkeys(text for column in columns for text in heads.get(column, []) if text))
            if head and cell.tag == "td" and text_of(cell):
                label = fragment_fromstring('<span class="label" aria-hidden="true"></span>')
                label.text, label.tail = f"{head} " if head[-1] in "?!:." else f"{head}: ", cell.text
                cell.text = None
                cell.insert(0, label)
