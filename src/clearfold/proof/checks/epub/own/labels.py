"""Cells of a table that a book shows as cards: the words before each, for the eye alone, are those over its column."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.epub.closed.labels import mislabelled


def book_labels(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of cells whose label is another column's, or is missing (EPB-077): who sees the card takes it for true."""
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    for path in epub.spine:
        for words, label, head in mislabelled(epub.documents[path]) if path in epub.documents else ():
            fact = message(
                "{words} stands under {label}, not under {head}",
                words=quoted(words),
                label=quoted(label or message("nothing")),
                head=quoted(head),
            )
            yield finding("EPB-077", None, place=path, expected=head, found=label, fact=fact)
