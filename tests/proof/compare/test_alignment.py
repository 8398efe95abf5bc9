"""The alignment finds what is kept, lost, added and moved, whatever lines and pages do to the text."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearfold.model.transcript import Block, Kind
from clearfold.proof.compare.alignment import Alignment, align
from clearfold.proof.compare.chain import Candidate, heaviest
from clearfold.proof.compare.letters import letters
from tests.proof.copies import paragraphs

A = "De eerste alinea gaat over koorts en griep bij kinderen."
B = "De tweede alinea gaat over 100 mg per dag, en niet meer."
C = "Kort"
D = "Nog een alinea met veel tekst erin, die nergens anders staat."


def aligned(expected: list[str], found: list[str]) -> Alignment:
    return align(letters(paragraphs(*expected)), letters(paragraphs(*found)))


def told(alignment: Alignment) -> tuple[list[str], list[str], list[str]]:
    """Return what is lost, added and moved, as text."""
    return (
        [alignment.expected.piece(*part) for part in alignment.lost],
        [alignment.found.piece(*part) for part in alignment.added],
        [alignment.expected.piece(p.low, p.high) for p in alignment.moved],
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([A, B, C, D], ([], [], [])),
        ([A, C, D], ([B], [], [])),
        ([A, B, D], ([C], [], [])),
        ([A, B, C, C, D], ([], [C], [])),
        ([A, B, C, D, A], ([], [A], [])),
        ([D, A, B, C], ([], [], [D])),
        ([A, B.replace("100", "10"), C, D], (["100"], ["10"], [])),
        ([A, B.replace("niet ", ""), C, D], (["niet"], [], [])),
        ([A.replace(" koorts", " hoge koorts"), B, C, D], ([], ["hoge"], [])),
        ([" ".join([A, B, C, D])], ([], [], [])),
        ([A[:20], A[20:], B[:31], B[31:], C, D], ([], [], [])),
        ([A.replace("koorts", "koo- rts"), B, C, D], ([], ["-"], [])),
        (["Kop", A, B, C, "7", D], ([], ["Kop", "7"], [])),
        ([], ([" ".join([A, B, C, D])], [], [])),
    ],
)
def test_each_change_is_seen(found: list[str], expected: tuple[list[str], list[str], list[str]]) -> None:
    """What is lost, added or moved is found, and nothing else is said."""
    assert expected == told(aligned([A, B, C, D], found))


def test_columns_read_across_are_pieces_that_moved() -> None:
    """Two blocks read line by line in turn leave nothing lost, and pieces that moved."""
    half = A.index("koorts")
    lost, added, moved = told(aligned([A, B], [A[:half], B[:30], A[half:], B[30:]]))
    assert ([], []) == (lost, added)
    assert moved


def test_hyphens_at_line_ends_do_not_hide_where_a_block_moved() -> None:
    """A block whose words are cut by hyphens is still recognised where it moved."""
    cut = ["Nog een alinea met veel tekst er-", "in, die nergens anders staat.", A, B]
    lost, added, moved = told(aligned([A, B, D], cut))
    assert ([], ["-"]) == (lost, added)
    assert D.startswith(moved[0])


def test_chance_words_are_no_match() -> None:
    """A block that is missing is not said to be there because a stranger shares some words with it."""
    lost, _, _ = told(aligned([A, B], [A, "Op de markt gaat een kip per ongeluk over de weg en niet terug."]))
    assert [B] == lost


def test_part_of_a_word_is_no_piece_of_the_copy() -> None:
    """A lost term is not found within a longer word."""
    lost, _, moved = told(aligned([A, "auto-immuunziekte", B], [A, B, "Over auto-immuunziekten"]))
    assert (["auto-immuunziekte"], []) == (lost, moved)


def test_row_that_goes_on_over_the_page_is_in_pieces() -> None:
    """A cell of which the second line is drawn after the other cells has moved in part, and nothing is lost."""
    got = told(aligned([A, "November or March", "June", D], [A, "November", "June", "or March", D]))
    assert ([], [], ["or March"]) == got


def test_tiny_block_takes_nothing_from_the_text() -> None:
    """A cell that is nothing but a number is not found in the mark of a note that stands there as a line."""
    got = told(aligned([f"{A}3", B, "3"], [A, "3", B, "rijen 3"]))
    assert ([], ["rijen"], []) == got


def test_alternative_prefers_the_alternative() -> None:
    """Of two places with the same words, the picture's own is that of its alternative."""
    copy = letters([Block(Kind.PARAGRAPH, A), Block(Kind.ALTERNATIVE, D), Block(Kind.PARAGRAPH, B)])
    made = [Block(Kind.PARAGRAPH, A), Block(Kind.ALTERNATIVE, D), Block(Kind.CAPTION, D), Block(Kind.PARAGRAPH, B)]
    alignment = align(copy, letters(made))
    ((low, _),) = alignment.added
    assert Kind.CAPTION is alignment.found.blocks[alignment.found.block_of[low]].kind


def test_heading_prefers_the_heading() -> None:
    """A block that stands in the contents and over the text is found over the text."""
    expected = letters([Block(Kind.HEADING, "Wat is griep?"), *paragraphs(A)])
    found = letters([*paragraphs("Wat is griep?"), Block(Kind.HEADING, "Wat is griep?"), *paragraphs(A)])
    assert [(0, 11)] == list(align(expected, found).added)


def test_repeated_cells_are_matched_in_order() -> None:
    """Of many equal cells the right number is found, and the one that is missing is missing."""
    cells = ["ja", "nee"] * 60
    lost, added, moved = told(aligned(cells, cells[:40] + cells[41:]))
    assert (1, [], []) == (len(lost), added, moved)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abc de\u00e9-1", min_size=1, max_size=40), min_size=1, max_size=12), st.integers(0, 2**32))
def test_any_text_is_found_in_itself(texts: list[str], seed: int) -> None:
    """Whatever the text, it is found whole in itself, and in itself cut into lines."""
    assert ([], [], []) == told(aligned(texts, texts))
    random = Random(seed)
    cuts = [(text, random.randrange(len(text) + 1)) for text in texts]
    lines = [part for text, cut in cuts for part in (text[:cut], text[cut:])]
    lost, added, _ = told(aligned(texts, lines))
    assert sum(map(len, lost)) == sum(map(len, added))


def test_chain_takes_the_later_of_equals() -> None:
    """Of two chains of the same weight, the one that ends later is taken; overlaps are no chain."""
    one, two = Candidate(0, 0, 5, 10, exact=True), Candidate(0, 20, 25, 10, exact=True)
    assert [two] == heaviest([one, two])
    assert [two] == heaviest([one, two, Candidate(1, 3, 8, 9, exact=True)])[:1]
    assert [] == heaviest([])
