"""Link words to their meaning: in each part of a leaflet, the first use of a glossary term leads to its entry."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from clearfold.press.leaflet import fresh, slug
from clearfold.press.reflow.markup import EPUB_TYPE, XHTML, add_after, local_name

# Where a link would stand in another link, in a name that screen readers list, or in what is no running text.
NOT_IN = frozenset("a abbr h1 h2 h3 h4 h5 h6 dt thead th caption code pre".split())


def name_terms(glossary: etree._Element, taken: set[str]) -> dict[str, str]:
    """Give each term of the glossary an id that is made of the term, and return the ids by term."""
    named: dict[str, str] = {}
    for term in glossary.iter(f"{XHTML}dt"):
        words = " ".join("".join(map(str, term.itertext())).split())
        named[words] = fresh(f"term-{slug(words)}", taken)
        term.set("id", named[words])
    return named


def link_terms(parts: Iterable[etree._Element], terms: dict[str, str], lang: str) -> None:
    """Make the first use of each term in each part a link to its entry; no character changes.

    ``lang`` is the leaflet's language: what is in another is left alone.
    """
    if not terms:
        return
    # The longest first, so that "T cell" is not found in "CAR T cell"; the first letter may begin a sentence.
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either_case, ordered))})(?![\w-])")
    names = {_small(term): name for term, name in terms.items()}
    for part in parts:
        waiting = dict(names)
        for element, after in tuple(_texts(part, lang)):
            _link_in(element, pattern, waiting, after=after)


def _texts(element: etree._Element, lang: str) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the running text of the leaflet's language: elements, and whether the text is that after them."""
    if local_name(element) in NOT_IN or element.get("lang", lang) != lang or element.get("aria-hidden") == "true":
        return
    yield element, False
    for child in element:
        yield from _texts(child, lang)
        yield child, True


def _link_in(element: etree._Element, pattern: re.Pattern[str], waiting: dict[str, str], *, after: bool) -> None:
    """Make links of the terms in one text, and take them from those that wait for their first use."""
    text = (element.tail if after else element.text) or ""
    rest = len(text)
    firsts: list[tuple[int, int, str]] = []
    for match in pattern.finditer(text):
        if name := waiting.pop(_small(match[0]), ""):
            firsts.append((match.start(), match.end(), name))
    for begin, end, name in reversed(firsts):
        link = etree.Element(f"{XHTML}a", {"class": "glossref", "role": "doc-glossref", "href": f"#{name}"})
        link.set(EPUB_TYPE, "glossref")
        link.text, link.tail = text[begin:end], text[end:rest]
        rest = begin
        if after:
            element.tail = text[:begin]
            add_after(element, link)
        else:
            element.text = text[:begin]
            element.insert(0, link)


def _either_case(term: str) -> str:
    first = term[:1]
    return f"(?:{re.escape(first.lower())}|{re.escape(first.upper())}){re.escape(term[1:])}"


def _small(term: str) -> str:
    return term[:1].lower() + term[1:]
