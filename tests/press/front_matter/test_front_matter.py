"""Front matter as other programs and other habits write it: taken as it is meant, or told once with what to write."""

import re
from pathlib import Path

import pytest
from PIL import Image

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import parse_source
from clearfold.press.front_matter import keys
from clearfold.press.front_matter.fields import FrontMatter, PublisherFields
from clearfold.press.front_matter.unknown_keys import INNER
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.proof.expect import front_matter as second

ROOT = Path(__file__).parents[3]
BODY = "\n\n# Going home\n\n## Rest\n\nText.\n"
HEAD = "---\ntitle: Going home\nlang: en\n"


def read(text: str, name: str = "en.md") -> Leaflet:
    return read_leaflet(parse_source(Path("/nowhere/home") / name, text.encode()))


def told(text: str, name: str = "en.md") -> list[tuple[str, int, str]]:
    with pytest.raises(LeafletError) as caught:
        read(text, name)
    return [(found.code, found.location.line, found.hint) for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    "before",
    ["", "\n", "\n \n\n", "\ufeff", "\ufeff\n", "\r\n\r\n"],
    ids=["none", "one", "three", "bom", "both", "crlf"],
)
def test_empty_lines_and_a_mark_before_front_matter(before: str) -> None:
    """What cannot be seen before the first three hyphens is no part of the copy, and lines are still counted."""
    leaflet = read(f"{before}{HEAD}---{BODY}")
    assert "Going home" == leaflet.metadata.title
    assert ("SRC-013", before.count("\n") + 4) == told(f"{before}{HEAD}id: A B\n---{BODY}")[0][:2]


def test_three_dots_close_front_matter() -> None:
    """YAML's own sign for an end is taken, as pandoc takes it."""
    assert "Going home" == read(f"{HEAD}...{BODY}").metadata.title


@pytest.mark.parametrize(
    ("front", "line", "cure"),
    [
        (
            "title: Going home\nlang: en\n\n## Rest",
            1,
            "write a line that holds only --- below “lang: en” (“clearfold fix” does it)",
        ),
        ("title: Going home\nlang: en\n—", 4, "write --- in place of “—” (“clearfold fix” does it)"),
        ("title: Going home\nlang: en\n----", 4, "write --- in place of “----” (“clearfold fix” does it)"),
        ("# a note\ntitle: Going home\nlang: en\n***", 5, "write --- in place of “***” (“clearfold fix” does it)"),
        (
            "title: Going home\nauthors:\n  - An\n\nTake care: rest.",
            1,
            "write a line that holds only --- below “- An” (“clearfold fix” does it)",
        ),
    ],
)
def test_front_matter_that_is_never_closed(front: str, line: int, cure: str) -> None:
    """Where the closing hyphens belong is said; signs that were written for them are shown."""
    assert [("SRC-004", line, cure)] == told(f"---\n{front}\n\nText.\n")


@pytest.mark.parametrize(
    ("text", "name", "block"),
    [
        (BODY, "fr.md", "title: Going home\n    lang: fr"),
        ("Going home\n==========\n\nText.", "x.md", "title: Going home\n    lang: nl"),
        ("% Going home\n% An\n\nText.", "en-GB.md", "title: Going home\n    lang: en-GB"),
        ("# Gout: what now?\n\nText.", "en.md", 'title: "Gout: what now?"\n    lang: en'),
        (
            '+++\ntitle = "Home: now"\nauthors = ["An"]\ntags = ["x"]\n+++' + BODY,
            "en.md",
            'title: "Home: now"\n    authors:\n      - An',
        ),
    ],
)
def test_block_to_paste_where_there_is_no_front_matter(text: str, name: str, block: str) -> None:
    """One message has the whole block, filled in as far as the copy tells."""
    ((code, _, hint),) = told(text, name)
    assert "SRC-009" == code
    assert f"\n    ---\n    {block}\n    ---" in hint


def test_block_to_paste_builds() -> None:
    """A copy with the lines that were proposed is a leaflet."""
    ((_, _, hint),) = told(BODY)
    assert "Going home" == read(re.sub(r"\n {4}", "\n", hint).split("\n", 1)[1] + BODY).metadata.title


@pytest.mark.parametrize("text", ["—\ntitle: Home\nlang: en\n—", "title: Home\nlang: en", "title: Home\nlang: en\n---"])
def test_front_matter_without_its_hyphens(text: str) -> None:
    """Keys without the lines around them are one mistake."""
    assert ["SRC-009"] == [code for code, _, _ in told(text + BODY)]


def test_keys_of_other_programs() -> None:
    """Those that say what ours say are taken; one warning names the others."""
    leaflet = read(f"{HEAD}layout: page\ndate: 2026-10-01\nauthor: An\ntags: [a, b]\ncategories:\n  - c\n---{BODY}")
    assert (("An",), "2026-10-01") == (leaflet.metadata.authors, str(leaflet.metadata.published))
    assert [("SRC-019", 4)] == [(found.code, found.location.line) for found in leaflet.warnings]
    assert "“layout”, “tags” and “categories” are keys" in leaflet.warnings[0].fact


def test_key_of_another_program_beside_ours() -> None:
    """Ours is taken, and the other is named."""
    leaflet = read(f"{HEAD}author: Jan\nauthors: [An]\n---{BODY}")
    assert (("An",), ["SRC-019"]) == (leaflet.metadata.authors, [found.code for found in leaflet.warnings])


def test_signs_in_plain_text_are_a_warning() -> None:
    """What would be printed with its signs is told, and so is a reference to a note; other signs are text."""
    plain = read(f"{HEAD}subtitle: 5 * 3, a_b_c, HLA-B*57 <5 & more\n---{BODY}")
    marked = read(f"{HEAD}subtitle: For **you**\nkey_messages: ['Rest[^1]']\nglossary:\n  '*stent*': a tube\n---{BODY}")
    assert ([], ["SRC-107"] * 3) == tuple([found.code for found in one.warnings] for one in (plain, marked))


def test_one_text_for_a_list() -> None:
    """A list of one may be written as its text, commas and all."""
    assert ("Working group, Association",) == read(
        f"{HEAD}authors: Working group, Association\n---{BODY}"
    ).metadata.authors


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("published: 1.3.2026", "write “published: 2026-03-01”"),
        ("published: 2026-3-1", "write “published: 2026-03-01”"),
        ("published: 20260301", "write “published: 2026-03-01”"),
        ("published: 1 March 2026", "write “published: 2026-03-01”"),
        ("published: March 1, 2026", "write “published: 2026-03-01”"),
        ("published: 1er mars 2026", "write “published: 2026-03-01”"),
        ("published: 1. März 2026", "write “published: 2026-03-01”"),
        ("published: “2026-03-01”", "write “published: 2026-03-01”"),
        ("published: 2026-03-01 10:00:00 +0100", "write “published: 2026-03-01”"),
        ("published: 13/3/2026", "write “published: 2026-03-13”"),
        (
            "published: 1/3/2026",
            "write the year, the month and the day: “published: 2026-03-01” or “published: 2026-01-03”",
        ),
        ("published: March 2026", "write a day too, such as “published: 2026-03-01”"),
        ("published: 2026-03", "write a day too, such as “published: 2026-03-01”"),
        ("published: 2026", "write a month and a day too, such as “published: 2026-01-01”"),
        ("published: true", "take the line out, or write a date such as “published: 2026-11-23”"),
        ("published: soon", "write the year, the month and the day, such as “published: 2026-11-23”"),
        ("date: 1.9.2026", "write “date: 2026-09-01”"),
        ("checked: 2026-3-1", "write “checked: 2026-03-01”"),
        ("stand: 2026-03-01", "did you mean “published”?"),
        ("herzien: 2028", "did you mean “review_by”?"),
        ("id: Going Home", "write such as “id: going-home”"),
        ("online: www.example.org/home", "write “online: https://www.example.org/home”"),
        ("contact:\n  email: an (at) example.org", "write “email: an@example.org”"),
        ("status: Final", "write “status: final”"),
        ("key_messages: [never: stop]", 'put quotation marks around it: "never: stop"'),
        ("contact:\n  email: <a@example.org>", "write “email: a@example.org”"),
        ("title2: x", "did you mean “title”?"),
        (
            "cover: cell.png",
            "write “cover:”, below it “  image: cell.png”, and below that “  alt: ” with what it shows",
        ),
        (
            "phone: 1\nemail: a@b.c",
            "write “contact:” on a line of its own, and below it “  phone: …”, with two spaces before",
        ),
        ("authors:\n  - name: An\n    role: x", "write “- An”"),
        ("authors:\n  - name: An", "write “- An”"),
    ],
)
def test_value_that_cannot_be_one(line: str, cure: str) -> None:
    """One message says what to write, as far as the value tells."""
    assert [cure] == [hint for _, _, hint in told(f"{HEAD}{line}\n---{BODY}")]


@pytest.mark.parametrize(
    ("lang", "tag"),
    [
        ("nl_BE", "nl-BE"),
        ("Nederlands", "nl"),
        ("français", "fr"),
        ("German", "de"),
        ("“en”", "en"),
        ("en_US.UTF-8", "en-US"),
    ],
)
def test_language_in_other_words(lang: str, tag: str) -> None:
    """The tag that is meant is said."""
    assert [f"write “lang: {tag}”"] == [
        hint for _, _, hint in told(f"---\ntitle: T\nlang: {lang}\n---{BODY.replace('# Going home', '')}")
    ]


@pytest.mark.parametrize(("written", "meant"), [("Title", "title"), ("titel", "title"), ("Título", "title")])
def test_key_in_other_words_is_one_mistake(written: str, meant: str) -> None:
    """A key that is called otherwise is not missing too, and the heading that repeats the title is no second one."""
    assert [("SRC-011", 2, f"did you mean “{meant}”?")] == told(f"---\n{written}: Going home\nlang: en\n---{BODY}")


def test_broken_front_matter_is_one_mistake() -> None:
    """A heading that repeats the title is no second title where the front matter has a slip."""
    assert ["SRC-005"] == [code for code, _, _ in told("---\ntitle: Home: now\nlang: en\n---\n\n# Home: now\n\nText.")]


SPONSORS = """sponsors:
  - name: City of Example
    logo: city.png
  - Example Foundation
"""


def test_sponsors_are_texts_or_names_with_logos(tmp_path: Path) -> None:
    """A logo stands for its sponsor, whose name is what is said of it; others are thanked by name alone."""
    Image.new("RGB", (9, 9)).save(tmp_path / "city.png")
    path = tmp_path / "en.md"
    found = read_leaflet(parse_source(path, f"{HEAD}{SPONSORS}---{BODY}".encode())).metadata.sponsors
    said = [(one.name, one.logo and (one.logo.name, one.logo.alternative)) for one in found]
    assert [("City of Example", ("city.png", "City of Example")), ("Example Foundation", None)] == said


@pytest.mark.parametrize(
    ("front", "code", "line"),
    [
        (SPONSORS, "SRC-030", 6),
        ("sponsors:\n  - nmae: City\n    logo: city.png\n", "SRC-011", 5),
        ("sponsors:\n  - logo: city.png\n    alt: A tower\n", "SRC-011", 6),
        ("sponsors:\n  - - City\n", "SRC-012", 5),
    ],
)
def test_sponsor_that_cannot_be_thanked(front: str, code: str, line: int) -> None:
    """What is wrong with a sponsor is told at its line."""
    assert (code, line) in [found[:2] for found in told(f"{HEAD}{front}---{BODY}")]


def test_keys_are_those_of_the_fields() -> None:
    """What is said of slips is said of the keys that there are."""
    assert set(FrontMatter.model_fields) | set(PublisherFields.model_fields) == keys.KEYS
    inner = {key for name, model in INNER.items() if name != "print" for key in model.model_fields} | {"overprint"}
    assert inner == keys.INNER_TEXTS | keys.INNER_FIXED


def test_both_readings_know_the_same_keys_of_other_programs() -> None:
    """What one reading passes over, the other does too, and docs/writing.md names it."""
    assert (keys.OTHERS, keys.MEANT) == (second.OTHERS, second.MEANT)
    guide = (ROOT / "docs/writing.md").read_text("utf-8")
    assert [] == [key for key in sorted({*keys.OTHERS, *keys.MEANT}) if f"`{key}`" not in guide]
