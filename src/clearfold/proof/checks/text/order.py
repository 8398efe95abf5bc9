"""Order: every stream is read in the copy's order; what moved is told with where it was and where it belongs."""

from collections.abc import Callable, Iterator, Sequence

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind
from clearfold.proof.compare.changes import around
from clearfold.proof.compare.stream import Stream
from clearfold.proof.compare.word_diff import Pair
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted

MOST = 0.9  # of a block's letters; where less of it moved, the block was torn apart


def order(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find blocks, and parts of blocks, that stand elsewhere than in the copy."""
    for stream in evidence.streams:
        for group in moved_groups(stream):
            yield _moved(stream, group)


def moved_groups(stream: Stream) -> list[list[Pair]]:
    """Gather what moved together: pairs that follow each other both in the copy and in the output."""
    groups: list[list[Pair]] = []
    for pair in _text_moved(stream):
        last = groups[-1][-1] if groups else None
        if last is not None and _follows(stream, last, pair):
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return groups


def blocks_moved(stream: Stream) -> int:
    """Count the blocks of the copy of which some letters stand elsewhere."""
    blocks = {r for p in _text_moved(stream) for r, _, _ in stream.expected.by_block(p.low, p.high)}
    return len(blocks)


def _text_moved(stream: Stream) -> Iterator[Pair]:
    """Yield what moved, but for the words of drawings: pages draw pictures and text each in an order of their own."""
    blocks, block_of = stream.expected.blocks, stream.expected.block_of
    return (pair for pair in stream.alignment.moved if blocks[block_of[pair.low]].kind is not Kind.DRAWING)


def _follows(stream: Stream, one: Pair, two: Pair) -> bool:
    kept_between = any(one.high <= p.low < two.low for p in stream.alignment.kept)
    other_between = any(one.end <= p.at < two.at for p in stream.alignment.pairs() if p not in (one, two))
    return not kept_between and not other_between and two.at >= one.end


def _moved(stream: Stream, group: list[Pair]) -> Diagnostic:
    expected, found = stream.expected, stream.found
    low, high = group[0].low, group[-1].high
    first, last = expected.block_of[low], expected.block_of[high - 1]
    size = sum(p.high - p.low for p in group)
    whole = size >= MOST * (expected.start[last + 1] - expected.start[first])
    block, place = expected.blocks[first], found.blocks[found.block_of[group[0].at]].place
    count = last - first + 1
    text = expected.piece(low, high)
    what = (
        quoted(text)
        if count == 1
        else message(
            "{count} blocks, {text} to {text2}",
            count=count,
            text=quoted(expected.blocks[first].text),
            text2=quoted(expected.blocks[last].text),
        )
    )
    there = message("stands {after}", after=_after(found.piece, group[0].at, found.gap))
    here = message("belongs {after}", after=_after(expected.piece, low, expected.gap))
    code = "ORD-001" if whole else "ORD-002"
    return finding(
        code,
        block,
        stream=stream.name,
        place=place,
        expected=here,
        found=there,
        fact=_begins(stream, group, what) or message("{what} {there}, and {here}", what=what, there=there, here=here),
        around=around(found, group[0].at, group[-1].end),
        shown=(found.piece(group[0].at, group[-1].end),),
    )


def _begins(stream: Stream, group: list[Pair], what: str) -> str:
    """Say what the file begins with, and what comes after it although it belongs before; "" for what is elsewhere."""
    kept = sorted(stream.alignment.kept, key=lambda pair: pair.at)
    after = next((pair for pair in kept if pair.at >= group[-1].end and pair.high <= group[0].low), None)
    if group[0].at or after is None:
        return ""
    part = (
        message("the last part of the copy")
        if group[-1].high == len(stream.expected.chars)
        else message("what comes later")
    )
    next_one = stream.expected.blocks[stream.expected.block_of[after.low]]
    return message(
        "the file begins with {part}, {what}; {text} comes after it, but belongs before it",
        part=part,
        what=what,
        text=quoted(next_one.text),
    )


def _after(piece: Callable[[int, int], str], at: int, gap: Sequence[int]) -> str:
    """Name what stands before a letter: the last words before it, or the start."""
    if at == 0:
        return message("at the start")
    low, words = at - 1, 0
    while low > 0 and words < 6:
        words += gap[low]
        low -= 1 if words < 6 else 0
    return message("after {piece}", piece=quoted(piece(low, at)))
