"""The colours of words: in an edition of ours all text of one kind has one; a word of another has lost its own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind
from clearfold.proof.checks.pdf.painted import same, written
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import Colour, Line, PlacedBlock
from clearfold.proof.readers.pdf.content import place

TEXT = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.NOTE, Kind.DEFINITION, Kind.QUOTATION, Kind.DETAIL})
HEADS = frozenset({Kind.HEADING, Kind.TERM, Kind.CAPTION})
LOWEST = 6
RUNNING = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.DEFINITION})
"""Of which all have the size of the edition's text, but for the key messages, which are larger."""
COLOURED = frozenset({"phone", "email", "website", "online", "series"})
"""Facts of the front matter in colours of their own: links, which the copy writes as plain text, and the mark of a
series, which a cover has in the colour of the association."""
ONE_SIZE = RUNNING | HEADS | {Kind.TABLE_CELL, Kind.NOTE}
"""Of which all of one kind and level have one size, but for what stands out by far."""
FEW = 4  # blocks of a kind: of fewer, the usual size is that of all running text
NEAR = 4  # blocks on end: a size that is the edition's own is met far apart, or in one place alone where it is larger
SMALLER = 0.3  # points: of less, no eye sees it
LONG = 12  # letters in a row: fewer may be a figure or a sign of its own
NEARLY = 0.1  # of the usual size: what is larger by more is so for the eye, as an amount or a key message is
LEAST = 0.5
"""Of a block's letters: of which fewer are plain, is not held."""
NUMBER = re.compile(r"\[\d+\]")
WHITE = (1.0, 1.0, 1.0)
"""The colour of words on a dark ground, which any kind of text may stand on; that it can be read is measured."""


def coloured(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of text in another colour than the others of its kind (PDF-015), the first on each page."""
    if evidence.pdf is None or evidence.design is None or not evidence.ours or evidence.design.styled:
        return
    lines = {line.number: line for look in evidence.looks for line in look.lines}
    own = {value for key, value in evidence.expected.facts if key in COLOURED}
    for heads in (False, True):
        found = [
            (block, colours)
            for block in evidence.placed
            if block.block.kind in TEXT | HEADS and _is_head(block.block) is heads
            if _plain(block.block) >= LEAST and block.block.text not in own
            for colours in [_of(block, lines)]
            if colours and not same(colours.most_common(1)[0][0], WHITE)
        ]
        usual = Counter(colours.most_common(1)[0][0] for _, colours in found).most_common(1)
        told: set[int] = set()
        for block, colours in found:
            page, colour = block.rows[0].page, colours.most_common(1)[0][0]
            if _share(colours, usual[0][0]) < _plain(block.block) / 2 and page not in told:
                told.add(page)
                fact = message(
                    "{text} is in {colour}, and other text of its kind in {usual}",
                    text=quoted(block.block.text[:40]),
                    colour=written(colour),
                    usual=written(usual[0][0]),
                )
                yield finding("PDF-015", block.block, place=place(page), found=written(colour), fact=fact)


def _is_head(block: Block) -> bool:
    """Say whether a block has the colour of headings: those of the lowest level have that of the text."""
    return block.kind in HEADS and not (block.kind is Kind.HEADING and block.level == LOWEST)


def sized(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of words in smaller letters than others of their kind, or nearly their size, in one place (PDF-030)."""
    if evidence.pdf is None or evidence.design is None or not evidence.ours or evidence.design.styled:
        return
    lines = {line.number: line for look in evidence.looks for line in look.lines}
    blocks: dict[float, set[int]] = {}
    sizes: dict[tuple[Kind, int], Counter[float]] = {}
    found: list[tuple[PlacedBlock, str, float]] = []
    for number, block in enumerate(evidence.placed):
        own: Counter[float] = Counter()
        for line in (lines[one] for row in block.rows for one in row.lines if one in lines):
            for part in line.stretches if not line.figure else ():
                size = round(part.state.size, 1)
                blocks.setdefault(size, set()).add(number)
                own[size] += part.high - part.low
                found.append((block, line.text[part.low : part.high], size))
        if own:
            sizes.setdefault(_sort(block.block), Counter())[own.most_common(1)[0][0]] += 1
    running = sum((own for (kind, _), own in sizes.items() if kind in RUNNING), Counter[float]())
    for block, words, size in found:
        usual = sizes[_sort(block.block)]
        if usual.total() < FEW:
            usual = running
        if usual.total() < FEW or (usual is running and block.block.kind not in RUNNING | {Kind.NOTE}):
            continue
        most = usual.most_common(1)[0][0]
        near = max(blocks[size]) - min(blocks[size]) < NEAR
        smaller = block.block.kind in RUNNING and len(words) >= LONG and near and size < most - SMALLER
        other = block.block.kind in ONE_SIZE and len(blocks[size]) == 1 and SMALLER < abs(size - most) < NEARLY * most
        if smaller or other:
            fact = message(
                "{text} is in letters of {size} points, and other text of its kind in {usual}",
                text=quoted(words[:40]),
                size=size,
                usual=most,
            )
            yield finding("PDF-030", block.block, place=place(block.rows[0].page), found=words, fact=fact)
            return


def _sort(block: Block) -> tuple[Kind, int]:
    """Return what a block has its size from: its kind, and the level of a heading."""
    return block.kind, block.level if block.kind is Kind.HEADING else 0


def _plain(block: Block) -> float:
    """Return which part of a block is no link, not bold, and no credit: these have colours of their own.

    The number of a note is a link back, which the copy does not write.
    """
    number = NUMBER.match(block.text) if block.kind is Kind.NOTE else None
    marked = set(range(number.end())) if number else set()
    for span in block.spans:
        if span.link or span.mark:
            marked.update(range(span.start, span.end))
    letters = [number for number, character in enumerate(block.text) if character.isalnum()]
    return sum(number not in marked for number in letters) / len(letters) if letters else 0.0


def _share(colours: Counter[Colour], usual: Colour) -> float:
    """Return which part of a block is in a colour."""
    return sum(length for colour, length in colours.items() if same(colour, usual)) / colours.total()


def _of(block: PlacedBlock, lines: Mapping[int, Line]) -> Counter[Colour]:
    """Return how much of a block is in which colour, by the lengths of its words."""
    letters: Counter[Colour] = Counter()
    for line in (lines[number] for row in block.rows for number in row.lines if number in lines):
        for part in line.stretches if not line.figure else ():
            if part.state.colour is not None:
                letters[part.state.colour] += part.high - part.low
    return +letters
