"""Pages of braille: no line is wider than promised, no page longer, and each has its number."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from clearfold.model.braille import CELLS
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import joined, message
from clearfold.model.transcript import Kind
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence, OpenedBraille
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.braille.decoding import BLANK, UNKNOWN, decoded
from clearfold.proof.readers.braille.file import BrailleFile
from clearfold.proof.readers.braille.text import is_rule

BLANKS = BLANK + " "
TOLD = 5
CLOSING = frozenset(".,;:!?)")
BESIDE = frozenset(
    {
        (Kind.LABEL, Kind.DETAIL),
        (Kind.DETAIL, Kind.DETAIL),
        (Kind.TERM, Kind.TERM),
        (Kind.TERM, Kind.DEFINITION),
        (Kind.DEFINITION, Kind.DEFINITION),
        (Kind.TABLE_CELL, Kind.TABLE_CELL),
    }
)
"""Which may follow which in one line."""
APART = frozenset({Kind.HEADING, Kind.BOX_TITLE, Kind.CAPTION})
"""Which share no line with a picture; one within a line of text stands among its words."""
FRACTION = re.compile(r"1/2|1/4|3/4")  # with which ½ and its like are read
MARKS = re.compile(r"-{2,}(?=\s)")  # of an item, before which one stands


def braille_pages(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold lines and pages against the size that the file itself has, and that against what is promised.

    BRL-001, BRL-003, BRL-006.
    """
    braille = evidence.braille
    if braille is None or not braille.file.volumes:
        return
    width, lines = size_of(braille.file)
    yield from _sizes(braille, width, lines)
    starts = {0, *accumulate(map(len, braille.file.volumes))}
    for number, page in enumerate(braille.file.pages, start=1):
        place = message("page {number}", number=number)
        wide = next((line for line in page if len(line) > width), "")
        if wide:
            fact = message("a line has {cells} cells, and a page {width}", cells=len(wide), width=width)
            yield finding("BRL-001", None, place=place, fact=fact)
        if len(page) > lines:
            fact = message("it has {count} lines, and a page {lines}", count=len(page), lines=lines)
            yield finding("BRL-001", None, place=place, fact=fact)
        yield from _number(number, page, braille, titled=number - 1 in starts)


def size_of(file: BrailleFile) -> tuple[int, int]:
    """Return the cells and lines of a page: as the file says, or of the size whose lines end where its numbers do."""
    known = dict(CELLS.values())
    return max(file.sizes) if file.sizes else (file.column, known.get(file.column, max(known.values())))


def _sizes(braille: OpenedBraille, width: int, lines: int) -> Iterator[Diagnostic]:
    file, sheet = braille.file, braille.sheet
    if len(set(file.sizes)) > 1:
        yield finding(
            "BRL-006", None, place=message("metadata"), fact=message("its volumes have pages of several sizes")
        )
    elif sheet and (width, lines) != (sheet.width, sheet.lines):
        fact = message(
            "its pages have {width} by {lines} cells, and {promised_width} by {promised_lines} are promised",
            width=width,
            lines=lines,
            promised_width=sheet.width,
            promised_lines=sheet.lines,
        )
        yield finding("BRL-006", None, place=message("metadata"), fact=fact)
    elif file.column not in (0, width):
        fact = message(
            "it says that lines have {width} cells, and its numbers end at cell {column}",
            width=width,
            column=file.column,
        )
        yield finding("BRL-006", None, place=message("metadata"), fact=fact)


def _number(number: int, page: tuple[str, ...], braille: OpenedBraille, *, titled: bool) -> Iterator[Diagnostic]:
    """Find a number that is another, or does not end at the right: title pages and empty ones show none (BRL-003)."""
    said = decoded(page[0].strip(BLANKS), braille.language.plain).strip() if page else ""
    shown = "" if titled or not page else str(number)
    flush = not shown or len(page[0]) == braille.file.column
    if said != shown or not flush:
        fact = message("its number is not at the right")
        if said != shown:
            fact = message("at its top right stands “{said}”, not “{shown}”", said=said, shown=shown)
        yield finding(
            "BRL-003", None, place=message("page {number}", number=number), expected=shown, found=said, fact=fact
        )


def braille_signs(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find cells that say nothing in the leaflet's language, and what no file of braille holds (BRL-002)."""
    braille = evidence.braille
    if braille is None:
        return
    for block in evidence.content.found.blocks:
        if UNKNOWN in block.text:
            fact = message("in “{text}”", text=block.text.strip()[:60])
            yield finding("BRL-002", None, place=block.place, found=block.text, fact=fact)
    ours = {fold(block.text) for block in evidence.content.expected.blocks}
    for block in evidence.content.found.blocks:
        if MARKS.match(block.text) and fold(block.text) not in ours:
            fact = message("more than one sign before “{text}”", text=MARKS.sub("", block.text, 1).strip()[:60])
            yield finding("BRL-002", None, place=block.place, found=block.text, fact=fact)
    if braille.file.odd:
        fact = message("it holds {signs}", signs=joined(", ", map(quoted, braille.file.odd[:TOLD])))
        yield finding("BRL-002", None, place=message("file"), fact=fact)


def braille_words(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find words that are parted or joined (BRL-004), and paragraphs that are joined (BRL-009)."""
    if evidence.braille is None:
        return
    expected, found = evidence.content.expected, evidence.content.found
    for pair in evidence.content.alignment.pairs():
        for i in range(pair.low + 1, pair.high):
            k = i + pair.at - pair.low
            one, other = expected.block_of[i] == expected.block_of[i - 1], found.block_of[k] == found.block_of[k - 1]
            block, place = expected.blocks[expected.block_of[i]], found.blocks[found.block_of[k]].place
            if one and other:
                # A code may ask for a blank between a figure and its unit, and between it and a fraction.
                if found.gap[k] and expected.chars[i - 1].isdecimal() and FRACTION.match(expected.chars, i):
                    continue
                two = expected.chars[i - 1 : i + 1]
                if expected.gap[i] != found.gap[k] and (_alike(two) or (found.gap[k] and _ends(two))):
                    words = found.piece(max(0, k - 12), min(len(found.chars), k + 12))
                    what = message("one word is two") if found.gap[k] else message("two words are one")
                    fact = message("{what} in “{words}”", what=what, words=words)
                    yield finding("BRL-004", block, place=place, expected=block.text, found=words, fact=fact)
            elif not one and other and not _beside(expected.blocks[expected.block_of[i - 1]].kind, block.kind):
                yield finding("BRL-009", block, place=place, fact=message("two paragraphs are one"))


def _beside(before: Kind, after: Kind) -> bool:
    """Say whether two blocks may stand in one paragraph of braille."""
    if Kind.ALTERNATIVE in (before, after):
        return not APART & {before, after}
    return (before, after) in BESIDE


def braille_gaps(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find empty lines that part nothing, two of them or one at the edge of a page, and boxes without an edge.

    BRL-009.
    """
    if evidence.braille is None:
        return
    for number, page in enumerate(evidence.braille.file.pages, start=1):
        empty = [not line.strip(BLANKS) for line in page[1:]]
        if empty and not all(empty) and (empty[0] or empty[-1] or any(one and two for one, two in pairwise(empty))):
            yield finding("BRL-009", None, place=f"page {number}", fact=message("an empty line parts nothing"))
    edges = sum(is_rule(line) for page in evidence.braille.file.pages for line in page)
    if edges % 2:
        yield finding("BRL-009", None, place="file", fact=message("a box has no line above it, or none below"))


def _ends(two: str) -> bool:
    """Say whether the second of two characters ends what the first is of: a word with its full stop."""
    return two[:1].isalnum() and two[1:] in CLOSING


def _alike(two: str) -> bool:
    """Say whether two characters are letters, or figures."""
    return two.isalpha() or two.isdecimal()
