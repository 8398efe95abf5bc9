"""EPUB: each picture is the copy's own, as it is published: its alternative says what that one shows."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Kind
from clearfold.proof.checks.text.structure import block_pairs
from clearfold.proof.evidence import Evidence
from clearfold.proof.expect.picture_files import picture_file
from clearfold.proof.expect.shown_pictures import shows
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.epub.links import place_of


def pictures(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pictures of our editions that are not those of the copy (EPB-064); other tools write pictures anew."""
    if evidence.epub is None or evidence.foreign:
        return
    for ours, theirs in block_pairs(evidence.content):
        if ours.kind is not Kind.ALTERNATIVE or not (ours.picture and ours.location and theirs.picture):
            continue
        file = picture_file(ours.location.path.parent, ours.picture)
        there = evidence.epub.images.get(place_of(theirs.place, theirs.picture)[0])
        if file is not None and there is not None and not shows(file, there):
            fact = message(
                "{text} stands for another picture than {picture}", text=quoted(ours.text), picture=ours.picture
            )
            yield finding("EPB-064", ours, place=theirs.place, expected=ours.picture, found=theirs.picture, fact=fact)
