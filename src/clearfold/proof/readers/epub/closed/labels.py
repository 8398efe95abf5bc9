"""Cells of a table that is shown as cards: the words before each, for the eye alone, are those over its column."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clearfold.proof.compare.letters import fold
from clearfold.proof.html.cards import agree, headed, is_said, labels_of
from clearfold.proof.html.elements import name_of
from clearfold.proof.html.unseen import is_clipped, is_gone
from clearfold.proof.html.values import Cascade
from clearfold.proof.readers.epub.closed.trees import kinds_in
from clearfold.proof.readers.epub.links import words_of


def mislabelled(root: Element) -> Iterator[tuple[str, str, str]]:
    """Yield the letters of each cell whose label is another column's, or is missing: its words, its label, its head.

    A cell that heads its row needs none where the table's head is drawn.
    """
    for table in _stacked(root):
        alone = "cards" in (table.get("class") or "").split()
        for cell, over in headed(table):
            label = "".join("".join(one.itertext()) for one in labels_of(cell))
            words = fold(words_of(cell)[1]).removeprefix(fold(label))
            heads = tuple(words_of(one)[1] for one in over)
            asked = name_of(cell) == "td" or alone or label
            if any(heads) and words and asked and not agree(label, heads):
                yield words, fold(label), fold(", ".join(dict.fromkeys(filter(None, heads))))


def said_twice(root: Element, given: Cascade) -> Iterator[str]:
    """Yield the letters of each head that is drawn although each of the cards below it says the same."""
    for table in _stacked(root):
        head = next((group for group in table if name_of(group) == "thead"), None)
        if head is not None and not is_clipped(head, given) and is_said(table, lambda one: not is_gone(one, given)):
            yield fold("".join(head.itertext()))


def _stacked(root: Element) -> Iterator[Element]:
    return (element for element, kind in kinds_in(root) if kind == "table-stacked")
