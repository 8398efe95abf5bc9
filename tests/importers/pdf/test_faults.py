"""Faults put into the copy of a PDF that was imported are found, and the copy as it is has none."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import weasyprint

from clearfold.importers.finish import finish
from clearfold.importers.pdf.make import make
from clearfold.importers.proving.pdf import read_again
from clearfold.importers.proving.prove import prove
from clearfold.importers.reading import Imported, Options, Original
from clearfold.importers.writing.copy import write
from clearfold.model.source import read_source
from clearfold.proof.prove import expect

pytestmark = pytest.mark.slow("prints a page")

PAGE = """<html lang="nl"><style>
@page { size: 105mm 148mm; margin: 10mm } html { font: 10pt/1.4 serif; hyphens: auto } td, th { border: 1pt solid }
</style><h1>Leven met jicht</h1>
<h2>Wat helpt er tegen een gewrichtsontsteking?</h2>
<p>Neem 2 tabletten per dag, en nooit meer dan 4. Bij nierziekte zijn ontstekingsremmende middelen gevaarlijk.
Overleg met uw behandelende specialist over een cholesterolverlagende behandeling.</p>
<ul><li>veel water en efficiënt gezette koffie drinken</li><li>rust houden bij een aanval</li></ul>
<table><tr><th>Middel</th><th>Dosis</th></tr><tr><td>colchicine</td><td>1 mg</td></tr>
<tr><td>ibuprofen</td><td>400 mg</td></tr></table></html>"""


@cache
def read_twice() -> tuple[Imported, Original, str]:
    data = weasyprint.HTML(string=PAGE).write_pdf()
    made = finish(make(data, "jicht.pdf", Options()), "jicht.pdf", Options())
    return made, read_again(data, "jicht.pdf", made), write(made.document).text


def differences(change: Callable[[str], str]) -> int:
    made, original, text = read_twice()
    with TemporaryDirectory() as name:
        copy = Path(name) / "jicht/nl.md"
        copy.parent.mkdir()
        copy.write_text(change(text), encoding="utf-8")
        return len(prove(original, made.ledger, expect(read_source(copy))).differences)


def test_the_copy_is_proven() -> None:
    """Nothing is told of the copy as it was made, in which words were joined."""
    assert 0 == differences(lambda text: text)


def test_ligatures() -> None:
    """The letters of a ligature stand at one place, and none of them is lost."""
    assert "efficiënt gezette koffie" in read_twice()[2]


def test_words_were_joined() -> None:
    """The page has words that are broken at the end of a line."""
    assert "IMP-001" in {entry.code for entry in read_twice()[0].ledger}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("nooit meer", "meer", id="word dropped"),
        pytest.param("nooit meer", "nooit nog meer", id="word added"),
        pytest.param("nooit meer dan", "meer dan nooit", id="word moved"),
        pytest.param("nooit", "nooit nooit", id="word doubled"),
        pytest.param("nooit meer", "nooitmeer", id="space lost"),
        pytest.param("2 tabletten", "3 tabletten", id="number changed"),
        pytest.param("400 mg", "4000 mg", id="digit added"),
        pytest.param("1 mg", "400 mg", id="cell changed"),
        pytest.param("- rust houden bij een aanval\n", "", id="item dropped"),
        pytest.param("specialist over", "specialist voor", id="word changed"),
        pytest.param("gewrichtsontsteking", "gewrichts-ontsteking", id="hyphen added"),
    ],
)
def test_fault(old: str, new: str) -> None:
    """A fault in the copy is told."""
    assert old in read_twice()[2]
    assert differences(lambda text: text.replace(old, new, 1)) > 0


def test_rows_change_places() -> None:
    """Rows of a table that change places are told."""
    assert differences(lambda text: re.sub(r"(\| colchicine.*\n)(\| ibuprofen.*\n?)", r"\2\n\1", text)) > 0


def test_broken_word_stays_broken() -> None:
    """A word that the ledger says was joined must be joined."""
    joined = next(entry for entry in read_twice()[0].ledger if entry.code == "IMP-001")
    first = joined.before.split()[0]
    assert differences(lambda text: text.replace(joined.after, f"{first} {joined.before.split()[1]}", 1)) > 0
