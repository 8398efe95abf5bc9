"""The headers of a table drawn as cards are met with the cells below them."""

from clearfold.model.transcript import Furniture
from clearfold.proof.compare.cards import in_cards
from tests.proof.copies import read

HEAD = "| Crop | Sow | Note |\n| --- | --- | --- |\n"
TABLE = f"Before.\n\n{HEAD}| pea | May | |\n| leek | June | dig |\n\nAfter.\n"
DECLARED = (Furniture("cards", r"(?!)", text="Crop\nSow\nNote"),)


def texts(body: str, declared: tuple[Furniture, ...]) -> str:
    blocks = in_cards(read(body), declared).blocks
    return " ".join(block.text for block in blocks if block.row or block.text in ("Before.", "After."))


def test_headers_stand_in_the_first_card() -> None:
    """Each header comes before the first cell of its column, also where that is empty."""
    assert "Before. Crop pea Sow May Note leek June dig After." == texts(TABLE, DECLARED)


def test_table_that_is_not_declared_stays() -> None:
    """A table with another head is read as it is written."""
    other = (Furniture("cards", r"(?!)", text="Crop\nSow"),)
    assert "Before. Crop Sow Note pea May leek June dig After." == texts(TABLE, other)


def test_tables_that_follow_each_other_are_parted() -> None:
    """Of two tables in a row, each has its own cards."""
    body = f"{HEAD}| a | b | c |\n\n{HEAD}| d | e | f |\n"
    assert "Crop a Sow b Note c Crop d Sow e Note f" == texts(body, DECLARED)


def test_head_without_rows_stays() -> None:
    """A head alone has no card to stand in."""
    assert "Crop Sow Note" == texts(HEAD, DECLARED)
