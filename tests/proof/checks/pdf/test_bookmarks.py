"""Bookmarks lead to the headings of their words: what counts for no letter is let be, other words are told."""

from io import BytesIO

import pikepdf

from clearfold.proof.prove import prove
from tests.faults import sample
from tests.faults.tagged import saved

PDF = "application/pdf"


def told(old: str, new: str) -> set[str]:
    """Return the codes told of the sample with other words in its bookmarks."""
    with pikepdf.open(BytesIO(sample.pdf())) as pdf:
        with pdf.open_outline() as outline:
            for item in outline.root:
                item.title = item.title.replace(old, new)
        data = saved(pdf)
    return {
        d.code for d in prove(sample.copy(), data, PDF, name="a", edition="x", furniture=sample.PRINTED).diagnostics
    }


def test_bookmark_with_the_words_of_its_heading_is_let_be() -> None:
    """Spaces, and signs that count for no letter, make no other words."""
    assert set() == told(" ", "  ")


def test_bookmark_with_other_words_is_told() -> None:
    """A word that is added leads readers astray."""
    assert {"TAG-011"} == told("griep", "verkoudheid")
