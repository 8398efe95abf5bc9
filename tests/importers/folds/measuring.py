"""How much of a leaflet an import gives back: words in order, headings, items, cells."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from clearfold.importers.document import (
    Block,
    Blocks,
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Table,
)
from clearfold.importers.walk import said, walked
from tests.importers.folds.leaflets import Leaflet


@dataclass(frozen=True, slots=True)
class Measured:
    """Parts of one of what there was to be found: words in order, headings, items, cells; and false headings."""

    words: float
    headings: float
    false_headings: int
    items: float
    cells: float
    captions: float


def words_of(document: Document) -> list[str]:
    """Return the words of a document in reading order."""
    return [word for text in [document.title, document.subtitle, *_texts(document.blocks)] for word in text.split()]


def in_order(truth: list[str], found: list[str]) -> float:
    """Return how many of the true words are found in their order, as a part of the longer of the two."""
    blocks = SequenceMatcher(None, truth, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(truth), len(found), 1)


def measure(leaflet: Leaflet, document: Document) -> Measured:
    """Hold a document against the leaflet that was printed."""
    blocks = list(walked(document.blocks))
    heads = [said(block.content) for block in blocks if isinstance(block, Heading)] + [document.title]
    items = [
        _text(item.blocks[:1])
        for block in blocks
        if isinstance(block, ListBlock)
        for item in block.items
        if item.blocks
    ]
    cells = [_text(cell.blocks) for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    captions = [said(block.caption) for block in blocks if isinstance(block, Figure)]
    true_heads = leaflet.of("h", "title")
    return Measured(
        in_order(leaflet.words, words_of(document)),
        _part(true_heads, heads),
        (Counter(heads) - Counter(true_heads)).total(),
        _part(leaflet.of("li"), items),
        _part(leaflet.of("cell"), cells),
        _part(leaflet.of("caption"), captions),
    )


def _part(truth: list[str], found: list[str]) -> float:
    return (Counter(truth) & Counter(found)).total() / len(truth) if truth else 1.0


def _text(blocks: Blocks) -> str:
    return " ".join(_texts(blocks))


def _texts(blocks: Iterable[Block]) -> list[str]:
    found: list[str] = []
    for block in walked(tuple(blocks)):
        match block:
            case Heading() | Paragraph():
                found.append(said(block.content))
            case Figure():
                found.append(said(block.caption))
            case Table():
                found.append(said(block.caption))
            case _:
                pass
    return [text for text in found if text]
