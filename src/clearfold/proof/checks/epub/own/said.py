"""What a book of ours says of words: marks such as bold, language, direction, titles, roles are the copy's."""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import category
from xml.etree.ElementTree import Element

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import joined, message
from clearfold.model.transcript import Kind
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.marks import marked_otherwise
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.html.direction import direction_of, is_number
from clearfold.proof.html.elements import is_note, name_of, roles_of
from clearfold.proof.readers.epub.closed.copy_trees import copy_trees
from clearfold.proof.readers.epub.closed.grammar import ADDED, DOCUMENT
from clearfold.proof.readers.epub.closed.trees import attributes_of, kinds_in
from clearfold.proof.readers.epub.file import EpubFile

SAID = ("class", "dir", "lang", "role", "title", "headers")
"""Attributes that a copy may write, and that say something of words wherever they stand."""
END = 60  # letters by which words are known: a box's own title, which a template may add, stands before them
UNREAD = frozenset({"doc-noteref", "noteref", "doc-pagebreak"})
ALIGNED = "text-align:"
CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
Statement = tuple[str, str, str]
"""An attribute, its value, and the last letters of the words of which it speaks."""


def book_marks(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of words that are marked otherwise than in the copy, and of signs that nobody sees (EPB-070)."""
    if evidence.epub is None or not evidence.ours:
        return
    for one in marked_otherwise(evidence.content):
        ours, theirs = ", ".join(sorted(one.expected)), ", ".join(sorted(one.found))
        fact = message(
            "{words}: {ours} in the copy, {theirs} here",
            words=quoted(one.words),
            ours=ours or message("none"),
            theirs=theirs or message("none"),
        )
        yield finding("EPB-070", one.block, place=one.place, expected=ours, found=theirs, fact=fact)
    drawn = (block for block in evidence.content.expected.blocks if block.kind is not Kind.ARTIFACT)
    ours_unseen, unseen = Counter[str](), Counter[str]()
    for block in drawn:
        ours_unseen.update(sign for sign in block.text if category(sign) == "Cf")
    for block in evidence.content.found.blocks:
        unseen.update(sign for sign in block.text if category(sign) == "Cf")
    if ours_unseen != unseen:
        signs = {f"U+{ord(sign):04X}" for sign in (unseen - ours_unseen) + (ours_unseen - unseen)}
        yield finding(
            "EPB-070", None, fact=message("other signs that nobody sees: {signs}", signs=joined(", ", sorted(signs)))
        )


def book_attributes(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of what attributes say of words, and the copy does not, or does not say of these (EPB-074)."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    yield from _turned(epub, evidence.expected.lang)
    seen = frozenset(CLASS.findall(" ".join(epub.sheets.values())))
    wanted = Counter(said for tree in copy_trees(evidence.expected.markup) for said in _statements(tree, seen))
    labels = (block for block in evidence.expected.blocks if block.added)
    spans = ((block.text[one.start : one.end], one.lang) for block in labels for one in block.spans)
    wanted.update(("lang", lang, fold(words)[-END:]) for words, lang in spans if lang)
    for path in epub.spine:
        for name, value, words in _statements(epub.documents[path], seen) if path in epub.documents else ():
            if wanted[name, value, words]:
                wanted[name, value, words] -= 1
            else:
                fact = message("{name}=“{value}” at {words}", name=name, value=value, words=quoted(words))
                yield finding("EPB-074", None, place=path, found=value, fact=fact)
    for name, value, words in wanted.elements():
        yield finding(
            "EPB-074",
            None,
            expected=value,
            fact=message("{name}=“{value}” is missing at {words}", name=name, value=value, words=quoted(words)),
        )


def _turned(epub: EpubFile, lang: str) -> Iterator[Diagnostic]:
    """Tell of parts of a book that do not run as its language is written, and of words that are kept from doing so."""
    wanted = direction_of(lang)
    spine = next((element for element in epub.package.iter() if name_of(element) == "spine"), None)
    said = [(path, root.get("dir") or "") for path, root in epub.documents.items()]
    said.append((epub.package_path, epub.package.get("dir") or ""))
    said += [(epub.ncx_path, epub.ncx.get("dir") or "")] if epub.ncx is not None else []
    pages = spine.get("page-progression-direction") if spine is not None else None
    said.append((epub.package_path, pages or "ltr"))
    for path, way in said:
        if way != wanted:
            fact = message(
                "it runs “{said}”, and its language, {lang}, is written “{wanted}”", said=way, lang=lang, wanted=wanted
            )
            yield finding("EPB-074", None, place=path, expected=wanted, found=way, fact=fact)
    for path in epub.spine:
        for element in epub.documents[path].iter() if path in epub.documents else ():
            words = "".join(element.itertext()) if name_of(element) == "bdi" else ""
            if words and not is_number(words):
                fact = message(
                    "{words} is set apart from the direction of its text, and is no number", words=quoted(words)
                )
                yield finding("EPB-074", None, place=path, found=words, fact=fact)


def book_expansions(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of words that are said to stand for what they do not in the copy (EPB-070); where they do is TAG-005's."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    blocks = evidence.expected.blocks
    known = {(fold(b.text[s.start : s.end]), fold(s.expansion)) for b in blocks for s in b.spans if s.expansion}
    known |= {_abbreviation(e) for tree in copy_trees(evidence.expected.markup) for e in tree.iter("abbr")}
    for path in epub.spine:
        for element in epub.documents[path].iter() if path in epub.documents else ():
            if name_of(element) == "abbr" and _abbreviation(element) not in known:
                words, meaning = "".join(element.itertext()), element.get("title") or ""
                fact = message("{words} is said to stand for {meaning}", words=quoted(words), meaning=quoted(meaning))
                yield finding("EPB-070", None, place=path, found=meaning, fact=fact)


def _abbreviation(element: Element) -> tuple[str, str]:
    return fold("".join(element.itertext())), fold(element.get("title") or "")


def _statements(root: Element, seen: frozenset[str]) -> Iterator[Statement]:
    """Yield what attributes say below a tree's root, but for what the make of a book has everywhere alike.

    ``seen`` are the classes of which the style sheet knows; others change nothing for anybody.
    """
    for element, kind in kinds_in(root):
        row = DOCUMENT.get(kind)
        given = attributes_of(element)
        if element is root or kind == "html" or row is None:
            continue
        style = given.get("style", "").replace(" ", "").rstrip(";")
        if style.startswith(ALIGNED):
            given["class"] = f"{given.get('class', '')} align-{style.removeprefix(ALIGNED)}"
        for name in SAID:
            value = " ".join(sorted(_own(given.get(name, ""), seen))) if name == "class" else given.get(name, "")
            fixed = row.attributes.get(name) or (kind == "img" and name in ("title", "role")) or kind == "abbr"
            if value and not fixed:
                yield name, value, fold("".join(_words(element)))[-END:]


def _own(classes: str, seen: frozenset[str]) -> Iterator[str]:
    return (word for word in classes.split() if word in seen and not word.startswith(ADDED))


def _words(element: Element) -> Iterator[str]:
    """Yield the words of an element without notes and what refers to them, which stand elsewhere in the copy."""
    if is_note(element) or roles_of(element) & UNREAD or element.get("aria-hidden") == "true":
        return
    if name_of(element) == "a" and element.get("href") == "#note":
        return
    untitled = "untitled" in (element.get("class") or "").split()
    yield element.text or ""
    for child in element:
        if not (untitled and child.get("class") == "admonition-title"):  # a title that is the template's
            yield from _words(child)
        yield child.tail or ""
