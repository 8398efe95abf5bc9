"""Which heading the pages of a section are held to repeat."""

from pathlib import Path

from clearfold.model.diagnostic import Location
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.checks.page.running_heads import _sections

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
