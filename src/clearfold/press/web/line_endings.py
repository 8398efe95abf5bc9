"""Where the lines of a web page may end: not within a short compound or a range, nor between a number and its unit.

No character of a word changes, so that a browser's search finds it and a copied address is one: spaces become such as
do not break, compounds stand in an element whose style keeps it on one line, and long words get soft hyphens.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.press.template.line_endings import part_long_words
from clearfold.press.template.spacing_by_language import NARROW, NO_BREAK, spaced

LINE = 20  # letters of a word that a telephone's line holds when its letters are twice as large as usual
WHOLE, ADDRESS = "whole", "address"
_KEPT = re.compile(r"(?<![\w@./:-])(?:\w+(?:-\w+)+|\d+(?:[.,]\d+)?[–/]\d+(?:[.,]\d+)?)(?![\w@/:-])")
_SHORT = 14  # letters that fit on a line of a heading there
# What is kept as it is written, to be copied or typed.
_AS_WRITTEN = frozenset({"code", "pre", "title", "button"})


def end_lines(page: Element, lang: str, lacking: frozenset[str]) -> None:
    """Work on the texts of a page's body; ``lacking`` are characters that its typeface does not have."""
    _walk(page, lang, lacking)
    part_long_words(page, lang, LINE)


def _walk(element: Element, lang: str, lacking: frozenset[str]) -> None:
    if element.tag in _AS_WRITTEN or _is_address(element):
        if _bare(element.get("href", "")) == _bare("".join(element.itertext())):
            element.set("class", ADDRESS)  # on paper it is not written out again
        return
    for child in list(element):
        _walk(child, lang, lacking)
        parts = list(_parted(child.tail or "", lang, lacking))
        child.tail = parts[0][1]
        _insert(element, list(element).index(child) + 1, parts[1:])
    parts = list(_parted(element.text or "", lang, lacking))
    element.text = parts[0][1]
    _insert(element, 0, parts[1:])


def _insert(parent: Element, at: int, parts: list[tuple[str, str]]) -> None:
    for word, after in reversed(parts):
        whole = Element("span", {"class": WHOLE})
        whole.text, whole.tail = word, after
        parent.insert(at, whole)


def _parted(text: str, lang: str, lacking: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what is kept on one line with the text after it; first "" with the text before all."""
    text = spaced(text, lang)
    if NARROW in lacking:
        text = text.replace(NARROW, NO_BREAK)
    at, word = 0, ""
    for found in _KEPT.finditer(text):
        if len(found[0]) <= _SHORT:
            yield word, text[at : found.start()]
            at, word = found.end(), found[0]
    yield word, text[at:]


def _bare(address: str) -> str:
    return address.strip().removeprefix("https://").removeprefix("http://").rstrip("/")


def _is_address(element: Element) -> bool:
    """Say whether an element is a link whose words are an address themselves."""
    words = "".join(element.itertext())
    return element.tag == "a" and ("@" in words or "." in words.rstrip(".")) and " " not in words.strip()
