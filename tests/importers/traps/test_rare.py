"""Files of traps that are met more seldom: every mark is taken or listed, and every word is explained."""

from collections.abc import Callable, Mapping

import pytest

from tests.importers.taken import take
from tests.importers.traps import rare_odt, rare_page, rare_word

FILES = {
    "traps.docx": (rare_word.rare_word_traps, rare_word.TRAPS, rare_word.mark),
    "traps.odt": (rare_odt.rare_odt_traps, rare_odt.TRAPS, rare_odt.mark),
    "traps.html": (rare_page.rare_page_traps, rare_page.TRAPS, rare_page.mark),
}


@pytest.mark.parametrize("name", FILES)
def test_every_trap_is_taken_or_listed_and_explained(name: str) -> None:
    """Of each of the marked traps, the word stands in the copy or in the ledger; the second reading agrees."""
    make, traps, mark = FILES[name]
    taken = take(make(), name)
    assert [] == [trap for number, trap in enumerate(traps) if not taken.has(mark(number))]
    assert () == taken.proof.differences
    assert taken.proof.words == taken.proof.accounted


Make = Callable[[str], bytes]
MAKES: Mapping[str, Make] = {name: make for name, (make, _, _) in FILES.items()}


@pytest.mark.parametrize(
    ("name", "trap", "copy"),
    [
        ("traps.docx", "picture between letters", "Rare001x ![a dot](images/picture-1.png) end"),
        ("traps.docx", "choice of paragraphs", "Rare047x"),
        ("traps.docx", "note in a heading", "[^f8]"),
        ("traps.docx", "note with a table", "noted[^e7]"),
        ("traps.odt", "picture that floats within a word", "Rare001x end ![a dot](images/picture-1.png)"),
        ("traps.odt", "item that is numbered anew", "1. one\n\n<!-- another list -->\n\n7. Rare026x"),
        ("traps.odt", "formula in a row", "so x\\^2=√Rare053x"),
        ("traps.html", "list with values", "4. Rare054x\n\n<!-- another list -->\n\n9. two"),
        ("traps.html", "table by roles", "| A | B |\n| --- | --- |\n| Rare073x | c |"),
        ("traps.html", "words in a table", "Rare064x\n\n| A | B |\n| --- | --- |\n| b | c |"),
        ("traps.html", "shadow", "Rare109x"),
    ],
)
def test_what_a_trap_becomes(name: str, trap: str, copy: str) -> None:
    """What stands in a line, a table or a list is written as what it is."""
    assert take(MAKES[name](trap), name).body.startswith(f"{copy}\n")
