import pytest

from clearfold.importers.ledger import Entry
from clearfold.importers.proving.drawn import written
from clearfold.importers.proving.prove import prove
from clearfold.importers.reading import Original, Passage
from clearfold.model.transcript import Block, Kind, Transcript
from tests.importers.copies import AT

H, P, C = Kind.HEADING, Kind.PARAGRAPH, Kind.TABLE_CELL
THERE = (
    Passage(H, "Pain and fever", AT, 1),
    Passage(P, "Take 2 tablets, and 2 more at night.", AT),
    Passage(P, "Call us after 3 days.", AT),
    *(Passage(C, text, AT, 0, n // 2 + 1, n % 2 + 1) for n, text in enumerate(["Drug", "Dose", "A", "10 mg"])),
)


def copy(there: tuple[Passage, ...]) -> list[Block]:
    return [Block(p.kind, p.text, row=p.row, column=p.column, level=p.level) for p in there]


def differences(blocks: list[Block], ledger: tuple[Entry, ...] = (), there: tuple[Passage, ...] = THERE) -> int:
    return len(prove(Original(there), ledger, Transcript(tuple(blocks))).differences)


def test_same_words_are_proven() -> None:
    """What stands in the copy as in the original needs no entry."""
    assert 0 == differences(copy(THERE))


def changed(number: int, text: str) -> list[Block]:
    blocks = copy(THERE)
    one = blocks[number]
    return [*blocks[:number], Block(one.kind, text, row=one.row, column=one.column), *blocks[number + 1 :]]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(changed(1, "Take 2 tablets, and 2 at night."), id="word dropped"),
        pytest.param(changed(1, "Take 2 tablets, and not 2 more at night."), id="word added"),
        pytest.param(changed(1, "2 Take tablets, and 2 more at night."), id="word moved"),
        pytest.param(changed(1, "Take 2 tablets tablets, and 2 more at night."), id="word doubled"),
        pytest.param(changed(2, "Call us after 8 days."), id="number changed"),
        pytest.param([*copy(THERE)[:5], *copy(THERE)[6:4:-1]], id="cells change places"),
        pytest.param([*copy(THERE)[:6], Block(C, "10 mg", row=2, column=3)], id="cell moved"),
        pytest.param([Block(P, "Pain and fever"), *copy(THERE)[1:]], id="heading lost"),
        pytest.param([*copy(THERE)[:2], Block(H, "Call us after 3 days."), *copy(THERE)[3:]], id="heading made"),
        pytest.param([*copy(THERE)[:5], Block(C, "A 10 mg", row=2, column=1)], id="cells run together"),
        pytest.param([copy(THERE)[0], copy(THERE)[2], copy(THERE)[1], *copy(THERE)[3:]], id="paragraphs change places"),
        pytest.param([*copy(THERE)[:3], *copy(THERE)[2:]], id="paragraph doubled"),
    ],
)
def test_fault_is_found(blocks: list[Block]) -> None:
    """A copy with a fault is not proven."""
    assert differences(blocks) > 0


@pytest.mark.parametrize(
    ("there", "here", "entry"),
    [
        ("koorts- werend", "koortswerend", Entry("IMP-001", AT, "koorts- werend", "koortswerend")),
        ("• een", "een", Entry("IMP-005", AT, "•", "")),
        ("\uf0a7 een", "■ een", Entry("IMP-007", AT, "\uf0a7", "■")),
    ],
)
def test_entry_explains_its_own_change(there: str, here: str, entry: Entry) -> None:
    """A change with an entry is proven, and without it, or with one too many, it is not."""
    original = (Passage(P, f"voor {there} na", AT),)
    blocks = [Block(P, f"voor {here} na")]
    told = [differences(blocks, ledger, original) > 0 for ledger in ((entry,), (), (entry, entry))]
    assert [False, True, True] == told


def test_what_is_left_out_must_be_listed() -> None:
    """Words that are left out without an entry make the import fail, and so do those that were passed over."""
    left = Original(THERE, left=(Passage(P, "Page 3 of 4", AT),))
    listed = (Entry("IMP-071", AT, "Page 3 of 4"),)
    passed = Original(THERE, passed=(("w:new", "words"),))
    here = Transcript(tuple(copy(THERE)))
    assert [True, False, False] == [
        prove(original, ledger, here).good for original, ledger in ((left, listed), (left, ()), (passed, ()))
    ]


def test_moved_text_is_explained_at_both_places() -> None:
    """A title that moves to the front is explained by its entry, and every word is accounted for."""
    there = (*THERE[1:], THERE[0])
    entry = Entry("IMP-004", AT, "Pain and fever", "Pain and fever")
    blocks = [Block(Kind.TITLE, "Pain and fever"), *copy(THERE)[1:]]
    proof = prove(Original(there), (entry,), Transcript(tuple(blocks)))
    assert (True, proof.words) == (proof.good, proof.accounted)


def test_long_text_of_one_word_is_proven_in_time() -> None:
    """A word that is repeated a hundred thousand times, one of them lost in the middle, is told."""
    there = tuple(Passage(P, "word", AT) for _ in range(60_000))
    half = [Block(P, "word")] * 30_000
    assert 0 == differences([*half, *half], (), there)
    assert 0 < differences([*half, Block(P, "other"), *half[1:]], (), there)


def test_code_that_is_read_as_two_is_one_letter() -> None:
    """A letter of two bytes of which the first is nothing, as some makers' fonts have it, is that letter."""
    assert "日本" == written("\0日\0本")
