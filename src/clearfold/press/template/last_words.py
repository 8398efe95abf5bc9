"""Keep a short last word of a heading with the word before it, so that it does not stand alone on a line.

A step of the paged writer, from a template's page to the layout.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.press.template.spacing_by_language import NO_BREAK

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "dt"})
CLASSES = frozenset({"admonition-title", "label"})
SHORT = 8  # letters of a word that is not left alone
SHARE = 0.6  # of the letters of a line, that both words may have together: headings are larger than the text


def join_last_words(root: Element, room: int) -> None:
    """Put a no-break space before a short last word of headings, captions and contents, on lines of so many letters."""
    for heading in _headings(root):
        for line in _lines(heading):
            _join(*line[-1], SHARE * room)


def _join(element: Element, name: str, most: float) -> None:
    text = getattr(element, name)
    before, _, last = text.rstrip().rpartition(" ")
    previous = before.rpartition(" ")[2]
    if previous and len(last) <= SHORT and len(previous) + len(last) < most:
        setattr(element, name, before + NO_BREAK + text[len(before) + 1 :])


def _headings(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if element.tag in HEADINGS or not CLASSES.isdisjoint(element.get("class", "").split()):
            yield element
        elif element.tag == "nav":
            yield from element.iter("a")


def _lines(heading: Element) -> Iterator[list[tuple[Element, str]]]:
    """Yield where the texts of a heading stand, in reading order, up to each end of a line that was written."""
    line: list[tuple[Element, str]] = []
    for element, name in _texts(heading):
        if line and element.tag == "br":
            yield line
            line = []
        if (getattr(element, name) or "").strip():
            line.append((element, name))
    if line:
        yield line


def _texts(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield where the texts within an element stand, in reading order."""
    yield element, "text"
    for child in element:
        yield from _texts(child)
        yield child, "tail"
