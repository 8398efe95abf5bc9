"""Read the copy as other tools write it: what an edition of ours promises of notes and folios, nobody else does.

Between the readers and the alignment, for files that no edition of ours is. A note's mark stands in brackets in our
editions; others raise it, number the notes as a list, and put them at the foot of the page or at the end. Only what is
written otherwise is read otherwise: every word still counts.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Furniture, Kind, Run, Transcript
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.stream import Reading, Stream, lay_beside
from clearfold.proof.expect.other_tools_words import in_words_of

MARK = re.compile(r"\[(\d+)\]")
NOTHING = "\u200b"  # counts for no letter, and keeps the places of the letters after it
FURNITURE = (
    Furniture("folio", r"((page|pagina|bladzijde|blz\.|p\.|Seite|S\.) )?{page}( ?(/|of|van|de|von|sur) ?\d+)?", 0),
)
"""What other tools add to any copy, and what says nothing: each page's own number."""
WINDOW = 24  # letters of a note by which it is known where it is given a second time
HALF = 0.5
LABEL = "[]().:"


def as_others_write(expected: Transcript, found: Transcript) -> Transcript:
    """Return the copy without the brackets of marks, and with the number of each note as the number of an item.

    Where the file has marks in brackets, it returns the copy as it is. Where it gives a note once for each place that
    refers to it, so does what is returned, and each mark has the number that it has then.
    """
    if any(MARK.search(run.text) for run in found.runs):
        return expected
    runs = expected.runs
    if _is_repeated(expected, found):
        runs = tuple(_counted_by_mark(runs))
    return replace(expected, runs=tuple(map(_run, runs)))


def _run(run: Run) -> Run:
    label = MARK.match(run.text) if run.kind is Kind.NOTE else None
    if label:
        run = replace(run, text=NOTHING * label.end() + run.text[label.end() :], number=label[1])
    text = run.text
    for mark in _marks(run):
        text = f"{text[: mark.start()]}{NOTHING}{mark[1]}{NOTHING}{text[mark.end() :]}"
    return replace(run, text=text) if text != run.text else run


def _marks(run: Run) -> Iterator[re.Match[str]]:
    """Yield the marks that refer to notes."""
    for span in run.spans:
        mark = MARK.fullmatch(run.text, span.start, span.end) if span.link.startswith("#") else None
        if mark:
            yield mark


def _is_repeated(expected: Transcript, found: Transcript) -> bool:
    """Say whether a note to which several places refer is given more than once."""
    marks = Counter(mark[1] for run in expected.runs for mark in _marks(run))
    text = "".join(fold(run.text) for run in found.runs)
    for run in expected.runs:
        label = MARK.match(run.text) if run.kind is Kind.NOTE else None
        if label and marks[label[1]] > 1:
            note = fold(run.text[label.end() :])
            pieces = [note[at : at + WINDOW] for at in range(0, len(note), WINDOW)]
            if any(len(piece) == WINDOW and text.count(piece) > 1 for piece in pieces):
                return True
    return False


def _counted_by_mark(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs with each mark numbered in its turn; a note to which a later mark refers is given once more."""
    notes = {label[1]: run for run in runs if run.kind is Kind.NOTE and (label := MARK.match(run.text))}
    first: dict[str, int] = {}
    count = 0
    for run in runs:
        own = MARK.match(run.text) if run.kind is Kind.NOTE else None
        marks = [] if own is None else [(own, first.get(own[1], 0))]
        again: list[Run] = []
        for mark in _marks(run):
            count += 1
            marks.append((mark, count))
            if first.setdefault(mark[1], count) != count and mark[1] in notes:
                note = notes[mark[1]]
                again += [_numbered(note, [(label, count)]) for label in [MARK.match(note.text)] if label]
        yield _numbered(run, marks)
        yield from again


def _numbered(run: Run, marks: Sequence[tuple[re.Match[str], int]]) -> Run:
    """Return the run with other numbers in its marks, its spans moved along."""
    text, spans = run.text, run.spans
    for mark, number in reversed(marks):
        text = f"{text[: mark.start()]}[{number}]{text[mark.end() :]}"
        more = len(str(number)) - len(mark[1])
        spans = tuple(
            replace(span, start=_moved(span.start, mark, more), end=_moved(span.end, mark, more)) for span in spans
        )
    return replace(run, text=text, spans=spans)


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
    runs = reading.transcript.runs
    notes = {id(run) for group in owned.values() for run in group} | _labels(stream, runs, owned)
    bare = replace(expected, runs=tuple(run for run in expected.runs if run.kind is not Kind.NOTE))
    rest = _with(reading, (run for run in runs if id(run) not in notes))
    text = lay_beside(bare, rest, furniture, label)
    return lay_beside(expected, _with(reading, _notes_in_place(stream, text, owned, rest)), furniture, label), told


def _with(reading: Reading, runs: Iterable[Run]) -> Reading:
    return replace(reading, transcript=replace(reading.transcript, runs=tuple(runs)))


def _notes_in_place(stream: Stream, text: Stream, owned: dict[int, list[Run]], rest: Reading) -> Iterator[Run]:
    """Yield the runs of the text in their order, and those of each note after the block that refers to it.

    ``text`` is the alignment without the notes: a note does not follow a block that stands elsewhere. What a note
    holds is compared all the same, and a note that is read nowhere is missing.
    """
    ends: dict[int, Run] = {}
    for pair in text.alignment.kept:
        for block, _, high in text.expected.by_run(pair.low, pair.high):
            last = pair.at + high - 1 - pair.low
            ends[id(text.expected.runs[block])] = text.found.runs[text.found.run_of[last]]
    after: dict[int, list[Run]] = {}
    anchor: Run | None = None
    for number, run in enumerate(stream.expected.runs):
        if run.kind is not Kind.NOTE:
            anchor = ends.get(id(run), anchor)
        else:
            after.setdefault(id(anchor), []).extend(owned.get(number, ()))
    yield from after.get(id(None), ())
    for run in rest.transcript.runs:
        yield run
        yield from after.get(id(run), ())


def _runs_of_notes(stream: Stream) -> dict[int, list[Run]]:
    """Return the found runs that hold each note, by its number among the expected runs."""
    expected, found = stream.expected, stream.found
    size: dict[tuple[int, int], int] = {}
    for pair in stream.alignment.pairs():
        for run, low, high in expected.by_run(pair.low, pair.high):
            if expected.runs[run].kind is Kind.NOTE:
                for there, first, end in found.by_run(pair.at + low - pair.low, pair.at + high - pair.low):
                    size[run, there] = size.get((run, there), 0) + end - first
    result: dict[int, list[Run]] = {}
    for (run, there), count in sorted(size.items()):
        if count > HALF * (found.start[there + 1] - found.start[there]):
            result.setdefault(run, []).append(found.runs[there])
    return result


def _labels(stream: Stream, runs: tuple[Run, ...], owned: dict[int, list[Run]]) -> set[int]:
    """Return the runs that are the numbers of notes, and nothing else: each right before its note."""
    before = {id(two): one for one, two in pairwise(runs)}
    labels: set[int] = set()
    for number, held in owned.items():
        label = before.get(id(held[0]))
        if label and label.text.strip().strip(LABEL) == stream.expected.runs[number].number:
            labels.add(id(label))
    return labels
