"""What a file of braille says of itself, and where its contents lead."""

import re
from collections.abc import Iterator
from functools import reduce

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import joined as listed
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence, OpenedBraille
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.braille.decoding import BLANK, decoded
from clearfold.proof.readers.braille.text import LEADER, joined

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NOTE = re.compile(r"\[\d{1,4}\]")  # the number of a note, which a heading has and the contents have not
HEADING, ENTRY = "h2", "contents entry"
FILES = ("mimetype", "META-INF/container.xml", "package.opf", "index.html", "ebraille/text.html")
SAID = {
    "format": "eBraille 1.0",
    "a11y:brailleCellType": "6",
    "a11y:completeTranscription": "true",
    "a11y:tactileGraphics": "false",
}
NAMED = (
    *("identifier", "title", "creator", "language", "date"),
    *("dcterms:dateCopyrighted", "dcterms:modified", "a11y:producer"),
)
"""What eBraille 1.0 asks for, whatever it is."""
SYSTEMS = {"nl": "Dutch grade1", "fr": "French grade1", "de": "German grade0", "en": "UEB grade1"}
CONTRACTED = {"fr": "French grade2", "de": "German grade2", "en": "UEB grade2"}


def braille_about(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold what PEF and eBraille say of themselves against the file and the copy (BRL-006)."""
    braille = evidence.braille
    if braille is None:
        return
    file = braille.file
    if file.sizes and file.fact("format") != "application/x-pef+xml":
        yield finding(
            "BRL-006", None, place=message("metadata"), fact=message("its format is “{said}”", said=file.fact("format"))
        )
    if not file.entries:
        return
    for name in NAMED:
        if not file.fact(name).strip():
            fact = message("it does not say its {name}", name=name)
            yield finding("BRL-006", None, place="package.opf", fact=fact)
    moment = file.fact("dcterms:modified").strip()
    if moment and not MOMENT.fullmatch(moment):
        fact = message("its dcterms:modified is “{moment}”, and no moment such as 2026-11-29T10:00:00Z", moment=moment)
        yield finding("BRL-006", None, place="package.opf", found=moment, fact=fact)
    short = evidence.expected.lang.split("-")[0].lower()
    systems = CONTRACTED if braille.language.table else SYSTEMS
    for name, value in (*SAID.items(), ("a11y:brailleSystem", systems.get(short, ""))):
        if file.fact(name) != value:
            fact = message("{name} is “{fact}”, not “{value}”", name=name, fact=file.fact(name), value=value)
            yield finding("BRL-006", None, place="package.opf", expected=value, found=file.fact(name), fact=fact)


def braille_ways(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold each entry of the contents against where its heading stands (BRL-007), and the files of a book (BRL-008)."""
    braille = evidence.braille
    if braille is None:
        return
    if braille.file.entries:
        yield from _links(braille)
    else:
        yield from _numbers(braille)
        yield from _order(evidence, braille)


def _links(braille: OpenedBraille) -> Iterator[Diagnostic]:
    file = braille.file
    if sorted(file.entries) != sorted(FILES):
        others = sorted(set(file.entries) ^ set(FILES)) or [message("two entries of one name")]
        yield finding(
            "BRL-008",
            None,
            place=message("file"),
            fact=message("its files are not those of such a book: {others}", others=listed(", ", others)),
        )
    named = {name: words for _, name, words in file.elements}
    # A heading within a box has no name, and is in no contents.
    headings = [name for tag, name, _ in file.elements if tag == HEADING and not name.endswith("#")]
    if headings and headings != [target for target, _ in file.ways]:
        fact = message("its entries are not the headings of the text, in their order")
        yield finding("BRL-007", None, place="index.html", fact=fact)
    for target, words in file.ways:
        there = named.get(target)
        # A leaflet without headings has its title in the contents.
        said = decoded(words, braille.language)
        if there is None or (_read(there, braille) != _bare(said) and len(file.ways) > 1):
            yield finding(
                "BRL-007",
                None,
                place="index.html",
                found=target,
                fact=message("“{said}” leads to {target}", said=said, target=target),
            )


def _numbers(braille: OpenedBraille) -> Iterator[Diagnostic]:
    """Compare the page of each entry of the contents with the pages on which a centred line begins with its words."""
    pages = braille.file.pages
    listed = [(number, line) for number, page in enumerate(pages, start=1) for line in page if LEADER in line]
    if not listed:
        return
    last = listed[-1][0]
    headings = [(number, _heads(page)) for number, page in enumerate(pages[last:], start=last + 1)]
    entries = [(words, number) for page in pages[2:last] for words, number in _entries(page, braille)]
    for words, number in entries:
        if not any(at == number and _bare(words) in text for at, text in ((n, _read(h, braille)) for n, h in headings)):
            fact = message("“{words}” is not on page {number}, where the contents have it", words=words, number=number)
            yield finding("BRL-007", None, place=message("contents"), expected=words, found=str(number), fact=fact)


def _order(evidence: Evidence, braille: OpenedBraille) -> Iterator[Diagnostic]:
    """Hold the order of the entries against that in which they are declared."""
    declared = [fold(item.text) for item in evidence.furniture if item.name == ENTRY]
    listed = [n for n, page in enumerate(braille.file.pages) if any(LEADER in line for line in page)]
    entries = [fold(words) for n in listed for words, _ in _entries(braille.file.pages[n], braille)]
    if declared and sorted(entries) == sorted(declared) and entries != declared:
        fact = message("its entries are not the headings of the text, in their order")
        yield finding("BRL-007", None, place="contents", fact=fact)


def _heads(page: tuple[str, ...]) -> str:
    """Return the lines of a page that stand in the middle of it: its headings."""
    return reduce(joined, (line.strip(BLANK) for line in page[1:] if line.startswith(BLANK * 4)), "")


def _read(cells: str, braille: OpenedBraille) -> str:
    return _bare(decoded(cells, braille.language))


def _bare(words: str) -> str:
    return fold(NOTE.sub("", words))


def _entries(page: tuple[str, ...], braille: OpenedBraille) -> Iterator[tuple[str, int]]:
    words = ""
    for line in page[1:]:
        if line.startswith(BLANK * 4) or not line.strip(BLANK):
            words = ""  # the heading of the contents, and what is left of a cover, stand before them
            continue
        before, found, after = line.partition(LEADER)
        words = joined(words, before.strip(BLANK))
        if found:
            number = decoded(after.lstrip("⠐").strip(BLANK), braille.language.plain).strip()
            yield decoded(words, braille.language), int(number) if number.isdecimal() else 0
            words = ""
