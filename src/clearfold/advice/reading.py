"""What advice reads: the copy as the proof reads it, passage by passage, and what its front matter says."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clearfold.model.diagnostic import Location
from clearfold.model.source import Source, read_text
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.expect.front_matter import Fields, publisher_of, read_front, read_publisher
from clearfold.proof.expect.transcript import expect

# Parts of a leaflet whose words are prose of its writers, and not titles, names or addresses.
PROSE = frozenset({"body", "key_messages", "abbreviations", "glossary"})
_HIDDEN = "\x00"


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the copy: the part of the leaflet that it stands in, and under which ``##`` of the body, from 0.

    ``text`` is the block's, letter for letter, with zeros in the place of words that are code, or in another language
    than the leaflet's.
    """

    block: Block
    part: str
    section: int
    text: str

    @property
    def prose(self) -> bool:
        """Tell whether it is text of the writers that is read as such."""
        return self.part in PROSE and self.block.kind not in (Kind.CODE, Kind.DRAWING, Kind.ALTERNATIVE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One copy, read; ``lang`` is the first part of its language, ``today`` the day that dates are held against."""

    source: Source
    front: Fields
    publisher: Fields
    transcript: Transcript
    passages: tuple[Passage, ...]
    today: date

    @property
    def lang(self) -> str:
        """Return the leaflet's language without its country."""
        return primary(self.transcript.lang)

    @property
    def prose(self) -> tuple[Passage, ...]:
        """Return the passages that are text of the writers."""
        return tuple(passage for passage in self.passages if passage.prose)

    def at(self, passage: Passage, start: int) -> Location:
        """Return the place in the copy of a character of a passage, as exact as Markdown lets it be found again."""
        place = passage.block.location or self.source.at(1)
        text = passage.block.text
        begin = max(text.rfind(" ", 0, start) + 1, 0)
        word = text[begin:].split(maxsplit=1)[0] if text[begin:].split() else ""
        if not word or start == 0:
            return place
        before = text.count(word, 0, begin)
        return _found(_lines(self.source, place), place, word, before) or place

    def key(self, name: str) -> Location:
        """Return the place of a key of the front matter, or of the front matter where the key is not there."""
        return self.front.keys.get(name) or self.source.at(self.source.front_matter_line)


def read(source: Source, today: date) -> Reading:
    """Read a copy for advice; raise LeafletError where its front matter cannot be read."""
    transcript = expect(source)
    passages = tuple(_passages(transcript))
    return Reading(source, read_front(source), read_publisher(source), transcript, passages, today)


def primary(lang: str) -> str:
    """Return the first part of a language tag, in small letters."""
    return lang.split("-", maxsplit=1)[0].lower()


def _passages(transcript: Transcript) -> Iterator[Passage]:
    starts = [at for _, at in transcript.parts]
    section = 0
    for number, block in enumerate(transcript.blocks):
        found = bisect_right(starts, number) - 1
        part = transcript.parts[found][0] if found >= 0 else ""
        part = "body" if part.startswith("box ") else part
        if part == "body" and block.kind is Kind.HEADING and block.level == 2:
            section += 1
        yield Passage(block, part, section if part == "body" else 0, _own(block, transcript.lang))


def _own(block: Block, lang: str) -> str:
    """Return the text of a block with what is code or in another language hidden."""
    if primary(block.lang or lang) != primary(lang):
        return _HIDDEN * len(block.text)
    text = block.text
    for span in block.spans:
        if span.code or (span.lang and primary(span.lang) != primary(lang)):
            text = text[: span.start] + _HIDDEN * (span.end - span.start) + text[span.end :]
    return text


def _lines(source: Source, place: Location) -> list[str]:
    own = place.path == source.path
    whole = source.data.decode("utf-8-sig", "replace") if own else read_text(place.path)
    return whole.replace("\r\n", "\n").split("\n")


def _found(lines: list[str], place: Location, word: str, before: int) -> Location | None:
    """Return where a word stands for the time after ``before`` others, from a place on."""
    column = max(place.column - 1, 0)
    for number in range(place.line - 1, min(place.line + 40, len(lines))):
        at = lines[number].find(word, column)
        while at >= 0:
            if before == 0:
                return Location(place.path, number + 1, at + 1)
            before -= 1
            at = lines[number].find(word, at + 1)
        column = 0
    return None


__all__ = ["Passage", "Reading", "primary", "publisher_of", "read"]
