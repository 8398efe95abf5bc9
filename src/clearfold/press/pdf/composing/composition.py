"""Compose the pages of a part anew: where they end, and how high their pictures are, so that none stays half empty.

A step of the paged writer, between one layout and the next.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from weasyprint.document import Document

from clearfold.model.units import PX
from clearfold.press.edition import Fit
from clearfold.press.pdf.composing.page_ends import End, Ends, Room, better_ends, cost, own_ends
from clearfold.press.pdf.composing.page_filling import grows, page_height, placed_on, room_left, weights_on
from clearfold.press.pdf.composing.units import Unit, units_of

WORTH = 0.05  # of a page: less white saved is not worth a layout
LONGEST = 150  # pages of a part: a longer one is left as it is
ROUNDING = 1.0  # px
TAB = "thumb"


def composed(document: Document, root: Element, fit: Fit, worded: Container[str]) -> Fit:
    """Return how pages are better composed than those that were laid out, or the same fit where nothing is.

    Drawings with words, ``worded`` by their addresses, keep their size: their letters are as large as they may be.
    """
    if not document.pages or len(document.pages) > LONGEST:
        return fit
    units = [_keeping(unit, worded) for unit in units_of(document)]
    room = room_of(document)
    best, now = better_ends(units, room), own_ends(units, room)
    if not units or (now.pages, now.white - WORTH) <= (best.pages, best.white):
        return fit
    numbers = {element: number for number, element in _numbered(root)}
    pictures = {element: number for number, element in enumerate(root.iter("img"))}
    heights = {
        pictures[picture]: round((height - ROUNDING) * PX, 1)
        for at, height in best.lowered
        if (picture := units[at].picture) is not None
    }
    begins = frozenset(numbers[units[at].element] for at in best.before)
    spaces = {numbers[units[at].element]: round(space * PX, 2) for at, space in best.tightened}
    return replace(fit, figures={**fit.figures, **heights}, begins=begins, spaces=spaces)


def compose(root: Element, fit: Fit, worded: Mapping[str, float]) -> None:
    """Give the pictures of a page of HTML their heights, blocks their spaces, and begin pages where they are to begin.

    Drawings with words are at least as high as ``worded`` says, in mm by their addresses, where they stand alone.
    """
    for figure in root.iter("figure"):
        for picture in figure.iter("img"):
            if least := worded.get(picture.get("src", "")):
                picture.set("style", f"min-height: {least}mm")
    for number, picture in enumerate(root.iter("img")):
        if number in fit.figures:
            picture.set("style", f"max-height: {fit.figures[number]}mm")
    parents = {child: parent for parent in root.iter() for child in parent}
    for before, section in pairwise(root.findall("body/*")):
        if _is_apart(before) and (words := [one for one in section if not _is_tab(one)]):
            _leave_tabs(words[0], parents)
    for number, element in list(_numbered(root)):
        if number in fit.begins:
            _leave_tabs(element, parents)
            _space(_begun(element, parents), "margin-top: 0; break-before: page")
        elif number in fit.spaces:
            _space(_begun(element, parents, TAB), f"margin-top: {fit.spaces[number]}mm")


def is_fuller(one: tuple[Document, Element, Fit], other: tuple[Document, Element, Fit]) -> bool:
    """Say whether pages, with their HTML and how it was fitted, are fuller than others in truth, and no more."""
    first, second = white(*one), white(*other)
    return (first.pages, first.white) < (second.pages, second.white)


def white(document: Document, root: Element, fit: Fit) -> Ends:
    """Return how many laid-out pages there are, and how bad their ends are: see page_ends.cost."""
    ours = {element for number, element in _numbered(root) if number in fit.begins}
    units = [replace(unit, first=unit.first and unit.element not in ours) for unit in units_of(document)]
    numbers = {unit.element: at for at, unit in enumerate(units)}
    room, found = room_of(document), 0.0
    for page, following in zip(document.pages, [*document.pages[1:], None], strict=True):
        placed, below = list(placed_on(page)), next(placed_on(following), None) if following else None
        if placed and (below or not following):
            at = numbers[below.box.element] if below else len(units)
            parted = below is not None and below.box.element is placed[-1].box.element
            end = End(at, float(parted), room_left(page, following), sum(weights_on(page)), own=True)
            found += cost(units, end, room)
    return Ends(len(document.pages), found)


def room_of(document: Document) -> Room:
    """Return what the pages hold."""
    return Room(page_height(document.pages[0]), grows(document.pages[0]))


def _leave_tabs(element: Element, parents: dict[Element, Element]) -> None:
    """Leave the tabs before an element that begins a page, and a section, at the end of the section before.

    Of tabs that come on a page WeasyPrint 70 shows none at its start; and behind them alone no page is begun.
    """
    section = parents[element]
    tabs = list(section)[: list(section).index(element)]
    before = list(parents[section])[: list(parents[section]).index(section)] if section.tag == "section" else []
    if before and (before[-1].tag == "section" or _is_apart(before[-1])) and all(map(_is_tab, tabs)):
        for tab in tabs:
            section.remove(tab)
            before[-1].append(tab)
            parents[tab] = before[-1]


def _is_apart(element: Element) -> bool:
    """Say whether the style sheet begins a page behind an element: a page that is thrown away, or the key messages."""
    classes = element.get("class", "").split()
    return "skipped" in classes or ("summary" in classes and element.get("data-shares") is None)


def _is_tab(element: Element) -> bool:
    return TAB in element.get("class", "").split()


def _begun(element: Element, parents: Mapping[Element, Element], but: str = "") -> list[Element]:
    """Return an element and those that begin with it, or with one of the class ``but`` before it, from the inside."""
    begun = [element]
    while (around := parents[begun[-1]]).tag != "body":
        if next((one for one in around if not but or but not in one.get("class", "").split()), None) is not begun[-1]:
            break
        begun.append(around)
    return begun


def _space(begun: Sequence[Element], style: str) -> None:
    """Give the outermost of elements that begin together a style, and the others no space before them."""
    for one in begun:
        one.set("style", "margin-top: 0")  # before a page that must begin it is not dropped
    begun[-1].set("style", style)  # inner ones would begin a page only once that around them has begun


def _numbered(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield the elements of a page of HTML by their numbers, but for ends of lines, which come in later."""
    return enumerate(element for element in root.iter() if element.tag != "br")


def _keeping(unit: Unit, worded: Container[str]) -> Unit:
    kept = unit.picture is not None and unit.picture.get("src") in worded
    return replace(unit, picture=None, pictured=0.0) if kept else unit
