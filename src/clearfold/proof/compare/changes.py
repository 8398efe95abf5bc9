"""Gather what an alignment left over into changes as a person tells them: these words became those words."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from clearfold.model.transcript import Block, Kind
from clearfold.proof.compare.letters import Letters, fold
from clearfold.proof.compare.stream import Stream
from clearfold.proof.compare.word_diff import HYPHENS, Pair, Word

FEW = 5  # blocks; where more are missing together, what stands there is no change of one of them
SHORT = 3  # words; so few may become any others and still be called changed
ALIKE = 0.5
NEAR = 60  # letters that are told on each side of a place


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the copy, or none, and the words found in their place, or none.

    ``at`` is the block of the copy, None where there is none; ``kind`` that of the expected block, else of the found;
    ``whole`` is true of a block that is missing altogether, ``inside`` of words that stand within a block of the copy,
    ``hyphen`` where nothing but hyphens is added to a word; ``around`` are the words of the output on both sides.
    """

    expected: str
    found: str
    at: Block | None
    place: str
    kind: Kind
    whole: bool = False
    inside: bool = False
    hyphen: bool = False
    around: tuple[str, str] = ("", "")


def changes(stream: Stream) -> Iterator[Change]:
    """Yield the changes of a stream: first those of the copy's blocks in their order, then what is only added."""
    pairs = stream.alignment.pairs()
    starts = {pair.low: pair for pair in pairs}
    ends = {pair.high: pair for pair in pairs}
    told: set[Word] = set()
    for low, high in stream.alignment.lost:
        alone = stream.expected.block_of[high - 1] - stream.expected.block_of[low] < FEW
        for block, first, last in stream.expected.by_block(low, high):
            before, after = ends.get(first), starts.get(last)
            instead = _between(stream, before, after, told)
            if not _is_change(stream, block, (first, last), instead, alone=alone):
                instead = []
            told.update(instead)
            yield _lost(stream, block, (first, last), instead)
    for part in _whole_parts(stream, [part for part in stream.added if part not in told]):
        yield _added(stream, part, pairs)


def _whole_parts(stream: Stream, parts: list[Word]) -> Iterator[Word]:
    """Join added lines of one page that follow each other; where blocks are blocks each stays alone."""
    found = stream.found
    held: Word | None = None
    for part in parts:
        same = held is not None and held[1] == part[0] and not stream.structured
        if held is not None and same and _place(found, held[0]) == _place(found, part[0]):
            held = (held[0], part[1])
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _place(text: Letters, letter: int) -> str:
    return text.blocks[text.block_of[letter]].place


def _between(stream: Stream, before: Pair | None, after: Pair | None, told: set[Word]) -> list[Word]:
    """Return the added letters that stand where lost letters should: after the pair before, before the pair after."""
    parts: list[Word] = []
    for part in stream.added:
        if part in told:
            continue
        follows = before is not None and before.end <= part[0] and (after is not None or part[0] == before.end)
        leads = after is not None and part[1] <= after.at and (before is not None or part[1] == after.at)
        if (follows and leads) or (follows and after is None) or (leads and before is None):
            parts.append(part)
    return parts


def _lost(stream: Stream, copied: int, lost: Word, instead: list[Word]) -> Change:
    expected, found = stream.expected, stream.found
    block = expected.blocks[copied]
    whole = lost == (expected.start[copied], expected.start[copied + 1]) and not instead
    words = _whole_words(expected, *lost)
    if not instead:
        place, at = _near(stream, lost[0])
        beside = around(found, at, at)
        return Change(expected.piece(*words), "", block, place, block.kind, whole=whole, inside=True, around=beside)
    first, last = _whole_words(found, instead[0][0], instead[-1][1])
    place, beside = found.blocks[found.block_of[first]].place, around(found, first, last)
    return Change(
        expected.piece(*words), found.piece(first, last), block, place, block.kind, inside=True, around=beside
    )


def _is_change(stream: Stream, copied: int, lost: Word, instead: list[Word], *, alone: bool) -> bool:
    """Say whether the words found can be called a change of the lost ones, and not words of their own.

    Words that are nothing alike are none where the lost ones are not ``alone``: many blocks are missing with them.
    """
    if not instead:
        return False
    kinds = {stream.found.blocks[stream.found.block_of[low]].kind for low, _ in instead}
    if (stream.expected.blocks[copied].kind is Kind.ALTERNATIVE) or Kind.ALTERNATIVE in kinds:
        return kinds == {Kind.ALTERNATIVE} == {stream.expected.blocks[copied].kind}
    ours = stream.expected.piece(*_whole_words(stream.expected, *lost))
    theirs = stream.found.piece(*_whole_words(stream.found, instead[0][0], instead[-1][1]))
    letters, long = fold(theirs), len(theirs.split()) > SHORT
    if long and any(fold(block.text) == letters for block in stream.expected.blocks):
        return False  # a block of the copy's own, which stands there twice
    few = alone and not long and len(ours.split()) <= SHORT
    return few or SequenceMatcher(None, ours, theirs, autojunk=False).ratio() > ALIKE


def _added(stream: Stream, part: Word, pairs: list[Pair]) -> Change:
    """Tell of letters that are only added, and of the block of the copy in which or after which they stand."""
    found, expected = stream.found, stream.expected
    block = found.blocks[found.block_of[part[0]]]
    kind = block.kind if block.kind is Kind.ALTERNATIVE else Kind.TEXT
    words = _whole_words(found, *part)
    before = max((p for p in pairs if p.end <= part[0]), key=lambda p: p.end, default=None)
    beside = around(found, *words)
    if before is None:
        return Change("", found.piece(*words), None, block.place, kind, around=beside)
    last = expected.block_of[before.high - 1]
    goes_on = before.end == part[0] and any(p.at == part[1] and p.low == before.high for p in pairs)
    inside = goes_on and before.high < expected.start[last + 1]
    text, hyphen = "", False
    if inside and words != part:  # letters within a word: the word of the copy is told too
        text = expected.piece(*_whole_words(expected, before.high - 1, before.high))
        hyphen = all(char in HYPHENS for char in found.chars[slice(*part)])
    at = expected.blocks[last]
    return Change(text, found.piece(*words), at, block.place, kind, inside=inside, hyphen=hyphen, around=beside)


def _whole_words(text: Letters, low: int, high: int) -> Word:
    """Widen a stretch of letters to the words that it cuts, within the block."""
    while low > 0 and not text.gap[low]:
        low -= 1
    while high < len(text.chars) and not text.gap[high]:
        high += 1
    return low, high


def _near(stream: Stream, letter: int) -> tuple[str, int]:
    """Name the place in the output where lost letters would stand, that of the text before them, and its letter."""
    before = max((p for p in stream.alignment.kept if p.high <= letter), key=lambda p: p.high, default=None)
    return (stream.found.blocks[stream.found.block_of[before.end - 1]].place, before.end) if before else ("", 0)


def around(found: Letters, low: int, high: int) -> tuple[str, str]:
    """Return the words of the output before letter low, and from letter high on."""
    first, last = max(0, low - NEAR), min(len(found.chars), high + NEAR)
    while first > 0 and not found.gap[first]:
        first -= 1
    while last < len(found.chars) and not found.gap[last]:
        last += 1
    return found.piece(first, low), found.piece(high, last)
