"""The text of a leaflet as passages: words that are translated together, and how they stand on their lines.

An element that only marks words (bold, links) leaves no trace: braille of these languages marks it seldom, and this
edition never. Raised and lowered figures do, since 10⁶ is no 106.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lxml import etree

from clearfold.press.braille.codes import LOWERED, RAISED
from clearfold.press.markdown.elements.lists import printed_number
from clearfold.press.reflow.markup import XHTML, local_name

HANG = 2  # cells by which what follows the first line of an item stands in
DEEPER = 4  # cells by which ### stands in, a quotation, and the cells of a row behind its first
MARK = "-"  # what stands before the items of a list without numbers
FIGURES = "0123456789"


class Role(StrEnum):
    """What a passage is, for its place on the page and its element in a book for displays."""

    TITLE = "h1"
    HEADING = "h2"
    SUBHEADING = "h3"
    PARAGRAPH = "p"
    ITEM = "li"
    PICTURE = "aside"
    LINE = "hr"  # around a box: no words
    PRINT_PAGE = "div"  # where a page of the printed edition begins: its number


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with their place.

    ``mark`` is what stands before an item, ``picture`` is true of what a picture shows; ``first`` and ``rest`` are the
    cells before the first line and before the others. ``apart`` asks for an empty line before it; ``cover`` is true of
    the title page; ``anchor`` is the id of the section that begins with it.
    """

    role: Role
    text: str
    mark: str = ""
    picture: bool = False
    first: int = 0
    rest: int = 0
    apart: bool = True
    cover: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds an element: how far it stands in, and whether no empty line parts its words from those before."""

    indent: int = 0
    tight: bool = False


HEADINGS = {"h1": Role.TITLE, "h2": Role.HEADING} | dict.fromkeys(("h3", "h4", "h5", "h6"), Role.SUBHEADING)
BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol "
    "p pre section table ul".split()
)


def passages(body: etree._Element) -> tuple[Passage, ...]:
    """Return the passages of a page that the template has made, in reading order."""
    return tuple(_all(body))


def _all(body: etree._Element) -> Iterator[Passage]:
    for part in body:
        cover, anchor = local_name(part) == "header", part.get("id", "")
        for one in _flow(part, _Around()):
            if one.role is not Role.PRINT_PAGE:
                yield replace(one, anchor=anchor, cover=cover)
                anchor = ""
            elif not cover:  # the title page is the printed cover
                yield one


def _flow(element: etree._Element, around: _Around) -> Iterator[Passage]:
    """Yield the passages of what stands in an element: blocks, and words between them."""
    words = [element.text or ""]
    for child in element:
        if local_name(child) in BLOCKS:
            yield from _words("".join(words), around)
            around = replace(around, tight=around.tight and not _any(words))
            yield from _block(child, around)
            words = [child.tail or ""]
        else:
            words += [_said(child), child.tail or ""]
    yield from _words("".join(words), around)


def _any(words: list[str]) -> bool:
    return bool("".join(words).strip())


def _block(element: etree._Element, around: _Around) -> Iterator[Passage]:
    name, indent = local_name(element), around.indent
    if name in HEADINGS:
        deeper = 0 if name in ("h1", "h2") else DEEPER
        numbers, words = _without_pages(_inner(element))
        yield from map(_print_page, numbers)
        yield Passage(HEADINGS[name], words, first=deeper, rest=deeper)
    elif name in ("ul", "ol"):
        yield from _items(element, indent)
    elif name == "table":
        yield from _table(element, indent)
    elif name == "dl":
        for entry in element:
            deeper = indent + (HANG if local_name(entry) == "dd" else 0)
            first = local_name(entry) == "dt"
            for one in _flow(entry, _Around(deeper)):
                yield replace(one, apart=one.apart and first)
                first = False
    elif name == "pre":
        for number, line in enumerate((_inner(element)).splitlines()):
            numbers, words = _without_pages(line)
            yield from map(_print_page, numbers)
            yield Passage(Role.PARAGRAPH, words, first=indent, rest=indent + HANG, apart=number == 0)
    elif name == "blockquote":
        yield from _flow(element, _Around(indent + DEEPER))
    elif name == "hr":
        return
    elif "admonition" in element.get("class", "").split():
        yield Passage(Role.LINE, "")
        for number, one in enumerate(_flow(element, _Around(indent))):
            yield replace(one, apart=one.apart and number > 0)
        yield Passage(Role.LINE, "", apart=False)
    else:
        yield from _flow(element, around)


def _items(listed: etree._Element, indent: int) -> Iterator[Passage]:
    number, kind = int(listed.get("start", "1")), listed.get("type", "1")
    for place, item in enumerate(listed):
        if local_name(item) != "li":
            continue
        number = int(item.get("value", number))
        counted = printed_number(number, kind)
        mark = f"{counted.upper() if kind.isupper() else counted}." if local_name(listed) == "ol" else MARK
        number += 1
        if any(local_name(one) in BLOCKS - {"ul", "ol"} for one in item.iter(f"{XHTML}*") if one is not item):
            inner = list(_flow(item, _Around(indent + HANG)))
        else:
            inner = list(_flow(item, _Around(indent + HANG, tight=True)))
        marked = False
        for one in inner:
            if not marked and one.text and one.role is not Role.PRINT_PAGE:
                marked = True
                hung = Passage(Role.ITEM, one.text, mark, one.picture, indent, indent + HANG)
                yield replace(hung, apart=place == 0 and not indent)
            else:
                yield one


def _table(table: etree._Element, indent: int) -> Iterator[Passage]:
    """Yield a caption, the head, and each row: its first cell, and below it the others, with the words above them."""
    caption = table.find(f"{XHTML}caption")
    if caption is not None:
        yield from _flow(caption, _Around(indent))
    for row in table.iter(f"{XHTML}tr"):
        apart = True  # of what is said first in the row, whose first cell may be empty
        for number, cell in enumerate(row):
            deeper = indent + (DEEPER if number else 0)
            for one in _flow(cell, _Around(deeper)):
                hung = replace(one, rest=max(one.rest, one.first + HANG)) if one.role is Role.PARAGRAPH else one
                yield replace(hung, apart=apart)
                apart = False


def _words(text: str, around: _Around) -> Iterator[Passage]:
    """Yield what stands between blocks, parted where the copy ends a line and where a picture is described."""
    here = Passage(Role.PARAGRAPH, "", first=around.indent, rest=around.indent)
    apart = not around.tight
    for line in text.split("\n\n"):
        for part in _pictured(line):
            said = " ".join(part.split())
            if said.startswith(_PRINT_PAGE):
                yield replace(_print_page(said[1:-1]), apart=apart)
            elif said.startswith(_PICTURE):
                words = said[1:-1].strip()
                yield Passage(
                    Role.PICTURE, words, "", picture=True, first=around.indent, rest=around.indent, apart=apart
                )
            elif said:
                yield replace(here, text=said, apart=apart)
            apart = apart and not said
        apart = False


_PICTURE, _END, _PRINT_PAGE = "\ue000", "\ue001", "\ue002"


def _print_page(number: str) -> Passage:
    return Passage(Role.PRINT_PAGE, number, apart=False)


def _without_pages(text: str) -> tuple[list[str], str]:
    """Return the numbers of printed pages that begin within a text which no line of theirs may part, and the text."""
    pattern = f"{_PRINT_PAGE}([^{_END}]*){_END}"
    return re.findall(pattern, text), re.sub(pattern, "", text)


def _pictured(text: str) -> Iterator[str]:
    """Part a text into what pictures say and numbers of printed pages, each within its two signs, and the rest."""
    yield from re.split(f"([{_PICTURE}{_PRINT_PAGE}][^{_END}]*{_END})", text)


def _inner(element: etree._Element) -> str:
    return "".join([element.text or "", *(_said(child) + (child.tail or "") for child in element)])


def _said(element: etree._Element) -> str:
    """Return the words of an element within a line; an end of a line is two line ends."""
    name = local_name(element)
    if name == "br":
        return "\n\n"
    if element.get("role") == "doc-pagebreak":
        return f"{_PRINT_PAGE}{element.get('aria-label')}{_END}"
    if name == "img":
        return f"{_PICTURE}{element.get('alt')}{_END}" if element.get("alt") else ""
    words = _inner(element)
    if name in ("sup", "sub"):
        return words.translate(str.maketrans(FIGURES, RAISED if name == "sup" else LOWERED))
    return words
