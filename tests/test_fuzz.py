"""Random Markdown and front matter: read twice without a traceback or a hang, and what is made of some of it proves.

A few dozen here; as many as CLEARFOLD_EXAMPLES says in `nox -s fuzz`, of which every hundredth is built. Hypothesis
keeps what failed in .hypothesis/; what was mended is kept below, in KEPT, for ever.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

import clearfold
from clearfold.model.diagnostic import Diagnostic, LeafletError, Severity
from clearfold.model.source import Source, parse_source
from clearfold.pipeline.deadline import deadline
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.page import page
from clearfold.proof.agreement import disagreements
from clearfold.proof.expect.accounting import unread
from clearfold.proof.prove import expect

T = TypeVar("T")
EXAMPLES = int(os.environ.get("CLEARFOLD_EXAMPLES", "60"))
BUILT = max(EXAMPLES // 100, 4)
SECONDS = 20.0  # for one copy of some hundred letters, on a slow machine
HEAD = "---\ntitle: Tea\nlang: en\n---\n\n"
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,  # ours stops what hangs; Hypothesis's would only tell afterwards
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)

# Signs that mean something to a Markdown parser, and words around them.
_SIGNS = (
    "# |## |### |> |- |* |1. |    |\t|```|~~~|`|``|*|**|_|__|[|]|(|)|!|![|](|<|>|</|&|;|:|: |:   |\\\\|{|}|{:|#id|.c|"
    '=en|lang=en|---|===|***|!!! note|!!! tip "T"|!!!|[^1]|[^1]: |[^a]|[^a]: |*[AB]: |AB|[TOC]|Table: |'
    "<div>|</div>|<p>|<b>|</b>|<i|<!--|-->|<br>|<td|<table>|<tr>|<ul>|<li>|<abbr title=x>|<aside markdown>|markdown=1|"
    "<h2>|</h2>|<![CDATA[|]]>|<?|?>|&amp;|&#|&lt;|&#x41;|&copy|http://e.org|<http://e.org>|a@b.c|{role=presentation}|"
    '<span lang="fr">|</span>|<ol start=2>|<img src=x alt=y>|<a href="#x">|\u00ad|\u200b|\u00a0|e\u0301|é|½|10 mg|5 %'
).split("|")
_WORD = st.one_of(
    st.sampled_from(("word", "a", "Tea", "10", "not", "water ")),
    st.text(st.characters(codec="utf-8", max_codepoint=0x17F), min_size=1, max_size=6),
)
_PIECE = st.one_of(st.sampled_from((*_SIGNS, "|", "|---|", "\n", "\n\n", "\n    ", " ")), _WORD)
_LINE = st.lists(_PIECE, max_size=8).map("".join)
BODY = st.lists(st.one_of(_LINE, st.just("")), max_size=12).map("\n".join)

_BLOCK = st.sampled_from(
    (
        "Boil fresh water.",
        "## Leaves",
        "### Green",
        "- one\n- two\n\n    - three",
        "1. one\n2. two",
        "> A word.",
        "| a | b |\n|---|---|\n| c | d |",
        "Table: Leaves\n\n| | b |\n|---|---|\n| c | d |",
        "!!! note\n    Mind the *pot*.",
        '!!! warning "Hot"\n    Wait.',
        "A word[^1] and `code`.",
        "Term\n:   Its meaning.",
        "*[AB]: an abbreviation\n\nThe AB is here.",
        "[mot]{lang=fr} and **bold** and [link](https://e.org/).",
        "```\nx = 1\n```",
        "---",
        '<div markdown="1">\n\nInner *text*.\n\n</div>',
        "Take 10 mg, not 100 mg.",
    )
)
WELL_MADE = st.lists(st.one_of(_BLOCK, _WORD), min_size=1, max_size=10).map(
    lambda blocks: (
        "\n\n".join(dict.fromkeys(blocks)) + ("\n\n[^1]: A note." if any("[^1]" in b for b in blocks) else "")
    )
)

_KEY = st.sampled_from(
    "title lang subtitle id version status published review_by publisher authors cover key_messages abbreviations "
    "glossary sources searched funding contact formats online licence evaluation x".split()
)
_SCALAR = st.one_of(
    st.sampled_from(
        (
            "en",
            "nl-BE",
            "2026-11-23",
            "final",
            "~",
            "no",
            "1.0",
            "''",
            "[a, b]",
            "{a: b}",
            "&a x",
            "*a",
            "!x y",
            "|",
            ">",
        )
    ),
    st.text(st.characters(codec="utf-8", max_codepoint=0x24F), max_size=10),
    st.sampled_from(("*a* [b](c)", "<b>x", '"\\u202e"', '"\\0"', "- x", ": x", "? y", "%z", "@", "`", "#c", "'", '"')),
)
_ENTRY = st.one_of(
    st.tuples(_KEY, _SCALAR).map(lambda pair: f"{pair[0]}: {pair[1]}"),
    st.tuples(_KEY, st.lists(_SCALAR, max_size=3)).map(lambda p: f"{p[0]}:" + "".join(f"\n  - {v}" for v in p[1])),
    st.tuples(_KEY, st.lists(st.tuples(_KEY, _SCALAR), max_size=3)).map(
        lambda p: f"{p[0]}:" + "".join(f"\n  {key}: {value}" for key, value in p[1])
    ),
    _SCALAR,
)
FRONT = st.tuples(st.booleans(), st.lists(_ENTRY, max_size=6)).map(
    lambda parts: "\n".join((*(("title: Tea", "lang: en") if parts[0] else ()), *parts[1]))
)

# Copies that once raised a traceback or hung.
KEPT: tuple[str, ...] = (
    "[" + "a[b](c)" * 40 + "\n",
    '<table><tr><th colspan="\u00b2">a</th></tr><tr><td>x</td></tr></table>',
    "<em>" * 300 + "x" + "</em>" * 300,
)


def tried(call: Callable[[], T]) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """Return what a call gives, or why it refuses; anything else that it raises is a fault."""
    try:
        return call(), ()
    except LeafletError as error:
        return None, error.diagnostics


def read(source: Source) -> bool:
    """Read a copy with both towers and compare; return whether it can be built."""
    with deadline(SECONDS, "the copy"):
        expected, refusals = tried(lambda: expect(source))
        lost, more = tried(lambda: tuple(unread(source, expected)) if expected else ())
        leaflet, faults = tried(lambda: read_leaflet(source))
        assert (expected is None) is bool(refusals)
        assert (leaflet is None) is any(found.severity is Severity.ERROR for found in faults)
        assert all(found.hint for found in faults)
        if leaflet is None or expected is None or more:
            return False
        html = page(leaflet, LARGE_PRINT, logo="", cover="")
        return not (lost or disagreements(expected, html, LARGE_PRINT.furniture(leaflet, LARGE_PRINT)))


def parse(text: str) -> Source | None:
    return tried(lambda: parse_source(Path("tea/en.md"), text.encode()))[0]


@pytest.mark.slow("reads many random copies")
@FUZZ
@given(BODY)
def test_any_body_is_read_or_refused(body: str) -> None:
    """Whatever stands in a body, both towers read it or say what is wrong, in time and without a traceback."""
    if source := parse(HEAD + body):
        read(source)


@pytest.mark.parametrize("body", KEPT)
def test_what_was_mended_stays_mended(body: str) -> None:
    """Each copy that once broke something is read or refused."""
    source = parse(HEAD + body)
    assert source
    read(source)


@pytest.mark.slow("reads many random front matters")
@FUZZ
@given(FRONT)
@example("title: Tea\nlang: en\nglossary:\n  ? [a, b]\n  : c")
@example('title: "\\UFFFFFFFF"')
@example("title: Tea\nlang: en\nauthors:\n  - &a x\n  - &a y")
def test_any_front_matter_is_read_or_refused(front: str) -> None:
    """Whatever stands in the front matter, both towers read it or say what is wrong."""
    if source := parse(f"---\n{front}\n---\n\nText.\n"):
        read(source)


@settings(FUZZ, max_examples=max(EXAMPLES // 5, 10))
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """A file of anything is no traceback."""
    source, faults = tried(lambda: parse_source(Path("tea/en.md"), data))
    assert (source is None) is bool(faults)
    if source:
        read(source)


@pytest.mark.slow("builds random copies")
def test_what_builds_proves(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of random copies that both towers read alike, each that is built comes out proven, in print and as an e-book."""
    built = 0

    @settings(FUZZ, max_examples=BUILT, database=None, phases=(Phase.generate,))
    @given(WELL_MADE)
    def build(body: str) -> None:
        nonlocal built
        source = parse(HEAD + body)
        if source is None or not read(source):
            return
        folder = tmp_path_factory.mktemp("tea")
        (folder / "en.md").write_text(HEAD + body, "utf-8")
        (made,) = clearfold.build([folder / "en.md"], folder / "build", ["large-print", "epub"])
        assert [] == [str(found) for found in made.diagnostics if found.severity is Severity.ERROR]
        assert [] == [str(found) for report in made.reports for found in report.diagnostics], body
        built += 1

    build()
    assert built > 0
    print(f"{built} built and proven")
