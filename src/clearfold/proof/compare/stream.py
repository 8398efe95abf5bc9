"""One reading of a finished file laid beside what the copy promises of it, and the furniture in it accounted for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.compare.alignment import Alignment, align
from clearfold.proof.compare.furniture_match import MOST_RUNS, Inventory, reads_as, set_aside
from clearfold.proof.compare.letters import Letters, letters
from clearfold.proof.compare.word_diff import Word

BULLET = re.compile(r"[^\w\s]{1,2}|o")  # office programs draw a small ring as the letter


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: the text that is read, and apart from it what the file holds and readers do not meet.

    ``structured`` is true where the blocks are blocks with their kinds; ``alternatives`` where pictures are read too,
    and not the words that they draw;
    ``pages`` where running heads and folios may stand in the text.
    """

    name: str
    transcript: Transcript
    apart: tuple[Block, ...] = ()
    structured: bool = False
    alternatives: bool = True
    pages: bool = False


@dataclass(frozen=True, slots=True)
class Stream:
    """One reading laid beside the copy.

    ``added`` is found text that neither the copy nor the furniture explains; ``stray`` are artifacts and contents
    that no furniture explains; ``apart`` is all text of the file that is not read; ``lacking`` is furniture that must
    stand there, wherever that is, and how often it does.
    """

    name: str
    alignment: Alignment
    added: tuple[Word, ...]
    stray: tuple[Block, ...]
    apart: Letters
    structured: bool
    lacking: tuple[tuple[Furniture, int], ...] = ()

    @property
    def expected(self) -> Letters:
        """Return what the copy promises of this stream."""
        return self.alignment.expected

    @property
    def found(self) -> Letters:
        """Return what was found, furniture that is beyond doubt left out."""
        return self.alignment.found


def lay_beside(
    expected: Transcript, reading: Reading, furniture: tuple[Furniture, ...], label: Callable[[str], str]
) -> Stream:
    """Lay what was found beside what the copy promises, and account for the furniture in it."""
    unread = Kind.DRAWING if reading.alternatives else Kind.ALTERNATIVE
    promised = letters(block for block in expected.blocks if block.kind is not unread)
    blocks = frozenset(reads_as(block.text) for block in promised.blocks)
    # In the tags of a file the furniture of pages has no place: a screen reader must not meet it.
    allowed = furniture if reading.pages else tuple(item for item in furniture if item.limit)
    inventory = Inventory(allowed, label)
    margins = inventory if reading.pages else Inventory(furniture, label)
    found = reading.transcript.blocks
    hidden = set_aside((block for block in found if block.kind is Kind.ARTIFACT), margins, frozenset())
    contents = set_aside((block for block in found if block.kind is Kind.CONTENTS), inventory, frozenset())
    read = [block for block in found if block.kind not in (Kind.ARTIFACT, Kind.CONTENTS)]
    alignment = align(promised, letters(set_aside(read, inventory, blocks)))
    # In a reading without alternatives nothing else is left of an item that is a picture; in cells a word of ours parts
    # its mark from what the picture shows.
    pictured = frozenset(block.number for block in expected.blocks if block.kind is Kind.ALTERNATIVE and block.level)
    added = tuple(_unexplained(alignment, inventory, pictured if reading.pages else frozenset()))
    apart = letters((*hidden, *reading.apart, *contents))
    lacking = tuple(inventory.lacking(hidden=reading.pages))
    return Stream(reading.name, alignment, added, (*hidden, *contents), apart, reading.structured, lacking)


def _unexplained(alignment: Alignment, inventory: Inventory, pictured: frozenset[str]) -> Iterator[Word]:
    """Yield the added letters that are neither furniture nor the label of a list item.

    ``pictured`` are the numbers of items that are pictures, "" for a bullet.
    """
    found, expected = alignment.found, alignment.expected
    starts = {
        pair.at + low - pair.low: expected.blocks[block]
        for pair in alignment.pairs()
        for block, low, _ in expected.by_block(pair.low, pair.high)
        if low == expected.start[block] and _numbered(expected.blocks[block])
    }
    for low, high in alignment.added:
        parts = [(a, b) for _, a, b in found.by_block(low, high)]
        while parts:
            size = _taken(parts, found, inventory)
            if not size and not _is_label(parts[0], alignment, starts, pictured):
                yield _without_label(parts[0], found, starts)
            parts = parts[size or 1 :]


def _numbered(block: Block) -> bool:
    """Say whether a block may have a label before it; a note has one only where its number is not in its text."""
    return block.kind is Kind.LIST_ITEM or (block.kind is Kind.NOTE and bool(block.number))


def _taken(parts: list[Word], found: Letters, inventory: Inventory) -> int:
    place = found.blocks[found.block_of[parts[0][0]]].place
    near = [part for part in parts[:MOST_RUNS] if found.blocks[found.block_of[part[0]]].place == place]
    return inventory.take([found.piece(low, high) for low, high in near], place)


def _without_label(part: Word, found: Letters, starts: dict[int, Block]) -> Word:
    """Return letters without the label of the item that follows them."""
    low, high = part
    item = starts.get(high)
    if item and item.number:
        for label in (f"{item.number}.", f"{item.number})"):
            first = high - len(label)
            if first > low and found.gap[first] and found.chars[first:high] == label:
                return low, first
    return part


def _is_label(part: Word, alignment: Alignment, starts: dict[int, Block], pictured: frozenset[str]) -> bool:
    """Say whether letters are a bullet or number: right before the item that has it, or drawn by themselves."""
    found = alignment.found
    text = found.chars[part[0] : part[1]]
    item = starts.get(part[1])
    if item and (text.strip("().:") == item.number if item.number else BULLET.fullmatch(text)):
        return True
    block = found.block_of[part[0]]
    if part != (found.start[block], found.start[block + 1]):
        return False
    numbers = {block.number for block in starts.values()} | pictured
    return ("" in numbers and bool(BULLET.fullmatch(text))) or (text[-1] in ".)" and text.strip("().") in numbers)
