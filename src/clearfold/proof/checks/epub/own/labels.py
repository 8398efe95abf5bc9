"""Cells of a table that a book shows as cards: the words before each, for the eye alone, are those over its column."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.epub.closed.labels import mislabelled, said_twice
from clearfold.proof.readers.epub.spine import styles_of


def book_labels(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of cells whose label is another column's, or is missing (EPB-077), and of heads drawn above cards (EPB-078).

    Who sees a card takes its labels for true; a head whose words each card has is a row of words without a meaning.
    """
    epub = evidence.epub
    if epub is None or not evidence.ours:
        return
    for path in (path for path in epub.spine if path in epub.documents):
        for head in said_twice(epub.documents[path], styles_of(epub, path)):
            yield finding(
                "EPB-078", None, place=path, found=head, fact=message("{head} is drawn twice", head=quoted(head))
            )
        for words, label, head in mislabelled(epub.documents[path]):
            fact = message(
                "{words} stands under {label}, not under {head}",
                words=quoted(words),
                label=quoted(label or message("nothing")),
                head=quoted(head),
            )
            yield finding("EPB-077", None, place=path, expected=head, found=label, fact=fact)
