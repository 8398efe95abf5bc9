"""Days that are marked in a calendar, as the proof reads them."""

import pytest

from clearfold.proof.expect.markdown import parser, read_body

WEEK = f"| Mo | Tu | We | Th | Fr | Sa | Su |\n{'| --- ' * 7}|\n| **1** | 2 | 3 | 4 | 5 | 6 | 7 |\n"


@pytest.mark.parametrize(("headers", "box"), [(7, "calendar"), (8, "note")])
def test_marked_mondays_are_no_headers(headers: int, box: str) -> None:
    """Where each Monday of a calendar is bold, it is a day that is marked; elsewhere it is the header of its row."""
    body = read_body(parser(), f'!!! {box} "Days"\n' + "".join(f"    {row}\n" for row in WEEK.splitlines()), 1, "Tea")
    assert headers == sum(cell.tag == "th" for cell in body.root.iter())
