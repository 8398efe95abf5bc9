"""Let lines end within words, addresses and rows of dots that no line can hold; in print no other word is parted.

A step of the paged writer, from a template's page to the layout. Without it such a word runs off the page.
"""

import re
from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from clearfold.press.template.addresses import BREAK, breakable, is_long_address
from clearfold.press.template.page_text import LINE_END, SET, pieces

ROOM = "data-room"  # of an element whose lines are that part of the page's
SOFT_HYPHEN = "\u00ad"
# Of a line's letters, so many stand on a line of a heading; the least of all editions.
SHARES = {"h1": 0.5, "h2": 0.68, "h3": 0.8}
_BETWEEN_SPACES = re.compile(r"[^\s<>]+")
_WORD = re.compile(r"[^\W\d_]+")
_ROW = re.compile(r"([._·…-])\1{9,}")
"""A row of dots or dashes to write on."""


def part_long_words(root: Element, lang: str, line: int, cut: frozenset[str] = frozenset()) -> bool:
    """Put soft hyphens in words of a page that are longer than a line of so many letters; tell whether there are any.

    Those that begin with one of ``cut`` begin a line. Soft hyphens that the copy has are taken out. In a language
    without patterns of hyphenation nothing is parted.
    """
    found = False
    for piece in pieces(root):
        if piece.heading == SET:
            continue
        most = int(line * SHARES.get(piece.heading, 1) * float(piece.element.get(ROOM, 1)))
        before = piece.text
        text = "".join(_pieces(before.replace(SOFT_HYPHEN, ""), lang, most, cut))
        found = found or SOFT_HYPHEN in text
        if text != before:
            piece.put(text)
    return found


def part_rows(root: Element, line: int) -> None:
    """Let rows of dots and dashes to write on go on in the next line, where they may take one for themselves."""
    for piece in pieces(root):
        most = line * float(piece.element.get(ROOM, 1))
        text = _ROW.sub(partial(_parted_row, most), piece.text)
        if text != piece.text:
            piece.put(text)


def _parted_row(most: float, row: re.Match[str]) -> str:
    return BREAK.join(row[0]) if len(row[0]) > most / 2 else row[0]


def _pieces(text: str, lang: str, most: int, cut: frozenset[str]) -> Iterator[str]:
    """Yield a text, its words parted between syllables and its addresses after their signs, without a hyphen."""
    at = 0
    for address in _BETWEEN_SPACES.finditer(text):
        if is_long_address(address[0], most):
            yield _parted(text[at : address.start()], lang, most, cut)
            yield breakable(address[0], most)
            at = address.end()
    yield _parted(text[at:], lang, most, cut)


def _parted(text: str, lang: str, most: int, cut: frozenset[str]) -> str:
    if not any(len(word) > most for word in _WORD.findall(text)):
        return text
    import pyphen

    known = pyphen.language_fallback(lang)
    if known is None:
        return text
    patterns = pyphen.Pyphen(lang=known)

    def parted(word: re.Match[str]) -> str:
        if len(word[0]) <= most:
            return word[0]
        own_line = LINE_END if word.start() and word[0].startswith(tuple(cut)) else ""
        return own_line + str(patterns.inserted(word[0], SOFT_HYPHEN))

    return _WORD.sub(parted, text)
