"""The copy's rules, each held by small copies: those of tests/cases/good are read, those of bad are refused."""

from pathlib import Path

import pytest
import yaml

from clearfold.model.diagnostic import LeafletError, Severity
from clearfold.model.source import read_source
from clearfold.press.markdown import read_leaflet

CASES = Path(__file__).parents[2] / "cases"
GOOD = sorted(path for path in (CASES / "good").rglob("*.md"))
BAD = sorted(path.parent for path in (CASES / "bad").rglob("expect.yaml"))
# What two Markdown parsers read in two ways is the proof's to find; the press reads these copies without a word.
REFUSED_BY_PRESS = [case for case in BAD if "code: SRC-09" not in (case / "expect.yaml").read_text("utf-8")]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.parent.name)
def test_good_copy_is_read_without_a_diagnostic(path: Path) -> None:
    """A copy that keeps the rules becomes a leaflet, and nothing is said of it."""
    assert () == read_leaflet(read_source(path)).warnings


@pytest.mark.parametrize("case", REFUSED_BY_PRESS, ids=lambda case: case.name)
def test_bad_copy_is_refused_at_the_right_place(case: Path) -> None:
    """A copy with one mistake raises that mistake's code, at its place, and no other."""
    expected = yaml.safe_load((case / "expect.yaml").read_text("utf-8"))
    (copy,) = case.glob("*.md")
    with pytest.raises(LeafletError) as caught:
        read_leaflet(read_source(copy), ("large-print", "epub"))
    assert [expected["code"]] == [found.code for found in caught.value.diagnostics]
    (found,) = caught.value.diagnostics
    assert expected.get("file", copy.name) == found.location.path.name
    assert expected.get("line", found.location.line) == found.location.line
    assert expected.get("column", found.location.column) == found.location.column
    assert [] == [word for word in expected["words"] or () if word not in found.fact]
    assert found.severity is Severity.ERROR
    assert found.hint


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    """A copy with three mistakes raises three diagnostics, in the order of their lines."""
    copy = tmp_path / "nl.md"
    copy.write_text("---\ntitle: Thee\nlang: nl\nkleur: rood\n---\n\n![](weg.svg)\n\n[naar](#nergens)\n", "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_leaflet(read_source(copy), ("large-print", "epub"))
    assert ["SRC-011", "SRC-003", "SRC-030", "SRC-043"] == [found.code for found in caught.value.diagnostics]


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing file is a diagnostic with its path, not a traceback."""
    with pytest.raises(LeafletError, match=r"weg\.md: error SRC-001: the file cannot be read"):
        read_source(tmp_path / "weg.md")
