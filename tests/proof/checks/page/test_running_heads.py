"""Which heading the pages of a section are held to repeat."""

from pathlib import Path

import pytest

from clearfold.model.diagnostic import Location
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.checks.page.running_heads import _begun, _Section, _sections
from clearfold.proof.page.page_model import Box, PageLook, Picture, PlacedBlock, Row

COPY, SHARED = Path("content/tea/en.md"), Path("content/publisher.yaml")


def test_body_without_a_heading_repeats_none() -> None:
    """The publisher’s name stands in a file of its own, at a line that is no line of the copy."""
    blocks = (
        Block(Kind.PUBLISHER, "Tea for all", location=Location(SHARED, 6)),
        Block(Kind.TITLE, "Tea", location=Location(COPY, 2), level=1),
        Block(Kind.HEADING, "Contents", location=Location(COPY, 6), level=2, added=True),
        Block(Kind.PARAGRAPH, "Boil fresh water.", location=Location(COPY, 6)),
    )
    expected = Transcript(blocks, "en", markup=('<body><p data-line="6">Boil fresh water.</p></body>',))
    found = _sections(blocks, expected, ())
    assert ["Contents", ""] == [found[id(block)].head for block in blocks[2:]]


@pytest.mark.parametrize(("bottom", "head"), [(500.0, "Tea"), (300.0, "Milk")], ids=["above", "below"])
def test_page_begins_with_the_section_of_the_picture_at_its_top(bottom: float, head: str) -> None:
    """A picture has no words; one that ends a section stands before the heading of the next."""
    blocks = (Block(Kind.PARAGRAPH, "Boil it."), Block(Kind.HEADING, "Milk", level=2))
    sections = {id(blocks[0]): _Section("Tea"), id(blocks[1]): _Section("Milk")}
    begins = PlacedBlock(blocks[1], (Row(3, 50.0, 90.0, 400.0, 18.0, "Milk", (0,)),))
    look = PageLook(3, "4", 595.0, 842.0, (), pictures=(Picture(Box(50.0, bottom, 150.0, bottom + 80.0)),))
    assert head == _begun(begins, look, blocks, sections).head
