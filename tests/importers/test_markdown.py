import pytest

from tests.importers.taken import take

CASES = {
    "front matter of Jekyll": ("---\nlayout: post\ntitle: T\n---\n\nwords", "words"),
    "front matter of Hugo": ('+++\ntitle = "T"\ndraft = true\n+++\n\nwords', "words"),
    "title of pandoc": ("% T\n% Ann\n\nwords", "words"),
    "title as a heading": ("# T\n\nwords\n\n## Two\n\nmore", "words\n\n## Two\n\nmore"),
    "bold, stressed, code": ("**a** _b_ `c*d*` e_f_g", "**a** *b* `c*d*` e_f_g"),
    "links": ("[a](https://x.org/b_(c)) [d][e] <https://y.org>\n\n[e]: https://z.org",
              "[a](<https://x.org/b_(c)>) [d](https://z.org) [https://y.org](https://y.org)"),
    "lists": ("* a\n* b\n    1. c\n    2. d", "- a\n- b\n    1. c\n    2. d"),
    "table": ("a | b\n--|--\n1\\|2 | *c*", "| a | b |\n| --- | --- |\n| 1\\|2 | *c* |"),
    "alert of GitHub": ("> [!WARNING]\n> Hot.", "!!! warning\n    Hot."),
    "box of pandoc": ("::: {.note}\nIn it.\n:::", "!!! note\n    In it."),
    "box of mkdocs": ('!!! tip "A"\n    In it.\n\nout', '!!! tip "A"\n    In it.\n\nout'),
    "note within a line": ("a^[b] c", "a[^fn1] c\n\n[^fn1]: b"),
    "notes": ("a[^x] c\n\n[^x]: b\n    d", "a[^fn1] c\n\n[^fn1]: b d"),
    "notes of both kinds": ("a[^x] c^[d].\n\n[^x]: b", "a[^fn1] c[^fn2].\n\n[^fn1]: b\n\n[^fn2]: d"),
    "caption of a table": (
        "| A | B |\n|---|---|\n| a | b |\n\n: The caption",
        "Table: The caption\n\n| A | B |\n| --- | --- |\n| a | b |",
    ),
    "grid": (
        "+---+-----+\n| A | B   |\n+===+=====+\n| a | one |\n|   | two |\n+---+-----+",
        "| A | B |\n| --- | --- |\n| a | one two |",
    ),
    "list in a grid": (
        "+-------+---+\n| A     | B |\n+=======+===+\n| - one | b |\n| - two |   |\n+-------+---+",
        '<table>\n<thead>\n<tr><th scope="col">A</th><th scope="col">B</th></tr>\n</thead>\n<tbody>\n'
        "<tr><td><ul><li>one</li><li>two</li></ul></td><td>b</td></tr>\n</tbody>\n</table>",
    ),
    "columns under dashes": (
        "  A       B\n-----  ----\n  a     one\n  c     two\n\nTable: Both",
        "Table: Both\n\n| A | B |\n| --- | --- |\n| a | one |\n| c | two |",
    ),
    "rows of several lines": (
        "--------------\n A      B\n------ -------\n a      one\n        and\n\n c      two\n--------------",
        "| A | B |\n| --- | --- |\n| a | one and |\n| c | two |",
    ),
    "boxes to tick": ("- [ ] a\n- [x] b", "- [ ] a\n- [x] b"),
    "attributes of kramdown": ("a\n{: .lead}\n\nb {: .x}", "a\n\nb"),
    "id of a heading": ("a\n\n## B {#b .x}\n\n[c](#b)", "a\n\n## B {#b}\n\n[c](#b)"),
    "terms": ("A\n: b", "A\n:   b"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "copy"), CASES.values(), ids=CASES)
def test_other_dialects_become_ours(text: str, copy: str) -> None:
    """What other programs write is written as docs/writing.md has it, and proven."""
    taken = take(text.encode(), "a.md")
    assert (copy, ()) == (taken.body, taken.proof.differences)


@pytest.mark.parametrize(
    ("text", "code", "left"),
    [
        ("a {% include x.html %} b", "IMP-079", "{% include x.html %}"),
        ('a {{< figure src="x" >}} b', "IMP-079", '{{< figure src="x" >}}'),
        ("a <!-- note --> b", "IMP-010", "note"),
        ("a ~~not~~ b", "IMP-084", "not"),
        ("---\ntags: x\n---\n\na", "IMP-081", "tags: x"),
        ("a\n\n*[AB]: Alpha Beta", "IMP-079", "AB Alpha Beta"),
    ],
)
def test_what_is_no_text_is_left_out_and_listed(text: str, code: str, left: str) -> None:
    """Templates, remarks and struck words are no part of the copy, and stand in the ledger word for word."""
    taken = take(text.encode(), "a.md")
    assert (code, left) in [(entry.code, entry.before) for entry in taken.ledger]
    assert () == taken.proof.differences


def test_note_to_which_nothing_refers_is_listed() -> None:
    """The parser drops such a note; its words are left out by name."""
    taken = take(b"# T\n\na[^x] c\n\n[^x]: b\n\n[^y]: dropped *words*\n", "a.md")
    assert ["dropped words"] == [entry.before for entry in taken.ledger if entry.code == "IMP-079"]
    assert () == taken.proof.differences
