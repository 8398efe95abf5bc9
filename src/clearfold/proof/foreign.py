"""Read the copy as other tools write it: what an edition of ours promises of notes and folios, nobody else does.

Between the oracle and the alignment, for files that no edition of ours is. A note's mark stands in brackets in our
editions; others raise it, and number the notes as a list. Only the marks are read otherwise: every word still counts.
"""

import re
from dataclasses import replace

from clearfold.transcript import Furniture, Kind, Run, Transcript

MARK = re.compile(r"\[(\d+)\]")
NOTHING = "\u200b"  # counts for no letter, and keeps the places of the letters after it
FURNITURE = (
    Furniture("folio", r"(\w+ )?{page}( ?(/|of|van|de|von|sur) ?\d+)?", 0),
    Furniture("way back from a note", "[↩⏎↑⤴]\ufe0e?", 999),
)
"""What other tools add to any copy, and what says nothing: each page's own number, and the sign that leads back."""


def as_others_write(expected: Transcript, found: Transcript) -> Transcript:
    """Return the copy without the brackets of marks, and with the number of each note as the number of an item.

    Where the file has marks in brackets, it returns the copy as it is.
    """
    if any(MARK.search(run.text) for run in found.runs):
        return expected
    return replace(expected, runs=tuple(map(_run, expected.runs)))


def _run(run: Run) -> Run:
    label = MARK.match(run.text) if run.kind is Kind.NOTE else None
    if label:
        run = replace(run, text=NOTHING * label.end() + run.text[label.end() :], number=label[1])
    text = run.text
    for span in run.spans:
        mark = MARK.fullmatch(run.text, span.start, span.end) if span.link.startswith("#") else None
        if mark:
            text = f"{text[: span.start]}{NOTHING}{mark[1]}{NOTHING}{text[span.end :]}"
    return replace(run, text=text) if text != run.text else run
