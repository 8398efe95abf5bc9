"""How long a leaflet and its sentences are: for a person to look at, and no verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from clearfold.advice.checks.plain import TEXT
from clearfold.advice.reading import Reading
from clearfold.advice.sentences import sentences, words
from clearfold.model.messages import message

# Words a minute, aloud and for oneself: a slow reader, and a reader who takes time to understand (our own).
SLOW, USUAL = 100, 180
_BAR, _GAP, _SCALE, _LEFT, _TOP = 6, 2, 3, 30, 14
_MARKS = (10, 20, 30)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, how many they are, and its line in the copy."""

    text: str
    words: int
    line: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """The sentences of a leaflet, in their order, and the words of all its text."""

    words: int
    sentences: tuple[Sentence, ...]

    @property
    def mean(self) -> float:
        """Return the mean length of a sentence in words, 0 where there is none."""
        return sum(one.words for one in self.sentences) / len(self.sentences) if self.sentences else 0.0

    def over(self, most: int) -> int:
        """Return how many sentences of a hundred have more words than that."""
        long = sum(one.words > most for one in self.sentences)
        return round(100 * long / len(self.sentences)) if self.sentences else 0

    def minutes(self, speed: int) -> int:
        """Return how many minutes it takes to read at so many words a minute, at least one."""
        return max(1, round(self.words / speed))


def lengths(reading: Reading) -> Lengths:
    """Return how long the text of a leaflet is, and its sentences."""
    body = [passage for passage in reading.prose if passage.part in ("key_messages", "body")]
    found = [
        Sentence(" ".join(p.block.text[start:end].split()), len(words(p.text[start:end])), reading.at(p, start).line)
        for p in body
        if p.block.kind in TEXT
        for start, end in sentences(p.text)
    ]
    return Lengths(sum(len(words(p.text)) for p in body), tuple(one for one in found if one.words))


@dataclass(frozen=True, slots=True)
class Bar:
    """A sentence in the picture: where its bar stands, in units of the picture, whether it is long, and its title."""

    x: int
    y: int
    height: int
    long: bool
    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The lengths of all sentences as bars, from the first to the last; ``marks`` are lines at numbers of words."""

    width: int
    height: int
    base: int
    left: int
    bar: int
    bars: tuple[Bar, ...]
    marks: tuple[tuple[int, int], ...]


def picture(found: Sequence[Sentence], most: int) -> Picture:
    """Return the picture of sentences, of which those of more words than ``most`` are long."""
    highest = max([*(one.words for one in found), _MARKS[-1]])
    base = _TOP + highest * _SCALE
    bars = tuple(
        Bar(
            _LEFT + at * (_BAR + _GAP),
            base - one.words * _SCALE,
            one.words * _SCALE,
            one.words > most,
            message("line {line}: {words} words", line=one.line, words=one.words),
        )
        for at, one in enumerate(found)
    )
    marks = tuple((mark, base - mark * _SCALE) for mark in _MARKS)
    return Picture(_LEFT + max(len(found), 20) * (_BAR + _GAP) + _GAP, base + 2, base, _LEFT, _BAR, bars, marks)
