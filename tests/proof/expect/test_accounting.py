"""Every word of the copy is read by somebody, or is syntax; no author is told of a mistake that is none."""

from pathlib import Path

import pytest

from clearfold.model.source import read_source
from clearfold.proof.expect.accounting import unread
from clearfold.proof.expect.transcript import expect
from tests.faults import sample
from tests.proof.copies import HEAD, read, source

GOOD = sorted(Path("tests/cases").glob("good/*/*.md")) + sorted(Path("tests/cases").glob("long/*/*.md"))


def found(body: str, head: str = HEAD) -> list[tuple[str, int, str]]:
    given = source(body, head)
    return [(d.code, d.location.line, d.fact) for d in unread(given, read(body, head))]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.parent.name)
def test_good_copies_have_nothing_unread(path: Path) -> None:
    """In copies that keep the rules of docs/writing.md, every word is accounted for."""
    given = read_source(path)
    assert [] == [str(d) for d in unread(given, expect(given))]


def test_sample_is_accounted_for() -> None:
    """The sample of the faults has nothing unread either."""
    assert [] == [str(d) for d in unread(sample.copy(), expect(sample.copy()))]


def test_note_without_reference_is_unread() -> None:
    """A note that nothing refers to is read by nobody."""
    assert [("SRC-090", 7, "this text is read by nobody: “Een verloren noot”")] == found(
        "Tekst.\n\n[^x]: Een verloren noot\n"
    )


def test_title_of_a_picture_in_a_line_is_unread() -> None:
    """A picture's title is a caption only when it stands alone in its paragraph."""
    assert ["SRC-090"] == [code for code, _, _ in found('Zie ![kat](k.png "Mijn mooie poes") hier.\n')]


def test_script_is_unread() -> None:
    """What HTML keeps from readers is told."""
    assert ["SRC-090"] == [code for code, _, _ in found("<script>ketel op het vuur</script>\n\nTekst.\n")]


def test_unknown_key_is_unread() -> None:
    """A key that the front matter does not know is told, at its place, with its text."""
    head = "---\ntitle: Griep\nlang: nl\nauteur: Jan Peeters\nlijst: [a]\n---\n"
    assert [("SRC-090", 4), ("SRC-090", 5)] == [(code, line) for code, line, _ in found("Tekst.\n", head)]


def test_syntax_is_no_text() -> None:
    """Addresses, attributes, numbers of items, types of boxes, code fences and references are syntax."""
    body = (
        "## Kop {#anker}\n\n1. een [link](https://a.example/b_(c) 'titel')\n2. twee[^n] [ref][r] [ref]\n\n"
        "```python\nprint('<b>')\n```\n\n!!! warning\n    Kijk &eacute;n luister\n\n[TOC]\n\n"
        "<div class='x y' markdown>\n\nVet **ge**drukt\n\n</div>\n\n<!-- een\nnoot -->\n\n[^n]: Noot\n\n[r]: https://b.example\n"
        "[ref]: https://c.example 'meer'\n"
    )
    assert ["titel"] == [fact.split("“")[1].rstrip("”") for _, _, fact in found(body)]
