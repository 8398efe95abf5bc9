"""Web page: directions, classes and joined cells are those of the copy."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.direction import direction_of, is_number
from clearfold.proof.html.elements import is_note, name_of
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.epub.closed.grammar import ADDED
from clearfold.proof.readers.web.file import WebPage

SAID = ("class", "dir", "colspan", "rowspan")
"""Attributes that change what is seen, and that a copy may write."""
SINGLE = frozenset({("colspan", "1"), ("rowspan", "1")})
OURS = frozenset(
    "part panel summary abbreviations glossary sources about contact label foot online whole glossref address format "
    "publisher subtitle admonition admonition-title align-right formats sponsors searched".split()
)
"""Classes that the templates give, each to elements of its own."""
OF_ELEMENTS = {"whole": "span", "glossref": "a", "address": "a"}
END = 60  # letters by which words are known
INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060"))
CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
Statement = tuple[str, str, str]
"""An attribute, its value, and the last letters of the words of which it speaks."""


def attributes(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of what attributes say of words, and the copy does not, or does not say of these."""
    page = evidence.web
    main = next(page.body.iter("main"), None) if page is not None else None
    if page is None or main is None or not evidence.ours:
        return
    yield from _turned(page, evidence.expected.lang)
    seen = frozenset(CLASS.findall(" ".join(page.sheets)))
    wanted = Counter(one for tree in copy_trees(evidence.expected.markup) for one in _statements(tree, seen))
    theirs = Counter(_statements(main, seen))
    for name, value, words in (theirs - wanted).elements():
        yield finding(
            "WEB-013",
            None,
            found=value,
            fact=message("{name}=“{value}” at {words}", name=name, value=value, words=quoted(words)),
        )
    for name, value, words in (wanted - theirs).elements():
        yield finding(
            "WEB-013",
            None,
            expected=value,
            fact=message("{name}=“{value}” is missing at {words}", name=name, value=value, words=quoted(words)),
        )


def _turned(page: WebPage, lang: str) -> Iterator[Diagnostic]:
    """Tell of a page that does not run as its language is written, and of words that are kept from doing so."""
    said, wanted = page.root.get("dir") or "", direction_of(lang)
    if said != wanted:
        fact = message(
            "it runs “{said}”, and its language, {lang}, is written “{wanted}”",
            said=said,
            lang=lang,
            wanted=wanted,
        )
        yield finding("WEB-013", None, expected=wanted, found=said, fact=fact)
    for element in page.body.iter("bdi"):
        words = "".join(element.itertext())
        if not is_number(words):
            fact = message("{words} is set apart from the direction of its text, and is no number", words=quoted(words))
            yield finding("WEB-013", None, found=words, fact=fact)


def _statements(root: Element, seen: frozenset[str]) -> Iterator[Statement]:
    for element in root.iter():
        if element is root:
            continue
        for name in SAID:
            value = element.get(name) or ""
            if name == "class":
                value = " ".join(
                    sorted(word for word in value.split() if word in seen and not _is_given(word, element))
                )
            if name_of(element) == "bdi" and name == "dir":
                continue  # asked above
            if value and (name, value) not in SINGLE:
                yield name, value, fold("".join(_words(element)).translate(INVISIBLE))[-END:]


def _is_given(word: str, element: Element) -> bool:
    """Say whether the templates give a class to an element."""
    if word == "whole" and " " in "".join(element.itertext()):
        return False  # several words that do not break their lines leave a narrow window
    if word == "address" and _bare("".join(element.itertext())) != _bare(element.get("href") or ""):
        return False  # on paper its address would not be written out
    return word.startswith(ADDED) or (word in OURS and OF_ELEMENTS.get(word, name_of(element)) == name_of(element))


def _bare(address: str) -> str:
    """Return an address as it is printed."""
    return re.sub(r"^https?://|/$", "", address.translate(INVISIBLE).strip())


def _words(element: Element) -> Iterator[str]:
    """Yield the words of an element without notes, what refers to them, and labels for the eye."""
    if is_note(element) or element.get("role") == "doc-noteref" or element.get("aria-hidden") == "true":
        return
    if name_of(element) == "a" and element.get("href") == "#note":
        return
    untitled = "untitled" in (element.get("class") or "").split()
    yield element.text or ""
    for child in element:
        if not (untitled and child.get("class") == "admonition-title"):  # a title that is the template's
            yield from _words(child)
        yield child.tail or ""
