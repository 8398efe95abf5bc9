"""Every message that a copy can have is in a writer's words, and the lines that it gives can be written."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.source import read_source
from clearfold.press.editions.large_print import LARGE_PRINT
from clearfold.press.markdown import read_leaflet
from clearfold.press.template.page import page
from clearfold.proof.agreement import disagreements
from clearfold.proof.expect.accounting import unread
from clearfold.proof.prove import expect

CASES = Path(__file__).parents[2] / "cases"
BAD = sorted(path.parent for path in (CASES / "bad").rglob("expect.yaml"))
# Those of which a message gives the line to write.
CURED = (
    "04-bad-lang",
    "10-no-date",
    "14-bad-id",
    "16-invalid-yaml",
    "80-hash-in-a-value",
    "81-tab-in-the-front-matter",
    "82-colon-in-a-title",
    "84-colour-without-marks",
)
EDITIONS = ("large-print", "epub")
# Words of programs, and of those who write them.
STRANGE = re.compile(
    r"\b(?:token|mappings?|scalar|pars(?:er?s?|ing)|traceback|NoneType|regex|markdown programs|oracle|node|alias|"
    r"stream|null|exception|errno|object|string|pydantic|yaml\.|ruamel|expected <|block (?:end|mapping|sequence))\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]*”|<[^<>]*>|\([^()]*U\+[^()]*\)")
CURE = re.compile(r"(?:write|too,)(?: such as)? “([^”…]*)”(?: \(“clearfold fix” does it\)| on one line|, or put .*)?$")


def told(copy: Path) -> Sequence[Diagnostic]:
    """Return all that is said of a copy before anything is made of it."""
    try:
        leaflet = read_leaflet(read_source(copy), EDITIONS)
        expected = expect(leaflet.source)
        logo, cover = leaflet.publisher.logo, leaflet.metadata.cover
        html = page(leaflet, LARGE_PRINT, logo=logo.name if logo else "", cover=cover.name if cover else "")
        furniture = LARGE_PRINT.furniture(leaflet, LARGE_PRINT)
        return (*leaflet.warnings, *unread(leaflet.source, expected), *disagreements(expected, html, furniture))
    except LeafletError as error:
        return error.diagnostics


@pytest.mark.slow("reads every bad copy twice")
@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_message_has_no_words_of_programs(case: Path) -> None:
    """What is said, what is quoted aside, is said in words that a writer of leaflets knows; and once."""
    (copy,) = case.glob("*.md")
    found = told(copy)
    assert 1 == len(found)
    assert [] == STRANGE.findall(QUOTED.sub("", f"{found[0].fact} {found[0].hint}"))


@pytest.mark.parametrize("name", CURED)
def test_line_that_a_message_gives_is_right(name: str, tmp_path: Path) -> None:
    """With the line that a message gives in place of the one at fault, nothing more is said of the copy."""
    folder = tmp_path / name
    shutil.copytree(CASES / "bad" / name, folder)
    (copy,) = folder.glob("*.md")
    (found,) = told(copy)
    cure = CURE.search(found.hint)
    assert cure
    path = folder / found.location.path.name
    lines = path.read_text("utf-8").split("\n")
    old, new = lines[found.location.line - 1], cure[1]
    indent = "" if new.startswith(" ") else old[: len(old) - len(old.lstrip())]
    lines[found.location.line - 1] = indent + new
    path.write_text("\n".join(lines), "utf-8")
    assert [] == [each.fact for each in told(copy)]


def said(body: str, tmp_path: Path) -> list[tuple[str, int, str, str]]:
    copy = tmp_path / "en.md"
    copy.write_text(f"---\ntitle: T\nlang: en\n---\n\n{body}\n", "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_leaflet(read_source(copy))
    return [(found.code, found.location.line, found.fact, found.hint) for found in caught.value.diagnostics]


def test_sign_that_is_no_html(tmp_path: Path) -> None:
    """Two signs around words are signs, and not an element with attributes that is never closed."""
    copy = tmp_path / "en.md"
    copy.write_text("---\ntitle: T\nlang: en\n---\n\nIf a <b and c> d.\n", "utf-8")
    assert [] == [found.fact for found in told(copy)]


def test_words_in_a_script_that_no_font_has(tmp_path: Path) -> None:
    """A word in Chinese is one mistake, and not one for each of its letters; Arabic and Hebrew are drawn."""
    ((code, line, fact, _),) = said("Read 中文, العربية, עברית.\n\nAgain 中文.", tmp_path)
    assert ("SRC-073", 6, "no font has the Chinese letters of “中文”; so it is in line 8") == (code, line, fact)


def test_points_are_told_where_pages_are_printed(tmp_path: Path) -> None:
    """They are drawn in a leaflet of their own script, of which no pages are made."""
    ((code, line, fact, _),) = said("Read תה and תֵּה.", tmp_path)
    assert ("SRC-073", 6) == (code, line)
    assert "“תֵּה” cannot be printed" in fact
    copy = tmp_path / "he.md"
    copy.write_text("---\ntitle: תה\nlang: he\n---\n\nתֵּה\n", "utf-8")
    assert [] == [found.code for found in told(copy)]
