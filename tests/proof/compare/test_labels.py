"""What templates must add stands among what the copy promises: right before what it introduces, and nowhere else."""

from itertools import pairwise

import pytest

from clearfold.model.media_types import EPUB, PDF
from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.compare.labels import unplaced, with_labels
from clearfold.proof.prove import prove
from tests.faults import sample
from tests.faults.sample import label
from tests.proof.copies import read

COPY = """\
---
title: Griep
lang: nl-BE
sources: [Een bron]
contact: {phone: "012"}
---
"""
BODY = "Tekst.\n\n!!! warning\n    Bel nu.\n\n!!! note\n    Wacht.\n\n!!! warning\n    Bel straks.\n"


def texts(*labels: Furniture) -> list[str]:
    return [block.text for block in with_labels(read(BODY, COPY), labels).blocks]


def test_label_stands_before_its_part() -> None:
    """A label comes right before the first run of the part that it introduces."""
    assert ["Een bron", "Telefoon", "012"] == texts(label("label", "Telefoon", "phone"))[-3:]


def test_label_of_a_part_that_is_left_out_stands_before_the_next() -> None:
    """What the copy leaves out begins where the next part does, or at the end."""
    marked = texts(label("a", "Woorden", "glossary"), label("b", "Online", "online"))
    assert ["Bel straks.", "Woorden", "Een bron", "012", "Online"] == marked[-5:]


def test_labels_of_one_place_keep_their_order() -> None:
    """A heading of a panel comes before the label of its first row, and both after what ends before them."""
    marked = texts(label("a", "Mijn vragen", "contact"), label("b", "Contact", "contact"), label("c", "Tel", "phone"))
    assert ["Mijn vragen", "Contact", "Tel", "012"] == marked[-4:]


def test_title_of_boxes_stands_before_each_of_their_type() -> None:
    """A box without a title of its own has the word for its type before it, wherever there is one."""
    marked = texts(label("box title", "Let op", "box warning", Kind.BOX_TITLE))
    assert ["Griep", "Tekst.", "Let op", "Bel nu.", "Wacht.", "Let op", "Bel straks."] == marked[:7]


def test_label_is_a_run_with_the_place_of_what_follows() -> None:
    """A heading is one of level 2 in the copy's language; it is marked as added, and found at the next run's line."""
    blocks = with_labels(read(BODY, COPY), [label("a", "Bronnen", "sources", Kind.HEADING)]).blocks
    heading, source = next((one, two) for one, two in pairwise(blocks) if one.text == "Bronnen")
    assert Block(Kind.HEADING, "Bronnen", source.location, lang="nl-BE", level=2, added=True) == heading


def test_label_of_an_empty_copy_has_no_place() -> None:
    """Where there are no runs the label stands alone."""
    made = with_labels(Transcript((), "nl", parts=(("contact", 0),)), [label("a", "Contact", "contact")])
    assert [("Contact", None)] == [(block.text, block.location) for block in made.blocks]


def test_other_furniture_is_left() -> None:
    """What stands before no part, or before one that nobody knows, is no block of the copy's order."""
    free = (Furniture("folio", "{page}", 0), label("a", "X", "no part"))
    assert free == tuple(unplaced(read(BODY, COPY), (*free, label("b", "Bronnen", "sources"))))
    assert read(BODY, COPY).blocks == with_labels(read(BODY, COPY), free).blocks


@pytest.mark.parametrize("media_type", [PDF, EPUB])
def test_labels_are_asked_of_editions_alone(media_type: str) -> None:
    """A file that no edition is said to have made may have the labels, and need not have them."""
    missing = (
        *sample.FURNITURE,
        label("label", "Tel", "phone"),
        Furniture("entry", "Nergens", least=1, text="Nergens"),
    )
    data = sample.pdf() if media_type == PDF else sample.epub()
    ours = prove(sample.copy(), data, media_type, name="a", edition="x", furniture=missing).diagnostics
    theirs = prove(sample.copy(), data, media_type, name="a", furniture=missing).diagnostics
    assert {"TXT-001", "TXT-013"} <= {found.code for found in ours}
    assert not {"TXT-001", "TXT-013"} & {found.code for found in theirs}


def test_lost_label_is_told_with_what_it_belongs_after() -> None:
    """The finding names the words of the template and the words before them, at the line of what they introduce."""
    data = sample.pdf_with("Verschenen op", "")
    told = prove(sample.copy(), data, PDF, name="a", edition="x", furniture=sample.PRINTED).diagnostics
    fact = "text is missing: “Verschenen op”, words of the template, which belong after “An Voorbeeld”"
    assert [("TXT-001", 5, fact)] == [(found.code, found.location.line, found.fact) for found in told]


def test_words_of_labels_are_not_counted() -> None:
    """The figure of a file is of the copy's words alone."""
    one = prove(sample.copy(), sample.epub(), EPUB, name="a", edition="x", furniture=sample.FURNITURE)
    two = prove(sample.copy(), sample.epub(), EPUB, name="a")
    assert [s.expected for s in two.streams] == [s.expected for s in one.streams]
