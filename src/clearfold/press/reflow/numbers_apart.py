"""Keep numbers from being turned in a text that runs from right to left.

A browser lays +32 2 123 45 67 out as 67 45 123 2 32+ there, and 5 mg as mg 5 (Unicode Standard Annex 9: a space between
figures takes the direction of the text). HTML's element for it is bdi, which changes no character.
"""

import re
from collections.abc import Iterator

from lxml import etree

from clearfold.press.reflow.markup import XHTML, local_name

_UNIT = (
    r"(?:[nµμmk]?g|[µμmcd]?[lL]|[µμmck]?m[²³]?|°[CF]|[µμm]?mol|mm ?Hg|k?cal|kJ|mSv|m?Gy|[IU]E|IU|%|‰)"
    r"(?:/[A-Za-z]+)?(?![\w²³])"
)
_APART = re.compile(
    r"(?<![\w.,/+-])(?:"
    r"(?:\+|(?=(?:\D{0,2}\d){6})\(?0)\d*\)?(?:[ \u00a0\u202f./-]\(?\d+\)?)+"  # a telephone number
    r"|[+\u2212-]?\d+(?:[ \u00a0\u202f]\d{2,})+"  # 1 000 000, 123 45 67
    r"|\d+(?:[/-]\d+){2,}"  # 2026-03-01
    r"|[+\u2212-]\d+(?:[.,]\d+)?"  # −18
    rf"|\d+(?:[.,]\d+)?(?=[ \u00a0\u202f]?{_UNIT})"
    rf")(?:[ \u00a0\u202f]?{_UNIT})?(?![\w/-])"
)
# What is copied as it is written, and what holds names for programs.
_AS_WRITTEN = frozenset({"code", "pre", "bdi", "title", "head"})


def keep_numbers(root: etree._Element) -> None:
    """Put each such number of a tree into an element that is laid out from left to right."""
    for element in list(root.iter(f"{XHTML}*")):
        if not any(local_name(one) in _AS_WRITTEN for one in (element, *element.iterancestors())):
            _place(element, None, element.text or "")
        parent = element.getparent()
        if parent is not None and not any(local_name(one) in _AS_WRITTEN for one in (parent, *parent.iterancestors())):
            _place(parent, element, element.tail or "")


def _place(parent: etree._Element, before: etree._Element | None, text: str) -> None:
    first, *rest = _parts(text)
    if not rest:
        return
    if before is None:
        parent.text, at = first[1], 0
    else:
        before.tail, at = first[1], parent.index(before) + 1
    for number, after in reversed(rest):
        apart = etree.Element(f"{XHTML}bdi", {"dir": "ltr"})
        apart.text, apart.tail = number, after
        parent.insert(at, apart)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number with the text after it; first "" with the text before all."""
    at, number = 0, ""
    for found in _APART.finditer(text):
        yield number, text[at : found.start()]
        at, number = found.end(), found[0]
    yield number, text[at:]
