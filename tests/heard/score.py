"""Hold what is heard in a document against what the copy promises: words, headings, header cells, pictures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.compare.labels import unplaced, with_labels
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.stream import Reading, Stream, lay_beside
from tests.heard.tree import Thing, blocks

HEADINGS = frozenset({Kind.TITLE, Kind.HEADING})
NAMED = frozenset({"heading", "link", "list item", "column header", "row header", "table cell"})


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many are right, and what the others are."""

    right: int
    all: int
    wrong: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether none is wrong."""
        return not self.wrong and self.right == self.all

    def __str__(self) -> str:
        return f"{self.right} of {self.all}"


@dataclass(frozen=True, slots=True)
class Score:
    """What is heard of one document in one viewer; ``added`` are words that neither copy nor templates explain."""

    words: Count
    headings: Count
    header_cells: Count
    pictures: Count
    added: tuple[str, ...]
    names: dict[str, Count]

    @property
    def passed(self) -> bool:
        """Tell whether all is heard, as what it is, and no heading has a name of other words."""
        counts = (self.words, self.headings, self.header_cells, self.pictures, self.names.get("heading", Count(0, 0)))
        return not self.added and all(count.whole for count in counts)


def score(copy: Transcript, furniture: tuple[Furniture, ...], tree: Thing) -> Score:
    """Return the score of a tree."""
    expected = with_labels(copy, furniture)
    rest = tuple(unplaced(copy, furniture))
    found = Transcript(blocks(tree), copy.lang)
    known = frozenset(word for block in expected.blocks for word in block.text.split())
    stream = lay_beside(expected, Reading("heard", found, structured=True), rest, str)
    return Score(
        _words(stream),
        _of_kind(stream, lambda one: one.kind in HEADINGS, _same_heading),
        _of_kind(stream, lambda one: one.header, lambda _, theirs: theirs.header),
        _of_kind(stream, lambda one: one.kind is Kind.ALTERNATIVE, lambda _, theirs: theirs.kind is Kind.ALTERNATIVE),
        tuple(stream.found.piece(low, high) for low, high in stream.added),
        {role: _names(tree, role, known) for role in sorted(NAMED)},
    )


def _words(stream: Stream) -> Count:
    """Count the words that are there whole, and in their place."""
    expected = stream.expected
    elsewhere = {i for pair in stream.alignment.moved for i in range(pair.low, pair.high)}
    lost = elsewhere | {i for low, high in stream.alignment.lost for i in range(low, high)}
    words = list(expected.words(0, len(expected.chars)))
    wrong = [(low, high) for low, high in words if not lost.isdisjoint(range(low, high))]
    return Count(len(words) - len(wrong), len(words), tuple(expected.piece(low, high) for low, high in wrong))


def _of_kind(stream: Stream, asked: Callable[[Block], bool], same: Callable[[Block, Block], bool]) -> Count:
    """Count the blocks of a kind that are heard as such, in all their letters."""
    expected, found = stream.expected, stream.found
    place: dict[int, int] = {}
    for pair in stream.alignment.pairs():
        place.update(zip(range(pair.low, pair.high), range(pair.at, pair.end), strict=True))
    numbers = [n for n, block in enumerate(expected.blocks) if asked(block)]
    wrong: list[str] = []
    for number in numbers:
        ours, letters = expected.blocks[number], range(expected.start[number], expected.start[number + 1])
        theirs = {found.block_of[place[i]] for i in letters if i in place}
        if not all(i in place for i in letters) or not all(same(ours, found.blocks[n]) for n in theirs):
            wrong.append(ours.text)
    return Count(len(numbers) - len(wrong), len(numbers), tuple(wrong))


def _same_heading(ours: Block, theirs: Block) -> bool:
    return theirs.kind is Kind.HEADING and theirs.level == max(ours.level, 1)


def _names(tree: Thing, role: str, known: frozenset[str]) -> Count:
    """Count the names of things that say the words in them, once, and each as a word that is known or stands there.

    Some things have no name, which is none. What lies within another of its kind, as a link in a link, is none either.
    """
    named = [one for one in _outermost(tree, role) if one.name and one.words]
    wrong = tuple(
        one.name
        for one in named
        if fold(one.name) != fold(one.words) or not set(one.name.split()) <= known | set(one.words.split())
    )
    return Count(len(named) - len(wrong), len(named), wrong)


def _outermost(thing: Thing, role: str) -> Iterator[Thing]:
    if thing.role == role:
        yield thing
        return
    for child in thing.children:
        yield from _outermost(child, role)
