"""Tables that are wider than an edition's line are set as rows: each cell on a line of its own, after its header."""

from dataclasses import replace

from lxml.html import HtmlElement, fragment_fromstring

from clearfold.press.copy.allowed import parse
from clearfold.press.copy.body import serialise, text_of
from clearfold.press.leaflet import Leaflet

CELL_PADDING = 2  # in characters, both sides of a cell together


def stack_wide_tables(leaflet: Leaflet, line: int) -> Leaflet:
    """Return a leaflet whose tables fit a line of so many characters, where that can be told.

    A stacked table keeps its rows and cells, and so its meaning to a screen reader; the label that each cell
    repeats for the eye is ``aria-hidden``. A table with spanning cells has no rows that can be read alone, and
    stays as it is.
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
        if _width(table) > line and table.find(".//*[@colspan]") is None and table.find(".//*[@rowspan]") is None:
            _stack(table)
    return "\n".join(serialise(block) for block in root)


def _width(table: HtmlElement) -> int:
    """Return the least width of a table in characters: the longest word of each column, and the padding."""
    longest: dict[int, int] = {}
    for row in table.iter("tr"):
        for column, cell in enumerate(row):
            words = text_of(cell).split()
            longest[column] = max(longest.get(column, 0), *(len(word) for word in words), 0)
    return sum(longest.values()) + CELL_PADDING * len(longest)


def _stack(table: HtmlElement) -> None:
    heads = [text_of(cell) for cell in table.iterfind("thead/tr[1]/*")]
    table.set("class", f"{table.get('class', '')} stacked".strip())
    for row in table.iterfind("tbody/tr"):
        for head, cell in zip(heads, row, strict=False):
            if head and cell.tag == "td" and text_of(cell):
                label = fragment_fromstring('<span class="label" aria-hidden="true"></span>')
                label.text, label.tail = f"{head} " if head[-1] in "?!:." else f"{head}: ", cell.text
                cell.text = None
                cell.insert(0, label)
