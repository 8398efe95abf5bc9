"""What a file shows or runs beside the text that was read: it can hold words, and hide or change others."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.epub.beyond import read_beyond as beyond_book
from clearfold.proof.readers.pdf.beyond import read_beyond as beyond_pages


def unread(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of what was not read (TXT-017): in the reading order of a book, and anywhere in files that others made.

    In a file of ours, whatever stands there that we do not know is told as such.
    """
    if evidence.pdf is not None and evidence.foreign:
        for what in beyond_pages(evidence.pdf.pdf):
            yield finding("TXT-017", None, found=what, fact=what)
    if evidence.epub is not None:
        for what in dict.fromkeys(evidence.epub.unread):
            yield finding("TXT-017", None, place=evidence.epub.package_path, found=what, fact=what)
        for path, what in beyond_book(evidence.epub) if evidence.foreign else ():
            yield finding("TXT-017", None, place=path, found=what, fact=what)
