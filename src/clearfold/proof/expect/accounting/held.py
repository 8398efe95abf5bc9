"""Hold the runs of what is written against the blocks that were read, one by one: what of them is nobody's?

Not words are compared but whole runs, each as often as it is written: "1" in one cell does not stand for "1" in
another. In which order they are read is asked elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TypeVar

from clearfold.model.transcript import Block, Kind
from clearfold.proof.expect.accounting.signs import NUMBERED
from clearfold.proof.expect.accounting.written import NUMBER, REFERENCE, WHITE, Run
from clearfold.proof.expect.markdown import TO_NOTE

Piece = TypeVar("Piece", Run, Block)
Whole = TypeVar("Whole", Run, Block)
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
        best = max(rest, key=lambda block: _ends(run.key, _key(block)), default=None)
        if best is not None and _ends(run.key, _key(best)) >= ALIKE * len(run.key):
            rest.remove(best)
            yield from _differences([run], [best])
        else:
            apart.append(run)
    yield from _differences(apart, sorted(rest, key=_line))


def _take_joined(
    pieces: list[Piece], wholes: list[Whole], of: Callable[[Piece], str], to: Callable[[Whole], str]
) -> None:
    """Take away what is several pieces on one side and one on the other: a stray end tag, a picture between words."""
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
            if size == len(text):
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


def _ends(one: str, two: str) -> int:
    """Count the characters with which both begin, and those with which both end."""
    most = min(len(one), len(two))
    begin = next((n for n in range(most) if one[n] != two[n]), most)
    end = next((n for n in range(most - begin) if one[-1 - n] != two[-1 - n]), most - begin)
    return begin + end


def _differences(runs: Sequence[Run], blocks: Sequence[Block]) -> Iterator[tuple[Run, int, int]]:
    """Yield what of some runs is not in some blocks, all laid side by side."""
    letters = [(run, n) for run in runs for n, char in enumerate(run.text) if not char.isspace() and char != NUMBER]
    ours = "".join(run.text[n] for run, n in letters)
    theirs = "".join(char for block in blocks for char in _key(block) if not char.isspace() and char != NUMBER)
    for what, low, high, _, _ in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what in ("delete", "replace"):
            for run, part in groupby(letters[low:high], key=lambda letter: letter[0]):
                places = [n for _, n in part]
                yield run, places[0], places[-1] + 1
