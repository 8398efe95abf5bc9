"""Small copies, and what the proof reads in them, for the proof's tests."""

from pathlib import Path

from clearfold.model.source import Source, parse_source
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.expect.transcript import expect

HEAD = "---\ntitle: Griep\nlang: nl-BE\n---\n"


def source(body: str, head: str = HEAD) -> Source:
    return parse_source(Path("griep/nl-BE.md"), (head + body).encode())


def read(body: str, head: str = HEAD) -> Transcript:
    return expect(source(body, head))


def blocks(body: str) -> tuple[Block, ...]:
    """Return what the proof reads in a body: all but the title."""
    return read(body).blocks[1:]


def texts(body: str) -> list[tuple[str, str]]:
    return [(str(block.kind), block.text) for block in blocks(body)]


def paragraphs(*given: str) -> tuple[Block, ...]:
    return tuple(Block(Kind.PARAGRAPH, text) for text in given)
