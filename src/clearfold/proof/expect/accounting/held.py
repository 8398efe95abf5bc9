"""Hold the runs of what is written against the blocks that were read, one by one: what of them is nobody's?

Not words are compared but whole runs, each as often as it is written: "1" in one cell does not stand for "1" in
another. In which order they are read is asked elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from clearfold.model.transcript import Block, Kind
from clearfold.proof.expect.accounting.pairing import common_ends, paired
from clearfold.proof.expect.accounting.signs import NUMBERED
from clearfold.proof.expect.accounting.written import NUMBER, REFERENCE, WHITE, Run
from clearfold.proof.expect.markdown import TO_NOTE

Piece = TypeVar("Piece", Run, Block)
Whole = TypeVar("Whole", Run, Block)
NEAR, FEW = 3, 50  # lines; blocks
ALIKE = 0.5  # the part of a run that must be found at both ends of a block for the two to be the same text


def lost(runs: Sequence[Run], blocks: Sequence[Block]) -> Iterator[tuple[Run, int, int]]:
    """Yield what of the runs is in no block: the run, and from which of its characters up to which."""
    waiting: dict[str, list[Block]] = defaultdict(list)
    keys = {run.key for run in runs}
    for block in blocks:
        waiting[_key(block, keys)].append(block)
    unread: list[Run] = []
    for key, alike in groupby(sorted(runs, key=lambda run: run.key), key=lambda run: run.key):
        unread += _unpaired(list(alike), waiting.get(key, []))
    rest = [block for group in waiting.values() for block in group]
    unread.sort(key=lambda run: run.location)
    _take_joined(unread, rest, lambda run: run.key, _key)
    _take_joined(rest, unread, _key, lambda run: run.key)
    apart: list[Run] = []
    for run in unread:
        best = max(_near(run, rest), key=lambda block: _ends(run, block), default=None)  # used at once
        if best is not None and _ends(run, best) >= ALIKE * len(run.key):
            rest.remove(best)
            yield from _differences([run], [best])
            yield from _joined_words(run, _key(best))
        else:
            apart.append(run)
    yield from _differences(apart, sorted(rest, key=_line))


def _take_joined(
    pieces: list[Piece], wholes: list[Whole], of: Callable[[Piece], str], to: Callable[[Whole], str]
) -> None:
    """Take away what is several pieces on one side and one on the other: a stray end tag, a picture between words.

    A piece that is one on both sides is left, since only its spaces differ.
    """
    bare = [_bare(of(piece)) for piece in pieces]
    for whole in tuple(wholes):
        text = _bare(to(whole))
        for first, piece in enumerate(bare):
            if not text.startswith(piece):
                continue
            end, size = first, 0
            while end < len(bare) and size < len(text) and text.startswith(bare[end], size):
                size += len(bare[end])
                end += 1
            if size == len(text) and end > first + 1:
                del pieces[first:end], bare[first:end]
                wholes.remove(whole)
                break


def _bare(text: str) -> str:
    return WHITE.sub("", text)


def _unpaired(runs: list[Run], blocks: list[Block]) -> list[Run]:
    """Pair runs and blocks that read alike, those of one line first; take the blocks away, return the runs left."""
    if len(runs) <= len(blocks):
        del blocks[: len(runs)]
        return []
    lines = [_line(block) for block in blocks]
    blocks.clear()
    rest: list[Run] = []
    for run in runs:
        if run.location.line in lines:
            lines.remove(run.location.line)
        else:
            rest.append(run)
    return rest[len(lines) :]


def _line(block: Block) -> int:
    return block.location.line if block.location else 0


def _key(block: Block, written: Collection[str] = ()) -> str:
    """Return a block's text as it is compared: the numbers of notes are not the copy's, unless it is written so."""
    text = block.text
    for span in sorted(block.spans, key=lambda span: -span.start):
        if span.link == TO_NOTE and NUMBERED.fullmatch(text, span.start, span.end):
            text = text[: span.start] + REFERENCE + text[span.end :]
    text = WHITE.sub(" ", text).strip()
    opened = NUMBERED.sub(REFERENCE, text, count=1) if NUMBERED.match(text) else text
    if block.kind is Kind.NOTE:
        return text if text in written and opened not in written else opened
    return opened if opened in written and text not in written else text


def _ends(run: Run, block: Block) -> int:
    """Count the characters with which both begin, and those with which both end."""
    return sum(common_ends(run.key, _key(block)))


def _near(run: Run, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks that may be the run's: those of its lines, or all where there are few."""
    line = run.location.line
    near = [block for block in blocks if abs(_line(block) - line) <= NEAR]
    return near or (blocks if len(blocks) <= FEW else ())


def _differences(runs: Sequence[Run], blocks: Sequence[Block]) -> Iterator[tuple[Run, int, int]]:
    """Yield what of some runs is not in some blocks, all laid side by side."""
    letters = [
        (number, n)
        for number, run in enumerate(runs)
        for n, char in enumerate(run.text)
        if not char.isspace() and char != NUMBER
    ]
    ours = "".join(runs[number].text[n] for number, n in letters)
    theirs = "".join(char for block in blocks for char in _key(block) if not char.isspace() and char != NUMBER)
    missing = bytearray(b"\1" * len(ours))
    for here, _, size in paired(ours, theirs):
        missing[here : here + size] = bytes(size)
    for (number, is_missing), part in groupby(range(len(ours)), key=lambda n: (letters[n][0], missing[n])):
        places = [letters[n][1] for n in part]
        if is_missing:
            yield runs[number], places[0], places[-1] + 1


def _joined_words(run: Run, text: str) -> Iterator[tuple[Run, int, int]]:
    """Yield the words of a run that are read without the space between them, where nothing else differs."""
    if _bare(run.text) != _bare(text):
        return
    ends = [len(_bare(text[: gap.start()])) for gap in WHITE.finditer(text)]
    for gap in WHITE.finditer(run.text):
        if (
            run.text[: gap.start()].strip()
            and run.text[gap.end() :].strip()
            and len(_bare(run.text[: gap.start()])) not in ends
        ):
            before, after = run.text[: gap.start()].split()[-1], run.text[gap.end() :].split()[0]
            yield run, gap.start() - len(before), gap.end() + len(after)
