"""Faults put into finished imports, one at a time: the proof must tell every one."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from os import environ

import pytest

from clearfold.importers.proving.prove import prove
from clearfold.model.transcript import Block, Kind, Transcript
from tests.importers.taken import Taken, take
from tests.importers.traps.odt import odt_traps
from tests.importers.traps.page import page_traps
from tests.importers.traps.word import word_traps

FILES: Mapping[str, Callable[[], bytes]] = {
    "traps.docx": word_traps,
    "traps.odt": odt_traps,
    "traps.html": page_traps,
}
PLACES = int(environ.get("CLEARFOLD_IMPORT_FAULTS", "3"))
Blocks = list[Block]


def said(block: Block, words: list[str]) -> Block:
    return replace(block, text=" ".join(words))


def with_words(blocks: Blocks, least: int) -> list[int]:
    return [n for n, block in enumerate(blocks) if len(block.text.split()) >= least and block.kind is not Kind.DRAWING]


def dropped(blocks: Blocks, dice: random.Random) -> Blocks:
    at = dice.choice(with_words(blocks, 1))
    words = blocks[at].text.split()
    del words[dice.randrange(len(words))]
    return [*blocks[:at], said(blocks[at], words), *blocks[at + 1 :]]


def added(blocks: Blocks, dice: random.Random) -> Blocks:
    at = dice.choice(with_words(blocks, 1))
    words = blocks[at].text.split()
    words.insert(dice.randrange(len(words) + 1), "nooit")
    return [*blocks[:at], said(blocks[at], words), *blocks[at + 1 :]]


def doubled(blocks: Blocks, dice: random.Random) -> Blocks:
    at = dice.choice(with_words(blocks, 1))
    words = blocks[at].text.split()
    which = dice.randrange(len(words))
    words.insert(which, words[which])
    return [*blocks[:at], said(blocks[at], words), *blocks[at + 1 :]]


def moved(blocks: Blocks, dice: random.Random) -> Blocks:
    at = dice.choice([n for n in with_words(blocks, 3) if len(set(blocks[n].text.split())) > 2])
    words = blocks[at].text.split()
    first = dice.choice([n for n in range(len(words) - 1) if words[n] != words[n + 1]])
    words[first], words[first + 1] = words[first + 1], words[first]
    return [*blocks[:at], said(blocks[at], words), *blocks[at + 1 :]]


def numbered(blocks: Blocks, dice: random.Random) -> Blocks:
    at = dice.choice([n for n in with_words(blocks, 1) if any(map(str.isdigit, blocks[n].text))])
    text = blocks[at].text
    where = dice.choice([n for n, sign in enumerate(text) if sign.isdigit()])
    other = dice.choice([d for d in "0123456789" if d != text[where]])
    return [*blocks[:at], replace(blocks[at], text=text[:where] + other + text[where + 1 :]), *blocks[at + 1 :]]


def celled(blocks: Blocks, dice: random.Random) -> Blocks:
    at = dice.choice([n for n, block in enumerate(blocks) if block.kind is Kind.TABLE_CELL])
    return [*blocks[:at], replace(blocks[at], column=blocks[at].column + 1), *blocks[at + 1 :]]


def swapped(blocks: Blocks, dice: random.Random) -> Blocks:
    rest = [n for n in with_words(blocks, 1)[:-1] if blocks[n].kind is blocks[n + 1].kind]
    at = dice.choice([n for n in rest if blocks[n].text != blocks[n + 1].text])
    return [*blocks[:at], blocks[at + 1], blocks[at], *blocks[at + 2 :]]


FAULTS = {
    "word dropped": dropped, "word added": added, "word doubled": doubled, "words moved": moved,
    "number changed": numbered, "cell moved": celled, "blocks swapped": swapped,
}  # fmt: skip


@pytest.fixture(scope="module")
def imports() -> dict[str, Taken]:
    return {name: bare(take(make(), name)) for name, make in FILES.items()}


def bare(taken: Taken) -> Taken:
    """Return an import whose notes have no numbers: those are the reader's, no words of the copy."""
    blocks = (replace(b, text=b.text.partition("] ")[2]) if b.kind is Kind.NOTE else b for b in taken.read.blocks)
    return replace(taken, read=replace(taken.read, blocks=tuple(blocks)))


def faulty(taken: Taken, fault: str) -> Iterator[tuple[int, Transcript]]:
    """Yield the copy with a fault, at several places."""
    for place in range(PLACES):
        dice = random.Random(f"{fault} {place}")
        yield place, replace(taken.read, blocks=tuple(FAULTS[fault](list(taken.read.blocks), dice)))


@pytest.mark.slow("proves many copies")
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", FILES)
def test_fault_is_told(name: str, fault: str, imports: dict[str, Taken]) -> None:
    """A finished import with a fault in it is never proven."""
    taken = imports[name]
    found = faulty(taken, fault)
    assert [] == [place for place, copy in found if prove(taken.original, taken.ledger, copy).good]
