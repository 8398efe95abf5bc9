import pytest

from clearfold.importers.reading import NotImportableError
from tests.importers.taken import Taken, take
from tests.importers.traps.odt import AB, TRAPS, cell, h, items, mark, odt, odt_traps, p, row, table


@pytest.fixture(scope="module")
def taken() -> Taken:
    return take(odt_traps(), "traps.odt")


def test_every_trap_is_taken_or_listed(taken: Taken) -> None:
    """Of each of ninety marked traps of an OpenDocument text, the word stands in the copy or in the ledger."""
    assert [] == [name for number, name in enumerate(TRAPS) if not taken.has(mark(number))]


def test_copy_of_the_traps_is_proven(taken: Taken) -> None:
    """The second reading of the traps explains every word."""
    assert () == taken.proof.differences
    assert taken.proof.words == taken.proof.accounted


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        (h("One") + p("a") + h("Two", 2) + p("b"), "a\n\n## Two\n\nb"),
        (items(p("a"), p("b"), name="L2"), "1. a\n2. b"),
        (table(row(cell(p("c")), cell(p("d"))), head=AB), "| A | B |\n| --- | --- |\n| c | d |"),
    ],
)
def test_elements_become_what_they_are(text: str, copy: str) -> None:
    """Each kind of element is written as docs/writing.md has it, and proven."""
    taken = take(odt(p("T", "Title") + text if "One" not in text else text), "a.odt")
    assert (copy, ()) == (taken.body, taken.proof.differences)


def test_locked_text_needs_its_password() -> None:
    """A text that is encrypted is refused, with what to do."""
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/>'
        "</m:file-entry></m:manifest>"
    )
    with pytest.raises(NotImportableError, match="it needs a password"):
        take(odt(p("x"), {"META-INF/manifest.xml": manifest}), "a.odt")
