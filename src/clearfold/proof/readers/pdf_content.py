"""Read a PDF in the order in which its text is drawn: what copying, searching and reflowing meet.

A run is what stands on one line in one marked-content sequence. Artifacts are marked as such, with their type.
"""

from collections.abc import Iterator

from clearfold.proof.readers.pdf_file import PdfFile
from clearfold.proof.readers.pdf_text import Piece
from clearfold.transcript import Kind, Run, Transcript

SAME_LINE = 0.4  # of the type size; text that is raised or lowered by less stands on the same line


def read_content(pdf: PdfFile) -> Transcript:
    """Return all text of the pages in content order; Kind.ARTIFACT for artifacts, Kind.TEXT for the rest."""
    return Transcript(tuple(run for page in pdf.pieces for run in _runs(page)), pdf.lang, pdf.title)


def read_unmarked(pdf: PdfFile) -> tuple[Run, ...]:
    """Return the text that is in no marked content at all: neither content nor artifact."""
    loose = (tuple(p for p in page if p.mcid < 0 and not p.artifact) for page in pdf.pieces)
    return tuple(run for page in loose for run in _runs(page))


def place(page: int) -> str:
    """Name a page, counted from 0, as people count."""
    return f"page {page + 1}"


def _runs(pieces: tuple[Piece, ...]) -> Iterator[Run]:
    text, last = "", None
    for piece in pieces:
        if last is not None and not _goes_on(last, piece):
            yield from _run(text, last)
            text = ""
        text += piece.text
        last = piece
    if last is not None:
        yield from _run(text, last)


def _goes_on(one: Piece, two: Piece) -> bool:
    return one.sequence == two.sequence and abs(one.y - two.y) <= SAME_LINE * max(one.size, two.size)


def _run(text: str, piece: Piece) -> Iterator[Run]:
    if text.strip():
        yield Run(Kind.ARTIFACT if piece.artifact else Kind.TEXT, " ".join(text.split()), place=place(piece.page))
