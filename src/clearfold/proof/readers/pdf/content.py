"""Read a PDF in the order in which its text is drawn: what copying, searching and reflowing meet.

A block is what stands together on one line in one marked-content sequence. Artifacts are marked as
such, with their type.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.text_pieces import Piece

SAME_LINE = 0.4  # of the type size; text that is raised or lowered by less stands on the same line
APART = 0.5  # of the type size; in a file without tags, cells and folios stand on one line as far from each other


def read_content(pdf: PdfFile) -> Transcript:
    """Return all text of the pages in content order: of kind ARTIFACT, DRAWING within a picture, or else TEXT."""
    blocks = (_run(pieces) for page in pdf.pieces for pieces in by_line(page))
    return Transcript(tuple(replace(block, line=number) for number, block in enumerate(blocks)), pdf.lang, pdf.title)


def read_unmarked(pdf: PdfFile) -> tuple[Block, ...]:
    """Return the text that is in no marked content at all: neither content nor artifact."""
    loose = (tuple(p for p in page if p.mcid < 0 and not p.artifact) for page in pdf.pieces)
    return tuple(_run(pieces) for page in loose for pieces in by_line(page))


@lru_cache(maxsize=4096)
def place(page: int) -> str:
    """Name a page, counted from 0, as people count."""
    return message("page {page}", page=page + 1)


def by_line(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Cut the pieces of a page into what stands on one line in one marked-content sequence, but for what is blank."""
    line: list[Piece] = []
    for piece in pieces:
        if line and not _goes_on(line[-1], piece):
            yield from _unless_blank(line)
            line = []
        line.append(piece)
    yield from _unless_blank(line)


def _goes_on(one: Piece, two: Piece) -> bool:
    size = max(one.size, two.size)
    level = one.sequence == two.sequence and abs(one.y - two.y) <= SAME_LINE * size
    return level and (not one.ends or not two.starts or abs(two.starts[0] - one.ends[-1]) <= APART * size)


def _unless_blank(line: list[Piece]) -> Iterator[list[Piece]]:
    if any(piece.text.strip() for piece in line):
        yield line


def _run(pieces: Sequence[Piece]) -> Block:
    text = " ".join("".join(piece.text for piece in pieces).split())
    last = pieces[-1]
    kind = Kind.ARTIFACT if last.artifact else Kind.DRAWING if last.figure else Kind.TEXT
    return Block(kind, text, place=place(last.page))
