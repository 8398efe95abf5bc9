"""Copies laid beside each other: blocks in pairs, and the pairs gathered in the sections of the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from clearfold.model.diagnostic import Location
from clearfold.model.transcript import Block, Kind
from clearfold.translations.alignment import Looks, Pair, align
from clearfold.translations.copies import Copy
from clearfold.translations.reading.medicines import medicines
from clearfold.translations.reading.quantities import Quantity, quantities
from clearfold.translations.reading.references import References, references

# Lists in which each language has an order and a choice of its own.
UNPAIRED = frozenset({"abbreviations", "glossary"})
ALIGNED = ("cover", "key_messages", "body", "sources", "contact", "formats")


@dataclass(frozen=True)
class Told:
    """A block, and what it says in figures and names; ``lang`` is the language of its copy."""

    block: Block
    lang: str

    @cached_property
    def references(self) -> References:
        """Dates, telephone numbers, codes, and the text without them."""
        return references(self.block.text, self.lang)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers with their units."""
        own = self.block.lang.split("-")[0].lower()
        others = [(s.start, s.end, s.lang.split("-")[0].lower()) for s in self.block.spans if s.lang]
        text = self.references.rest
        for span in self.block.spans:  # the number of a note is no number of the text
            if span.link.startswith("#note"):
                text = f"{text[: span.start]}{'_' * (span.end - span.start)}{text[span.end :]}"
        if self.block.kind is Kind.NOTE:
            text = f"{'_' * (text.find(']') + 1)}{text[text.find(']') + 1 :]}"
        return quantities(text, own or self.lang, others)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Those of the numbers that are written in figures."""
        text = self.block.text
        return tuple(one for one in self.quantities if any(c.isnumeric() for c in text[one.start : one.end]))

    def written(self, number: Quantity) -> str:
        """Return a number as the block has it."""
        return self.block.text[number.start : number.end]

    @cached_property
    def medicines(self) -> dict[str, str]:
        """Names of medicines, folded, and as they are written."""
        return medicines(self.block.text)

    @cached_property
    def looks(self) -> Looks:
        """What speaks for a pair."""
        numbers = {(one.amount, one.unit) for one in self.quantities if not one.loose}
        return Looks(self.block, frozenset({*numbers, *self.medicines, *self.references.codes}))


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks that answer each other; either side may have none."""

    source: tuple[Told, ...]
    here: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the source and what answers it; ``name`` is its heading, or the name of a part of the leaflet."""

    name: str
    pairs: tuple[Beside, ...]

    @property
    def source(self) -> tuple[Told, ...]:
        """The blocks of the source."""
        return tuple(one for pair in self.pairs for one in pair.source)

    @property
    def here(self) -> tuple[Told, ...]:
        """The blocks of the translation."""
        return tuple(one for pair in self.pairs for one in pair.here)


def lay_beside(source: Copy, here: Copy, without: frozenset[Location] = frozenset()) -> tuple[Part, ...]:
    """Return the parts of two copies, in the order of the source, without what stands at some places."""
    found: list[Part] = []
    for name in dict.fromkeys((*source.parts, *here.parts)):
        ours, theirs = (
            [Told(block, copy.lang) for block in copy.parts.get(name, ()) if block.location not in without]
            for copy in (source, here)
        )
        if name == "body":
            found += _sections(_paired(ours, theirs))
        elif name in ALIGNED and (ours or theirs):
            found.append(Part(name, _paired(ours, theirs)))
        elif name in UNPAIRED and (ours or theirs):
            found.append(Part(name, (Beside(tuple(ours), tuple(theirs)),)))
    return tuple(found)


def _paired(source: Sequence[Told], here: Sequence[Told]) -> tuple[Beside, ...]:
    if [_shape(one.block) for one in source] == [_shape(one.block) for one in here]:
        return tuple(Beside((one,), (two,)) for one, two in zip(source, here, strict=True))
    pairs: Sequence[Pair] = align([one.looks for one in source], [one.looks for one in here])
    return tuple(Beside(tuple(source[n] for n in pair.source), tuple(here[n] for n in pair.here)) for pair in pairs)


def _sections(pairs: Sequence[Beside]) -> Iterator[Part]:
    """Yield the body, parted where either copy has a heading of level 2."""
    name, held = "body", list[Beside]()
    for pair in pairs:
        opens = next((one.block.text for one in (*pair.source, *pair.here) if _opens(one.block)), "")
        if opens:
            if held:
                yield Part(name, tuple(held))
            name, held = opens, []
        held.append(pair)
    if held:
        yield Part(name, tuple(held))


def _shape(block: Block) -> tuple[Kind, int, bool, int]:
    return block.kind, block.level, bool(block.number), block.column


def _opens(block: Block) -> bool:
    return block.kind is Kind.HEADING and block.level == 2
