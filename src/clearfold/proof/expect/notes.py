"""Number the notes of a body in the order in which a reader meets their references, and say what each follows."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clearfold.proof.expect.markdown import NOTE, Body
from clearfold.proof.html.elements import BLOCKS, name_of


@dataclass(slots=True)
class Notes:
    """The numbers of notes by label; the labels of the notes that follow a block; those that follow everything."""

    numbers: dict[str, int] = field(default_factory=dict)
    after: dict[Element, list[str]] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)


def number_notes(body: Body) -> Notes:
    """Write its number into each reference of the body, and return where the notes are read."""
    notes = Notes()
    waiting: list[str] = []
    for child in body.root:
        waiting += _first_met(child, notes.numbers)
        for label in waiting:  # grows: a note may refer to further notes
            waiting += _first_met(body.notes.get(label), notes.numbers)
        if name_of(child) in BLOCKS:
            notes.after[child], waiting = waiting, []
    notes.rest = waiting
    return notes


def _first_met(root: Element | None, numbers: dict[str, int]) -> list[str]:
    """Number the references in an element, and return the labels that were not met before."""
    new: list[str] = []
    for reference in root.iter("a") if root is not None else ():
        label = reference.get(NOTE)
        if label is None:
            continue
        if label not in numbers:
            numbers[label] = len(numbers) + 1
            new.append(label)
        reference.text = f"[{numbers[label]}]"
    return new
