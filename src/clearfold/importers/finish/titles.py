"""What becomes of a line that is taken for the title: its words alone can stand in the front matter."""

from collections.abc import Iterator

from clearfold.importers.document import Block, Figure, Inlines, NoteMark, Paragraph, Picture, Place, Text
from clearfold.importers.finish.signs import cleaned
from clearfold.importers.ledger import Entry
from clearfold.importers.walk import inlines_of, said


def titled(code: str, content: Inlines, place: Place) -> Iterator[Entry]:
    """Yield entries for words that became the title, and for the notes to which they refer."""
    (words, _), labels = cleaned(said(content), place), _labels(content)
    # Printed, a reference is its number between brackets; those of a title come first.
    parts = (
        f"[{labels.index(one.label) + 1}]" if isinstance(one, NoteMark) else getattr(one, "text", "")
        for one in inlines_of(content)
    )
    yield Entry(code, place, " ".join("".join(parts).split()) if labels else words, words)
    for number in range(len(labels)):
        yield Entry("IMP-021", place, "", f"[{number + 1}]")


def beside_title(content: Inlines, place: Place) -> Iterator[Block]:
    """Yield what cannot stand in a title, for the place below it: pictures, and references to notes."""
    marks = [NoteMark(label) for label in _labels(content)]
    if marks:
        yield Paragraph(tuple(one for mark in marks for one in (mark, Text(" ")))[:-1], place)
    yield from (Figure(one, place) for one in inlines_of(content) if isinstance(one, Picture))


def _labels(content: Inlines) -> list[str]:
    return list(dict.fromkeys(one.label for one in inlines_of(content) if isinstance(one, NoteMark)))
