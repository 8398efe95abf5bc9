import pytest

from tests.importers.office import docx, p, part, r
from tests.importers.taken import Taken, take
from tests.importers.traps.word import TRAPS, cell, mark, row, table, word_traps


@pytest.fixture(scope="module")
def taken() -> Taken:
    return take(word_traps(), "traps.docx")


def test_every_trap_is_taken_or_listed(taken: Taken) -> None:
    """Of each of the marked traps of a Word file, the word stands in the copy or in the ledger."""
    assert [] == [name for number, name in enumerate(TRAPS) if not taken.has(mark(number))]


def test_copy_of_the_traps_is_proven(taken: Taken) -> None:
    """The second reading of the traps explains every word."""
    assert () == taken.proof.differences
    assert taken.proof.words == taken.proof.accounted


def test_note_of_a_table_in_html_is_referred_to_below_it() -> None:
    """Where no Markdown is read, the number stands as text, and the note is referred to right below."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    first = f"<w:p>{r('before')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    rows = row(cell(p("A"), '<w:gridSpan w:val="2"/>')) + row(cell(f"<w:p>{r('b')}{note}</w:p>"), cell(p("c")))
    notes = part("w:footnotes", "".join(f'<w:footnote w:id="{n}">{p(f"Note {n}.")}</w:footnote>' for n in (1, 2)))
    taken = take(docx(first + table(rows), {"footnotes.xml": notes}), "a.docx")
    assert "<td>b[2]</td>" in taken.copy
    assert "\n\n[^f2]\n" in taken.copy
    assert () == taken.proof.differences
