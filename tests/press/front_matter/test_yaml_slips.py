"""The slips that people make in front matter: each told once, at its line, with a line that can be read."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from clearfold.model.diagnostic import Diagnostic
from clearfold.press.front_matter.yaml_slips import corrected, slips
from clearfold.press.front_matter.yaml_text import read_yaml
from clearfold.press.front_matter.yaml_values import quoted

MACHINE_WORDS = re.compile(r"token|mapping|scalar|parser|sequence|block end|character '|expected|anchor|alias\b", re.I)
# What is written below `lang`, the code, the line within these lines, and the value that is meant.
SLIPS = (
    ("title: Flu vaccine: what to know", "SRC-005", 1, "Flu vaccine: what to know"),
    ("title: Take care:", "SRC-005", 1, "Take care:"),
    ("title: @home", "SRC-005", 1, "@home"),
    ("title: %x", "SRC-005", 1, "%x"),
    ("title: `x`", "SRC-005", 1, "`x`"),
    ("title: *Gout* and you", "SRC-005", 1, "*Gout* and you"),
    ("title: &co kg", "SRC-005", 1, "&co kg"),
    ("title: !Let op", "SRC-005", 1, "!Let op"),
    ("title: [Gout](https://example.org) and you", "SRC-005", 1, "[Gout](https://example.org) and you"),
    ("title: {x", "SRC-005", 1, "{x"),
    ("title: - Gout", "SRC-005", 1, "- Gout"),
    ("title: ? Gout", "SRC-005", 1, "? Gout"),
    ("title: > 38.5 °C", "SRC-005", 1, "> 38.5 °C"),
    ("title: >3", "SRC-005", 1, ">3"),
    ("title: 's Avonds", "SRC-005", 1, "'s Avonds"),
    ('title: "Gout" is a disease', "SRC-005", 1, '"Gout" is a disease'),
    ("title: 'L'arthrose'", "SRC-005", 1, "L'arthrose"),
    ('title: "Say "hello" now"', "SRC-005", 1, 'Say "hello" now'),
    ('title: "Gout" and "flu"', "SRC-005", 1, '"Gout" and "flu"'),
    ("title: Gout\n \t", "SRC-005", 2, "Gout"),
    ('title: "Gout', "SRC-005", 1, "Gout"),
    ('title: "C:\\Users"', "SRC-005", 1, "C:\\Users"),
    ("title: “Gout: what to do”", "SRC-005", 1, "Gout: what to do"),
    ("title:Gout", "SRC-005", 1, "Gout"),
    ("title = Gout", "SRC-005", 1, "Gout"),
    ("title:\tGout", "SRC-005", 1, "Gout"),
    ("\ttitle: Gout", "SRC-005", 1, "Gout"),
    ("title: Gout\t", "SRC-005", 1, "Gout"),
    ("title:\u00a0Gout", "SRC-005", 1, "Gout"),
    ("  title: Gout", "SRC-005", 1, "Gout"),
    ("title: Gout and\nits cure", "SRC-005", 2, "Gout and its cure"),
    ("title: Gout # and its cure", "SRC-008", 1, "Gout # and its cure"),
    ("title: #1 of all", "SRC-008", 1, "#1 of all"),
    ("authors:\n\t- An", "SRC-005", 2, ["An"]),
    ("authors:\n\t- An\n\t- Jan", "SRC-005", 2, ["An", "Jan"]),
    ("authors:\n  - An\n - Jan", "SRC-005", 3, ["An", "Jan"]),
    ("authors:\n  -\u00a0An", "SRC-005", 2, ["An"]),
    ("authors:\n  -An\n  -Jan", "SRC-005", 2, ["An", "Jan"]),
    ("authors:\n  - An\n  -Jan", "SRC-005", 3, ["An", "Jan"]),
    ("authors:\n  • An\n  • Jan", "SRC-005", 2, ["An", "Jan"]),
    ("authors:\n  An\n  Jan", "SRC-005", 2, ["An", "Jan"]),
    ("authors: An\n  Jan", "SRC-005", 1, ["An", "Jan"]),
    ("authors: - An", "SRC-005", 1, ["An"]),
    ("authors: [An, Jan", "SRC-005", 1, ["An", "Jan"]),
    ("key_messages:\n  - Note: take it", "SRC-005", 2, ["Note: take it"]),
    ("key_messages:\n  - Take 5 mg: no more,\n    never: 10", "SRC-005", 2, ["Take 5 mg: no more, never: 10"]),
    ("key_messages:\n  - 5 mg # not 10", "SRC-008", 2, ["5 mg # not 10"]),
    ("key_messages:\n  * one\n  * two", "SRC-005", 2, ["one", "two"]),
    ("key_messages:\n  1. one\n  2. two", "SRC-005", 2, ["one", "two"]),
    ("key_messages:\n  Take one.\n  Call us.", "SRC-005", 2, ["Take one.", "Call us."]),
    ("authors: [“An”, “Jan”]", "SRC-005", 1, ["An", "Jan"]),
    ("title：Gout", "SRC-005", 1, "Gout"),
    ("glossary:\n  a: b: c", "SRC-005", 2, {"a": "b: c"}),
    ("glossary:\n  - term: pump\n    meaning: a bottle", "SRC-005", 2, {"pump": "a bottle"}),
    ("glossary:\n- name: a\n  means: b\n- name: c\n  means: d", "SRC-005", 2, {"a": "b", "c": "d"}),
    ("abbreviations:\n  - MRI: magnetic", "SRC-005", 2, {"MRI": "magnetic"}),
    ("contact:\n  phone: 1\n   email: 2", "SRC-005", 3, {"phone": "1", "email": "2"}),
    ("colours:\n  primary: #123456 # blue", "SRC-005", 2, {"primary": "#123456"}),
)
# What is written as it is meant.
RIGHT = (
    ("title: Gout", "Gout"),
    ("# a note\ntitle: Gout\n  # another", "Gout"),
    ('title: "Gout: what # to do" # a note', "Gout: what # to do"),
    ("title: 'it''s: so' # a note", "it's: so"),
    ("title: “Gout”", "“Gout”"),
    ("title: C#, 10:30, a#b, https://example.org/#x", "C#, 10:30, a#b, https://example.org/#x"),
    ("title: ?x -y :z", "?x -y :z"),
    ("title\u00a0: Gout", "Gout"),
    ("title : Gout", "Gout"),
    ("title: Gout\n  and its cure", "Gout and its cure"),
    ('title: "Gout\n  and its cure"', "Gout and its cure"),
    ("title: |\n  a: b # c\n  & d", "a: b # c\n& d\n"),
    ("authors: [An, 'Jan: x']", ["An", "Jan: x"]),
    ("authors: [An,\n  Jan]", ["An", "Jan"]),
    ("key_messages:\n  Take one a day,\n  and no more.", "Take one a day, and no more."),
    ("authors: # who wrote it\n  - An", ["An"]),
    ("authors:\n- An\n- Jan", ["An", "Jan"]),
    ("status: draft # not yet", "draft"),
    ("editions:\n  - epub # for e-readers", ["epub"]),
)


def read(text: str) -> tuple[object, list[Diagnostic]]:
    """Return the value of the first key of the front matter, and what is said of it."""
    document = read_yaml(Path("en.md"), text, 1)
    return next(iter(document.values.values())), document.diagnostics


@pytest.mark.parametrize(("text", "code", "line", "meant"), SLIPS)
def test_slip_is_told_once_at_its_line(text: str, code: str, line: int, meant: object) -> None:
    """A slip has one message at its line, and its value is read as it was meant."""
    value, found = read(f"{text}\nlang: en")
    assert [(code, line)] == [(each.code, each.location.line) for each in found]
    assert meant == value
    assert [] == [each.fact for each in found if MACHINE_WORDS.search(f"{each.fact} {each.hint}")]


@pytest.mark.parametrize(("text", "code", "line", "meant"), SLIPS)
def test_corrected_lines_can_be_read(text: str, code: str, line: int, meant: object) -> None:
    """The lines that a message gives are read without a word, as what was meant, and are corrected no more."""
    lines = f"{text}\nlang: en".split("\n")
    once = corrected(lines, slips(lines))
    value, found = read("\n".join(once))
    assert ([], meant) == (found, value)
    assert once == corrected(once, [slip for slip in slips(once) if slip.silent])


@pytest.mark.parametrize(("text", "meant"), RIGHT)
def test_what_is_right_is_left_alone(text: str, meant: object) -> None:
    """What YAML reads as it is meant, notes among it, is no slip."""
    assert (meant, []) == read(f"{text}\nlang: en")


def test_one_message_for_a_tab_in_every_line() -> None:
    """One habit is told once, with the number of its lines."""
    _, (found,) = read("authors:\n\t- An\n\t- Jan\n\t- Cas")
    assert "so it is in 2 more lines" in found.fact


def test_line_that_is_no_known_slip_is_shown() -> None:
    """Where nothing is recognised, the line itself is shown, and not the one on which a program gave up."""
    document = read_yaml(Path("en.md"), "title: Tea\nlang: en\n%strange: x\nid: tea", 2)
    ((code, line, fact),) = [(each.code, each.location.line, each.fact) for each in document.diagnostics]
    assert ("SRC-005", 4, "this line is not written as front matter is: “%strange: x”") == (code, line, fact)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(lambda text: text.strip()))
def test_quoted_text_is_read_back(text: str) -> None:
    """Between its quotation marks, any text is what it was; tabs are spaces."""
    assert text.replace("\t", " ") == yaml.safe_load(f"a: {quoted(text)}")["a"]


@pytest.mark.no_cover
@pytest.mark.slow("tries a hundred texts")
@settings(deadline=None)
@given(st.text(st.sampled_from("ab: #-'\"[]{}&*!|>%@`,?\n\t\u00a0“”•"), max_size=40))
def test_every_text_is_read_or_told(text: str) -> None:
    """No text ends in an error of a program: there are values, or a message."""
    document = read_yaml(Path("en.md"), text, 1)
    assert [] == [each.fact for each in document.diagnostics if "Error" in each.fact]
