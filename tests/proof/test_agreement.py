"""Where two Markdown parsers read a copy differently, the author is told the line and what to write."""

import markdown
import pytest

from clearfold.model.transcript import Furniture
from clearfold.proof.agreement import DEFAULT, INNER, LIST, disagreements
from tests.proof.copies import read

EXTENSIONS = ["extra", "admonition", "sane_lists"]


def told(body: str, extra: str = "", furniture: tuple[Furniture, ...] = ()) -> list[tuple[str, int, str]]:
    page = (
        f"<html lang='nl-BE'><body><h1>Griep</h1>{markdown.markdown(body, extensions=EXTENSIONS)}{extra}</body></html>"
    )
    return [(d.code, d.location.line, d.hint) for d in disagreements(read(body), page, furniture)]


def test_parsers_agree_on_what_the_rules_allow() -> None:
    """A copy that keeps to docs/writing.md is read by both in the same way."""
    body = (
        "## Kop\n\nEen *alinea*.\n\n- een\n- twee\n\n    - drie\n\n1. vier\n2. vijf\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n"
        '> citaat\n\nTerm\n:   uitleg\n\n!!! tip "Titel"\n    Tekst.\n'
    )
    assert [] == told(body)


@pytest.mark.parametrize(
    ("body", "line", "hint"),
    [
        ("Tekst:\n- een\n- twee\n", 6, LIST),
        ("- een\n  - twee\n", 6, INNER),
        ("Regel een\\\nregel twee.\n", 5, "two spaces"),
        ("Tekst\n| a | b |\n|---|---|\n| c | d |\n", 5, "table"),
        ("Zie \\~dit.\n", 5, "backslash"),
        ("<div>\n\nEen **vet** woord.\n\n</div>\n", 7, "markdown"),
        ("Tekst met [^geen] noot en [woord]{lang=en} erbij.\n", 5, "braces"),
    ],
)
def test_disagreement_is_told_with_a_hint(body: str, line: int, hint: str) -> None:
    """Each known trap raises SRC-091 at its line, and says what to write."""
    got = told(body)
    assert {"SRC-091"} == {code for code, _, _ in got}
    assert line in [at for _, at, _ in got]
    assert any(hint in said for _, _, said in got), got


def test_furniture_of_the_page_is_no_disagreement() -> None:
    """What the edition declares is not held against the copy; what it does not declare is."""
    assert [] == told("Tekst.\n", "<h2>Bronnen</h2>", (Furniture("panel heading", "Bronnen"),))
    assert [("SRC-091", DEFAULT)] == [(code, hint) for code, _, hint in told("Tekst.\n", "<h2>Bronnen</h2>")]


def test_moved_text_is_a_disagreement() -> None:
    """Blocks that stand in another order are told."""
    page = "<h1>Griep</h1><p>Een tweede alinea, die lang is.</p><p>De eerste alinea, ook lang.</p>"
    got = disagreements(read("De eerste alinea, ook lang.\n\nEen tweede alinea, die lang is.\n"), page)
    assert ["SRC-091"] == [d.code for d in got]


def test_joined_words_are_a_disagreement() -> None:
    """Two words that one of the two reads as one are told, with both."""
    got = disagreements(read("Neem geen twee.\n"), "<h1>Griep</h1><p>Neem geentwee.</p>")
    assert ["“geen twee.” as two words, or as one"] == [d.fact.partition(": ")[2] for d in got]
