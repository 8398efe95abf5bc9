"""``clearfold explain``: every code is told, at length and in a list."""

import json
import re
from pathlib import Path

import pytest

from clearfold.cli.main import main
from clearfold.pipeline.explain import explain, explanations

DOCS = Path(__file__).parents[2] / "docs"


def test_every_code_of_the_documentation_is_explained() -> None:
    """Whoever meets a code in docs/ can ask what it means, and the other way round."""
    names = ("mistakes.md", "checks.md", "advice.md", "import.md")
    pages = "".join((DOCS / name).read_text("utf-8") for name in names)
    assert set(re.findall(r"`([A-Z]{3}-\d{3})`", pages)) | {"INT-001"} == set(explanations())


def test_every_code_says_all() -> None:
    """A code has its reason and its cure, and but for a fault of ours an example."""
    asked = [one for one in explanations().values() if one.code != "INT-001"]
    assert [] == [one.code for one in asked if not (one.meaning and one.why and one.cure and one.wrong and one.right)]


def test_cure_holds_no_field() -> None:
    """What to do is told to people: no field of a message's template, and not an ellipsis alone."""
    assert [] == [one.code for one in explanations().values() if re.search(r"^…|\{[a-z_]+\}", one.cure)]


@pytest.mark.parametrize("written", ["SRC-003", "src-003", "src3", "SRC 003"])
def test_code_is_known_however_it_is_written(written: str) -> None:
    """Capitals, the hyphen and zeros may be left out."""
    assert "SRC-003" == explain(written).code


def test_code_is_told_with_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    """The text has the wrong line and the right one."""
    assert 0 == main(["explain", "SRC-030"])
    told = capsys.readouterr().out
    assert ["![A pump on a stand](images/Pump.png)", "![A pump on a stand](images/pump.png)"] == re.findall(
        r"^    (.*)$", told, re.MULTILINE
    )


def test_list_has_a_line_for_each_code(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a code, every one is listed."""
    assert 0 == main(["explain"])
    assert list(explanations()) == [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_list_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, the list is an array of objects with the code in each."""
    main(["explain", "--format", "json"])
    assert list(explanations()) == [one["code"] for one in json.loads(capsys.readouterr().out)]


def test_unknown_code_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A code that there is not is a mistake of the command, and no traceback."""
    assert 2 == main(["explain", "SRC-999"])
    assert "there is no code “SRC-999”" in capsys.readouterr().err
