"""Faults in what can hurt somebody: a number, dose, unit, date, name or negation changed, in every place of a leaflet.

Each is put into a finished PDF or EPUB, and must be the first thing that the proof tells of it.
"""

import re
from collections.abc import Callable
from random import Random

from lxml import etree
from pikepdf import Dictionary, String

from tests.faults.epub import BLOCKS, XHTML, Book
from tests.faults.fault import Fault, Injected
from tests.faults.paper import Element, Paper, kids

PLACES = ("paragraph", "cell", "item", "note", "heading", "key message", "alternative")
HEADINGS = ("H2", "H3", "H4", "H5", "H6")
Put = Callable[[re.Match[str]], str]
OTHER = {
    **{"mag": "moet", "kan": "moet", "peut": "doit", "darf": "muss", "kann": "muss", "may": "must", "can": "must"},
    **{"voor": "na", "avant": "après", "vor": "nach", "before": "after", "hoogstens": "minstens"},
    **{"dag": "week", "jour": "semaine", "Tag": "Woche", "day": "week"},
    **{"januari": "februari", "janvier": "février", "Januar": "Februar", "January": "February"},
    **{"twee": "drie", "deux": "trois", "zwei": "drei", "two": "three"},
    **{"geen": "een", "pas": "peu", "keine": "eine", "never": "ever", "Peeters": "Janssens", "Janssens": "Peeters"},
    **{"rituximab": "ritseltuin", "Rituximab": "Rasentuch"},
}
NOT = {"mag": "niet", "peut": "pas", "darf": "nicht", "may": "not"}
KINDS: tuple[tuple[str, str, Put], ...] = (
    ("figure changed", r"\d", lambda m: str((int(m[0]) + 3) % 10)),
    ("zero lost", r"(?<=\d)0\b", lambda _: ""),
    ("zero added", r"\d\b", lambda m: f"{m[0]}0"),
    ("figures swapped", r"\b([1-9])([1-9])\b", lambda m: m[2] + m[1] if m[1] != m[2] else m[1] + "0"),
    ("number lost", r"\b\d+ ", lambda _: ""),
    ("comma moved", r"\b(\d)([,.])(\d)\b", lambda m: f"{m[3]}{m[2]}{m[1]}" if m[1] != m[3] else f"{m[1]}{m[3]}"),
    ("comma lost", r"(?<=\d)[,.](?=\d)", lambda _: ""),
    ("milligram made gram", r"\bmg\b", lambda _: "g"),
    ("unit lost", r" mg\b", lambda _: ""),
    ("first of the month made eleventh", r"\b[12](?= (?:\w+uar|janv|mei|mai|Mai|May))", lambda m: f"1{m[0]}"),
    ("month changed", r"\b(?:januari|janvier|Januar|January)\b", lambda m: OTHER[m[0]]),
    ("day made week", r"\b(?:dag|jour|Tag|day)\b", lambda m: OTHER[m[0]]),
    ("word for a number changed", r"\b(?:twee|deux|zwei|two)\b", lambda m: OTHER[m[0]]),
    ("negation lost", r" (?:niet|geen|nooit|pas|jamais|nicht|keine|nie|not|no|never)\b", lambda _: ""),
    ("negation added", r"\b(?:mag|peut|darf|may)\b", lambda m: f"{m[0]} {NOT[m[0]]}"),
    ("negation made another word", r"\b(?:geen|pas|keine|never)\b", lambda m: OTHER[m[0]]),
    ("may made must", r"\b(?:mag|kan|peut|darf|kann|may|can)\b", lambda m: OTHER[m[0]]),
    ("before made after", r"\b(?:voor|avant|vor|before)\b", lambda m: OTHER[m[0]]),
    ("name swapped", r"\b(?:Peeters|Janssens)\b", lambda m: OTHER[m[0]]),
    ("name that begins a sentence swapped", r"(?:^|(?<=[.!?] ))Janssens\b", lambda m: OTHER[m[0]]),
    ("name that begins a sentence made a word", r"(?:^|(?<=[.!?] ))Janssens\b", lambda _: "Tante"),
    ("medicine swapped", r"\b[Pp]rednison(?=e?\b)", lambda m: f"{m[0][0]}rednisolon"),
    ("medicine made a word", r"\b[Rr]ituximab\b", lambda m: OTHER[m[0]]),
    ("medicine lost", r" [Mm]etformin(?:e?)\b", lambda _: ""),
    ("name lost", r" (?:Peeters|Janssens)\b", lambda _: ""),
    ("minus lost", r"(?<=\s)[-\u2212](?=\d)", lambda _: ""),
    ("dash between numbers lost", r"(?<=\d)[-\u2013](?=\d)", lambda _: ""),
    ("at most made at least", "\u2264", lambda _: "\u2265"),
    ("two numbers joined", r"(?<=\d) (?=\d)", lambda _: ""),
)


def _apart(paper: Paper, element: Element) -> bool:
    """Say whether an element holds no other block."""
    inner = [str(kid.S)[1:] for kid in kids(element.object) if isinstance(kid, Dictionary) and "/S" in kid]
    return not {"L", "P", "Table", "Note", "Div"} & set(inner) and not paper.inside(element, "TOC")


def _elements(paper: Paper, place: str) -> list[Element]:
    """Return the elements of a PDF that stand in one kind of place."""
    match place:
        case "paragraph":
            outside = ("L", "Table", "Note", "Aside", "Figure")
            found = [e for e in paper.of("P") if not paper.inside(e, *outside)]
        case "cell":
            found = paper.of("TD", "TH")
        case "item":
            found = [e for e in paper.of("LBody") if not paper.inside(e, "Note")]
        case "note":
            found = [e for e in paper.of("P", "Note") if e.kind == "Note" or paper.inside(e, "Note", "FENote")]
        case "heading":
            found = paper.of(*HEADINGS)
        case "key message":
            lists = paper.of("L")
            found = [e for e in paper.of("LBody") if e.parent.P == lists[0].object] if lists else []
        case _:
            return [e for e in paper.of("Figure") if "/Alt" in e.object]
    return [e for e in found if _apart(paper, e)]


def in_pdf(place: str, pattern: str, put: Put) -> Callable[[bytes, Random], Injected | None]:
    """Return what changes the first match of a pattern in one element of a place of a PDF."""

    def inject(data: bytes, random: Random) -> Injected | None:
        paper = Paper(data)
        found = _elements(paper, place)
        random.shuffle(found)
        for element in found:
            words = str(element.object.Alt) if place == "alternative" else paper.text(element)
            if place == "alternative":
                said = re.sub(pattern, put, words, count=1)
                if said == words:
                    continue
                element.object.Alt = String(said)
                return Injected(paper.data(), words)
            if any(paper.edit(mark, pattern, put) for mark in element.marks):
                return Injected(paper.data(), words)
        return None

    return inject


def _blocks(book: Book, place: str) -> list[etree._Element]:
    """Return the elements of an EPUB that stand in one kind of place."""
    if place == "alternative":
        return [e for e in book.all("img") if e.get("alt")]
    if place == "key message":
        tree = next((book.trees[name] for name in book.spine() if name.endswith("summary.xhtml")), None)
        return list(tree.iter(f"{XHTML}li")) if tree is not None else []
    names = {
        "paragraph": ("p",),
        "cell": ("td", "th"),
        "item": ("li", "dd"),
        "note": ("p",),
        "heading": ("h2", "h3", "h4"),
    }[place]
    found = [e for e in book.all(*names) if not any(kid.tag in BLOCKS for kid in e.iter() if kid is not e)]
    noted = [e for e in found if any(p.get("role") == "doc-footnote" for p in e.iterancestors())]
    return noted if place == "note" else [e for e in found if e not in noted]


def in_epub(place: str, pattern: str, put: Put) -> Callable[[bytes, Random], Injected | None]:
    """Return what changes the first match of a pattern in one element of a place of an EPUB."""

    def inject(data: bytes, random: Random) -> Injected | None:
        book = Book(data)
        found = _blocks(book, place)
        random.shuffle(found)
        for element in found:
            if place == "alternative":
                words = element.get("alt") or ""
                said = re.sub(pattern, put, words, count=1)
                element.set("alt", said)
                if said != words:
                    return Injected(book.data(), words)
                continue
            words = " ".join("".join(str(text) for text in element.itertext()).split())
            if _rewritten(element, pattern, put):
                return Injected(book.data(), words)
        return None

    return inject


def _rewritten(block: etree._Element, pattern: str, put: Put) -> bool:
    """Change the first match in a text of a block, but not in a reference to a note, and say whether there was one."""
    for element in block.iter():
        if (element.get("role") or "") not in ("doc-noteref", "doc-backlink", "doc-pagebreak"):
            said = re.sub(pattern, put, element.text or "", count=1)
            if said != (element.text or ""):
                element.text = said
                return True
        said = re.sub(pattern, put, element.tail or "", count=1) if element is not block else element.tail or ""
        if said != (element.tail or ""):
            element.tail = said
            return True
    return False


def _faults(
    where: Callable[[str, str, Put], Callable[[bytes, Random], Injected | None]], also: str
) -> tuple[Fault, ...]:
    return tuple(
        Fault(
            f"{name}, {place}",
            "numbers and negations",
            frozenset({"TXT-002"}),
            where(place, pattern, put),
            frozenset(also.split()),
            first=True,
        )
        for name, pattern, put in KINDS
        for place in PLACES
        # The alternative of a picture is not text that is set: its spaces are not looked at.
        if (name, place) != ("two numbers joined", "alternative")
    )


# A heading may be named in bookmarks and contents too; a line that grows may leave the margin.
PDF_FAULTS = _faults(in_pdf, "TAG-011 TYP-011")
EPUB_FAULTS = _faults(in_epub, "EPB-003")
