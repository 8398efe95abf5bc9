"""Every word of the copy is read by somebody, or is syntax; no author is told of a mistake that is none."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from clearfold.model.source import read_source
from clearfold.model.transcript import Kind
from clearfold.proof.expect.accounting import unread
from clearfold.proof.expect.transcript import expect
from clearfold.proof.findings.finding import Finding
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
    assert [("SRC-090", 7, "this text would be printed nowhere: “Een verloren noot”")] == found(
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
    assert ["titel", "meer"] == [fact.split("“")[1].partition("”")[0] for _, _, fact in found(body)]


def lost(body: str) -> list[tuple[int, int, str]]:
    """Return line, column and characters of what is told in a body."""
    given = source(body)
    return [
        (d.location.line, d.location.column, d.expected) for d in unread(given, read(body)) if isinstance(d, Finding)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("| Middel | Dosis |\n|---|---|\n| Colchicine | 1 | 4 |\n", [(7, 20, "4")]),
        ("| Wie | Dosis |\n|---|---|\n| Kind | 5 mg | 5 mg |\n", [(7, 17, "5 mg")]),
        ("[Dosis]: 4\n\nTekst.\n", [(5, 1, "[Dosis]: 4")]),
        ("## Kop {neem 4}\n\nTekst.\n", [(5, 8, "{neem 4}")]),
        ("```python neem 4\nx\n```\n\nTekst.\n", [(5, 1, "```python neem 4")]),
        ("Tekst <?neem 4?>\n", [(5, 7, "<?neem 4?>")]),
    ],
    ids="surplus again address attributes fence instruction".split(),
)
def test_what_no_grammar_allows_is_told(body: str, expected: list[tuple[int, int, str]]) -> None:
    """A character that is neither read nor syntax is told where it stands, though others of its kind are read."""
    assert expected == lost(body)


@pytest.mark.parametrize("text", ["Neem 1 mg, dan 1 mg.", "Koorts van 38,5 °C en 38 °C", "a-b (c) 2 * 3 < 4"])
def test_single_lost_character_is_told(text: str) -> None:
    """Whichever character of a paragraph both readings lose, it is told in its line, though it stands elsewhere too."""
    body = f"{text}\n\n{text}\n"
    given, whole = source(body), read(body)
    *before, last = whole.blocks
    for at in (n for n, char in enumerate(text) if not char.isspace()):
        less = replace(whole, blocks=(*before, replace(last, text=text[:at] + text[at + 1 :])))
        assert [7] == [d.location.line for d in unread(given, less)]


@pytest.mark.parametrize(
    "body",
    [
        "Een 😀 en e\u0301 &frac12; &nbsp; &amp; AT&T 👩\u200d👩 &onbekend;\n",
        "Een\r\ntwee  \r\ndrie\\\r\nvier\r\n\r\n- a\r\n- b\r\n",
        "-\ta\tb\n\n\t- c\n\n\t\tcode\n\n1.\tx\n",
        "> a\n> b\nlui\n>\n> - een\n> - twee\n>     1. drie\n>\n> > diep\n> dieper\n",
        "a[^1] b[^2] c[^1]\n\n[^1]: Eerst [1]\n\n    Nog een\n\n    - punt [^2]\n\n[^2]: x\ny\n",
        '<aside markdown="1">\n\n- a\n\n</aside>\n\n<p>Tekst<br>en <img src="x" alt="kat &amp; hond"> meer</p>\n',
        "[a *x*][b c] [d] ![kat][d]\n\n[B\n C]:\n   /url\n[d]: <https://e.example/>\n\n[//]: # (niet gedrukt)\n",
        "Woord\n:   Een\n\n    meer\n\nTwee\nDrie\n:   Vier\n:   Vijf\n",
        "```yaml\n---\ntitle: x # y\n---\n```\n\n~~~\na\n\n  b\n~~~\n",
        "## Kop ##\n\n### *x* {#id}\n\nOnder\nstreept\n===\n\n#### a \\# #\n",
        "*[CRS]: cytokine *release*\n\nCRS dus.\n",
        "| a | b |\n|:--|--:|\n| x \\| y | `a \\| b` |\n| `c` |\n",
        "`` a ` b `` `d\ne` `\\x&amp;` `` ` ``\n",
        "<https://e.example/%C3%A9> <ik@e.example> <https://xn--bcher-kva.example/>\n",
        "**a**{.x} ***d*** 2 * 3 a_b_c [x]{lang=en} {zo} \\*a\\* 1\\. \\a\n",
    ],
    ids="signs breaks tabs quotes notes html addresses terms code headings meanings cells marks links emphasis".split(),
)
def test_syntax_of_every_kind_is_accounted_for(body: str) -> None:
    """What the grammar has a place for is told of nobody."""
    assert [] == lost(body)


def test_front_matter_is_accounted_for() -> None:
    """Values in every style of YAML, with comments beside them, are whole."""
    head = (
        "---\ntitle: 'Griep: d''r op'\nlang: nl-BE # taal\nsubtitle: \"Een \\\"twee\\\" \\u00e9\\\n  n drie\"\n"
        "authors: [An, 'Bo']\nkey_messages:\n  - >-\n    Neem **1 mg**\n    per dag.\n  # voor mij\n  - |\n    Rust.\n"
        "glossary: {koorts: warm *zijn*}\naudience: voor\n  iedereen\npublished: 2026-11-23\n---\n"
    )
    assert [] == found("Tekst.\n", head)


def test_lost_value_is_told_at_its_place() -> None:
    """A character of the front matter that the reading loses is told with line and column."""
    head = "---\ntitle: Griep\nlang: nl-BE\nkey_messages:\n  - Neem **10 mg**.\n  - Neem 10 mg niet.\n---\n"
    whole = read("Tekst.\n", head)
    less = replace(whole, blocks=tuple(replace(b, text=b.text.replace("10 mg.", "1 mg.")) for b in whole.blocks))
    assert [(5, 13)] == [(d.location.line, d.location.column) for d in unread(source("Tekst.\n", head), less)]


def test_lost_space_between_two_words_is_told() -> None:
    """Two words that are read as one are told, with both words."""
    given, whole = source("Neem niet meer.\n\nGeen twee.\n"), read("Neem niet meer.\n\nGeen twee.\n")
    less = replace(whole, blocks=tuple(replace(b, text=b.text.replace("n t", "nt")) for b in whole.blocks))
    assert [(7, "Geen twee.")] == [(d.location.line, d.expected) for d in unread(given, less) if isinstance(d, Finding)]


def _without_figures(tokens: list[Token]) -> list[Token]:
    """Drop a figure from the words of every text, and keep it in what was read of the line."""
    for token in tokens:
        for child in token.children or ():
            child.content = child.content.replace("4", "")
    return tokens


def _without_figures_at_all(tokens: list[Token]) -> list[Token]:
    """Drop a figure from what was read of every line, and from its words."""
    for token in _without_figures(tokens):
        token.content = token.content.replace("4", "")
    return tokens


def _without_paragraphs(tokens: list[Token]) -> list[Token]:
    """Drop every paragraph with a figure in it."""
    marked = {n for n, token in enumerate(tokens) if token.type == "inline" and "4" in token.content}
    return [token for n, token in enumerate(tokens) if not {n - 1, n, n + 1} & marked]


@pytest.mark.parametrize("lossy", [_without_figures, _without_figures_at_all, _without_paragraphs])
def test_parser_that_drops_is_told(
    lossy: Callable[[list[Token]], list[Token]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the second parser itself drops is told at its line, though the accounting reads with the same parser."""
    parse = MarkdownIt.parse
    monkeypatch.setattr(MarkdownIt, "parse", lambda self, text, env=None: lossy(parse(self, text, env)))
    assert [7, 9] == [line for _, line, _ in found("Eerst.\n\nNeem 4 mg.\n\nDan **4** mg.\n\nTot slot.\n")]


@pytest.mark.parametrize(
    ("body", "cure"),
    [
        ("| a | b |\n|---|---|\n| c | d | e |\n", "as many cells as the head has"),
        ("[Dosis]: 4\n\nTekst.\n", "take the line out"),
        ('[Tekst](https://e.example "Titel")\n', "the title of a link is not printed"),
    ],
    ids="cell address title".split(),
)
def test_cure_is_named(body: str, cure: str) -> None:
    """What is lost for a reason that is known is told with what to write."""
    given = source(body)
    assert [True] == [cure in d.hint for d in unread(given, read(body))]


def test_reference_in_lost_text_is_not_quoted() -> None:
    """What is quoted of lost text holds no sign that nobody wrote."""
    given, whole = source("Een[^1] noot.\n\n[^1]: Noot.\n"), read("Een[^1] noot.\n\n[^1]: Noot.\n")
    less = replace(whole, blocks=tuple(block for block in whole.blocks if block.kind is not Kind.PARAGRAPH))
    assert ["Een noot."] == [d.expected for d in unread(given, less) if isinstance(d, Finding)]
