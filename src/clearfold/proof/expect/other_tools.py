"""Read the copy as other tools write it: what an edition of ours promises of notes and folios, nobody else does.

Between the readers and the alignment, for files that no edition of ours is. A note's mark stands in brackets in our
editions; others raise it, number the notes as a list, and put them at the foot of the page or at the end. Only what is
written otherwise is read otherwise: every word still counts.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.stream import Reading, Stream, lay_beside
from clearfold.proof.expect.other_tools_words import in_words_of

MARK = re.compile(r"\[(\d+)\]")
NOTHING = "\u200b"  # counts for no letter, and keeps the places of the letters after it
_FOLIO = r"(?i:page|pagina|bladzijde|pag\.|blz\.|p\.|seite|s\.)"
FURNITURE = (
    Furniture(
        "folio",
        rf"([-–] ?)?({_FOLIO} (\| ?)?)?{{page}}( ?(/|of|van|de|von|sur) ?\d+)?( ?\| ?{_FOLIO})?( ?[-–])?",
        0,
    ),
)
"""What other tools add to any copy, and what says nothing: each page's own number."""
WINDOW = 24  # letters of a note by which it is known where it is given a second time
HALF = 0.5
LABEL = "[]().:"
LONGEST = 3  # characters of a mark
SIGN = re.compile(r"([*†‡§¶])\1*\Z")


def as_others_write(expected: Transcript, found: Transcript, title: str = "") -> Transcript:
    """Return the copy without the brackets of marks, and with the number of each note as the number of an item.

    A title that the file says of itself (``title``) need not stand in its text as well.
    Where the file has marks in brackets, it returns the copy as it is. Where it gives a note once for each place that
    refers to it, so does what is returned, and each mark has the number that it has then.
    """
    expected = _untitled(expected, found, title)
    if any(MARK.search(block.text) for block in found.blocks):
        return expected
    blocks = expected.blocks
    if _is_repeated(expected, found):
        blocks = tuple(_counted_by_mark(blocks))
    signs = _signs(blocks, "".join(fold(block.text) for block in found.blocks))
    return replace(expected, blocks=tuple(_run(block, signs) for block in blocks))


def _untitled(expected: Transcript, found: Transcript, title: str) -> Transcript:
    told = fold(title)
    letters = [fold(block.text) for block in found.blocks]
    if not told or told in "".join(letters) or told.upper() in letters:
        return expected
    kept = tuple(block for block in expected.blocks if block.kind is not Kind.TITLE or fold(block.text) != told)
    return replace(expected, blocks=kept)


def without_drawings(expected: Transcript, found: Transcript) -> Transcript:
    """Return the copy without the words of drawings that are not in the file: many tools put in pictures of dots."""
    there = fold("".join(block.text for block in found.blocks))
    kept = (block for block in expected.blocks if block.kind is not Kind.DRAWING or fold(block.text) in there)
    return replace(expected, blocks=tuple(kept), parts=())


def _signs(blocks: Iterable[Block], letters: str) -> dict[str, str]:
    """Return the signs that stand before notes in place of their numbers, and once more where these are referred to."""
    found: dict[str, str] = {}
    for block in blocks:
        label = MARK.match(block.text) if block.kind is Kind.NOTE else None
        at = letters.find(fold(block.text[label.end() :])[:WINDOW]) if label else -1
        sign = SIGN.search(letters[max(0, at - LONGEST) : at]) if at > 0 else None
        if label and sign and letters.count(sign[0]) > 1:
            found[label[1]] = sign[0]
    return found


def _run(block: Block, signs: Mapping[str, str]) -> Block:
    label = MARK.match(block.text) if block.kind is Kind.NOTE else None
    if label:
        number = signs.get(label[1], label[1])
        block = replace(block, text=NOTHING * label.end() + block.text[label.end() :], number=number)
    text = block.text
    for mark in _marks(block):
        shown = signs.get(mark[1], mark[1]).center(len(mark[0]), NOTHING)
        text = f"{text[: mark.start()]}{shown}{text[mark.end() :]}"
    return replace(block, text=text) if text != block.text else block


def _marks(block: Block) -> Iterator[re.Match[str]]:
    """Yield the marks that refer to notes."""
    for span in block.spans:
        mark = MARK.fullmatch(block.text, span.start, span.end) if span.link.startswith("#") else None
        if mark:
            yield mark


def _is_repeated(expected: Transcript, found: Transcript) -> bool:
    """Say whether a note to which several places refer is given more than once."""
    marks = Counter(mark[1] for block in expected.blocks for mark in _marks(block))
    text = "".join(fold(block.text) for block in found.blocks)
    for block in expected.blocks:
        label = MARK.match(block.text) if block.kind is Kind.NOTE else None
        if label and marks[label[1]] > 1:
            note = fold(block.text[label.end() :])
            pieces = [note[at : at + WINDOW] for at in range(0, len(note), WINDOW)]
            if any(len(piece) == WINDOW and text.count(piece) > 1 for piece in pieces):
                return True
    return False


def _counted_by_mark(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with each mark numbered in its turn; a note to which a later mark refers is given once more."""
    notes = {label[1]: block for block in blocks if block.kind is Kind.NOTE and (label := MARK.match(block.text))}
    first: dict[str, int] = {}
    count = 0
    for block in blocks:
        own = MARK.match(block.text) if block.kind is Kind.NOTE else None
        marks = [] if own is None else [(own, first.get(own[1], 0))]
        again: list[Block] = []
        for mark in _marks(block):
            count += 1
            marks.append((mark, count))
            if first.setdefault(mark[1], count) != count and mark[1] in notes:
                note = notes[mark[1]]
                again += [_numbered(note, [(label, count)]) for label in [MARK.match(note.text)] if label]
        yield _numbered(block, marks)
        yield from again


def _numbered(block: Block, marks: Sequence[tuple[re.Match[str], int]]) -> Block:
    """Return the block with other numbers in its marks, its spans moved along."""
    text, spans = block.text, block.spans
    for mark, number in reversed(marks):
        text = f"{text[: mark.start()]}[{number}]{text[mark.end() :]}"
        more = len(str(number)) - len(mark[1])
        spans = tuple(
            replace(span, start=_moved(span.start, mark, more), end=_moved(span.end, mark, more)) for span in spans
        )
    return replace(block, text=text, spans=spans)


def _moved(at: int, mark: re.Match[str], more: int) -> int:
    return at + more if at >= mark.end() else at


def lay_others(
    expected: Transcript, reading: Reading, furniture: tuple[Furniture, ...], label: Callable[[str], str]
) -> tuple[Stream, tuple[Diagnostic, ...]]:
    """Lay what another tool wrote beside the copy, each note read where the copy has it.

    Returns with it what is told of its hyphens.
    """
    reading, told = in_words_of(expected, reading)
    stream = lay_beside(expected, reading, furniture, label)
    owned = _runs_of_notes(stream)
    if not owned:
        return stream, told
    blocks = reading.transcript.blocks
    notes = {id(block) for group in owned.values() for block in group} | _labels(stream, blocks, owned)
    bare = replace(expected, blocks=tuple(block for block in expected.blocks if block.kind is not Kind.NOTE))
    rest = _with(reading, (block for block in blocks if id(block) not in notes))
    text = lay_beside(bare, rest, furniture, label)
    return lay_beside(expected, _with(reading, _notes_in_place(stream, text, owned, rest)), furniture, label), told


def _with(reading: Reading, given: Iterable[Block]) -> Reading:
    return replace(reading, transcript=replace(reading.transcript, blocks=tuple(given)))


def _notes_in_place(stream: Stream, text: Stream, owned: dict[int, list[Block]], rest: Reading) -> Iterator[Block]:
    """Yield the blocks of the text in their order, and those of each note after the block that refers to it.

    ``text`` is the alignment without the notes: a note does not follow a block that stands elsewhere. What a note
    holds is compared all the same, and a note that is read nowhere is missing.
    """
    ends: dict[int, Block] = {}
    for pair in text.alignment.kept:
        for block, _, high in text.expected.by_block(pair.low, pair.high):
            last = pair.at + high - 1 - pair.low
            ends[id(text.expected.blocks[block])] = text.found.blocks[text.found.block_of[last]]
    after: dict[int, list[Block]] = {}
    anchor: Block | None = None
    for number, copied in enumerate(stream.expected.blocks):
        if copied.kind is not Kind.NOTE:
            anchor = ends.get(id(copied), anchor)
        else:
            after.setdefault(id(anchor), []).extend(owned.get(number, ()))
    yield from after.get(id(None), ())
    for copied in rest.transcript.blocks:
        yield copied
        yield from after.get(id(copied), ())


def _runs_of_notes(stream: Stream) -> dict[int, list[Block]]:
    """Return the found blocks that hold each note, by its number among the expected blocks."""
    expected, found = stream.expected, stream.found
    size: dict[tuple[int, int], int] = {}
    for pair in stream.alignment.pairs():
        for block, low, high in expected.by_block(pair.low, pair.high):
            if expected.blocks[block].kind is Kind.NOTE:
                for there, first, end in found.by_block(pair.at + low - pair.low, pair.at + high - pair.low):
                    size[block, there] = size.get((block, there), 0) + end - first
    result: dict[int, list[Block]] = {}
    for (block, there), count in sorted(size.items()):
        if count > HALF * (found.start[there + 1] - found.start[there]):
            result.setdefault(block, []).append(found.blocks[there])
    return result


def _labels(stream: Stream, blocks: tuple[Block, ...], owned: dict[int, list[Block]]) -> set[int]:
    """Return the blocks that are the numbers of notes, and nothing else: each right before its note."""
    before = {id(two): one for one, two in pairwise(blocks)}
    labels: set[int] = set()
    for number, held in owned.items():
        label = before.get(id(held[0]))
        if label and label.text.strip().strip(LABEL) == stream.expected.blocks[number].number:
            labels.add(id(label))
    return labels
