"""What a file shows or runs beside the text that was read: it can hold words, and hide or change others."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.epub.beyond import read_beyond as beyond_book
from clearfold.proof.readers.pdf.beyond import read_beyond as beyond_pages
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.fonts.fonts import UNKNOWN

NAMELESS = 3 * UNKNOWN  # fewer are signs, such as bullets, which many files do not name


def unread(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of what was not read (TXT-017): in the reading order of a book, and anywhere in files that others made.

    In a file of ours, whatever stands there that we do not know is told as such.
    """
    if evidence.pdf is not None and evidence.foreign:
        for what in beyond_pages(evidence.pdf.pdf):
            yield finding("TXT-017", None, found=what, fact=what)
        yield from _within(evidence.pdf.pdf)
    if evidence.epub is not None:
        for what in dict.fromkeys(evidence.epub.unread):
            yield finding("TXT-017", None, place=evidence.epub.package_path, found=what, fact=what)
        for path, what in beyond_book(evidence.epub) if evidence.foreign else ():
            yield finding("TXT-017", None, place=path, found=what, fact=what)


def _within(pdf: PdfFile) -> Iterator[Diagnostic]:
    """Tell, page by page, of words that are no text of it, and of letters that are not known."""
    for number, page in enumerate(pdf.pages):
        for words in page.beside:
            fact = message("words in the cell of a pattern, or in a mask: {words}", words=quoted(words))
            yield finding("TXT-017", None, place=place(number), found=words, fact=fact)
        nameless = next((one.text for one in page.pieces if NAMELESS in one.text and not one.artifact), "")
        if nameless:
            fact = message("letters of which the file does not say what they are: {words}", words=quoted(nameless))
            yield finding("TXT-017", None, place=place(number), found=nameless, fact=fact)
