"""Front matter changed by a form: the value between its marks, and nothing else."""

import random

import pytest

from clearfold.studio.copy.front_matter import NotWrittenError, Value, front_of, values_of, with_value
from tests.studio.copy_texts import texts

COPY = """---
# A note to oneself.
title:   Tea    # and how
version: 1.0
authors:
  - Ann   # the first
  - Bob

  - "Cy: the third"
contact:
    phone: "016 12 34 56"   # by day
    website: tea.example
funding: >
  Nobody
  paid.
lang: en
---

Text.
"""


@pytest.mark.parametrize(
    ("key", "value", "before", "after"),
    [
        ("title", "Coffee", "title:   Tea    # and how", "title:   Coffee    # and how"),
        ("title", "Tea: a drink", "title:   Tea    #", 'title:   "Tea: a drink"    #'),
        ("title", "no", "title:   Tea    #", 'title:   "no"    #'),
        ("version", "1.10", "version: 1.0", "version: 1.10"),
        ("authors", ["Ann", "Bo", "Cy: the third"], "  - Bob\n\n", "  - Bo\n"),
        ("authors", ["Ann", "Bob"], '  - "Cy: the third"\n', ""),
        ("authors", ["Ann", "Bob", "Cy: the third", "Di"], 'third"\n', 'third"\n  - Di\n'),
        (
            "contact",
            {"phone": "1", "website": "tea.example"},
            '    phone: "016 12 34 56"   # by day\n',
            '    phone: "1"\n',
        ),
        ("contact", {"phone": "016 12 34 56"}, "    website: tea.example\n", ""),
        ("subtitle", "More of it", "lang: en\n", "lang: en\nsubtitle: More of it\n"),
        ("subjects", ["Drinks"], "lang: en\n", "lang: en\nsubjects:\n  - Drinks\n"),
        ("glossary", {"pot": "To pour from."}, "lang: en\n", "lang: en\nglossary:\n  pot: To pour from.\n"),
        ("version", "", "version: 1.0\n", ""),
        ("funding", "Tea house", "funding: >\n  Nobody\n  paid.\n", "funding: Tea house\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_value_is_replaced_between_its_marks(key: str, value: Value, before: str, after: str, end: str) -> None:
    """One value is another, is put in or taken out, with notes, spaces and line ends as they stood."""
    old, new = (text.replace("\n", end) for text in (COPY, COPY.replace(before, after)))
    assert before in COPY
    assert new == with_value(old, key, value)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Text.\n", "title"),
        ("---\ntitle: [a\n---\n", "title"),
        ("---\n- a\n---\n", "title"),
        ("---\ntitle: x\n", "title"),
    ],
)
def test_front_matter_that_cannot_be_read_is_left_alone(text: str, key: str) -> None:
    """Where there is no front matter, or none that can be read, the form writes nothing."""
    with pytest.raises(NotWrittenError):
        with_value(text, key, "new")


def test_value_of_another_shape_is_left_alone() -> None:
    """A sponsor with a logo is more than the form knows."""
    text = "---\ntitle: x\nsponsors:\n  - name: City\n    logo: a.svg\n---\n"
    with pytest.raises(NotWrittenError):
        with_value(text, "sponsors", ["City"])


def test_same_value_changes_nothing() -> None:
    """What a form gives back untouched is what stood there, in every sixth copy of the repository."""
    assert [] == [
        name
        for name, text in list(texts().items())[::6]
        for key, value in values_of(text).items()
        if value is not None and with_value(text, key, value) != text
    ]


def test_any_text_is_read_back_as_it_was_written() -> None:
    """Three hundred texts of the signs that YAML has, by seed: each is read as it was given, or refused."""
    seeded = random.Random(4)
    signs = "ab :#-'\"{}[],&*!|>%@`?é\\~.0"
    for _ in range(300):
        value = " ".join("".join(seeded.choice(signs) for _ in range(seeded.randrange(1, 12))).split()) or "a"
        assert value == values_of(with_value(COPY, "title", value))["title"]


def test_a_line_of_dashes_in_the_text_is_no_end() -> None:
    """The front matter ends at its own line."""
    front = front_of("---\ntitle: a --- b\n---\n\n---\n")
    assert front is not None
    assert "title: a --- b\n" == front.inside
