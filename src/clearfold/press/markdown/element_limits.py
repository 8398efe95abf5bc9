"""Whether a copy is of a size that can be laid out: how deep its elements go, and how many of each it has.

Looked at before anything else reads the HTML: lxml leaves out what lies too deep, and says nothing.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, HTMLParser, fragment_fromstring

from clearfold.model.diagnostic import Diagnostic, Location, mistake
from clearfold.model.limits import DEEPEST, NOTES, PICTURES, SECTIONS, TABLE_COLUMNS, TABLE_DEEPEST, TABLE_ROWS, WORD
from clearfold.press.markdown.positions import Places

# The numbers that an attribute may hold: cells by what can be printed, lists by what a reader can count.
RANGES = {
    "colspan": (1, TABLE_COLUMNS),
    "rowspan": (1, TABLE_ROWS),
    "start": (0, 9_999),
    "value": (0, 9_999),
}
_KINDS = ("1", "a", "A", "i", "I")
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def excess(html: str, places: Places, place: Location | None = None) -> tuple[Diagnostic, ...]:
    """Return what is too deep, too much or out of range; all of it at ``place`` where one is given."""
    # Without it libxml2 stops at 255 levels; with it at 2,048, of which it is enough to know that they are too many.
    parser = HTMLParser(huge_tree=True)
    root = fragment_fromstring(html, create_parent="div", parser=parser)
    if deep := _too_deep(root, places, place):
        return (deep,)
    return (*_counted(root, place or places.start), *_numbers(root, places, place))


def _too_deep(root: HtmlElement, places: Places, place: Location | None) -> Diagnostic | None:
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        if depth > DEEPEST:
            words = " ".join("".join(element.itertext()).split())[:20].rsplit(" ", 1)[0]
            hint = "part the text differently: nobody can follow lists, boxes or quotations that far"
            fact = f"elements are nested more than {DEEPEST} deep"
            return mistake("SRC-083", place or places.next(words), fact, hint)
        waiting += [(child, depth + 1) for child in element]
    return None


def _counted(root: HtmlElement, place: Location) -> Iterator[Diagnostic]:
    notes = sum(1 for listing in root.find_class("footnote") for item in listing.iter("li") if _is_note(item))
    rows = sum(1 for _ in root.iter("tr"))
    pictures = sum(1 for _ in root.iter("img"))
    sections = sum(1 for _ in root.iter("h2"))
    for count, most, what in (
        (rows, TABLE_ROWS, "rows of tables"),
        (notes, NOTES, "notes"),
        (pictures, PICTURES, "pictures"),
        (sections, SECTIONS, "headings of level 2"),
    ):
        if count > most:
            fact = f"the leaflet has {count:,} {what}, and at most {most:,} can be laid out"
            yield mistake("SRC-084", place, fact, "make several leaflets of it: nobody reads so many")
    longest = max((word for text in root.itertext() for word in str(text).split()), key=len, default="")
    if len(longest) > WORD:
        hint = "part it; a long address is better a link on a few words"
        fact = f"a word of {len(longest):,} letters (“{longest[:20]}…”), and at most {WORD:,} can be laid out"
        yield mistake("SRC-084", place, fact, hint)
    for table in root.iter("table"):
        columns = max((len(row) for row in table.iter("tr")), default=0)
        around = sum(1 for _ in table.iterancestors("table"))
        if columns > TABLE_COLUMNS:
            hint = "turn its rows into columns, or part it"
            fact = f"a table has {columns:,} columns, and at most {TABLE_COLUMNS} can be laid out"
            yield mistake("SRC-084", place, fact, hint)
        if around >= TABLE_DEEPEST:
            hint = "write tables one after the other"
            yield mistake("SRC-083", place, f"tables are nested more than {TABLE_DEEPEST} deep", hint)
            return


def _is_note(item: HtmlElement) -> bool:
    return str(item.get("id", "")).startswith("fn:")


def _numbers(root: HtmlElement, places: Places, place: Location | None) -> Iterator[Diagnostic]:
    for element in root.iter("ol", "li", "td", "th"):
        for name, value in element.attrib.items():
            low, high = RANGES.get(name, (0, 0))
            wrong = high and not (_NUMBER.fullmatch(value) and low <= int(value) <= high)
            if wrong:
                hint = f"write a number from {low} to {high}, or leave “{name}” out"
                fact = f"“{value[:20]}” is no {name} that can be laid out"
                yield mistake("SRC-084", place or places.next(f"{name}="), fact, hint)
            elif name == "type" and value not in _KINDS:
                fact, hint = f"there are no lists of the type “{value[:20]}”", f"choose one of: {', '.join(_KINDS)}"
                yield mistake("SRC-084", place or places.next("type="), fact, hint)
