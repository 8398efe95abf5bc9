"""A leaflet as its reader meets it, from a copy or from a finished file: passages, each under its heading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clearfold.model.source import Source
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.translations.parity.finished import transcript_of

_LEFT_OUT = frozenset({Kind.CONTENTS, Kind.ARTIFACT, Kind.LABEL, Kind.DRAWING})
"""What a template adds, and what is said a second time."""
_SECTION = 2  # level of the headings that part a leaflet


@dataclass(frozen=True, slots=True)
class Passage:
    """A block: the heading of its section, "" before the first one; what it is; and its text, white space folded."""

    section: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All passages of one state of a leaflet, and how that is called."""

    name: str
    title: str
    passages: tuple[Passage, ...]


def read_copy(source: Source) -> Reading:
    """Read a copy; raises LeafletError where its front matter cannot be read."""
    from clearfold.proof.expect.transcript import expect

    return _reading(str(source.path), expect(source))


def read_file(name: str, data: bytes) -> Reading:
    """Read a finished PDF, EPUB or web page; raises UnreadableError."""
    return _reading(name, transcript_of(data))


def _reading(name: str, found: Transcript) -> Reading:
    title = found.title or next((block.text for block in found.blocks if block.kind is Kind.TITLE), "")
    return Reading(name, title, tuple(_passages(found.blocks)))


def _passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    section = ""
    for block in blocks:
        text = " ".join(block.text.split())
        if block.kind is Kind.HEADING and block.level == _SECTION:
            section = text
        if text and not block.added and block.kind not in _LEFT_OUT:
            yield Passage(section, str(block.kind), text)
