"""What ``clearfold fix`` mends in a copy, what it leaves alone, and that it never loses a letter."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearfold.copy_fixes import mended, same_letters
from clearfold.model.source import parse_source, read_source
from clearfold.press.markdown import read_leaflet
from clearfold.proof.prove import expect

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: T\nlang: en\n---\n\n"
# Both parsers take these as they are meant; other programs take them better with an empty line and four spaces.
PLAINER = ("58-list-right-after-text", "59-inner-list-of-two-spaces")
RIGHT = sorted(
    path
    for folder in ("content", "src/clearfold/starter", "tests/cases/good", "tests/cases/long", "tests/cases/flyer")
    for path in (ROOT / folder).rglob("*.md")
    if path.parent.name not in PLAINER
)
BODIES = (
    ("##Title", "## Title"),
    ("##\u00a0Title", "## Title"),
    ("###\tTitle", "### Title"),
    ("•\tone\n•\ttwo", "- one\n- two"),
    ("• one\n• two", "- one\n- two"),
    ("▪ one\n▪ two", "- one\n- two"),
    ("•\tone\no\tinner\n•\ttwo", "- one\n    - inner\n- two"),
    ("o\tone\no\ttwo", "- one\n- two"),
    ("– one\n– two", "- one\n- two"),
    ("• 38 °C\n• two", "* 38 °C\n* two"),
    ("\u2003• one\n\u2003• two", " - one\n - two"),
    ("Word\n:\tmeaning", "Word\n:   meaning"),
    ("·\tone\n·\ttwo", "- one\n- two"),
    ("-\u00a0one\n-\u00a0two", "- one\n- two"),
    ("-\tone\n-\ttwo", "- one\n- two"),
    ("1.\tone\n2.\ttwo", "1. one\n2. two"),
    ("1) one\n2) two", "1. one\n2. two"),
    ("> • one\n> • two", "> - one\n> - two"),
    ("Bring:\n- one", "Bring:\n\n- one"),
    ("Bring\n- one\n- two", "Bring\n\n- one\n- two"),
    ("Do:\n1. one\n2. two", "Do:\n\n1. one\n2. two"),
    ("Doses:\n| a | b |\n|---|---|\n| 1 | 2 |\nAsk.", "Doses:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAsk."),
    ("- one\n  - inner\n    - inmost\n- two", "- one\n    - inner\n        - inmost\n- two"),
    ("1. one\n   - inner\n2. two", "1. one\n    - inner\n2. two"),
    ("- one\n\n  more of it\n- two", "- one\n\n    more of it\n- two"),
    ('!!! note "T"\nText.\nMore.', '!!! note "T"\n    Text.\n    More.'),
    ('!!! note "T"\n  Text.\n\n  More.', '!!! note "T"\n    Text.\n\n    More.'),
    ('!!! note "T"\nText:\n- one\n- two', '!!! note "T"\n    Text:\n\n    - one\n    - two'),
    ("Text.\n!!! note\n    Text.", "Text.\n\n!!! note\n    Text."),
    ("!!! note “T”\n    Text.", '!!! note "T"\n    Text.'),
    ("!!! note « T »\n    Text.", '!!! note "T"\n    Text.'),
    ("[x]{lang=“fr”}", '[x]{lang="fr"}'),
    ("y <span lang=“fr”>x</span>", 'y <span lang="fr">x</span>'),
    ("a\tb", "a b"),
    ("\u00a0\u00a0Text.\u00a0", "  Text."),
)
# May be meant as they stand: a sign of number, speech, a sign of a text, a note, code, a line that goes on.
LEFT = (
    "Keep at:\n- 18 °C or lower",
    "– 5 °C\n– 10 °C",
    "-\u00a018 °C",
    "+\u00a032 2 123",
    "– Bonjour, dit-il.\n\n– Oui.",
    "● round",
    "— Bonjour.\n— Oui.",
    "5 mg a day, 3\u00a0000 units",
    "one  \ntwo",
    "- one\n  goes on\n- two",
    "Between 5\n- or more - days",
    "#5 of all",
    "```\n•\tcode\n##x\n```",
    "<!-- •\tnote\n##x -->",
    "<pre>\n•\tx\n</pre>",
    "1. one\n\n1) two\n2) three",
    "a | b",
)
FRONTS = (
    ("---\ntitle: a: b\nlang: en\n---\n\nx", '---\ntitle: "a: b"\nlang: en\n---\n\nx'),
    ("---\ntitle: a\nlang: nl_BE\n---\n\nx", "---\ntitle: a\nlang: nl-BE\n---\n\nx"),
    ("---\ntitle: a\nlang: en\nauthors:\n\t- An: x\n---\n", '---\ntitle: a\nlang: en\nauthors:\n  - "An: x"\n---\n'),
    ("—\ntitle: a\nlang: en\n—\n\nx", "---\ntitle: a\nlang: en\n---\n\nx"),
    ("title: a\nlang: en\n\n## X", "---\ntitle: a\nlang: en\n---\n\n## X"),
    ("---\ntitle: a\nlang: en\n## X", "---\ntitle: a\nlang: en\n---\n\n## X"),
    ("---\ntitle: 5 # 6\nlang: en\n---\n", "---\ntitle: 5 # 6\nlang: en\n---\n"),
)


@pytest.mark.parametrize(("before", "after"), BODIES)
def test_body_is_mended(before: str, after: str) -> None:
    """What is mechanical is written as Markdown has it."""
    assert HEAD + after == mended(HEAD + before)


@pytest.mark.parametrize(("before", "after"), BODIES)
def test_mended_body_can_be_read(before: str, after: str) -> None:
    """The press takes what was mended, once it has a heading."""
    text = HEAD + ("" if after.startswith("##") else "## H\n\n") + after.replace("###", "##")
    assert () == read_leaflet(parse_source(Path("/nowhere/x/en.md"), text.encode())).warnings


@pytest.mark.parametrize("body", LEFT)
def test_what_may_be_meant_is_left(body: str) -> None:
    """What could be a text as it stands does not change."""
    assert HEAD + body == mended(HEAD + body)


@pytest.mark.parametrize(("before", "after"), FRONTS)
def test_front_matter_is_mended(before: str, after: str) -> None:
    """Slips of YAML and of the lines around it are mended; what may be meant either way is its writer's."""
    assert after == mended(before)


@pytest.mark.parametrize("before", [*(HEAD + before for before, _ in BODIES), *(before for before, _ in FRONTS)])
def test_twice_is_once(before: str) -> None:
    """What was mended has nothing to mend."""
    assert mended(before) == mended(mended(before))


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_right_copy_is_unchanged(path: Path) -> None:
    """A copy that keeps the rules stays as it is, to the byte."""
    text = path.read_bytes().decode("utf-8")
    assert text == mended(text)


@pytest.mark.parametrize("name", PLAINER)
def test_copy_that_is_written_plainer_says_the_same(name: str) -> None:
    """What is taken as it is meant may change its spaces; it is read as it was."""
    path = ROOT / "tests/cases/good" / name / "nl.md"
    text = path.read_bytes().decode("utf-8")
    after = parse_source(path, mended(text).encode())
    assert text != mended(text)
    said = [(block.kind, block.text, block.level, block.number) for block in expect(after).blocks]
    assert said == [(block.kind, block.text, block.level, block.number) for block in expect(read_source(path)).blocks]


def test_line_ends_and_the_mark_before_them_stay() -> None:
    """A copy from Windows stays one; a new line ends as the one above it."""
    before = "\ufeff---\r\ntitle: a: b\r\nlang: en\r\n---\r\n\r\nBring:\r\n•\tx\r\n•\ty\r\n"
    after = '\ufeff---\r\ntitle: "a: b"\r\nlang: en\r\n---\r\n\r\nBring:\r\n\r\n- x\r\n- y\r\n'
    assert after == mended(before)


def test_line_ends_of_two_kinds_stay() -> None:
    """Lines that do not change keep the ends that they have, whatever others have."""
    assert "---\ntitle: a\r\n---\r\n\n## X\n\r\ny" == mended("---\ntitle: a\r\n---\r\n\n##X\n\r\ny")


def test_publisher_is_mended_as_yaml() -> None:
    """A publisher.yaml has keys from its first line on."""
    assert 'name: "a: b"\ncolours:\n  primary: "#123456"\n' == mended(
        "name: a: b\ncolours:\n  primary: #123456\n", copy=False
    )


PIECES = st.sampled_from(
    (
        *(
            "•\t",
            "o\t",
            "- ",
            "– ",
            "1) ",
            "1. ",
            "##",
            "## ",
            "!!! note",
            "“T”",
            "> ",
            "    ",
            "  ",
            "\t",
            "\u00a0",
            "\n",
        ),
        *("\n\n", "a", "b: c", "5", "mg", "é", "½", "---", "```", "<!--", "-->", "<b>", " ", ": x", "[^1]", "# ", "* "),
        *("▪ ", "·\t", "|"),
    )
)


@pytest.mark.slow("tries hundreds of texts")
@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.booleans())
def test_no_letter_is_lost(text: str, headed: bool) -> None:
    """Whatever stands in a copy, its letters and figures are the same afterwards."""
    before = HEAD + text if headed else text
    assert same_letters(before, mended(before))


@pytest.mark.slow("tries hundreds of texts")
@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_twice_is_once(text: str) -> None:
    """Whatever stands in a body, what was mended has nothing to mend."""
    once = mended(HEAD + text)
    assert once == mended(once)


@pytest.mark.parametrize("after", ["- 5 mg", "- 5 gm a day", "5 mg a", "5 mg day a", "5 mg à day"])
def test_lost_letter_is_seen(after: str) -> None:
    """A letter that is gone, moved or changed is not the same text."""
    assert not same_letters("• 5 mg a day", after)
