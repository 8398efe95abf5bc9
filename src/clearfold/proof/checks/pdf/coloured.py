"""The colours of words: in an edition of ours all text of one kind has one; a word of another has lost its own."""

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

TEXT = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.NOTE, Kind.DEFINITION, Kind.QUOTATION})
HEADS = frozenset({Kind.HEADING, Kind.TERM, Kind.CAPTION})
LEAST = 0.5
"""Of a block's letters: of which fewer are plain, is not held."""
WHITE = (1.0, 1.0, 1.0)
"""The colour of words on a dark ground, which any kind of text may stand on; that it can be read is measured."""


def coloured(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of text in another colour than the others of its kind (PDF-015), the first on each page."""
    if evidence.pdf is None or evidence.design is None or not evidence.ours or evidence.design.styled:
        return
    lines = {line.number: line for look in evidence.looks for line in look.lines}
    for kinds in (TEXT, HEADS):
        found = [
            (block, colours)
            for block in evidence.placed
            if block.block.kind in kinds and _plain(block.block) >= LEAST
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


def _plain(block: Block) -> float:
    """Return which part of a block is no link, not bold, and no credit: these have colours of their own."""
    marked: set[int] = set()
    for span in block.spans:
        if span.link or span.mark:
            marked.update(range(span.start, span.end))
    return 1 - len(marked) / len(block.text) if block.text else 0.0


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
