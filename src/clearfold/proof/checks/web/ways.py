"""Web page: each link within it leads to what its words name."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.checks.epub.own.ids import plain_id
from clearfold.proof.checks.epub.own.links import contact_ways, links_of_the_copy
from clearfold.proof.compare.addresses import plain_address
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import is_note, name_of
from clearfold.proof.html.terms import INVISIBLE, MEANING, terms_of, unled
from clearfold.proof.readers.web.file import WebPage

REFERENCE, BACK = "doc-noteref", "doc-backlink"
PARTS = frozenset({"part", "summary"})  # whose difficult words lead to their meaning
# Where an abbreviation leads nowhere: in another link, and in names that screen readers list.
UNLED = frozenset("a h2 h3 h4 h5 h6 caption th".split())


def links(evidence: Evidence) -> Iterator[Diagnostic]:
    """Follow each link within the page, and those of the contact that ring or write."""
    page = evidence.web
    if page is None:
        return
    named = {name: element for element in page.root.iter() if (name := element.get("id"))}
    for link in page.body.iter("a"):
        href, words = link.get("href") or "", _words(link)
        fault = ""
        if href.startswith("#"):
            target = named.get(href[1:])
            fault = message("leads nowhere") if target is None else _wrong(link, target, words, named)
        elif href.startswith(("tel:", "mailto:")):
            fault = _other_address(href, words)
        if fault:
            yield finding("WEB-006", None, found=words, fact=f"“{words}” {fault}")
    yield from _contents(page)
    if evidence.ours:
        yield from _meanings(page)
        yield from _past_the_aids(page)
        yield from _added(page, links_of_the_copy(evidence), dict(contact_ways(evidence.expected)))


def _added(page: WebPage, wanted: Counter[tuple[str, str]], contact: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Tell of links that are neither the copy's nor of the make of a page, and of those of the ``contact`` it lacks."""
    ours = {link for nav in page.body.iter("nav") for link in nav.iter("a")}
    ours |= {link for paragraph in page.body.iter("p") if paragraph.get("class") == "skip" for link in paragraph}
    bare: set[str] = set()  # links without an address are told as such
    for link in page.body.iter("a"):
        href = link.get("href") or ""
        said, words = fold("".join(_unreferred(link))), _words(link)
        if not href:
            bare.add(said)
        if link in ours or link.get("role") or not href:
            continue
        way = (said, f"#{plain_id(href[1:])}" if href[0] == "#" else plain_address(href))
        wanted[way] -= 1
        if wanted[way] < 0:
            fact = message("{word} leads to {target}, and does not in the copy", word=quoted(words), target=href)
            yield finding("WEB-006", None, found=words, fact=fact)
    for words, target in contact.items():  # those of the text are told where they stand in it
        if wanted[words, target] > 0 and words not in bare:
            fact = message("{words} leads not to {target}", words=quoted(words), target=target)
            yield finding("WEB-006", None, found=words, fact=fact)


def _meanings(page: WebPage) -> Iterator[Diagnostic]:
    """Tell of difficult words and abbreviations whose first use in a part leads to no meaning, or a later one does."""
    sections = list(page.body.iter("section"))
    explained = {name: section for section in sections for name in (section.get("class") or "").split()}
    terms = terms_of(explained["glossary"]) if "glossary" in explained else ()
    shorts = terms_of(explained["abbreviations"]) if "abbreviations" in explained else ()
    for section in sections:
        if PARTS.isdisjoint((section.get("class") or "").split()):
            continue
        wrong = [*unled(section, terms, page.lang), *_unled_abbreviations(section, set(shorts))]
        for word, first in wrong:
            fact = (
                message("{word} leads not to its meaning", word=quoted(word))
                if first
                else message("{word} leads there once more", word=quoted(word))
            )
            yield finding("WEB-006", None, found=word, fact=fact)


def _unled_abbreviations(section: Element, waiting: set[str]) -> Iterator[tuple[str, bool]]:
    """Yield the abbreviations whose first use in a part leads to no meaning, and later ones that do (False)."""
    above: list[tuple[Element, bool, bool]] = [(section, False, False)]
    while above:
        element, within, led = above.pop()
        name = name_of(element)
        if name == "abbr" and (led or not within):
            word = _words(element)
            if led != (word in waiting):
                yield word, not led
            waiting.discard(word)
        leads = led or element.get("role") == MEANING
        inside = within or (name in UNLED and not leads)
        above += [(child, inside, leads) for child in reversed(element)]


def _past_the_aids(page: WebPage) -> Iterator[Diagnostic]:
    """Tell of a way past the reading aids that does not lead to the text."""
    main = next((element.get("id") for element in page.body.iter("main")), None)
    for paragraph in page.body.iter("p"):
        for link in paragraph.iter("a") if paragraph.get("class") == "skip" else ():
            if link.get("href") != f"#{main}":
                words = _words(link)
                fact = message("{word} leads not to the text", word=quoted(words))
                yield finding("WEB-006", None, found=words, fact=fact)


def _wrong(link: Element, target: Element, words: str, named: dict[str, Element]) -> str:
    """Return what is wrong with where a link of a known role leads; "" where nothing is, or its words do not tell."""
    role = link.get("role") or ""
    if role == REFERENCE and not (is_note(target) and _words(target).startswith(words)):
        return message("leads to no note of its number")
    if role == BACK:
        there = named.get((target.get("href") or "")[1:])
        if target.get("role") != REFERENCE or there is None or link not in list(there.iter()):
            return message("leads back to no reference to this note")
    if role == MEANING and (name_of(target) != "dt" or fold(_words(target)).lower() != fold(words).lower()):
        return message("leads to the meaning of another word")
    return ""


def _other_address(href: str, words: str) -> str:
    """Return what is wrong with a link that rings or writes where its words are a number or an address themselves."""
    scheme, _, there = href.partition(":")
    if scheme == "mailto" and "@" in words and " " not in words and there != words:
        return message("writes to {there}", there=there)
    digits = re.sub(r"\D", "", words)
    if scheme == "tel" and len(digits) > 2 and not re.search(r"[^\W\d]", words):
        ours, theirs = digits.lstrip("0"), re.sub(r"\D", "", there)
        if not theirs.endswith(ours):
            return message("rings {there}", there=there)
    return ""


def _contents(page: WebPage) -> Iterator[Diagnostic]:
    """Hold the contents against the headings of the sections, in their order."""
    entries = [
        (_words(link), (link.get("href") or "")[1:])
        for nav in page.body.iter("nav")
        for link in nav.iter("a")
        if nav.get("role") == "doc-toc"
    ]
    main = next(page.body.iter("main"), None)
    sections = [section for section in main if name_of(section) == "section"] if main is not None else []
    headings = [(_heading(section), section.get("id") or "") for section in sections]
    headings = [(words, name) for words, name in headings if words]
    for ours, theirs in zip(headings, entries, strict=False):
        if fold(ours[0]) != fold(theirs[0]) or ours[1] != theirs[1]:
            yield finding(
                "WEB-006",
                None,
                expected=ours[0],
                found=theirs[0],
                fact=message("“{theirs}” in the contents", theirs=theirs[0]),
            )
    if len(headings) != len(entries):
        fact = message(
            "{entries} entries in the contents for {headings} headings", entries=len(entries), headings=len(headings)
        )
        yield finding("WEB-006", None, fact=fact)


def _heading(section: Element) -> str:
    """Return the words of a section's heading without its references to notes, which contents leave out."""
    heading = next((child for child in section if name_of(child) == "h2"), None)
    words = "".join(_unreferred(heading)) if heading is not None else ""
    return " ".join(words.translate(INVISIBLE).split())


def _unreferred(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.get("role") != REFERENCE:
            yield from _unreferred(child)
        yield child.tail or ""


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).translate(INVISIBLE).split())
