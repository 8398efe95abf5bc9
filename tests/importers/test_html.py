import pytest

from tests.importers.taken import Taken, take
from tests.importers.traps.page import TRAPS, mark, page_traps


@pytest.fixture(scope="module")
def taken() -> Taken:
    return take(page_traps(), "traps.html")


def test_every_trap_is_taken_or_listed(taken: Taken) -> None:
    """Of each of the marked traps of a web page, the word stands in the copy or in the ledger."""
    assert [] == [name for number, name in enumerate(TRAPS) if not taken.has(mark(number))]


def test_copy_of_the_traps_is_proven(taken: Taken) -> None:
    """The second reading of the traps explains every word."""
    assert () == taken.proof.differences
    assert taken.proof.words == taken.proof.accounted


def test_what_stands_beside_the_text_is_not_in_the_copy(taken: Taken) -> None:
    """Navigation, cookie bars and what is hidden are listed, and no part of the copy."""
    beside = ("navigation", "cookie bar", "footer", "hidden", "hidden by its style", "struck", "form")
    numbers = [list(TRAPS).index(name) for name in beside]
    assert [] == [name for name, number in zip(beside, numbers, strict=True) if mark(number) in taken.copy]


@pytest.mark.parametrize(
    ("page", "copy"),
    [
        ("<p>a <b>b </b>c", "a **b** c"),
        ("<ul><li>a<li>b<ol><li>c<li>d</ol></ul>", "- a\n- b\n    1. c\n    2. d"),
        ("<table><tr><th>A<th>B<tr><td>c<td>d</table>", "| A | B |\n| --- | --- |\n| c | d |"),
        ("<blockquote>q</blockquote><pre>x\n y</pre>", "> q\n\n```\nx\n y\n```"),
        ("<p>n<sup><a href='#fn1'>1</a></sup><p id=fn1>Note <a href='#r1'>↩</a>", "n[^fn1]\n\n[^fn1]: Note"),
        ("<dl><dt>t<dd>m</dl>", "t\n:   m"),
        ("<aside><p>b</p></aside><p>x</p>", "!!! note\n    b\n\nx"),
        ("<pre><code>x</code><button>copy</button></pre>", "```\nx\n```"),
        ("<p>-- a<br>-- b", "\\-- a\\\n\\-- b"),
        ("<li>a</li> <li>b</li>", "- a\n- b"),
        ("<p>Bring:<br>- a<br>- b", "Bring:\n\n- a\n- b"),
        ("<p>a<br><br>b", "a\n\nb"),
        ("<dl><dt>a<dt>b<dd>c<dt>d<dd>e</dl>", "**a**\\\n**b**\n\nc\n\nd\n:   e"),
        ("<h3><button aria-expanded=true>q</button></h3><p>x", "## q\n\nx"),
        ("<div role=heading aria-level=2>q</div><p>x", "## q\n\nx"),
        ("<div class='alert alert-danger'>b</div>", "!!! warning\n    b"),
        ("<table><tr><td><h2>q</h2>x<td>y</table>", "## q\n\nx\n\ny"),
        ("<p>n<sup><a id=r href='#q'>1</a></sup><ul><li id=q>Note <a href='#r'>up</a></ul>", "n[^q]\n\n[^q]: Note up"),
    ],
)
def test_elements_become_what_they_are(page: str, copy: str) -> None:
    """Each kind of element is written as docs/writing.md has it, and proven."""
    taken = take(f"<main><h1>T</h1>{page}</main>".encode(), "a.html")
    assert (copy, ()) == (taken.body, taken.proof.differences)


def test_star_at_a_word_is_no_sign_of_a_list() -> None:
    """A typed star begins an item where white space follows it."""
    told = take(b"<html><body><h1>T</h1><p>* one</p><p>* two</p><p>*three* four</p></body></html>", "a.html")
    assert "- one\n- two\n\n\\*three\\* four" == told.body
    assert () == told.proof.differences
