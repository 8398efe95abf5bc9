"""Read a PDF in the order in which its text is drawn: what copying, searching and reflowing meet.

A block is what stands together on one line in one marked-content sequence. Artifacts are marked as
such, with their type.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.text_pieces import SINGLE, Piece

SAME_LINE = 0.4  # of the type size; text that is raised or lowered by less stands on the same line
LABEL = re.compile(r"(?:[•‣◦▪●○■·–—*]|\d{1,3}[.)]|[a-z][.)])(?=\S)")
GAP = 0.2  # of the type size: a sign and a word that touch are one word
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


def _parted(line: list[Piece]) -> list[Piece]:
    """Part the bullet or the number of an item from its words where, in a file without tags, a distance does."""
    first, *rest = line
    label = LABEL.match("".join(piece.text for piece in line[:2])) if first.mcid < 0 else None
    if label is None or first.drawn != first.text or len(first.text) < label.end():
        return line
    at = label.end()
    starts, ends = [*first.starts], [*first.ends]
    begins = starts[at] if at < len(starts) else rest[0].x
    if abs(begins - ends[at - 1]) <= GAP * first.size:
        return line
    text = f"{first.text[:at]} {first.text[at:]}"
    starts.insert(at, ends[at - 1])
    ends.insert(at, begins)
    missing = tuple(one + (one >= at) for one in first.missing)
    left, right = array(SINGLE, starts), array(SINGLE, ends)
    return [replace(first, text=text, drawn=text, starts=left, ends=right, missing=missing), *rest]


def _unless_blank(line: list[Piece]) -> Iterator[list[Piece]]:
    if any(piece.text.strip() for piece in line):
        yield _parted(line)


def _run(pieces: Sequence[Piece]) -> Block:
    text = " ".join("".join(piece.text for piece in pieces).split())
    last = pieces[-1]
    kind = Kind.ARTIFACT if last.artifact else Kind.DRAWING if last.figure else Kind.TEXT
    return Block(kind, text, place=place(last.page))
