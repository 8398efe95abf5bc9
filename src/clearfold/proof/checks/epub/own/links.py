"""The links of a book of ours: words and targets are the copy's, notes lead there and back."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Transcript
from clearfold.proof.checks.epub.own.ids import plain_id
from clearfold.proof.compare.addresses import plain_address
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.expect.front_matter import bare
from clearfold.proof.expect.markdown import TO_NOTE
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import name_of
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.epub.closed.trees import kinds_in
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.links import place_of, reached, words_of

Way = tuple[str, str]
"""The words of a link, and where it leads: an address, or # and an id, in the one way in which both are compared."""
CONTACT = {"phone": "tel:", "email": "mailto:", "website": "https://", "online": "https://"}
"""What begins the address of each way to reach the publisher that is written without it."""
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
NOTE = re.compile(r"\[(\d+)\]")


def book_links(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of links that are not the copy's, that are missing, and of notes that do not lead there and back."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    wanted = links_of_the_copy(evidence)
    found: Counter[Way] = Counter()
    for path in epub.spine:
        for element, kind in kinds_in(epub.documents[path]) if path in epub.documents else ():
            if kind == "a" and element.get("href") is None and element.get("id"):
                continue  # a place to which others lead; a link that has lost its target is missing
            if kind == "a":
                way = (_text(element), _target(epub, path, element))
                found[way] += 1
                if found[way] > wanted[way]:
                    yield _told(
                        path,
                        message(
                            "{shown} leads to {element}",
                            shown=quoted(_shown(element)),
                            element=element.get("href") or message("nothing"),
                        ),
                    )
            elif name_of(element) == "a" and not _leads(epub, path, element, kind):
                yield _told(
                    path,
                    message(
                        "{shown} leads to {element}",
                        shown=quoted(_shown(element)),
                        element=element.get("href") or message("nothing"),
                    ),
                )
    for words, target in (wanted - found).elements() if not found - wanted else ():
        yield _told("", message("{words} leads not to {target}", words=quoted(words), target=target))


def links_of_the_copy(evidence: Evidence) -> Counter[Way]:
    """Return the links that the copy writes, and those of the contact panel."""
    return Counter((*_of_trees(evidence), *contact_ways(evidence.expected)))


def _of_trees(evidence: Evidence) -> Iterator[Way]:
    for tree in copy_trees(evidence.expected.markup):
        for element in tree.iter("a"):
            href = element.get("href") or ""
            if href and href != TO_NOTE:
                yield _text(element), f"#{plain_id(href[1:])}" if href.startswith("#") else plain_address(href)


def contact_ways(expected: Transcript) -> Iterator[Way]:
    """Yield the links of the contact panel, which follow from its words."""
    said = dict(expected.facts)
    for key, prefix in CONTACT.items():
        if words := said.get(key):
            address = "".join(c for c in words if c.isdigit() or c == "+") if key == "phone" else words
            yield fold(bare(words)), plain_address(address if "://" in address else f"{prefix}{address}")


def _target(epub: EpubFile, path: str, link: Element) -> str:
    href = link.get("href") or ""
    if SCHEME.match(href):
        return plain_address(href)
    place, fragment = place_of(path, href)
    there = place in epub.spine and reached(epub, place, fragment) is not None
    return f"#{plain_id(fragment)}" if there and fragment else href


def _leads(epub: EpubFile, path: str, link: Element, kind: str) -> bool:
    """Say whether a link of the make leads where its words say: to its note, back from it, or to its term."""
    place, fragment = place_of(path, link.get("href") or "")
    target = reached(epub, place, fragment) if place in epub.spine and fragment else None
    if target is None:
        return False
    if kind == "a-doc-glossref":
        return name_of(target) == "dt" and _text(target).lower() == _text(link).lower()
    number = NOTE.fullmatch("".join(link.itertext()))
    if number is None:
        return False
    if kind == "a-doc-noteref":
        own = re.fullmatch(rf"fnref-{number[1]}(-\d+)?", link.get("id") or "")
        return bool(own) and fragment == f"fn-{number[1]}" and name_of(target) == "aside"
    return fragment == f"fnref-{number[1]}" and name_of(target) == "a"


def _text(element: Element) -> str:
    return fold(words_of(element)[1])


def _shown(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())[:60]


def _told(place: str, what: str) -> Diagnostic:
    return finding("EPB-071", None, place=place, found=what, fact=what)
