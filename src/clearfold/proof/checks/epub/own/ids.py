"""The ids of a book of ours: each is that of the heading, or of the note, that its name says."""

import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zlib import crc32

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.elements import HEADINGS
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.epub.closed.trees import kinds_in
from clearfold.proof.readers.epub.links import words_of

NOTE = "fn-"


def book_ids(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of headings and notes that have the id of another (EPB-071); links would lead to the wrong one."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    trees = copy_trees(evidence.expected.markup)
    given = {plain_id(e.get("id") or ""): _text(e) for tree in trees for e in tree.iter() if e.get("id")}
    for path in epub.spine:
        for element, kind in kinds_in(epub.documents[path]) if path in epub.documents else ():
            name = element.get("id")
            if name and not _is_own(element, kind, name, given):
                yield _told(
                    path,
                    message(
                        "{split} has the id {name}",
                        split=quoted(" ".join("".join(element.itertext()).split())),
                        name=name,
                    ),
                )


def _is_own(element: Element, kind: str, name: str, given: dict[str, str]) -> bool:
    """Say whether an id is the one that the words of a note or a heading ask for; others are nobody's to judge."""
    if kind == "aside-doc-footnote":
        number = next(iter("".join(element.itertext()).split()), "")
        return number.startswith(f"[{name.removeprefix(NOTE)}]") and name.startswith(NOTE)
    if kind == "section-part":
        named = element.get("aria-labelledby")
        heading = next((e for e in element if named and e.get("id") == named), None)
    else:
        heading = element if kind in HEADINGS and kind not in ("h1", "h2") else None
    if heading is None:
        return True
    plain, words = plain_id(name), words_of(heading)[1]
    if plain in given:
        return given[plain] == _text(heading)
    return plain.startswith(plain_id(words))


def plain_id(name: str) -> str:
    """Return an id in the one form in which two are compared: small letters without accents, and figures.

    Words of another script end in the number that docs/writing.md tells of. A name that begins with a figure, or has no
    letter of ours, is made to begin with ``part``, which no form begins with.
    """
    words = unquote(name)
    plain = unicodedata.normalize("NFKD", words.replace("ı", "I")).encode("ascii", "ignore").decode().lower()
    form = "".join(letter for letter in plain if letter.isalnum())
    own = [letter for letter in words if letter.isalpha() and "LATIN" not in unicodedata.name(letter, "")]
    if 2 * len(own) > sum(map(str.isalpha, words)):
        parted = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFC", words).casefold())
        form += f"{crc32('-'.join(parted.split()).encode('utf-8')):08x}"
    return form.removeprefix("part")


def _text(element: Element) -> str:
    return fold(words_of(element)[1])


def _told(place: str, what: str) -> Diagnostic:
    return finding("EPB-071", None, place=place, found=what, fact=what)
